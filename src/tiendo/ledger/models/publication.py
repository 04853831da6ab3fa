"""What the public may see."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class Publication(Entry):
    """The document or submission with the root `subject` is open to everybody, until this is withdrawn."""

    subject = models.BigIntegerField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_publication"
        indexes = [models.Index(fields=["subject"], name="publication_subject")]  # noqa: RUF012
