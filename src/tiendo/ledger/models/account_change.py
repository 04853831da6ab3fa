"""What happened to an account: who changed it, when and why. Beside the record, as the accounts themselves."""

from __future__ import annotations

from django.db import models


class AccountChange(models.Model):
    """A change of the account with that name: what it was (the name of the command), by whom, when, why."""

    account = models.CharField(max_length=150, db_index=True)
    what = models.CharField(max_length=60)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    why = models.TextField(default="")

    class Meta:
        db_table = "ledger_account_change"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.account} {self.what} {self.at}"
