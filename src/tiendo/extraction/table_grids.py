"""Lays a table out as rows of figures below a header, whatever the table is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tiendo.documents.model import Cell, Document, Table
from tiendo.extraction.alternation import any_of
from tiendo.facts.errors import LookupRefused
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Quantity, Unit
from tiendo.reference.units import UNKNOWN_UNIT, read_unit
from tiendo.text.numbers import NumberStyle, parse_number

_NUMBER = re.compile(r"\d[\d.,]*$")
_PERCENT = re.compile(r"(?P<number>\d[\d.,]*)\s*%$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EMPTY = frozenset(("", "-", "–", "—", "0"))
_UNIT_LINE = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*(?P<unit>[^\n|:;.)]{1,30})")
_UNIT_BRACKET = re.compile(r"\((?P<unit>[^()]{1,20})\)\s*$")
_UNIT_COLUMN = re.compile(r"(?:đơn vị(?: tính)?|đvt)$")
_COUNTED = re.compile(
    r"(?<!\w)số\s+(?P<noun>"
    + any_of(
        """hộ | người | xã | thôn | huyện | dự án | công trình | doanh nghiệp | hợp tác xã | trường | lớp | học sinh
        | hồ sơ | đơn | vụ | cuộc | cơ sở | lao động | nhân khẩu | căn | nhà"""
    )
    + r")(?!\w)"
)
_UNIT_BEFORE = 200  # characters above a table in which its unit may stand
_TOTAL = re.compile(
    any_of("tổng cộng | tổng số | tổng | cộng | toàn tỉnh | cả tỉnh | tổng toàn tỉnh | tổng vốn | tổng số vốn")
    + r"(?:\s*\([^()]*\))?\s*:?$"
)
_SUB_ROW = re.compile(r"(?:[-+•–*]|trong đó)")
_ORDER_NUMBER = re.compile(
    r"(?P<roman>[ivx]+)\.?$|(?P<letter>[a-zđ])[.)]?$|(?P<deep>\d+(?:\.\d+)+)\.?$|(?P<digit>\d+)[.)]?$"
)
LARGEST_TABLE = 20_000
"""Cells; a larger table is data, none that somebody worked out by hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name, the way it is numbered (`roman`, `letter`, `digit`, `deep`, `-` for a part), its cells."""

    name: str
    level: str
    cells: dict[int, Cell]


def is_total(name: str) -> bool:
    """Whether a row or column of this name adds up the others."""
    return _TOTAL.match(name) is not None


@dataclass(frozen=True)
class Grid:
    """A table of a document. `lower` is the text in lower case with unchanged offsets."""

    document: Document
    lower: str
    style: NumberStyle
    table: Table

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, those of the header first."""
        cells: dict[int, dict[int, Cell]] = {}
        for cell in self.table.cells:
            cells.setdefault(cell.row, {})[cell.column] = cell
        return tuple(self._row(cells[number]) for number in sorted(cells))

    @cached_property
    def header_rows(self) -> int:
        """How many rows stand above the first one with values."""
        with_values = (at for at, row in enumerate(self.rows) if self.has_number(row) and not self._is_header(row))
        return next(with_values, len(self.rows))

    @cached_property
    def headings(self) -> dict[int, str]:
        """What the header says of each column; a cell over several columns says it of each."""
        found: dict[int, list[str]] = {}
        for row in self.rows[: self.header_rows]:
            for column, cell in row.cells.items():
                for covered in range(column, column + max(cell.colspan, 1)):
                    found.setdefault(covered, []).append(self.text(cell))
        return {column: " ".join(filter(None, texts)) for column, texts in found.items()}

    @cached_property
    def total(self) -> int | None:
        """The place of the only row that is called a total; None where there is none, or several are."""
        totals = [at for at, row in enumerate(self.rows) if is_total(row.name) and self.has_number(row)]
        return totals[0] if len(totals) == 1 else None

    def text(self, cell: Cell) -> str:
        """The text of a cell in lower case."""
        return " ".join(self.lower[cell.start : cell.end].split()).strip("* ")

    def has_number(self, row: Row) -> bool:
        """Whether a cell of the row is a number."""
        return any(_NUMBER.match(self.text(cell)) for cell in row.cells.values())

    def is_filled(self, row: Row, column: int) -> bool:
        """Whether a row says something in a column."""
        return column in row.cells and self.text(row.cells[column]) not in _EMPTY

    def figure(self, row: Row, column: int) -> Figure | None:
        """The number in a cell with the unit of its column or row; None where the cell is no number."""
        cell = row.cells.get(column)
        if cell is None:
            return None
        text = self.text(cell)
        percent = _PERCENT.match(text)
        found = percent["number"] if percent is not None else text
        if _NUMBER.match(found) is None:
            return None
        try:
            value: Decimal = parse_number(found, self.style)
        except ValueError:
            return None
        unit = read_unit("%") if percent is not None else self._unit(row, column)
        start = self.lower.index(found, cell.start, cell.end)
        end = start + len(found)
        quantity = Quantity(low=value, high=value, written_unit="", unit=unit)
        return Figure(start=start, end=end, quote=self.document.text[start:end], quantity=quantity)

    def _row(self, cells: dict[int, Cell]) -> Row:
        texts = {column: self.text(cell) for column, cell in sorted(cells.items())}
        order = next(iter(texts.values()), "")
        numbered = _ORDER_NUMBER.match(order)
        named = [text for text in texts.values() if any(map(str.isalpha, text)) and not _ORDER_NUMBER.match(text)]
        name = named[0] if named else ""
        level = numbered.lastgroup or "" if numbered is not None else "-" if _SUB_ROW.match(name) else ""
        return Row(name, level, cells)

    def _is_header(self, row: Row) -> bool:
        """A row whose numbers are years, or only count the columns: 1, 2, 3 …."""
        texts = [text for _, cell in sorted(row.cells.items()) if (text := self.text(cell).strip("()"))]
        numbers = [text for text in texts if _NUMBER.match(text)]
        only_counts = len(numbers) == len(texts) and all(text.isdecimal() and len(text) == 1 for text in texts)
        return not row.name or only_counts or all(map(_YEAR.fullmatch, numbers))

    def _unit(self, row: Row, column: int) -> Unit:
        """The unit that the column, the row, or the line above the table names."""
        heading = self.headings.get(column, "")
        counted = _COUNTED.search(heading)
        named = [found["unit"] for found in (_UNIT_BRACKET.search(heading),) if found is not None]
        named += ["%"] if "%" in heading else []
        named += [counted["noun"]] if counted is not None else []
        named += [self.text(row.cells[one]) for one in self._unit_columns if one in row.cells]
        named += [self._unit_above] if self._unit_above else []
        for written in named:
            try:
                return read_unit(written.strip())
            except LookupRefused:
                continue
        return UNKNOWN_UNIT

    @cached_property
    def _unit_columns(self) -> tuple[int, ...]:
        return tuple(column for column, heading in self.headings.items() if _UNIT_COLUMN.match(heading))

    @cached_property
    def _unit_above(self) -> str:
        found = _UNIT_LINE.search(self.lower, max(0, self.table.start - _UNIT_BEFORE), self.table.start)
        return found["unit"] if found is not None else ""
