"""Long lists page by page, for people: they see how many pages there are, and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

ROWS = 100  # of a page: a printed table of some pages, which a browser shows at once


@dataclass(frozen=True, slots=True)
class Pager(Generic[T]):
    """One page of a list. `number` and `last` count from 1; `total` are the items of all pages."""

    items: Sequence[T]
    number: int
    last: int
    total: int

    @property
    def before(self) -> int | None:
        """The page before, if there is one."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The page behind, if there is one."""
        return self.number + 1 if self.number < self.last else None


def page_of(items: Sequence[T], number: int | None, rows: int = ROWS) -> Pager[T]:
    """The page with that number; the last one where there are not so many."""
    last = max(1, -(-len(items) // rows))
    shown = min(max(number or 1, 1), last)
    return Pager(items[(shown - 1) * rows : shown * rows], shown, last, len(items))
