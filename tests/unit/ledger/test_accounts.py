from __future__ import annotations

from datetime import timedelta

import pytest

from tests.unit.ledger.samples import MORNING, moment
from tiendo.facts.errors import InvalidChange, NoSuchEntry, NotPermitted
from tiendo.ledger.actors import OPERATOR, Actor, actor_of
from tiendo.ledger.commands.accounts import (
    SECRET_START,
    close_account,
    make_account,
    make_token,
    revoke_token,
    set_password,
)
from tiendo.ledger.commands.grant_role import grant_role
from tiendo.ledger.models import Account, ApiToken, Role
from tiendo.ledger.selectors.accounts import accounts
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-bia-dat"


def made(username="mai", **more):
    return make_account(username=username, password=PASSWORD, by=OPERATOR, at=MORNING, **more)


def test_a_new_account_may_do_nothing():
    made()
    account = Account.objects.get(username="mai")
    assert account.check_password(PASSWORD)
    assert actor_of(account, FOREVER).roles == ()


@pytest.mark.parametrize(
    "name", ["public", "Operator", "machine", "MAI", "", "a b", "x" * 151, "mai\n", "ma\x00i", "=x"]
)
def test_a_name_that_is_taken_reserved_or_none_is_refused(name):
    made()
    with pytest.raises(InvalidChange):
        made(name)


@pytest.mark.parametrize("password", ["short", "1" * 20, "password1234", "hoa-nguyen-hoa"])
def test_a_password_that_is_easy_to_guess_is_refused_in_both_languages(password):
    with pytest.raises(InvalidChange) as refused:
        make_account(username="hoa-nguyen-hoa", password=password, by=OPERATOR, at=MORNING)
    assert refused.value.vi != refused.value.en
    assert not Account.objects.exists()


def test_a_token_is_shown_once_and_kept_as_its_hash():
    made()
    token = make_token(username="mai", name=" báo cáo ", by=OPERATOR, at=MORNING)
    kept = ApiToken.objects.get(pk=token.number)
    assert token.secret.startswith(SECRET_START)
    assert token.secret not in (kept.secret_sha256, kept.name)
    assert kept.name == "báo cáo"


def test_people_make_and_revoke_tokens_of_their_own_and_of_nobody_else():
    made()
    made("hoa")
    mai = Actor("mai")
    token = make_token(username="mai", name="x", by=mai, at=MORNING)
    revoke_token(token=token.number, by=mai, at=moment(1))
    assert ApiToken.objects.get().revoked_at == moment(1)
    with pytest.raises(NotPermitted):
        make_token(username="hoa", name="x", by=mai, at=MORNING)
    with pytest.raises(NotPermitted):
        set_password(username="hoa", password=PASSWORD, by=mai, at=MORNING)


def test_a_token_revoked_twice_keeps_its_first_moment():
    made()
    token = make_token(username="mai", name="x", by=OPERATOR, at=MORNING)
    for hours in (1, 2):
        revoke_token(token=token.number, by=OPERATOR, at=moment(hours))
    assert ApiToken.objects.get().revoked_at == moment(1)


def test_a_closed_account_has_no_roles_and_its_tokens_hold_no_longer():
    made()
    grant_role(account="mai", role=Role.OFFICER, territory="20", by=OPERATOR, at=MORNING, why="x")
    make_token(username="mai", name="x", by=OPERATOR, at=MORNING)
    close_account(username="mai", by=OPERATOR, at=moment(1))
    (shown,) = accounts()
    assert (shown.active, len(shown.roles), shown.tokens[0].revoked_at) == (False, 1, moment(1))
    assert actor_of(Account.objects.get(username="mai"), FOREVER).roles == ()
    with pytest.raises(InvalidChange):
        make_token(username="mai", name="x", by=OPERATOR, at=moment(2))


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_token_says_what_it_is_for(name):
    made()
    with pytest.raises(InvalidChange):
        make_token(username="mai", name=name, by=OPERATOR, at=MORNING)


def test_a_token_ends_after_it_begins():
    made()
    with pytest.raises(InvalidChange):
        make_token(username="mai", name="x", expires_at=MORNING - timedelta(1), by=OPERATOR, at=MORNING)


def test_what_is_not_there_is_said_not_to_be_there():
    for call in (
        lambda: close_account(username="mai", by=OPERATOR, at=MORNING),
        lambda: revoke_token(token=9, by=OPERATOR, at=MORNING),
        lambda: set_password(username="mai", password=PASSWORD, by=OPERATOR, at=MORNING),
    ):
        with pytest.raises(NoSuchEntry):
            call()
