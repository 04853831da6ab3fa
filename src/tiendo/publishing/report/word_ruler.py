"""The ruler as an inline drawing in a Word table: shapes, not pixels, with its sentence for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tiendo.publishing.report.model import RulerCell
from tiendo.publishing.report.ruler_colours import BAND, END_MARK, TICK, TRACK, fill_of
from tiendo.publishing.report.word_xml import NAMESPACES, Numbers, plain
from tiendo.publishing.ruler import END

_EMU_A_TWIP = 635
_HEIGHT = 4 * 36_000  # EMU: 4 mm, as high as a line of the table
_TRACK_HALF, _FILL_HALF, _BAND_HALF = 0.08, 0.16, 0.3  # parts of the height, above and below the middle
_END_HALF, _TICK_HALF = 0.38, 0.5
_MARK_WIDTH = 12_700  # EMU: a point


@dataclass(frozen=True, slots=True)
class _Bar:
    """A filled rectangle: its two ends along the ruler in EMU, how far it reaches up and down, its colour."""

    start: int
    end: int
    half: float
    colour: str


def ruler_run(cell: RulerCell, width: int, numbers: Numbers) -> str:
    """A run with the drawing, `width` twips wide; a program that knows no shapes shows the sentence instead."""
    across = width * _EMU_A_TWIP
    shapes = "".join(_shape(bar, numbers.next()) for bar in _bars(cell, across))
    says = plain(cell.says)
    extent = f'cx="{across}" cy="{_HEIGHT}"'
    group = (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>'
    )
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{numbers.next()}" name="Thước tiến độ" descr="{says}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["wpg"]}">{group}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg">{drawing}</mc:Choice>'
        f"<mc:Fallback><w:t>{says}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _bars(cell: RulerCell, across: int) -> Iterator[_Bar]:
    """What the ruler shows, from the bottom up."""

    def at(position: float) -> int:
        return round(min(max(position, 0.0), 1.0) * across)

    yield _Bar(0, at(END), _TRACK_HALF, TRACK)
    if cell.band is not None:
        first, last = cell.band
        yield _Bar(at(first), at(last), _BAND_HALF, BAND)
    if cell.reached is not None:
        yield _Bar(0, at(cell.reached), _FILL_HALF, fill_of(cell.status))
    yield _mark(at(END), _END_HALF, END_MARK)
    if cell.expected is not None:
        yield _mark(at(cell.expected), _TICK_HALF, TICK)


def _mark(middle: int, half: float, colour: str) -> _Bar:
    start = max(middle - _MARK_WIDTH // 2, 0)
    return _Bar(start, start + _MARK_WIDTH, half, colour)


def _shape(bar: _Bar, number: int) -> str:
    top = round((0.5 - bar.half) * _HEIGHT)
    place = (
        f'<a:off x="{bar.start}" y="{top}"/><a:ext cx="{bar.end - bar.start}" cy="{round(2 * bar.half * _HEIGHT)}"/>'
    )
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{number}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>{place}</a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{bar.colour[1:]}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
