"""The register of documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse

from tiendo.ledger.selectors.document_register import (
    Contents,
    ListedDocument,
    WantedDocuments,
    contents_of,
    listed_documents,
    picked_documents,
)
from tiendo.reference.territories import territory
from tiendo.text.folding import fold
from tiendo.web.pages import questions
from tiendo.web.pages.paging import page_of
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.pages.reading import Reading, reads

ROWS = 50  # of a page; each has its counts looked up
_YEARS = range(1945, 2201)

ORDERS = {
    "-date": "documents.order.newest",
    "date": "documents.order.oldest",
    "number": "documents.order.number",
    "issuer": "documents.order.issuer",
    "-findings": "documents.order.findings",
    "-waiting": "documents.order.waiting",
}
_STATES = {"published": True, "draft": False}
STATES = {"published": "documents.published", "draft": "documents.draft"}

Contained = Mapping[int, Contents]


@reads
def documents(reading: Reading) -> HttpResponse:
    """All documents that may be seen, as the address filters and sorts them."""
    everything = listed_documents(reading.viewer, reading.known)
    is_staff = any(reading.viewer.may_read_drafts(territory=code) for code in {one.territory for one in everything})
    wanted = _wanted(reading, everything)
    order = questions.choice(reading.request, "sort", tuple(ORDERS)) or "-date"
    found = picked_documents(everything, wanted)
    # Counts that are sorted by are needed of all; else only those of the page are looked up.
    counted = contents_of(found, reading.viewer, reading.known) if order in _BY_COUNT else {}
    pager = page_of(_sorted(found, order, counted), questions.number(reading.request, "page"), ROWS)
    counts = counted or contents_of(pager.items, reading.viewer, reading.known)
    context: dict[str, Any] = {
        "everything": everything,
        "wanted": wanted,
        "order": order,
        "orders": [(one, key) for one, key in ORDERS.items() if is_staff or one != "-waiting"],
        "kept": ("asOf",),
        "is_staff": is_staff,
        "pager": pager,
        "rows": [(one, counts[one.root]) for one in pager.items],
        "types": _values(everything, lambda one: one.type_name),
        "issuers": _values(everything, lambda one: one.issuer),
        "years": sorted({one.issued.year for one in everything if one.issued}, reverse=True),
        "territories": _territories(everything, reading),
        "states": tuple(STATES.items()),
        "state": questions.choice(reading.request, "state", tuple(STATES)),
    }
    return reading.show("documents/page.html", context, part="documents/rows.html")


def _wanted(reading: Reading, everything: tuple[ListedDocument, ...]) -> WantedDocuments:
    request = reading.request
    year = questions.number(request, "year")
    if year is not None and year not in _YEARS:
        raise WrongQuestion(
            vi=f"year={year} không phải là năm ban hành; viết như 2022.",
            en=f"year={year} is no year of issue; write it like 2022.",
        )
    state = questions.choice(request, "state", tuple(_STATES))
    return WantedDocuments(
        type_name=_one_of(questions.text(request, "type"), "type", {one.type_name for one in everything}),
        issuer=_one_of(questions.text(request, "issuer"), "issuer", {one.issuer for one in everything}),
        year=year,
        territory=_one_of(
            questions.code(request, "territory") or "", "territory", {one.territory for one in everything}
        ),
        published=_STATES[state] if state else None,
        words=questions.text(request, "q"),
    )


def _one_of(written: str, name: str, known: set[str | None]) -> str | None:
    """What is written, where a document has it."""
    if written and written not in known:
        raise WrongQuestion(
            vi=f"Không có văn bản nào có {name}={written[:60]!r}; hãy chọn trong danh sách.",
            en=f"No document has {name}={written[:60]!r}; choose from the list.",
        )
    return written or None


def _values(everything: tuple[ListedDocument, ...], value: Callable[[ListedDocument], str | None]) -> list[str]:
    found = {said for one in everything if (said := value(one))}
    return sorted(found, key=fold)


def _territories(everything: tuple[ListedDocument, ...], reading: Reading) -> list[tuple[str, str]]:
    codes = sorted({one.territory for one in everything if one.territory})
    units = [(code, territory(code, reading.today)) for code in codes]
    return [(code, unit.title if unit else code) for code, unit in units]


_BY_COUNT = ("-findings", "-waiting")


def _sorted(found: list[ListedDocument], order: str, counted: Contained) -> list[ListedDocument]:
    """What has no date comes last; what is equal stands as it was recorded, the newest first."""
    newest = sorted(found, key=lambda one: one.root, reverse=True)
    match order:
        case "number":
            return sorted(newest, key=lambda one: (one.number is None, fold(one.title)))
        case "issuer":
            return sorted(newest, key=lambda one: (one.issuer is None, fold(one.issuer or "")))
        case "-findings":
            return sorted(newest, key=lambda one: -counted[one.root].findings)
        case "-waiting":
            return sorted(newest, key=lambda one: -counted[one.root].waiting)
    sign = 1 if order == "date" else -1
    return sorted(newest, key=lambda one: (one.issued is None, sign * one.issued.toordinal() if one.issued else 0))
