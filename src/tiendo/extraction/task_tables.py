"""Reads tables of tasks: a column for the task, and columns for lead, coordinators and deadline.

The shape is that of task annexes: TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Kết quả | Thời gian
hoàn thành (language.md 8.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from tiendo.documents.model import Cell, Document, Table
from tiendo.extraction.deadlines import Deadline, deadline_in, deadline_in_cell, document_year
from tiendo.extraction.placing import Places
from tiendo.extraction.task_drafts import Draft
from tiendo.extraction.task_lines import bodies_of
from tiendo.facts.records import Task


class _Column(StrEnum):
    """What a column of a task table holds."""

    TASK = "task"
    LEAD = "lead"
    COORDINATORS = "coordinators"
    DEADLINE = "deadline"


_LEAD = r"chủ trì|đầu mối|(?:đơn vị|cơ quan|phân công|trách nhiệm) thực hiện|chịu trách nhiệm|^đơn vị$"
_HEADERS = (
    (_Column.COORDINATORS, re.compile(r"phối hợp|tham gia", re.IGNORECASE)),
    (_Column.LEAD, re.compile(_LEAD, re.IGNORECASE)),
    (_Column.DEADLINE, re.compile(r"thời gian|thời hạn|tiến độ|hạn hoàn thành|^hoàn thành$", re.IGNORECASE)),
    (_Column.TASK, re.compile(r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|tên đề án|đề án", re.IGNORECASE)),
)
# A header may have a second row: "Cơ quan thực hiện" over "Chủ trì | Phối hợp".
_HEADER_ROWS = 3
_LONGEST_HEADER = 60
_NUMBER_ROW = re.compile(r"\(?\d{1,2}\)?")
_SECTOR = re.compile(r"[IVXLC]+|[A-ZĐ]")
_SHORTEST_TASK = 8  # characters; shorter cells are numbers and marks

Row = Mapping[int, Cell]


def extract_task_tables(document: Document, reading: str) -> list[Task]:
    """The tasks of all tables of `document` that have a task column; `reading` is its reading copy."""
    if not document.tables:
        return []
    year = document_year(document)
    places = Places(document)
    return [draft.task(document.text) for table in document.tables for draft in _drafts(table, reading, places, year)]


def _drafts(table: Table, reading: str, places: Places, year: int | None) -> Iterator[Draft]:
    rows = _rows(table)
    columns, first = _columns(rows, reading)
    if _Column.TASK not in columns or not ({_Column.LEAD, _Column.DEADLINE} & set(columns)):
        return
    for number in sorted(rows):
        if number >= first and _holds_task(rows[number], columns, reading):
            yield _draft(rows[number], columns, reading, places, year)


def _rows(table: Table) -> dict[int, dict[int, Cell]]:
    """The cells of every row by column; a cell that spans rows stands in each of them."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        for number in range(cell.row, cell.row + max(cell.rowspan, 1)):
            rows.setdefault(number, {})[cell.column] = cell
    return rows


def _columns(rows: Mapping[int, Row], reading: str) -> tuple[dict[_Column, int], int]:
    """Which column holds what, and the number of the first row behind the header."""
    columns: dict[_Column, int] = {}
    first = 0
    for number in sorted(rows)[:_HEADER_ROWS]:
        found = {
            kind: column
            for column, cell in rows[number].items()
            if (kind := _header(_text(cell, reading))) is not None and cell.row == number
        }
        if len(found) < (1 if columns else 2):
            break
        columns.update(found)
        first = number + 1
    return columns, first


def _header(text: str) -> _Column | None:
    if len(text) > _LONGEST_HEADER:
        return None
    return next((kind for kind, words in _HEADERS if words.search(text)), None)


def _text(cell: Cell | None, reading: str) -> str:
    return " ".join(reading[cell.start : cell.end].split()) if cell else ""


def _holds_task(row: Row, columns: Mapping[_Column, int], reading: str) -> bool:
    """False for rows of column numbers, for sectors over all columns, and for a header printed again."""
    task = row.get(columns[_Column.TASK])
    text = _text(task, reading)
    if task is None or len(text) < _SHORTEST_TASK or _NUMBER_ROW.fullmatch(text):
        return False
    others = [_text(row.get(column), reading) for kind, column in columns.items() if kind is not _Column.TASK]
    if all(_header(other) for other in others if other) and any(others) and _header(text) is _Column.TASK:
        return False
    first = _text(row.get(min(row)), reading).strip(" .)")
    is_sector = _SECTOR.fullmatch(first) is not None or text.isupper() or task.colspan > 1
    return any(others) or not (is_sector or min(row) == columns[_Column.TASK])


def _draft(row: Row, columns: Mapping[_Column, int], reading: str, places: Places, year: int | None) -> Draft:
    def value(kind: _Column) -> str:
        return _text(row.get(columns[kind]), reading) if kind in columns else ""

    task = row[columns[_Column.TASK]]
    printed = reading[task.start : task.end]
    start = task.start + len(printed) - len(printed.lstrip())
    period = deadline_in_cell(value(_Column.DEADLINE), default_year=year)
    return Draft(
        block=-1,
        start=start,
        end=task.start + len(printed.rstrip()),
        path=places.provision_at(task.start),
        leads=bodies_of(value(_Column.LEAD)),
        coordinators=bodies_of(value(_Column.COORDINATORS)),
        deadline=Deadline(period, loose=False) if period else deadline_in(_text(task, reading), default_year=year),
        lead_inherited=False,
        section_unclear=False,
        soft=False,
    )
