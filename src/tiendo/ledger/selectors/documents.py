"""Documents as they are shown: their register fields, provisions and versions; never their whole text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tiendo.ledger import models
from tiendo.ledger.models import REGISTER_COLUMNS
from tiendo.ledger.selectors.citations import CitationView, citations_of, cited_by
from tiendo.ledger.selectors.pages import Asked, Page, last_said, page_of
from tiendo.ledger.selectors.spans import Span, overlap
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import Visible, visible_to
from tiendo.ledger.standing import no_such_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A version of a document; the names are those of `models.Document`. `published` says that all may see it."""

    id: int
    entry: int
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    published: bool
    identity: str
    file: str
    name: str
    format: str
    reader_version: str
    title: str
    territory: str | None
    place: str | None
    period: str | None
    type_name: str | None
    number: str | None
    code_number: str | None
    code_notation: str | None
    issued_date: date | None
    organ_name: str | None
    subject: str | None
    language: str | None
    page_amount: int | None
    description: str | None
    signer_position: str | None
    signer_full_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionView:
    """A provision: its path of headings, its heading and its stretch of the text."""

    entry: int
    path: tuple[str, ...]
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """A version of a document: when it was recorded, from which file, and who read it."""

    entry: int
    recorded_at: datetime
    file: str
    name: str
    reader_version: str
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDocumentView:
    """A document with its provisions, all its versions, what it cites, and the roots of the documents that cite it."""

    document: DocumentView
    provisions: tuple[ProvisionView, ...]
    versions: tuple[VersionView, ...]
    citations: tuple[CitationView, ...]
    cited_by: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """Which documents; `None` asks for all. `first_day` and `last_day` bound the day of issue."""

    territory: str | None = None
    period: str | None = None
    number: str | None = None
    type_name: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    changed_after: int | None = None


_CHAIN = ("id", "root", "act", "supersedes", "withdrawn")
_OWN = (
    *("identity", "file", "name", "format", "reader_version", "title", "territory", "place", "period"),
    *REGISTER_COLUMNS,
)


def documents(wanted: DocumentFilter, viewer: Viewer, known: Known, asked: Asked) -> Page[DocumentView]:
    """A page of documents, each in the version that stands."""
    visible = visible_to(viewer, known)

    def pick(candidates: Sequence[int]) -> Iterable[tuple[int, DocumentView]]:
        seen = [entry for entry in candidates if entry in visible.documents]
        shown = last_said(models.Document, known.horizon)
        if wanted.changed_after is None:
            shown = shown.filter(withdrawn=False)
        return _views(shown.filter(**_conditions(wanted), id__in=seen), visible).items()

    spans = overlap(visible.spans, [Span((wanted.changed_after or 0) + 1, known.horizon)])
    return page_of(models.Document, (), asked, spans, pick)


def document(root: int, viewer: Viewer, known: Known, entry: int | None = None) -> WholeDocumentView:
    """The document with that root, by default in the version that stands; `entry` names an older one.

    Raises `NoSuchEntry` where there is none, or none that the viewer may see.
    """
    visible = visible_to(viewer, known)
    versions = visible.versions.get(root, ())
    rows = models.Document.objects.filter(id__in=versions)
    rows = rows.standing(known.horizon) if entry is None else rows.filter(id=entry, withdrawn=False)
    shown = next(iter(_views(rows, visible).values()), None)
    if shown is None:
        raise no_such_entry(models.Document, root)
    return WholeDocumentView(
        document=shown,
        provisions=_provisions(shown.entry),
        versions=_versions(versions),
        citations=tuple(citations_of(shown.entry, shown.territory, visible.documents, known.horizon)),
        cited_by=tuple(cited_by(root, visible.documents, known.horizon)),
    )


def standing_documents(roots: Iterable[int], viewer: Viewer, known: Known) -> dict[int, DocumentView]:
    """Those of these documents that the viewer may see, each in the version that stands."""
    visible = visible_to(viewer, known)
    rows = models.Document.objects.standing(known.horizon).filter(root__in=list(roots))
    return {one.id: one for one in _views(rows.filter(id__in=visible.documents), visible).values()}


def require_seen(root: int, viewer: Viewer, known: Known) -> None:
    """Raise `NoSuchEntry` unless there is a document with that root that the viewer may see."""
    if root not in visible_to(viewer, known).versions:
        raise no_such_entry(models.Document, root)


def _conditions(wanted: DocumentFilter) -> dict[str, Any]:
    conditions = {
        "territory": wanted.territory,
        "period": wanted.period,
        "number": wanted.number,
        "type_name": wanted.type_name,
        "issued_date__gte": wanted.first_day,
        "issued_date__lte": wanted.last_day,
    }
    return {name: value for name, value in conditions.items() if value is not None}


def _views(rows: models.EntryQuerySet, visible: Visible) -> Mapping[int, DocumentView]:
    found = list(rows.order_by("id").values(*_CHAIN, *_OWN))
    moments = moments_of({row["act"] for row in found})
    return {row["id"]: _view(row, moments, visible) for row in found}


def _view(row: dict[str, Any], moments: Mapping[int, datetime], visible: Visible) -> DocumentView:
    return DocumentView(
        entry=row.pop("id"),
        recorded_at=moments[row.pop("act")],
        published=row["root"] in visible.published,
        id=row.pop("root"),
        **row,
    )


def _provisions(version: int) -> tuple[ProvisionView, ...]:
    rows = models.Provision.objects.filter(document=version).order_by("start", "id")
    return tuple(
        ProvisionView(entry=entry, path=tuple(path), heading=heading, start=start, end=end)
        for entry, path, heading, start, end in rows.values_list("id", "path", "heading", "start", "end")
    )


def _versions(entries: Sequence[int]) -> tuple[VersionView, ...]:
    columns = ("id", "act", "file", "name", "reader_version", "withdrawn")
    rows = list(models.Document.objects.filter(id__in=entries).order_by("id").values(*columns))
    moments = moments_of({row["act"] for row in rows})
    return tuple(VersionView(entry=row.pop("id"), recorded_at=moments[row.pop("act")], **row) for row in rows)
