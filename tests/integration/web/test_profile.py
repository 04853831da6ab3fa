"""One's own account: password, sessions, tokens, and what one did."""

from __future__ import annotations

import re

import pytest
from axes.models import AccessAttempt

from tests.integration.web.accounts import PASSWORD, browser, made, sign_in, signed_in
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_token
from tiendo.ledger.models import ApiToken

pytestmark = pytest.mark.django_db
NEW = "mot-mat-khau-bia-khac"
CHANGED = {"old": PASSWORD, "password": NEW, "again": NEW}


@pytest.fixture
def mai(db):
    made("mai", "officer", territory="20")
    return signed_in("mai")


def is_in(client):
    return client.get("/profile").status_code == 200


def test_it_says_who_i_am_and_what_i_may_do_where(mai):
    page = mai.get("/profile").content.decode()
    assert "Tài khoản mai" in page
    assert "Chuyên viên" in page
    assert "tỉnh Lạng Sơn" in page


@pytest.mark.parametrize("address", ["/profile", "/profile/password", "/profile/second-factor"])
def test_the_public_is_asked_to_sign_in(db, address):
    assert browser().get(address).headers["Location"] == f"/sign-in?next={address.replace('/', '%2F')}"


def test_a_new_password_ends_every_session_but_this_one(mai):
    elsewhere = signed_in("mai")
    key = mai.session.session_key
    assert mai.post("/profile/password", CHANGED).headers["Location"] == "/profile"
    assert is_in(mai)
    assert mai.session.session_key != key
    assert not is_in(elsewhere)
    assert sign_in(browser()).status_code == 422
    assert sign_in(browser(), "mai", NEW).status_code == 302


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"old": "wrong"}, "Mật khẩu hiện nay không đúng"),
        ({"again": "x"}, "không giống nhau"),
        ({"password": "x", "again": "x"}, "quá ngắn"),
    ],
)
def test_a_password_that_cannot_be_is_said(mai, sent, said):
    answer = mai.post("/profile/password", CHANGED | sent)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert sign_in(browser()).status_code == 302


def test_who_finds_an_open_browser_cannot_try_out_passwords(mai):
    for _ in range(5):
        mai.post("/profile/password", CHANGED | {"old": "wrong"})
    assert mai.post("/profile/password", CHANGED).status_code == 429


def test_nothing_that_was_meant_as_a_password_is_kept_anywhere(mai):
    mai.post("/profile/password", {"old": "hong-phai", "password": NEW, "again": NEW})
    sign_in(browser(), "mai", "hong-phai")
    kept = str(list(AccessAttempt.objects.values()))
    assert "hong-phai" not in kept
    assert NEW not in kept


def test_the_other_sessions_can_be_ended(mai):
    elsewhere = signed_in("mai")
    stranger = made("an", "officer") or signed_in("an")
    assert mai.get("/profile").content.decode().count('<td class="num">127.0.0.1</td>') == 2
    mai.post("/profile/sessions/end")
    assert (is_in(mai), is_in(elsewhere), is_in(stranger)) == (True, False, True)


def test_a_token_is_shown_once_and_works_until_it_is_revoked(mai):
    page = mai.post("/profile/tokens", {"label": "báo cáo", "days": "30"}).content.decode()
    secret = re.search(r"tiendo_[\w-]+", page).group(0)
    program = browser(headers={"Authorization": f"Bearer {secret}"})
    assert program.get("/api/v1/session").json()["account"] == "mai"
    assert secret not in mai.get("/profile").content.decode()
    mai.post(f"/profile/tokens/{ApiToken.objects.get().pk}/revoke")
    assert program.get("/api/v1/session").status_code == 401


@pytest.mark.parametrize(
    "sent", [{"label": "", "days": "30"}, {"label": "x", "days": "9999"}, {"label": "x" * 200, "days": "30"}]
)
def test_a_token_without_a_purpose_or_an_end_is_refused(mai, sent):
    assert mai.post("/profile/tokens", sent).status_code in (400, 422)
    assert not ApiToken.objects.exists()


def test_nobody_revokes_a_token_of_somebody_else(mai):
    made("an", "officer")
    number = make_token(username="an", name="x", by=OPERATOR, at=moment(1)).number
    assert mai.post(f"/profile/tokens/{number}/revoke").status_code == 403
    assert ApiToken.objects.get().revoked_at is None
