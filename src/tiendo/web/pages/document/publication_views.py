"""Opens a document to the public, closes it, withdraws it; sets findings aside and takes them up again."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from tiendo.facts.errors import InvalidChange
from tiendo.intake.auditing import audit_around
from tiendo.ledger.commands.dismiss_finding import dismiss_finding, restore_finding
from tiendo.ledger.commands.publish import publish, unpublish
from tiendo.ledger.commands.withdraw_document import withdraw_document
from tiendo.ledger.models import Finding
from tiendo.ledger.selectors.document_findings import findings_in
from tiendo.ledger.selectors.document_text import text_version
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.tags import address_of


@changes
def document_publish(change: Change, number: int) -> HttpResponse:
    """Everybody may see the document from now on."""
    _require_seen(change, number)
    publish(subject=number, by=change.actor, at=change.at, why=change.why("document.publish.usual"))
    return change.done(_page(number), "document.publish.done")


@changes
def document_unpublish(change: Change, number: int) -> HttpResponse:
    """Only staff may see it from now on."""
    _require_seen(change, number)
    unpublish(subject=number, by=change.actor, at=change.at, why=change.why("document.unpublish.usual"))
    return change.done(_page(number), "document.unpublish.done")


@changes
def document_withdraw(change: Change, number: int) -> HttpResponse:
    """The document and all that it said count no longer."""
    _require_seen(change, number)
    why = _reason(change)
    withdraw_document(document=number, by=change.actor, at=change.at, why=why)
    audit_around(number, by=change.actor, at=change.at, why=why)
    return change.done(address_of("documents"), "document.withdraw.done")


@changes
def document_finding_dismiss(change: Change, number: int, finding: int) -> HttpResponse:
    """Nothing has to be done about a finding."""
    _require_finding(change, number, finding)
    dismiss_finding(finding=finding, by=change.actor, at=change.at, why=_reason(change))
    return change.done(f"{_page(number)}#finding-{finding}", "document.finding.dismissed.done")


@changes
def document_finding_restore(change: Change, number: int, finding: int) -> HttpResponse:
    """Something has to be done about it after all."""
    _require_finding(change, number, finding)
    why = change.why("document.finding.restore.usual")
    restore_finding(finding=finding, by=change.actor, at=change.at, why=why)
    return change.done(f"{_page(number)}#finding-{finding}", "document.finding.restored.done")


def _reason(change: Change) -> str:
    """What was written; these changes have no usual reason."""
    if not change.request.POST.get("why", "").strip():
        raise InvalidChange(
            vi="Việc này cần lý do; hãy ghi vì sao rồi gửi lại.", en="This needs a reason; write why and send it again."
        )
    return change.why("document.publish.usual")


def _require_seen(change: Change, number: int) -> None:
    """What one may not see does not exist, also for whoever guesses its number."""
    text_version(number, Viewer(change.actor), known_at())


def _require_finding(change: Change, number: int, finding: int) -> None:
    viewer, known = Viewer(change.actor), known_at()
    version = text_version(number, viewer, known)
    if finding not in {one.id for one in findings_in(version, viewer, known)}:
        raise no_such_entry(Finding, finding)


def _page(number: int) -> str:
    return reverse("document", args=[number])
