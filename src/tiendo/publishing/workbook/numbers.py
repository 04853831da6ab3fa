"""Printed quantities as numbers of cells: the value itself, and a format that shows it as the document printed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tiendo.catalogue.model import Indicator
from tiendo.facts.printing import unit_of
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.wording import Wording
from tiendo.publishing.workbook.sheets import PERCENT, Number
from tiendo.reference.units import comparable, convert

_FALL = Wording("giảm ", "down ")
_MOST_PLACES = 6  # of converted numbers: far finer than any printed figure
_HUNDRED = 100


def in_unit_of(quantity: Quantity, other: Quantity | None) -> Quantity:
    """The quantity in the unit of another one, so that both can be read together; itself where they do not compare."""
    if other is None or quantity.unit == other.unit or not comparable(quantity.unit, other.unit):
        return quantity
    low, high = (_converted(bound, quantity.unit, other.unit) for bound in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit=other.unit, written_unit=other.written_unit)


def first_bound(quantity: Quantity, language: str) -> Number:
    """The value, or the lower end of a range; a fall is negative, an open side is said by the format."""
    side = "≤ " if quantity.low is None else "≥ " if quantity.high is None else ""
    bound = quantity.low if quantity.low is not None else quantity.high
    return _number(bound or Decimal(0), quantity, side, language)


def second_bound(quantity: Quantity, language: str) -> Number | None:
    """The upper end of a range; nothing for anything else."""
    if quantity.low is None or quantity.high is None or quantity.is_point:
        return None
    return _number(quantity.high, quantity, "", language)


def unit_words(quantity: Quantity, indicator: Indicator, language: str) -> str:
    """The unit for a column of its own, without the denominator that the name of the indicator says already."""
    if quantity.per is not None and quantity.per in indicator.names.vi:
        quantity = replace(quantity, per=None)
    return unit_of(quantity, language)


def computed(value: Fraction, places: int) -> Number:
    """A computed value in so many places."""
    return Number(float(value), _digits(places))


def percent_of(value: Decimal | Fraction | None) -> Number | None:
    """A percentage (`28.1`) as the share that spreadsheets reckon with."""
    return None if value is None else Number(float(Fraction(value) / _HUNDRED), PERCENT)


def share(value: Fraction | None) -> Number | None:
    """A share of one, shown in percent."""
    return None if value is None else Number(float(value), PERCENT)


def places_of(quantity: Quantity) -> int:
    """To how many places the quantity was printed."""
    return max(map(_places, _bounds(quantity)))


def _bounds(quantity: Quantity) -> Iterator[Decimal]:
    return (bound for bound in (quantity.low, quantity.high) if bound is not None)


def _number(bound: Decimal, quantity: Quantity, side: str, language: str) -> Number:
    falls = quantity.change is Change.DECREASE
    before = side + ("~" if quantity.approximate else "")
    shape = (f'"{before}"' if before else "") + _digits(places_of(quantity))
    if falls:
        shape = f'{_digits(places_of(quantity))};"{_FALL.sentence(language)}{before}"{_digits(places_of(quantity))}'
    return Number(-float(bound) if falls else float(bound), shape)


def _digits(places: int) -> str:
    return "#,##0" + ("." + "0" * places if places else "")


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(max(-exponent, 0), _MOST_PLACES) if isinstance(exponent, int) else 0


def _converted(bound: Decimal | None, unit: Unit, wanted: Unit) -> Decimal | None:
    return None if bound is None else convert(bound, unit, wanted)
