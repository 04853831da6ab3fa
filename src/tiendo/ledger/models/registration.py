"""What the clerk's register says of a document that came in or went out (Decree 30/2020/NĐ-CP, annex VI)."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class Registration(Entry):
    """An incoming or outgoing document in the register; `document` is the root of the document.

    The columns are the fields of annex VI beyond those of the document itself: of an incoming document
    `arrival_date`, `arrival_number`, `to_places`, `trace_header_list`; of an outgoing one `to_organs`,
    `priority`, `issued_amount`; of both the file it is kept in (`organ_id`, `file_catalog`, `file_notation`),
    its place in that file (`document_ordinal`) and `due_date`.
    """

    document = models.BigIntegerField()
    direction = models.CharField(max_length=10, choices=[("incoming", "incoming"), ("outgoing", "outgoing")])
    organ_id = models.CharField(max_length=13, null=True)
    file_catalog = models.IntegerField(null=True)
    file_notation = models.CharField(max_length=20, null=True)
    document_ordinal = models.IntegerField(null=True)
    arrival_date = models.DateField(null=True)
    arrival_number = models.CharField(max_length=10, null=True)
    to_places = models.CharField(max_length=1000, null=True)
    trace_header_list = models.TextField(null=True)
    to_organs = models.TextField(null=True)
    priority = models.IntegerField(null=True)
    issued_amount = models.IntegerField(null=True)
    due_date = models.DateField(null=True)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_registration"
        indexes = [models.Index(fields=["document"], name="registration_document")]  # noqa: RUF012
