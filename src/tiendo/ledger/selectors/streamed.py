"""Results and targets of any number, for what is handed out whole: portion after portion, each a list of columns.

Each portion is asked for behind the last row of the one before, so that none holds a cursor or a transaction open and
the memory stays that of one portion. What was recorded never changes: the rows are the same whenever they are read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, Literal

from django.db import connection

from tiendo.ledger import models
from tiendo.ledger.selectors.pages import Condition
from tiendo.ledger.selectors.spans import Span, overlap
from tiendo.ledger.selectors.streamed_columns import DOCUMENT, NUMBER, SUBMISSION, Asked, asked_columns
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import Visible, visible_to

ROWS_AT_ONCE = 2_000  # enough that the questions cost little, and few enough that a portion stays near the processor

MeasuredKind = Literal["observation", "target"]
Rows = list[tuple[Any, ...]]
Portion = list[Sequence[Any]]
"""Some rows as columns, in the order in which these were asked for."""

_MODELS: Mapping[str, type[models.Observation] | type[models.Target]] = {
    "observation": models.Observation,
    "target": models.Target,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamFilter:
    """What is asked for; nothing asks for all, several codes for any of them.

    `first_day` and `last_day` bound the last day of a period. `document` is the root of a document. `changed_after` is
    a horizon: only what was recorded behind it, and then also what was withdrawn.
    """

    indicators: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    document: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    changed_after: int | None = None


def streamed_rows(
    kind: MeasuredKind, columns: Sequence[str], wanted: StreamFilter, viewer: Viewer, known: Known
) -> Iterator[tuple[Any, ...]]:
    """The rows one by one, each a tuple of the columns asked for; see `streamed_columns` for what they hold."""
    for portion in streamed(kind, columns, wanted, viewer, known):
        yield from zip(*portion, strict=True)


def streamed(
    kind: MeasuredKind, columns: Sequence[str], wanted: StreamFilter, viewer: Viewer, known: Known
) -> Iterator[Portion]:
    """What a viewer may see of what held then, in the order of the entries; no portion is empty.

    Raises `KeyError` for a column that there is not.
    """
    visible = visible_to(viewer, known)
    asked = asked_columns(_MODELS[kind], columns)
    find = _found_by_index if wanted.indicators or wanted.document is not None else _found_by_number
    spans = overlap(visible.spans, [Span((wanted.changed_after or 0) + 1, known.horizon)])
    for rows in find(asked, _conditions(wanted, visible), spans):
        seen = _seen(rows, visible)
        gone = _superseded(asked, seen, known.horizon, visible) if seen else set()
        if standing := [row for row in seen if row[NUMBER] not in gone] if gone else seen:
            yield asked.columns_of(standing, visible)


def _seen(rows: Rows, visible: Visible) -> Rows:
    """The rows with a source that may be seen; of a portion most rows have the same."""
    if visible.roots is None:
        return rows
    sources = set(map(itemgetter(DOCUMENT, SUBMISSION), rows))
    hidden = {source for source in sources if visible.source_of(*source) is None}
    return [row for row in rows if row[DOCUMENT : SUBMISSION + 1] not in hidden] if hidden else rows


def _conditions(wanted: StreamFilter, visible: Visible) -> list[Condition]:
    several = {
        "indicator": wanted.indicators,
        "territory": wanted.territories,
        "agency": wanted.agencies,
        "period": wanted.periods,
    }
    found = [Condition(name, "IN", values) for name, values in several.items() if values]
    if wanted.document is not None:
        found.append(Condition("document", "IN", visible.versions.get(wanted.document, ())))
    days = [Condition("last_day", ">=", wanted.first_day), Condition("last_day", "<=", wanted.last_day)]
    if wanted.changed_after is None:
        days.append(Condition("withdrawn", "=", False))
    return found + [day for day in days if day.value is not None]


def _found_by_number(asked: Asked, conditions: Sequence[Condition], spans: Iterable[Span]) -> Iterator[Rows]:
    """Entries in their order that meet the conditions: each is looked at once."""
    clause, values = _clause(conditions, unindexed=connection.vendor == "sqlite")
    query = f"{asked.select} WHERE id >= %s AND id <= %s{clause} ORDER BY id LIMIT {ROWS_AT_ONCE}"
    for span in spans:
        first = span.first
        while rows := _rows(query, [first, span.last, *values]):
            yield rows
            if len(rows) < ROWS_AT_ONCE:
                break
            first = rows[-1][NUMBER] + 1


def _found_by_index(asked: Asked, conditions: Sequence[Condition], spans: Iterable[Span]) -> Iterator[Rows]:
    """The same where an index leads to few entries: their numbers first, eight bytes each, then the rows."""
    clause, values = _clause(conditions)
    numbers = array("q")
    for span in spans:
        query = f"SELECT id FROM {asked.table} WHERE id >= %s AND id <= %s{clause}"  # noqa: S608 own names
        numbers.extend(number for (number,) in _rows(query, [span.first, span.last, *values]))
    ordered = sorted(numbers)
    for start in range(0, len(ordered), ROWS_AT_ONCE):
        some = ordered[start : start + ROWS_AT_ONCE]
        places = ", ".join(["%s"] * len(some))
        yield _rows(f"{asked.select} WHERE id IN ({places}) ORDER BY id", some)


def _clause(conditions: Sequence[Condition], *, unindexed: bool = False) -> tuple[str, list[Any]]:
    parts = [condition.sql(connection.ops.quote_name, unindexed=unindexed) for condition in conditions]
    return "".join(f" AND {sql}" for sql, _ in parts), [value for _, values in parts for value in values]


def _superseded(asked: Asked, rows: Rows, horizon: int, visible: Visible) -> set[int]:
    """Which of these entries a later one had superseded by then, as far as a viewer may see.

    A draft changes nothing for those who may not see it, but what was recorded behind the draft and is open does.
    """
    query = f"SELECT id, document, submission, supersedes FROM {asked.table} WHERE id <= %s AND supersedes"  # noqa: S608
    later = _rows(f"{query} >= %s AND supersedes <= %s", [horizon, rows[0][NUMBER], rows[-1][NUMBER]])
    gone: set[int] = set()
    began = {row[3]: row[3] for row in later}
    while later:
        open_to_viewer = {row[NUMBER] for row in _seen(later, visible)}
        gone |= {began[row[3]] for row in later if row[NUMBER] in open_to_viewer}
        began = {row[NUMBER]: began[row[3]] for row in later if row[NUMBER] not in open_to_viewer}
        places = ", ".join(["%s"] * len(began))
        later = _rows(f"{query} IN ({places})", [horizon, *began]) if began else []
    return gone


def _rows(query: str, parameters: Sequence[Any]) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        rows: Rows = cursor.fetchall()
    return rows
