"""Pages of entries in the order of their numbers, each found by an index and cut where it is full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Exists, OuterRef

from tiendo.ledger.models import Entry, EntryQuerySet
from tiendo.ledger.selectors.spans import EVERY_ENTRY, Span, overlap

# Entries looked through one after the other before an index is asked; some milliseconds for all.
_WINDOWS = (5_000, 20_000, 80_000)
_MOST_CANDIDATES = 5_000  # as many as a query may name; SQLite takes some thousands

T = TypeVar("T")
U = TypeVar("U")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page: at most `limit` items behind the entry `after`."""

    limit: int
    after: int = 0


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items; `next` is the entry behind which the next page begins, `None` where there is none."""

    items: tuple[T, ...]
    next: int | None = None


def mapped(page: Page[T], shape: Callable[[T], U]) -> Page[U]:
    """The same page with its items in another shape."""
    return Page(tuple(map(shape, page.items)), page.next)


@dataclass(frozen=True, slots=True)
class Condition:
    """A column and what it must be: `=`, `<=`, `>=` with one value, `IN` with several, `KNOWN` for several or none."""

    column: str
    operator: str
    value: Any

    def sql(self, quote: Callable[[str], str], *, unindexed: bool = False) -> tuple[str, list[Any]]:
        """The condition as SQL with its parameters; `unindexed` keeps SQLite from looking for it in an index."""
        column = f"+{quote(self.column)}" if unindexed else quote(self.column)
        if self.operator == "IN":
            values = list(self.value)
            return f"{column} IN ({', '.join(['%s'] * len(values)) or 'NULL'})", values
        if self.operator == "KNOWN":
            values = list(self.value)
            return f"({column} IN ({', '.join(['%s'] * len(values))}) OR {column} IS NULL)", values
        return f"{column} {self.operator} %s", [self.value]


def last_said(model: type[Entry], horizon: int) -> EntryQuerySet:
    """The last entry of each thing that was known then, also where it withdraws the thing."""
    successor = model.objects.filter(supersedes=OuterRef("id"), id__lte=horizon)
    return model.objects.known(horizon).filter(~Exists(successor))


def page_of(
    model: type[Entry],
    conditions: Sequence[Condition],
    asked: Asked,
    spans: Sequence[Span],
    pick: Callable[[Sequence[int]], Iterable[tuple[int, T]]],
    *,
    narrow: bool = False,
) -> Page[T]:
    """The first items behind `asked.after`, in the order of their entries.

    Candidates are the entries that meet the conditions within the spans; `pick` gives those of them that are shown,
    each with its entry. Where the conditions are `narrow`, few entries meet them, and an index finds these at once.
    """
    found: list[tuple[int, T]] = []
    windows = () if narrow or not conditions else _WINDOWS
    for chunk in _candidates(model, conditions, asked, spans, windows):
        found += pick(chunk)
        if len(found) > asked.limit:
            break
    shown = found[: asked.limit]
    more = len(found) > asked.limit
    return Page(tuple(item for _, item in shown), shown[-1][0] if more else None)


def _candidates(
    model: type[Entry],
    conditions: Sequence[Condition],
    asked: Asked,
    spans: Sequence[Span],
    windows: Sequence[int],
) -> Iterator[list[int]]:
    """Entries that meet the conditions, in growing portions."""
    wanted = asked.limit + 1
    for span in overlap(spans, [Span(asked.after + 1, EVERY_ENTRY.last)]):
        after = span.first - 1
        while True:
            chunk = _next(model, conditions, Span(after + 1, span.last), wanted, windows)
            if chunk:
                yield chunk
            if len(chunk) < wanted:
                break
            after = chunk[-1]
            wanted = min(wanted * 2, _MOST_CANDIDATES)


def _next(
    model: type[Entry], conditions: Sequence[Condition], span: Span, wanted: int, windows: Sequence[int]
) -> list[int]:
    """The next entries: of the nearest numbers without an index, where these are not enough by one.

    Where most entries meet the conditions the first way is at once at its end, where few do the second is.
    """
    found: list[int] = []
    first = span.first
    for width in windows:
        near = Span(first, min(span.last, first + width))
        found += _ids(model, conditions, near, wanted - len(found), unindexed=True)
        if len(found) == wanted or near.last == span.last:
            return found
        first = near.last + 1
    return found + _ids(model, conditions, Span(first, span.last), wanted - len(found))


def _ids(
    model: type[Entry], conditions: Sequence[Condition], span: Span, wanted: int, *, unindexed: bool = False
) -> list[int]:
    quote = connection.ops.quote_name
    is_sqlite = connection.vendor == "sqlite"
    parts, parameters = ["id >= %s", "id <= %s"], [span.first, span.last]
    for condition in conditions:
        sql, values = condition.sql(quote, unindexed=unindexed and is_sqlite)
        parts.append(sql)
        parameters += values
    # PostgreSQL would go through all entries by number where it takes the conditions for more frequent than they are.
    order = "id" if unindexed or not conditions or is_sqlite else "id + 0"
    query = (
        f"SELECT id FROM {quote(model._meta.db_table)} "  # noqa: S608 own names, values are parameters
        f"WHERE {' AND '.join(parts)} ORDER BY {order} LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [*parameters, wanted])
        return [row[0] for row in cursor.fetchall()]
