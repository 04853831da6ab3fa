"""Finds the total rows of tables, and for each column the members that they add up.

Works on the cells as they stand, whatever the table is about: only the layout of rows counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.documents.model import Cell, Document, Table
from tiendo.extraction.alternation import any_of
from tiendo.facts.errors import LookupRefused
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Quantity, Unit
from tiendo.facts.relations import Relation, RelationKind
from tiendo.reference.units import read_unit
from tiendo.text.numbers import NumberStyle, parse_number

_TOTAL = re.compile(
    any_of("tổng cộng | tổng số | tổng | cộng | toàn tỉnh | cả tỉnh | tổng toàn tỉnh | tổng vốn | tổng số vốn")
    + r"(?:\s*\([^()]*\))?\s*:?$"
)
_NUMBER_CELL = re.compile(r"\d[\d.,]*$")
_EMPTY = frozenset(("", "-", "–", "—", "0"))
# Columns whose numbers do not add up.
_NO_AMOUNT = re.compile(
    any_of(
        """stt | tt | số tt | % | tỷ lệ | tỉ lệ | tỷ trọng | so sánh | so với | bình quân | đơn giá | mức | hệ số
        | tốc độ | năm sinh | thời gian | xếp hạng | điểm | ghi chú | chỉ số | năng suất"""
    )
    + r"|^năm$|%"
)
_UNIT_LINE = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*(?P<unit>[^\n|:;.)]{1,30})")
_UNIT_BRACKET = re.compile(r"\((?P<unit>[^()]{1,20})\)\s*$")
_UNIT_BEFORE = 200  # characters above a table in which its unit may stand
_SUB_ROW = re.compile(r"(?:[-+•–*]|trong đó)")
_ORDER_NUMBER = re.compile(
    r"(?P<roman>[ivx]+)\.?$|(?P<letter>[a-zđ])[.)]?$|(?P<deep>\d+(?:\.\d+)+)\.?$|(?P<digit>\d+)[.)]?$"
)
_LEAST_MEMBERS = 2
_LARGEST_TABLE = 20_000  # cells; more is data, no table that somebody added up by hand


@dataclass(frozen=True, slots=True)
class _Row:
    """A row below the header: its name, the way it is numbered, and its cells by column."""

    name: str
    level: str
    cells: dict[int, Cell]


def table_totals(document: Document, lower: str, style: NumberStyle) -> Iterator[Relation]:
    """A sum for each column of each table that has one total row."""
    for table in document.tables:
        if len(table.cells) <= _LARGEST_TABLE:
            yield from _totals(document, table, lower, style)


def _row_totals(
    document: Document, table: Table, rows: Sequence[_Row], first: int, lower: str, style: NumberStyle
) -> Iterator[Relation]:
    """A column called "Cộng" adds up the other amounts of its row, where most of its rows show that it does."""
    headings: dict[int, str] = {}
    for row in rows[:first]:
        for column, cell in row.cells.items():
            headings[column] = " ".join((headings.get(column, ""), _text(cell, lower))).strip()
    totals = [column for column, heading in headings.items() if _TOTAL.match(heading)]
    others = [
        column
        for column, heading in headings.items()
        if column not in totals and column > 0 and not _NO_AMOUNT.search(heading)
    ]
    if len(totals) != 1:
        return
    found: list[tuple[Relation, bool]] = []
    for row in rows[first:]:
        unit = _unit(headings[totals[0]], lower, table)
        cells = [row.cells[column] for column in others if _filled(row, column, lower)]
        parts = [one for cell in cells if (one := _figure(document, cell, lower, style, unit)) is not None]
        last = row.cells.get(totals[0])
        whole = _figure(document, last, lower, style, unit) if last is not None else None
        if whole is not None and len(parts) >= _LEAST_MEMBERS:
            agrees = sum((part.quantity.low or Decimal(0) for part in parts), Decimal(0)) == whole.quantity.low
            relation = Relation(kind=RelationKind.SUM, terms=tuple(parts), result=whole)
            found.append((relation, agrees))
    if found and sum(agrees for _, agrees in found) * 2 > len(found):
        yield from (relation for relation, _ in found)


def _totals(document: Document, table: Table, lower: str, style: NumberStyle) -> Iterator[Relation]:
    grid: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        grid.setdefault(cell.row, {})[cell.column] = cell
    rows = [_row(grid[number], lower) for number in sorted(grid)]
    first = next(
        (at for at, row in enumerate(rows) if _has_number(row, lower) and not _is_header(row, lower)), len(rows)
    )
    yield from _row_totals(document, table, rows, first, lower, style)
    totals = [place for place, row in enumerate(rows) if _TOTAL.match(row.name) and _has_number(row, lower)]
    if len(totals) != 1:
        return
    total = totals[0]
    below, above = rows[total + 1 :], rows[first:total]
    members = _members(below if len(below) >= len(above) else above)
    if len(members) < _LEAST_MEMBERS:
        return
    for column, cell in rows[total].cells.items():
        heading = " ".join(_text(row.cells[column], lower) for row in rows[:first] if column in row.cells)
        if _NO_AMOUNT.search(heading) or not _NUMBER_CELL.match(_text(cell, lower)):
            continue
        unit = _unit(heading, lower, table)
        figures = [
            _figure(document, row.cells[column], lower, style, unit) for row in members if _filled(row, column, lower)
        ]
        whole = _figure(document, cell, lower, style, unit)
        read = [figure for figure in figures if figure is not None]
        if whole is not None and len(read) >= _LEAST_MEMBERS:
            yield Relation(
                kind=RelationKind.SUM,
                terms=tuple(read),
                result=whole,
                complete=len(read) == len(figures),
                asserted=len({row.level for row in members}) == 1,
            )


def _row(cells: dict[int, Cell], lower: str) -> _Row:
    texts = {column: _text(cell, lower) for column, cell in sorted(cells.items())}
    order = next(iter(texts.values()), "")
    numbered = _ORDER_NUMBER.match(order)
    named = [text for text in texts.values() if any(map(str.isalpha, text)) and not _ORDER_NUMBER.match(text)]
    name = named[0] if named else ""
    level = numbered.lastgroup or "" if numbered is not None else "-" if _SUB_ROW.match(name) else ""
    return _Row(name, level, cells)


def _members(rows: Sequence[_Row]) -> list[_Row]:
    """The rows of the outermost level, as the first row shows it; deeper rows are already in them."""
    filled = [row for row in rows if row.name]
    if not filled:
        return []
    outermost = filled[0].level
    if outermost in ("roman", "letter"):
        return [row for row in filled if row.level == outermost]
    return (
        [row for row in filled if row.level in (outermost, "") and row.level != "-"]
        if outermost != ""
        else [row for row in filled if row.level not in ("-", "deep")]
    )


def _text(cell: Cell, lower: str) -> str:
    return " ".join(lower[cell.start : cell.end].split()).strip("* ")


def _has_number(row: _Row, lower: str) -> bool:
    return sum(_NUMBER_CELL.match(_text(cell, lower)) is not None for cell in row.cells.values()) > 0


def _is_header(row: _Row, lower: str) -> bool:
    """A row that only numbers the columns: 1, 2, 3 …."""
    texts = [_text(cell, lower).strip("()") for _, cell in sorted(row.cells.items())]
    return not row.name or all(not text or (text.isdecimal() and len(text) == 1) for text in texts)


def _filled(row: _Row, column: int, lower: str) -> bool:
    return column in row.cells and _text(row.cells[column], lower) not in _EMPTY


def _figure(document: Document, cell: Cell, lower: str, style: NumberStyle, unit: Unit | None) -> Figure | None:
    found = _NUMBER_CELL.match(_text(cell, lower))
    if found is None:
        return None
    try:
        value: Decimal = parse_number(found[0], style)
    except ValueError:
        return None
    start = lower.index(found[0], cell.start, cell.end)
    end = start + len(found[0])
    quantity = Quantity(low=value, high=value, written_unit="", unit=unit or Unit("PHAN"))
    return Figure(start=start, end=end, quote=document.text[start:end], quantity=quantity)


def _unit(heading: str, lower: str, table: Table) -> Unit | None:
    """The unit that the column, or the line above the table, names."""
    bracket = _UNIT_BRACKET.search(heading)
    line = _UNIT_LINE.search(lower, max(0, table.start - _UNIT_BEFORE), table.start)
    for found in (bracket, line):
        if found is not None:
            try:
                return read_unit(found["unit"].strip())
            except LookupRefused:
                continue
    return None
