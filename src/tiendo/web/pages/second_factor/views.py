"""Setting the second factor up, new recovery codes, taking it away: each after saying once more who one is."""

from __future__ import annotations

import re
from http import HTTPStatus

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import flows as codes_flows
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal import flows as app_flows
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tiendo.ledger.models import Account
from tiendo.web.accounts.second_factor import has_second_factor, is_required_of
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.refusals import to_sign_in
from tiendo.web.pages.second_factor.qr import drawn
from tiendo.web.pages.sign_in.entering import enters
from tiendo.web.words import say

_APP = "allauth.mfa"
_CODES = re.compile(r"[0-9]{8}( [0-9]{8}){0,9}")


@enters
def overview(reading: Reading) -> HttpResponse:
    """What one has, and what can be done."""
    account = reading.account
    if account is None:
        return to_sign_in(reading.request)
    context = {
        "is_on": has_second_factor(account),
        "is_required": is_required_of(reading.actor),
        "codes_left": _codes_left(account),
    }
    return reading.show("second_factor/page.html", context)


@enters
def set_up(reading: Reading) -> HttpResponse:
    """A secret for the app; it counts once a code of the app shows that it has it."""
    request, account = reading.request, reading.account
    if account is None:
        return to_sign_in(request)
    if has_second_factor(account):
        return HttpResponseRedirect(reverse("second-factor"))
    raise_if_reauthentication_required(request, app=_APP)
    form = ActivateTOTPForm(request.POST if request.method == "POST" else None, user=account)
    if request.method == "POST" and form.is_valid():
        app_flows.activate_totp(request, form)
        messages.success(request, say("second-factor.is-on", reading.language))
        return HttpResponseRedirect(reverse("mfa_view_recovery_codes"))
    address = get_adapter().build_totp_url(account, form.secret)
    context = {
        "qr": drawn(address),
        "address": address,
        "secret": " ".join(form.secret[place : place + 4] for place in range(0, len(form.secret), 4)),
        "is_wrong": bool(form.errors),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return reading.show("second_factor/set_up.html", context, status=status)


@enters
def codes(reading: Reading) -> HttpResponse:
    """The recovery codes, the one time that they are shown."""
    if reading.account is None:
        return to_sign_in(reading.request)
    held, may_be_shown = codes_flows.view_recovery_codes(reading.request)
    if held is None:
        raise Http404
    shown = held.get_unused_codes() if may_be_shown else []
    context = {"codes": shown, "joined": " ".join(shown), "codes_left": _codes_left(reading.account)}
    return reading.show("second_factor/codes.html", context)


@enters
def new_codes(reading: Reading) -> HttpResponse:
    """Other recovery codes in the place of those of before."""
    account = reading.account
    refused = _not_by_form(reading.request, account)
    if refused is not None or account is None:
        return refused or to_sign_in(reading.request)
    if not has_second_factor(account):
        raise Http404
    codes_flows.generate_recovery_codes(reading.request)
    return HttpResponseRedirect(reverse("mfa_view_recovery_codes"))


@enters
def codes_file(reading: Reading) -> HttpResponse:
    """The codes that the page shows as a file. They come from the page itself: they are shown once, and not kept."""
    if reading.request.method != "POST" or reading.account is None:
        raise Http404
    written = reading.request.POST.get("codes", "")
    if not _CODES.fullmatch(written):
        raise WrongQuestion(vi="Đây không phải là mã dự phòng.", en="These are no recovery codes.")
    head = say("second-factor.file", reading.language, name=reading.account.username)
    answer = HttpResponse(f"{head}\n\n" + "\n".join(written.split()) + "\n", content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="tien-do-ma-du-phong.txt"'
    return answer


@enters
def remove(reading: Reading) -> HttpResponse:
    """Ask for the password alone from now on."""
    account = reading.account
    refused = _not_by_form(reading.request, account)
    if refused is not None or account is None:
        return refused or to_sign_in(reading.request)
    held = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).first()
    if held is not None:
        app_flows.deactivate_totp(reading.request, held)
        messages.success(reading.request, say("second-factor.is-off", reading.language))
    return HttpResponseRedirect(reverse("second-factor"))


def _not_by_form(request: HttpRequest, account: Account | None) -> HttpResponse | None:
    if account is None:
        return to_sign_in(request)
    raise_if_reauthentication_required(request, app=_APP)
    # Whoever comes back from saying who they are comes by a link: the form is at the page.
    return None if request.method == "POST" else HttpResponseRedirect(reverse("second-factor"))


def _codes_left(account: Account) -> int:
    held = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(held.wrap().get_unused_codes()) if held else 0
