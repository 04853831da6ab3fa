"""Keeps what happened to accounts: credentials change and are no part of the record, but who changed them is known."""

from __future__ import annotations

from datetime import datetime

from tiendo.ledger.actors import Actor
from tiendo.ledger.models import AccountChange


def note_change(username: str, what: str, *, by: Actor, at: datetime, why: str) -> None:
    """Keep who changed an account, when and why; `what` is the name of the command."""
    AccountChange.objects.create(account=username, what=what, by=by.name, at=at, why=why)
