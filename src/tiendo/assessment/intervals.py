"""A printed number is an interval: every value that rounds to the digits on the page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from tiendo.assessment.rules import Rule
from tiendo.catalogue.model import Wording
from tiendo.facts.quantity import Unit
from tiendo.reference.units import MEASURE_WORDS, read_unit

PRINTED_INTERVAL = Rule(
    "printed-interval",
    Wording(
        "Số in 28,1 là mọi giá trị từ 28,05 đến 28,15; số đếm (9 trường) là chính nó. "
        "Đánh giá theo số in; nếu hai đầu khoảng cho hai kết luận khác nhau thì ghi rõ là sát ngưỡng.",
        "A printed 28.1 is every value from 28.05 to 28.15; a count (9 schools) is itself. "
        "The printed number decides; where the ends of the interval would be judged differently, the status says so.",
    ),
)

_HALF = Fraction(1, 2)  # of the last printed digit: what rounding to it can hide


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both inside."""

    low: Fraction
    high: Fraction

    def scaled(self, factor: Fraction) -> Interval:
        """Both ends times a positive factor."""
        return Interval(self.low * factor, self.high * factor)

    def negated(self) -> Interval:
        """The mirror image at zero."""
        return Interval(-self.high, -self.low)


def printed(value: Decimal, unit: Unit, *, approximate: bool = False) -> Interval:
    """The values that are printed as `value`; `khoảng 150` gives way by its last digit that is not zero."""
    centre = Fraction(value)
    if is_count(unit) and not approximate:
        return Interval(centre, centre)
    half = _HALF * Fraction(10) ** last_place(value.normalize() if approximate else value)
    return Interval(centre - half, centre + half)


def is_count(unit: Unit) -> bool:
    """True for whole things counted one by one (`xã`, `lượt`), which are not rounded."""
    return unit.multiplier == 0 and unit.measure not in _measured_codes()


def last_place(value: Decimal) -> int:
    """The power of ten of the last digit: -1 for 28,1 and 0 for 277."""
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@lru_cache(maxsize=1)
def _measured_codes() -> frozenset[str]:
    return frozenset(read_unit(word).measure for word in MEASURE_WORDS)
