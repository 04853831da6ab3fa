"""That somebody set a finding aside."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class Dismissal(Entry):
    """Somebody says that a finding (by its `key`) needs nothing done; the act says who and why."""

    key = models.CharField(max_length=64)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_dismissal"
        indexes = [models.Index(fields=["key"], name="dismissal_key")]  # noqa: RUF012
