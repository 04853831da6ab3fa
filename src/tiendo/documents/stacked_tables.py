"""Finds tables that a web page's text holds with every bar on a line of its own, one cell below the other.

|           Each row opens and closes with a bar, so that two bars follow each other between rows.
TT          An empty cell looks just the same: only the number of columns tells them apart.
|
Chỉ tiêu
|
Năm 2025
|
|
1
…
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from tiendo.documents.model import Cell, Table

_BAR = re.compile(r"^[ \t]*\|[ \t]*$", re.MULTILINE)
_BLANK_LINE = re.compile(r"[ \t]*(?:\n[ \t]*){2}|\s*\Z")
_EMPHASIS = "*_ \t\n\u00a0"
# Two columns are letterheads, signatures and texts side by side, which are read as paragraphs.
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 60  # no printed table is wider
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Bars:
    """The bars of a text, and what stands behind each of them up to the next."""

    text: str
    spans: tuple[tuple[int, int], ...]
    touching: tuple[int, ...]  # those with the next bar on the next line: an empty cell, or the end of a row

    @classmethod
    def of(cls, text: str) -> Self:
        """All bars of a text that stand on lines of their own."""
        spans = tuple(found.span() for found in _BAR.finditer(text))
        touching = (index for index, (bar, following) in enumerate(pairwise(spans)) if following[0] == bar[1] + 1)
        return cls(text, spans, tuple(touching))

    def __len__(self) -> int:
        return len(self.spans)

    def behind(self, bar: int) -> tuple[int, int]:
        """The place of the cell behind a bar, without blanks and marks of emphasis."""
        start = self.spans[bar][1]
        end = self.spans[bar + 1][0] if bar + 1 < len(self) else len(self.text)
        content = self.text[start:end]
        left = start + len(content) - len(content.lstrip(_EMPHASIS))
        return left, max(left, start + len(content.rstrip(_EMPHASIS)))

    def next_touching(self, bar: int) -> int | None:
        """The first bar from `bar` on that touches the next."""
        index = bisect_left(self.touching, bar)
        return self.touching[index] if index < len(self.touching) else None

    def touches_next(self, bar: int) -> bool:
        """True where the next bar stands on the next line."""
        return bar + 1 < len(self) and self.spans[bar + 1][0] == self.spans[bar][1] + 1

    def is_last(self, bar: int) -> bool:
        """True where a blank line or the end of the text follows: the end of a table."""
        return _BLANK_LINE.match(self.text, self.spans[bar][1]) is not None


def stacked_tables(text: str) -> tuple[Table, ...]:
    """The tables of three or more columns whose bars stand on lines of their own, with their cells in place.

    The first row, which has no empty cells, gives the number of columns. A row with fewer cells is
    one whose last cell is merged over the rest.
    """
    if "|" not in text:
        return ()
    return tuple(_tables(_Bars.of(text)))


def _tables(bars: _Bars) -> Iterator[Table]:
    first = 0
    while first < len(bars):
        rows = list(_rows(bars, first))
        last = rows[-1][-1] + 1 if rows else first
        if len(rows) >= _FEWEST_ROWS and not bars.touches_next(last):
            cells = (cell for row, places in enumerate(rows) for cell in _cells(bars, row, places, len(rows[0])))
            yield Table(bars.spans[first][0], bars.spans[last][1], tuple(cells))
        first = last + 1


def _rows(bars: _Bars, first: int) -> Iterator[range]:
    """For each row of the table that begins at a bar, the bars before its cells, as far as rows follow each other."""
    touching = bars.next_touching(first)
    columns = 0 if touching is None else touching - first
    if not _FEWEST_COLUMNS <= columns <= _MOST_COLUMNS:
        return
    start = first
    while (row := _row(bars, start, columns)) is not None:
        yield row
        end = row[-1] + 1
        if not bars.touches_next(end):
            return
        start = end + 1


def _row(bars: _Bars, start: int, columns: int) -> range | None:
    """The bars before the cells of a row: all columns, or up to the merged cell that ends it."""
    full = start + columns
    if full < len(bars) and (bars.touches_next(full) or bars.is_last(full)):
        return range(start, full)
    for end in range(start + 1, min(full, len(bars))):
        if bars.touches_next(end) or bars.is_last(end):
            return range(start, end)
    return None


def _cells(bars: _Bars, row: int, places: range, columns: int) -> Iterator[Cell]:
    for column, bar in enumerate(places):
        merged = columns - column if bar == places[-1] else 1
        yield Cell(*bars.behind(bar), row, column, 1, merged)
