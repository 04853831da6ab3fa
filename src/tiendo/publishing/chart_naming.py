"""Chooses which marks of a chart are labelled, and finds a free place for each label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tiendo.publishing.chart_labels import Box, Place, Placing
from tiendo.publishing.chart_layout import Frame
from tiendo.publishing.chart_marks import POINT
from tiendo.publishing.chart_values import Point, Step
from tiendo.publishing.chart_words import BREAK
from tiendo.publishing.columns import cut, printable

_ABOVE, _BELOW = 10.0, 21.0  # from a mark to the line that letters stand on
_FURTHER = 17.0  # where the nearest places are taken
_BESIDE = 8.0
_STRIDE = 9.0  # along a line: labels keep away from it
_HALF_LINE = 2.5
_SOURCE_LETTERS = 26
_EDGE = 4.0
_NEAR = 4  # places that leave no doubt which point is meant


def labels_of(frame: Frame, lines: Sequence[Sequence[tuple[float, float]]], notes: Placing) -> Placing:
    """The labels of targets and of the last result; they cover neither `notes` nor `lines`, which are drawn ways."""
    plot, layout = frame.plot, frame.layout
    room = Box(plot.left, _EDGE, layout.width - _EDGE, plot.bottom)
    placing = Placing(room, layout.letters)
    placing.keep_free(notes.taken)
    placing.keep_free(_boxes_of(frame))
    placing.avoided = list(_uprights_of(frame))
    placing.keep_free(box for line in lines for box in _along(line))
    for point in frame.chart.line[-1:]:
        which = f"{point.year}: " if frame.chart.earlier else ""
        placing.put([which + printable(point.said)], _places_of_point(frame, point))
    # The furthest target is what a plan is remembered by.
    for step in sorted(frame.chart.steps, key=lambda step: step.last_day, reverse=True):
        placing.put(_texts(step, frame), _places_of_step(frame, step))
    for year in frame.chart.earlier:
        placing.put([str(year[-1].year)], _places_of_point(frame, year[-1])[:_NEAR], "note")
    for point in frame.chart.open_parts[-1:]:
        placing.put([printable(point.said)], _places_of_point(frame, point))
    for point in frame.chart.line[:1]:
        if not frame.chart.earlier:
            placing.put([printable(point.said)], _places_of_point(frame, point))
    return placing


def notes_of(frame: Frame) -> Placing:
    """The words at the top: today, and where a definition moved."""
    layout, plot = frame.layout, frame.plot
    placing = Placing(Box(0, 0, layout.width, plot.top), layout.ticks)
    rows = [plot.top - _ABOVE, plot.top - _ABOVE - layout.ticks * 1.3]
    if frame.today is not None:
        placing.put([printable(frame.chart.today_words)], _beside(frame.today, rows), "today-word")
    for one in frame.chart.breaks:
        x = frame.place_of(one)
        if x is not None:
            placing.put([f"{one.year}: {BREAK.sentence(frame.chart.language)}"], _beside(x, rows), "note")
    return placing


def _beside(x: float, rows: Sequence[float]) -> list[Place]:
    sides = (("start", x - 1), ("end", x + 1), ("middle", x))
    return [Place(at, y, anchor) for y in rows for anchor, at in sides]


def _texts(step: Step, frame: Frame) -> list[str]:
    said = printable(step.said)
    if frame.layout.long_labels and step.sources:
        document = cut(printable(step.sources[0].split(", ")[0]), _SOURCE_LETTERS)
        return [f"{document}: {said}", said]
    return [said]


def _places_of_step(frame: Frame, step: Step) -> list[Place]:
    left, right = frame.ends_of(step)
    high, low = (frame.values.at(step.deciding if one is None else one) for one in (step.high, step.low))
    top, bottom = min(high, low), max(high, low)
    middle = (left + right) / 2
    return [
        Place(x, y, anchor)
        for further in (0.0, _FURTHER, 2 * _FURTHER)
        for y in (top - _ABOVE - further, bottom + _BELOW + further)
        for x, anchor in ((middle, "middle"), (right, "end"), (left, "start"))
    ] + [Place(right + _BESIDE, frame.values.at(step.deciding) + 4, "start")]


def _places_of_point(frame: Frame, point: Point) -> list[Place]:
    x, y = frame.time.at(point.day), frame.values.at(point.value)
    beside = [Place(x + _BESIDE, y + 4, "start"), Place(x - _BESIDE, y + 4, "end")]
    around = [
        Place(at, height, anchor)
        for further in (0.0, _FURTHER)
        for height in (y - _ABOVE - further, y + _BELOW + further)
        for at, anchor in ((x, "middle"), (x, "end"), (x, "start"))
    ]
    return [*around[:2], *beside, *around[2:]]


def _boxes_of(frame: Frame) -> Iterator[Box]:
    for step in frame.chart.steps:
        left, right = frame.ends_of(step)
        high, low = (frame.values.at(step.deciding if one is None else one) for one in (step.high, step.low))
        yield Box(left, high, right, low).grown(_HALF_LINE)
    for point in frame.chart.points:
        x, y = frame.time.at(point.day), frame.values.at(point.value)
        yield Box(x, y, x, y).grown(POINT + 1)


def _uprights_of(frame: Frame) -> Iterator[Box]:
    """Today, and the breaks."""
    plot = frame.plot
    uprights = [frame.today, *(frame.place_of(one) for one in frame.chart.breaks)]
    yield from (Box(x - 1, plot.top, x + 1, plot.bottom) for x in uprights if x is not None)


def _along(line: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """Small boxes along a way."""
    for (x, y), (next_x, next_y) in pairwise(line):
        count = max(int(max(abs(next_x - x), abs(next_y - y)) / _STRIDE), 1)
        for place in range(count + 1):
            share = place / count
            at, height = x + (next_x - x) * share, y + (next_y - y) * share
            yield Box(at, height, at, height).grown(_HALF_LINE)
