"""The register: all documents at a glance, and what was read in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Count

from tiendo.ledger import models
from tiendo.ledger.models import FactState
from tiendo.ledger.selectors.finding_register import MARKING, listed_findings
from tiendo.ledger.selectors.sealed import stamp_of
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.text.folding import fold

_MOMENTS_KEPT = 4  # now and some past days; a thousand documents take some megabyte
_LISTS_KEPT = 16  # different sets of roles at these moments


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A standing document: its root, its entry, what it is called, and whether all may see it.

    `title` is its number or, without one, its type; `folded` its words without marks, to be searched.
    """

    root: int
    version: int
    identity: str
    title: str
    number: str | None
    type_name: str | None
    subject: str | None
    issuer: str | None
    issued: date | None
    territory: str | None
    period: str | None
    published: bool
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDocuments:
    """Which documents; `None` and no words ask for all."""

    type_name: str | None = None
    issuer: str | None = None
    year: int | None = None
    territory: str | None = None
    published: bool | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """How much of a document there is, and how much of it a person has yet to look at."""

    facts: int = 0
    waiting: int = 0
    findings: int = 0


def listed_documents(viewer: Viewer, known: Known) -> tuple[ListedDocument, ...]:
    """All documents that may be seen, each in the version that stands, in the order of their first recording."""
    visible = visible_to(viewer, known)
    last = stamp_of(known, models.Document)[0]
    return _listed(last, _Sight(visible.sight, frozenset(visible.documents), visible.published))


def picked_documents(documents: Iterable[ListedDocument], wanted: WantedDocuments) -> list[ListedDocument]:
    """Those of the documents that are wanted; words are found without their marks, each of them."""
    words = fold(wanted.words).split()
    return [one for one in documents if _meets(one, wanted) and all(word in one.folded for word in words)]


def contents_of(documents: Iterable[ListedDocument], viewer: Viewer, known: Known) -> Mapping[int, Contents]:
    """What was read in each of these documents, by root; findings are those that ask for a look."""
    by_version = {one.version: one.root for one in documents}
    facts, waiting = _facts(by_version, known)
    findings = Counter(
        root
        for one in listed_findings(viewer, known)
        if one.verdict in MARKING and not one.dismissed
        for root in one.documents
    )
    return {root: Contents(facts[version], waiting[version], findings[root]) for version, root in by_version.items()}


def _facts(versions: Iterable[int], known: Known) -> tuple[Counter[int], Counter[int]]:
    facts: Counter[int] = Counter()
    waiting: Counter[int] = Counter()
    standing = models.Fact.objects.standing(known.horizon).filter(document__in=list(versions))
    for document, state, count in standing.values_list("document", "state").annotate(Count("id")):
        facts[document] += count
        waiting[document] += count if state == FactState.WAITING else 0
    return facts, waiting


def _meets(one: ListedDocument, wanted: WantedDocuments) -> bool:
    return (
        wanted.type_name in (None, one.type_name)
        and wanted.issuer in (None, one.issuer)
        and wanted.territory in (None, one.territory)
        and wanted.published in (None, one.published)
        and (wanted.year is None or (one.issued is not None and one.issued.year == wanted.year))
    )


@dataclass(frozen=True, slots=True)
class _Sight:
    """What is seen: `sight` stands for all of it, so that only it need be compared."""

    sight: str
    versions: frozenset[int] = field(compare=False)
    published: frozenset[int] = field(compare=False)


@lru_cache(maxsize=_LISTS_KEPT)
def _listed(last: tuple[int, bytes], seen: _Sight) -> tuple[ListedDocument, ...]:
    return tuple(
        ListedDocument(*(*said, root in seen.published, folded))
        for root, said, folded in _standing(last)
        if said[1] in seen.versions
    )


_COLUMNS = (
    *(
        "root",
        "id",
        "identity",
        "title",
        "number",
        "type_name",
        "subject",
        "organ_name",
        "issued_date",
        "territory",
        "period",
    ),
)
_SEARCHED = ("title", "number", "type_name", "subject", "organ_name")


@lru_cache(maxsize=_MOMENTS_KEPT)
def _standing(last: tuple[int, bytes]) -> tuple[tuple[int, tuple[Any, ...], str], ...]:
    rows = models.Document.objects.standing(last[0]).order_by("root").values_list(*_COLUMNS)
    places = [_COLUMNS.index(name) for name in _SEARCHED]
    return tuple((row[0], row, fold(" ".join(row[place] or "" for place in places))) for row in rows)
