"""Reads the value tables of annexes: a row an indicator, a column a year, a plan or a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tiendo.documents.model import Cell, Document, Table
from tiendo.extraction.alternation import any_of
from tiendo.extraction.context import Polarity
from tiendo.extraction.printed_units import per_of_name
from tiendo.extraction.table_layout import Layout, ValueColumn, read_layout
from tiendo.facts.errors import LookupRefused
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Observation, Target
from tiendo.reference.units import read_unit
from tiendo.text.numbers import NumberStyle, parse_number

_VALUE = re.compile(
    rf"(?P<sign>(?:{any_of('≥ | >= | ≤ | <= | > | < | trên | dưới | khoảng | ít nhất | tối thiểu | tối đa')}"
    r"|không quá|từ|tăng|giảm|thêm|\+|\s)*)(?P<low>\d[\d.,]*)(?:\s*[-–—~]\s*(?P<high>\d[\d.,]*))?"
    r"\s*(?P<unit>%|‰|(?!trở lên)[^\W\d_][^\d|]*?)?(?P<more>\s*trở lên)?\s*$"
)
_OPEN_ABOVE = re.compile(r"≥|>|trên|ít nhất|tối thiểu")
_OPEN_BELOW = re.compile(r"≤|<|dưới|tối đa|không quá")
_RISES = re.compile(r"tăng|thêm|\+")
_BULLET = re.compile(r"^\s*(?:[-+*•–]|trong đó\s*:?|[a-zđ]\)|\d+(?:\.\d+)*[.)])\s*", re.IGNORECASE)
_PART = re.compile(r"^\s*(?:[-+•–]|trong đó)", re.IGNORECASE)
_UNIT_IN_NAME = re.compile(
    rf"\(({any_of('% | ‰ | tỷ đồng | triệu đồng | triệu usd | nghìn tấn | tấn | ha | người | xã | lượt | usd')})\)\s*$",
    re.IGNORECASE,
)
_SAME_AS_ABOVE = ("", '"', "”", "''", "nt", "-nt-")
_FALLS = re.compile(r"giảm(?! nghèo)(?!\w)")
# What a number without any unit is called.
_NO_UNIT = "số"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's indicator as written, what encloses it, and its unit."""

    subject: str
    within: str | None
    unit: str


def extract_target_tables(
    document: Document, reading: str, lower: str, style: NumberStyle, default_period: Period | None
) -> list[Target | Observation]:
    """The values of every table whose header names indicators and years, in order of their places."""
    period = document.metadata.period or default_period
    paths = {block.start: block.path for block in document.blocks} if document.tables else {}
    records: list[Target | Observation] = []
    for table in document.tables:
        layout = read_layout(table, reading, lower, period, document.metadata.date)
        if layout is None:
            continue
        path = next((paths[cell.start] for cell in table.cells if cell.start in paths), ())
        for cell, row in _values(table, layout, reading):
            record = _record(cell, layout.values[cell.column], row, document.text, lower, style, path)
            if record is not None:
                records.append(record)
    return records


def _values(table: Table, layout: Layout, reading: str) -> Iterator[tuple[Cell, _Row]]:
    """Every value cell with its row; a part ("- trong đó …") stands within the indicator above it."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    parent: str | None = None
    unit_above = ""
    for number in sorted(rows):
        cells = rows[number]
        name = cells.get(layout.name)
        if number < layout.first_row or name is None or name.colspan > len(layout.values):
            continue
        written = _text(reading, name)
        subject = _BULLET.sub("", written).rstrip(" :;")
        if not any(character.isalpha() for character in subject):
            continue
        number_cell = cells.get(layout.name - 1)
        is_part = _PART.match(written if number_cell is None else f"{_text(reading, number_cell)}{written}") is not None
        unit_cell = cells.get(layout.unit) if layout.unit is not None else None
        repeats_unit = unit_cell is not None and _text(reading, unit_cell).lower() in _SAME_AS_ABOVE[1:]
        unit = _unit(reading, unit_cell, subject)
        unit = unit or (unit_above if is_part or repeats_unit else "")
        unit_above = unit
        row = _Row(subject, parent if is_part else None, unit)
        for column in layout.values:
            if column in cells and cells[column].end > cells[column].start:
                yield cells[column], row
        parent = parent if is_part else subject


def _text(reading: str, cell: Cell) -> str:
    return " ".join(reading[cell.start : cell.end].split())


def _unit(reading: str, cell: Cell | None, subject: str) -> str:
    """The unit of a row: from its unit cell, else in brackets behind the name."""
    written = _text(reading, cell) if cell is not None else ""
    if written.lower() not in _SAME_AS_ABOVE:
        return written
    in_name = _UNIT_IN_NAME.search(subject)
    return in_name.group(1) if in_name is not None else ""


def _record(
    cell: Cell, column: ValueColumn, row: _Row, text: str, lower: str, style: NumberStyle, path: tuple[str, ...]
) -> Target | Observation | None:
    """The record of one cell; None where the cell holds no single value."""
    found = _VALUE.match(lower, cell.start, cell.end)
    if found is None:
        return None
    own_unit = found.group("unit") is not None
    written = text[found.start("unit") : found.end("unit")] if own_unit else row.unit or _NO_UNIT
    measured, _, per = written.partition("/")
    try:
        low, high = _bounds(found, style)
        unit: Unit = read_unit(measured)
    except (ValueError, LookupRefused):
        return None
    if low is not None and high is not None and low > high:
        return None
    sign = found.group("sign")
    start = found.start("low")
    end = found.end("unit") if own_unit else max(found.end("low"), found.end("high"))
    quantity = Quantity(
        low=low,
        high=high,
        written_unit=written,
        unit=unit,
        per=per.strip() or per_of_name(row.subject.lower(), measured),
        change=_change(sign, row.subject),
        approximate="khoảng" in sign,
    )
    common = {
        "start": start,
        "end": end,
        "quote": text[start:end],
        "provision": path,
        "subject": row.subject,
        "within": row.within,
        "quantity": quantity,
        "period": column.period,
    }
    if column.polarity is Polarity.PLANNED:
        return Target(**common)  # type: ignore[arg-type]
    return Observation(**common, estimated=column.estimated)  # type: ignore[arg-type]


def _bounds(found: re.Match[str], style: NumberStyle) -> tuple[Decimal | None, Decimal | None]:
    """The bounds that a cell states; raises ValueError for a number that fits no style."""
    low: Decimal | None = parse_number(found.group("low"), style)
    high: Decimal | None = parse_number(found.group("high"), style) if found.group("high") else low
    if found.group("more") or _OPEN_ABOVE.search(found.group("sign")):
        return low, None
    return (None, high) if _OPEN_BELOW.search(found.group("sign")) else (low, high)


def _change(sign: str, subject: str) -> Change | None:
    """The direction where the cell or the indicator's own verb says that the value is a change."""
    if _RISES.search(sign):
        return Change.INCREASE
    return Change.DECREASE if "giảm" in sign or _FALLS.match(subject.lower()) else None
