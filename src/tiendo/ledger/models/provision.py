"""A numbered part of a document."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class Provision(Entry):
    """One provision of one version of a document: its path of headings and its stretch of the text."""

    document = models.BigIntegerField()
    path = CanonicalJsonField()
    heading = models.TextField()
    start = models.IntegerField()
    end = models.IntegerField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_provision"
        indexes = [models.Index(fields=["document"], name="provision_document")]  # noqa: RUF012
