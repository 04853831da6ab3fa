"""What a person decided about a fact that was read."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class ReviewChoice(models.TextChoices):
    """What a reviewer can say of a fact."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    CHOOSE_INDICATOR = "choose-indicator"
    MAKE_INDICATOR = "make-indicator"


class ReviewDecision(Entry):
    """A decision on the fact whose root is `fact`; `details` holds what was corrected, chosen or merged with."""

    fact = models.BigIntegerField()
    choice = models.CharField(max_length=20, choices=ReviewChoice.choices)
    details = CanonicalJsonField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_review_decision"
        indexes = [models.Index(fields=["fact"], name="review_decision_fact")]  # noqa: RUF012
