"""Made-up people, each with one role and a token."""

from __future__ import annotations

from dataclasses import dataclass

from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.accounts import make_account, make_token
from tiendo.ledger.commands.grant_role import grant_role
from tiendo.ledger.models import Role

PASSWORD = "mot-mat-khau-bia-dat"

# Name, role, agency, territory. The sample lies in territory 20, its agency is STC.
ROLES = {
    "nobody": None,
    "reporter": (Role.REPORTER, "STC", "20"),
    "other-reporter": (Role.REPORTER, "SCT", "20"),
    "officer": (Role.OFFICER, None, "20"),
    "other-officer": (Role.OFFICER, None, "04"),
    "approver": (Role.APPROVER, None, "20"),
    "other-approver": (Role.APPROVER, None, "04"),
    "administrator": (Role.ADMINISTRATOR, None, None),
    "other-administrator": (Role.ADMINISTRATOR, None, "04"),
}


@dataclass(frozen=True)
class People:
    """The secrets of everybody's tokens, by name."""

    tokens: dict[str, str]


def make_people() -> People:
    """One account a line of `ROLES`, with a token."""
    tokens = {}
    for name, granted in ROLES.items():
        make_account(username=name, password=PASSWORD, by=OPERATOR, at=moment(0))
        if granted:
            role, agency, territory = granted
            grant_role(
                account=name, role=role, agency=agency, territory=territory, by=OPERATOR, at=moment(0), why="test"
            )
        tokens[name] = make_token(username=name, name="test", by=OPERATOR, at=moment(0)).secret
    return People(tokens)
