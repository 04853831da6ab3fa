"""Which values there are in some observations: what a form for a query can offer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tiendo.facts.sdmx_periods import from_sdmx
from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.definition import AGENCY, FLOW, PLACE_OF
from tiendo.publishing.sdmx.model import Availability, Kind, Reference
from tiendo.publishing.sdmx.observations import Observation, series_of
from tiendo.publishing.sdmx.selection import DIMENSIONS

_TIME = PLACE_OF["TIME_PERIOD"]


def availability(observations: Iterable[Observation], dimensions: Sequence[str] = DIMENSIONS) -> Availability:
    """The values of these dimensions, sorted, with the span of time and the counts; `TIME_PERIOD` gives the span."""
    values: dict[str, set[str]] = {name: set() for name in DIMENSIONS if name in dimensions}
    series: set[Observation] = set()
    periods: set[str] = set()
    count = 0
    for one in observations:
        count += 1
        for name, found in values.items():
            found.add(one[PLACE_OF[name]])
        series.add(series_of(one))
        periods.add(one[_TIME])
    days = [(period.first_day, period.last_day) for period in map(from_sdmx, periods)]
    has_time = bool(days) and (dimensions is DIMENSIONS or "TIME_PERIOD" in dimensions)
    return Availability(
        reference=Reference(Kind.CONSTRAINT, AGENCY, "PROGRESS_AVAILABLE"),
        names=Wording("Số liệu hiện có", "What data there are"),
        flow=FLOW,
        values={name: tuple(sorted(found)) for name, found in values.items()},
        first=_earliest(days) if has_time else None,
        last=max(last for _, last in days) if has_time else None,
        series=len(series),
        observations=count,
    )


def _earliest(days: Iterable[tuple[date, date]]) -> date:
    return min(first for first, _ in days)
