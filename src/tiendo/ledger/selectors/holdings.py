"""How much of everything there is to be seen: what somebody who wants to take data along asks first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count

from tiendo.ledger import models
from tiendo.ledger.selectors.document_register import listed_documents
from tiendo.ledger.selectors.finding_register import listed_findings
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import Visible, visible_to

_MOMENTS_KEPT = 4

Sources = Mapping[tuple[int | None, int | None], int]
"""How many entries stand of each document (its version) and submission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How many there are that a viewer may see."""

    documents: int
    targets: int
    observations: int
    tasks: int
    findings: int


def holdings(viewer: Viewer, known: Known) -> Holdings:
    """What a viewer may see of what stood then, counted."""
    visible = visible_to(viewer, known)
    targets, observations, tasks = _standing(known, visible.unseen)
    return Holdings(
        documents=len(listed_documents(viewer, known)),
        targets=_seen(targets, visible),
        observations=_seen(observations, visible),
        tasks=_seen(tasks, visible),
        findings=len(listed_findings(viewer, known)),
    )


def _seen(sources: Sources, visible: Visible) -> int:
    return sum(count for source, count in sources.items() if visible.source_of(*source) is not None)


@lru_cache(maxsize=_MOMENTS_KEPT)
def _standing(known: Known, unseen: frozenset[int]) -> tuple[Sources, Sources, Sources]:
    """Targets, results and tasks; counting millions takes seconds, and is done once for each state of the record."""
    tasks = models.Task.objects.standing(known.horizon).order_by().values_list("document").annotate(Count("id"))
    standing = (
        models.Target.objects.standing(known.horizon),
        models.Observation.objects.standing(known.horizon, unseen=unseen),
    )
    measured = [one.order_by().values_list("document", "submission").annotate(Count("id")) for one in standing]
    targets, observations = ({(document, sent): count for document, sent, count in rows} for rows in measured)
    return targets, observations, {(document, None): count for document, count in tasks}
