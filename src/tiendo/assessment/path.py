"""The expected path: what a result should be by its own date for the target to be reached in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tiendo.assessment.aim import Aim
from tiendo.assessment.rules import Rule
from tiendo.assessment.timing import time_of
from tiendo.facts.months import months_at_end, months_at_start
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.records import Measurement, Observation, Target
from tiendo.facts.wording import Wording

HISTORY_YEARS = 3  # older years had other pay days, harvests and tax calendars

PAST_SHARE = Rule(
    "path-past-share",
    Wording(
        "Mức nên đạt của số phát sinh là phần của cả năm mà cùng kỳ các năm trước đã đạt "
        "(bình quân tối đa 3 năm gần nhất).",
        "A flow is expected at the share of the year that the same period of past years had reached "
        "(the mean of up to the 3 latest years).",
    ),
)
LINEAR_SHARE = Rule(
    "path-linear-share",
    Wording(
        "Chưa có số liệu cùng kỳ các năm trước, nên mức nên đạt chia đều theo số tháng đã qua; không xét mùa vụ.",
        "Without past years the expected share is that of the months gone by, which ignores the seasons.",
    ),
)
STRAIGHT_LINE = Rule(
    "path-straight-line",
    Wording(
        "Mức nên đạt của một mức (tỷ lệ, tổng số hiện có) nằm trên đường thẳng nối hai mốc có ngày: "
        "kết quả hoặc mục tiêu gần nhất trước đó và mục tiêu đang xét.",
        "A level is expected on the straight line between two dated waypoints: "
        "the latest earlier result or target, and the target in question.",
    ),
)
RATE = Rule(
    "path-rate",
    Wording(
        "Tốc độ được so với tốc độ mục tiêu ở mọi kỳ, không chia theo thời gian; "
        "kèm tốc độ mà phần còn lại phải đạt (coi các kỳ nặng như nhau).",
        "A rate is compared with the target rate in any period and never divided by time; "
        "beside it stands the rate that the rest must reach (all periods weighing the same).",
    ),
)
END_OF_PERIOD = Rule(
    "path-end",
    Wording(
        "Đã hết kỳ của mục tiêu: kết quả được so với chính mục tiêu.",
        "The target's period is over: the result is compared with the target itself.",
    ),
)
NO_PATH = Rule(
    "path-none",
    Wording(
        "Không có mức nên đạt giữa chừng; chỉ biết đạt hay chưa khi đến hạn.",
        "Nothing is expected in between; only the end tells whether the target is reached.",
    ),
)


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A dated level in the unit of the case; `is_promise` where it is a target and no result."""

    day: date
    value: Fraction
    is_promise: bool


@dataclass(frozen=True, slots=True)
class Path:
    """What is expected by the result's date, by which rule, and how far time has gone.

    `expectation` is `None` where nothing is expected yet. `elapsed` is the share of the target's
    time that the result covers, from 0 to 1; `is_due` is true where that is all of it.
    """

    rule: Rule
    expectation: Aim | None
    elapsed: Fraction
    start: Waypoint | None = None

    @property
    def is_due(self) -> bool:
        """Whether the result covers the target's whole time."""
        return self.elapsed >= 1


def share_path(aim: Aim, elapsed: Fraction, past_shares: Sequence[Fraction]) -> Path:
    """The path of an amount: the share of past years, else the linear share by months."""
    if elapsed >= 1:
        return Path(END_OF_PERIOD, aim, elapsed)
    if past_shares:
        return Path(PAST_SHARE, aim.scaled(sum(past_shares, Fraction(0)) / len(past_shares)), elapsed)
    return Path(LINEAR_SHARE, aim.scaled(elapsed), elapsed)


def line_path(aim: Aim, due: date, start: Waypoint | None, on: date) -> Path:
    """The path of a level: the straight line from `start`, which lies before `on`, to the aim on `due`."""
    if on >= due:
        return Path(END_OF_PERIOD, aim, Fraction(1), start)
    if start is None:
        return Path(NO_PATH, None, Fraction(0))
    elapsed = months_between(start.day, on) / months_between(start.day, due)
    if aim.met_by(start.value):  # what is reached already has to be held
        return Path(STRAIGHT_LINE, aim, elapsed, start)
    level = start.value + (aim.deciding - start.value) * elapsed
    return Path(STRAIGHT_LINE, aim.at(level), elapsed, start)


def rate_path(aim: Aim, elapsed: Fraction) -> Path:
    """The path of a rate: the rate, at any time."""
    return Path(END_OF_PERIOD if elapsed >= 1 else RATE, aim, elapsed)


def no_path(aim: Aim, elapsed: Fraction) -> Path:
    """Nothing is expected before the end."""
    return Path(END_OF_PERIOD, aim, elapsed) if elapsed >= 1 else Path(NO_PATH, None, elapsed)


def months_between(first: date, last: date) -> Fraction:
    """Months from the end of one day to the end of another, all months weighing the same."""
    return months_at_end(last) - months_at_end(first)


def months_of(period: Period) -> Fraction:
    """The length of a period in months."""
    return months_at_end(period.last_day) - months_at_start(period.first_day)


def is_yearly_mean(target: Target) -> bool:
    """True for a value that holds for each year of a longer time (`bình quân 8 - 9%/năm, 2021 - 2030`)."""
    period = time_of(target)
    return target.annual and (period.kind is PeriodKind.SPAN or period.is_deadline)


def whole_of(target: Target, year: int) -> Period | None:
    """The time on which an amount is spread, for a result of `year`; `None` where that is not known.

    A yearly mean is spread on the year; `../2022-Q2` on the year up to then; a target for a later
    year (`../2030`: the amount of 2030) on no time that a result of today has a part in.
    """
    period = time_of(target)
    if is_yearly_mean(target):
        return Period.of_year(year)
    if not period.is_deadline and period.kind is not PeriodKind.DAY:
        return period
    if period.year != year:
        return None
    last = period.last_day
    if (last + timedelta(days=1)).day == 1:
        return Period.of_year(year) if last.month == 12 else Period.first_months(year, last.month)
    first = date(year, 1, 1)
    return Period.span(Period.as_of(first), Period.as_of(last)) if first < last else Period.as_of(last)


def covered_share(observation: Observation, whole: Period) -> Fraction | None:
    """The share of `whole` that a result covers, by months; `None` where it reaches outside.

    A running total and a state on a day count from the start of `whole`.
    """
    period = time_of(observation)
    if period.last_day > whole.last_day or period.last_day < whole.first_day:
        return None
    end = period.elapsed_share_of(whole)
    if observation.cumulative or period.kind is PeriodKind.DAY or period.is_deadline:
        return end
    if period.first_day < whole.first_day:
        return None
    if period.first_day == whole.first_day:
        return end
    return end - Period.as_of(period.first_day - timedelta(days=1)).elapsed_share_of(whole)


def past_shares(observation: Observation, known: Iterable[Measurement]) -> tuple[Fraction, ...]:
    """Which share of the year the same period had reached in past years, latest first.

    Both figures have to be results in one unit; a year without either is left out.
    """
    results = {time_of(fact): fact.quantity for fact in known if isinstance(fact, Observation)}
    shares = []
    period = time_of(observation).year_before()
    for _ in range(HISTORY_YEARS):
        if period is None:
            break
        part, total = results.get(period), results.get(Period.of_year(period.year))
        if part and total and part.low and total.low and part.unit == total.unit and part.low <= total.low:
            shares.append(Fraction(part.low) / Fraction(total.low))
        period = period.year_before()
    return tuple(shares)
