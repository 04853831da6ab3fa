"""People who sign in. Credentials are no part of the record: they change."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class Account(AbstractUser):
    """Somebody who can sign in; what the account may do stands in `Grant`."""

    class Meta:
        db_table = "ledger_account"
