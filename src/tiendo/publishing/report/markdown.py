"""A report as Markdown: headings, paragraphs, tables, and its stamp in a comment at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.publishing.report.letterhead_words import NUMBER, RECIPIENTS, TO
from tiendo.publishing.report.model import (
    Annex,
    Block,
    Cell,
    Heading,
    Letterhead,
    Manner,
    Paragraph,
    Report,
    RulerCell,
    Run,
    Runs,
    Table,
    TableRow,
)
from tiendo.publishing.report.stamp import as_json, sealed
from tiendo.publishing.report.text_reading import ENDS, NUMBERS_BEGIN, STAMP_BEGINS
from tiendo.publishing.report.word_numbers import numbers_in
from tiendo.publishing.ruler import Ruler, as_characters

_RULER_CHARACTERS = 16
_MARKUP = re.compile(r"([\\`*_<>\[\]|])")
_AT_THE_START = re.compile(r"^(\s*)([#+-])(?=\s)")


def as_markdown(report: Report) -> str:
    """The whole report."""
    parts = [
        *_head(report.letterhead, report.language),
        *(text for paragraph in report.grounds for text in _block(paragraph)),
        *(text for block in report.blocks for text in _block(block)),
        *_end(report),
        *(text for annex in report.annexes for text in _annex(annex)),
    ]
    body = "\n\n".join(parts) + "\n\n"
    # A comment must not hold two hyphens in a row; JSON reads the escape as the same.
    stamp = as_json(sealed(report)).replace("--", "-\\u002d")
    return f"{body}{NUMBERS_BEGIN}{' '.join(numbers_in(body))}{ENDS}\n{STAMP_BEGINS}{stamp}{ENDS}\n"


def _head(head: Letterhead, language: str) -> Iterator[str]:
    for line in (head.parent, f"**{_escaped(head.issuer)}**" if head.issuer else ""):
        if line:
            yield line
    yield f"{NUMBER.sentence(language)} {head.number}/{head.symbol}"
    yield f"*{_escaped(head.place_and_date)}*"
    yield f"# {_escaped(head.type_name)}"
    yield f"**{_escaped(head.subject)}**"
    if head.addressee:
        yield f"{TO.sentence(language)} " + "; ".join(map(_escaped, head.addressee))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, label, text):
            yield f"{'#' * (level + 1)} {label} {_escaped(text)}"
        case Paragraph(runs, manner):
            yield _paragraph(runs, manner)
        case Table():
            yield _table(block)


def _paragraph(runs: Runs, manner: Manner) -> str:
    text = _runs(runs)
    if manner is Manner.DASH:
        return f"- {text}"
    return f"*{text}*" if manner is Manner.NOTE else _AT_THE_START.sub(r"\1\\\2", text)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = _escaped(run.text)
    if run.bold:
        return f"**{text}**"
    return f"*{text}*" if getattr(run, "italic", False) else text


def _table(table: Table) -> str:
    lines = [f"**{_escaped(table.caption)}**", ""] if table.caption else []
    lines.append("| " + " | ".join(_escaped(column.title) for column in table.columns) + " |")
    lines.append("| " + " | ".join("---:" if column.is_number else "---" for column in table.columns) + " |")
    lines.extend(_table_row(row, len(table.columns)) for row in table.rows)
    return "\n".join(lines)


def _table_row(row: TableRow, width: int) -> str:
    cells = [_cell(cell) for cell in row.cells]
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, RulerCell):
        ruler = Ruler(reached=cell.reached, expected=cell.expected, band=cell.band)
        return as_characters(ruler, _RULER_CHARACTERS)
    return _runs(cell).replace("\n", " ")


def _end(report: Report) -> Iterator[str]:
    signature = report.signature
    for line in (signature.authority, signature.role, signature.name):
        if line:
            yield f"**{_escaped(line)}**"
    if report.recipients:
        yield f"{RECIPIENTS.sentence(report.language)}\n" + "\n".join(f"- {_escaped(one)}" for one in report.recipients)


def _annex(annex: Annex) -> Iterator[str]:
    yield f"## {_escaped(annex.label)}"
    yield f"**{_escaped(annex.title)}**"
    for block in annex.blocks:
        yield from _block(block)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
