"""Accounts for those who look after them, and one's own: what it may do, how it signs in, what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from tiendo.facts.errors import NoSuchEntry
from tiendo.ledger.models import Account, AccountChange
from tiendo.ledger.selectors.accounts import AccountView, accounts
from tiendo.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAccount:
    """An account with its person. `is_invited`: nobody has come in with it yet, for want of a password."""

    held: AccountView
    full_name: str
    email: str
    joined_at: datetime
    last_sign_in: datetime | None
    has_second_factor: bool
    is_bound: bool
    is_invited: bool

    @property
    def username(self) -> str:
        """The name of the account."""
        return self.held.username

    @property
    def state(self) -> str:
        """`closed`, `invited` or `open`."""
        if not self.held.active:
            return "closed"
        return "invited" if self.is_invited else "open"


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What happened to an account: the name of the command, by whom, when, why."""

    what: str
    by: str
    at: datetime
    why: str


def listed_accounts(text: str = "", state: str | None = None, role: str | None = None) -> list[ListedAccount]:
    """All accounts by name; those whose names hold the text, without looking at diacritics."""
    wanted = fold(text)
    return [
        one
        for one in _listed(accounts())
        if (not wanted or wanted in fold(f"{one.username} {one.full_name}"))
        and state in (None, one.state)
        and (role is None or any(role == granted.role for granted in one.held.roles))
    ]


def listed_account(username: str) -> ListedAccount:
    """The account of that name; raises `NoSuchEntry`."""
    found = next(_listed(one for one in accounts() if one.username == username), None)
    if found is None:
        raise NoSuchEntry(vi=f"Không có tài khoản {username[:40]!r}.", en=f"There is no account {username[:40]!r}.")
    return found


def changes_of(username: str, most: int = 50) -> list[ChangeView]:
    """What happened to an account, the latest first."""
    found = AccountChange.objects.filter(account=username).order_by("-id")[:most]
    return [ChangeView(one.what, one.by, one.at, one.why) for one in found]


def _listed(held: Iterable[AccountView]) -> Iterator[ListedAccount]:
    people = {account.username: account for account in Account.objects.all()}
    with_factor = set(
        Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user__username", flat=True)
    )
    bound = set(SocialAccount.objects.values_list("user__username", flat=True))
    for one in held:
        account = people[one.username]
        yield ListedAccount(
            held=one,
            full_name=" ".join(part for part in (account.last_name, account.first_name) if part),
            email=account.email,
            joined_at=account.date_joined,
            last_sign_in=account.last_login,
            has_second_factor=one.username in with_factor,
            is_bound=one.username in bound,
            is_invited=account.last_login is None and not account.has_usable_password(),
        )
