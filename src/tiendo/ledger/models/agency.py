"""A body in time, as the record knows it."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class Agency(Entry):
    """A body under one code, in force from `valid_from` to `valid_to` (both included; null is open)."""

    code = models.CharField(max_length=60)
    name = models.TextField()
    level = models.CharField(max_length=20)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successors = CanonicalJsonField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_agency"
        indexes = [models.Index(fields=["code"], name="agency_code")]  # noqa: RUF012
