"""Something that somebody is told, or undertakes, to do."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry
from tiendo.ledger.models.fields import CanonicalJsonField


class Task(Entry):
    """A task of a document. Bodies stand as written (`lead`, `coordinators`) and as codes where they are known.

    `deadline` is the latest period of the action, `due` its last day.
    """

    document = models.BigIntegerField()
    fact = models.BigIntegerField()
    territory = models.CharField(max_length=20, null=True)
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    provision = CanonicalJsonField()
    lead = CanonicalJsonField()
    coordinators = CanonicalJsonField()
    lead_codes = CanonicalJsonField()
    coordinator_codes = CanonicalJsonField()
    deadline = models.CharField(max_length=40, null=True)
    due = models.DateField(null=True)
    reviewed = models.BooleanField(null=True)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_task"
        indexes = [  # noqa: RUF012
            models.Index(fields=["root"], name="task_root"),
            models.Index(fields=["fact"], name="task_fact"),
            models.Index(fields=["document"], name="task_document"),
            models.Index(fields=["due"], name="task_due"),
        ]
