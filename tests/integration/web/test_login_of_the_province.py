"""Signing in through the login of the province: whom it lets in, and what it is not believed."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.integration.web.accounts import browser, code_of, made, signed_in
from tests.integration.web.provider import CLIENT, SECRET, Provider
from tests.integration.web.test_second_factor import set_up
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import close_account
from tiendo.ledger.commands.means_of_signing_in import unbind_login
from tiendo.ledger.models import Account

pytestmark = pytest.mark.django_db
BACK = "/sign-in/province/back"
ALIEN = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def provider(db, settings):
    made("mai", "officer", password=None)
    found = Provider()
    settings.TIENDO = replace(
        settings.TIENDO,
        oidc_issuer=found.address,
        oidc_client_id=CLIENT,
        oidc_client_secret=SECRET,
        oidc_name="SSO Lạng Sơn",
    )
    app = {"provider_id": "province", "name": "SSO", "client_id": CLIENT, "secret": SECRET}
    app["settings"] = {"server_url": found.address}
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "SCOPE": ["openid", "profile"], "APPS": [app]}
    }
    yield found
    found.close()


def begin(client, **query):
    """Follow the button; what the provider is asked."""
    answer = client.get("/sign-in/province", query)
    assert answer.status_code == 302, answer.content.decode()
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def come_back(client, provider, asked, *, state=None, key=None, algorithm="RS256", **claims):
    """Come back with a code, for which the provider hands out a token."""
    claims = {"nonce": asked["nonce"], "preferred_username": "mai"} | claims
    provider.sign(key, algorithm, **claims)
    return client.get(BACK, {"code": "x", "state": state or asked["state"]})


def is_in(client):
    return client.get("/profile").status_code == 200


def test_the_button_leads_there_and_back_to_the_page(provider):
    client = browser()
    assert "Đăng nhập bằng SSO Lạng Sơn" in client.get("/sign-in").content.decode()
    asked = begin(client, next="/tasks")
    assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (CLIENT, "code", "S256")
    assert asked["redirect_uri"] == f"http://testserver{BACK}"
    before = client.session.session_key
    assert come_back(client, provider, asked).headers["Location"] == "/tasks"
    assert is_in(client)
    assert client.session.session_key != before
    assert "code_verifier" in provider.asked[0]


def test_without_the_setting_there_is_neither_button_nor_address(db):
    assert "/sign-in/province" not in browser().get("/sign-in").content.decode()
    assert browser().get("/sign-in/province").status_code == 404
    assert browser().get(BACK, {"code": "x", "state": "x"}).status_code == 404


def test_it_leads_to_no_other_site(provider):
    client = browser()
    asked = begin(client, next="https://evil.example")
    assert come_back(client, provider, asked).headers["Location"] == "/"


def test_of_what_a_token_says_only_the_subject_and_the_name_are_kept(provider):
    client = browser()
    come_back(client, provider, begin(client), email="mai@example.vn", name="Nguyễn Thị Mai", phone_number="0")
    kept = SocialAccount.objects.get()
    assert (kept.uid, kept.extra_data) == ("s-1", {"id_token": {"sub": "s-1", "preferred_username": "mai"}})
    assert not SocialToken.objects.exists()


LIES = {
    "another attempt": {"nonce": "x" * 32},
    "no attempt": {"nonce": None},
    "another site": {"aud": "somebody-else"},
    "another provider": {"iss": "https://evil.example"},
    "over": {"exp": 1},
    "nobody": {"sub": ""},
    "another key": {"key": ALIEN},
    "no key": {"key": "", "algorithm": "none"},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_does_not_prove_it_lets_nobody_in(provider, lie):
    client = browser()
    answer = come_back(client, provider, begin(client), **LIES[lie])
    assert answer.status_code == 403
    assert "Chưa đăng nhập được" in answer.content.decode()
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def signed_by_hand(claims, secret):
    """A token that the library would refuse to make: signed with a public key as if it were a secret."""
    parts = [json.dumps(part).encode() for part in ({"alg": "HS256", "kid": "one"}, claims)]
    said = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in parts)
    digest = hmac.new(secret, said, hashlib.sha256).digest()
    return (said + b"." + urlsafe_b64encode(digest).rstrip(b"=")).decode()


def test_the_public_key_is_no_secret_to_sign_with(provider):
    client = browser()
    asked = begin(client)
    public = provider.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    claims = {"iss": provider.address, "aud": CLIENT, "exp": 2**33, "sub": "s-1", "nonce": asked["nonce"]}
    provider.token = signed_by_hand(claims | {"preferred_username": "mai"}, public)
    assert client.get(BACK, {"code": "x", "state": asked["state"]}).status_code == 403
    assert not is_in(client)


def test_who_did_not_begin_here_does_not_come_in(provider):
    """A link with a code of somebody else's: login by request forgery."""
    client, other = browser(), browser()
    asked = begin(other)
    assert come_back(client, provider, asked).status_code == 403
    assert come_back(other, provider, asked, state="made-up").status_code == 403
    assert not is_in(client)


def test_an_attempt_works_once(provider):
    client = browser()
    asked = begin(client)
    come_back(client, provider, asked)
    client.post("/sign-out")
    assert come_back(client, provider, asked).status_code == 403


@pytest.mark.parametrize("query", [{}, {"error": "access_denied"}, {"error": "<script>alert(1)</script>"}])
def test_who_cancels_is_told_what_to_do(provider, query):
    client = browser()
    answer = client.get(BACK, query | {"state": begin(client)["state"]})
    assert answer.status_code == 403
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("name", ["no-such-person", "MAI", "", None, "mai\x00", "x" * 500, ["mai"]])
def test_who_has_no_account_is_told_whom_to_ask(provider, name):
    client = browser()
    answer = come_back(client, provider, begin(client), preferred_username=name, email="mai@example.vn")
    assert answer.status_code == 403
    assert "Chưa có tài khoản cho bạn" in answer.content.decode()
    assert not is_in(client)
    assert Account.objects.count() == 1


def test_a_closed_account_stays_closed(provider):
    first = browser()
    come_back(first, provider, begin(first))
    close_account(username="mai", by=OPERATOR, at=moment(1))
    client = browser()
    assert come_back(client, provider, begin(client)).status_code == 403
    assert not is_in(client)
    assert not is_in(first)


def test_a_name_that_was_given_to_somebody_else_opens_nothing(provider):
    client = browser()
    come_back(client, provider, begin(client))
    heir = browser()
    assert come_back(heir, provider, begin(heir), sub="s-2").status_code == 403
    renamed = browser()
    come_back(renamed, provider, begin(renamed), preferred_username="mai.nguyen")
    assert is_in(renamed), "the person is who the account is bound to, whatever they are called"
    unbind_login(username="mai", by=OPERATOR, at=moment(1))
    come_back(heir, provider, begin(heir), sub="s-2")
    assert is_in(heir)


def test_the_second_factor_is_asked_for_here_too(provider):
    made("an", "approver")
    secret, _ = set_up(signed_in("an"))
    client = browser()
    assert come_back(client, provider, begin(client), preferred_username="an").headers["Location"] == "/sign-in/code"
    assert not is_in(client)
    assert client.post("/sign-in/code", {"code": code_of(secret, 1)}).status_code == 302


def test_a_provider_that_says_it_is_another_is_not_believed(provider):
    provider.config = {"issuer": "https://evil.example"}
    client = browser()
    assert come_back(client, provider, begin(client)).status_code == 403


def test_a_provider_that_does_not_answer_is_a_page(provider):
    provider.close()
    assert browser().get("/sign-in/province").status_code == 403
    assert browser().get("/sign-in").status_code == 200
