"""The documents of a territory as the audit takes them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tiendo.facts.decisions import Matched
from tiendo.facts.exchange import decision_from_json, record_from_json, relations_from_json
from tiendo.facts.period import Period
from tiendo.ledger import models
from tiendo.ledger.models import FactState
from tiendo.ledger.standing import FOREVER
from tiendo.matching.reasons import NEAR_NAME
from tiendo.verification import Audited, Source


@dataclass(frozen=True, slots=True)
class AuditedDocument:
    """A standing document; the source's name of it is its root."""

    identity: str
    source: Source


def audited_documents(territory: str | None, horizon: int = FOREVER) -> list[AuditedDocument]:
    """All documents of a territory, with every fact that nobody rejected, in the order of their recording."""
    documents = models.Document.objects.standing(horizon).filter(territory=territory).order_by("root")
    by_document = defaultdict(list)
    facts = models.Fact.objects.standing(horizon).filter(document__in=[one.id for one in documents])
    for fact in facts.exclude(state=FactState.REJECTED).order_by("start", "id"):
        by_document[fact.document].append(fact)
    return [AuditedDocument(one.identity, _source(one, by_document[one.id])) for one in documents]


def audited_document(version: int, horizon: int) -> AuditedDocument:
    """One version of a document as the audit takes it, with the facts that it had at a horizon."""
    document = models.Document.objects.get(id=version)
    facts = models.Fact.objects.standing(horizon).filter(document=version).exclude(state=FactState.REJECTED)
    return AuditedDocument(document.identity, _source(document, list(facts.order_by("start", "id"))))


def territory_of(document: int) -> str | None:
    """The territory that the document with that root speaks of, or spoke of before it was withdrawn."""
    versions = models.Document.objects.filter(root=document).order_by("-id")
    territory: str | None = versions.values_list("territory", flat=True).first()
    return territory


def _source(document: models.Document, facts: list[models.Fact]) -> Source:
    return Source(
        document=str(document.root),
        facts=tuple(_audited(fact) for fact in facts),
        relations=relations_from_json(document.relations),
        title=document.title,
        territory=document.territory or document.place,
        day=document.issued_date,
        period=Period.parse(document.period) if document.period else None,
    )


def _audited(fact: models.Fact) -> Audited:
    decision = decision_from_json(fact.decision) if fact.decision else None
    warnings = decision.warnings if isinstance(decision, Matched) else ()
    is_near = any(warning.startswith(NEAR_NAME) for warning in warnings)
    return Audited(record_from_json(fact.record), fact.indicator, is_near)
