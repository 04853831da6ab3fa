"""Signing in at the page: who comes in, who has to wait, and what nobody is told."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.integration.web.accounts import PASSWORD, browser, made, sign_in
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import close_account, reopen_account
from tiendo.web.accounts.attempts import MOST_FAILURES, MOST_OF_AN_ADDRESS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mai(db):
    made("mai", "officer")


def test_somebody_signs_in_and_out():
    client = browser()
    assert "Đăng nhập" in client.get("/sign-in").content.decode()
    assert sign_in(client).headers["Location"] == "/"
    assert client.get("/sign-in").status_code == 302, "who is in needs no form"
    assert client.get("/sign-out").status_code == 200, "looking at the address ends nothing"
    assert client.session["_auth_user_id"]
    assert client.post("/sign-out").headers["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_the_session_of_before_is_worth_nothing_afterwards():
    """Session fixation: whoever knew the cookie before knows nothing of the one after."""
    client = browser()
    session = client.session
    session["planted"] = "x"
    session.save()
    client.cookies["sessionid"] = session.session_key
    sign_in(client)
    assert client.cookies["sessionid"].value != session.session_key
    stranger = browser()
    stranger.cookies["sessionid"] = session.session_key
    assert stranger.get("/profile").status_code == 302


@pytest.mark.parametrize("address", ["/sign-in", "/sign-out", "/sign-in/again"])
def test_a_form_without_its_token_is_refused(address):
    client = Client(enforce_csrf_checks=True)
    assert client.post(address, {"login": "mai", "password": PASSWORD}).status_code == 403
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example", "//evil.example", "///evil.example", "http:evil.example", "javascript:alert(1)",
        "/\\evil.example", "\\/evil.example", "/\t/evil.example", "%2F%2Fevil.example", "evil.example", "data:x",
    ],
)  # fmt: skip
def test_nobody_is_led_to_another_site(elsewhere):
    client = browser()
    assert 'name="next" value="/"' in client.get("/sign-in", {"next": elsewhere}).content.decode()
    assert sign_in(client, next=elsewhere).headers["Location"] == "/"
    assert browser_of("mai").get("/sign-in", {"next": elsewhere}).headers["Location"] == "/"


def browser_of(name):
    client = browser()
    sign_in(client, name)
    return client


def test_who_came_from_a_page_goes_back_to_it():
    assert sign_in(browser(), next="/tasks?agency=STC").headers["Location"] == "/tasks?agency=STC"


WRONG = [("mai", "wrong"), ("no-such-person", PASSWORD), ("closed", PASSWORD), ("invited", ""), ("x" * 500, "x")]


@pytest.mark.parametrize(("name", "password"), WRONG)
def test_whatever_is_wrong_is_told_in_the_same_words(name, password):
    made("closed", "officer")
    close_account(username="closed", by=OPERATOR, at=moment(1))
    made("invited", "officer", password=None)
    answer = sign_in(browser(), name, password or "x")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Tên tài khoản hoặc mật khẩu không đúng, hoặc tài khoản đã đóng." in page
    assert "_auth_user_id" not in answer.client.session


@pytest.mark.parametrize("name", ["mai", "no-such-person"])
def test_who_tries_out_passwords_has_to_wait(name):
    client = browser()
    for _ in range(MOST_FAILURES):
        assert sign_in(client, name, "wrong").status_code == 422
    answer = sign_in(client, name)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 900
    assert "15 phút" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert sign_in(client, name.upper()).status_code == 429, "the same name, written otherwise"


def test_others_and_elsewhere_are_not_locked_out():
    made("an", "officer")
    for _ in range(MOST_FAILURES):
        sign_in(browser(), "mai", "wrong")
    assert sign_in(browser(), "an").status_code == 302
    assert sign_in(browser(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_an_address_that_tries_out_many_names_has_to_wait():
    for number in range(MOST_OF_AN_ADDRESS):
        assert sign_in(browser(), f"name-{number}", "wrong").status_code == 422
    assert sign_in(browser()).status_code == 429
    assert sign_in(browser(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_signing_in_forgets_the_failures_of_that_name_and_of_no_other():
    for name in ("mai", "other"):
        for _ in range(MOST_FAILURES - 1):
            sign_in(browser(), name, "wrong")
    assert sign_in(browser()).status_code == 302
    for _ in range(MOST_FAILURES - 1):
        assert sign_in(browser(), "mai", "wrong").status_code == 422
    assert sign_in(browser(), "other", "wrong").status_code == 422
    assert sign_in(browser(), "other", "wrong").status_code == 429


def test_the_page_and_the_api_count_together():
    for _ in range(MOST_FAILURES):
        sign_in(browser(), "mai", "wrong")
    sent = {"username": "mai", "password": PASSWORD}
    assert browser().post("/api/v1/session", sent, content_type="application/json").status_code == 429


def test_a_forged_header_is_no_way_around(settings):
    for number in range(MOST_FAILURES):
        sign_in(browser(headers={"X-Forwarded-For": f"192.0.2.{number}"}), "mai", "wrong")
    assert sign_in(browser(headers={"X-Forwarded-For": "192.0.2.77"})).status_code == 429


def test_a_closed_account_is_out_at_once_and_comes_back_when_it_is_opened():
    client = browser_of("mai")
    close_account(username="mai", by=OPERATOR, at=moment(1))
    assert client.get("/profile").status_code == 302
    assert sign_in(browser()).status_code == 422
    reopen_account(username="mai", by=OPERATOR, at=moment(2))
    assert sign_in(browser()).status_code == 302


def test_the_page_is_kept_by_nobody():
    assert "no-store" in browser().get("/sign-in")["Cache-Control"]


@pytest.mark.parametrize("address", ["/accounts/login/", "/accounts/signup/", "/signup", "/accounts/password/reset/"])
def test_pages_of_the_library_that_are_not_ours_are_not_there(address):
    assert browser().get(address).status_code == 404
