"""A fact as it was read, before anybody relied on it."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class FactState(models.TextChoices):
    """How far a fact has come."""

    SURE = "sure"  # read by machine without a doubt, not yet reviewed; it counts
    WAITING = "waiting"  # read by machine with doubts: it waits for a person and does not count
    ACCEPTED = "accepted"  # a person looked at it; it counts
    REJECTED = "rejected"  # a person looked at it; it does not count
    MERGED = "merged"  # says the same as another fact, which counts for both


class Fact(Entry):
    """One fact of one version of a document (`document`), in full in `record`.

    `decision` is what the look-up of its indicator gave; `indicator` the code that it, or a person, settled on.
    `reasons` are the codes why it waits. `reader_version` is that of the reader, or "person" once corrected.
    """

    document = models.BigIntegerField()
    kind = models.CharField(max_length=20)
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    record = CanonicalJsonField()
    decision = CanonicalJsonField(null=True)
    bodies = CanonicalJsonField(null=True)
    indicator = models.CharField(max_length=100, null=True)
    territory = models.CharField(max_length=20, null=True)
    confidence = models.FloatField()
    reasons = CanonicalJsonField()
    state = models.CharField(max_length=10, choices=FactState.choices)
    reader_version = models.CharField(max_length=60)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_fact"
        indexes = [  # noqa: RUF012
            models.Index(fields=["root"], name="fact_root"),
            models.Index(fields=["document", "start"], name="fact_document"),
            models.Index(fields=["state"], condition=models.Q(state="waiting"), name="fact_waiting"),
        ]
