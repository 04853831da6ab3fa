"""Opens a submission to the public, closes it, withdraws it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from tiendo.facts.wording import Wording
from tiendo.ledger.commands.publish import publish, unpublish
from tiendo.ledger.commands.withdraw_document import withdraw_submission
from tiendo.ledger.selectors.submissions import submission
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.web.pages.changing import Change, changes

_NO_REASON = Wording(
    "Rút bảng số liệu cần lý do; hãy ghi vì sao rồi gửi lại.",
    "A table is withdrawn with a reason; write why and send the form again.",
)


@changes
def submission_publish(change: Change, number: int) -> HttpResponse:
    """Everybody may see its results from now on."""
    _require_seen(change, number)
    publish(subject=number, by=change.actor, at=change.at, why=change.why("submission.publish.usual"))
    return change.done(_page(number), "submission.publish.done")


@changes
def submission_unpublish(change: Change, number: int) -> HttpResponse:
    """Only staff and the agency may see its results from now on."""
    _require_seen(change, number)
    unpublish(subject=number, by=change.actor, at=change.at, why=change.why("submission.unpublish.usual"))
    return change.done(_page(number), "submission.unpublish.done")


@changes
def submission_withdraw(change: Change, number: int) -> HttpResponse:
    """Its results count no longer."""
    _require_seen(change, number)
    if not change.request.POST.get("why", "").strip():
        return change.refused(_page(number), _NO_REASON)
    why = change.why("submission.publish.usual")  # never the usual one: something is written
    withdraw_submission(submission=number, by=change.actor, at=change.at, why=why)
    return change.done(reverse("submissions"), "submission.withdraw.done")


def _require_seen(change: Change, number: int) -> None:
    """What one may not see does not exist, also for whoever guesses its number."""
    submission(number, Viewer(change.actor), known_at())


def _page(number: int) -> str:
    return reverse("submission", args=[number])
