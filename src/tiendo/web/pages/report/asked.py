"""Which report the address asks for, and what else could be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.facts.period import Period
from tiendo.ledger.selectors.agency_register import agencies_at
from tiendo.ledger.selectors.task_register import listed_tasks
from tiendo.publishing.report.model import Sort
from tiendo.publishing.report.periods import SORT_NAMES, fits, usual_sort
from tiendo.text.folding import fold
from tiendo.web.handouts.reports import ReportAsked
from tiendo.web.pages import questions
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.scoreboard.asked import asked_for as board_asked_for
from tiendo.web.pages.scoreboard.sheet import sheet_of

KINDS = tuple(one.value for one in Sort)
_OF_ANY_PERIOD = (Sort.PRESS, Sort.AGENCY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A report of a period; `agency` counts where the sort is that of an agency, `dated` is `None` for a draft."""

    period: Period
    sort: Sort
    agency: str | None
    territory: str | None
    dated: date | None

    @property
    def lacks_agency(self) -> bool:
        """Whether it still has to be said of which agency the report is."""
        return self.sort is Sort.AGENCY and self.agency is None

    def report(self, language: str) -> ReportAsked:
        """The question as reports take it."""
        return ReportAsked(
            period=self.period,
            sort=self.sort,
            agency=self.agency,
            territory=self.territory,
            dated=self.dated,
            language=language,
        )


def asked_for(reading: Reading) -> Asked:
    """What the address says; the period that the scoreboard would show and its usual report where it names none.

    Raises `WrongQuestion`.
    """
    board = board_asked_for(reading)
    kind = questions.choice(reading.request, "kind", KINDS)
    sort = Sort(kind) if kind else _usual(board.period, board.agency)
    return Asked(
        period=board.period,
        sort=sort,
        agency=board.agency if sort is Sort.AGENCY else None,
        territory=board.territory,
        dated=questions.day(reading.request, "date"),
    )


def _usual(period: Period, agency: str | None) -> Sort:
    return Sort.AGENCY if agency else usual_sort(period) or Sort.PRESS


def kinds_of(asked: Asked, language: str) -> list[tuple[Sort, str]]:
    """The sorts that tell of the period, with their names."""
    return [(sort, SORT_NAMES[sort].sentence(language)) for sort in Sort if fits(sort, asked.period)]


def kept_kind(asked: Asked) -> Sort | None:
    """The sort that stays when another period is chosen; the others belong to their periods."""
    return asked.sort if asked.sort in _OF_ANY_PERIOD else None


def agencies_of(asked: Asked, reading: Reading) -> list[tuple[str, str]]:
    """Code and name of the agencies that a report can tell of: they answer for an indicator or lead a task."""
    on = asked.period.last_day
    owners = {row.owner for row in sheet_of(board_asked_for(reading), reading).rows}
    leads = {code for task in listed_tasks(reading.viewer, reading.known, on=on) for code in task.told.lead_codes}
    codes = owners | leads | ({asked.agency} if asked.agency else set())
    register = agencies_at(reading.known)
    named = [(code, name) for code in codes if (name := register.name(code, on)) is not None]
    return sorted(named, key=lambda one: fold(one[1]))
