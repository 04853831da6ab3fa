"""Another password for oneself."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.commands.accounts import account_named, set_password
from tiendo.ledger.models import Account
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.refusals import to_sign_in
from tiendo.web.pages.sign_in.entering import enters
from tiendo.web.words import say


@enters
def change_password(reading: Reading) -> HttpResponse:
    """The old one and the new one; every other session ends."""
    account = reading.account
    if account is None:
        return to_sign_in(reading.request)
    if not account.has_usable_password():
        raise_if_reauthentication_required(reading.request, app="allauth.mfa")
    fault = ""
    if reading.request.method == "POST":
        try:
            _changed(reading, account)
        except InvalidChange as refused:
            fault = refused.sentence(reading.language)
        else:
            messages.success(reading.request, say("profile.password-changed", reading.language))
            return HttpResponseRedirect(reverse("profile"))
    context = {"fault": fault, "has_password": account.has_usable_password()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK
    return reading.show("profile/password.html", context, status=status)


def _changed(reading: Reading, account: Account) -> None:
    request, sent = reading.request, reading.request.POST
    # Counted as an attempt to sign in: whoever finds an open browser is slowed down as well.
    if account.has_usable_password() and not get_adapter(request).reauthenticate(account, sent.get("old", "")):
        raise InvalidChange(vi="Mật khẩu hiện nay không đúng.", en="The present password is wrong.")
    if sent.get("password", "") != sent.get("again", ""):
        raise InvalidChange(vi="Hai lần nhập không giống nhau.", en="The two passwords differ.")
    set_password(username=account.username, password=sent.get("password", ""), by=reading.actor, at=datetime.now(UTC))
    update_session_auth_hash(request, account_named(account.username))
    UserSession.objects.create_from_request(request, user=account)
