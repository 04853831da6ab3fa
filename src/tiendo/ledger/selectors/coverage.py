"""For every indicator of a territory at a glance: is there a target, is there a result, how did whole years go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.db.models import Max, Q

from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Unit
from tiendo.ledger import models
from tiendo.ledger.measured_rows import MeasuredRow, observation_places, observation_rows, target_places, target_rows
from tiendo.ledger.plans import in_force
from tiendo.ledger.selectors.board_sources import Sources
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.reference.units import comparable, convert

_YEARS = 20  # of a small line
_MOMENTS_KEPT = 8
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Covered:
    """What there is of an indicator: the year of its furthest target, the day of its latest result, its whole years."""

    last_target: date | None
    last_result: date | None
    years: tuple[tuple[int, float], ...]


def coverage(territory: str | None, viewer: Viewer, known: Known, *, on: date) -> dict[str, Covered]:
    """By code, for the indicators of which the viewer may see something; `on` is the day for what holds in law."""
    return _coverage(territory, visible_to(viewer, known).roots, known, on)


@lru_cache(maxsize=_MOMENTS_KEPT)
def _coverage(territory: str | None, roots: frozenset[int] | None, known: Known, on: date) -> dict[str, Covered]:
    seen = Sources.at(known.horizon, roots)
    targets: dict[str, date] = {}
    promised = target_rows(target_places(territory, known.horizon), Q(), known.horizon)
    for row in in_force([row for row in promised if seen.holds(row)], on):
        if row.last_day is not None:
            targets[row.indicator] = max(targets.get(row.indicator, date.min), row.last_day)
    results = _latest(territory, seen, known)
    years = _years(territory, seen, known, on)
    return {
        code: Covered(targets.get(code), results.get(code), years.get(code, ()))
        for code in targets.keys() | results.keys() | years.keys()
    }


def _latest(territory: str | None, seen: Sources, known: Known) -> dict[str, date]:
    """The last day that a result of each indicator is of."""
    found: dict[str, date] = {}
    for place in observation_places(territory, known.horizon):
        here = Q(territory=place) if place is not None else Q(territory__isnull=True)
        standing = models.Observation.objects.standing(known.horizon, unseen=seen.unseen)
        rows = standing.filter(here).exclude(last_day=None).order_by()
        latest = rows.values("indicator", "document", "submission").annotate(last=Max("last_day"))
        for indicator, document, submission, last in latest.values_list("indicator", "document", "submission", "last"):
            if document in seen.documents or submission in seen.submissions:
                found[indicator] = max(found.get(indicator, date.min), last)
    return found


def _years(territory: str | None, seen: Sources, known: Known, on: date) -> dict[str, tuple[tuple[int, float], ...]]:
    """The results of whole years, each indicator in one unit; final before estimated, later before earlier ones."""
    periods = [Period.of_year(year) for year in range(on.year - _YEARS, on.year + 1)]
    days, names = [one.last_day for one in periods], [str(one) for one in periods]
    whole = Q(last_day__in=days, period__in=names)
    results = observation_rows(observation_places(territory, known.horizon), whole, known.horizon, unseen=seen.unseen)
    rows = [row for row in results if seen.holds(row) and row.last_day is not None]
    best: dict[str, dict[int, MeasuredRow]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: (not row.estimated, row.id)):
        best[row.indicator][row.last_day.year] = row  # type: ignore[union-attr] # asked for above
    return {code: _in_one_unit(found) for code, found in best.items()}


def _in_one_unit(rows: dict[int, MeasuredRow]) -> tuple[tuple[int, float], ...]:
    years = sorted(rows)
    wanted = _unit(rows[years[-1]])
    values = []
    for year in years:
        row = rows[year]
        value = row.low if row.low is not None else row.high
        if value is not None and comparable(_unit(row), wanted):
            sign = -1 if row.change == Change.DECREASE else 1
            values.append((year, sign * float(value * convert(_ONE, _unit(row), wanted))))
    return tuple(values)


def _unit(row: MeasuredRow) -> Unit:
    return Unit(row.unit_measure, row.unit_mult)
