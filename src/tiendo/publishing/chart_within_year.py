"""How an amount runs up within its latest year, beside the years before: a chart of its own, drawn as the other one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tiendo.facts.wording import Wording
from tiendo.publishing.chart_values import Chart, Point

_YEARS_BESIDE = 3  # as many as a path averages; more cannot be told apart
_LEAST_POINTS = 3  # two points are said in a table as well
_LAST_OF_FEBRUARY = 28


def within_year(chart: Chart) -> Chart | None:
    """The running totals of the latest year that has any, with its target; `None` where there is nothing to compare.

    All years are laid upon the latest one, so that the same month stands at the same place.
    """
    if not chart.from_zero:
        return None
    running = [point for point in chart.parts if point.from_start]
    latest = max((point.year for point in running), default=0)
    years = {year: _run(year, latest, chart, running) for year in sorted({point.year for point in running})}
    beside = [points for year, points in years.items() if year != latest][-_YEARS_BESIDE:]
    if sum(map(len, years.values())) < _LEAST_POINTS:
        return None
    whole = [step for step in chart.steps if step.first_day == date(latest, 1, 1) and step.last_day.year == latest]
    return replace(
        chart,
        title=f"{chart.title}, {title(latest, chart.language)}",
        steps=tuple(whole),
        line=years[latest],
        parts=(),
        earlier=tuple(beside),
        breaks=(),
        levels=True,
        ladder=False,
        name="within",
    )


def title(year: int, language: str) -> str:
    """What the drawing shows."""
    return Wording(f"lũy kế trong năm {year}", f"run up within {year}").sentence(language)


def _run(year: int, latest: int, chart: Chart, running: Iterable[Point]) -> tuple[Point, ...]:
    """The running totals of a year up to its whole, a final one rather than an estimate, at the days of the latest."""
    found: dict[tuple[int, int], Point] = {}
    for point in running:
        if point.year == year:
            key = (point.day.month, point.day.day)
            kept = found.get(key)
            if kept is None or kept.estimated or not point.estimated:
                found[key] = replace(point, day=_in_year(point.day, latest), whole=year == latest)
    for point in chart.line:
        if point.year == year:
            found[12, 31] = replace(point, day=date(latest, 12, 31), whole=year == latest)
    return tuple(found[key] for key in sorted(found))


def _in_year(day: date, year: int) -> date:
    is_leap_day = (day.month, day.day) == (2, _LAST_OF_FEBRUARY + 1)
    return date(year, day.month, _LAST_OF_FEBRUARY if is_leap_day else day.day)
