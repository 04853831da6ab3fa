"""A document as it was read: its text, outline, metadata and register fields."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class Document(Entry):
    """One version of a document; a corrected file supersedes the version before.

    The names of the register fields are those of Decree 30/2020/NĐ-CP, annex VI, in English words:
    `type_name`, `code_number` and `code_notation` (number and symbol), `issued_date`, `organ_name`, `subject`,
    `language`, `page_amount`, `description`, the signer's `signer_position` and `signer_full_name`.
    `number` is number and symbol as printed. `identity` tells which document this is a version of (see
    `ledger.identity`). `territory` is the code of the province that it speaks of, `place` where it was issued,
    `period` the time it speaks of. `outline` holds blocks, tables, legal bases and notes of the reader,
    `relations` what the text says of several numbers at once, `addressed_to_software` the stretches that talk
    to a program instead of to people.
    """

    identity = models.CharField(max_length=500)
    file = models.CharField(max_length=64)
    name = models.TextField()
    format = models.CharField(max_length=40)
    reader_version = models.CharField(max_length=60)
    text = models.TextField()
    outline = CanonicalJsonField()
    relations = CanonicalJsonField()
    addressed_to_software = CanonicalJsonField()
    title = models.TextField()
    territory = models.CharField(max_length=20, null=True)
    place = models.TextField(null=True)
    period = models.CharField(max_length=40, null=True)

    type_name = models.TextField(null=True)
    number = models.TextField(null=True)
    code_number = models.TextField(null=True)
    code_notation = models.TextField(null=True)
    issued_date = models.DateField(null=True)
    organ_name = models.TextField(null=True)
    subject = models.TextField(null=True)
    language = models.CharField(max_length=30, null=True)
    page_amount = models.IntegerField(null=True)
    description = models.TextField(null=True)
    signer_position = models.TextField(null=True)
    signer_full_name = models.TextField(null=True)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_document"
        indexes = [  # noqa: RUF012
            models.Index(fields=["root"], name="document_root"),
            models.Index(fields=["identity"], name="document_identity"),
            models.Index(fields=["file"], name="document_file"),
        ]


REGISTER_COLUMNS = (
    *("type_name", "number", "code_number", "code_notation", "issued_date", "organ_name", "subject", "language"),
    *("page_amount", "description", "signer_position", "signer_full_name"),
)
"""The columns of the register, as the class describes them."""
