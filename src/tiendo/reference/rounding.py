"""What a printed number stands for: all values that round to its digits. Counts of things are not rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tiendo.facts.intervals import Interval
from tiendo.facts.quantity import Unit
from tiendo.reference.units import MEASURE_WORDS, UNKNOWN_UNIT, read_unit

# Turns and visits are read like measured units ("lượt khách"), but they are counted one by one.
_COUNTED_ALL_THE_SAME = frozenset(("LUOT",))


def printed(value: Decimal, unit: Unit, *, approximate: bool = False) -> Interval:
    """The values that are printed as `value`; `khoảng 150` gives way by its last digit that is not zero."""
    centre = Fraction(value)
    # A count with decimals is a mean.
    if is_count(unit) and not approximate and last_place(value) >= 0:
        return Interval(centre, centre)
    half = half_of_last_digit(value.normalize() if approximate else value)
    return Interval(centre - half, centre + half)


def half_of_last_digit(value: Decimal) -> Fraction:
    """What rounding to the digits of a number can hide."""
    place = last_place(value)
    return Fraction(1, 2 * 10**-place) if place < 0 else Fraction(10**place, 2)


def is_count(unit: Unit) -> bool:
    """True for whole things counted one by one (`xã`, `lượt`), which are not rounded."""
    return unit.multiplier == 0 and unit.measure not in _measured_codes()


def last_place(value: Decimal) -> int:
    """The power of ten of the last digit: -1 for 28,1 and 0 for 277."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@lru_cache(maxsize=1)
def _measured_codes() -> frozenset[str]:
    measured = {read_unit(word).measure for word in MEASURE_WORDS} | {UNKNOWN_UNIT.measure}
    return frozenset(measured) - _COUNTED_ALL_THE_SAME
