"""What somebody did to the record, or what happened to an account, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tiendo.ledger.selectors.account_register import ChangeView
from tiendo.ledger.selectors.acts import ActView
from tiendo.web.words import catalogue


@dataclass(frozen=True, slots=True)
class Happened:
    """When, the key of the words, who, why."""

    at: datetime
    words: str
    by: str
    why: str


def acts_told(acts: Iterable[ActView]) -> list[Happened]:
    """Acts of the record."""
    return [Happened(one.at, _words(one.command), one.by, one.why) for one in acts]


def changes_told(changes: Iterable[ChangeView]) -> list[Happened]:
    """Changes of an account."""
    return [Happened(one.at, _words(one.what), one.by, one.why) for one in changes]


def _words(command: str) -> str:
    key = f"act.{command.replace('_', '-')}"
    return key if key in catalogue() else "act.other"
