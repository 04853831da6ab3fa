"""Accounts with their roles and tokens, for those who look after them; never a password or a secret."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from tiendo.ledger.models import Account, ApiToken, Grant, Role
from tiendo.ledger.standing import FOREVER


@dataclass(frozen=True, slots=True)
class RoleView:
    """A grant by its root, and what it says."""

    number: int
    role: Role
    agency: str | None
    territory: str | None


@dataclass(frozen=True, slots=True)
class TokenView:
    """A token: what it is for, and how long it holds."""

    number: int
    name: str
    expires_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account with what hangs on it."""

    username: str
    active: bool
    roles: tuple[RoleView, ...]
    tokens: tuple[TokenView, ...]


def accounts() -> list[AccountView]:
    """All accounts by name."""
    roles: dict[str, list[RoleView]] = defaultdict(list)
    for grant in Grant.objects.standing(FOREVER).order_by("id"):
        roles[grant.account].append(RoleView(grant.root, Role(grant.role), grant.agency, grant.territory))
    tokens: dict[int, list[TokenView]] = defaultdict(list)
    for token in ApiToken.objects.order_by("pk"):
        tokens[token.account_id].append(TokenView(token.pk, token.name, token.expires_at, token.revoked_at))
    return [
        AccountView(one.username, one.is_active, tuple(roles[one.username]), tuple(tokens[one.pk]))
        for one in Account.objects.order_by("username")
    ]
