"""Signing in and out, for people with a browser; programs use tokens."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.auth import authenticate, login, logout
from django.http import HttpResponse
from django.middleware.csrf import get_token
from ninja import Router

from tiendo.facts.wording import Wording
from tiendo.ledger.models import Account
from tiendo.web.accounts.second_factor import has_second_factor
from tiendo.web.api.answers import json_of
from tiendo.web.api.attempts import require_few_failures
from tiendo.web.api.authentication import CHALLENGE, Asker, Asking, Way
from tiendo.web.api.problems import Problem
from tiendo.web.api.schemas.changes import RoleShown, SessionShown, SignInSent

router = Router(tags=["session"], by_alias=True)

SIGN_IN = "signIn"

_WRONG = Wording(
    "Tên tài khoản hoặc mật khẩu không đúng, hoặc tài khoản đã đóng.",
    "The name or the password is wrong, or the account is closed.",
)

_AT_THE_PAGE = Wording(
    "Tài khoản này dùng xác thực hai bước: hãy đăng nhập ở trang /sign-in, hoặc dùng mã truy cập (token).",
    "This account has a second factor: sign in at the page /sign-in, or use a token.",
)


@router.get("", response=SessionShown, operation_id="getSession", summary="Who am I")
def get_session(request: Asking) -> HttpResponse:
    """Who asks, with which roles."""
    return _session(request)


@router.post("", response=SessionShown, operation_id=SIGN_IN, summary="Sign in")
def sign_in(request: Asking, sent: SignInSent) -> HttpResponse:
    """Begin a session: a cookie that lasts half a day. After some failures one has to wait."""
    require_few_failures(request, sent.username)
    account = authenticate(request, username=sent.username, password=sent.password)
    if not isinstance(account, Account):
        raise Problem("wrong-credentials", _WRONG, headers=CHALLENGE)
    if has_second_factor(account):
        raise Problem("second-factor-required", _AT_THE_PAGE, headers=CHALLENGE)
    login(request, account)
    UserSession.objects.create_from_request(request, user=account)
    request.asker = Asker(Way.SESSION, account)
    return _session(request)


@router.delete("", response={204: None}, operation_id="signOut", summary="Sign out")
def sign_out(request: Asking) -> HttpResponse:
    """End the session; a token stays as it is."""
    logout(request)
    return HttpResponse(status=204)


def _session(request: Asking) -> HttpResponse:
    asker = request.asker
    shown = SessionShown(
        account=asker.account.username if asker.account else None,
        roles=tuple(RoleShown.model_validate(role, from_attributes=True) for role in asker.actor.roles),
        csrf_token=get_token(request) if asker.way is Way.SESSION else None,
    )
    return HttpResponse(json_of(SessionShown, shown), content_type="application/json")
