"""A finding is set aside with a reason, or taken up again."""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.urls import reverse

from tiendo.facts.wording import Wording
from tiendo.ledger.commands.dismiss_finding import dismiss_finding, restore_finding
from tiendo.ledger.models import Finding
from tiendo.ledger.selectors.findings import finding_seen
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.changing import Change, changes

_NO_REASON = Wording(
    "Hãy viết vì sao bỏ qua; lý do ở lại trong sổ cho người xem sau.",
    "Write why it is set aside; the reason stays in the record for those who look later.",
)


@changes
def dismiss(change: Change, number: int) -> HttpResponse:
    """Set the finding aside; the reason has to be written."""
    _require_seen(change, number)
    if not change.request.POST.get("why", "").strip():
        return change.refused(_back(change, number), _NO_REASON)
    dismiss_finding(finding=number, by=change.actor, at=change.at, why=change.why("findings.dismiss.why"))
    return change.done(_back(change, number), "findings.dismissed-done")


@changes
def restore(change: Change, number: int) -> HttpResponse:
    """Take the finding up again."""
    _require_seen(change, number)
    restore_finding(finding=number, by=change.actor, at=change.at, why=change.why("findings.restore.why"))
    return change.done(_back(change, number), "findings.restored-done")


def _require_seen(change: Change, number: int) -> None:
    """What one may not see does not exist."""
    reading = change.reading()
    if not finding_seen(number, reading.viewer, reading.known):
        raise no_such_entry(Finding, number)


def _back(change: Change, number: int) -> str:
    """The list as it was filtered; only the query comes from the form, so it leads to no other site."""
    query = QueryDict(change.request.POST.get("query", "")[:2_000]).urlencode()
    return f"{reverse('findings')}{f'?{query}' if query else ''}#finding-{number}"
