"""Chooses what a row of the scoreboard compares: the target that counts now, and the result of the period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from tiendo.assessment.entries import BoardEntry
from tiendo.assessment.rules import Rule
from tiendo.assessment.semantics import TRAITS, PathKind, refusal
from tiendo.assessment.timing import time_of
from tiendo.catalogue.model import Indicator
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Measurement, Observation, Target
from tiendo.facts.wording import Wording
from tiendo.reference.units import comparable

WHICH_TARGET = Rule(
    "which-target",
    Wording(
        "Ưu tiên mục tiêu của chính năm đó, rồi mục tiêu có hạn trong năm, rồi mục tiêu dài hạn gần nhất; "
        "các mục tiêu xa hơn ghi bên cạnh.",
        "The year's own target comes first, then one that is due within the year, then the nearest later one; "
        "those further away stand beside it.",
    ),
)
WHICH_RESULT = Rule(
    "which-result",
    Wording(
        "Lấy kết quả mới nhất trong kỳ; số của chính kỳ trước số lũy kế, số chính thức trước số ước; "
        "số nhắc lại chỉ tính một lần.",
        "The latest result of the period counts; the period's own value comes before a running total, "
        "a final one before an estimate; a repeated value counts once.",
    ),
)
GROWTH_FROM_CLAIM = Rule(
    "growth-from-claim",
    Wording(
        "Chỉ tiêu tốc độ tăng chưa có kết quả riêng thì lấy mức “so với cùng kỳ” mà văn bản ghi bên số tuyệt đối.",
        "A growth target without a result of its own takes the year-on-year change claimed beside the amount.",
    ),
)

_PERCENT = Unit("PT")
_OWN, _SAME_YEAR, _LATER = range(3)


def target_for(entries: Iterable[BoardEntry], indicator: Indicator, period: Period) -> BoardEntry | None:
    """The target that counts for a period; `None` where there is none, or only ones that are over or to come."""
    running = [entry for entry in _targets(entries, indicator) if _is_running(time_of(entry.record), period)]
    return min(running, key=lambda entry: _order_of_target(entry.record, indicator, period), default=None)


def horizons_after(entries: Iterable[BoardEntry], indicator: Indicator, chosen: BoardEntry) -> tuple[BoardEntry, ...]:
    """The targets for later days than the chosen one, the nearest first, each value once."""
    later: dict[tuple[object, ...], BoardEntry] = {}
    for entry in _targets(entries, indicator):
        record = entry.record
        if time_of(record).last_day > time_of(chosen.record).last_day:
            key = (time_of(record).last_day, record.annual, _value(record.quantity))
            later.setdefault(key, entry)
    return tuple(sorted(later.values(), key=lambda entry: time_of(entry.record).last_day))


def result_for(
    entries: Iterable[BoardEntry], indicator: Indicator, period: Period, target: Measurement | None
) -> BoardEntry | None:
    """The result that counts for a period; `None` where no result ends inside it."""
    best: tuple[tuple[object, ...], BoardEntry] | None = None
    for entry in entries:
        record = entry.record
        if isinstance(record, Observation) and _tells_of(record, indicator, period):
            key = _order_of_result(record, indicator, period, target)
            # Of two that rank alike the later reading corrects the earlier.
            if best is None or key >= best[0]:
                best = (key, entry)
    return best[1] if best else None


def growth_claimed(entry: BoardEntry) -> BoardEntry | None:
    """The year-on-year percentage claimed beside an amount, as a result of its own at the same place."""
    record = entry.record
    if not isinstance(record, Observation) or record.yoy_percent is None:
        return None
    size = abs(record.yoy_percent)
    change = Change.DECREASE if record.yoy_percent < 0 else Change.INCREASE
    quantity = Quantity(low=size, high=size, written_unit="%", unit=_PERCENT, change=change)
    claim = replace(record, quantity=quantity, plan_percent=None, yoy_change=None)
    return replace(entry, record=claim)


def without_repeats(entries: Sequence[BoardEntry]) -> tuple[BoardEntry, ...]:
    """The entries without those that say the same of the same period again."""
    first: dict[tuple[object, ...], BoardEntry] = {}
    for entry in entries:
        record = entry.record
        key = (type(record), time_of(record), _value(record.quantity), record.annual, record.cumulative)
        kept = first.setdefault(key, entry)
        if kept.record.yoy_percent is None and record.yoy_percent is not None:
            first[key] = entry  # the mention that also makes the claim says more
    return tuple(first.values())


def _value(quantity: Quantity) -> tuple[object, ...]:
    """The same for one value written in two ways: `6 triệu lượt`, `6.000 nghìn lượt`."""
    unit = quantity.unit
    bounds = (None if bound is None else bound.scaleb(unit.multiplier) for bound in (quantity.low, quantity.high))
    return (unit.measure, quantity.per, quantity.change, *bounds)


def _targets(entries: Iterable[BoardEntry], indicator: Indicator) -> list[BoardEntry]:
    return [entry for entry in entries if isinstance(entry.record, Target) and _is_in_own_unit(entry.record, indicator)]


def _is_in_own_unit(record: Measurement, indicator: Indicator) -> bool:
    """False for "trên 60% kế hoạch", which is a share of the plan and no amount of the indicator."""
    if record.plan_percent is None or record.quantity.unit != _PERCENT:
        return True
    return any(comparable(_PERCENT, one.unit) for one in (indicator.measured_in, *indicator.also_measured_in))


def _is_running(time: Period, period: Period) -> bool:
    if time.last_day < period.last_day:
        return False
    return time.is_deadline or time.kind is PeriodKind.DAY or time.first_day <= period.last_day


def _order_of_target(record: Measurement, indicator: Indicator, period: Period) -> tuple[int, date, bool]:
    time = time_of(record)
    own = period if period.kind is PeriodKind.SPAN else Period.of_year(period.year)
    in_same_year = _SAME_YEAR if time.year == period.year else _LATER
    tier = _OWN if time.named == own else in_same_year
    in_other_unit = not comparable(record.quantity.unit, indicator.measured_in.unit)
    return tier, time.last_day, in_other_unit


def _tells_of(record: Observation, indicator: Indicator, period: Period) -> bool:
    """Whether the result ends in the period, and, for an amount or rate, covers it from a known start."""
    time = time_of(record)
    if not period.first_day <= time.last_day <= period.last_day:
        return False
    if TRAITS[indicator.semantics].path not in (PathKind.SHARE, PathKind.RATE):
        return True
    starts_with_year = (time.first_day.month, time.first_day.day) == (1, 1)
    return time == period or starts_with_year or record.cumulative or time.kind is PeriodKind.DAY


def _order_of_result(
    record: Observation, indicator: Indicator, period: Period, target: Measurement | None
) -> tuple[object, ...]:
    if target is None:
        fits = comparable(record.quantity.unit, indicator.measured_in.unit)
    else:
        fits = refusal(indicator, target, record) is None
    own = time_of(record) == period and not record.cumulative
    return fits, time_of(record).last_day, own, not record.estimated
