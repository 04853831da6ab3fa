"""A number that is only known between two bounds, in exact arithmetic; a side without a bound is open.

Every operation gives the smallest interval that holds all results of values inside its operands, so a
wider operand never gives a narrower result. No floating point, no tolerances.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both inside; `None` is an open side."""

    low: Fraction | None
    high: Fraction | None

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """The interval that holds one value only."""
        point = Fraction(value)
        return cls(point, point)

    @property
    def is_exact(self) -> bool:
        """Whether only one value is inside."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Fraction | None:
        """From end to end; `None` where a side is open."""
        return None if self.low is None or self.high is None else self.high - self.low

    # --- asking ---

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.may_be_at_most(other) and other.may_be_at_most(self)

    def may_be_at_most(self, other: Interval) -> bool:
        """Whether some value of this one is no larger than some value of the other."""
        return self.low is None or other.high is None or self.low <= other.high

    def holds_whole_number(self) -> bool:
        """Whether a whole number lies inside."""
        if self.low is None or self.high is None:
            return True
        return self.low.__ceil__() <= self.high

    # --- arithmetic ---

    def __add__(self, other: Interval) -> Interval:
        return Interval(_both(self.low, other.low), _both(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(_minus(self.high), _minus(self.low))

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        if None in (self.low, self.high, other.low, other.high):
            return self._product_of_open(other)
        if _is_not_negative(self) and _is_not_negative(other):  # nearly all figures are: two products in place of four
            return Interval(_times(self.low, other.low), _times(self.high, other.high))
        ends = [_times(mine, its) for mine in (self.low, self.high) for its in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def _product_of_open(self, other: Interval) -> Interval:
        """Only what figures need: two sides without a bound above and none below zero stay above zero."""
        if (self.is_exact and self.low == 0) or (other.is_exact and other.low == 0):
            return Interval.exactly(0)
        if self.low is not None and self.low >= 0 and other.low is not None and other.low >= 0:
            high = None if self.high is None or other.high is None else self.high * other.high
            return Interval(self.low * other.low, high)
        return Interval(None, None)

    def __truediv__(self, other: Interval) -> Interval:
        positive = other.low is not None and other.low > 0
        if positive and _is_not_negative(self) and self.high is not None and other.high is not None:
            return Interval(_over(self.low, other.high), _over(self.high, other.low))
        return self * other.inverse()

    def inverse(self) -> Interval:
        """One over it; open where it reaches down to zero, without bounds where it reaches across."""
        if self.low is not None and self.low > 0:
            return Interval(_ZERO if self.high is None else 1 / self.high, 1 / self.low)
        if self.high is not None and self.high < 0:
            return -((-self).inverse())
        if self.low == 0 and (self.high is None or self.high > 0):
            return Interval(_ZERO if self.high is None else 1 / self.high, None)
        return Interval(None, None)

    def scaled(self, factor: Fraction) -> Interval:
        """Both ends times a factor."""
        if factor < 0:
            return (-self).scaled(-factor)
        return Interval(*(None if end is None else end * factor for end in (self.low, self.high)))

    @staticmethod
    def hull(intervals: Iterable[Interval]) -> Interval:
        """The smallest interval that holds all of them; raises `ValueError` for none."""
        listed = list(intervals)
        lows, highs = [one.low for one in listed], [one.high for one in listed]
        return Interval(
            None if None in lows else min(low for low in lows if low is not None),
            None if None in highs else max(high for high in highs if high is not None),
        )

    @staticmethod
    def total(intervals: Iterable[Interval]) -> Interval:
        """Their sum; exactly zero for none."""
        return sum(intervals, Interval.exactly(0))


def _both(mine: Fraction | None, its: Fraction | None) -> Fraction | None:
    return None if mine is None or its is None else mine + its


def _minus(end: Fraction | None) -> Fraction | None:
    return None if end is None else -end


def _times(mine: Fraction | None, its: Fraction | None) -> Fraction:
    if mine is None or its is None:
        raise AssertionError  # the caller has looked
    return mine * its


def _over(mine: Fraction | None, its: Fraction | None) -> Fraction:
    if mine is None or its is None:
        raise AssertionError  # the caller has looked
    return mine / its


def _is_not_negative(interval: Interval) -> bool:
    return interval.low is not None and interval.low >= 0
