"""The first administrator: an account without a password, and an invitation to it as long as nobody has come in."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from tiendo.ledger.actors import MACHINE
from tiendo.ledger.commands.accounts import make_account
from tiendo.ledger.commands.grant_role import grant_role
from tiendo.ledger.commands.invitations import invite_account
from tiendo.ledger.models import Role
from tiendo.ledger.selectors.account_register import ListedAccount, listed_accounts

NAME = "quan-tri"
_WHY = "quản trị viên đầu tiên"


def first_invitation() -> str | None:
    """The secret of an invitation for the first administrator; `None` where somebody can administer already.

    There is no default password: whoever starts the server is told the address where one is chosen. Where all
    administrators were closed, it is the way back in.
    """
    known = listed_accounts()
    administrators = [one for one in known if one.held.active and _administers(one)]
    if any(not one.is_invited for one in administrators):
        return None
    name = administrators[0].username if administrators else _made({one.username for one in known})
    return invite_account(username=name, by=MACHINE, at=datetime.now(UTC), why=_WHY)


def _administers(one: ListedAccount) -> bool:
    """Whether it may do everything, everywhere."""
    return any(
        granted.role == Role.ADMINISTRATOR and granted.agency is None and granted.territory is None
        for granted in one.held.roles
    )


def _made(taken: set[str]) -> str:
    name = next(name for number in count(1) if (name := NAME if number == 1 else f"{NAME}-{number}") not in taken)
    now = datetime.now(UTC)
    make_account(username=name, password=None, by=MACHINE, at=now, why=_WHY)
    grant_role(account=name, role=Role.ADMINISTRATOR, by=MACHINE, at=now, why=_WHY)
    return name
