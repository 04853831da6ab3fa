"""The rows of the scoreboard as its template prints them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from tiendo.assessment.board import Board, BoardEntry, Row
from tiendo.assessment.explanation import needed, reason
from tiendo.ledger.selectors.visible import Visible
from tiendo.publishing.cells import ABSENT, cells_of, label_of, owner_of, place_of, warnings_of
from tiendo.publishing.ruler import lay_out
from tiendo.web.pages.rulers import ruler_picture
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


def shown_rows(board: Board, visible: Visible, language: str) -> Iterator[tuple[Row, ShownRow]]:
    """All rows of a board in its order, those without a target at the end, each as it is printed."""
    sources = _Sources.of(visible)
    for row in (*board.rows, *board.unplanned):
        yield row, _shown(row, board, sources, language)


def _shown(row: Row, board: Board, sources: _Sources, language: str) -> ShownRow:
    cells = cells_of(row, board, language)
    entry = row.result or row.target
    return ShownRow(
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
