"""Who may do what, where."""

from __future__ import annotations

from django.db import models

from tiendo.ledger.models.entry import Entry


class Role(models.TextChoices):
    """What a person is to the record; the public needs no grant."""

    REPORTER = "reporter"
    OFFICER = "officer"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"


class Grant(Entry):
    """The account `account` has a role, within an agency and a territory where these are given."""

    account = models.CharField(max_length=150)
    role = models.CharField(max_length=20, choices=Role.choices)
    agency = models.CharField(max_length=60, null=True)
    territory = models.CharField(max_length=20, null=True)

    class Meta(Entry.Meta):
        abstract = False
        db_table = "ledger_grant"
        indexes = [models.Index(fields=["account"], name="grant_account")]  # noqa: RUF012
