"""Asks for the second factor before the first change of those whose roles need one."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tiendo.ledger.models import Account
from tiendo.web.accounts.second_factor import MISSING, is_missing
from tiendo.web.api.errors import problem_answer
from tiendo.web.api.problems import Problem
from tiendo.web.pages.sign_in.refusals import needs_second_factor

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# Where somebody without a second factor still has to get: in, out, and to the page where it is set up.
_OPEN = ("/sign-in", "/sign-out", "/first-sign-in/", "/profile/second-factor", "/profile/password")
_API = "/api/"

Answer = Callable[[HttpRequest], HttpResponse]


def asks_for_second_factor(get_response: Answer) -> Answer:
    """Let nobody change anything within a session before the second factor that their role needs is set up."""

    def answer(request: HttpRequest) -> HttpResponse:
        return _refused(request) if _is_to_refuse(request) else get_response(request)

    return answer


def _is_to_refuse(request: HttpRequest) -> bool:
    if request.method in _SAFE or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    # A program that shows a token is let in by that, whatever session the browser has; and one may always leave.
    if request.path.startswith(_OPEN) or "Authorization" in request.headers or request.path == "/api/v1/session":
        return False
    account = request.user
    return isinstance(account, Account) and is_missing(account)


def _refused(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(_API):
        return problem_answer(request, Problem("second-factor-required", MISSING))
    return needs_second_factor(request)
