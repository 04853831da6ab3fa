"""The list of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpResponse

from tiendo.facts.findings import Place, Severity, Suggestion, Verdict
from tiendo.ledger.permissions import Permission, Scope
from tiendo.ledger.selectors.document_register import ListedDocument, listed_documents
from tiendo.ledger.selectors.finding_register import (
    ListedFinding,
    ShownFinding,
    WantedFindings,
    listed_findings,
    picked_findings,
    shown_findings,
)
from tiendo.verification.registry import CHECKS
from tiendo.web.pages import questions
from tiendo.web.pages.findings.working import Working, working_of
from tiendo.web.pages.paging import page_of
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.tasks.asking import known_document

ROWS = 50  # of a page; each with its working is as long as a paragraph

VERDICTS = {
    Verdict.INCONSISTENT: "findings.verdict.inconsistent",
    Verdict.QUESTION: "findings.verdict.question",
    Verdict.UNKNOWN: "findings.verdict.unknown",
}
SEVERITIES = {
    Severity.HIGH: "findings.severity.high",
    Severity.MEDIUM: "findings.severity.medium",
    Severity.LOW: "findings.severity.low",
    Severity.NONE: "findings.severity.none",
}
DISMISSED = {"no": "findings.dismissed.no", "yes": "findings.dismissed.yes"}
_RANKS = {verdict: place for place, verdict in enumerate((*VERDICTS, Verdict.CONSISTENT))}
_SEVERE_FIRST = {severity.value: place for place, severity in enumerate(Severity)}
_CHECKS = {check.id: check for check in CHECKS}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A finding as it is printed. `places` are its numbers by the documents in which they may be looked at."""

    shown: ShownFinding
    key: str
    name: Any
    working: Working
    places: tuple[tuple[ListedDocument | None, tuple[Place, ...]], ...]
    may_dismiss: bool


@dataclass(frozen=True, slots=True)
class SlipGroup:
    """Findings that one slip explains, or one that none does."""

    suggestion: Suggestion | None
    rows: tuple[ShownRow, ...]


@reads
def findings(reading: Reading) -> HttpResponse:
    """All findings that may be seen, as the address filters them."""
    documents = {one.root: one for one in listed_documents(reading.viewer, reading.known)}
    everything = listed_findings(reading.viewer, reading.known)
    wanted = _wanted(reading, documents)
    found = _in_order(picked_findings(everything, wanted), documents)
    pager = page_of(found, questions.number(reading.request, "page"), ROWS)
    context = {
        "everything": everything,
        "documents": _touched(everything, documents),
        "has_documents": bool(documents),
        "wanted": wanted,
        "totals": _totals(everything, wanted),
        "pager": pager,
        "groups": _groups(pager.items, documents, reading),
        "verdicts": tuple(VERDICTS.items()),
        "severities": tuple(SEVERITIES.items()),
        "dismissals": tuple(DISMISSED.items()),
        "dismissed": "yes" if wanted.dismissed else "no",
        "checks": CHECKS,
        "kept": ("verdict", "asOf"),
    }
    return reading.show("findings/page.html", context, part="findings/rows.html")


def _wanted(reading: Reading, documents: Mapping[int, ListedDocument]) -> WantedFindings:
    request = reading.request
    verdict = questions.choice(request, "verdict", tuple(VERDICTS))
    return WantedFindings(
        verdict=Verdict(verdict) if verdict else None,
        severity=questions.choice(request, "severity", tuple(SEVERITIES)),
        check=questions.choice(request, "check", tuple(_CHECKS)),
        document=known_document(questions.number(request, "document"), documents),
        dismissed=questions.choice(request, "dismissed", tuple(DISMISSED)) == "yes",
    )


def _totals(everything: Iterable[ListedFinding], wanted: WantedFindings) -> list[tuple[Verdict | None, int, str]]:
    """How many there are of each verdict, with the other filters as they are."""
    others = WantedFindings(
        severity=wanted.severity, check=wanted.check, document=wanted.document, dismissed=wanted.dismissed
    )
    counts = Counter(one.verdict for one in picked_findings(everything, others))
    return [
        (None, counts.total(), "findings.verdict.all"),
        *((verdict, counts[verdict], key) for verdict, key in VERDICTS.items()),
    ]


def home_of(finding: ListedFinding) -> int | None:
    """Under which document a finding stands: of those that it touches the one that came last and speaks of others."""
    return max(finding.documents, default=None)


def _in_order(found: Sequence[ListedFinding], documents: Mapping[int, ListedDocument]) -> list[ListedFinding]:
    """By document, those with something wrong first, then the newest; in each what is wrong before what is unknown."""
    worst: dict[int | None, int] = {}
    for one in found:
        worst[home_of(one)] = min(worst.get(home_of(one), len(_RANKS)), _RANKS[one.verdict])

    def place(one: ListedFinding) -> tuple[int | str, ...]:
        home = documents.get(home_of(one) or 0)
        issued = home.issued.toordinal() if home and home.issued else 0
        severity = _SEVERE_FIRST.get(one.severity, len(_SEVERE_FIRST))
        return (worst[home_of(one)], -issued, -(home_of(one) or 0), _RANKS[one.verdict], severity, one.check, one.root)

    return sorted(found, key=place)


def _touched(everything: Iterable[ListedFinding], documents: Mapping[int, ListedDocument]) -> list[ListedDocument]:
    roots = {root for one in everything for root in one.documents}
    return [one for root, one in documents.items() if root in roots]


def _groups(
    items: Sequence[ListedFinding], documents: Mapping[int, ListedDocument], reading: Reading
) -> list[tuple[ListedDocument | None, list[SlipGroup]]]:
    shown = [_row(one, documents, reading) for one in shown_findings(items, reading.viewer, reading.known)]
    by_document = groupby(shown, lambda row: home_of(row.shown.listed))
    return [(documents.get(home or 0), _by_slip(list(rows))) for home, rows in by_document]


def _by_slip(rows: Sequence[ShownRow]) -> list[SlipGroup]:
    """The rows in their order, those that one and the same slip explains together at the first of them."""
    groups: dict[object, list[ShownRow]] = {}
    for row in rows:
        first = next(iter(row.shown.finding.suggestions), None)
        key: object = (first.place, first.likely) if first else row.shown.listed.root
        groups.setdefault(key, []).append(row)
    return [
        SlipGroup(next(iter(listed[0].shown.finding.suggestions), None), tuple(listed)) for listed in groups.values()
    ]


def _row(shown: ShownFinding, documents: Mapping[int, ListedDocument], reading: Reading) -> ShownRow:
    listed, finding = shown.listed, shown.finding
    check = _CHECKS.get(listed.check)
    return ShownRow(
        shown=shown,
        key=VERDICTS.get(listed.verdict, "findings.verdict.consistent"),
        name=check.name if check else None,
        working=working_of(finding, reading.language),
        places=_by_document(finding.places, documents),
        may_dismiss=reading.may(Permission.DISMISS_FINDING, Scope(territory=listed.territory)) and not reading.as_of,
    )


def _by_document(
    places: Sequence[Place], documents: Mapping[int, ListedDocument]
) -> tuple[tuple[ListedDocument | None, tuple[Place, ...]], ...]:
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.document, []).append(place)
    return tuple((documents.get(int(document)), tuple(listed)) for document, listed in found.items())
