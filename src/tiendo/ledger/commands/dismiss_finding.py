"""Set a finding aside, with a reason."""

from __future__ import annotations

from datetime import datetime

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import Dismissal, Finding
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER, standing_entry


def dismiss_finding(*, finding: int, by: Actor, at: datetime, why: str, rehearsal: bool = False) -> int:
    """Record that the finding with that root needs nothing done; `why` says the reason and must not be empty.

    It holds for the same finding of later audits too, until it is taken back.
    """
    if not why.strip():
        raise InvalidChange(
            vi="Bỏ qua một phát hiện cần lý do.", en="A finding is set aside with a reason, and none was given."
        )
    with recording("dismiss_finding", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        entry = standing_entry(Finding, finding)
        require(by, Permission.DISMISS_FINDING, Scope(territory=entry.territory))
        if Dismissal.objects.standing(FOREVER).filter(key=entry.key).exists():
            raise InvalidChange(vi="Phát hiện này đã được bỏ qua.", en="This finding was set aside already.")
        return recorder.add(Dismissal, key=entry.key)


def restore_finding(*, finding: int, by: Actor, at: datetime, why: str, rehearsal: bool = False) -> int:
    """Take a dismissal back; the entry that says so."""
    with recording("restore_finding", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        entry = standing_entry(Finding, finding)
        require(by, Permission.DISMISS_FINDING, Scope(territory=entry.territory))
        dismissal = Dismissal.objects.standing(FOREVER).filter(key=entry.key).first()
        if dismissal is None:
            raise InvalidChange(vi="Phát hiện này chưa được bỏ qua.", en="This finding was not set aside.")
        return recorder.withdraw(dismissal)
