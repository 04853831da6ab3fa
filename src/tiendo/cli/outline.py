"""`tiendo outline`: what a document says about itself, its headings and its tables."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tiendo.cli.arguments import DONE, add_language, add_max_size, add_output, examples
from tiendo.cli.messages import Messages
from tiendo.cli.terminal import cut, printable, terminal_width

if TYPE_CHECKING:
    from tiendo.documents.model import Document, Metadata, Table

_INDENT = "  "


def add_to(commands: Any, say: Messages) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "outline",
        say=say,
        help=say("outline"),
        description=say("outline"),
        epilog=examples(say, "tiendo outline nghi-quyet.docx", "tiendo outline ke-hoach.pdf --lang en"),
    )
    parser.add_argument("file", metavar=say("file"), help=say("files"))
    add_output(parser, say)
    add_max_size(parser, say)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, say: Messages) -> int:
    """Read the file and print its outline; an unreadable file is reported by the caller."""
    from tiendo.cli.output import write_out
    from tiendo.intake.reading import Request, open_document

    document = open_document(Request(chosen.file, max_bytes=getattr(chosen, "max_size", None)))
    write_out((line + "\n" for line in render(document, say)), chosen.output)
    return DONE


def render(document: Document, say: Messages) -> Iterator[str]:
    """The lines of the outline: metadata, heading tree, tables with their sizes, the reader's notes."""
    yield f"{printable(document.source)} ({document.format})"
    yield from _metadata_lines(document, say)
    yield from _section(say("headings"), _heading_lines(document), say)
    yield from _section(say("tables"), _table_lines(document.tables, say), say)
    notes = (note.vi if say.language == "vi" else note.en for note in document.notes)
    yield from _section(say("notes"), notes, say)


def _section(title: str, lines: Iterator[str], say: Messages) -> Iterator[str]:
    yield ""
    yield title
    empty = True
    for line in lines:
        empty = False
        yield _INDENT + line
    if empty:
        yield _INDENT + say("none")


def _metadata_lines(document: Document, say: Messages) -> Iterator[str]:
    rows = [(say(f"outline-{name}"), value) for name, value in _stated(document.metadata, say)]
    size = say("outline-characters", count=len(document.text), blocks=len(document.blocks))
    rows.append((say("outline-length"), size))
    width = max(len(label) for label, _ in rows)
    for label, value in rows:
        yield f"{_INDENT}{label:<{width}}{_INDENT}{printable(value) if value else say('not-stated')}"


def _stated(metadata: Metadata, say: Messages) -> Iterator[tuple[str, str | None]]:
    yield "type", metadata.type
    yield "number", metadata.number
    yield "issuer", metadata.issuer
    yield "place", metadata.place
    yield "date", _date(metadata, say)
    yield "title", metadata.title
    yield "signer", metadata.signer
    period = metadata.period
    yield "period", str(period) if period else None
    yield "legal-bases", str(len(metadata.legal_bases))


def _date(metadata: Metadata, say: Messages) -> str | None:
    if metadata.date is not None:
        return f"{metadata.date.day}/{metadata.date.month}/{metadata.date.year}"
    if metadata.partial_date is not None:
        partial = metadata.partial_date
        return partial.vietnamese() if say.language == "vi" else partial.english()
    return None


def _heading_lines(document: Document) -> Iterator[str]:
    from tiendo.documents.model import BlockKind

    width = terminal_width() - len(_INDENT)
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            words = printable(f"{block.marker} {document.text[block.start : block.end]}")
            yield cut(_INDENT * len(block.headings) + words, width)


def _table_lines(tables: tuple[Table, ...], say: Messages) -> Iterator[str]:
    for number, table in enumerate(tables, start=1):
        rows = max((cell.row + cell.rowspan for cell in table.cells), default=0)
        columns = max((cell.column + cell.colspan for cell in table.cells), default=0)
        yield say("table-size", number=number, rows=rows, columns=columns, start=table.start)
