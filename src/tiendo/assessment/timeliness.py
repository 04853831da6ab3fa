"""How soon after the end of a period its results were reported: the rule, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.assessment.rules import Rule
from tiendo.catalogue import Frequency, Indicator
from tiendo.facts.period import Period
from tiendo.facts.wording import Wording

REPORTED_AFTER = Rule(
    "timeliness",
    Wording(
        "Kết quả của một quý được coi là đã báo cáo vào ngày ban hành của văn bản đầu tiên nêu kết quả tính đến hết "
        "quý đó, hoặc vào ngày cơ quan gửi số liệu, tùy ngày nào sớm hơn; số ngày được đếm từ ngày cuối quý.",
        "The result of a quarter counts as reported on the day of issue of the first document that gives a result up "
        "to the end of that quarter, or on the day on which an agency sent it in, whichever is earlier; days are "
        "counted from the last day of the quarter.",
    ),
)

_QUARTERS_IN_A_YEAR = 4
_MONTHS_IN_A_QUARTER = 3
# Frequencies say when a value is to be expected: a half ends with every second quarter, a year with every fourth.
_QUARTERS_BETWEEN = {Frequency.HALF_YEARLY: 2, Frequency.ANNUAL: 4}


@dataclass(frozen=True, slots=True)
class Report:
    """That a result of an indicator, up to a last day, was reported; `on` is `None` where nobody knows when."""

    indicator: str
    last_day: date
    on: date | None


@dataclass(frozen=True, slots=True)
class Timeliness:
    """A quarter: which indicators a result is expected of, and by indicator after how many days it was there.

    A result of which nobody knows the day is in `days` with `None`; one that was given before the end has no days less
    than 0: an estimate that comes early is no later than the day itself.
    """

    quarter: Period
    expected: tuple[str, ...]
    days: Mapping[str, int | None]

    @property
    def dated(self) -> list[int]:
        """The known numbers of days, the smallest first."""
        return sorted(days for days in self.days.values() if days is not None)


def quarters_until(last: Period, count: int) -> tuple[Period, ...]:
    """So many quarters up to one, the newest first."""
    newest = last.year * _QUARTERS_IN_A_YEAR + (last.last_day.month - 1) // _MONTHS_IN_A_QUARTER
    numbers = (divmod(newest - back, _QUARTERS_IN_A_YEAR) for back in range(count))
    return tuple(Period.quarter(year, quarter + 1) for year, quarter in numbers)


def last_whole_quarter(on: date) -> Period:
    """The quarter that ended last before a day."""
    year, quarter = divmod(
        on.year * _QUARTERS_IN_A_YEAR + (on.month - 1) // _MONTHS_IN_A_QUARTER - 1, _QUARTERS_IN_A_YEAR
    )
    return Period.quarter(year, quarter + 1)


def timeliness(
    indicators: Iterable[Indicator], reports: Sequence[Report], quarters: Iterable[Period]
) -> tuple[Timeliness, ...]:
    """The record of each quarter, see `REPORTED_AFTER`."""
    owned = tuple(indicators)
    return tuple(_of_quarter(quarter, owned, reports) for quarter in quarters)


def _of_quarter(quarter: Period, owned: tuple[Indicator, ...], reports: Sequence[Report]) -> Timeliness:
    days: dict[str, int | None] = {}
    for report in reports:
        if report.last_day == quarter.last_day:
            days[report.indicator] = _sooner(days.get(report.indicator), _days_after(report))
    expected = tuple(one.id for one in owned if _is_expected(one, quarter))
    return Timeliness(quarter, expected, days)


def _days_after(report: Report) -> int | None:
    return None if report.on is None else max(0, (report.on - report.last_day).days)


def _sooner(one: int | None, other: int | None) -> int | None:
    return min((days for days in (one, other) if days is not None), default=None)


def _is_expected(indicator: Indicator, quarter: Period) -> bool:
    number = quarter.last_day.month // _MONTHS_IN_A_QUARTER
    return number % _QUARTERS_BETWEEN.get(indicator.frequency, 1) == 0
