"""Typed operations: what may be added, divided and compared, for every kind of measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tiendo.assessment.rules import Outcome, Rule
from tiendo.assessment.timing import time_of
from tiendo.catalogue.model import Indicator, Semantics
from tiendo.facts.errors import LookupRefused
from tiendo.facts.quantity import Quantity, Unit
from tiendo.facts.records import Measurement
from tiendo.facts.wording import Wording
from tiendo.reference.units import comparable, convert

_CURRENCIES = frozenset({"VND", "USD", "EUR", "CNY", "JPY"})  # measures that differ by a rate of exchange only


class PathKind(StrEnum):
    """How the value that is expected by a date follows from the target."""

    SHARE = "share"  # a share of the period's amount
    LINE = "line"  # the straight line between dated levels
    RATE = "rate"  # the rate itself, at any time
    NONE = "none"  # nothing is expected before the end


@dataclass(frozen=True, slots=True)
class Traits:
    """Which arithmetic makes sense: over time, over parts (places, branches), and the shape of the path."""

    adds_over_time: bool
    adds_over_parts: bool
    path: PathKind


_LEVEL = Traits(adds_over_time=False, adds_over_parts=False, path=PathKind.LINE)
_AMOUNT = Traits(adds_over_time=True, adds_over_parts=True, path=PathKind.SHARE)

TRAITS: dict[Semantics, Traits] = {
    Semantics.FLOW: _AMOUNT,
    Semantics.CEILING: _AMOUNT,
    Semantics.INCREMENT: _AMOUNT,
    # A running total already holds the periods before it.
    Semantics.CUMULATIVE_FLOW: Traits(adds_over_time=False, adds_over_parts=True, path=PathKind.SHARE),
    Semantics.STOCK: Traits(adds_over_time=False, adds_over_parts=True, path=PathKind.LINE),
    Semantics.RATIO: _LEVEL,
    Semantics.INDEX: _LEVEL,
    Semantics.COMPOSITION: Traits(adds_over_time=False, adds_over_parts=False, path=PathKind.NONE),
    # The parts of one whole do add up to 100 %, but that is a check and never a total of results.
    Semantics.COMPOSITION_PART: _LEVEL,
    Semantics.GROWTH: Traits(adds_over_time=False, adds_over_parts=False, path=PathKind.RATE),
    Semantics.RANK: Traits(adds_over_time=False, adds_over_parts=False, path=PathKind.NONE),
}

TYPED_OPERATIONS = Rule(
    "typed-operations",
    Wording(
        "Chỉ cộng các kỳ của số phát sinh và phần tăng thêm; không cộng tỷ lệ, tốc độ, cơ cấu, chỉ số, thứ hạng. "
        "Chỉ so hai số cùng loại, cùng đơn vị, cùng định nghĩa.",
        "Only flows and additions are added over time; ratios, rates, shares, indices and ranks never are. "
        "Only figures of one kind, one unit and one definition are compared.",
    ),
)


def effective_semantics(indicator: Indicator, quantity: Quantity) -> Semantics:
    """The kind of a figure: a change of a stock or ratio (`thêm 10 xã`, `giảm 3 điểm`) is an increment."""
    if quantity.change is not None and indicator.semantics in (Semantics.STOCK, Semantics.RATIO):
        return Semantics.INCREMENT
    return indicator.semantics


def total_over_time(semantics: Semantics, values: Sequence[Decimal]) -> Decimal:
    """The sum of successive periods; raises `LookupRefused` for a kind that does not add up over time."""
    if not TRAITS[semantics].adds_over_time:
        raise _no_sum(semantics, "các kỳ", "periods")
    return sum(values, Decimal(0))


def total_over_parts(semantics: Semantics, values: Sequence[Decimal]) -> Decimal:
    """The sum over places or branches; raises `LookupRefused` for a kind that does not add up so."""
    if not TRAITS[semantics].adds_over_parts:
        raise _no_sum(semantics, "các địa bàn, bộ phận", "places or parts")
    return sum(values, Decimal(0))


def in_unit(value: Decimal, unit: Unit, wanted: Unit) -> Fraction:
    """The value in another unit, exact; raises `IncompatibleUnits`."""
    return Fraction(convert(value, unit, wanted))


def refusal(indicator: Indicator, target: Measurement, observation: Measurement) -> Outcome | None:
    """Why the two may not be compared at all, or `None` where they may."""
    wanted, found = target.quantity, observation.quantity
    if not comparable(wanted.unit, found.unit) and not _both_points(indicator, wanted.unit, found.unit):
        both_money = {wanted.unit.measure, found.unit.measure} <= _CURRENCIES
        return Outcome.DIFFERENT_CURRENCY if both_money else Outcome.DIFFERENT_UNITS
    if definition_moved(indicator, time_of(target).year, time_of(observation).year):
        return Outcome.DEFINITION_MOVED
    if effective_semantics(indicator, wanted) is not effective_semantics(indicator, found):
        return Outcome.INCREMENT_VERSUS_STOCK
    if indicator.semantics is Semantics.INCREMENT and observation.cumulative and not target.cumulative:
        return Outcome.INCREMENT_VERSUS_STOCK
    return None


def definition_moved(indicator: Indicator, year: int, other: int) -> bool:
    """True where the indicator's meaning changed after the earlier and up to the later year."""
    first, last = sorted((year, other))
    return any(first < moved.year <= last for moved in indicator.definition_breaks)


def same_measure(unit: Unit, wanted: Unit, indicator: Indicator) -> Unit:
    """`wanted`, or `unit` where `%` stands for percentage points, so that conversion succeeds."""
    return unit if not comparable(unit, wanted) and _both_points(indicator, unit, wanted) else wanted


def _both_points(indicator: Indicator, unit: Unit, other: Unit) -> bool:
    # Documents write "giảm 3%" for three percentage points of a rate; the indicator's unit tells.
    return indicator.measured_in.unit.measure == "PP" and {unit.measure, other.measure} == {"PT", "PP"}


def _no_sum(semantics: Semantics, vi: str, en: str) -> LookupRefused:
    return LookupRefused(
        vi=f"Không cộng {vi} của loại số liệu {semantics.value!r}: tổng như vậy không có nghĩa.",
        en=f"Values of the kind {semantics.value!r} are not added over {en}: such a sum means nothing.",
    )
