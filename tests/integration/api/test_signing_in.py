"""Tokens and sessions: who comes in, who does not, and what they are told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.integration.api.people import PASSWORD
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import close_account, make_token, revoke_token, set_password
from tiendo.ledger.models import ApiToken
from tiendo.web.api.attempts import MOST_FAILURES

pytestmark = pytest.mark.django_db
URL = "/api/v1/session"
TASKS = "/api/v1/tasks"


def browser(**options):
    return Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"}, **options)


def sign_in(client, username="officer", password=PASSWORD):
    body = json.dumps({"username": username, "password": password})
    return client.post(URL, body, content_type="application/json")


def kind(answer):
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def with_token(secret):
    return Client(headers={"Authorization": f"Bearer {secret}"})


def test_somebody_who_signed_in_is_known_with_the_roles_and_can_leave(people):
    client = browser()
    assert client.get(URL).json() == {"account": None, "roles": [], "csrfToken": None}
    told = sign_in(client).json()
    assert (told["account"], told["roles"]) == ("officer", [{"role": "officer", "agency": None, "territory": "20"}])
    assert client.get(URL).json()["account"] == "officer"
    assert client.delete(URL, headers={"X-CSRFToken": told["csrfToken"]}).status_code == 204
    assert client.get(URL).json()["account"] is None


def test_a_change_within_a_session_needs_the_token_against_forgery(people, sample):
    client = browser()
    token = sign_in(client, "approver").json()["csrfToken"]
    path, body = f"/api/v1/documents/{sample.draft}/publication", json.dumps({"why": "x"})
    assert kind(client.post(path, body, content_type="application/json")) == (403, "forged-request")
    sent = {"X-CSRFToken": token}
    assert client.post(path, body, content_type="application/json", headers=sent).status_code == 201


def test_a_session_that_is_over_is_said_to_be_over_and_one_can_sign_in_again(people):
    client = browser()
    sign_in(client)
    Session.objects.update(expire_date=datetime.now(UTC) - timedelta(minutes=1))
    assert kind(client.get(TASKS)) == (401, "session-over")
    assert client.get(TASKS).status_code == 200, "the cookie was taken back"
    assert sign_in(client).status_code == 200


def test_a_made_up_session_is_refused(people):
    client = browser()
    client.cookies["sessionid"] = "x" * 32
    answer = client.get(TASKS)
    assert kind(answer) == (401, "session-over")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_new_password_ends_the_sessions_of_before(people):
    client = browser()
    sign_in(client)
    set_password(username="officer", password="mot-mat-khau-bia-khac", by=OPERATOR, at=moment(1))
    assert kind(client.get(TASKS)) == (401, "session-over")


@pytest.mark.parametrize(("username", "password"), [("officer", "wrong"), ("no-such-person", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_are_told_the_same(people, username, password):
    answer = sign_in(browser(), username, password)
    assert kind(answer) == (401, "wrong-credentials")
    assert "name or the password" in answer.json()["detail"]


def test_a_closed_account_is_told_the_same_as_a_wrong_password(people):
    wrong = sign_in(browser(), "officer", "wrong").content
    close_account(username="officer", by=OPERATOR, at=moment(1))
    assert sign_in(browser()).content == wrong


@pytest.mark.parametrize("username", ["officer", "no-such-person"])
def test_who_tries_out_passwords_has_to_wait(people, username):
    client = browser()
    for _ in range(MOST_FAILURES):
        assert kind(sign_in(client, username, "wrong"))[0] == 401
    answer = sign_in(client, username)
    assert kind(answer) == (429, "too-many-attempts")
    assert int(answer["Retry-After"]) > 0
    assert sign_in(client, "approver").status_code == 200, "others may still come in"
    elsewhere = browser(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere).status_code == 200, "and the same person from elsewhere"


@pytest.mark.parametrize(
    "written", ["", "Bearer", "Bearer ", "Bearer x", "Basic eDp5", "bearer\tx", "Bearer " + "x" * 5_000, "Bearer é"]
)
def test_a_wrong_token_is_refused_for_readings_too(people, written):
    answer = Client(headers={"Authorization": written}).get(TASKS)
    assert kind(answer) == (401, "wrong-token")
    assert 'error="invalid_token"' in answer["WWW-Authenticate"]


def test_a_token_of_another_case_of_the_scheme_is_taken(people):
    assert Client(headers={"Authorization": f"bearer {people.tokens['officer']}"}).get(TASKS).status_code == 200


def test_a_token_that_is_over_revoked_or_of_a_closed_account_is_refused(people):
    now = datetime.now(UTC)
    over = make_token(
        username="officer", name="x", expires_at=now - timedelta(seconds=1), by=OPERATOR, at=now - timedelta(days=1)
    )
    revoked = make_token(username="officer", name="x", expires_at=now + timedelta(days=1), by=OPERATOR, at=now)
    assert with_token(revoked.secret).get(TASKS).status_code == 200
    revoke_token(token=revoked.number, by=OPERATOR, at=now)
    close_account(username="approver", by=OPERATOR, at=now)
    for secret in (over.secret, revoked.secret, people.tokens["approver"]):
        assert kind(with_token(secret).get(TASKS)) == (401, "wrong-token")


def test_only_the_hash_of_a_token_is_kept(people):
    kept = {one.secret_sha256 for one in ApiToken.objects.all()}
    assert not kept & set(people.tokens.values())
    assert all(len(one) == 64 for one in kept)


def test_the_role_that_was_just_granted_counts_at_once(people, sample):
    from tiendo.ledger.commands.grant_role import grant_role
    from tiendo.ledger.models import Role

    client = with_token(people.tokens["nobody"])
    assert client.get(f"/api/v1/documents/{sample.draft}").status_code == 404
    grant_role(account="nobody", role=Role.OFFICER, territory="20", by=OPERATOR, at=moment(20), why="x")
    assert client.get(f"/api/v1/documents/{sample.draft}").status_code == 200
