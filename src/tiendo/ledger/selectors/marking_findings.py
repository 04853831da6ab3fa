"""The findings that mark figures: those that ask for a look and were not set aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tiendo.facts.exchange import finding_from_json
from tiendo.facts.findings import Finding, Verdict
from tiendo.ledger import models
from tiendo.ledger.remembered import Remembered

_MARKING = (Verdict.INCONSISTENT.value, Verdict.QUESTION.value)
_MOMENTS_KEPT = 4  # that of now and some past days
_FINDINGS_KEPT = 20_000  # a finding takes a kilobyte or two
_AT_ONCE = 500  # entries in one query

Stamp = tuple[tuple[int, bytes], ...]

_remembered: Remembered[tuple[int, bytes], Finding] = Remembered(_FINDINGS_KEPT)


@dataclass(frozen=True, slots=True)
class MarkingFinding:
    """A finding by its root, with the roots of the documents that it touches."""

    root: int
    documents: frozenset[int]
    finding: Finding


def marking_findings(horizon: int) -> tuple[MarkingFinding, ...]:
    """All of them that stood at the horizon, in the order in which they were found."""
    return _standing(tuple(_last(model, horizon) for model in (models.Finding, models.Dismissal)))


def _last(model: type[models.Entry], horizon: int) -> tuple[int, bytes]:
    """What stands for all entries up to there: most changes of the record touch neither findings nor dismissals."""
    last = model.objects.known(horizon).order_by("-id").values_list("id", "digest").first()
    return (last[0], bytes(last[1])) if last else (0, b"")


@lru_cache(maxsize=_MOMENTS_KEPT)
def _standing(stamp: Stamp) -> tuple[MarkingFinding, ...]:
    (finding, _), (dismissal, _) = stamp
    dismissed = set(models.Dismissal.objects.standing(dismissal).values_list("key", flat=True))
    standing = models.Finding.objects.standing(finding).filter(verdict__in=_MARKING).order_by("id")
    rows = [
        (entry, bytes(digest), root, documents)
        for entry, digest, root, key, documents in standing.values_list("id", "digest", "root", "key", "documents")
        if key not in dismissed
    ]
    findings = _remembered.of([(entry, digest) for entry, digest, _, _ in rows], _read)
    return tuple(
        MarkingFinding(root, frozenset(documents), one)
        for (_, _, root, documents), one in zip(rows, findings, strict=True)
    )


def _read(missing: list[tuple[int, bytes]]) -> Iterator[Finding]:
    entries = [entry for entry, _ in missing]
    for start in range(0, len(entries), _AT_ONCE):
        asked = entries[start : start + _AT_ONCE]
        contents = dict(models.Finding.objects.filter(id__in=asked).values_list("id", "content"))
        yield from (finding_from_json(contents[entry]) for entry in asked)
