"""Results and targets of any number, for what is handed out whole: portion after portion, each a list of columns.

Each portion is asked for behind the last row of the one before, so that none holds a cursor or a transaction open and
the memory stays that of one portion. What was recorded never changes: the rows are the same whenever they are read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db import connection

from tiendo.ledger import models
from tiendo.ledger.models import Entry
from tiendo.ledger.selectors.pages import Condition
from tiendo.ledger.selectors.spans import Span, overlap
from tiendo.ledger.selectors.streamed_columns import Asked, asked_columns
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import Visible, visible_to

ROWS_AT_ONCE = 5_000  # as many as a round trip to the database carries without being felt in memory

MeasuredKind = Literal["observation", "target"]
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
    for rows in _portions(_MODELS[kind], asked, wanted, visible, known.horizon):
        seen = [row for row in rows if _is_seen(row, visible)]
        if seen:
            yield asked.columns_of(seen, visible)


def _is_seen(row: Sequence[Any], visible: Visible) -> bool:
    """Whether the source of a row may be seen; its version and its submission stand behind its number."""
    if visible.roots is None:
        return True
    return row[1] in visible.documents if row[1] is not None else row[2] in visible.submissions


def _portions(
    model: type[Entry], asked: Asked, wanted: StreamFilter, visible: Visible, horizon: int
) -> Iterator[list[tuple[Any, ...]]]:
    withdrawn_too = wanted.changed_after is not None
    spans = overlap(visible.spans, [Span((wanted.changed_after or 0) + 1, horizon)])
    conditions = _conditions(wanted, visible)
    find = _found_by_index if wanted.indicators or wanted.document is not None else _found_by_number
    for rows in find(model, asked, conditions, spans):
        gone = _superseded(model, rows[0][0], rows[-1][0], horizon, visible)
        if standing := [row for row in rows if row[0] not in gone and (withdrawn_too or not row[3])]:
            yield standing


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
    return found + [day for day in days if day.value is not None]


Found = Iterator[list[tuple[Any, ...]]]


def _found_by_number(model: type[Entry], asked: Asked, conditions: Sequence[Condition], spans: Iterable[Span]) -> Found:
    """Entries in their order that meet the conditions: each is looked at once."""
    clause, values = _clause(conditions, unindexed=connection.vendor == "sqlite")
    query = f"{asked.select(model)} WHERE id >= %s AND id <= %s{clause} ORDER BY id LIMIT {ROWS_AT_ONCE}"
    for span in spans:
        first = span.first
        while rows := _rows(query, [first, span.last, *values]):
            yield rows
            if len(rows) < ROWS_AT_ONCE:
                break
            first = rows[-1][0] + 1


def _found_by_index(model: type[Entry], asked: Asked, conditions: Sequence[Condition], spans: Iterable[Span]) -> Found:
    """The same where an index leads to few entries: their numbers first, eight bytes each, then the rows."""
    clause, values = _clause(conditions)
    table = connection.ops.quote_name(model._meta.db_table)
    numbers = array("q")
    for span in spans:
        query = f"SELECT id FROM {table} WHERE id >= %s AND id <= %s{clause}"  # noqa: S608 own names
        numbers.extend(number for (number,) in _rows(query, [span.first, span.last, *values]))
    ordered = sorted(numbers)
    for start in range(0, len(ordered), ROWS_AT_ONCE):
        some = ordered[start : start + ROWS_AT_ONCE]
        places = ", ".join(["%s"] * len(some))
        yield _rows(f"{asked.select(model)} WHERE id IN ({places}) ORDER BY id", some)


def _clause(conditions: Sequence[Condition], *, unindexed: bool = False) -> tuple[str, list[Any]]:
    parts = [condition.sql(connection.ops.quote_name, unindexed=unindexed) for condition in conditions]
    return "".join(f" AND {sql}" for sql, _ in parts), [value for _, values in parts for value in values]


def _superseded(model: type[Entry], first: int, last: int, horizon: int, visible: Visible) -> set[int]:
    """Which of the entries from `first` to `last` a later one had superseded by then, as far as a viewer may see.

    A draft changes nothing for those who may not see it, but what was recorded behind the draft and is open does.
    """
    table = connection.ops.quote_name(model._meta.db_table)
    query = f"SELECT id, document, submission, supersedes FROM {table} WHERE id <= %s AND supersedes "  # noqa: S608
    later = _rows(f"{query} >= %s AND supersedes <= %s", [horizon, first, last])
    gone: set[int] = set()
    began = {row[3]: row[3] for row in later}
    while later:
        hidden = {row[0]: began[row[3]] for row in later if not _is_seen(row, visible)}
        gone |= {began[row[3]] for row in later if row[0] not in hidden}
        places, began = ", ".join(["%s"] * len(hidden)), hidden
        later = _rows(f"{query} IN ({places})", [horizon, *hidden]) if hidden else []
    return gone


def _rows(query: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
