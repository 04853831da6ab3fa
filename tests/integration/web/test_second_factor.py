"""The second factor: set up, asked for, lost, required."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator

from tests.integration.web.accounts import PASSWORD, browser, code_of, made, sign_in, signed_in
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_token
from tiendo.ledger.commands.means_of_signing_in import reset_second_factor

pytestmark = pytest.mark.django_db
APP = "/profile/second-factor/app"
CODES = "/profile/second-factor/codes"


def set_up(client):
    """Set it up as a person does; the secret and the recovery codes."""
    page = client.get(APP).content.decode()
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page).group(1).replace(" ", "")
    assert client.post(APP, {"code": code_of(secret)}).headers["Location"] == CODES
    return secret, re.findall(r"<li>(\d{8})</li>", client.get(CODES).content.decode())


@pytest.fixture
def mai(db):
    made("mai", "officer")
    return signed_in("mai")


def test_the_code_is_asked_for_and_nothing_is_open_before(mai):
    secret, _ = set_up(mai)
    client = browser()
    assert sign_in(client).headers["Location"] == "/sign-in/code"
    assert client.get("/profile").status_code == 302
    assert client.post("/sign-in/code", {"code": "000000"}).status_code == 422
    assert client.get("/profile").status_code == 302
    before = client.session.session_key
    assert client.post("/sign-in/code", {"code": code_of(secret, 1)}).headers["Location"] == "/"
    assert client.get("/profile").status_code == 200
    assert client.session.session_key != before


def test_a_code_works_once(mai):
    secret, _ = set_up(mai)
    code = code_of(secret, 1)
    for expected in (302, 422):
        client = browser()
        sign_in(client)
        assert client.post("/sign-in/code", {"code": code}).status_code == expected


def test_recovery_codes_are_shown_once_and_each_works_once(mai):
    _, codes = set_up(mai)
    assert len(codes) == 10
    assert codes[0] not in mai.get(CODES).content.decode()
    for expected in (302, 422):
        client = browser()
        sign_in(client)
        assert client.post("/sign-in/code", {"code": codes[0]}).status_code == expected


def test_recovery_codes_can_be_saved_as_a_file_and_nothing_else_can(mai):
    _, codes = set_up(mai)
    answer = mai.post(f"{CODES}/file", {"codes": " ".join(codes)})
    assert answer["Content-Type"].startswith("text/plain")
    assert "attachment" in answer["Content-Disposition"]
    assert codes[3] in answer.content.decode()
    assert mai.post(f"{CODES}/file", {"codes": "<script>"}).status_code == 400


def test_who_tries_out_codes_has_to_wait(mai):
    secret, _ = set_up(mai)
    client = browser()
    sign_in(client)
    for _ in range(5):
        assert client.post("/sign-in/code", {"code": "000000"}).status_code == 422
    assert client.post("/sign-in/code", {"code": code_of(secret, 1)}).status_code == 429


def test_the_secret_is_kept_encrypted(mai):
    secret, codes = set_up(mai)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert not any(code in kept for code in codes)


def test_with_another_key_no_code_fits(mai, settings):
    secret, codes = set_up(mai)
    settings.SECRET_KEY = "y" * 64
    client = browser()
    sign_in(client)
    for code in (code_of(secret, 1), codes[0]):
        assert client.post("/sign-in/code", {"code": code}).status_code == 422


def test_the_api_is_no_way_around(mai):
    set_up(mai)
    sent = {"username": "mai", "password": PASSWORD}
    answer = browser().post("/api/v1/session", sent, content_type="application/json")
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/second-factor-required")


def test_before_it_is_changed_one_says_again_who_one_is(mai):
    set_up(mai)
    session = mai.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    assert mai.post("/profile/second-factor/remove").headers["Location"].startswith("/sign-in/again?next=")
    assert mai.post("/sign-in/again", {"password": "wrong"}).status_code == 422
    assert Authenticator.objects.exists()
    assert mai.post("/sign-in/again", {"password": PASSWORD, "next": "/profile/second-factor"}).status_code == 302
    mai.post("/profile/second-factor/remove")
    assert not Authenticator.objects.exists()


def test_an_administrator_helps_whoever_lost_the_telephone(mai):
    set_up(mai)
    reset_second_factor(username="mai", by=OPERATOR, at=moment(1))
    assert sign_in(browser()).headers["Location"] == "/"


@pytest.fixture
def required(settings):
    from dataclasses import replace

    settings.TIENDO = replace(settings.TIENDO, second_factor="required")


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("role", ["approver", "administrator"])
def test_where_it_is_required_nothing_is_changed_before(db, role):
    made("an", role)
    client = signed_in("an")
    assert client.get("/").status_code == 200, "reading needs none"
    answer = client.post("/profile/tokens", {"label": "x", "days": "30"})
    assert answer.headers["Location"] == "/profile/second-factor"
    api = client.post("/api/v1/documents/1/publication", {"why": "x"}, content_type="application/json")
    assert (api.status_code, api.json()["type"]) == (403, "/problems/second-factor-required")
    set_up(client)
    assert client.post("/profile/tokens", {"label": "x", "days": "30"}).status_code == 200


@pytest.mark.usefixtures("required", "mai")
def test_where_it_is_required_others_and_programs_need_none():
    assert signed_in("mai").post("/profile/tokens", {"label": "x", "days": "30"}).status_code == 200
    made("an", "approver")
    secret = make_token(username="an", name="x", by=OPERATOR, at=moment(1)).secret
    client = browser(headers={"Authorization": f"Bearer {secret}"})
    answer = client.post("/api/v1/documents/1/publication", {"why": "x"}, content_type="application/json")
    assert answer.status_code == 404
