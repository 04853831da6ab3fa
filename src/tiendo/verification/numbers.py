"""A printed number inside a recomputation: what it stands for, and how it may have been mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tiendo.facts.figures import Figure
from tiendo.facts.findings import Place
from tiendo.facts.intervals import Interval
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.reference.rounding import half_of_last_digit, is_count, last_place, printed
from tiendo.reference.units import in_base

Key = tuple[str, int, str]

_CACHED_QUANTITIES = 65_536  # reports repeat their percentages and small counts, and each number serves several checks
_CACHED_SCALES = 4096  # far above the number of units that documents use


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of a document as a term of a recomputation.

    `interval` is what it stands for, in the base of its unit and with the sign of its change; `base` is
    the code of that base, `scale` what one of the written unit is in it.
    """

    document: str
    figure: Figure
    interval: Interval
    base: str
    scale: Fraction

    @property
    def key(self) -> Key:
        """Which printed number this is; the quote tells a number from one that its record says without a place."""
        return self.document, self.figure.start, self.figure.quote

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.document, self.figure.start, self.figure.end, self.figure.quote)

    @property
    def text(self) -> str:
        """The quote on one line."""
        return " ".join(self.figure.quote.split())

    @property
    def is_whole_count(self) -> bool:
        """Whether it counts things one by one, exactly."""
        return self.interval.is_exact and self.scale == 1 and not self.figure.quantity.approximate

    def stood_for(self, quantity: Quantity) -> Interval:
        """What it would stand for with another quantity printed at its place."""
        return stands_for(quantity, is_plan=self.figure.is_plan)


def number(document: str, figure: Figure) -> Number:
    """A figure of a document as a term."""
    base, scale = _scale(figure.quantity.unit)
    return Number(document, figure, stands_for(figure.quantity, is_plan=figure.is_plan), base, scale)


def stands_for(quantity: Quantity, *, is_plan: bool = False) -> Interval:
    """The values that a quantity stands for, in the base of its unit, negative for a decrease.

    A whole number of a plan is exact; `khoảng`, `gần` and `hơn` widen by one of the last digit that is not
    zero; an open side stays open.
    """
    # 22 and 22,0 are equal as numbers, and stand for different values.
    places = tuple(last_place(bound) for bound in (quantity.low, quantity.high) if bound is not None)
    return _stands_for(quantity, places, is_plan)


@lru_cache(maxsize=_CACHED_QUANTITIES)
def _stands_for(quantity: Quantity, _places: tuple[int, ...], is_plan: bool) -> Interval:
    if quantity.is_point and quantity.low is not None:
        interval = _printed(quantity.low, quantity, is_plan)
    else:
        low = _printed(quantity.low, quantity, is_plan).low if quantity.low is not None else Fraction(0)
        high = _printed(quantity.high, quantity, is_plan).high if quantity.high is not None else None
        interval = Interval(low, high)
    scale = _scale(quantity.unit)[1]
    interval = interval.scaled(scale) if scale != 1 else interval
    return -interval if quantity.change is Change.DECREASE else interval


def _printed(value: Decimal, quantity: Quantity, is_plan: bool) -> Interval:
    if quantity.approximate:
        step = Fraction(10) ** last_place(value.normalize())
        return Interval(Fraction(value) - step, Fraction(value) + step)
    if is_plan and value == value.to_integral_value() and last_place(value) >= 0:
        return Interval.exactly(Fraction(value))
    if quantity.per is not None and is_count(quantity.unit):
        half = half_of_last_digit(value)  # so many per something is a mean, and rounded
        return Interval(Fraction(value) - half, Fraction(value) + half)
    return printed(value, quantity.unit)


@lru_cache(maxsize=_CACHED_SCALES)
def _scale(unit: Unit) -> tuple[str, Fraction]:
    base, exponent = in_base(unit)
    return base, Fraction(10) ** exponent


def with_value(quantity: Quantity, value: Decimal) -> Quantity:
    """The same quantity with another number at the place of its first."""
    low = value if quantity.low is not None else None
    if quantity.is_point:
        return replace(quantity, low=value, high=value)
    if quantity.low is None:
        return replace(quantity, high=value)
    return replace(quantity, low=low)


def bounds(quantity: Quantity) -> Iterator[Decimal]:
    """The printed numbers of a quantity, one for a point."""
    if quantity.low is not None:
        yield quantity.low
    if quantity.high is not None and quantity.high != quantity.low:
        yield quantity.high


def significant_digits(printed: Number) -> int:
    """How many digits of a printed number say something, in whatever unit: 4 for 2.923, 1 for 800, 6 for 2.894,40."""
    stated = printed.figure.quantity.low or printed.figure.quantity.high
    if stated is None:
        return 0
    shown = stated if last_place(stated) < 0 else stated.normalize()
    return len(shown.as_tuple().digits)
