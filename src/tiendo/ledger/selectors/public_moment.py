"""The last moment at which something changed that the public can see.

Officers decide about drafts every few seconds, and nothing of that is public. What the public can see is what it was
at the last act that is not hidden from it as a whole, so pages and counts that were made then still hold.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from tiendo.ledger import models
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import Visible, visible_to

_PUBLIC = Viewer()

# So many hidden acts are passed over in one go. A later moment than the true one is right too, only less lasting.
_PASSED_OVER = 100
_ACTS_KEPT = 4_096
_MOMENTS_KEPT = 512

Rows = QuerySet[Any]


@lru_cache(maxsize=_MOMENTS_KEPT)
def public_moment(known: Known) -> Known:
    """What was known when the public saw something change for the last time, as of what is known.

    It never lies behind `known`, and the public sees the same at both.
    """
    last = known
    for act in models.Act.objects.filter(first_entry__lte=known.horizon).order_by("-number")[:_PASSED_OVER]:
        last = Known(act.last_entry, bytes(act.digest))
        if not _is_hidden(act.first_entry, last):
            break
    return last


@lru_cache(maxsize=_ACTS_KEPT)
def _is_hidden(first_entry: int, known: Known) -> bool:
    """Whether the public sees none of the entries of the act that ended there, and none that they supersede."""
    visible = visible_to(_PUBLIC, known)
    kinds = [model for model in models.ENTRY_MODELS if model not in _NEVER_SEEN]
    return all(_hides(model, first_entry, known.horizon, visible) for model in kinds)


def _hides(model: type[models.Entry], first: int, last: int, visible: Visible) -> bool:
    made = model.objects.filter(id__range=(first, last))
    if model not in _HIDDEN:
        return not made.exists()
    if model is models.Observation:  # what a draft says supersedes no result for those who may not see it
        return _with_source(made, visible)
    replaced = model.objects.filter(id__in=made.exclude(supersedes=None).values("supersedes"))
    return _HIDDEN[model](made, visible) and _HIDDEN[model](replaced, visible)


def _with_document(rows: Rows, visible: Visible) -> bool:
    return visible.documents.keys().isdisjoint(rows.order_by().values_list("document", flat=True).distinct())


def _with_source(rows: Rows, visible: Visible) -> bool:
    sources = rows.order_by().values_list("document", "submission").distinct()
    return all(visible.source_of(document, submission) is None for document, submission in sources)


def _of_documents(rows: Rows, visible: Visible) -> bool:
    return visible.documents.keys().isdisjoint(rows.values_list("id", flat=True))


def _of_submissions(rows: Rows, visible: Visible) -> bool:
    return visible.submissions.keys().isdisjoint(rows.values_list("id", flat=True))


def _of_facts(rows: Rows, visible: Visible) -> bool:
    return _with_document(models.Fact.objects.filter(id__in=rows.values("fact")), visible)


def _of_tasks(rows: Rows, visible: Visible) -> bool:
    return _with_document(models.Task.objects.filter(id__in=rows.values("task")), visible)


def _of_findings(rows: Rows, visible: Visible) -> bool:
    return not any(visible.sees(documents) for documents in rows.values_list("documents", flat=True))


# Files are seen through their documents, roles by administrators alone.
_NEVER_SEEN = (models.StoredFile, models.Grant)

# How it is told that entries of a kind are hidden. A kind that is named nowhere may be seen by everybody.
_HIDDEN: dict[type[models.Entry], Callable[[Rows, Visible], bool]] = {
    models.Document: _of_documents,
    models.Submission: _of_submissions,
    models.Citation: _with_document,
    models.Fact: _with_document,
    models.Provision: _with_document,
    models.Registration: _with_document,
    models.Task: _with_document,
    models.Observation: _with_source,
    models.Target: _with_source,
    models.ReviewDecision: _of_facts,
    models.TaskUpdate: _of_tasks,
    models.Finding: _of_findings,
}
