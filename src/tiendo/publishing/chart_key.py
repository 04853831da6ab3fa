"""The key below a chart: one sample of each kind of mark that occurs."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.publishing.chart_labels import width_of
from tiendo.publishing.chart_marks import PART, POINT, Pen
from tiendo.publishing.chart_words import EARLIER, ESTIMATE, LADDER, RANGE, RESULT, TARGET
from tiendo.publishing.chart_words import PART as PART_WORDS

_SAMPLE, _GAP, _BETWEEN = 22.0, 7.0, 20.0
_LINE = 19.0
_BELOW_PLOT = 52.0


def key(pen: Pen) -> Iterator[str]:
    """The samples with their words, in as many rows as they need."""
    layout, plot = pen.frame.layout, pen.frame.plot
    x, y = 0.0 if not layout.long_labels else plot.left, plot.bottom + _BELOW_PLOT
    first = x
    for sample, words in _entries(pen):
        width = _SAMPLE + _GAP + width_of(words, layout.ticks)
        if x + width > layout.width and x > first:
            x, y = first, y + _LINE
        yield f'<g transform="translate({x:.1f} {y - 4:.1f})">{sample}</g>'
        yield pen.text("note", x + _SAMPLE + _GAP, y, words, "start", layout.ticks)
        x += width + _BETWEEN


def _entries(pen: Pen) -> Iterator[tuple[str, str]]:
    chart = pen.frame.chart
    language = chart.language
    points = (*chart.line, *chart.open_parts)
    if chart.earlier:
        yield _sample(pen, "part", PART, line="riser"), EARLIER.sentence(language)
    if any(not step.is_range for step in chart.steps):
        yield f'<path {pen.skin("step")} d="M0 0h{_SAMPLE:.0f}"/>', TARGET.sentence(language)
    if any(step.is_range for step in chart.steps):
        band = f'<rect {pen.skin("band")} x="0" y="-5" width="{_SAMPLE:.0f}" height="10"/>'
        yield band + f'<path {pen.skin("step")} d="M0 5h{_SAMPLE:.0f}"/>', RANGE.sentence(language)
    if chart.ladder and len(chart.steps) > 1:
        yield f'<path {pen.skin("ladder")} d="M0 0h{_SAMPLE:.0f}"/>', LADDER.sentence(language)
    if any(point.whole and not point.estimated for point in points):
        yield _sample(pen, "point", POINT, line="line" if len(chart.line) > 1 else ""), RESULT.sentence(language)
    if any(point.whole and point.estimated for point in points):
        yield _sample(pen, "estimate", POINT), ESTIMATE.sentence(language)
    if chart.open_parts:
        yield _sample(pen, "part", PART), PART_WORDS.sentence(language)


def _sample(pen: Pen, part: str, radius: float, *, line: str = "") -> str:
    through = f'<path {pen.skin(line)} d="M0 0h{_SAMPLE:.0f}"/>' if line else ""
    return f'{through}<circle {pen.skin(part)} cx="{_SAMPLE / 2:.0f}" cy="0" r="{radius}"/>'
