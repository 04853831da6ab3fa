"""Who asks or changes something: a name, and the roles that were granted to it."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.ledger.models import Account, Grant, Role


@dataclass(frozen=True, slots=True)
class GrantedRole:
    """A role, within an agency and a territory where these are given."""

    role: Role
    agency: str | None = None
    territory: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with a name that the record writes down; without roles it is the public."""

    name: str
    roles: tuple[GrantedRole, ...] = ()


PUBLIC = Actor("public")

_EVERYTHING = (GrantedRole(Role.ADMINISTRATOR),)

OPERATOR = Actor("operator", _EVERYTHING)
"""Whoever works at the command line of the machine that holds the record: the data folder is theirs already."""

MACHINE = Actor("machine", _EVERYTHING)
"""The program itself, when it sets up the record or keeps its reference lists up to date."""

RESERVED_NAMES = frozenset(actor.name for actor in (PUBLIC, OPERATOR, MACHINE))
"""Names that no account may bear: the record would not tell them apart."""


def actor_of(account: Account, horizon: int) -> Actor:
    """An account with the roles that were granted to it; none where it was closed."""
    if not account.is_active:
        return Actor(account.username)
    grants = Grant.objects.standing(horizon).filter(account=account.username)
    return Actor(
        account.username,
        tuple(GrantedRole(Role(grant.role), grant.agency, grant.territory) for grant in grants),
    )
