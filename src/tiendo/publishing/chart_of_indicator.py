"""Targets and results as the record holds them become the steps and points of a chart, in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessment.aim import Demand, aim_of
from tiendo.assessment.path import is_yearly_mean
from tiendo.assessment.semantics import TRAITS, PathKind, effective_semantics, in_unit, same_measure
from tiendo.catalogue.model import Indicator, Semantics
from tiendo.facts.errors import IncompatibleUnits
from tiendo.facts.period import Period
from tiendo.facts.printing import bounds, unit_of, with_unit
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Measurement, Observation, Target
from tiendo.facts.wording import Wording
from tiendo.publishing.chart_values import Break, Chart, Point, Step

TODAY = Wording("hôm nay", "today")
_ONE = Decimal(1)
_PERCENT = Unit("PT")
_SHARES, _WHOLE = (Semantics.RATIO, Semantics.COMPOSITION_PART), 100.0
_LONGEST_MEAN = 10  # years: plans run for five or ten; of an older beginning nothing is known


@dataclass(frozen=True, slots=True)
class Sourced:
    """A record with the words for where it stands, and the day from which it holds, if that is known."""

    record: Target | Observation
    source: str
    since: date | None = None


def chart_of(
    indicator: Indicator, values: Sequence[Sourced], *, language: str, today: date | None, today_words: str = ""
) -> Chart:
    """The chart of an indicator; of results for one day the last one given counts, final ones before estimates."""
    drawable = [one for one in values if _fits(one.record, indicator)]
    along = _along(indicator, drawable)
    path = TRAITS[indicator.semantics].path
    steps = [_step(one, indicator, along, language) for one in drawable if isinstance(one.record, Target)]
    points = _points(drawable, indicator, along, language)
    line = _comparable(points)
    drawn = set(map(id, line))
    return Chart(
        title=indicator.names.sentence(language),
        unit=unit_words(indicator, language),
        language=language,
        steps=_merged(steps),
        line=line,
        parts=tuple(point for point in points if id(point) not in drawn),
        breaks=tuple(Break(year=one.year, why=one.what.sentence(language)) for one in indicator.definition_breaks),
        today=today,
        today_words=today_words or TODAY.sentence(language),
        levels=path is PathKind.LINE,
        from_zero=path is PathKind.SHARE,
        whole=_WHOLE if indicator.semantics in _SHARES and indicator.measured_in.unit == _PERCENT else None,
        ladder=path is not PathKind.RATE,
        left_out=len(values) - len(drawable),
    )


def _fits(record: Measurement, indicator: Indicator) -> bool:
    """Whether the value has a time, and is a value of this indicator in a unit that can be converted to its own."""
    quantity = record.quantity
    if record.period is None or effective_semantics(indicator, quantity) is not indicator.semantics:
        return False
    try:
        _factor(quantity, indicator)
    except IncompatibleUnits:
        return False
    return True


def _factor(quantity: Quantity, indicator: Indicator) -> Fraction:
    """What a value is multiplied by to be in the unit of the indicator; raises `IncompatibleUnits`."""
    own = indicator.measured_in.unit
    return (
        Fraction(1)
        if quantity.unit == own
        else in_unit(_ONE, quantity.unit, same_measure(quantity.unit, own, indicator))
    )


def _along(indicator: Indicator, values: Iterable[Sourced]) -> Change:
    """Which change counts upwards: growth always a rise, an increment what the targets (or else results) speak of."""
    if indicator.semantics is Semantics.INCREMENT:
        in_order = sorted(values, key=lambda one: isinstance(one.record, Observation))
        return next((one.record.quantity.change for one in in_order if one.record.quantity.change), Change.INCREASE)
    return Change.INCREASE


def _signed(quantity: Quantity, indicator: Indicator, along: Change) -> tuple[float | None, float | None]:
    """The bounds as they are drawn: those of a fall are negative and change places."""
    factor = _factor(quantity, indicator)
    low, high = (None if one is None else float(Fraction(one) * factor) for one in (quantity.low, quantity.high))
    if quantity.change is None or quantity.change is along:
        return low, high
    return (None if high is None else -high), (None if low is None else -low)


def _step(one: Sourced, indicator: Indicator, along: Change, language: str) -> Step:
    record, period = one.record, _period(one.record)
    assert isinstance(record, Target)  # noqa: S101 the caller asked
    aim = aim_of(record.quantity, indicator, record.quantity.unit)
    low, high = _signed(record.quantity, indicator, along)
    upper_decides = (aim.demand is Demand.AT_MOST) is (record.quantity.change in (None, along))
    first, second = (high, low) if upper_decides else (low, high)
    deciding = first if first is not None else second
    return Step(
        first_day=_start_of_step(one, record, period),
        last_day=period.last_day,
        low=low,
        high=high,
        deciding=deciding or 0.0,
        is_cap=low is None or (indicator.semantics is Semantics.CEILING and low == high),
        period=_words(period, language),
        said=_said(record.quantity, language),
        sources=(one.source,),
    )


def _start_of_step(one: Sourced, record: Target, period: Period) -> date:
    """A yearly mean up to a day holds from when it was decided; any other target is drawn over its last year."""
    if not period.is_deadline:
        return (
            min(period.first_day, date(period.year, 1, 1)) if period.first_day == period.last_day else period.first_day
        )
    if is_yearly_mean(record) and one.since is not None:
        return date(min(max(one.since.year, period.year - _LONGEST_MEAN), period.year), 1, 1)
    return date(period.year, 1, 1)


def _merged(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps by time; what several documents promise alike is one step with all of them."""
    found: dict[tuple[object, ...], Step] = {}
    for step in steps:
        key = (step.last_day, step.first_day, step.low, step.high)
        kept = found.get(key)
        sources = tuple(dict.fromkeys((*kept.sources, *step.sources))) if kept else step.sources
        found[key] = replace(kept or step, sources=sources)
    return tuple(sorted(found.values(), key=lambda step: (step.last_day, step.deciding)))


def _points(values: Iterable[Sourced], indicator: Indicator, along: Change, language: str) -> list[Point]:
    """One point a period; of several results of a period a final one counts, and of these the last."""
    best: dict[tuple[object, ...], Point] = {}
    for one in values:
        record = one.record
        if isinstance(record, Observation):
            point = _point(one, record, indicator, along, language)
            key = (_period(record).last_day, point.whole, record.annual, record.cumulative, _period(record).first_day)
            kept = best.get(key)
            if kept is None or kept.estimated or not point.estimated:
                best[key] = point
    return sorted(best.values(), key=lambda point: (point.day, point.whole))


def _point(one: Sourced, record: Observation, indicator: Indicator, along: Change, language: str) -> Point:
    period = _period(record)
    low, high = _signed(record.quantity, indicator, along)
    path = TRAITS[indicator.semantics].path
    whole = path is PathKind.LINE or _is_whole_year(period)
    return Point(
        day=_day_of(period, path, whole=whole),
        year=period.year,
        value=(low if low is not None else high) or 0.0,
        whole=whole and not record.annual,
        estimated=record.estimated,
        period=_words(period, language),
        said=_said(record.quantity, language),
        source=one.source,
        from_start=record.cumulative or (period.first_day.month, period.first_day.day) == (1, 1),
    )


def _day_of(period: Period, path: PathKind, *, whole: bool) -> date:
    """A level stands at the end of its period, as does what has run up within a year; all else in the middle."""
    if path is PathKind.LINE or (path is PathKind.SHARE and not whole):
        return period.last_day
    return period.first_day + (period.last_day - period.first_day) / 2


def _is_whole_year(period: Period) -> bool:
    return period.first_day == date(period.year, 1, 1) and period.last_day == date(period.year, 12, 31)


def _comparable(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points that make the line: one a day."""
    by_day: dict[date, Point] = {}
    for point in points:
        kept = by_day.get(point.day)
        if point.whole and (kept is None or kept.estimated or not point.estimated):
            by_day[point.day] = point
    return tuple(by_day[day] for day in sorted(by_day))


def _period(record: Measurement) -> Period:
    assert record.period is not None  # noqa: S101 `_fits` lets no other through
    return record.period


def _words(period: Period, language: str) -> str:
    words = period.vietnamese() if language == "vi" else period.english()
    return words[:1].upper() + words[1:]


def _said(quantity: Quantity, language: str) -> str:
    return with_unit(bounds(quantity, language), unit_of(quantity, language))


def unit_words(indicator: Indicator, language: str) -> str:
    """The unit of an indicator as it is printed."""
    own = indicator.measured_in
    quantity = Quantity(low=_ONE, high=_ONE, written_unit=own.written, unit=own.unit, per=own.per)
    return unit_of(quantity, language)
