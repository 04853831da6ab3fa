"""The documents of the record at a glance, for those who keep it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tiendo.ledger import models
from tiendo.ledger.models import FactState
from tiendo.ledger.standing import FOREVER


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedDocument:
    """A standing document: its root, what it is called, and how many of its facts there are and wait."""

    root: int
    title: str
    subject: str | None
    issued: date | None
    territory: str | None
    name: str
    facts: int
    waiting: int
    published: bool


def documents_on_the_shelf(horizon: int = FOREVER) -> list[ShelvedDocument]:
    """All standing documents in the order in which they were first recorded."""
    facts: Counter[int] = Counter()
    waiting: Counter[int] = Counter()
    for document, state in models.Fact.objects.standing(horizon).values_list("document", "state"):
        facts[document] += 1
        waiting[document] += state == FactState.WAITING
    published = set(models.Publication.objects.standing(horizon).values_list("subject", flat=True))
    return [
        ShelvedDocument(
            root=one.root,
            title=one.title,
            subject=one.subject,
            issued=one.issued_date,
            territory=one.territory,
            name=one.name,
            facts=facts[one.id],
            waiting=waiting[one.id],
            published=one.root in published,
        )
        for one in models.Document.objects.standing(horizon).defer("text", "outline", "relations").order_by("root")
    ]
