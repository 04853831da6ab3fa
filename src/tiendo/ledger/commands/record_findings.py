"""Record what an audit of a territory's documents found, in place of what the audit before had found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import Finding
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFinding:
    """A finding on its way into the record; the names are those of `models.Finding`."""

    key: str
    check_name: str
    verdict: str
    severity: str
    documents: tuple[int, ...]
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FindingsRecorded:
    """How many findings are new, read differently now, are gone, and stand as before."""

    added: int
    changed: int
    gone: int
    unchanged: int


def record_findings(
    *,
    territory: str | None,
    findings: Sequence[FoundFinding],
    auditor_version: str,
    by: Actor,
    at: datetime,
    why: str,
    rehearsal: bool = False,
) -> FindingsRecorded:
    """Record the findings of an audit of all documents of a territory; those that it no longer makes are withdrawn."""
    require(by, Permission.RECORD_DOCUMENT, Scope(territory=territory))
    added = changed = 0
    with recording("record_findings", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        held = {entry.key: entry for entry in Finding.objects.standing(FOREVER).filter(territory=territory)}
        before = len(held)
        for finding in findings:
            content = {
                "key": finding.key,
                "check_name": finding.check_name,
                "verdict": finding.verdict,
                "severity": finding.severity,
                "territory": territory,
                "documents": list(finding.documents),
                "content": finding.content,
                "auditor_version": auditor_version,
            }
            entry = held.pop(finding.key, None)
            if entry is None:
                recorder.add(Finding, **content)
                added += 1
            elif any(getattr(entry, name) != content[name] for name in ("verdict", "severity", "documents", "content")):
                recorder.supersede(entry, **content)
                changed += 1
        for gone in held.values():
            recorder.withdraw(gone)
    return FindingsRecorded(added, changed, len(held), before - changed - len(held))
