"""Which rows of a sheet a page shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from tiendo.assessment.status import Status
from tiendo.publishing import words
from tiendo.publishing.board_svg import MOST_EMPTY_ROWS
from tiendo.web.pages.scoreboard.asked import Asked
from tiendo.web.pages.scoreboard.sheet import Sheet, SheetRow, totals_of


@dataclass(frozen=True, slots=True)
class Part:
    """Printed rows under one heading; without a `name` where they are in another order than by sector."""

    name: str
    rows: SafeString


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a page shows of a sheet.

    `planned` are all rows with a target of the agency that is asked for, whatever else is: totals are made of them.
    `waiting` are those without a result where they stand in a list of their own, `unplanned` those without a target.
    """

    planned: list[SheetRow]
    sections: list[Part]
    waiting: list[SheetRow]
    unplanned: list[SheetRow]

    @property
    def listed(self) -> SafeString:
        """The lines of the list of those that wait."""
        return _printed(row.listed for row in self.waiting)

    @property
    def without_target(self) -> SafeString:
        """The rows of the table of results without a target."""
        return _printed(row.table for row in self.unplanned)


def chosen(sheet: Sheet, asked: Asked) -> Chosen:
    """The rows that are asked for."""
    own = [row for row in sheet.rows if asked.agency in (None, row.owner)]
    planned = [row for row in own if row.has_target]
    # Where many wait they stand apart, so that what can be judged is seen at once.
    empty = sum(not row.has_result for row in planned)
    apart = asked.order == "sector" and asked.status is None and empty > MOST_EMPTY_ROWS
    kept = [row for row in planned if asked.sector in (None, row.sector) and asked.status in (None, row.status)]
    return Chosen(
        planned=planned,
        sections=_sections([row for row in kept if row.has_result or not apart], asked.order),
        waiting=[row for row in kept if not row.has_result] if apart else [],
        unplanned=[row for row in own if not row.has_target],
    )


def _sections(rows: list[SheetRow], order: str) -> list[Part]:
    if order != "sector":
        ordered = sorted(rows, key=_ORDERS[order])
        return [Part("", _printed(row.table for row in ordered))] if ordered else []
    # A board stands in the order of its sectors already.
    by_sector = groupby(rows, key=lambda row: row.sector_name)
    return [Part(name, _printed(row.table for row in group)) for name, group in by_sector]


# What needs a look comes first.
_MOST_URGENT_FIRST = (
    *(Status.EXCEEDED, Status.BEHIND, Status.WATCH, Status.ON_PATH, Status.WITHIN, Status.REACHED),
    *(Status.TOO_EARLY, Status.NO_DATA, Status.NOT_COMPARABLE),
)
_URGENCY = {str(status): place for place, status in enumerate(_MOST_URGENT_FIRST)}

_ORDERS: dict[str, Callable[[SheetRow], tuple[object, ...]]] = {
    "status": lambda row: (_URGENCY[row.status], row.name),
    "owner": lambda row: (row.owner_name, row.name),
    "name": lambda row: (row.name,),
}


def _printed(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 each was made by its template


def totals_shown(rows: list[SheetRow], language: str) -> list[tuple[Status, int, str]]:
    """The statuses in their order, each with its count and word.

    The four that every board is asked about are told also where nothing has them: none behind is good news.
    """
    counts = totals_of(rows).counts
    return [
        (status, counts.get(status, 0), status.word.sentence(language))
        for status in words.TOTALS_ORDER
        if status in _ALWAYS_TOLD or counts.get(status, 0)
    ]


_ALWAYS_TOLD = (Status.REACHED, Status.ON_PATH, Status.WATCH, Status.BEHIND)
