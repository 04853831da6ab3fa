"""What people taught about names."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class IndicatorName(Entry):
    """A name that a reviewer taught: from now on `name` means the indicator `code`."""

    code = models.CharField(max_length=100)
    name = models.TextField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_indicator_name"
        indexes = [models.Index(fields=["code"], name="indicator_name_code")]  # noqa: RUF012
