"""The desk of a reviewer, and the queue of all that waits."""

from __future__ import annotations

from django.http import HttpResponse

from tiendo.intake.certainty import REASONS
from tiendo.ledger.permissions import Permission, Scope, may, require
from tiendo.ledger.selectors.review_desk import WaitingDocument, waiting_documents
from tiendo.web.pages.document.desk import desk_of
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.refusals import to_sign_in
from tiendo.web.words import say


@reads
def document_review(reading: Reading, number: int) -> HttpResponse:
    """One fact after the other, each with its words in the text."""
    if reading.account is None:
        return to_sign_in(reading.request)
    desk = desk_of(reading, number)
    return reading.show("document/review.html", desk.context(), part="document/desk.html")


@reads
def indicator_names(reading: Reading, number: int, fact: int) -> HttpResponse:
    """Indicators whose names fit what is being typed."""
    if reading.account is None:
        return to_sign_in(reading.request)
    desk = desk_of(reading, number, fact)
    return reading.show("document/review.html", desk.context(), part="document/candidates.html")


@reads
def review(reading: Reading) -> HttpResponse:
    """What the queue still holds, by document."""
    if reading.account is None:
        return to_sign_in(reading.request)
    waiting = [one for one in waiting_documents(reading.viewer, reading.known) if _may_review(reading, one)]
    if not waiting:
        granted = [Scope(one.agency, one.territory) for one in reading.actor.roles]
        if not any(may(reading.actor, Permission.REVIEW_FACT, scope) for scope in granted):
            require(reading.actor, Permission.REVIEW_FACT)
    context = {
        "documents": [(one, _reasons(one, reading.language), _kinds(one, reading.language)) for one in waiting],
        "total": sum(one.waiting for one in waiting),
    }
    return reading.show("document/queue.html", context)


def _may_review(reading: Reading, one: WaitingDocument) -> bool:
    return reading.may(Permission.REVIEW_FACT, Scope(territory=one.territory))


def _reasons(one: WaitingDocument, language: str) -> list[tuple[str, int]]:
    found = one.reasons.items()
    return [(REASONS[code].sentence(language) if code in REASONS else code, count) for code, count in found]


def _kinds(one: WaitingDocument, language: str) -> list[tuple[str, int]]:
    return [(say(f"document.kind.{kind}", language), count) for kind, count in one.kinds.items()]
