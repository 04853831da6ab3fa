"""The time a value is about, or the time something is due, in one small ordered value.

2022         a year                      2016/2020    a span of years (also of months, quarters, days)
2022-H1      a half                      2022-03-31   the state on a day
2022-Q1      a quarter                   ../2030      by the end of a period
2022-03      a month                     2022-M09     the first nine months
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.months import month_end, month_index, months_at_end, months_at_start, moved_by_months


class PeriodKind(StrEnum):
    """What a period is written as; the same days in another kind are another period."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    FIRST_MONTHS = "first-months"  # January up to a month: a year-to-date value
    YEAR = "year"
    SPAN = "span"  # from one day, month, quarter, half or year to a later one


_MONTHS_IN = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_LETTERS = {PeriodKind.QUARTER: "Q", PeriodKind.HALF: "H"}
_VIETNAMESE = {
    PeriodKind.DAY: "ngày {day}/{month}/{year}",
    PeriodKind.MONTH: "tháng {month} năm {year}",
    PeriodKind.QUARTER: "quý {quarter} năm {year}",
    PeriodKind.HALF: "6 tháng {half} năm {year}",
    PeriodKind.FIRST_MONTHS: "{month} tháng đầu năm {year}",
    PeriodKind.YEAR: "năm {year}",
}
_ENGLISH = {
    PeriodKind.DAY: "{day} {month_name} {year}",
    PeriodKind.MONTH: "{month_name} {year}",
    PeriodKind.QUARTER: "Q{quarter_number} {year}",
    PeriodKind.HALF: "the {english_half} half of {year}",
    PeriodKind.FIRST_MONTHS: "the year to {month_name} {year}",
    PeriodKind.YEAR: "{year}",
}
_QUARTERS = ("I", "II", "III", "IV")
# Spelled out because `calendar.month_name` follows the locale of the machine.
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:"
    r"(?P<letter>[QHM])(?P<number>(?<=M)[0-9]{2}|(?<=[QH])[0-9])"
    r"|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_BY = "../"
_CACHED_PERIODS = 4096  # documents repeat a handful of periods; this holds those of a large archive


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Period:
    """A stretch of calendar time, ordered by its last day and then its first.

    `first_day` and `last_day` are both inside. `is_deadline` makes it "by the end of" the named
    period (`../2030`): the value is to be reached by `last_day`, and `first_day` is that of the
    named period. `grain` says what the two ends of a span are; elsewhere it equals `kind`.
    Build periods with the class methods; days that do not fit the kind raise `InvalidPeriod`.
    """

    last_day: date
    first_day: date
    kind: PeriodKind
    grain: PeriodKind
    is_deadline: bool = False

    def __post_init__(self) -> None:
        if not self._fits():
            raise _invalid(f"{self.kind} {self.first_day}–{self.last_day}")

    def _fits(self) -> bool:
        first, last = self.first_day, self.last_day
        if self.kind is not PeriodKind.SPAN and self.grain is not self.kind:
            return False
        match self.kind:
            case PeriodKind.DAY:
                return first == last
            case PeriodKind.FIRST_MONTHS:
                return first == date(last.year, 1, 1) and last == month_end(last.year, last.month)
            case PeriodKind.SPAN:
                return not self.is_deadline and first < last and self._spans_several_parts()
        return _starts_part(first, self.kind) and last == _part_end(first, self.kind)

    def _spans_several_parts(self) -> bool:
        first, last = self.first_day, self.last_day
        if self.grain is PeriodKind.DAY:
            return True
        return (
            self.grain in _MONTHS_IN
            and _starts_part(first, self.grain)
            and last == month_end(last.year, last.month)
            and last.month % _MONTHS_IN[self.grain] == 0
            and last > _part_end(first, self.grain)
        )

    # --- building ---

    @classmethod
    def of_year(cls, year: int) -> Period:
        """A calendar year, `2022`."""
        return _part(PeriodKind.YEAR, year, 1)

    @classmethod
    def half(cls, year: int, number: int) -> Period:
        """The first or second half of a year, `2022-H1`."""
        return _part(PeriodKind.HALF, year, number)

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        """A quarter, 1 to 4, `2022-Q1`."""
        return _part(PeriodKind.QUARTER, year, number)

    @classmethod
    def month(cls, year: int, number: int) -> Period:
        """A month, 1 to 12, `2022-03`."""
        return _part(PeriodKind.MONTH, year, number)

    @classmethod
    def first_months(cls, year: int, count: int) -> Period:
        """January up to and with month `count`, `2022-M09`."""
        end = cls.month(year, count).last_day
        kind = PeriodKind.FIRST_MONTHS
        return cls(kind=kind, grain=kind, first_day=date(end.year, 1, 1), last_day=end)

    @classmethod
    def as_of(cls, day: date) -> Period:
        """The state on a day, or the day of an event, `2022-03-31`."""
        return cls(kind=PeriodKind.DAY, grain=PeriodKind.DAY, first_day=day, last_day=day)

    @classmethod
    def span(cls, first: Period | int, last: Period | int) -> Period:
        """From `first` to `last`, both inside and of one kind; numbers are years: `2016/2020`."""
        start = cls.of_year(first) if isinstance(first, int) else first
        end = cls.of_year(last) if isinstance(last, int) else last
        if start.kind is not end.kind or start.is_deadline or end.is_deadline:
            raise _invalid(f"{start}/{end}")
        return cls(kind=PeriodKind.SPAN, grain=start.kind, first_day=start.first_day, last_day=end.last_day)

    @classmethod
    def by(cls, period: Period) -> Period:
        """By the end of `period`, `../2030`; a span has no such form and is refused."""
        return replace(period, is_deadline=True)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the form that `str` writes; anything else raises `InvalidPeriod`."""
        return _parse(text)

    # --- asking ---

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.last_day.year

    @property
    def named(self) -> Period:
        """The period that a deadline names (`../2030` names `2030`); any other is itself."""
        return replace(self, is_deadline=False) if self.is_deadline else self

    def contains(self, other: Period) -> bool:
        """Whether all of `other` lies inside; a deadline reaches back without end."""
        if self.is_deadline:
            return other.last_day <= self.last_day
        return not other.is_deadline and self.first_day <= other.first_day and other.last_day <= self.last_day

    def elapsed_share_of(self, whole: Period) -> Fraction:
        """The share of `whole`, from 0 to 1, that lies at or before the end of this period.

        All months weigh the same, so a quarter is a fourth of its year and a year a fifth of five;
        a month in progress counts by its days.
        """
        start = months_at_start(whole.first_day)
        share = (months_at_end(self.last_day) - start) / (months_at_end(whole.last_day) - start)
        return min(max(share, Fraction(0)), Fraction(1))

    def year_before(self) -> Period | None:
        """The same period of the year before; `None` for a span, which no one compares so."""
        return None if self.kind is PeriodKind.SPAN else self._moved_by_months(-12)

    def next(self) -> Period | None:
        """The period of the same kind and length right after; `None` for first months of a year."""
        return self._neighbour(1)

    def previous(self) -> Period | None:
        """The period of the same kind and length right before; `None` for first months of a year."""
        return self._neighbour(-1)

    def _neighbour(self, step: int) -> Period | None:
        if self.kind is PeriodKind.FIRST_MONTHS:
            return None
        if self.grain is PeriodKind.DAY:
            return self._moved_by_days(step * ((self.last_day - self.first_day).days + 1))
        return self._moved_by_months(step * (month_index(self.last_day) - month_index(self.first_day) + 1))

    def _moved_by_months(self, months: int) -> Period:
        try:
            first = moved_by_months(self.first_day, months)
            last = moved_by_months(self.last_day, months)
        except ValueError:
            raise _invalid(f"{self} {months:+} months") from None
        whole_months = self.grain is not PeriodKind.DAY
        return replace(self, first_day=first, last_day=month_end(last.year, last.month) if whole_months else last)

    def _moved_by_days(self, days: int) -> Period:
        step = timedelta(days=days)
        try:
            return replace(self, first_day=self.first_day + step, last_day=self.last_day + step)
        except OverflowError:
            raise _invalid(f"{self} {days:+} days") from None

    # --- writing ---

    def __str__(self) -> str:
        return _BY + self._code() if self.is_deadline else self._code()

    def _code(self) -> str:
        day = self.first_day
        match self.kind:
            case PeriodKind.SPAN:
                first, last = self._ends()
                return f"{first}/{last}"
            case PeriodKind.DAY:
                return day.isoformat()
            case PeriodKind.MONTH:
                return f"{day.year:04}-{day.month:02}"
            case PeriodKind.FIRST_MONTHS:
                return f"{day.year:04}-M{self.last_day.month:02}"
            case PeriodKind.YEAR:
                return f"{day.year:04}"
        return f"{day.year:04}-{_LETTERS[self.kind]}{self._number}"

    @property
    def _number(self) -> int:
        """Which quarter, half … of its year this is, from 1."""
        return (self.first_day.month - 1) // _MONTHS_IN[self.kind] + 1

    def _ends(self) -> tuple[Period, Period]:
        if self.grain is PeriodKind.DAY:
            return Period.as_of(self.first_day), Period.as_of(self.last_day)
        months = _MONTHS_IN[self.grain]
        first, last = self.first_day, self.last_day
        return (
            _part(self.grain, first.year, (first.month - 1) // months + 1),
            _part(self.grain, last.year, last.month // months),
        )

    def vietnamese(self, *, as_of: bool = True) -> str:
        """How a Vietnamese report names it; a day is "tính đến …", or "ngày …" for an event."""
        if self.kind is PeriodKind.SPAN and self.grain is PeriodKind.YEAR:
            return f"giai đoạn {self.first_day.year} - {self.year}"
        if self.kind is PeriodKind.SPAN:
            first, last = (end.vietnamese(as_of=False) for end in self._ends())
            return f"từ {first} đến {last}"
        name = self._named_by(_VIETNAMESE)
        if self.is_deadline:
            return f"đến {name}" if self.kind in (PeriodKind.DAY, PeriodKind.YEAR) else f"đến hết {name}"
        return name.replace("ngày", "tính đến") if as_of else name

    def english(self, *, as_of: bool = True) -> str:
        """How an English report names it; a day is "as of …", or the bare date for an event."""
        if self.kind is PeriodKind.SPAN:
            first, last = (end.english(as_of=False) for end in self._ends())
            return f"{first} to {last}"
        name = self._named_by(_ENGLISH)
        if self.is_deadline:
            return f"by {name}" if self.kind is PeriodKind.DAY else f"by the end of {name}"
        return f"as of {name}" if as_of and self.kind is PeriodKind.DAY else name

    def _named_by(self, patterns: dict[PeriodKind, str]) -> str:
        month = self.last_day.month
        quarter, half = (month - 1) // 3, (month - 1) // 6
        return patterns[self.kind].format(
            day=self.last_day.day,
            month=month,
            month_name=_ENGLISH_MONTHS[month - 1],
            quarter=_QUARTERS[quarter],
            quarter_number=quarter + 1,
            half=("đầu", "cuối")[half],
            english_half=("first", "second")[half],
            year=self.year,
        )


@lru_cache(maxsize=_CACHED_PERIODS)
def _parse(text: str) -> Period:
    if text.startswith(_BY):
        return Period.by(_parse_point(text.removeprefix(_BY)))
    first, slash, last = text.partition("/")
    return Period.span(_parse_point(first), _parse_point(last)) if slash else _parse_point(first)


@lru_cache(maxsize=_CACHED_PERIODS)
def _part(kind: PeriodKind, year: int, number: int) -> Period:
    """The `number`-th month, quarter, half or (only) year of a year."""
    months = _MONTHS_IN[kind]
    if not (date.min.year <= year <= date.max.year and 1 <= number <= 12 // months):
        raise _invalid(f"{kind} {number}, {year}")
    first = date(year, (number - 1) * months + 1, 1)
    return Period(kind=kind, grain=kind, first_day=first, last_day=_part_end(first, kind))


def _parse_point(text: str) -> Period:
    match = _POINT.fullmatch(text)
    if not match:
        raise _invalid(text)
    year = int(match["year"])
    if match["day"]:
        try:
            return Period.as_of(date(year, int(match["month"]), int(match["day"])))
        except ValueError:
            raise _invalid(text) from None
    if match["month"]:
        return Period.month(year, int(match["month"]))
    match match["letter"]:
        case "Q":
            return Period.quarter(year, int(match["number"]))
        case "H":
            return Period.half(year, int(match["number"]))
        case "M":
            return Period.first_months(year, int(match["number"]))
    return Period.of_year(year)


def _starts_part(day: date, kind: PeriodKind) -> bool:
    return day.day == 1 and (day.month - 1) % _MONTHS_IN[kind] == 0


def _part_end(first: date, kind: PeriodKind) -> date:
    return month_end(first.year, first.month + _MONTHS_IN[kind] - 1)


def _invalid(what: str) -> InvalidPeriod:
    return InvalidPeriod(
        vi=f"{what!r} không phải là một kỳ hợp lệ: hãy viết như 2022, 2022-Q1, 2022-03, 2016/2020 hoặc ../2030.",
        en=f"{what!r} is no valid period: write it like 2022, 2022-Q1, 2022-03, 2016/2020 or ../2030.",
    )
