"""The two axes of a chart: days along the bottom, values up the side, each with ticks where a reader expects them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tiendo.facts.printing import number

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))  # times a power of ten
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_SHORT_DAYS = 2 * 366  # up to two years the quarters are told
_ROUNDING = 1e-9  # what floating point may be off by
_QUARTERS = ("I", "II", "III", "IV")
_DAYS_OF_A_YEAR = 365.25
_PADDING = 0.08  # of the span of values, free above and below it
_LEAST_SPAN = 0.1  # of a value that stands alone: an axis needs some height


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, and what is written at it."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days between two, from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day stands."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + share * (self.right - self.left)

    @property
    def is_short(self) -> bool:
        """Whether there is room and reason to tell quarters."""
        return (self.last - self.first).days < _SHORT_DAYS

    def years(self, *, at_end: bool, room: float, wanted: tuple[int, ...] = ()) -> list[Tick]:
        """A tick a year or every few, no two nearer than `room`; the `wanted` years where there is room for them.

        A year's tick is in its middle, or at its end where values are states of the last day.
        """
        years = [year for year in self._calendar_years() if self._holds(_day_of_year(year, at_end=at_end))]
        if not years:
            return []
        width = _DAYS_OF_A_YEAR / max((self.last - self.first).days, 1) * (self.right - self.left)
        step = next((one for one in _YEAR_STEPS if one * width >= room), _YEAR_STEPS[-1])
        chosen = [year for year in years if year % step == 0] or [years[0]]
        for year in wanted:
            if year in years and all(abs(year - other) * width >= room for other in chosen):
                chosen.append(year)
        return [Tick(self.at(_day_of_year(year, at_end=at_end)), str(year)) for year in sorted(chosen)]

    def quarters(self, *, at_end: bool) -> list[Tick]:
        """A tick a quarter: I to IV."""
        days = [
            (_quarter_end(year, place) if at_end else date(year, place * 3 + 2, 15), _QUARTERS[place])
            for year in self._calendar_years()
            for place in range(len(_QUARTERS))
        ]
        return [Tick(self.at(day), text) for day, text in days if self._holds(day)]

    def _calendar_years(self) -> range:
        return range(self.first.year, self.last.year + 1)

    def _holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def _day_of_year(year: int, *, at_end: bool) -> date:
    return date(year, 12, 31) if at_end else date(year, 7, 2)


def _quarter_end(year: int, place: int) -> date:
    return date(year, 12, 31) if place == len(_QUARTERS) - 1 else date(year, place * 3 + 3, 30)


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Values between two, from `bottom` up to `top` (a smaller number: pictures are measured downwards)."""

    low: float
    high: float
    bottom: float
    top: float
    ticks: tuple[Tick, ...]

    def at(self, value: float) -> float:
        """Where a value stands; what is outside stands at the edge."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)


def value_scale(
    values: list[float],
    *,
    bottom: float,
    top: float,
    from_zero: bool,
    most_ticks: int,
    language: str,
    whole: float | None = None,
) -> ValueScale:
    """A scale that holds all values with some room, with ticks at round numbers, `most_ticks` or few more.

    It goes below nothing only where a value does, and above a `whole` only where one is more than that.
    """
    low, high = _span(values, from_zero=from_zero)
    padding = (high - low) * _PADDING
    padded_low = low - padding if low < 0 else max(low - padding, 0.0)
    padded_high = high + padding if whole is None or high > whole else min(high + padding, whole)
    step = round_step(padded_high - padded_low, most_ticks)
    first, last = math.floor(padded_low / float(step)), math.ceil(padded_high / float(step) - _ROUNDING)
    marks = [step * place for place in range(first, last + 1)]
    scale = ValueScale(float(marks[0]), float(marks[-1]), bottom, top, ())
    ticks = tuple(Tick(scale.at(float(mark)), number(_plain(mark), language)) for mark in marks)
    return replace(scale, ticks=ticks)


def _span(values: list[float], *, from_zero: bool) -> tuple[float, float]:
    """The least and the greatest value, apart from each other."""
    ends = [*values, 0.0] if from_zero else values
    low, high = min(ends), max(ends)
    if high - low > abs(high) * _ROUNDING:
        return low, high
    margin = abs(high) * _LEAST_SPAN or 1.0
    return low - margin, high + margin


def round_step(span: float, most: int) -> Decimal:
    """The smallest round distance (1, 2, 2.5 or 5 times a power of ten) that divides a span into at most `most`."""
    power = Decimal(10) ** math.floor(math.log10(span / most))
    return next(power * step for step in _STEPS if float(power * step) * most >= span * (1 - _ROUNDING))


def _plain(mark: Decimal) -> Decimal:
    """The number without zeros at its end and without an exponent."""
    return mark.quantize(Decimal(1)) if mark == mark.to_integral_value() else mark.normalize()
