"""Which periods results were reported for: what a reader of the scoreboard can choose between."""

from __future__ import annotations

from functools import lru_cache

from tiendo.facts.period import Period
from tiendo.ledger import models
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to

_MOMENTS_KEPT = 16


def reported_periods(viewer: Viewer, known: Known) -> tuple[Period, ...]:
    """The periods of the results that the viewer may see, the earliest first.

    A document reports for the period that it names as its own: what it says of other times is there to compare.
    """
    visible = visible_to(viewer, known)
    said = [(source, period) for source, period in _said(known) if visible.source_of(*source) is not None]
    return tuple(sorted({Period.parse(period) for _, period in said}))


@lru_cache(maxsize=_MOMENTS_KEPT)
def _said(known: Known) -> tuple[tuple[tuple[int | None, int | None], str], ...]:
    """Document or submission, and a period that it reports for."""
    documents = models.Document.objects.standing(known.horizon).exclude(period=None).values_list("id", "period")
    own = dict(documents)
    known_results = models.Observation.objects.known(known.horizon)
    reporting = known_results.filter(document__in=list(own)).values_list("document", flat=True).distinct()
    submitted = known_results.exclude(submission=None).exclude(period=None).order_by()
    loaded = submitted.values_list("submission", "period").distinct()
    return (
        *(((document, None), own[document]) for document in reporting.order_by()),
        *(((None, submission), period) for submission, period in loaded),
    )
