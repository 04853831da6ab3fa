"""The scoreboard of a period as the record knew it on any day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.db.models import Q

from tiendo.assessment.board import Board, board_of, totals_of
from tiendo.facts.period import Period
from tiendo.ledger import models
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.chain import seal_at
from tiendo.ledger.measured_rows import target_places, target_rows
from tiendo.ledger.models import FactState
from tiendo.ledger.plans import in_force
from tiendo.ledger.selectors.board_families import rows_of
from tiendo.ledger.selectors.board_findings import findings_of
from tiendo.ledger.selectors.board_rows import result_rows
from tiendo.ledger.selectors.board_sources import Sources, entries_of
from tiendo.reference.territories import NATIONAL

_BOARDS_KEPT = 64  # a board of 500 indicators takes some 3 MB
_COUNTED = (FactState.SURE, FactState.ACCEPTED)

Roots = frozenset[int]


def board_at(
    period: Period,
    *,
    territory: str | None,
    horizon: int,
    on: date | None = None,
    agency: str | None = None,
    sources: Roots | None = None,
) -> Board:
    """The scoreboard of a territory, made of what the record held at the horizon.

    `sources` are the roots of the documents and submissions that may be seen, all where it is `None`; `agency`
    keeps the rows of the indicators that this agency owns. What the record held then never changes, so a board
    is made once and kept.
    """
    board = _board(period, territory, (horizon, seal_at(horizon)), on or period.last_day, sources)
    return _owned(board, agency) if agency else board


def usual_territory(horizon: int) -> str | None:
    """The province with the most standing targets; the country only where no province has any."""
    standing = models.Target.objects.standing(horizon)
    counts = Counter(standing.exclude(territory=None).values_list("territory", flat=True))
    return max(counts, key=lambda code: (code != NATIONAL, counts[code]), default=None)


def territories_with_targets(horizon: int) -> tuple[str, ...]:
    """The territories that have a board: those that standing targets speak of, by code."""
    standing = models.Target.objects.standing(horizon).exclude(territory=None)
    return tuple(sorted(set(standing.order_by().values_list("territory", flat=True).distinct())))


@lru_cache(maxsize=_BOARDS_KEPT)
def _board(period: Period, territory: str | None, known: tuple[int, bytes], on: date, sources: Roots | None) -> Board:
    horizon = known[0]
    catalogue = catalogue_at(horizon)
    seen = Sources.at(horizon, sources)
    promised = in_force(
        [row for row in target_rows(target_places(territory, horizon), Q(), horizon) if seen.holds(row)], on
    )
    results = result_rows(territory, period, promised, catalogue, horizon, unseen=seen.unseen)
    reached = [row for row in results if seen.holds(row)]
    in_order = sorted([*promised, *reached], key=lambda row: row.id)
    entries = entries_of(in_order, seen, catalogue, territory, horizon)
    rows = rows_of(in_order, entries, period, catalogue, on)
    board = board_of(rows, entries, period, catalogue, on=on, findings=findings_of(seen, horizon))
    return replace(board, territory=territory, unlinked=_unlinked(seen, territory, horizon))


def _unlinked(seen: Sources, territory: str | None, horizon: int) -> int:
    """Figures of the documents that belong to no indicator, or wait for a person to say so."""
    facts = models.Fact.objects.standing(horizon).filter(kind__in=("target", "observation"), territory=territory)
    waiting = facts.filter(Q(state=FactState.WAITING) | Q(indicator__isnull=True, state__in=_COUNTED))
    return sum(1 for document in waiting.values_list("document", flat=True) if document in seen.documents)


def _owned(board: Board, agency: str) -> Board:
    sections = tuple(
        replace(section, rows=tuple(row for row in section.rows if row.indicator.owner == agency))
        for section in board.sections
    )
    kept = tuple(section for section in sections if section.rows)
    rows = [row for section in kept for row in section.rows]
    unplanned = tuple(row for row in board.unplanned if row.indicator.owner == agency)
    return replace(board, sections=kept, unplanned=unplanned, totals=totals_of(rows))
