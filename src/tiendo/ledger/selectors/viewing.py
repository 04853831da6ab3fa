"""Who looks, at what was known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db import connection
from django.utils.timezone import localdate

from tiendo.ledger.actors import PUBLIC, Actor
from tiendo.ledger.agencies import follow
from tiendo.ledger.canonical import GENESIS
from tiendo.ledger.chain import seal_at
from tiendo.ledger.models import Act, Role
from tiendo.ledger.permissions import Permission, Scope, may
from tiendo.ledger.selectors.horizon import horizon_at


@dataclass(frozen=True, slots=True)
class Known:
    """What was known at a moment: the number of the last entry, and the digest that stands for all up to there."""

    horizon: int
    seal: bytes


def known_at(moment: date | datetime | None = None) -> Known:
    """What was known at a moment, by default now; a day means its end."""
    if moment is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT last_entry, digest FROM ledger_act ORDER BY number DESC LIMIT 1")
            last = cursor.fetchone()
        known = Known(last[0], bytes(last[1])) if last else Known(0, GENESIS)
        follow(known.seal)
        return known
    return known_until(horizon_at(moment))


def known_until(horizon: int) -> Known:
    """What was known when the entry with that number had been made."""
    return Known(horizon, seal_at(horizon))


def moment_of(known: Known) -> datetime | None:
    """When the last change was made that was known; `None` for an empty record."""
    return Act.objects.filter(last_entry__lte=known.horizon).order_by("-number").values_list("at", flat=True).first()


def last_day_of(known: Known) -> date:
    """The day of that change, in the time zone of the settings; today for an empty record."""
    return localdate(moment_of(known))


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks at the record, with what they may see of what is not published."""

    actor: Actor = PUBLIC

    @cached_property
    def sees_everything(self) -> bool:
        """Whether nothing is hidden from this viewer."""
        return any(
            granted.role != Role.REPORTER and granted.agency is None and granted.territory is None
            for granted in self.actor.roles
        )

    @cached_property
    def reports_for(self) -> frozenset[str]:
        """The agencies that the viewer speaks for."""
        return frozenset(
            granted.agency for granted in self.actor.roles if granted.role == Role.REPORTER and granted.agency
        )

    def may_read_drafts(self, *, agency: str | None = None, territory: str | None = None) -> bool:
        """Whether what is not published may be seen, of that agency and territory."""
        return may(self.actor, Permission.READ_DRAFTS, Scope(agency, territory))


def moments_of(acts: set[int]) -> dict[int, datetime]:
    """When these acts were done."""
    return dict(Act.objects.filter(number__in=acts).values_list("number", "at"))
