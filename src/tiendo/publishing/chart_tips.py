"""What appears when a mark is pointed at or reached by key: who hears it is told the same in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from tiendo.publishing.chart_labels import Box, width_of
from tiendo.publishing.chart_layout import Frame
from tiendo.publishing.chart_marks import POINT
from tiendo.publishing.chart_values import Point, Step
from tiendo.publishing.chart_words import (
    BREAK,
    kind_of_point,
    kind_of_step,
    sentence_of_break,
    sentence_of_point,
    sentence_of_step,
    sources_of,
)
from tiendo.publishing.columns import printable, wrapped

_AIM = 12.0  # half the side of what can be hit: 24 units, as WCAG asks for
_LEADING = 1.45
_PADDING = 10.0
_GAP = 10.0  # between a mark and what is told of it
_MOST_LINES = 3  # of the last, longest part
_TEXTS_KEPT = 1024  # names of documents and places in them
_RING = 3.0  # around what is focused


@dataclass(frozen=True, slots=True)
class Tip:
    """A mark that tells something: the area that is hit, the sentence for the ear, the lines for the eye."""

    area: Box
    sentence: str
    head: str
    value: str
    rest: tuple[str, ...]


def tips_of(frame: Frame) -> list[Tip]:
    """All marks of a chart, in the order of time."""
    found = [(step.last_day, 0, _of_step(step, frame)) for step in frame.chart.steps]
    found += [(point.day, 1, _of_point(point, frame)) for point in frame.chart.points]
    in_order = [tip for _, _, tip in sorted(found, key=lambda one: one[:2])]
    return [*_of_breaks(frame), *in_order]


def drawn(tips: Iterable[Tip], frame: Frame) -> Iterator[str]:
    """The marks as groups that can be focused; the page shows the words of the one that is pointed at."""
    for tip in tips:
        area = tip.area
        size = f'width="{area.right - area.left:.1f}" height="{area.bottom - area.top:.1f}"'
        yield (
            f'<g class="chart-mark" tabindex="0" role="img" aria-label="{escape(tip.sentence)}">'
            f'<rect class="chart-aim" x="{area.left:.1f}" y="{area.top:.1f}" {size} rx="{_RING:g}"/>'
            f"{_words(tip, frame)}</g>"
        )


def _words(tip: Tip, frame: Frame) -> str:
    layout = frame.layout
    size, step = layout.letters, layout.letters * _LEADING
    lines = [
        ("chart-tip-head", tip.head),
        ("chart-tip-value", tip.value),
        *(("chart-tip-rest", one) for one in tip.rest),
    ]
    lines = [(kind, text) for kind, text in lines if text]
    width = max(width_of(text, size) for _, text in lines) + 2 * _PADDING
    height = step * len(lines) + 2 * _PADDING - (step - size)
    x, y = placed(tip.area, width, height, frame)
    drawn_lines = "".join(
        f'<text class="{kind}" x="{x + _PADDING:.1f}" y="{y + _PADDING + size * 0.85 + step * place:.1f}" '
        f'font-size="{size:g}">{escape(text, quote=False)}</text>'
        for place, (kind, text) in enumerate(lines)
    )
    box = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<g class="chart-tip" aria-hidden="true"><rect {box} rx="4"/>{drawn_lines}</g>'


def placed(area: Box, width: float, height: float, frame: Frame) -> tuple[float, float]:
    """Left and top of a box of words: above the mark or, where that has no room, below; never outside the picture."""
    layout = frame.layout
    x = (area.left + area.right - width) / 2
    y = area.top - _GAP - height
    if y < 0:
        y = area.bottom + _GAP
    return (
        min(max(x, 1.0), max(layout.width - width - 1, 1.0)),
        min(max(y, 1.0), max(layout.height - height - 1, 1.0)),
    )


def _of_step(step: Step, frame: Frame) -> Tip:
    language = frame.chart.language
    left, right = frame.ends_of(step)
    high, low = (frame.values.at(step.deciding if one is None else one) for one in (step.high, step.low))
    return Tip(
        area=_at_least(Box(left, high, right, low)),
        sentence=sentence_of_step(step, language),
        head=printable(step.period),
        value=printable(f"{step.said} · {kind_of_step(step, language)}"),
        rest=_lines(sources_of(step), frame),
    )


def _of_point(point: Point, frame: Frame) -> Tip:
    language = frame.chart.language
    x, y = frame.time.at(point.day), frame.values.at(point.value)
    reach = POINT + 2
    return Tip(
        area=Box(x - reach, y - reach, x + reach, y + reach).grown(_AIM - reach),
        sentence=sentence_of_point(point, language),
        head=printable(point.period),
        value=printable(f"{point.said} · {kind_of_point(point, language)}"),
        rest=_lines(point.source, frame),
    )


def _of_breaks(frame: Frame) -> Iterator[Tip]:
    plot = frame.plot
    for one in frame.chart.breaks:
        x = frame.place_of(one)
        if x is not None:
            yield Tip(
                area=Box(x - _AIM, plot.top - _AIM, x + _AIM, plot.top + _AIM),
                sentence=sentence_of_break(one, frame.chart.language),
                head=str(one.year),
                value=BREAK.sentence(frame.chart.language),
                rest=_lines(one.why, frame),
            )


def _at_least(box: Box) -> Box:
    """Large enough to be hit."""
    wide, high = (max(_AIM - size / 2, 0) for size in (box.right - box.left, box.bottom - box.top))
    return Box(box.left - wide, box.top - high, box.right + wide, box.bottom + high)


def _lines(text: str, frame: Frame) -> tuple[str, ...]:
    return _wrapped(text, frame.layout.tip_letters)


@lru_cache(maxsize=_TEXTS_KEPT)
def _wrapped(text: str, letters: int) -> tuple[str, ...]:
    lines = wrapped(printable(text), letters)
    kept = lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        kept[-1] += " …"
    return tuple(line for line in kept if line)
