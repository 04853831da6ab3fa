"""How fast a report is written as Word and as PDF; beside it its tables by plain calls of python-docx."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from statistics import median
from time import perf_counter

from docx import Document

from benchmarks.publishing.report_composing import INDICATORS, TASKS, basis_of
from benchmarks.rows import Row
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.model import Report, RulerCell, Table
from tiendo.publishing.report.pdf import as_pdf
from tiendo.publishing.report.word import as_word
from tiendo.publishing.report.word_reading import read_word

WORD_SECONDS, PDF_SECONDS = 1.5, 1.0


def measure(rounds: int) -> list[Row]:
    """Seconds of each form: the first time in this process, and the median after that."""
    report = compose(basis_of(INDICATORS, TASKS))
    size = f"{INDICATORS} indicators, {TASKS} tasks"
    rows: list[Row] = []
    word = 0.0
    for name, goal, write in (("Word", WORD_SECONDS, as_word), ("PDF", PDF_SECONDS, as_pdf)):
        first = _seconds(write, report)
        usual = median(_seconds(write, report) for _ in range(rounds))
        word = word or usual
        rows.append(Row(f"report as {name}, first in a process ({size})", first, "s", 3, at_most=goal))
        rows.append(Row(f"report as {name}, after that", usual, "s", 3, at_most=goal))
    data = as_word(report)
    rows.append(Row("· read back, all fields", median(_seconds(_read, data) for _ in range(rounds)), "s", 3))
    plain = median(_seconds(by_python_docx, report) for _ in range(rounds))
    rows.append(Row("its tables alone by calls of python-docx, same run", plain, "s", 3))
    rows.append(Row("· the whole report with fields and rulers", plain / word, "times as fast", 1))
    return rows


def by_python_docx(report: Report) -> bytes:
    """The tables of the annexes as its documentation shows: one cell after the other, without fields and rulers."""
    document = Document()
    for table in _tables(report):
        made = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
        for place, column in enumerate(table.columns):
            made.rows[0].cells[place].text = column.title
        for row, line in zip(table.rows, made.rows[1:], strict=True):
            cells = line.cells
            for place, cell in enumerate(row.cells):
                cells[place].text = cell.says if isinstance(cell, RulerCell) else "".join(run.text for run in cell)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _tables(report: Report) -> Iterator[Table]:
    for annex in report.annexes:
        yield from (block for block in annex.blocks if isinstance(block, Table))


def _read(data: bytes) -> object:
    return read_word("report.docx", data)


def _seconds(do: Callable[[object], object], subject: object) -> float:
    started = perf_counter()
    do(subject)
    return perf_counter() - started
