"""Accounts: who has one, what each may do, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from tiendo.facts.errors import InvalidChange, TiendoError
from tiendo.facts.wording import Wording
from tiendo.ledger.commands.accounts import close_account, make_account, reopen_account, revoke_token
from tiendo.ledger.commands.grant_role import grant_role, revoke_role
from tiendo.ledger.commands.invitations import invite_account
from tiendo.ledger.commands.means_of_signing_in import reset_second_factor, unbind_login
from tiendo.ledger.models import Role
from tiendo.ledger.selectors.account_register import changes_of, listed_account, listed_accounts
from tiendo.ledger.selectors.agencies import agencies
from tiendo.web.pages import questions
from tiendo.web.pages.admin.administering import administers, alters, reason, sent
from tiendo.web.pages.admin.places import (
    agencies_to_choose,
    chosen_agency,
    chosen_territory,
    territories_to_choose,
)
from tiendo.web.pages.changing import Change
from tiendo.web.pages.paging import page_of
from tiendo.web.pages.profile.happened import changes_told
from tiendo.web.pages.profile.roles import spoken
from tiendo.web.pages.reading import Reading

STATES = ("open", "invited", "closed")
_DAY = 24 * 3600  # seconds


@administers
def account_list(reading: Reading) -> HttpResponse:
    """Who has an account."""
    state = questions.choice(reading.request, "state", STATES)
    role = questions.choice(reading.request, "role", tuple(Role.values))
    text = questions.text(reading.request, "words")
    pager = page_of(listed_accounts(text, state, role), questions.number(reading.request, "page"))
    rows = [(one, spoken(one.held.roles, reading.today)) for one in pager.items]
    context = {"rows": rows, "pager": pager, "text": text, "state": state, "role": role}
    context |= {"states": [(one, f"admin.state-{one}") for one in STATES], "roles": _roles()}
    return reading.show("admin/accounts.html", context, part="admin/account_rows.html")


@administers
def new_account(reading: Reading) -> HttpResponse:
    """The form for another account."""
    return reading.show("admin/new_account.html", {"fault": "", "typed": {}, **_choices(reading)})


@alters
def add_account(change: Change) -> HttpResponse:
    """Another account with its first role, and the invitation to hand over."""
    try:
        name = _made(change)
    except InvalidChange as refused:
        context = {"fault": refused.sentence(change.language), "typed": change.request.POST}
        reading = change.reading()
        return reading.show("admin/new_account.html", context | _choices(reading), status=422)
    return _with_invitation(change, name, sent(change, "why"))


@administers
def account(reading: Reading, username: str) -> HttpResponse:
    """One account."""
    return _shown(reading, username)


@alters
def invite(change: Change, username: str) -> HttpResponse:
    """An address with which the person chooses a password; it stands on the page that answers, and nowhere else."""
    return _with_invitation(change, username, reason(change))


@alters
def grant(change: Change, username: str) -> HttpResponse:
    """Another role."""
    return _tried(change, username, "admin.granted", lambda: _granted(change, username))


@alters
def revoke(change: Change, username: str, number: int) -> HttpResponse:
    """A role is taken back."""
    return _tried(
        change,
        username,
        "admin.revoked",
        lambda: revoke_role(grant=number, by=change.actor, at=change.at, why=reason(change)),
    )


@alters
def end_token_of(change: Change, username: str, number: int) -> HttpResponse:
    """A token of somebody holds no longer."""
    return _tried(
        change, username, "profile.token-revoked", lambda: revoke_token(token=number, by=change.actor, at=change.at)
    )


_ACTIONS: dict[str, tuple[Callable[..., Any], str]] = {
    "close": (close_account, "admin.closed"),
    "reopen": (reopen_account, "admin.reopened"),
    "reset-second-factor": (reset_second_factor, "admin.factor-reset"),
    "unbind": (unbind_login, "admin.unbound"),
}


@alters
def alter(change: Change, username: str, action: str) -> HttpResponse:
    """Close, open again, forget the second factor or the binding to the login of the province."""
    command, done = _ACTIONS[action]
    return _tried(
        change,
        username,
        done,
        lambda: command(username=username, by=change.actor, at=change.at, why=reason(change)),
    )


def _tried(change: Change, username: str, done: str, command: Callable[[], Any]) -> HttpResponse:
    """Back to the account, with what was done or why not."""
    address = reverse("admin-account", args=[username])
    try:
        command()
    except InvalidChange as refused:
        return change.refused(address, Wording(refused.vi, refused.en))
    return change.done(address, done)


def _made(change: Change) -> str:
    why = reason(change)
    name = make_account(
        username=sent(change, "username"),
        password=None,
        first_name=sent(change, "first_name")[:150],
        last_name=sent(change, "last_name")[:150],
        by=change.actor,
        at=change.at,
        why=why,
    )
    try:
        _granted(change, name)
    except TiendoError as refused:
        raise InvalidChange(
            vi=f"Đã tạo tài khoản {name} nhưng chưa cấp được vai trò: {refused.vi}",
            en=f"The account {name} is made, but not its role: {refused.en}",
        ) from refused
    return name


def _granted(change: Change, username: str) -> None:
    role = sent(change, "role")
    if not role:
        return
    if role not in Role.values:
        raise InvalidChange(vi="Không có vai trò này.", en="There is no such role.")
    grant_role(
        account=username,
        role=Role(role),
        agency=chosen_agency(sent(change, "agency"), localdate(change.at)),
        territory=chosen_territory(sent(change, "territory")),
        by=change.actor,
        at=change.at,
        why=reason(change),
    )


def _with_invitation(change: Change, username: str, why: str) -> HttpResponse:
    secret = invite_account(username=username, by=change.actor, at=change.at, why=why)
    address = change.request.build_absolute_uri(reverse("first-sign-in", args=[secret]))
    return _shown(change.reading(), username, invitation=address)


def _shown(reading: Reading, username: str, *, invitation: str = "") -> HttpResponse:
    listed = listed_account(username)
    now = datetime.now(UTC)
    context = {
        "listed": listed,
        "given": spoken(listed.held.roles, reading.today),
        "tokens": [
            one
            for one in listed.held.tokens
            if one.revoked_at is None and not (one.expires_at and one.expires_at < now)
        ],
        "changes": changes_told(changes_of(username)),
        "invitation": invitation,
        "days": settings.PASSWORD_RESET_TIMEOUT // _DAY,
        "is_own": username == reading.actor.name,
        **_choices(reading),
    }
    return reading.show("admin/account.html", context)


def _choices(reading: Reading) -> dict[str, Any]:
    return {
        "roles": _roles(),
        "agencies": agencies_to_choose(agencies(reading.known), reading.today),
        "territories": territories_to_choose(reading.today),
    }


def _roles() -> list[tuple[str, str]]:
    return [(role, f"role.{role}") for role in Role.values]
