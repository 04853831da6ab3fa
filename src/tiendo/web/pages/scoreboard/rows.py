"""The rows of the scoreboard as its template prints them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from tiendo.assessment.board import Board, BoardEntry, Row
from tiendo.assessment.explanation import needed, reason
from tiendo.assessment.status import Status
from tiendo.ledger.selectors.visible import Visible
from tiendo.publishing import words
from tiendo.publishing.board_svg import MOST_EMPTY_ROWS
from tiendo.publishing.cells import ABSENT, cells_of, label_of, owner_of, place_of, warnings_of
from tiendo.publishing.ruler import lay_out
from tiendo.text.folding import fold
from tiendo.web.pages.rulers import ruler_picture
from tiendo.web.pages.scoreboard.asked import Asked
from tiendo.web.pages.shapes import status_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One indicator. `address` leads to its page, `source_address` to the place of the figure in its document."""

    address: str
    name: str
    notes: str
    owner: str
    owner_address: str
    findings: int
    result: str
    unit: str
    target: str
    ruler: SafeString
    status: SafeString
    reasons: tuple[str, ...]
    change: str
    source: str
    source_address: str
    age: int | None
    has_result: bool
    is_fresh: bool


@dataclass(frozen=True, slots=True)
class ShownSection:
    """Rows under one heading; without a `name` where they are in another order than by sector."""

    name: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class _Sources:
    """The documents and submissions that may be seen, by root."""

    documents: frozenset[str]
    submissions: frozenset[str]

    @classmethod
    def of(cls, visible: Visible) -> _Sources:
        """Those that a reader may see."""
        return cls(
            frozenset(str(root) for root in visible.documents.values()),
            frozenset(str(one.root) for one in visible.submissions.values()),
        )

    def address(self, entry: BoardEntry | None) -> str:
        """Where a figure can be read: its place in the document, or the submission that it came with."""
        if entry is None:
            return ""
        if entry.document in self.submissions:
            return _address("submission", int(entry.document))
        address = _address("document", int(entry.document)) if entry.document in self.documents else ""
        return f"{address}?at={entry.record.start}#at-{entry.record.start}" if address else ""


def sections_of(board: Board, asked: Asked, visible: Visible, language: str) -> list[ShownSection]:
    """The rows that are asked for, by sector or in another order."""
    sources = _Sources.of(visible)
    apart = are_apart(board, asked)
    kept = [(section.sector, row) for section in board.sections for row in section.rows if _is_asked(row, asked, apart)]
    if asked.order == "sector":
        sectors = list(dict.fromkeys(sector for sector, _ in kept))
        groups = [(sector.names.sentence(language), [row for one, row in kept if one is sector]) for sector in sectors]
    else:
        groups = [("", _ordered([row for _, row in kept], board, asked.order, language))] if kept else []
    return [ShownSection(name, tuple(_shown(rows, board, sources, language))) for name, rows in groups]


def unplanned_of(board: Board, visible: Visible, language: str) -> list[ShownRow]:
    """The results without a target."""
    sources = _Sources.of(visible)
    return list(_shown(board.unplanned, board, sources, language))


def are_apart(board: Board, asked: Asked) -> bool:
    """Whether the rows without a result stand in a list of their own, so that what can be judged is seen at once."""
    if asked.order != "sector" or asked.status is not None:
        return False
    return sum(row.result is None for row in board.rows) > MOST_EMPTY_ROWS


def without_result(board: Board, asked: Asked, visible: Visible, language: str) -> list[ShownRow]:
    """The rows of that list; empty where they stand among the others."""
    if not are_apart(board, asked):
        return []
    sources = _Sources.of(visible)
    rows = [row for row in board.rows if row.result is None and asked.sector in (None, row.indicator.sector)]
    return list(_shown(rows, board, sources, language))


def _is_asked(row: Row, asked: Asked, apart: bool) -> bool:
    if apart and row.result is None:
        return False
    return asked.sector in (None, row.indicator.sector) and asked.status in (None, row.assessment.status)


def _ordered(rows: Sequence[Row], board: Board, order: str, language: str) -> list[Row]:
    """By status, name or owner; Vietnamese is sorted without its tone marks, as an index of a book is read."""

    def name(row: Row) -> str:
        return fold(row.indicator.names.sentence(language))

    if order == "status":
        # What needs a look comes first.
        urgency = {status: place for place, status in enumerate(_MOST_URGENT_FIRST)}
        return sorted(rows, key=lambda row: (urgency[row.assessment.status], name(row)))
    if order == "owner":
        return sorted(rows, key=lambda row: (fold(owner_of(row, board)), name(row)))
    return sorted(rows, key=name)


_MOST_URGENT_FIRST = (
    *(Status.EXCEEDED, Status.BEHIND, Status.WATCH, Status.ON_PATH, Status.WITHIN, Status.REACHED),
    *(Status.TOO_EARLY, Status.NO_DATA, Status.NOT_COMPARABLE),
)


def _shown(rows: Iterable[Row], board: Board, sources: _Sources, language: str) -> Iterable[ShownRow]:
    for row in rows:
        cells = cells_of(row, board, language)
        entry = row.result or row.target
        yield ShownRow(
            address=_address("indicator", row.indicator.id),
            name=cells.name,
            # The first note is the owner, which has a link of its own; findings are a flag.
            notes=" · ".join(note for note in cells.notes[1:] if not note.startswith("⚑")),
            owner=owner_of(row, board),
            owner_address=_address("agency", row.assessment.owner),
            findings=len(row.findings),
            result=cells.result,
            unit=cells.unit,
            target=cells.target,
            ruler=ruler_picture(lay_out(row), row.assessment.status, label_of(cells, language)),
            status=status_text(row.assessment.status, language),
            reasons=_reasons(row, board, language),
            change=cells.year_on_year,
            source=_source(entry),
            source_address=sources.address(entry),
            age=row.assessment.age_days,
            has_result=row.result is not None,
            is_fresh=row.is_fresh,
        )


def _reasons(row: Row, board: Board, language: str) -> tuple[str, ...]:
    why, still = reason(row.assessment, language), needed(row.assessment, language)
    rule = row.assessment.rule.says.sentence(language)
    said = (why, still or "", rule if rule != why else "", *warnings_of(row, board, language))
    return tuple(one for one in said if one)


def _source(entry: BoardEntry | None) -> str:
    if entry is None:
        return ABSENT
    place = place_of(entry)
    return f"{entry.title}, {place}" if place else entry.title


def _address(name: str, argument: str | int) -> str:
    try:
        return reverse(name, args=[argument])
    except NoReverseMatch:
        return ""


def totals_of(board: Board, language: str) -> list[tuple[Status, int, str]]:
    """The statuses in their order, each with its count and word.

    The four that every board is asked about are told also where nothing has them: none behind is good news.
    """
    counts = board.totals.counts
    return [
        (status, counts.get(status, 0), status.word.sentence(language))
        for status in words.TOTALS_ORDER
        if status in _ALWAYS_TOLD or counts.get(status, 0)
    ]


_ALWAYS_TOLD = (Status.REACHED, Status.ON_PATH, Status.WATCH, Status.BEHIND)
