"""What an audit said of the figures of a document."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class Finding(Entry):
    """A finding of the audit. `content` is all of it, with `documents` (roots) that it touches.

    `key` is the same for the same finding of a later audit, so that a dismissal holds on.
    """

    key = models.CharField(max_length=64)
    check_name = models.CharField(max_length=60)
    verdict = models.CharField(max_length=20)
    severity = models.CharField(max_length=20)
    territory = models.CharField(max_length=20, null=True)
    documents = CanonicalJsonField()
    content = CanonicalJsonField()
    auditor_version = models.CharField(max_length=60)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_finding"
        indexes = [models.Index(fields=["key"], name="finding_key")]  # noqa: RUF012
