"""Everybody who has an account."""

from __future__ import annotations

from tiendo.ledger.canonical import moment_text
from tiendo.ledger.models import Account
from tiendo.ledger.people import Person


def everybody() -> list[Person]:
    """All accounts by their user names, whatever order the database has for text."""
    people = (
        Person(
            username=account.username,
            first_name=account.first_name,
            last_name=account.last_name,
            email=account.email,
            active=account.is_active,
            joined=moment_text(account.date_joined),
        )
        for account in Account.objects.all()
    )
    return sorted(people)
