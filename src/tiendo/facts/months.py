"""Counting calendar time in months, where all months weigh the same."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction


def month_index(day: date) -> int:
    """The number of the day's month, counted from the month before year 0's first."""
    return day.year * 12 + day.month - 1


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def moved_by_months(day: date, months: int) -> date:
    """The same day some months later, or the last of the month where there is no such day.

    Raises `ValueError` outside the years 1 to 9999.
    """
    year, month = divmod(month_index(day) + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"{day} {months:+} months is outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_at_start(day: date) -> Fraction:
    """Months gone by when `day` begins; the month in progress counts by its days."""
    return month_index(day) + Fraction(day.day - 1, monthrange(day.year, day.month)[1])


def months_at_end(day: date) -> Fraction:
    """Months gone by when `day` ends; the month in progress counts by its days."""
    return month_index(day) + Fraction(day.day, monthrange(day.year, day.month)[1])
