"""How a result differs from that of the same period of the year before."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tiendo.assessment.semantics import definition_moved, effective_semantics, in_unit
from tiendo.catalogue import Indicator, Semantics
from tiendo.facts.period import Period
from tiendo.facts.printing import computed, exact, signed
from tiendo.facts.quantity import Change, Unit
from tiendo.facts.records import Measurement, Observation
from tiendo.facts.wording import Wording
from tiendo.reference.units import comparable

_POINTS = Wording("điểm %", "points")
_PERCENT = Unit("PT")
_PLACES = 1

Key = tuple[Period, bool, bool]


def by_period(records: Iterable[Measurement]) -> dict[Key, Observation]:
    """The result of each period and way of counting: final before estimated ones, of these the last."""
    found: dict[Key, Observation] = {}
    for record in records:
        if isinstance(record, Observation) and record.period is not None:
            key = (record.period, record.cumulative, record.annual)
            kept = found.get(key)
            if kept is None or kept.estimated or not record.estimated:
                found[key] = record
    return found


def change_words(record: Observation, known: dict[Key, Observation], indicator: Indicator, language: str) -> str:
    """`+8,4%`; for shares and rates `−0,3 điểm %`; nothing where there is nothing to compare with.

    What the document itself claims comes first.
    """
    if record.yoy_percent is not None:
        return signed(record.yoy_percent, language) + "%"
    before = _before(record, known, indicator)
    if before is None:
        return ""
    now, then = _value(record), _value(before)
    if now is None or then is None:
        return ""
    if record.quantity.unit == _PERCENT:
        return f"{_signed(now - then, exact(abs(now - then), language))} {_POINTS.sentence(language)}"
    if then <= 0 or indicator.semantics is Semantics.RANK:
        return ""
    change = (now - then) / then * 100
    return _signed(change, computed(abs(change), language, _PLACES)) + "%"


def _before(record: Observation, known: dict[Key, Observation], indicator: Indicator) -> Observation | None:
    earlier = record.period.year_before() if record.period is not None else None
    before = known.get((earlier, record.cumulative, record.annual)) if earlier is not None else None
    if earlier is None or before is None or record.period is None:
        return None
    same_kind = effective_semantics(indicator, before.quantity) is effective_semantics(indicator, record.quantity)
    if not same_kind or not comparable(before.quantity.unit, record.quantity.unit):
        return None
    return None if definition_moved(indicator, earlier.year, record.period.year) else before


def _value(record: Observation) -> Fraction | None:
    quantity = record.quantity
    if not quantity.is_point or quantity.low is None:
        return None
    value = in_unit(quantity.low, quantity.unit, Unit(quantity.unit.measure))
    return -value if quantity.change is Change.DECREASE else value


def _signed(value: Fraction, size: str) -> str:
    return ("−" if value < 0 else "+" if value > 0 else "") + size
