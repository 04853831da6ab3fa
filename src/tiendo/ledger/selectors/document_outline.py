"""A version of a document with its whole outline, for files that are made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiendo.documents.model import Block, BlockKind, Cell, Table
from tiendo.facts.period import Period
from tiendo.ledger import models
from tiendo.ledger.selectors.document_text import TextVersion
from tiendo.ledger.selectors.viewing import Known, moments_of


@dataclass(frozen=True, slots=True)
class ReadOutline:
    """The text of a version, its blocks and tables as they were read."""

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]


def outline_of(version: TextVersion) -> ReadOutline:
    """The text and outline of a version; a hundred pages take some megabytes."""
    found = models.Document.objects.filter(id=version.entry)
    text, outline = found.values_list("text", "outline").get()
    return ReadOutline(
        text=text,
        blocks=tuple(_block(one) for one in outline.get("blocks", ())),
        tables=tuple(_table(one) for one in outline.get("tables", ())),
    )


def partial_dates(entries: Iterable[int]) -> dict[int, Period]:
    """The months of those versions that leave the day of their date blank, by their entries."""
    outlines = models.Document.objects.filter(id__in=list(entries)).values_list("id", "outline")
    written = {entry: outline.get("metadata", {}).get("partial_date") for entry, outline in outlines}
    return {entry: Period.parse(one) for entry, one in written.items() if one}


def leading_bodies(version: TextVersion) -> dict[int, tuple[str, ...]]:
    """The codes of the bodies that lead the tasks of a version, by the root of the fact."""
    tasks = models.Task.objects.standing(version.horizon).filter(document=version.entry)
    return {fact: tuple(codes) for fact, codes in tasks.values_list("fact", "lead_codes")}


def published_at(root: int, known: Known) -> datetime | None:
    """When the document became open to everybody; `None` while it is not."""
    standing = models.Publication.objects.standing(known.horizon).filter(subject=root)
    act = standing.order_by("id").values_list("act", flat=True).first()
    return None if act is None else moments_of({act})[act]


def _block(plain: Mapping[str, Any]) -> Block:
    return Block(
        kind=BlockKind(plain["kind"]),
        start=plain["start"],
        end=plain["end"],
        marker=plain["marker"],
        path=tuple(plain["path"]),
        headings=tuple(plain["headings"]),
        repeats=plain["repeats"],
    )


def _table(plain: Mapping[str, Any]) -> Table:
    names = ("start", "end", "row", "column", "rowspan", "colspan")
    return Table(plain["start"], plain["end"], tuple(Cell(*(one[name] for name in names)) for one in plain["cells"]))
