"""The findings that mark a scoreboard: of the documents that may be seen, without those that were set aside."""

from __future__ import annotations

from tiendo.facts.exchange import finding_from_json
from tiendo.facts.findings import Finding, Verdict
from tiendo.ledger import models
from tiendo.ledger.selectors.board_sources import Sources

_MARKING = (Verdict.INCONSISTENT.value, Verdict.QUESTION.value)


def findings_of(sources: Sources, horizon: int) -> list[Finding]:
    """The findings that ask for a look and touch no document that may not be seen."""
    roots = {root for root, _ in sources.documents.values()}
    dismissed = set(models.Dismissal.objects.standing(horizon).values_list("key", flat=True))
    standing = models.Finding.objects.standing(horizon).filter(verdict__in=_MARKING).order_by("id")
    return [
        finding_from_json(entry.content)
        for entry in standing
        if entry.key not in dismissed and roots.issuperset(entry.documents)
    ]
