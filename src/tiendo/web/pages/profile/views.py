"""The page of one's own account, and the tokens of one's programs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.http import HttpResponse
from django.urls import reverse

from tiendo.ledger.commands.accounts import account_named, make_token, revoke_token
from tiendo.ledger.models import Account
from tiendo.ledger.selectors.account_register import changes_of, listed_account
from tiendo.ledger.selectors.acts import latest_acts
from tiendo.web.accounts.second_factor import is_missing
from tiendo.web.pages.changing import Change, changes
from tiendo.web.pages.profile.happened import acts_told, changes_told
from tiendo.web.pages.profile.roles import spoken
from tiendo.web.pages.profile.sessions import sessions_of
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.refusals import to_sign_in

_ACTS_SHOWN = 20  # a day's work
_CHANGES_SHOWN = 10
_TERMS = (30, 90, 365)  # days that a token may hold


@reads
def profile(reading: Reading) -> HttpResponse:
    """Who I am."""
    if reading.account is None:
        return to_sign_in(reading.request)
    return _shown(reading, reading.account)


@changes
def add_token(change: Change) -> HttpResponse:
    """A token for a program; its secret is on the page that answers, and nowhere else."""
    made = make_token(
        username=change.actor.name,
        name=change.request.POST.get("label", ""),
        expires_at=change.at + timedelta(days=_term(change)),
        by=change.actor,
        at=change.at,
    )
    return _shown(change.reading(), account_named(change.actor.name), secret=made.secret)


@changes
def end_token(change: Change, number: int) -> HttpResponse:
    """A token holds no longer."""
    revoke_token(token=number, by=change.actor, at=change.at)
    return change.done(f"{reverse('profile')}#tokens", "profile.token-revoked")


@changes
def end_others(change: Change) -> HttpResponse:
    """Whoever else is in under my name is out."""
    end_other_sessions(change.request, change.request.user)
    return change.done(f"{reverse('profile')}#sessions", "profile.others-ended")


def _shown(reading: Reading, account: Account, *, secret: str = "") -> HttpResponse:
    listed = listed_account(account.username)
    context: dict[str, Any] = {
        "listed": listed,
        "roles": spoken(listed.held.roles, reading.today),
        "tokens": [one for one in listed.held.tokens if _holds(one.expires_at, one.revoked_at)],
        "secret": secret,
        "terms": _TERMS,
        "sessions": sessions_of(account),
        "has_password": account.has_usable_password(),
        "needs_second_factor": is_missing(account),
        "acts": acts_told(latest_acts(account.username, reading.known, _ACTS_SHOWN)),
        "changes": changes_told(changes_of(account.username, _CHANGES_SHOWN)),
    }
    return reading.show("profile/page.html", context)


def _holds(expires_at: datetime | None, revoked_at: datetime | None) -> bool:
    return revoked_at is None and (expires_at is None or expires_at > datetime.now(UTC))


def _term(change: Change) -> int:
    written = change.request.POST.get("days", "")
    if written not in map(str, _TERMS):
        raise WrongQuestion(vi="Thời hạn không có trong danh sách.", en="This term is not offered.")
    return int(written)
