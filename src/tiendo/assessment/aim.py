"""What a target asks for: at least, at most or within, in one unit and along the change it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tiendo.assessment.rules import Rule
from tiendo.assessment.semantics import in_unit, same_measure
from tiendo.catalogue.model import Direction, Indicator, Semantics
from tiendo.facts.intervals import Interval
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.wording import Wording
from tiendo.reference.rounding import printed

RANGE_TARGETS = Rule(
    "range-targets",
    Wording(
        "Mục tiêu ghi khoảng 7 – 7,5: cận dễ đạt hơn quyết định (cận dưới; với chỉ tiêu cần giảm là cận trên), "
        "cận kia chỉ để xem. “Từ 5% trở lên” là mức tối thiểu; “không quá”, “dưới” là mức tối đa.",
        "A target of 7 – 7.5: the bound that is easier to reach decides (the lower; the upper where less is better), "
        "the other is only shown. “5% or more” is a floor; “not over”, “under” is a cap.",
    ),
)

DIRECTION_OF_CHANGE = Rule(
    "direction-of-change",
    Wording(
        "Mục tiêu “giảm 5%” được đo theo chiều giảm: giảm 6% là đạt, tăng 2% là âm.",
        "A target “down 5%” is measured along the fall: down 6% reaches it, up 2% counts as negative.",
    ),
)


class Demand(StrEnum):
    """How a value has to stand to the aim."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Aim:
    """A target as a comparison: `low` and `high` in the unit of the case; `None` is an open side.

    `along` is the change that counts as positive: `DECREASE` for a target "giảm 5%".
    """

    demand: Demand
    low: Fraction | None
    high: Fraction | None
    along: Change

    @property
    def deciding(self) -> Fraction:
        """The bound that the judgement rests on."""
        first, second = (self.high, self.low) if self.demand is Demand.AT_MOST else (self.low, self.high)
        bound = first if first is not None else second
        if bound is None:  # `Quantity` refuses a value without any bound
            raise AssertionError
        return bound

    @property
    def shown(self) -> Fraction | None:
        """The bound that is only shown; `None` for a point or an open side."""
        if self.low is None or self.high is None or self.low == self.high:
            return None
        return self.low if self.demand is Demand.AT_MOST else self.high

    def met_by(self, value: Fraction) -> bool:
        """Whether the value does what is asked for."""
        enough = self.low is None or value >= self.low
        not_too_much = self.high is None or value <= self.high
        match self.demand:
            case Demand.AT_LEAST:
                return enough
            case Demand.AT_MOST:
                return not_too_much
            case Demand.WITHIN:
                return enough and not_too_much

    def scaled(self, share: Fraction) -> Aim:
        """The same aim for a share of the amount."""
        low, high = (None if bound is None else bound * share for bound in (self.low, self.high))
        return replace(self, low=low, high=high)

    def at(self, value: Fraction) -> Aim:
        """The same demand for one value."""
        return replace(self, low=value, high=value)


def aim_of(quantity: Quantity, indicator: Indicator, unit: Unit) -> Aim:
    """What the quantity of a target asks for, in `unit`; raises `IncompatibleUnits`."""
    low, high = (_converted(bound, quantity.unit, unit, indicator) for bound in (quantity.low, quantity.high))
    demand = _demand(quantity, indicator)
    along = quantity.change or Change.INCREASE
    # A bound that the demand needs but the text leaves open is the other one.
    if demand is Demand.AT_LEAST and low is None:
        demand = Demand.AT_MOST
    elif demand is Demand.AT_MOST and high is None:
        demand = Demand.AT_LEAST
    return Aim(demand=demand, low=low, high=high, along=along)


@dataclass(frozen=True, slots=True)
class Reached:
    """A result: the printed value along the aim, all values that print so, and whether a side is open."""

    value: Fraction
    interval: Interval
    is_bound: bool

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The two ends of the interval."""
        low, high = self.interval.low, self.interval.high
        if low is None or high is None:  # `reached_of` closes both sides; `is_bound` says which is open
            raise AssertionError
        return low, high


def reached_of(quantity: Quantity, indicator: Indicator, unit: Unit, along: Change) -> Reached:
    """The result in `unit`, negative where it moves against the aim; raises `IncompatibleUnits`.

    A range is read by its lower bound, a value with an open side by the bound it has.
    """
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    factor = _converted(Decimal(1), quantity.unit, unit, indicator) or Fraction(1)
    spans = [printed(bound, quantity.unit, approximate=quantity.approximate) for bound in bounds]
    interval = Interval(spans[0].low, spans[-1].high).scaled(factor)
    value = Fraction(bounds[0]) * factor
    if quantity.change is not None and quantity.change is not along:
        value, interval = -value, -interval
    return Reached(value=value, interval=interval, is_bound=len(bounds) == 1)


def _demand(quantity: Quantity, indicator: Indicator) -> Demand:
    if indicator.semantics is Semantics.CEILING or indicator.semantics is Semantics.RANK:
        return Demand.AT_MOST
    if indicator.direction is Direction.BAND:
        return Demand.WITHIN
    if indicator.direction is Direction.NONE and indicator.semantics is Semantics.COMPOSITION_PART:
        return Demand.WITHIN
    # "Giảm 5%" of what should fall is an aim to exceed; a bare level of it is one to undercut.
    if indicator.direction is Direction.DOWN and quantity.change is not Change.DECREASE:
        return Demand.AT_MOST
    return Demand.AT_LEAST


def _converted(value: Decimal | None, unit: Unit, wanted: Unit, indicator: Indicator) -> Fraction | None:
    return None if value is None else in_unit(value, unit, same_measure(unit, wanted, indicator))
