"""What audits found."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from tiendo.facts.findings import Severity, Verdict
from tiendo.ledger.commands.dismiss_finding import dismiss_finding, restore_finding
from tiendo.ledger.models import Finding
from tiendo.ledger.selectors import findings
from tiendo.ledger.selectors.pages import mapped
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.ledger.standing import no_such_entry
from tiendo.web.api.answers import answer_page
from tiendo.web.api.authentication import Asking, signed_in
from tiendo.web.api.changes import Asked, Key, make_change
from tiendo.web.api.filters import changed_after
from tiendo.web.api.parameters import ChangesQuestion, Code, EntryNumber
from tiendo.web.api.schemas.changes import MadeShown, ReasonSent
from tiendo.web.api.schemas.findings import FindingShown, finding_shown
from tiendo.web.api.schemas.shared import PageShown

router = Router(tags=["findings"], by_alias=True)


class FindingQuestion(ChangesQuestion):
    """Which findings."""

    document: EntryNumber | None = Field(None, description="A document that they touch.")
    territory: Code | None = Field(None, description="The code of the territory.", examples=["20"])
    check: Code | None = Field(None, description="The check that made them.", examples=["sums"])
    verdict: Verdict | None = Field(None, description="What became of recomputing the claim.")
    severity: Severity | None = Field(None, description="How much they matter.")
    dismissed: bool | None = Field(None, description="Whether somebody set them aside.")


@router.get("", response=PageShown[FindingShown], operation_id="listFindings", summary="List findings")
def list_findings(request: Asking, asked: Query[FindingQuestion]) -> HttpResponse:
    """What audits found in documents that you may see, in the order of its recording."""
    wanted = findings.FindingFilter(
        document=asked.document,
        territory=asked.territory,
        check=asked.check,
        verdict=asked.verdict,
        severity=asked.severity,
        dismissed=asked.dismissed,
        changed_after=changed_after(asked.updated_after),
    )
    return answer_page(
        request,
        asked,
        FindingShown,
        lambda viewer, known, page: mapped(findings.findings(wanted, viewer, known, page), finding_shown),
        is_personal=True,
    )


@router.post(
    "/{finding}/dismissal",
    response={201: MadeShown, 200: MadeShown},
    operation_id="dismissFinding",
    summary="Set a finding aside",
)
def dismiss(request: Asking, finding: Path[EntryNumber], sent: ReasonSent, asked: Asked, key: Key) -> HttpResponse:
    """Say that a finding needs nothing done; that holds for the same finding of later audits too."""
    _require_seen(request, finding)
    return make_change(
        request, key, asked, 201, lambda by, at: {"entry": dismiss_finding(finding=finding, by=by, at=at, why=sent.why)}
    )


@router.delete(
    "/{finding}/dismissal",
    response=MadeShown,
    operation_id="restoreFinding",
    summary="Take a finding up again",
)
def restore(request: Asking, finding: Path[EntryNumber], sent: ReasonSent, asked: Asked, key: Key) -> HttpResponse:
    """Take a dismissal back."""
    _require_seen(request, finding)
    return make_change(
        request, key, asked, 200, lambda by, at: {"entry": restore_finding(finding=finding, by=by, at=at, why=sent.why)}
    )


def _require_seen(request: Asking, root: int) -> None:
    """Nobody learns from a refusal that a finding is there."""
    if not findings.finding_seen(root, Viewer(signed_in(request)), known_at()):
        raise no_such_entry(Finding, root)
