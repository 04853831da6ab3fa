"""What is told of a document so that it can be written as Akoma Ntoso: frozen values, all of them read from the record.

Offsets are those of the text, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.documents.model import Block, Table
from tiendo.facts.records import Fact
from tiendo.publishing.akoma_ntoso.works import Work


@dataclass(frozen=True, slots=True)
class Outlined:
    """A text with its blocks and tables in the order of the text."""

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of the document in the record: its entry, and the day on which it was recorded."""

    entry: int
    recorded: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A citation at its place; `name` is the number that it gives, else its words. `work` is what it names.

    `work` is `None` where that cannot be told.
    """

    start: int
    end: int
    name: str
    work: Work | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedFact:
    """A fact that counts: its root, its record, and the indicator and leading bodies that were settled on.

    `bodies` pairs the code of each body with its name.
    """

    root: int
    kind: str
    record: Fact
    indicator: str | None = None
    indicator_name: str = ""
    bodies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDocument:
    """A version of a document with everything that its file says. The first of `versions` is the oldest.

    `entry` says which of `versions` it is. `published` is the day from which everybody may see it, `None` for a
    draft. `address` is that of its page.
    """

    work: Work
    outlined: Outlined
    entry: int
    versions: tuple[Version, ...]
    address: str
    type_name: str | None = None
    number: str | None = None
    subject: str | None = None
    issuer: str | None = None
    issued: date | None = None
    published: date | None = None
    signer: str | None = None
    signer_position: str | None = None
    citations: tuple[CitedDocument, ...] = ()
    facts: tuple[MarkedFact, ...] = ()
