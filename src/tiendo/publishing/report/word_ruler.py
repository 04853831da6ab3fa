"""The ruler as an inline drawing in a Word table: shapes, not pixels, with its sentence for screen readers."""

from __future__ import annotations

from tiendo.publishing.report.model import RulerCell
from tiendo.publishing.report.ruler_bars import HEIGHT_MM, Bar, bars
from tiendo.publishing.report.word_xml import NAMESPACES, Numbers, plain

_EMU_A_TWIP, _EMU_A_MILLIMETRE = 635, 36_000
_HEIGHT = HEIGHT_MM * _EMU_A_MILLIMETRE
_MARK_WIDTH = 12_700  # EMU: a point


def ruler_run(cell: RulerCell, width: int, numbers: Numbers) -> str:
    """A run with the drawing, `width` twips wide; a program that knows no shapes shows the sentence instead."""
    across = width * _EMU_A_TWIP
    # LibreOffice stretches a group to what stands in it: something has to stand from end to end.
    shapes = _rectangle(0, 0, across, _HEIGHT, "<a:noFill/>", numbers)
    shapes += "".join(_shape(bar, across, numbers) for bar in bars(cell))
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


def _shape(bar: Bar, across: int, numbers: Numbers) -> str:
    start, wide = round(bar.start * across), round((bar.end - bar.start) * across)
    if bar.start == bar.end:
        start, wide = max(start - _MARK_WIDTH // 2, 0), _MARK_WIDTH
    top, high = round((0.5 - bar.half) * _HEIGHT), round(2 * bar.half * _HEIGHT)
    return _rectangle(
        start, top, wide, high, f'<a:solidFill><a:srgbClr val="{bar.colour[1:]}"/></a:solidFill>', numbers
    )


def _rectangle(left: int, top: int, wide: int, high: int, fill: str, numbers: Numbers) -> str:
    number = numbers.next()
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{number}"/><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
