"""What people decide about facts that were read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from ninja import Body, Path, Router

from tiendo.intake.auditing import audit_around
from tiendo.ledger.actors import Actor
from tiendo.ledger.commands import review_fact as commands
from tiendo.ledger.selectors.facts import document_of_fact
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.web.api.authentication import Asking, signed_in
from tiendo.web.api.changes import Asked, Key, make_change
from tiendo.web.api.parameters import EntryNumber
from tiendo.web.api.schemas import changes
from tiendo.web.api.schemas.changes import MadeShown, ReviewSent

router = Router(tags=["facts"], by_alias=True)


@router.post(
    "/facts/{fact}/review",
    response={201: MadeShown, 200: MadeShown},
    operation_id="reviewFact",
    summary="Review a fact",
)
def review_fact(
    request: Asking, fact: Path[EntryNumber], sent: Body[ReviewSent], asked: Asked, key: Key
) -> HttpResponse:
    """Accept, correct, reject or merge a fact, or say of which indicator it is a value; what counts follows from it."""
    document = document_of_fact(fact, Viewer(signed_in(request)), known_at())

    def make(by: Actor, at: datetime) -> dict[str, Any]:
        said: dict[str, Any] = {"fact": fact, "expected": sent.expected, "by": by, "at": at, "why": sent.why}
        entry = _decide(sent, said)
        audit_around(document, by=by, at=at, why=sent.why)
        return {"entry": entry}

    return make_change(request, key, asked, 201, make)


def _decide(sent: ReviewSent, said: dict[str, Any]) -> int:
    match sent:
        case changes.AcceptSent():
            return commands.accept_fact(**said)
        case changes.RejectSent():
            return commands.reject_fact(**said)
        case changes.CorrectSent():
            return commands.correct_fact(changes=sent.changes, **said)
        case changes.MergeSent():
            return commands.merge_fact(into=sent.into, **said)
        case changes.ChooseIndicatorSent():
            return commands.choose_indicator(indicator=sent.indicator, remember=sent.remember, **said)
        case changes.MakeIndicatorSent():
            return commands.make_indicator(definition=sent.definition, **said)
