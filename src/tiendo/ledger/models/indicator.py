"""What is measured, as the record knows it: the catalogue of the product, and what people added."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class Indicator(Entry):
    """An indicator; `definition` is what its file in the catalogue says, or would say.

    `of_catalogue` is true for one that comes with the product.
    """

    code = models.CharField(max_length=100)
    definition = CanonicalJsonField()
    of_catalogue = models.BooleanField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_indicator"
        indexes = [models.Index(fields=["code"], name="indicator_code")]  # noqa: RUF012
