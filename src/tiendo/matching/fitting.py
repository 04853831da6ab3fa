"""Whether a figure can be a value of an indicator: unit, denominator, and level against change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tiendo.catalogue import Direction, Indicator, MeasuredIn, Semantics, measure_key
from tiendo.facts.quantity import Change, Unit
from tiendo.matching import reasons
from tiendo.matching.name_index import Naming
from tiendo.matching.reasons import reason
from tiendo.reference.units import comparable
from tiendo.text.folding import name_key

_CURRENCIES = frozenset({"VND", "USD", "CNY", "EUR"})
_TIMES = frozenset({"nam", "thang", "qui", "ngay"})  # "/năm" says how often, not of what
_HEADS = frozenset({"dau", "nguoi"})  # "triệu đồng/người" repeats "bình quân đầu người"
_PER_HEAD = "binh quan"
_ONE = re.compile(r"^0?1 ")
_TEN_THOUSAND = re.compile(r"^10 ?000 ")
_NEW = "moi"  # "trồng rừng mới", "việc làm mới": a flow that is an addition by its name


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the figure: the fields of the record, and what the words around it say.

    `name` is the key of the subject. `growth` is true behind `tốc độ tăng`, `added` behind `thêm` and `công nhận mới`.
    """

    name: str
    unit: Unit | None = None
    change: Change | None = None
    per: str | None = None
    annual: bool = False
    of_plan: bool = False
    growth: bool = False
    added: bool = False

    def saying_growth(self) -> Asked:
        """The same figure, called a growth rate by its name."""
        return replace(self, growth=True)

    def saying_change(self, change: Change) -> Asked:
        """The same figure, called an increase or decrease by its name where the record does not say."""
        return replace(self, change=self.change or change)


def objection(naming: Naming, asked: Asked) -> str | None:
    """Why the figure is no value of the indicator, as a reason; `None` where it fits."""
    indicator = naming.indicator
    return (
        _plan_objection(naming, asked)
        or _unit_objection(indicator, asked)
        or _per_objection(indicator, asked)
        or _change_objection(naming, asked)
    )


def currency_warning(indicator: Indicator, unit: Unit | None) -> str | None:
    """A warning where the figure is money of another currency than the indicator's main unit."""
    main = indicator.measured_in.unit.measure
    if unit is None or unit.measure == main or not {unit.measure, main} <= _CURRENCIES:
        return None
    return reason(reasons.OTHER_CURRENCY, unit.measure)


def _plan_objection(naming: Naming, asked: Asked) -> str | None:
    """`đạt 60% kế hoạch` is no share of communes and no coverage of 60 %, whatever the name."""
    return reasons.PERCENT_OF_PLAN if asked.of_plan and not naming.indicator.percent_of_plan else None


def _unit_objection(indicator: Indicator, asked: Asked) -> str | None:
    unit = asked.unit
    if unit is None or any(comparable(unit, one.unit) for one in _measures(indicator)):
        return None
    return reason(reasons.UNIT_DIFFERS, unit.measure)


def _per_objection(indicator: Indicator, asked: Asked) -> str | None:
    denominators = {_denominator(one.per) for one in _measures(indicator) if one.per}
    if asked.unit is None:
        return None
    if asked.per is None:
        said_by_name = any(denominator in asked.name for denominator in denominators)
        return None if said_by_name or not denominators else reason(reasons.PER_MISSING, min(denominators))
    per = _denominator(asked.per)
    if per in denominators:
        return None
    ignored = _TIMES | _HEADS if _PER_HEAD in measure_key(indicator.names.vi) else _TIMES
    return None if not denominators and ignored.issuperset(per.split()) else reason(reasons.PER_DIFFERS, asked.per)


def _change_objection(naming: Naming, asked: Asked) -> str | None:
    """A change is no level and a level no change; a name that says growth itself may leave the verb out."""
    semantics = naming.indicator.semantics
    if semantics is Semantics.GROWTH:
        return None if not naming.inherited or asked.change or asked.growth else reasons.LEVEL_NOT_CHANGE
    if semantics is Semantics.INCREMENT:
        return None if not naming.inherited or _is_added(naming.source, asked) else reasons.LEVEL_NOT_CHANGE
    if asked.growth:
        return reasons.CHANGE_OF_LEVEL
    if asked.change is None or (asked.change is Change.INCREASE and _adds_by_its_name(naming.indicator)):
        return None
    return reasons.CHANGE_OF_LEVEL


def _is_added(level: Indicator, asked: Asked) -> bool:
    """Whether the figure is what a period adds to the level: so many more communes, so many points less poverty."""
    wanted = Change.DECREASE if level.direction is Direction.DOWN else Change.INCREASE
    return asked.change is wanted or (level.semantics is Semantics.STOCK and (asked.added or asked.annual))


def _adds_by_its_name(indicator: Indicator) -> bool:
    return indicator.semantics is Semantics.FLOW and _NEW in measure_key(indicator.names.vi).split()


def _measures(indicator: Indicator) -> tuple[MeasuredIn, ...]:
    return (indicator.measured_in, *indicator.also_measured_in)


def _denominator(per: str) -> str:
    """`1 vạn dân`, `vạn dân` and `10.000 dân` are one denominator."""
    return _ONE.sub("", _TEN_THOUSAND.sub("van ", name_key(per)))
