"""What audits found, for the margin beside the text: the sentence, the working, and the likeliest slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tiendo.facts.findings import Verdict
from tiendo.ledger.selectors.findings import FindingView
from tiendo.publishing.findings_words import SYMBOLS, VERDICTS

_ASKING = (Verdict.INCONSISTENT, Verdict.QUESTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A finding in words. `places` are its numbers in this document, `others` the documents that it touches besides."""

    finding: FindingView
    symbol: str
    verdict: str
    message: str
    working: tuple[str, ...]
    suggestions: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    others: tuple[int, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"finding-{self.finding.id}"

    @property
    def is_loud(self) -> bool:
        """Whether somebody should look at it, and nobody said that it is all right."""
        return self.finding.finding.verdict in _ASKING and not self.finding.dismissed

    def touches(self, start: int, end: int) -> bool:
        """Whether one of its numbers lies in a stretch of the text. What cannot be checked questions no number."""
        return self.is_loud and any(first < end and last > start for first, last in self.places)


def asked_of(views: Sequence[FindingView], root: int, language: str) -> list[Asked]:
    """The findings of a document in the order of its text."""
    found = [_asked(one, root, language) for one in views]
    return sorted(found, key=lambda one: (min(one.places, default=(0, 0)), one.finding.id))


def within(found: Sequence[Asked], start: int, end: int) -> list[Asked]:
    """Those that begin in a stretch of the text."""
    return [one for one in found if start <= min(one.places, default=(0, 0))[0] < end]


def totals_of(found: Sequence[Asked]) -> dict[str, Any]:
    """How many are asked about, set aside, and could not be checked."""
    return {
        "asked": sum(one.is_loud for one in found),
        "dismissed": sum(one.finding.dismissed for one in found),
        "unknown": sum(one.finding.finding.verdict is Verdict.UNKNOWN and not one.finding.dismissed for one in found),
    }


def _asked(view: FindingView, root: int, language: str) -> Asked:
    finding = view.finding
    return Asked(
        finding=view,
        symbol=SYMBOLS[finding.verdict],
        verdict=VERDICTS[finding.verdict].sentence(language),
        message=finding.message.sentence(language),
        working=tuple(step.sentence(language) for step in finding.working),
        suggestions=tuple(one.message.sentence(language) for one in finding.suggestions),
        places=tuple((one.start, one.end) for one in finding.places if one.document == str(root)),
        others=tuple(one for one in view.documents if one != root),
    )
