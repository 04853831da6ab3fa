"""What audits found."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from tiendo.facts.findings import Severity, Slip, Verdict
from tiendo.facts.findings import Suggestion as SuggestedSlip
from tiendo.facts.intervals import Interval
from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.findings import FindingView
from tiendo.web.api.schemas.shared import Computed, Shown, WordingShown


class IntervalShown(Shown):
    """All values from `low` to `high`; null is an open side."""

    low: Computed | None
    high: Computed | None


class PlaceShown(Shown):
    """A number in a document."""

    document: int
    start: int
    end: int
    quote: str


class SuggestionShown(Shown):
    """A number that, changed to `likely`, would make everything hold."""

    place: PlaceShown
    likely: str
    slip: Slip
    message: WordingShown


class DismissalShown(Shown):
    """Who set it aside, when and why."""

    by: str
    at: datetime
    why: str


class FindingShown(Shown):
    """A claim of documents that was recomputed."""

    id: int
    entry: int
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    territory: str | None
    documents: tuple[int, ...]
    check: str = Field(examples=["sums"])
    verdict: Verdict
    severity: Severity
    message: WordingShown
    places: tuple[PlaceShown, ...]
    computed: IntervalShown | None
    claimed: IntervalShown | None
    working: tuple[WordingShown, ...]
    suggestions: tuple[SuggestionShown, ...]
    auditor_version: str
    dismissed: bool
    dismissal: DismissalShown | None = Field(description="Shown to staff only.")


def finding_shown(view: FindingView) -> FindingShown:
    """A finding with the fields that are shown."""
    found = view.finding
    return FindingShown(
        id=view.id,
        entry=view.entry,
        supersedes=view.supersedes,
        withdrawn=view.withdrawn,
        recorded_at=view.recorded_at,
        territory=view.territory,
        documents=view.documents,
        check=found.check,
        verdict=found.verdict,
        severity=found.severity,
        message=_words(found.message),
        places=tuple(PlaceShown.model_validate(place, from_attributes=True) for place in found.places),
        computed=_interval(found.computed),
        claimed=_interval(found.claimed),
        working=tuple(_words(step) for step in found.working),
        suggestions=tuple(_suggestion(one) for one in found.suggestions),
        auditor_version=view.auditor_version,
        dismissed=view.dismissed,
        dismissal=DismissalShown.model_validate(view.dismissal) if view.dismissal else None,
    )


def _words(words: Wording) -> WordingShown:
    return WordingShown(vi=words.vi, en=words.en)


def _interval(interval: Interval | None) -> IntervalShown | None:
    return IntervalShown(low=interval.low, high=interval.high) if interval else None


def _suggestion(one: SuggestedSlip) -> SuggestionShown:
    place = PlaceShown.model_validate(one.place, from_attributes=True)
    return SuggestionShown(place=place, likely=one.likely, slip=one.slip, message=_words(one.message))
