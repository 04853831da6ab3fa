"""Which results a scoreboard has to look at: those of the period, and the few before it that its paths rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Q

from tiendo.assessment.path import HISTORY_YEARS
from tiendo.assessment.semantics import TRAITS, PathKind
from tiendo.catalogue import Catalogue
from tiendo.facts.period import Period
from tiendo.ledger.measured_rows import MeasuredRow, observation_places, observation_rows

_LAST_DAY_OF_ANY_MONTH = 28
_YEARS_BACK = 20  # yearly values of the longest plans and of the levels that they start from


def result_rows(
    territory: str | None,
    period: Period,
    targets: Sequence[MeasuredRow],
    catalogue: Catalogue,
    horizon: int,
    *,
    unseen: Collection[int] = (),
) -> list[MeasuredRow]:
    """The results that end in the period; the same period and the whole of earlier years; and the latest levels.

    A level (a stock, a ratio) starts from its latest result before, whenever that was: the twelve months before the
    period are looked at for all at once, and what is older only for the levels that have nothing in these.
    """
    places = observation_places(territory, horizon)

    def found(where: Q) -> list[MeasuredRow]:
        return observation_rows(places, where, horizon, unseen=unseen)

    in_period = found(Q(last_day__range=(period.first_day, period.last_day)))
    earlier = found(_repeating(period))
    planned = {row.indicator for row in targets}
    levels = _levels({row.indicator for row in in_period} & planned, catalogue)
    year_before = _a_year_before(period.first_day)
    recent = found(Q(last_day__gte=year_before, last_day__lt=period.first_day, indicator__in=levels))
    wanted = {(row.indicator, row.measure) for row in in_period if row.indicator in levels}
    missing = {indicator for indicator, _ in wanted - {(row.indicator, row.measure) for row in recent}}
    older = found(Q(indicator__in=missing, last_day__lt=year_before)) if missing else []
    every = {row.id: row for row in (*earlier, *_latest(older), *_latest(recent), *in_period)}
    return sorted(every.values(), key=lambda row: row.id)


def _levels(indicators: Iterable[str], catalogue: Catalogue) -> set[str]:
    known = (catalogue[code] for code in indicators if code in catalogue)
    return {one.id for one in known if TRAITS[one.semantics].path is PathKind.LINE}


def _repeating(period: Period) -> Q:
    """The same period of the years that a path averages, and all whole years before."""
    years = [Period.of_year(period.year - back) for back in range(1, _YEARS_BACK + 1)]
    same: list[Period] = []
    before = period.year_before()
    while before is not None and len(same) < HISTORY_YEARS:
        same.append(before)
        before = before.year_before()
    periods = {str(one): one.last_day for one in (*years, *same)}
    return Q(last_day__in=sorted(set(periods.values())), period__in=sorted(periods))


def _latest(rows: Sequence[MeasuredRow]) -> Iterator[MeasuredRow]:
    """The rows of the latest day of each indicator and measure: two measures are never compared with each other."""
    latest: dict[tuple[object, ...], date] = {}
    for row in rows:
        key = (row.indicator, *row.measure)
        latest[key] = max(latest.get(key, date.min), row.last_day or date.min)
    yield from (row for row in rows if row.last_day == latest[(row.indicator, *row.measure)])


def _a_year_before(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, _LAST_DAY_OF_ANY_MONTH))
