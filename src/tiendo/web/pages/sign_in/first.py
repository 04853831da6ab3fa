"""The first time: somebody with an invitation chooses a name and a password, and is offered a second factor."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse

from tiendo.facts.errors import InvalidChange, NoSuchEntry
from tiendo.facts.wording import Wording
from tiendo.ledger.commands.invitations import invited, is_untouched, take_up_account
from tiendo.web.accounts.second_factor import has_second_factor
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.sign_in.entering import enters
from tiendo.web.words import say

_DIFFERS = Wording("Hai lần nhập không giống nhau.", "The two passwords differ.")


@enters
def first_sign_in(reading: Reading, secret: str) -> HttpResponse:
    """Choose a password, and a name where the account is new; afterwards one is signed in."""
    request = reading.request
    try:
        account = invited(secret)
    except NoSuchEntry as fault:
        said = {"said": fault.sentence(reading.language)}
        return reading.show("sign_in/no_invitation.html", said, status=HTTPStatus.NOT_FOUND)
    name = request.POST.get("username", account.username).strip()
    fault_said = ""
    if request.method == "POST":
        try:
            return _taken_up(reading, secret, name)
        except InvalidChange as refused:
            fault_said = refused.sentence(reading.language)
    context = {"name": name, "may_choose_name": is_untouched(account), "fault": fault_said}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fault_said else HTTPStatus.OK
    return reading.show("sign_in/first.html", context, status=status)


def _taken_up(reading: Reading, secret: str, name: str) -> HttpResponse:
    sent = reading.request.POST
    password = sent.get("password", "")
    if password != sent.get("again", ""):
        raise InvalidChange(vi=_DIFFERS.vi, en=_DIFFERS.en)
    account = take_up_account(secret=secret, username=name, password=password, at=datetime.now(UTC))
    offered = not has_second_factor(account)
    if offered:
        messages.success(reading.request, say("sign-in.first-done", reading.language))
    # Whoever has a second factor is asked for it here too: an invitation is no way around it.
    record_authentication(reading.request, account, method="password", username=account.username)
    address = reverse("second-factor") if offered else "/"
    answer: HttpResponse = perform_login(reading.request, Login(user=account, redirect_url=address))
    return answer
