"""A document as the rest of the product sees it: text, outline, tables, metadata, notes.

All positions are half-open offsets into `Document.text`, the NFC text with `\\n` line ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tiendo.facts.period import Period


class BlockKind(StrEnum):
    """What a stretch of the document is."""

    TITLE = "title"  # the document's type, subject and issuer above the first provision
    LEGAL_BASIS = "legal_basis"  # "Căn cứ …", "Xét …", "Sau khi xem xét …"
    HEADING = "heading"  # names a provision and asserts nothing
    PARAGRAPH = "paragraph"  # prose, numbered or not, without a bullet
    BULLET = "bullet"  # prose behind "-", "+", "•", "*"
    TABLE_CELL = "table_cell"
    CLOSING = "closing"  # the act's own passing and entry into force, signature, recipients


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, bullet or cell. `start`–`end` is its content without the marker.

    `marker` is what stands before the content (`Điều 1.`, `II.`, `a)`, `-`), `path` the provision
    that the block stands in, with its own number but not its bullet, `headings` the indices of the
    blocks above it that are its headings or lead-ins, outermost first. `repeats` is the index of
    the block that this one doubles word for word, where a web page printed a stretch twice.
    """

    kind: BlockKind
    start: int
    end: int
    marker: str = ""
    path: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a merged cell stands once, at its first row and column."""

    start: int
    end: int
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its span in the text and its cells in reading order."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader did or noticed, in both languages; `code` is stable (`converted-tcvn3` …)."""

    code: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A line of the preamble that names what the document rests on."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says about itself; `None` is "not stated", never a guess."""

    type: str | None = None  # "Nghị quyết"
    number: str | None = None  # "62/NQ-HĐND"; "/TC-UBND" for a draft with a blank number
    issuer: str | None = None
    place: str | None = None
    date: date | None = None
    partial_date: Period | None = None  # a draft that leaves the day blank: 2022-04
    signer: str | None = None
    title: str | None = None
    legal_bases: tuple[LegalBasis, ...] = ()
    period: Period | None = None  # the period that the document speaks of


@dataclass(frozen=True, slots=True)
class RawText:
    """What a format's reader hands over: the text, tables already placed in it, and notes."""

    text: str
    format: str
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document ready to be read for facts."""

    source: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[Note, ...] = ()
