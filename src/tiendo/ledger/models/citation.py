"""Another document that a document cites."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class Citation(Entry):
    """A citation of a version of a document. `cited` is the identity of the document that it means.

    An identity is a name and no pointer: a citation that nothing answers to yet finds its document on the day
    on which that is recorded.
    """

    document = models.BigIntegerField()
    fact = models.BigIntegerField()
    start = models.IntegerField()
    end = models.IntegerField()
    quote = models.TextField()
    number = models.TextField(null=True)
    type = models.TextField()
    date = models.DateField(null=True)
    issuer = models.TextField(null=True)
    cited = models.CharField(max_length=500, null=True)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_citation"
        indexes = [  # noqa: RUF012
            models.Index(fields=["document"], name="citation_document"),
            models.Index(fields=["fact"], name="citation_fact"),
            models.Index(fields=["cited"], name="citation_cited"),
        ]
