"""Audits all documents of a territory that stand in the record, and records what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from tiendo import __version__
from tiendo.facts.exchange import finding_to_json
from tiendo.facts.findings import Finding
from tiendo.ledger.actors import Actor
from tiendo.ledger.canonical import canonical_text
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.commands.record_findings import FindingsRecorded, FoundFinding, record_findings
from tiendo.ledger.selectors.audited import AuditedDocument, audited_documents, territory_of
from tiendo.verification import verify

AUDITOR_VERSION = f"tiendo-audit {__version__}"


def audit_territory(territory: str | None, *, by: Actor, at: datetime, why: str) -> FindingsRecorded:
    """Recompute what the documents of a territory claim, alone and against each other."""
    documents = audited_documents(territory)
    findings = verify([one.source for one in documents], catalogue_at())
    return record_findings(
        territory=territory,
        findings=_found(findings, documents),
        auditor_version=AUDITOR_VERSION,
        by=by,
        at=at,
        why=why,
    )


def audit_around(document: int, *, by: Actor, at: datetime, why: str) -> FindingsRecorded:
    """Audit again the territory of the document with that root: something in it was decided, or it was withdrawn."""
    return audit_territory(territory_of(document), by=by, at=at, why=why)


def _found(findings: Sequence[Finding], documents: Sequence[AuditedDocument]) -> list[FoundFinding]:
    identities = {one.source.document: one.identity for one in documents}
    found: dict[str, FoundFinding] = {}
    for finding in findings:
        key = _key(finding, identities, len(found))
        if key in found:  # the same words twice in one document: two findings, told apart by their order
            key = _key(finding, identities, len(found), tied=True)
        found[key] = FoundFinding(
            key=key,
            check_name=finding.check,
            verdict=finding.verdict.value,
            severity=finding.severity.value,
            documents=tuple(sorted({int(place.document) for place in finding.places})),
            content=finding_to_json(finding),
        )
    return list(found.values())


def _key(finding: Finding, identities: dict[str, str], position: int, *, tied: bool = False) -> str:
    """The same for the same claim about the same quotes, wherever they stand in the text of a later version."""
    places = sorted([identities[place.document], place.quote] for place in finding.places)
    said = [finding.check, finding.verdict.value, places, position if tied else 0]
    return hashlib.sha256(canonical_text(said).encode("utf-8", "surrogatepass")).hexdigest()
