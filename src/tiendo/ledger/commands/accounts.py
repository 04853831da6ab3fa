"""People who sign in and the tokens of their programs: made, closed, opened again, revoked.

Credentials are no part of the record, so nothing of this is an act; who did it and why is kept beside the accounts.
What an account may do is granted by `grant_role`.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tiendo.facts.errors import InvalidChange, NoSuchEntry
from tiendo.facts.wording import Wording
from tiendo.ledger.account_changes import note_change
from tiendo.ledger.actors import RESERVED_NAMES, Actor
from tiendo.ledger.models import Account, ApiToken
from tiendo.ledger.permissions import Permission, require

SECRET_START = "tiendo_"  # noqa: S105 how a token begins, so that scanners for lost secrets know it
_SECRET_BYTES = 32  # as much as nobody tries out
_LONGEST_LABEL = 100  # characters of what a token is for
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,149}")


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token: its number, and the secret, which is shown now and never again."""

    number: int
    secret: str


def make_account(
    *,
    username: str,
    password: str | None,
    first_name: str = "",
    last_name: str = "",
    email: str = "",
    by: Actor,
    at: datetime,
    why: str = "",
) -> str:
    """Make an account that may do nothing yet; its name. Without a password nobody comes in before an invitation."""
    require(by, Permission.GRANT_ROLE)
    check_name(username)
    account = Account(username=username, first_name=first_name, last_name=last_name, email=email, date_joined=at)
    if password is not None:
        check_password(password, account)
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
            note_change(username, "make_account", by=by, at=at, why=why)
    except IntegrityError as fault:
        raise taken(username) from fault
    return username


def close_account(*, username: str, by: Actor, at: datetime, why: str = "") -> None:
    """Let nobody in under that name any longer; what it did stays in the record, and its tokens are revoked."""
    require(by, Permission.GRANT_ROLE)
    account = account_named(username)
    if by.name == username:
        raise InvalidChange(
            vi="Không ai tự đóng tài khoản của mình; hãy nhờ người quản trị khác.",
            en="Nobody closes their own account; ask another administrator.",
        )
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(is_active=False)
        ApiToken.objects.filter(account=account, revoked_at=None).update(revoked_at=at)
        note_change(username, "close_account", by=by, at=at, why=why)


def reopen_account(*, username: str, by: Actor, at: datetime, why: str = "") -> None:
    """Let somebody in again under that name; tokens that were revoked stay revoked."""
    require(by, Permission.GRANT_ROLE)
    account = account_named(username)
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(is_active=True)
        note_change(username, "reopen_account", by=by, at=at, why=why)


def set_password(*, username: str, password: str, by: Actor, at: datetime, why: str = "") -> None:
    """Give an account another password; its sessions end."""
    _require_own(by, username)
    account = account_named(username)
    check_password(password, account)
    account.set_password(password)
    with transaction.atomic():
        account.save(update_fields=["password"])
        note_change(username, "set_password", by=by, at=at, why=why)


def make_token(*, username: str, name: str, expires_at: datetime | None = None, by: Actor, at: datetime) -> MadeToken:
    """Make a token with which a program acts as that account; `name` says what it is for."""
    _require_own(by, username)
    account = account_named(username)
    label = name.strip()
    if not label or len(label) > _LONGEST_LABEL:
        raise InvalidChange(
            vi=f"Mã truy cập cần một tên (tối đa {_LONGEST_LABEL} ký tự) nói nó dùng vào việc gì.",
            en=f"A token needs a name of at most {_LONGEST_LABEL} characters that says what it is for.",
        )
    if not account.is_active:
        raise InvalidChange(vi=f"Tài khoản {username!r} đã đóng.", en=f"The account {username!r} is closed.")
    if expires_at is not None and expires_at <= at:
        raise InvalidChange(vi="Thời hạn của mã truy cập đã qua.", en="The token would be over already.")
    secret = SECRET_START + secrets.token_urlsafe(_SECRET_BYTES)
    digest = hashlib.sha256(secret.encode()).hexdigest()
    token = ApiToken.objects.create(
        account=account, name=label, secret_sha256=digest, made_at=at, expires_at=expires_at
    )
    return MadeToken(token.pk, secret)


def revoke_token(*, token: int, by: Actor, at: datetime) -> None:
    """Let a token hold no longer."""
    found = ApiToken.objects.select_related("account").filter(pk=token).first()
    if found is None:
        raise NoSuchEntry(vi=f"Không có mã truy cập số {token}.", en=f"There is no token {token}.")
    _require_own(by, found.account.get_username())
    ApiToken.objects.filter(pk=token, revoked_at=None).update(revoked_at=at)


def _require_own(by: Actor, username: str) -> None:
    """People look after their own credentials; those of others need an administrator."""
    if by.name != username:
        require(by, Permission.GRANT_ROLE)


def check_name(username: str) -> None:
    """Raise `InvalidChange` for a name that no new account can bear."""
    if not _NAME.fullmatch(username):
        raise InvalidChange(
            vi=f"Tên tài khoản {username[:40]!r} không dùng được: chỉ gồm chữ không dấu, số và _ . @ -.",
            en=f"The name {username[:40]!r} cannot be used: plain letters, digits and _ . @ - only.",
        )
    if username.lower() in RESERVED_NAMES or Account.objects.filter(username__iexact=username).exists():
        raise taken(username)


def account_named(username: str) -> Account:
    """The account of that name; raises `NoSuchEntry`."""
    account = Account.objects.filter(username=username).first()
    if account is None:
        raise NoSuchEntry(
            vi=f"Không có tài khoản {username[:40]!r}; tạo bằng `tiendo account add`.",
            en=f"There is no account {username[:40]!r}; `tiendo account add` makes one.",
        )
    return account


def check_password(password: str, account: Account) -> None:
    """Raise `InvalidChange`, with the reasons, for a password that is easy to guess."""
    try:
        validate_password(password, account)
    except ValidationError as fault:
        reasons = [_WEAK.get(str(one.code), _WEAK_OTHERWISE) for one in fault.error_list]
        raise InvalidChange(
            vi=f"Mật khẩu này dễ đoán: {', '.join(one.vi for one in reasons)}. Hãy chọn mật khẩu khác.",
            en=f"This password is easy to guess: {', '.join(one.en for one in reasons)}. Choose another one.",
        ) from fault


# By the codes of Django's validators, whose own sentences are not all translated.
_WEAK = {
    "password_too_short": Wording("quá ngắn", "it is too short"),
    "password_too_common": Wording("quá phổ biến", "it is too common"),
    "password_entirely_numeric": Wording("chỉ toàn chữ số", "it has digits only"),
    "password_too_similar": Wording("quá giống tên hoặc thư điện tử", "it is too much like the name or address"),
}
_WEAK_OTHERWISE = Wording("không đạt yêu cầu", "it does not meet the rules")


def taken(username: str) -> InvalidChange:
    """The error for a name that somebody else bears."""
    return InvalidChange(
        vi=f"Tên {username[:40]!r} đã có người dùng hoặc được dành riêng; hãy chọn tên khác.",
        en=f"The name {username[:40]!r} is taken or reserved; choose another one.",
    )
