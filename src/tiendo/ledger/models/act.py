"""An act of recording: one change by one person at one moment, the link of the hash chain."""

from __future__ import annotations

from django.db import models


class Act(models.Model):
    """Who changed what, when and why, and the hash that seals it.

    `number` counts from 1 without gaps; `at` is never before that of the act before. The entries that it made
    are those from `first_entry` to `last_entry` (fewer than none where it made none). `entries_digest` is the
    hash over the digests of these entries in their order, `digest` the one over the act itself, in which
    `previous`, the digest of the act before, ties them into a chain (see `chain.py`).
    """

    number = models.BigIntegerField(primary_key=True)
    command = models.CharField(max_length=60)
    by = models.CharField(max_length=150)
    at = models.DateTimeField(db_index=True)
    why = models.TextField()
    first_entry = models.BigIntegerField()
    last_entry = models.BigIntegerField(db_index=True)
    entries_digest = models.BinaryField()
    previous = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.command}"
