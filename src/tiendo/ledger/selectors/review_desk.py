"""What a reviewer's desk shows: what waits where, what comes next, and what was decided last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tiendo.ledger import models
from tiendo.ledger.models import FactState
from tiendo.ledger.selectors.document_facts import DecisionView, decision_views
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to

_MOST_LOOKED_THROUGH = 50  # of one person's latest acts: whoever worked on other things since has left this desk


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDocument:
    """A document of which facts wait: how many, by kind and by the codes of their reasons."""

    root: int
    title: str
    subject: str | None
    issued: date | None
    territory: str | None
    name: str
    waiting: int
    facts: int
    kinds: Mapping[str, int]
    reasons: Mapping[str, int]
    addressed_to_software: bool


def waiting_documents(viewer: Viewer, known: Known) -> tuple[WaitingDocument, ...]:
    """The documents that the viewer may see in which facts wait, those with most of them first."""
    visible = visible_to(viewer, known)
    kinds: dict[int, Counter[str]] = defaultdict(Counter)
    reasons: dict[int, Counter[str]] = defaultdict(Counter)
    facts = models.Fact.objects.standing(known.horizon)
    for document, kind, given in facts.filter(state=FactState.WAITING).values_list("document", "kind", "reasons"):
        kinds[document][kind] += 1
        reasons[document].update(given)
    all_facts = Counter(facts.filter(document__in=list(kinds)).values_list("document", flat=True))
    columns = ("id", "root", "title", "subject", "issued_date", "territory", "name", "addressed_to_software")
    rows = models.Document.objects.standing(known.horizon).filter(id__in=list(kinds)).values(*columns)
    found = [
        WaitingDocument(
            root=row["root"],
            title=row["title"],
            subject=row["subject"],
            issued=row["issued_date"],
            territory=row["territory"],
            name=row["name"],
            waiting=kinds[row["id"]].total(),
            facts=all_facts[row["id"]],
            kinds=dict(kinds[row["id"]]),
            reasons=dict(reasons[row["id"]].most_common()),
            addressed_to_software=bool(row["addressed_to_software"]),
        )
        for row in rows
        if row["id"] in visible.documents
    ]
    return tuple(sorted(found, key=lambda one: (-one.waiting, one.root)))


def last_decision(document: int, by: str, known: Known) -> DecisionView | None:
    """What somebody decided last about a fact of a document (its root), where that still holds."""
    commands = ("accept_fact", "correct_fact", "reject_fact", "merge_fact", "choose_indicator", "make_indicator")
    acts = models.Act.objects.filter(by=by, command__in=commands, last_entry__lte=known.horizon)
    numbers = list(acts.order_by("-number").values_list("number", flat=True)[:_MOST_LOOKED_THROUGH])
    standing = models.ReviewDecision.objects.standing(known.horizon).filter(act__in=numbers)
    versions = list(models.Document.objects.filter(root=document).values_list("id", flat=True))
    for decision in decision_views(standing, known.horizon):
        facts = models.Fact.objects.standing(known.horizon).filter(root=decision.fact, document__in=versions)
        if facts.exists():
            return decision
    return None
