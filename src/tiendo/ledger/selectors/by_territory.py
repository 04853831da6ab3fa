"""One indicator in all units of a province: what stands for each, made comparable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tiendo.assessment.semantics import definition_moved
from tiendo.catalogue import Indicator
from tiendo.facts.errors import IncompatibleUnits
from tiendo.facts.period import Period
from tiendo.facts.printing import rounded
from tiendo.facts.quantity import Change, Unit
from tiendo.ledger import models
from tiendo.ledger.selectors.measured import ObservationView, observations_of
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.reference.territories import Territory, children, territory
from tiendo.reference.units import convert

_PLACES = 50  # more digits than any converted number has


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValue:
    """What stands for a unit.

    `value`, and `before` of a year earlier, are in the indicator's unit: the middle of a printed range, the bound of
    one that is open, negative for a decrease. `result` is `None` where nothing is known; `value` alone is `None` where
    the result cannot be compared with those of the other units. `source` is the title of the document or the file name.
    """

    unit: Territory
    value: Decimal | None = None
    before: Decimal | None = None
    result: ObservationView | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ByTerritory:
    """An indicator in a period, unit by unit in the order of their codes."""

    indicator: Indicator
    period: Period
    units: tuple[UnitValue, ...]

    @property
    def known(self) -> int:
        """How many units have a value."""
        return sum(one.value is not None for one in self.units)


Way = tuple[bool, bool, str | None, bool]
"""How a result was counted: as running total, as a change, per what, as a mean of years."""


def by_territory(indicator: Indicator, period: Period, province: str, viewer: Viewer, known: Known) -> ByTerritory:
    """The latest standing result of each unit directly below a province, for exactly this period.

    The units are those of the period's last day: districts before 1 July 2025, communes since. Of several results of a
    unit a final one comes before an estimate, and of these the one that was recorded last. Results that were counted in
    another way than those of most units are shown, and have no value.
    """
    units = children(province, period.last_day)
    earlier = _year_before(period, indicator)
    periods = [period, *([earlier] if earlier else [])]
    found = observations_of(indicator.id, [unit.code for unit in units], periods, viewer, known)
    now = [one for one in found if one.period == str(period)]
    way = _usual_way(now)
    current = {**_latest(now), **_latest(one for one in now if _way(one) == way)}
    before = _latest(one for one in found if one.period != str(period) and _way(one) == way)
    titles = _titles(current.values())
    return ByTerritory(
        indicator=indicator,
        period=period,
        units=tuple(_unit_value(unit, current, before, way, (indicator, earlier), titles) for unit in units),
    )


def _unit_value(
    unit: Territory,
    current: Mapping[str, ObservationView],
    before: Mapping[str, ObservationView],
    way: Way | None,
    asked: tuple[Indicator, Period | None],
    titles: Mapping[int, str],
) -> UnitValue:
    indicator, earlier = asked
    result = current.get(unit.code)
    if result is None:
        return UnitValue(unit=unit)
    # Codes were put to new use: a year ago the same code may have been that of another place.
    is_same = earlier is not None and territory(unit.code, earlier.last_day) == unit
    return UnitValue(
        unit=unit,
        value=_value(result, indicator) if _way(result) == way else None,
        before=_value(before[unit.code], indicator) if is_same and unit.code in before else None,
        result=result,
        source=titles.get(_source(result), ""),
    )


def _year_before(period: Period, indicator: Indicator) -> Period | None:
    """The period to compare with; none where the indicator meant something else by then."""
    earlier = period.year_before()
    return earlier if earlier and not definition_moved(indicator, earlier.year, period.year) else None


def _way(result: ObservationView) -> Way:
    return result.cumulative, result.change is not None, result.per, result.annual


def _usual_way(results: Iterable[ObservationView]) -> Way | None:
    """The way in which most units were counted; of two that are as frequent the plainer one."""
    units = {(result.territory, _way(result)) for result in results}
    counts = Counter(way for _, way in units)
    return min(counts, key=lambda way: (-counts[way], way[0], way[1], way[3], way[2] or ""), default=None)


def _latest(results: Iterable[ObservationView]) -> dict[str, ObservationView]:
    """By territory the result that counts; they come in the order in which they were recorded."""
    chosen: dict[str, ObservationView] = {}
    for result in results:
        held = chosen.get(result.territory or "")
        if held is None or held.estimated or not result.estimated:
            chosen[result.territory or ""] = result
    return chosen


def _value(result: ObservationView, indicator: Indicator) -> Decimal | None:
    """The value in the indicator's unit; `None` where the units measure different things."""
    bounds = [bound for bound in (result.low, result.high) if bound is not None]
    if result.per != indicator.measured_in.per:
        return None
    middle = bounds[0] if len(set(bounds)) == 1 else sum(bounds, Decimal(0)) / len(bounds)
    signed = -middle if result.change == Change.DECREASE else middle
    unit = Unit(result.unit_measure, result.unit_mult)
    if unit == indicator.measured_in.unit:
        return signed
    try:
        return rounded(Fraction(convert(signed, unit, indicator.measured_in.unit)), _PLACES)
    except IncompatibleUnits:
        return None


def _source(result: ObservationView) -> int:
    return result.document_version or result.submission or 0


def _titles(results: Iterable[ObservationView]) -> dict[int, str]:
    """What the sources are called: a document by its version, a submission by its root."""
    shown = list(results)
    versions = {one.document_version for one in shown if one.document_version}
    sent = {one.submission for one in shown if one.submission}
    titles: dict[int, str] = {}
    if versions:
        titles |= dict(models.Document.objects.filter(id__in=versions).values_list("id", "title"))
    if sent:
        titles |= dict(models.Submission.objects.filter(id__in=sent).values_list("id", "name"))
    return titles
