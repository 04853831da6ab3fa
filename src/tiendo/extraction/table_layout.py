"""Finds the columns of a value table by its header cells: indicator, unit, and one column a year or a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tiendo.documents.model import Cell, Table
from tiendo.extraction.alternation import whole
from tiendo.extraction.context import Polarity
from tiendo.extraction.times import TimeRole, find_times
from tiendo.facts.period import Period

_NAME = re.compile(r"(?:tên\s+)?(?:chỉ tiêu|chỉ số|mục tiêu|nội dung chỉ tiêu|danh mục chỉ tiêu)(?!\w)")
_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv tính|đơn vị đo)\.?$")
_REPORTED = re.compile(whole("thực hiện | ước | kết quả | đạt được | th | uth | hiện trạng | số liệu"))
_ESTIMATED = re.compile(whole("ước | uth"))
_PLANNED = re.compile(whole("kế hoạch | kh | mục tiêu | chỉ tiêu | phấn đấu | dự kiến | đến năm | giao | dự toán"))
_BARE_YEAR = re.compile(r"((?:19|20)\d{2})$")
_ONLY_NUMBERS = re.compile(r"[\d.,\s%-]+")
_DATING_ROLES = (TimeRole.DURING, TimeRole.BY, TimeRole.SPAN)
# "35 - 40 (đến năm 2030)", "1.960,4 (ước)": a number with a note is a value; "2022 (ước)" heads a column.
_NOTED_VALUE = re.compile(
    r"(?:(?:từ|tăng|giảm|khoảng|trên|dưới|không quá)\s+)*(?!(?:19|20)\d{2}\s*\()"
    r"\d[\d.,]*(?:\s*-\s*\d[\d.,]*)?\s*[^\d()]*\("
)
# A table's header stands in its first rows; below them a year is a value.
_HEADER_ROWS = 4


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """What the cells of a column are: plan or result, of which period, final or estimated."""

    polarity: Polarity
    period: Period
    estimated: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a value table by number, and the first row below its header."""

    name: int
    unit: int | None
    values: dict[int, ValueColumn]
    first_row: int


def read_layout(
    table: Table, reading: str, lower: str, period: Period | None, day: date | None = None
) -> Layout | None:
    """The layout of a table, or None where its header names no indicators or no years.

    `day` is the document's date: a year that was over by then is no plan any more.
    """
    name = unit = None
    values: dict[int, ValueColumn] = {}
    above: dict[int, str] = {}
    first_row = 0
    for cell in table.cells:
        if cell.row >= _HEADER_ROWS:
            break
        text = " ".join(lower[cell.start : cell.end].split())
        if name is None and _NAME.match(text):
            name, first_row = cell.column, max(first_row, cell.row + cell.rowspan)
        elif unit is None and _UNIT.match(text):
            unit = cell.column
        elif cell.colspan > 1:
            above.update(dict.fromkeys(range(cell.column, cell.column + cell.colspan), text))
        elif cell.column != name and (_BARE_YEAR.match(text) or not _is_value(text)):
            column = _value_column(cell, reading, text, above.get(cell.column, ""), period, day)
            if column is not None:
                values[cell.column] = column
                first_row = max(first_row, cell.row + cell.rowspan)
    return Layout(name, unit, values, first_row) if name is not None and values else None


def _is_value(text: str) -> bool:
    return _ONLY_NUMBERS.fullmatch(text) is not None or _NOTED_VALUE.match(text) is not None


def _value_column(
    cell: Cell, reading: str, text: str, above: str, period: Period | None, day: date | None
) -> ValueColumn | None:
    """A column of values: a year in its header, or "Kế hoạch", "Thực hiện" with the document's period."""
    said = f"{above} {text}".strip()
    reported, planned = _REPORTED.search(said) is not None, _PLANNED.search(said) is not None
    polarity = Polarity.REPORTED if reported and not planned else Polarity.PLANNED
    default_year = period.year if period is not None else None
    times = find_times(reading, cell.start, cell.end, default_year=default_year)
    stated = next((time.period for time in times if time.role in _DATING_ROLES), None)
    bare = _BARE_YEAR.fullmatch(text)
    if bare is not None:
        stated = Period.parse(bare.group(1))
        if not planned and day is not None and stated.last_day < day:
            polarity = Polarity.REPORTED
        if polarity is Polarity.PLANNED and _looks_ahead(period) and not reported:
            stated = Period.by(stated)
    elif stated is None and (reported or planned):
        stated = period
    estimated = polarity is Polarity.REPORTED and _ESTIMATED.search(said) is not None
    return ValueColumn(polarity, stated, estimated) if stated is not None else None


def _looks_ahead(period: Period | None) -> bool:
    """True for a plan over several years: a bare year above a column is then the end of a stage."""
    if period is None:
        return False
    return period.is_deadline or period.first_day is None or period.first_day.year < period.last_day.year
