"""A file that the record keeps, byte for byte, under its SHA-256."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class StoredFile(Entry):
    """What came in, once, whatever it was called: the bytes lie in the data folder under `sha256`."""

    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    name = models.TextField()

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_stored_file"
        indexes = [models.Index(fields=["sha256"], name="stored_file_sha256")]  # noqa: RUF012
