"""What is open to everybody."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Path, Router

from tiendo.ledger.commands.publish import publish, unpublish
from tiendo.ledger.models import Document, Submission
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.ledger.selectors.visible import visible_to
from tiendo.ledger.standing import no_such_entry
from tiendo.web.api.authentication import Asking, signed_in
from tiendo.web.api.changes import Asked, Key, make_change
from tiendo.web.api.parameters import EntryNumber
from tiendo.web.api.schemas.changes import MadeShown, ReasonSent

router = Router(tags=["publication"], by_alias=True)


@router.post(
    "/documents/{document}/publication",
    response={201: MadeShown, 200: MadeShown},
    operation_id="publishDocument",
    summary="Publish a document",
)
def publish_document(
    request: Asking, document: Path[EntryNumber], sent: ReasonSent, asked: Asked, key: Key
) -> HttpResponse:
    """Open a document, and all that hangs on it, to everybody."""
    _require_document(request, document)
    return make_change(
        request, key, asked, 201, lambda by, at: {"entry": publish(subject=document, by=by, at=at, why=sent.why)}
    )


@router.delete(
    "/documents/{document}/publication",
    response=MadeShown,
    operation_id="unpublishDocument",
    summary="Close a document",
)
def unpublish_document(
    request: Asking, document: Path[EntryNumber], sent: ReasonSent, asked: Asked, key: Key
) -> HttpResponse:
    """Close a document again; as of any day before, everybody still sees it."""
    _require_document(request, document)
    return make_change(
        request, key, asked, 200, lambda by, at: {"entry": unpublish(subject=document, by=by, at=at, why=sent.why)}
    )


@router.post(
    "/submissions/{submission}/publication",
    response={201: MadeShown, 200: MadeShown},
    operation_id="publishSubmission",
    summary="Publish a submission",
)
def publish_submission(
    request: Asking, submission: Path[EntryNumber], sent: ReasonSent, asked: Asked, key: Key
) -> HttpResponse:
    """Open the results of a submission to everybody."""
    _require_submission(request, submission)
    return make_change(
        request, key, asked, 201, lambda by, at: {"entry": publish(subject=submission, by=by, at=at, why=sent.why)}
    )


@router.delete(
    "/submissions/{submission}/publication",
    response=MadeShown,
    operation_id="unpublishSubmission",
    summary="Close a submission",
)
def unpublish_submission(
    request: Asking, submission: Path[EntryNumber], sent: ReasonSent, asked: Asked, key: Key
) -> HttpResponse:
    """Close a submission again; as of any day before, everybody still sees it."""
    _require_submission(request, submission)
    return make_change(
        request, key, asked, 200, lambda by, at: {"entry": unpublish(subject=submission, by=by, at=at, why=sent.why)}
    )


def _require_document(request: Asking, root: int) -> None:
    """Nobody learns from a refusal that a document is there."""
    if root not in visible_to(Viewer(signed_in(request)), known_at()).versions:
        raise no_such_entry(Document, root)


def _require_submission(request: Asking, root: int) -> None:
    visible = visible_to(Viewer(signed_in(request)), known_at())
    if all(one.root != root for one in visible.submissions.values()):
        raise no_such_entry(Submission, root)
