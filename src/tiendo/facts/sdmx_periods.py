"""Periods in the notation of SDMX 2.1 and 3.0 (`TIME_PERIOD`), where `2022-M03` means March.

The source of the forms is the SDMX Technical Notes, "Time and time format": a Gregorian year,
month or day; a reporting year `A1`, semester `S`, quarter `Q` or month `M`; or a range of a start
and an ISO 8601 duration (`2022-01-01/P9M`), which says what has no code of its own.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period, PeriodKind

_GREGORIAN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_REPORTING = re.compile(r"([0-9]{4})-([ASQM])([0-9]{1,2})")
_RANGE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T00:00:00)?/P([1-9][0-9]{0,4})([YMD])")


def to_sdmx(period: Period) -> str:
    """The SDMX form of a period.

    A deadline is written as the period that it names: SDMX says what time a value is about, and
    that it is only due by then is another attribute's matter.
    """
    named = period.named
    match named.kind:
        case PeriodKind.HALF:
            return str(named).replace("-H", "-S")
        case PeriodKind.SPAN | PeriodKind.FIRST_MONTHS:
            return f"{named.first_day.isoformat()}/P{_duration(named)}"
    return str(named)


def from_sdmx(text: str) -> Period:
    """Read an SDMX period; what our periods cannot say (weeks, trimesters) raises `InvalidPeriod`.

    A range from January that stays in its year is read as the first months of that year, since
    `to_sdmx` writes those so.
    """
    if _GREGORIAN.fullmatch(text):
        return Period.parse(text)
    if match := _REPORTING.fullmatch(text):
        return _reporting_period(int(match[1]), match[2], int(match[3]), text)
    if match := _RANGE.fullmatch(text):
        return _range_period(match[1], int(match[2]), match[3], text)
    raise _unreadable(text)


def _duration(period: Period) -> str:
    first, last = period.first_day, period.last_day
    if period.grain is PeriodKind.DAY:
        return f"{(last - first).days + 1}D"
    if period.grain is PeriodKind.YEAR:
        return f"{last.year - first.year + 1}Y"
    return f"{(last.year - first.year) * 12 + last.month - first.month + 1}M"


def _reporting_period(year: int, letter: str, number: int, text: str) -> Period:
    match letter:
        case "S":
            return Period.half(year, number)
        case "Q":
            return Period.quarter(year, number)
        case "M":
            return Period.month(year, number)
    if number != 1:
        raise _unreadable(text)
    return Period.of_year(year)


def _range_period(start: str, count: int, unit: str, text: str) -> Period:
    first = Period.parse(start).first_day
    if unit == "D":
        return _days(first, count, text)
    if first.day != 1 or (unit == "Y" and first.month != 1):
        raise _unreadable(text)
    if unit == "Y":
        return Period.of_year(first.year) if count == 1 else Period.span(first.year, first.year + count - 1)
    last_index = first.year * 12 + first.month - 1 + count - 1
    last = Period.month(last_index // 12, last_index % 12 + 1)
    if first.month == 1 and last.year == first.year:
        return Period.first_months(first.year, count)
    start_month = Period.month(first.year, first.month)
    return start_month if count == 1 else Period.span(start_month, last)


def _days(first: date, count: int, text: str) -> Period:
    try:
        last = first + timedelta(days=count - 1)
    except OverflowError:
        raise _unreadable(text) from None
    return Period.as_of(first) if count == 1 else Period.span(Period.as_of(first), Period.as_of(last))


def _unreadable(text: str) -> InvalidPeriod:
    return InvalidPeriod(
        vi=f"Không đọc được kỳ SDMX {text!r}: hãy viết như 2022, 2022-S1, 2022-Q1, 2022-M03 hoặc 2022-01-01/P9M.",
        en=f"Cannot read the SDMX period {text!r}: write it like 2022, 2022-S1, 2022-Q1, 2022-M03 or 2022-01-01/P9M.",
    )
