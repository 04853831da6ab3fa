"""Lays paragraphs and tables out as one text, and finds the tables that a plain text already holds.

In a text that is laid out here, one blank line stands between paragraphs and around tables; a table's
row begins on a line of its own, and " | " stands between its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tiendo.documents.model import Cell, Table
from tiendo.text.unicode_forms import to_nfc

CELL_SEPARATOR = " | "
PARAGRAPH_SEPARATOR = "\n\n"
_EMPTY_ROWS = " |\n"

# Word and HTML files set the letterhead and the signatures as tables without borders.
_LETTERHEAD = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|Nơi\s+nhận\s*:|^\s*(?:TM|KT|TL|TUQ|Q)\s*\.",
    re.MULTILINE,
)
# A letterhead has two columns and at most two rows, a signature block three columns; annex tables are longer.
_LETTERHEAD_ROWS = 4
_LETTERHEAD_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell before it has a place in the text; `content` is what stands in it, tables too."""

    row: int
    column: int
    rowspan: int
    colspan: int
    content: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before it has a place in the text; a merged cell stands once, at its first row and column."""

    cells: tuple[GridCell, ...]

    @property
    def rows(self) -> int:
        """The number of rows."""
        return max((cell.row + cell.rowspan for cell in self.cells), default=0)

    @property
    def columns(self) -> int:
        """The number of columns."""
        return max((cell.column + cell.colspan for cell in self.cells), default=0)


Item = str | Grid


def unfold(grid: Grid) -> tuple[Item, ...]:
    """The grid itself where it holds data; where it only arranges the page, what it arranges, in reading order."""
    return _contents(grid) if _arranges_the_page(grid) else (grid,)


def _contents(grid: Grid) -> tuple[Item, ...]:
    return tuple(item for cell in grid.cells for item in cell.content)


def _arranges_the_page(grid: Grid) -> bool:
    """True for frames, letterheads, signature blocks and tables around tables."""
    if grid.rows < 2 or grid.columns < 2:
        return True
    if grid.columns > _LETTERHEAD_COLUMNS:
        return False
    items = _contents(grid)
    if any(isinstance(item, Grid) for item in items):
        return True
    return grid.rows <= _LETTERHEAD_ROWS and any(isinstance(item, str) and _LETTERHEAD.search(item) for item in items)


def compose(items: Iterable[Item]) -> tuple[str, tuple[Table, ...]]:
    """Paragraphs and tables in reading order become one NFC text and the tables' places in it."""
    pieces: list[str] = []
    tables: list[Table] = []
    position = 0
    for item in items:
        piece, cells = (tidy(item), ()) if isinstance(item, str) else _rows_of(item, position)
        if not piece.strip(_EMPTY_ROWS):
            continue
        if cells:
            tables.append(Table(position, position + len(piece), cells))
        pieces.append(piece)
        position += len(piece) + len(PARAGRAPH_SEPARATOR)
    return PARAGRAPH_SEPARATOR.join(pieces), tuple(tables)


def tidy(text: str) -> str:
    """NFC, single blanks, no blanks at the ends of lines; line breaks inside stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return to_nfc("\n".join(" ".join(line.split()) for line in lines)).strip()


def _rows_of(grid: Grid, start: int) -> tuple[str, tuple[Cell, ...]]:
    """The text of a grid that begins at offset `start`, and its cells."""
    pieces: list[str] = []
    cells: list[Cell] = []
    position = start
    row: int | None = None
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        separator = "" if row is None else CELL_SEPARATOR if row == cell.row else "\n"
        content = tidy("\n".join(_paragraphs(cell.content)))
        pieces += (separator, content)
        position += len(separator)
        row = cell.row
        cells.append(Cell(position, position + len(content), cell.row, cell.column, cell.rowspan, cell.colspan))
        position += len(content)
    return "".join(pieces), tuple(cells)


def _paragraphs(items: Iterable[Item]) -> Iterator[str]:
    """The paragraphs among `items`, those of inner tables too."""
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            yield from _paragraphs(_contents(item))


# --- tables that stand in a plain text as lines with bars ---

_BAR = re.compile(r"(?<!\\)\|")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*")
_EMPHASIS = "*_ \t\f\u00a0"
_FEWEST_ROWS = 2


def pipe_tables(text: str) -> tuple[Table, ...]:
    """The tables that stand in `text` as rows of cells between bars, with or without a delimiter row.

    Lines count as a table where at least two of them in a row have the same number of cells, two or
    more; under a delimiter row (`|---|---|`) a row may also be shorter or longer than the header.
    """
    if "|" not in text:
        return ()
    return tuple(table for run in _runs_of_bars(text) for table in _tables_in(run))


@dataclass(frozen=True, slots=True)
class _BarLine:
    start: int
    end: int
    cells: tuple[tuple[int, int], ...]
    is_delimiter: bool


def _runs_of_bars(text: str) -> Iterator[list[_BarLine]]:
    """Neighbouring lines that have bars between two or more cells."""
    run: list[_BarLine] = []
    position = text.find("|")
    while position >= 0:
        start = text.rfind("\n", 0, position) + 1
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = _bar_line(text, start, end)
        if run and (len(line.cells) < 2 or run[-1].end + 1 != start):
            yield run
            run = []
        if len(line.cells) >= 2:
            run.append(line)
        position = text.find("|", end)
    if run:
        yield run


def _bar_line(text: str, start: int, end: int) -> _BarLine:
    line = text[start:end]
    bars = [start + found.start() for found in _BAR.finditer(line)]
    edges = [start - 1, *bars, end]
    spans = [_trimmed(text, left + 1, right) for left, right in pairwise(edges)]
    if spans and not text[start : edges[1]].strip():
        del spans[0]
    if spans and not text[edges[-2] + 1 : end].strip():
        del spans[-1]
    return _BarLine(start, end, tuple(spans), _DELIMITER_ROW.fullmatch(line) is not None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and marks of emphasis at its ends."""
    content = text[start:end]
    left = start + len(content) - len(content.lstrip(_EMPHASIS))
    return left, max(left, start + len(content.rstrip(_EMPHASIS)))


def _tables_in(run: list[_BarLine]) -> Iterator[Table]:
    if len(run) >= _FEWEST_ROWS and run[1].is_delimiter:
        yield _table_of(run)
        return
    same: list[_BarLine] = []
    for line in run:
        if same and len(line.cells) != len(same[0].cells):
            if len(same) >= _FEWEST_ROWS:
                yield _table_of(same)
            same = []
        same.append(line)
    if len(same) >= _FEWEST_ROWS:
        yield _table_of(same)


def _table_of(lines: list[_BarLine]) -> Table:
    rows = [line.cells for line in lines if not line.is_delimiter]
    cells = (Cell(*span, row, column) for row, spans in enumerate(rows) for column, span in enumerate(spans))
    return Table(lines[0].start, lines[-1].end, tuple(cells))


# --- tables that go on over a page break ---


def continue_over_pages(parts: list[Grid]) -> Grid:
    """One grid of the parts that a page break cut it into; a header that is printed again is dropped."""
    first, *others = parts
    cells = list(first.cells)
    height = first.rows
    header = _row_texts(first, 0)
    for part in others:
        skip = 1 if _row_texts(part, 0) == header else 0
        cells += (replace(cell, row=cell.row - skip + height) for cell in part.cells if cell.row >= skip)
        height += part.rows - skip
    return Grid(tuple(cells))


def _row_texts(grid: Grid, row: int) -> list[tuple[int, tuple[Item, ...]]]:
    return [(cell.column, cell.content) for cell in grid.cells if cell.row == row]
