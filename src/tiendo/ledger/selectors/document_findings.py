"""What audits found in one version of a document, without reading through all that they found elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from tiendo.facts.exchange import finding_from_json
from tiendo.facts.findings import Finding
from tiendo.ledger import models
from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.document_text import TextVersion
from tiendo.ledger.selectors.findings import DismissalView, FindingView, dismissals_of
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import visible_to

_READINGS_KEPT = 5_000  # of findings; a hundred documents have some thousand

_COLUMNS = (
    *(
        "digest",
        "id",
        "root",
        "act",
        "supersedes",
        "withdrawn",
        "key",
        "territory",
        "documents",
        "content",
        "auditor_version",
    ),
)


def findings_in(version: TextVersion, viewer: Viewer, known: Known) -> tuple[FindingView, ...]:
    """The findings that touch a version of a document, those of which the viewer may see all documents.

    They stand in the order of their recording, those that were set aside among them.
    """
    visible = visible_to(viewer, known)
    then = Known(version.horizon, known.seal)
    rows = _touching(version.root, models.Finding.objects.standing(version.horizon))
    found = [row for row in rows.order_by("id").values(*_COLUMNS) if visible.sees(row["documents"])]
    dismissals = dismissals_of([row["key"] for row in found], then)
    moments = moments_of({row["act"] for row in found})
    contents = {bytes(row["digest"]): row["content"] for row in found}
    readings = _READINGS.of(list(contents), lambda missing: [finding_from_json(contents[one]) for one in missing])
    return tuple(
        _view(row, reading, moments, dismissals.get(row["key"]), viewer)
        for row, reading in zip(found, readings, strict=True)
    )


_READINGS: Remembered[bytes, Finding] = Remembered(_READINGS_KEPT)


def _touching(root: int, rows: models.EntryQuerySet) -> models.EntryQuerySet:
    """Those with a root in their list, which is kept as canonical text: `[12,731]`."""
    listed = rows.annotate(listed=Cast("documents", TextField()))
    ways = (f"[{root}]", f"[{root},", f",{root},", f",{root}]")
    found = Q()
    for way in ways:
        found |= Q(listed__contains=way)
    touching: models.EntryQuerySet = listed.filter(found)
    return touching


def _view(
    row: Mapping[str, Any],
    reading: Finding,
    moments: Mapping[int, Any],
    dismissal: DismissalView | None,
    viewer: Viewer,
) -> FindingView:
    return FindingView(
        entry=row["id"],
        id=row["root"],
        supersedes=row["supersedes"],
        withdrawn=row["withdrawn"],
        recorded_at=moments[row["act"]],
        territory=row["territory"],
        documents=tuple(row["documents"]),
        finding=reading,
        auditor_version=row["auditor_version"],
        dismissed=dismissal is not None,
        dismissal=dismissal if viewer.may_read_drafts(territory=row["territory"]) else None,
    )
