"""Give an account a role, or take it back."""

from __future__ import annotations

from datetime import datetime

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.models import Account, Grant, Role
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import standing_entry


def grant_role(
    *,
    account: str,
    role: Role,
    agency: str | None = None,
    territory: str | None = None,
    by: Actor,
    at: datetime,
    why: str,
) -> int:
    """Give a role, within an agency and a territory where these are given; the entry of the grant.

    A reporter speaks for one agency, so that role needs one.
    """
    require(by, Permission.GRANT_ROLE, Scope(agency, territory))
    if not Account.objects.filter(username=account).exists():
        raise InvalidChange(vi=f"Không có tài khoản {account!r}.", en=f"There is no account {account!r}.")
    if role == Role.REPORTER and agency is None:
        raise InvalidChange(
            vi="Vai trò reporter cần cơ quan (agency): người báo cáo nói thay cho một cơ quan.",
            en="The role reporter needs an agency: a reporter speaks for one.",
        )
    with recording("grant_role", by=by.name, at=at, why=why) as recorder:
        return recorder.add(Grant, account=account, role=role, agency=agency, territory=territory)


def revoke_role(*, grant: int, by: Actor, at: datetime, why: str) -> int:
    """Take back the grant with that root; the entry that says so."""
    with recording("revoke_role", by=by.name, at=at, why=why) as recorder:
        entry = standing_entry(Grant, grant)
        require(by, Permission.GRANT_ROLE, Scope(entry.agency, entry.territory))
        return recorder.withdraw(entry)
