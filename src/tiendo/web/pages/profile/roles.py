"""Roles in words, with where they count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiendo.ledger.selectors.accounts import RoleView
from tiendo.reference.agencies import agency_name
from tiendo.reference.territories import NATIONAL, bearers, territory


@dataclass(frozen=True, slots=True)
class SpokenRole:
    """A granted role: its number, the key of its words, and the names of its agency and territory."""

    number: int
    role: str
    agency: str
    territory: str

    @property
    def words(self) -> str:
        """The key of what the role is called."""
        return f"role.{self.role}"


def spoken(roles: Iterable[RoleView], on: date) -> list[SpokenRole]:
    """The roles with names in the place of codes."""
    return [
        SpokenRole(
            one.number,
            one.role.value,
            _agency(one.agency, on) if one.agency else "",
            place_name(one.territory, on) if one.territory else "",
        )
        for one in roles
    ]


def place_name(code: str, on: date) -> str:
    """The name of a unit on that day, else the last that it had, else its code."""
    if code == NATIONAL:
        return "Việt Nam"
    unit = territory(code, on) or next(iter(bearers(code)[::-1]), None)
    return unit.title if unit else code


def _agency(code: str, on: date) -> str:
    return agency_name(code, on) or code
