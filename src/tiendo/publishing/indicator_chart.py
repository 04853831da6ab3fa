"""One line through all horizons: targets as a ladder, ranges as bands, results as points, breaks as breaks.

`on_page` gives a drawing that takes its colours from the page, with marks that can be focused; `picture` one that
stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TypeVar

from tiendo.publishing import chart_skin
from tiendo.publishing.chart_key import key
from tiendo.publishing.chart_layout import WIDE, Layout, framed
from tiendo.publishing.chart_marks import Pen
from tiendo.publishing.chart_naming import labels_of, notes_of
from tiendo.publishing.chart_tips import drawn, tips_of
from tiendo.publishing.chart_values import Chart, Point, Step
from tiendo.publishing.chart_words import description, label
from tiendo.publishing.columns import cut, printable

_TITLE_HEIGHT, _TITLE_TOP, _TITLE_SIZE = 64, 34, 21
_FOOT_HEIGHT, _FOOT_SIZE = 30, 12
_MARGIN = 28
_MOST_LETTERS = 86  # of the title of a picture, at its size
_FAMILY = "'Be Vietnam Pro','Liberation Sans',Arial,sans-serif"

Dated = TypeVar("Dated", Step, Point)


def on_page(chart: Chart, layout: Layout) -> str:
    """The drawing for a page, which the description of the same chart stands beside; empty for an empty chart."""
    if chart.is_empty:
        return ""
    pen = Pen(framed(chart, layout), chart_skin.on_page)
    body = "".join([*_body(pen), *drawn(tips_of(pen.frame), pen.frame)])
    described = f"chart-told-{chart.name}-{layout.name}"
    return (
        f'<svg class="chart chart-{layout.name}" viewBox="0 0 {layout.width:g} {layout.height:g}" role="group" '
        f'aria-label="{escape(label(chart))}" aria-describedby="{described}">'
        f'<desc id="{described}">{escape(description(chart), quote=False)}</desc>{body}</svg>'
    )


def picture(chart: Chart, *, under_title: str, foot: str) -> str:
    """The drawing as a file: light colours of its own, a title above, and where the data come from below."""
    pen = Pen(framed(chart, WIDE), chart_skin.alone)
    width, height = WIDE.width + 2 * _MARGIN, WIDE.height + _TITLE_HEIGHT + _FOOT_HEIGHT + 2 * _MARGIN
    told = escape(description(chart), quote=False)
    texts = [
        pen.text("title", _MARGIN, _TITLE_TOP + 8, cut(printable(chart.title), _MOST_LETTERS), "start", _TITLE_SIZE),
        pen.text("note", _MARGIN, _TITLE_TOP + 30, printable(under_title), "start", WIDE.letters),
        pen.text("note", _MARGIN, height - _MARGIN, printable(foot), "start", _FOOT_SIZE),
    ]
    body = "".join(_body(pen))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="img" aria-labelledby="title told" lang="{chart.language}" '
        f'font-family="{_FAMILY}" font-variant-numeric="tabular-nums">'
        f'<title id="title">{escape(label(chart), quote=False)}</title><desc id="told">{told}</desc>'
        f'<rect {chart_skin.alone("paper")} width="{width:g}" height="{height:g}"/>{"".join(texts)}'
        f'<g transform="translate({_MARGIN} {_MARGIN + _TITLE_HEIGHT})">{body}</g></svg>\n'
    )


def _body(pen: Pen) -> Iterator[str]:
    frame, chart = pen.frame, pen.frame.chart
    ladder = list(_stretches(chart.steps, chart)) if chart.ladder else []
    line = list(_stretches(chart.line, chart))
    running = [point for point in chart.open_parts if point.from_start]
    risers = [list(year) for _, year in groupby(running, key=lambda point: point.year)]
    yield from pen.grid()
    yield from pen.days()
    for one in chart.breaks:
        x = frame.place_of(one)
        if x is not None:
            yield pen.upright("break", x)
    if frame.today is not None:
        yield pen.upright("today", frame.today)
    yield from pen.ladder(ladder)
    for step in chart.steps:
        yield from pen.step(step)
    if chart.from_zero:
        yield from pen.risers([*chart.earlier, *risers])
    yield from pen.line(line)
    yield from map(pen.point, chart.points)
    yield from _words(pen, [[pen.at(point) for point in points] for points in line], ladder)
    yield from key(pen)


def _words(pen: Pen, line: Sequence[Sequence[tuple[float, float]]], ladder: Sequence[Sequence[Step]]) -> Iterator[str]:
    frame = pen.frame
    ways = [[(frame.middle_of(step), frame.values.at(step.deciding)) for step in steps] for steps in ladder]
    notes = notes_of(frame)
    beside = [[pen.at(point) for point in points] for points in frame.chart.earlier]
    for placed in labels_of(frame, [*line, *beside, *ways], notes).labels:
        yield pen.label(placed, frame.layout.letters)
    for placed in notes.labels:
        yield pen.label(placed, frame.layout.ticks)


def _stretches(values: Sequence[Dated], chart: Chart) -> Iterator[list[Dated]]:
    """The values by time, cut where the definition moved in between."""
    breaks = sorted(one.year for one in chart.breaks)
    for _, group in groupby(values, key=lambda one: sum(year <= _year(one) for year in breaks)):
        yield list(group)


def _year(one: Step | Point) -> int:
    return one.year if isinstance(one, Point) else one.last_day.year
