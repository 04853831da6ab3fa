"""Invitations: the first administrator, and everybody else who is handed an address instead of a password."""

from __future__ import annotations

import pytest

from tests.integration.web.accounts import PASSWORD, browser, made, sign_in, signed_in
from tests.unit.ledger.samples import moment
from tiendo.config.first_administrator import NAME, first_invitation
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import close_account
from tiendo.ledger.commands.invitations import invite_account
from tiendo.ledger.models import Account, Grant
from tiendo.ledger.selectors.account_register import changes_of, listed_account
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db
CHOSEN = {"username": "le.van.an", "password": PASSWORD, "again": PASSWORD}


def invitation_for(name):
    return f"/first-sign-in/{invite_account(username=name, by=OPERATOR, at=moment(1))}"


def roles_of(name):
    return [grant.role for grant in Grant.objects.standing(FOREVER).filter(account=name)]


def test_the_first_run_makes_an_administrator_without_a_password():
    address = f"/first-sign-in/{first_invitation()}"
    account = Account.objects.get(username=NAME)
    assert not account.has_usable_password()
    for guess in ("", NAME, "admin", "tiendo"):
        assert sign_in(browser(), NAME, guess).status_code == 422
    client = browser()
    assert 'value="quan-tri"' in client.get(address).content.decode()
    answer = client.post(address, CHOSEN)
    assert answer.headers["Location"] == "/profile/second-factor", "the second factor is offered at once"
    assert client.get("/admin").status_code == 200
    assert (roles_of(NAME), roles_of("le.van.an")) == ([], ["administrator"])


def test_it_is_told_again_until_somebody_has_used_it_and_then_never():
    first, second = first_invitation(), first_invitation()
    assert Account.objects.filter(username__startswith=NAME).count() == 1
    assert browser().post(f"/first-sign-in/{second}", CHOSEN).status_code == 302
    assert browser().get(f"/first-sign-in/{first}").status_code == 404
    assert first_invitation() is None


def test_where_every_administrator_was_closed_there_is_a_way_back_in():
    made("chi", "administrator")
    assert first_invitation() is None
    close_account(username="chi", by=OPERATOR, at=moment(1))
    assert browser().get(f"/first-sign-in/{first_invitation()}").status_code == 200


def test_an_administrator_of_a_part_is_no_administrator_of_the_whole():
    made("chi", "administrator", territory="20")
    assert first_invitation() is not None


def test_an_invitation_works_once():
    made("mai", "officer", password=None)
    address = invitation_for("mai")
    assert browser().post(address, CHOSEN).status_code == 302
    again = browser().get(address)
    assert again.status_code == 404
    assert "Đường dẫn không còn dùng được" in again.content.decode()
    assert browser().post(address, CHOSEN).status_code == 404


def test_an_invitation_is_over_after_some_days(settings):
    made("mai", "officer", password=None)
    address = invitation_for("mai")
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert browser().get(address).status_code == 404


def test_an_invitation_of_a_closed_account_opens_nothing():
    made("mai", "officer", password=None)
    address = invitation_for("mai")
    close_account(username="mai", by=OPERATOR, at=moment(1))
    assert browser().post(address, CHOSEN).status_code == 404


@pytest.mark.parametrize(
    "secret", ["x", "1.x-y", ".", "1.", "zzzzzzzzzzzzzzzzzzz.a-b", "0.c-d", "-1.c-d", "%00.c-d", "é.c-d"]
)
def test_a_made_up_address_opens_nothing(secret):
    assert browser().get(f"/first-sign-in/{secret}").status_code == 404


def test_an_invitation_is_for_one_account_alone():
    made("mai", "officer", password=None)
    made("an", "officer", password=None)
    number, _, token = invite_account(username="mai", by=OPERATOR, at=moment(1)).partition(".")
    other = f"{int(number, 36) + 1:x}.{token}"
    assert browser().get(f"/first-sign-in/{other}").status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"again": "something-else-here"}, "không giống nhau"),
        ({"password": "ngan", "again": "ngan"}, "quá ngắn"),
        ({"password": "123456789012", "again": "123456789012"}, "chữ số"),
        ({"username": "có dấu"}, "không dùng được"),
        ({"username": "operator"}, "dành riêng"),
        ({"username": "an"}, "đã có người dùng"),
    ],
)
def test_what_cannot_be_chosen_is_said_and_the_address_still_works(sent, said):
    made("an", "officer")
    made("mai", "officer", password=None)
    address = invitation_for("mai")
    answer = browser().post(address, CHOSEN | sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert browser().post(address, CHOSEN).status_code == 302


def test_who_has_come_in_before_keeps_the_name_and_gets_another_password():
    made("mai", "officer")
    signed_in("mai")
    address = invitation_for("mai")
    new = "mot-mat-khau-bia-khac"
    browser().post(address, {"username": "somebody-else", "password": new, "again": new})
    assert sign_in(browser(), "mai").status_code == 422
    assert sign_in(browser(), "mai", new).status_code == 302
    assert roles_of("mai") == ["officer"]


def test_who_took_an_account_up_is_known():
    made("mai", "officer", password=None)
    browser().post(invitation_for("mai"), CHOSEN)
    assert [one.what for one in changes_of("le.van.an")] == ["take_up_account"]
    assert listed_account("le.van.an").state == "open"


def test_the_form_needs_its_token():
    from django.test import Client

    made("mai", "officer", password=None)
    assert Client(enforce_csrf_checks=True).post(invitation_for("mai"), CHOSEN).status_code == 403
