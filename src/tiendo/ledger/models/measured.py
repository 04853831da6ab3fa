"""What targets and results share: the value of an indicator, for a place and a time, with its source."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import ExactDecimalField


class Measured(Entry):
    """A value that counts. Names and meanings are those of `facts.records` and `facts.quantity`.

    The source is either a fact of a document (`document` is the version, `fact` the entry) or a row of a
    `submission`; `start`, `end` and `quote` are its place in the text of either. `agency` is who reported it.
    `warnings` of the match are looked up in the fact. `first_day` and `last_day` are those of `period`.
    """

    indicator = models.CharField(max_length=100)
    territory = models.CharField(max_length=20, null=True)
    period = models.CharField(max_length=40, null=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)
    unit = models.TextField()
    unit_measure = models.TextField()
    unit_mult = models.IntegerField()
    per = models.TextField(null=True)
    of = ExactDecimalField(null=True)
    change = models.CharField(max_length=10, null=True)
    approximate = models.BooleanField(null=True)
    annual = models.BooleanField(null=True)
    cumulative = models.BooleanField(null=True)
    plan_percent = ExactDecimalField(null=True)
    yoy_percent = ExactDecimalField(null=True)
    yoy_change = ExactDecimalField(null=True)
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    document = models.BigIntegerField(null=True)
    fact = models.BigIntegerField(null=True)
    submission = models.BigIntegerField(null=True)
    agency = models.CharField(max_length=60, null=True)
    reviewed = models.BooleanField(null=True)

    class Meta(Entry.Meta):
        abstract = True
