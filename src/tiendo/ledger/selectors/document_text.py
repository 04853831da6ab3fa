"""The text of a document as it is read on a page: which version, how it is laid out, and any stretch of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Length, Substr

from tiendo.documents.model import BlockKind
from tiendo.ledger import models
from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import visible_to
from tiendo.ledger.standing import no_such_entry

_LAYOUTS_KEPT = 32  # documents that people read at one time; one of a hundred pages takes about a megabyte


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading, paragraph or bullet: its content without the marker, and how deep its provision lies."""

    kind: BlockKind
    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table at its row and column."""

    start: int
    end: int
    row: int
    column: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table: its stretch of the text and its cells by row and column."""

    start: int
    end: int
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out: its length in characters, and its blocks and tables in the order of the text."""

    length: int
    items: tuple[TextBlock | TextTable, ...]


@dataclass(frozen=True, slots=True)
class Addressed:
    """A stretch that speaks to software; `code` says how it was told."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """One version of a document, to be read.

    `root` and `entry` say which. `horizon` is the last moment at which it stood, within what is known: its facts are
    those of then. `is_standing` is false for one that another took the place of, or that was withdrawn.
    """

    root: int
    entry: int
    horizon: int
    is_standing: bool
    recorded_at: datetime
    digest: bytes
    territory: str | None
    addressed_to_software: tuple[Addressed, ...]


def text_version(root: int, viewer: Viewer, known: Known, entry: int | None = None) -> TextVersion:
    """The version with that entry, by default the one that stands; raises `NoSuchEntry`, also for what is hidden."""
    seen = visible_to(viewer, known).versions.get(root, ())
    columns = ("id", "act", "digest", "supersedes", "territory", "withdrawn", "addressed_to_software")
    rows = list(models.Document.objects.filter(id__in=seen).order_by("id").values(*columns))
    wanted = entry if entry is not None else (rows[-1]["id"] if rows else None)
    found = next((row for row in rows if row["id"] == wanted and not row["withdrawn"]), None)
    if found is None:
        raise no_such_entry(models.Document, root)
    after = next((row["id"] for row in rows if row["supersedes"] == found["id"]), None)
    return TextVersion(
        root=root,
        entry=found["id"],
        horizon=known.horizon if after is None else after - 1,
        is_standing=after is None,
        recorded_at=moments_of({found["act"]})[found["act"]],
        digest=bytes(found["digest"]),
        territory=found["territory"],
        addressed_to_software=tuple(Addressed(**one) for one in found["addressed_to_software"] or ()),
    )


def layout_of(version: TextVersion) -> Layout:
    """How the text of a version is laid out. It never changes, so it is remembered."""
    return _LAYOUTS.of([version.digest], lambda _: [_layout(version.entry)])[0]


def text_between(version: TextVersion, start: int, end: int) -> str:
    """The text from `start` to `end`; the rest of it stays in the database."""
    if end <= start:
        return ""
    stretch = _only(version.entry).annotate(stretch=Substr("text", start + 1, end - start))
    return str(stretch.values_list("stretch", flat=True).get())


_LAYOUTS: Remembered[bytes, Layout] = Remembered(_LAYOUTS_KEPT)


def _only(entry: int) -> QuerySet[Any]:
    return models.Document.objects.filter(id=entry).order_by()


def _layout(entry: int) -> Layout:
    length, outline = _only(entry).annotate(length=Length("text")).values_list("length", "outline").get()
    tables = [_table(one) for one in outline.get("tables", ())]
    blocks = [_block(one) for one in outline.get("blocks", ()) if one["kind"] != BlockKind.TABLE_CELL]
    items: list[TextBlock | TextTable] = sorted([*blocks, *tables], key=lambda item: (item.start, item.end))
    return Layout(length, tuple(_one_after_the_other(items)))


def _block(plain: Mapping[str, Any]) -> TextBlock:
    return TextBlock(BlockKind(plain["kind"]), plain["start"], plain["end"], len(plain["path"]))


def _table(plain: Mapping[str, Any]) -> TextTable:
    names = ("start", "end", "row", "column", "rowspan", "colspan")
    cells = (TableCell(*(one[name] for name in names)) for one in plain["cells"])
    return TextTable(plain["start"], plain["end"], tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _one_after_the_other(items: Sequence[TextBlock | TextTable]) -> list[TextBlock | TextTable]:
    """Without what lies inside what was taken already: a text is shown once."""
    found: list[TextBlock | TextTable] = []
    for item in items:
        if not found or item.start >= found[-1].end:
            found.append(item)
    return found
