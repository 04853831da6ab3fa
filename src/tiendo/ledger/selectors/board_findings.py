"""The findings that mark a scoreboard: of the documents that may be seen, without those that were set aside."""

from __future__ import annotations

from tiendo.facts.findings import Finding
from tiendo.ledger.selectors.board_sources import Sources
from tiendo.ledger.selectors.marking_findings import marking_findings


def findings_of(sources: Sources, horizon: int) -> list[Finding]:
    """The findings that ask for a look and touch no document that may not be seen."""
    roots = {root for root, _ in sources.documents.values()}
    return [one.finding for one in marking_findings(horizon) if roots.issuperset(one.documents)]
