"""Documents of the record as Akoma Ntoso: one file, or all that somebody may see, in an archive or one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from tiendo.catalogue import Indicator
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.models import FactState
from tiendo.ledger.selectors.citations import CitationView
from tiendo.ledger.selectors.document_facts import facts_of
from tiendo.ledger.selectors.document_outline import leading_bodies, outline_of, partial_dates, published_at
from tiendo.ledger.selectors.document_text import TextVersion, text_version
from tiendo.ledger.selectors.documents import (
    DocumentFilter,
    DocumentView,
    VersionView,
    document,
    documents,
    standing_documents,
)
from tiendo.ledger.selectors.pages import Asked
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.publishing.akoma_ntoso import (
    CitedDocument,
    MarkedFact,
    Outlined,
    Version,
    Work,
    WrittenDocument,
    akoma_ntoso,
    cited_work,
    work_of,
)
from tiendo.publishing.open_data.archive import zip_chunks
from tiendo.reference.agencies import agency_name
from tiendo.reference.provinces import without_province
from tiendo.text.folding import name_key

MEDIA_TYPE = "application/akn+xml"
_COUNTING = (FactState.SURE, FactState.ACCEPTED, FactState.MERGED)
_AT_ONCE = 200  # documents in one query


def akn_document(root: int, viewer: Viewer, known: Known, entry: int | None = None) -> tuple[str, bytes]:
    """The name of the file and the document as Akoma Ntoso, by default in the version that stands.

    Raises `NoSuchEntry`, also for what is hidden.
    """
    version = text_version(root, viewer, known, entry)
    whole = document(root, viewer, known, version.entry)
    shown = whole.document
    outline = outline_of(version)
    written = WrittenDocument(
        work=_works([shown])[shown.id],
        outlined=Outlined(outline.text, outline.blocks, outline.tables),
        entry=version.entry,
        versions=_versions(whole.versions, version.entry),
        address=reverse("document", args=[root]),
        type_name=shown.type_name,
        number=shown.number,
        subject=shown.subject,
        issuer=shown.organ_name,
        issued=shown.issued_date,
        published=_published(root, known),
        signer=shown.signer_full_name,
        signer_position=shown.signer_position,
        citations=_citations(whole.citations, shown.territory, viewer, known),
        facts=_facts(version, shown.issued_date),
    )
    return file_name(written.work), akoma_ntoso(written)


def akn_documents(viewer: Viewer, known: Known, wanted: DocumentFilter | None = None) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of every document that is wanted and may be seen, in the order of the record.

    Paths follow the addresses of the works: `akn/vn-20/act/nghi-quyet/2021/62-nq-hdnd.xml`. What another one took
    already gets its number in the record.
    """
    taken: set[str] = set()
    after: int | None = 0
    while after is not None:
        page = documents(wanted or DocumentFilter(), viewer, known, Asked(_AT_ONCE, after))
        for one in page.items:
            path = _works([one])[one.id].uri[1:]
            path = f"{path}-{one.id}" if path in taken else path
            taken.add(path)
            yield f"{path}.xml", akn_document(one.id, viewer, known)[1]
        after = page.next


def akn_archive(viewer: Viewer, known: Known, wanted: DocumentFilter | None = None) -> Iterator[bytes]:
    """The same as a zip, document after document; the same record gives the same bytes."""
    return zip_chunks((path, (content,)) for path, content in akn_documents(viewer, known, wanted))


def file_name(work: Work) -> str:
    """`2021-62-nq-hdnd.xml`."""
    return f"{work.year}-{work.number}.xml"


def _works(shown: Iterable[DocumentView]) -> dict[int, Work]:
    """The works that documents are, by their roots."""
    listed = list(shown)
    partial = partial_dates(one.entry for one in listed if one.issued_date is None)
    return {
        one.id: work_of(
            type_name=one.type_name,
            number=one.number,
            issued=one.issued_date,
            year=partial[one.entry].last_day.year if one.entry in partial else None,
            territory=one.territory,
            subject=one.subject or one.title,
            identity=one.identity,
        )
        for one in listed
    }


def _versions(views: Sequence[VersionView], entry: int) -> tuple[Version, ...]:
    """The versions up to the one that is written."""
    return tuple(
        Version(entry=one.entry, recorded=localdate(one.recorded_at))
        for one in views
        if one.entry <= entry and not one.withdrawn
    )


def _published(root: int, known: Known) -> date | None:
    moment = published_at(root, known)
    return localdate(moment) if moment else None


def _citations(
    views: Sequence[CitationView], territory: str | None, viewer: Viewer, known: Known
) -> tuple[CitedDocument, ...]:
    """Citations with the works that they name; a short form means what the long form of the same number means."""
    roots = {one.document for one in views if one.document is not None}
    held = _works(standing_documents(roots, viewer, known).values()) if roots else {}
    years = _years(views)
    return tuple(
        CitedDocument(
            start=one.start, end=one.end, name=one.number or one.quote, work=_cited(one, territory, years, held)
        )
        for one in views
    )


def _cited(one: CitationView, territory: str | None, years: Mapping[str, int], held: Mapping[int, Work]) -> Work | None:
    if one.document is not None and one.document in held:
        return held[one.document]
    year = one.date.year if one.date else years.get(one.number or "")
    named = without_province(name_key(one.issuer or "")).province
    return cited_work(type_name=one.type, number=one.number, year=year, province=named or territory)


def _years(views: Iterable[CitationView]) -> dict[str, int]:
    """The year of each number that the document dates somewhere, always in the same year."""
    found: dict[str, set[int]] = {}
    for one in views:
        if one.number and one.date:
            found.setdefault(one.number, set()).add(one.date.year)
    return {number: next(iter(years)) for number, years in found.items() if len(years) == 1}


def _name_of(indicator: Indicator | None) -> str:
    return indicator.names.vi if indicator else ""


def _facts(version: TextVersion, issued: date | None) -> tuple[MarkedFact, ...]:
    """What counts in this version, in the order of the text."""
    indicators = catalogue_at(version.horizon).indicators
    leads = leading_bodies(version)
    day = issued or localdate(version.recorded_at)
    return tuple(
        MarkedFact(
            root=one.root,
            kind=one.kind,
            record=one.record,
            indicator=one.indicator,
            indicator_name=_name_of(indicators.get(one.indicator or "")),
            bodies=tuple((code, agency_name(code, day) or code) for code in leads.get(one.root, ())),
        )
        for one in facts_of(version)
        if one.state in _COUNTING
    )
