"""A place in time, as the record knows it."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class Territory(Entry):
    """A unit under one code, in force from `valid_from` to `valid_to` (both included; null is open)."""

    code = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    name = models.TextField()
    parent = models.CharField(max_length=20, null=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_territory"
        indexes = [models.Index(fields=["code"], name="territory_code")]  # noqa: RUF012
