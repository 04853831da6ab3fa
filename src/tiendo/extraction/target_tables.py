"""Reads the value tables of annexes: a row an indicator, a column a unit, a year, a plan or a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tiendo.documents.model import Cell, Document, Table
from tiendo.extraction.context import Polarity
from tiendo.extraction.times import TimeRole, find_times
from tiendo.facts.errors import LookupRefused
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Observation, Target
from tiendo.reference.units import read_unit
from tiendo.text.numbers import NumberStyle, parse_number

_NAME_HEADER = re.compile(r"(?:tên )?(?:chỉ tiêu|chỉ số|mục tiêu|nội dung chỉ tiêu|danh mục chỉ tiêu)(?!\w)")
_UNIT_HEADER = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv tính|đơn vị đo)\.?$")
_REPORTED_HEADER = re.compile(r"(?<!\w)(?:thực hiện|ước|kết quả|đạt được|th|uth|hiện trạng|số liệu)(?!\w)")
_PLANNED_HEADER = re.compile(r"(?<!\w)(?:kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|đến năm|giao|dự toán)(?!\w)")
_BARE_YEAR = re.compile(r"(?:năm\s+)?((?:19|20)\d{2})$")
_VALUE = re.compile(
    r"(?P<sign>(?:≥|>=|≤|<=|>|<|trên|dưới|khoảng|ít nhất|tối thiểu|tối đa|không quá|từ|tăng|giảm|thêm|\+|\s)*)"
    r"(?P<low>\d[\d.,]*)(?:\s*[-–—~]\s*(?P<high>\d[\d.,]*))?\s*(?P<unit>%|‰|[^\W\d_][^\d|]*)?(?P<more>\s*trở lên)?\s*$"
)
_OPEN_ABOVE = re.compile(r"≥|>|trên|ít nhất|tối thiểu")
_OPEN_BELOW = re.compile(r"≤|<|dưới|tối đa|không quá")
_BULLET = re.compile(r"^\s*(?:[-+*•–]|trong đó\s*:?|[a-zđ]\)|\d+(?:\.\d+)*[.)])\s*", re.IGNORECASE)
_PART = re.compile(r"^\s*(?:[-+•–]|trong đó)", re.IGNORECASE)
_UNIT_IN_NAME = re.compile(
    r"\((%|‰|tỷ đồng|triệu đồng|triệu usd|nghìn tấn|tấn|ha|người|xã|lượt|usd|‰)\)\s*$", re.IGNORECASE
)
_FALLS = re.compile(r"(?:tỷ lệ |mức )?giảm(?! nghèo bền)(?!\w)")
# A table needs a header row this near its top; below that a year is a value.
_HEADER_ROWS = 4


@dataclass(frozen=True, slots=True)
class _Column:
    """What a value column holds."""

    polarity: Polarity
    period: Period


@dataclass(frozen=True, slots=True)
class _Layout:
    name: int
    unit: int | None
    values: dict[int, _Column]
    first_row: int


def extract_target_tables(
    document: Document, reading: str, lower: str, style: NumberStyle, default_period: Period | None
) -> list[Target | Observation]:
    """The values of every table whose header names indicators and years, in order of their places."""
    period = default_period or document.metadata.period
    records: list[Target | Observation] = []
    paths = {block.start: block.path for block in document.blocks}
    for table in document.tables:
        layout = _layout(table, reading, lower, period)
        if layout is not None:
            path = next((paths[cell.start] for cell in table.cells if cell.start in paths), ())
            records.extend(_rows(table, layout, document.text, lower, style, path))
    return records


def _layout(table: Table, reading: str, lower: str, period: Period | None) -> _Layout | None:
    """Finds the columns by their header cells; None where this is no table of values."""
    name = unit = None
    values: dict[int, _Column] = {}
    first_row = 0
    over: dict[int, str] = {}
    for cell in table.cells:
        if cell.row >= _HEADER_ROWS:
            break
        text = " ".join(lower[cell.start : cell.end].split())
        if name is None and _NAME_HEADER.match(text):
            name, first_row = cell.column, max(first_row, cell.row + cell.rowspan)
        elif unit is None and _UNIT_HEADER.match(text):
            unit = cell.column
        elif name is None or cell.column != name:
            column = _value_column(cell, reading, f"{over.get(cell.column, '')} {text}".strip(), period)
            if column is not None and (name is None or cell.row < first_row or cell.row <= _HEADER_ROWS):
                if cell.colspan == 1 and _is_header(text):
                    values[cell.column] = column
                    first_row = max(first_row, cell.row + cell.rowspan)
            for spanned in range(cell.column, cell.column + cell.colspan):
                if cell.colspan > 1:
                    over[spanned] = text
    if name is None or not values:
        return None
    return _Layout(name, unit, values, first_row)


def _is_header(text: str) -> bool:
    return bool(_BARE_YEAR.match(text)) or not re.fullmatch(r"[\d.,\s%-]+", text)


def _value_column(cell: Cell, reading: str, text: str, period: Period | None) -> _Column | None:
    """A column of values: a year or period in its header, or a plain word such as "Kế hoạch" with the document's period."""
    times = [
        time
        for time in find_times(reading, cell.start, cell.end, default_year=period.year if period else None)
        if time.role in (TimeRole.DURING, TimeRole.BY, TimeRole.SPAN)
    ]
    bare = _BARE_YEAR.search(text)
    reported = _REPORTED_HEADER.search(text) is not None
    planned = _PLANNED_HEADER.search(text) is not None
    polarity = Polarity.REPORTED if reported and not planned else Polarity.PLANNED
    if times:
        stated: Period | None = times[0].period
    elif bare is not None:
        stated = Period.parse(bare.group(1))
    elif reported or planned:
        stated = period
    else:
        return None
    if stated is None:
        return None
    horizon = period is not None and (
        period.is_deadline or (period.first_day is not None and period.first_day.year != period.last_day.year)
    )
    if polarity is Polarity.PLANNED and horizon and str(stated).isdigit():
        stated = Period.by(stated)
    return _Column(polarity, stated)


def _rows(
    table: Table, layout: _Layout, text: str, lower: str, style: NumberStyle, path: tuple[str, ...]
) -> Iterator[Target | Observation]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    parent: str | None = None
    unit_above = ""
    for row in sorted(rows):
        cells = rows[row]
        name_cell = cells.get(layout.name)
        if row < layout.first_row or name_cell is None or name_cell.colspan > len(layout.values) + 1:
            continue
        written = " ".join(text[name_cell.start : name_cell.end].split())
        subject = _BULLET.sub("", written).rstrip(" :;")
        is_part = _PART.match(written) is not None
        unit_cell = cells.get(layout.unit) if layout.unit is not None else None
        unit = " ".join(text[unit_cell.start : unit_cell.end].split()) if unit_cell is not None else ""
        in_name = _UNIT_IN_NAME.search(subject)
        unit = (
            unit
            if unit not in ("", '"', "”", "nt", "''")
            else (in_name.group(1) if in_name else (unit_above if is_part else ""))
        )
        unit_above = unit or unit_above
        if not subject or not any(character.isalpha() for character in subject):
            continue
        for column, meaning in layout.values.items():
            cell = cells.get(column)
            if cell is not None and cell.end > cell.start:
                record = _record(cell, meaning, subject, parent if is_part else None, unit, text, lower, style, path)
                if record is not None:
                    yield record
        if not is_part:
            parent = subject


def _record(
    cell: Cell,
    column: _Column,
    subject: str,
    within: str | None,
    unit: str,
    text: str,
    lower: str,
    style: NumberStyle,
    path: tuple[str, ...],
) -> Target | Observation | None:
    found = _VALUE.match(lower, cell.start, cell.end)
    if found is None:
        return None
    try:
        low: Decimal | None = parse_number(found.group("low"), style)
        high: Decimal | None = parse_number(found.group("high"), style) if found.group("high") else low
    except ValueError:
        return None
    sign = found.group("sign")
    if found.group("more") or _OPEN_ABOVE.search(sign):
        high = None
    elif _OPEN_BELOW.search(sign):
        low = None
    if low is not None and high is not None and low > high:
        return None
    own_unit = (found.group("unit") or "").strip()
    written_unit = text[found.start("unit") : found.start("unit") + len(own_unit)] if own_unit else unit
    try:
        measure = read_unit(written_unit.partition("/")[0] or "số")
    except LookupRefused:
        return None
    change = Change.INCREASE if re.search(r"tăng|thêm|\+", sign) else Change.DECREASE if "giảm" in sign else None
    if change is None and _FALLS.match(subject.lower()):
        change = Change.DECREASE
    per = written_unit.partition("/")[2].strip() or None
    end = found.end("unit") if own_unit else found.end("high") if found.group("high") else found.end("low")
    start = found.start("low")
    common = {
        "start": start,
        "end": end,
        "quote": text[start:end],
        "provision": path,
        "subject": subject,
        "within": within,
        "quantity": Quantity(
            low=low,
            high=high,
            written_unit=written_unit or "số",
            unit=measure,
            per=per,
            change=change,
            approximate="khoảng" in sign,
        ),
        "period": column.period,
    }
    if column.polarity is Polarity.PLANNED:
        return Target(**common)  # type: ignore[arg-type]
    return Observation(**common)  # type: ignore[arg-type]
