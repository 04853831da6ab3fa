"""What an account signs in with beside its password, taken away by an administrator: the person sets it up again."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from tiendo.ledger.account_changes import note_change
from tiendo.ledger.actors import Actor
from tiendo.ledger.commands.accounts import account_named
from tiendo.ledger.permissions import Permission, require


def reset_second_factor(*, username: str, by: Actor, at: datetime, why: str = "") -> None:
    """Forget the app and the recovery codes of an account, whose telephone was lost."""
    require(by, Permission.GRANT_ROLE)
    account = account_named(username)
    with transaction.atomic():
        Authenticator.objects.filter(user=account).delete()
        note_change(username, "reset_second_factor", by=by, at=at, why=why)


def unbind_login(*, username: str, by: Actor, at: datetime, why: str = "") -> None:
    """Forget which login of the province the account belongs to; the next one that names the account is bound to it."""
    require(by, Permission.GRANT_ROLE)
    account = account_named(username)
    with transaction.atomic():
        SocialAccount.objects.filter(user=account).delete()
        note_change(username, "unbind_login", by=by, at=at, why=why)
