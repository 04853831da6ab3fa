"""Invitations: a secret to hand over instead of a password, with which a person takes an account into their hands.

It is signed with the key of the installation and holds once: it depends on the password and on the last time that
somebody signed in, so that both make it void. Nothing of it is kept.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import IntegrityError, transaction
from django.utils.http import base36_to_int, int_to_base36

from tiendo.facts.errors import NoSuchEntry
from tiendo.ledger.account_changes import note_change
from tiendo.ledger.actors import Actor
from tiendo.ledger.chain import recording
from tiendo.ledger.commands.accounts import account_named, check_name, check_password, taken
from tiendo.ledger.models import Account, Grant
from tiendo.ledger.permissions import Permission, require
from tiendo.ledger.standing import FOREVER

_BETWEEN: Final = "."
_LONGEST_NUMBER = 13  # digits of an account's number to the base 36; no 64-bit number has more


class _Signer(PasswordResetTokenGenerator):
    """Django's generator with a salt of its own: a token for one thing is none for another."""

    key_salt = "tiendo.ledger.commands.invitations"


_SIGNER: Final = _Signer()


def invite_account(*, username: str, by: Actor, at: datetime, why: str = "") -> str:
    """The secret by which whoever holds it chooses a password for the account; raises `NoSuchEntry`.

    It holds for `PASSWORD_RESET_TIMEOUT` seconds of Django's settings, and until somebody has used it.
    """
    require(by, Permission.GRANT_ROLE)
    account = account_named(username)
    note_change(username, "invite_account", by=by, at=at, why=why)
    return f"{int_to_base36(account.pk)}{_BETWEEN}{_SIGNER.make_token(account)}"


def invited(secret: str) -> Account:
    """The open account that a secret is for; raises `NoSuchEntry` for one that is wrong, over or used."""
    number, _, token = secret.partition(_BETWEEN)
    account = Account.objects.filter(pk=_number(number), is_active=True).first()
    if account is None or not _SIGNER.check_token(account, token):
        raise NoSuchEntry(
            vi="Đường dẫn này sai, đã hết hạn hoặc đã dùng rồi; hãy xin người quản trị một đường dẫn mới.",
            en="This address is wrong, over or used already; ask an administrator for a new one.",
        )
    return account


def is_untouched(account: Account) -> bool:
    """Whether nobody has come in with the account yet: then its name may still be chosen."""
    return account.last_login is None and not account.has_usable_password()


def take_up_account(*, secret: str, username: str, password: str, at: datetime) -> Account:
    """Choose the password of the account that `secret` is for, and its name where nobody has come in with it yet.

    Raises `NoSuchEntry` for a secret that does not hold, `InvalidChange` for a name or password that cannot be used.
    """
    with transaction.atomic():
        account = invited(secret)
        before = account.username
        if username != before and is_untouched(account):
            _rename(account, username, at)
        check_password(password, account)
        account.set_password(password)
        account.save(update_fields=["username", "password"])
        note_change(account.username, "take_up_account", by=Actor(before), at=at, why="")
    return account


def _rename(account: Account, username: str, at: datetime) -> None:
    """Another name for an account that nobody has used; the roles that were granted to it pass on."""
    before = account.username
    if username.lower() != before.lower():
        check_name(username)
    account.username = username
    try:
        with transaction.atomic():
            account.save(update_fields=["username"])
    except IntegrityError as fault:
        raise taken(username) from fault
    with recording("take_up_account", by=username, at=at, why=f"{before} → {username}") as recorder:
        for grant in Grant.objects.standing(FOREVER).filter(account=before):
            recorder.supersede(grant, account=username)


def _number(written: str) -> int:
    try:
        return base36_to_int(written) if 0 < len(written) <= _LONGEST_NUMBER else 0
    except ValueError:
        return 0
