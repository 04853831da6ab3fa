"""Who asks: the public, the account of a token, or the account of a session."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from ninja.utils import check_csrf

from tiendo.facts.wording import Wording
from tiendo.ledger.actors import PUBLIC, Actor, actor_of
from tiendo.ledger.models import Account
from tiendo.ledger.selectors.viewing import Known, Viewer, known_at
from tiendo.web.api.problems import Problem

_SCHEME = "Bearer "
_LONGEST_TOKEN = 200  # characters; ours have a fourth of it
_ACTORS_KEPT = 256  # people who ask between two changes of the record
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

CHALLENGE: Final = {"WWW-Authenticate": 'Bearer realm="tiendo"'}


class Way(StrEnum):
    """How somebody came in."""

    NONE = "none"
    TOKEN = "token"  # noqa: S105 a way and no secret
    SESSION = "session"


@dataclass(frozen=True)
class Asker:
    """Who asks, and how they came in; without an account it is the public."""

    way: Way = Way.NONE
    account: Account | None = None

    @cached_property
    def known(self) -> Known:
        """What is known now: one moment for all of the request."""
        return known_at()

    @cached_property
    def actor(self) -> Actor:
        """The name that the record writes down, with its roles of now."""
        if self.account is None:
            return PUBLIC
        return _actor(self.account.pk, self.account.username, self.account.is_active, self.known)

    @cached_property
    def viewer(self) -> Viewer:
        """What the asker may see."""
        return Viewer(self.actor)


class Asking(HttpRequest):
    """A request of somebody who is known."""

    asker: Asker


def asker_of(request: HttpRequest) -> Asker:
    """Who asks; raises a `Problem` for a token or session that does not hold, and for forged changes."""
    written = request.headers.get("Authorization")
    if written is not None:
        return Asker(Way.TOKEN, _account_of(written))
    if not request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        return Asker()
    account = request.user
    if not isinstance(account, Account):
        raise Problem("session-over", _SESSION_OVER, headers=CHALLENGE)
    if request.method not in _SAFE and check_csrf(request) is not None:
        raise Problem("forged-request", _FORGED)
    return Asker(Way.SESSION, account)


def signed_in(request: Asking) -> Actor:
    """The account that asks; raises a `Problem` for the public."""
    if request.asker.account is None:
        raise Problem("sign-in-required", _SIGN_IN, headers=CHALLENGE)
    return request.asker.actor


@lru_cache(maxsize=_ACTORS_KEPT)
def _actor(number: int, username: str, is_active: bool, known: Known) -> Actor:
    """Roles are granted in the record, so they are the same as long as nothing is recorded."""
    return actor_of(Account(pk=number, username=username, is_active=is_active), known.horizon)


def secret_digest(secret: str) -> str:
    """What is kept of a token. It is looked up by this, so that no comparison tells how much of a guess was right."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _account_of(written: str) -> Account:
    secret = written[len(_SCHEME) :].strip()
    if written[: len(_SCHEME)].lower() == _SCHEME.lower() and 0 < len(secret) <= _LONGEST_TOKEN:
        account = _holder(secret_digest(secret))
        if account is not None:
            return account
    raise Problem("wrong-token", _WRONG_TOKEN, headers={"WWW-Authenticate": f'{_CHALLENGE}, error="invalid_token"'})


# In plain SQL: every request of a program asks this, and Django takes longer to put it together than to do the rest.
_HOLDER = """
    SELECT account.id, account.username FROM ledger_api_token token
    JOIN ledger_account account ON account.id = token.account_id
    WHERE token.secret_sha256 = %s AND token.revoked_at IS NULL AND account.is_active
    AND (token.expires_at IS NULL OR token.expires_at > %s)
"""


def _holder(digest: str) -> Account | None:
    """The open account of the token that is kept as this digest, if it holds now."""
    with connection.cursor() as cursor:
        cursor.execute(_HOLDER, [digest, connection.ops.adapt_datetimefield_value(datetime.now(UTC))])
        row = cursor.fetchone()
    return Account(pk=row[0], username=row[1]) if row else None


_CHALLENGE = CHALLENGE["WWW-Authenticate"]
_SIGN_IN = Wording(
    "Việc này cần đăng nhập: gửi mã truy cập (Authorization: Bearer …) hoặc đăng nhập bằng POST /api/v1/session.",
    "This needs somebody who is signed in: send a token (Authorization: Bearer …) or sign in by POST /api/v1/session.",
)
_WRONG_TOKEN = Wording(
    "Mã truy cập sai, hết hạn, đã thu hồi, hoặc tài khoản đã đóng; hãy xin mã mới.",
    "The token is wrong, over, revoked, or its account is closed; ask for a new one.",
)
_SESSION_OVER = Wording(
    "Phiên đăng nhập đã hết hoặc không có; hãy đăng nhập lại bằng POST /api/v1/session.",
    "The session is over, or there is none; sign in again by POST /api/v1/session.",
)
_FORGED = Wording(
    "Yêu cầu thay đổi trong phiên đăng nhập cần tiêu đề X-CSRFToken (lấy bằng GET /api/v1/session).",
    "A change within a session needs the header X-CSRFToken (GET /api/v1/session tells it).",
)
