"""All findings at a glance, and the whole of those that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tiendo.facts.exchange import finding_from_json
from tiendo.facts.findings import Finding, Verdict
from tiendo.ledger import models
from tiendo.ledger.selectors.findings import DismissalView, dismissals_of
from tiendo.ledger.selectors.rows import Columns
from tiendo.ledger.selectors.sealed import Stamp, stamp_of
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to

_MOMENTS_KEPT = 4  # now and some past days
_LISTS_KEPT = 16  # different sets of roles at these moments

MARKING = (Verdict.INCONSISTENT, Verdict.QUESTION)
"""The verdicts that ask somebody to look."""


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding without its working; `documents` are the roots of those that it touches."""

    root: int
    entry: int
    key: str
    check: str
    verdict: Verdict
    severity: str
    territory: str | None
    documents: tuple[int, ...]
    dismissed: bool


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding whole. `dismissal` is shown to staff only."""

    listed: ListedFinding
    finding: Finding
    dismissal: DismissalView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedFindings:
    """Which findings; `None` asks for all, `dismissed` for those that were set aside, or those that were not."""

    verdict: Verdict | None = None
    severity: str | None = None
    check: str | None = None
    document: int | None = None
    dismissed: bool | None = None


def listed_findings(viewer: Viewer, known: Known) -> tuple[ListedFinding, ...]:
    """All findings of which every document may be seen, in the order of their recording."""
    visible = visible_to(viewer, known)
    seen = _Sight(visible.sight, visible.roots)
    return _listed(stamp_of(known, models.Finding, models.Dismissal), seen)


def picked_findings(findings: Iterable[ListedFinding], wanted: WantedFindings) -> list[ListedFinding]:
    """Those of the findings that are wanted."""
    return [
        one
        for one in findings
        if wanted.verdict in (None, one.verdict)
        and wanted.severity in (None, one.severity)
        and wanted.check in (None, one.check)
        and wanted.dismissed in (None, one.dismissed)
        and (wanted.document is None or wanted.document in one.documents)
    ]


def shown_findings(listed: Sequence[ListedFinding], viewer: Viewer, known: Known) -> list[ShownFinding]:
    """These findings whole, in the order given."""
    contents = models.Finding.objects.filter(id__in=[one.entry for one in listed]).values_list("id", "content")
    whole = {entry: finding_from_json(content) for entry, content in contents}
    dismissals = dismissals_of([one.key for one in listed if one.dismissed], known)
    return [
        ShownFinding(
            one,
            whole[one.entry],
            dismissals.get(one.key) if viewer.may_read_drafts(territory=one.territory) else None,
        )
        for one in listed
    ]


@dataclass(frozen=True, slots=True)
class _Sight:
    """What is seen: `sight` stands for the roots, so that only it need be compared."""

    sight: str
    roots: frozenset[int] | None = field(compare=False)


@lru_cache(maxsize=_LISTS_KEPT)
def _listed(stamp: Stamp, seen: _Sight) -> tuple[ListedFinding, ...]:
    dismissed = _dismissed(stamp[1])
    return tuple(
        ListedFinding(
            root, entry, key, check, Verdict(verdict), severity, territory, tuple(documents), key in dismissed
        )
        for root, entry, key, check, verdict, severity, territory, documents in _standing(stamp[0])
        if seen.roots is None or seen.roots.issuperset(documents)
    )


_COLUMNS = Columns(models.Finding, ("root", "id", "key", "check_name", "verdict", "severity", "territory", "documents"))


@lru_cache(maxsize=_MOMENTS_KEPT)
def _standing(last: tuple[int, bytes]) -> tuple[tuple[Any, ...], ...]:
    return tuple(_COLUMNS.standing(last[0]))


@lru_cache(maxsize=_MOMENTS_KEPT)
def _dismissed(last: tuple[int, bytes]) -> frozenset[str]:
    return frozenset(models.Dismissal.objects.standing(last[0]).values_list("key", flat=True))
