"""Accounts for the tests of signing in, and browsers that use them."""

from __future__ import annotations

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_account
from tiendo.ledger.commands.grant_role import grant_role
from tiendo.ledger.models import Role

PASSWORD = "mot-mat-khau-bia-dat"


def made(name, role=None, *, password=PASSWORD, territory=None, agency=None):
    """An account with a role."""
    make_account(username=name, password=password, by=OPERATOR, at=moment(0))
    if role:
        grant_role(
            account=name, role=Role(role), territory=territory, agency=agency, by=OPERATOR, at=moment(0), why="x"
        )


def browser(**options):
    """A browser of the public."""
    return Client(**options)


def sign_in(client, name="mai", password=PASSWORD, **more):
    """Send the form of the page."""
    answer = client.post("/sign-in", {"login": name, "password": password, **more})
    answer.client = client
    return answer


def signed_in(name):
    """A browser of somebody who has just signed in."""
    client = browser()
    assert sign_in(client, name).status_code == 302
    return client


def code_of(secret, step=0):
    """What the app shows for a secret, so many steps of half a minute from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))
