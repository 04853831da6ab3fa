"""Signing in with a password and a code, saying again who one is, and signing out."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows import reauthentication
from allauth.account.internal.flows.logout import logout
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tiendo.web.accounts.addresses import way_back
from tiendo.web.accounts.second_factor import has_second_factor
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.refusals import to_sign_in
from tiendo.web.pages.sign_in.entering import enters
from tiendo.web.words import say

_TOO_MANY = "too_many_login_attempts"  # allauth's code for it


@enters
def sign_in(reading: Reading) -> HttpResponse:
    """Name and password; then the code, where the account has a second factor."""
    request, back = reading.request, way_back(reading.request)
    if reading.account is not None:
        return HttpResponseRedirect(back)
    form = LoginForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid():
        answer: HttpResponse = form.login(request, redirect_url=back)
        return answer
    context = {"back": back, "name": _written_name(request), "is_wrong": bool(form.errors), **province()}
    return reading.show("sign_in/page.html", context, status=_status(form))


# The stage says who gave the right password; without it, or too long after, one begins again.
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")  # type: ignore[untyped-decorator]
@enters
def code(reading: Reading) -> HttpResponse:
    """The code of the app, or one of the recovery codes."""
    request = reading.request
    stage = request._login_stage  # type: ignore[attr-defined] # allauth's own place for it
    form = AuthenticateForm(request.POST if request.method == "POST" else None, user=stage.login.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        answer: HttpResponse = stage.exit()
        return answer
    context = {"action": reverse("mfa_authenticate"), "title": "sign-in.code", **_code_faults(form)}
    return reading.show("sign_in/code.html", context, status=_status(form))


@enters
def password_again(reading: Reading) -> HttpResponse:
    """The password once more, before something about the account is changed."""
    request, account = reading.request, reading.account
    if account is None:
        return to_sign_in(request)
    form = ReauthenticateForm(request.POST if request.method == "POST" else None, user=account)
    if request.method == "POST" and account.has_usable_password() and form.is_valid():
        reauthentication.reauthenticate_by_password(request)
        return _resumed(request)
    context = {
        "back": way_back(request, reverse("profile")),
        "is_wrong": bool(form.errors),
        "has_password": account.has_usable_password(),
        "has_code": has_second_factor(account),
        **province(),
    }
    return reading.show("sign_in/again.html", context, status=_status(form))


@enters
def code_again(reading: Reading) -> HttpResponse:
    """The code once more, before something about the account is changed."""
    request, account = reading.request, reading.account
    if account is None:
        return to_sign_in(request)
    form = CodeAgainForm(request.POST if request.method == "POST" else None, user=account)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _resumed(request)
    context = {
        "action": reverse("mfa_reauthenticate"),
        "title": "sign-in.again",
        "back": way_back(request, reverse("profile")),
        **_code_faults(form),
    }
    return reading.show("sign_in/code.html", context, status=_status(form))


@enters
def sign_out(reading: Reading) -> HttpResponse:
    """End the session; whoever only looks at the address is asked first."""
    if reading.request.method != "POST":
        return reading.show("sign_in/leaving.html", {})
    logout(reading.request)
    messages.success(reading.request, say("sign-in.left", reading.language))
    return HttpResponseRedirect("/")


def province() -> dict[str, Any]:
    """For templates: what the login of the province is called; nothing where there is none."""
    return {"province": settings.TIENDO.oidc_name if settings.TIENDO.oidc_issuer else ""}


def _resumed(request: HttpRequest) -> HttpResponse:
    """Back to what asked who somebody is."""
    resumed: HttpResponse | None = reauthentication.resume_request(request)
    return resumed or HttpResponseRedirect(way_back(request, reverse("profile")))


def _written_name(request: HttpRequest) -> str:
    return request.POST.get("login", "")[:150]


def _codes(form: Any) -> set[str]:
    return {str(error.code) for errors in form.errors.as_data().values() for error in errors}


def _code_faults(form: Any) -> dict[str, bool]:
    return {"is_wrong": bool(form.errors), "is_too_often": _TOO_MANY in _codes(form)}


def _status(form: Any) -> int:
    if not form.errors:
        return HTTPStatus.OK
    return HTTPStatus.TOO_MANY_REQUESTS if _TOO_MANY in _codes(form) else HTTPStatus.UNPROCESSABLE_ENTITY
