"""What waits for a person: each fact with its words in the text, why it waits, and what it might be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected
from tiendo.facts.exchange import decision_from_json, record_from_json
from tiendo.facts.records import Fact, Measurement
from tiendo.ledger import models
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.models import FactState
from tiendo.ledger.standing import FOREVER
from tiendo.matching import match_record
from tiendo.matching.reasons import SUGGESTION

_CONTEXT_CHARS = 160  # a line before and a line behind, in which subject and period usually stand


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """A fact under review. `before` and `behind` are the words around its quote; `candidates` are indicators.

    `addressed_to_software` is true where its document holds words that speak to a program: the reviewer should
    know that somebody may have tried to be read in a certain way.
    """

    root: int
    entry: int
    document: int
    document_title: str
    territory: str | None
    record: Fact
    before: str
    behind: str
    indicator: str | None
    candidates: tuple[str, ...]
    decision: Decision | None
    reasons: tuple[str, ...]
    state: str
    addressed_to_software: bool


def waiting_facts(
    *, document: int | None = None, territories: Iterable[str] | None = None, horizon: int = FOREVER
) -> Iterator[ReviewItem]:
    """All that waits, document by document in the order of the text; of one document (its root) where given."""
    waiting = models.Fact.objects.standing(horizon).filter(state=FactState.WAITING).order_by("document", "start", "id")
    documents = {one.id: one for one in models.Document.objects.standing(horizon)}
    for fact in waiting:
        held = documents.get(fact.document)
        if held is None or (document is not None and held.root != document):
            continue
        if territories is None or held.territory in territories:
            yield _item(fact, held)


def review_item(root: int, horizon: int = FOREVER) -> ReviewItem | None:
    """The fact with that root as a reviewer sees it, in whatever state it is."""
    fact = models.Fact.objects.standing(horizon).filter(root=root).first()
    if fact is None:
        return None
    return _item(fact, models.Document.objects.get(id=fact.document))


def _item(fact: models.Fact, document: models.Document) -> ReviewItem:
    decision = decision_from_json(fact.decision) if fact.decision else None
    text = document.text
    record = record_from_json(fact.record)
    return ReviewItem(
        root=fact.root,
        entry=fact.id,
        document=document.root,
        document_title=document.title,
        territory=document.territory,
        record=record,
        before=text[max(0, fact.start - _CONTEXT_CHARS) : fact.start],
        behind=text[fact.end : fact.end + _CONTEXT_CHARS],
        indicator=fact.indicator,
        candidates=candidates_for(record, decision),
        decision=decision,
        reasons=tuple(fact.reasons),
        state=fact.state,
        addressed_to_software=bool(document.addressed_to_software),
    )


def candidates_for(record: Fact, decision: Decision | None) -> tuple[str, ...]:
    """The codes of the indicators that a fact may be a value of: those of the look-up, else those of similar names."""
    return _candidates(decision) or _similar(record)


def _candidates(decision: Decision | None) -> tuple[str, ...]:
    match decision:
        case Ambiguous(codes=codes):
            return codes
        case Matched(code=code) | Rejected(code=code):
            return (code,)
    return ()


def _similar(record: Fact) -> tuple[str, ...]:
    """Indicators of similar names, for a figure of which nobody knows what it measures."""
    if not isinstance(record, Measurement):
        return ()
    decision = match_record(record, catalogue=catalogue_at(), suggest=True)
    marked = (reason.partition(":") for reason in decision.reasons)
    return tuple(code for kind, _, code in marked if kind == SUGGESTION)


def waiting_count(horizon: int = FOREVER) -> int:
    """How many facts wait for a person."""
    return int(models.Fact.objects.standing(horizon).filter(state=FactState.WAITING).count())
