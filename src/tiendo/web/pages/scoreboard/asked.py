"""Which scoreboard the address asks for, and what else could be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.assessment.board import Board
from tiendo.assessment.status import Status
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.board import board_at
from tiendo.ledger.selectors.reported_periods import reported_periods
from tiendo.ledger.selectors.visible import visible_to
from tiendo.web.pages import questions
from tiendo.web.pages.frame import usual_place
from tiendo.web.pages.reading import Reading

ORDERS = ("sector", "status", "name", "owner")
_YEARS_AROUND = 1  # that the switch offers on either side, beside those with results
_LAST_OF_YEAR = 4

_SHORT = {
    "Q1": Wording("Quý I", "Q1"),
    "Q2": Wording("Quý II", "Q2"),
    "H1": Wording("6 tháng", "Half-year"),
    "Q3": Wording("Quý III", "Q3"),
    "M09": Wording("9 tháng", "Nine months"),
    "Q4": Wording("Quý IV", "Q4"),
    "": Wording("Cả năm", "Year"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A scoreboard: of which period and territory, on which day, and which of its rows in which order.

    Without `sector`, `agency`, `status` there are those of all.
    """

    period: Period
    territory: str | None
    on: date | None
    sector: str | None
    agency: str | None
    status: Status | None
    order: str


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A period that the switch offers."""

    period: str
    words: str
    is_shown: bool
    has_results: bool


def asked_for(reading: Reading) -> Asked:
    """What the address says; the latest period with results where it names none. Raises `WrongQuestion`."""
    request = reading.request
    status = questions.choice(request, "status", tuple(one.value for one in Status))
    return Asked(
        period=questions.period(request, "period") or _latest(reading),
        territory=questions.code(request, "territory") or usual_place(reading.known),
        on=questions.day(request, "on"),
        sector=questions.code(request, "sector"),
        agency=questions.code(request, "agency"),
        status=Status(status) if status else None,
        order=questions.choice(request, "sort", ORDERS) or ORDERS[0],
    )


def board_of(asked: Asked, reading: Reading) -> Board:
    """The board with all its rows of the agency that is asked for."""
    return board_at(
        asked.period,
        territory=asked.territory,
        horizon=reading.known.horizon,
        on=asked.on,
        agency=asked.agency,
        sources=visible_to(reading.viewer, reading.known).roots,
    )


def periods_of_year(year: int) -> list[Period]:
    """The periods of a year that have a board, as the switch offers them."""
    return [Period.parse(f"{year}-{suffix}" if suffix else str(year)) for suffix in _SHORT]


def choices_of_year(shown: Period, reading: Reading) -> list[PeriodChoice]:
    """The periods of the shown one's year."""
    reported = {str(period) for period in reported_periods(reading.viewer, reading.known)}
    return [
        PeriodChoice(str(period), words.sentence(reading.language), period == shown, str(period) in reported)
        for period, words in zip(periods_of_year(shown.year), _SHORT.values(), strict=True)
    ]


def years_of(shown: Period, reading: Reading) -> list[tuple[int, str]]:
    """Years to go to, each with the same part of the year as the shown period."""
    years = {period.year for period in reported_periods(reading.viewer, reading.known)}
    years |= {shown.year + step for step in range(-_YEARS_AROUND, _YEARS_AROUND + 1)}
    part = str(shown)[len(str(shown.year)) :] if _is_part_of_year(shown) else ""
    return [(year, f"{year}{part}") for year in sorted(years)]


def _is_part_of_year(period: Period) -> bool:
    kinds = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.FIRST_MONTHS, PeriodKind.YEAR)
    return period.kind in kinds and not period.is_deadline


def _latest(reading: Reading) -> Period:
    """The latest period of a board that results were reported for; without any, the last quarter that is over."""
    day = reading.as_of or reading.today
    reported = [one for one in reported_periods(reading.viewer, reading.known) if _is_part_of_year(one)]
    over = [one for one in reported if one.last_day <= day] or reported
    if over:
        # Of those that end together the longest: after nine months their whole says more than the third quarter.
        last = max(one.last_day for one in over)
        return min((one for one in over if one.last_day == last), key=lambda one: one.first_day)
    quarter = (day.month - 1) // 3
    return Period.quarter(day.year, quarter) if quarter else Period.quarter(day.year - 1, _LAST_OF_YEAR)
