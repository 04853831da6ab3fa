"""Results that an agency sent in, as rows of a file or one by one."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class Submission(Entry):
    """What was sent in at once: by which `agency`, in which `file` (its SHA-256), with how many `rows`."""

    agency = models.CharField(max_length=60, null=True)
    territory = models.CharField(max_length=20, null=True)
    file = models.CharField(max_length=64)
    name = models.TextField()
    rows = models.BigIntegerField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_submission"
        indexes = [models.Index(fields=["file"], name="submission_file")]  # noqa: RUF012
