"""What audits found, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from tiendo.facts.exchange import finding_from_json
from tiendo.facts.findings import Finding
from tiendo.ledger import models
from tiendo.ledger.selectors.pages import Asked, Page, last_said, page_of
from tiendo.ledger.selectors.spans import Span
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import Visible, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalView:
    """Who set a finding aside, when and why."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding; `documents` are the roots of those that it touches. `dismissal` is shown to staff only."""

    id: int
    entry: int
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    territory: str | None
    documents: tuple[int, ...]
    finding: Finding
    auditor_version: str
    dismissed: bool
    dismissal: DismissalView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings; `None` asks for all."""

    document: int | None = None
    territory: str | None = None
    check: str | None = None
    verdict: str | None = None
    severity: str | None = None
    dismissed: bool | None = None
    changed_after: int | None = None


_COLUMNS = (
    *("id", "root", "act", "supersedes", "withdrawn", "key", "territory", "documents", "content", "auditor_version"),
)


def findings(wanted: FindingFilter, viewer: Viewer, known: Known, asked: Asked) -> Page[FindingView]:
    """A page of findings: those of which all documents may be seen."""
    visible = visible_to(viewer, known)
    changed = None if wanted.changed_after is None else _changed(wanted.changed_after, known)

    def pick(candidates: Sequence[int]) -> Iterable[tuple[int, FindingView]]:
        rows = last_said(models.Finding, known.horizon).filter(id__in=candidates, **_conditions(wanted))
        rows = rows.filter(withdrawn=False) if changed is None else rows.filter(changed)
        shown = _views(rows, viewer, visible, known)
        return [(entry, one) for entry, one in shown.items() if _meets(one, wanted)]

    return page_of(models.Finding, (), asked, [Span(1, known.horizon)], pick)


def _changed(horizon: int, known: Known) -> Q:
    """Findings that were recorded behind a horizon, set aside, or taken up again."""
    dismissals = models.Dismissal.objects.filter(id__gt=horizon, id__lte=known.horizon)
    return Q(id__gt=horizon) | Q(key__in=list(dismissals.values_list("key", flat=True)))


def finding_seen(root: int, viewer: Viewer, known: Known) -> bool:
    """Whether there is a finding with that root that the viewer may see."""
    rows = models.Finding.objects.standing(known.horizon).filter(root=root)
    return bool(_views(rows, viewer, visible_to(viewer, known), known))


def _conditions(wanted: FindingFilter) -> dict[str, Any]:
    names = {"territory": "territory", "check": "check_name", "verdict": "verdict", "severity": "severity"}
    said = {column: getattr(wanted, name) for name, column in names.items()}
    return {column: value for column, value in said.items() if value is not None}


def _meets(one: FindingView, wanted: FindingFilter) -> bool:
    return (wanted.document is None or wanted.document in one.documents) and wanted.dismissed in (None, one.dismissed)


def _views(rows: models.EntryQuerySet, viewer: Viewer, visible: Visible, known: Known) -> Mapping[int, FindingView]:
    found = [row for row in rows.order_by("id").values(*_COLUMNS) if visible.sees(row["documents"])]
    dismissals = dismissals_of([row["key"] for row in found], known)
    moments = moments_of({row["act"] for row in found})
    return {row["id"]: _view(row, moments, dismissals.get(row["key"]), viewer) for row in found}


def dismissals_of(keys: Sequence[str], known: Known) -> Mapping[str, DismissalView]:
    """Who set the findings with these keys aside, of those that are set aside."""
    rows = models.Dismissal.objects.standing(known.horizon).filter(key__in=keys).values_list("key", "act")
    acts = dict(rows)
    told = models.Act.objects.filter(number__in=acts.values()).values("number", "by", "at", "why")
    said = {one["number"]: DismissalView(by=one["by"], at=one["at"], why=one["why"]) for one in told}
    return {key: said[act] for key, act in acts.items()}


def _view(
    row: dict[str, Any], moments: Mapping[int, datetime], dismissal: DismissalView | None, viewer: Viewer
) -> FindingView:
    is_staff = viewer.may_read_drafts(territory=row["territory"])
    return FindingView(
        entry=row["id"],
        id=row["root"],
        supersedes=row["supersedes"],
        withdrawn=row["withdrawn"],
        recorded_at=moments[row["act"]],
        territory=row["territory"],
        documents=tuple(row["documents"]),
        finding=finding_from_json(row["content"]),
        auditor_version=row["auditor_version"],
        dismissed=dismissal is not None,
        dismissal=dismissal if is_staff else None,
    )
