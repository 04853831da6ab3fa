"""Who changed the record, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from tiendo.ledger.models import Act
from tiendo.ledger.selectors.pages import Asked, Page
from tiendo.ledger.selectors.viewing import Known, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ActView:
    """An act; it made the entries from `first_entry` to `last_entry`. The digests seal it (see `chain.py`)."""

    number: int
    command: str
    by: str
    at: datetime
    why: str
    first_entry: int
    last_entry: int
    previous: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFilter:
    """Which acts; `None` asks for all. `entry` is the number of an entry that it made."""

    entry: int | None = None
    by: str | None = None
    command: str | None = None
    changed_after: int | None = None


def acts(wanted: ActFilter, viewer: Viewer, known: Known, asked: Asked) -> Page[ActView]:
    """A page of acts. Who may see everything sees all of them, anybody else only their own."""
    seen = Q() if viewer.sees_everything else Q(by=viewer.actor.name)
    conditions = {
        "by": wanted.by,
        "command": wanted.command,
        "first_entry__lte": wanted.entry,
        "last_entry__gte": wanted.entry,
        "last_entry__gt": wanted.changed_after,
    }
    said = {name: value for name, value in conditions.items() if value is not None}
    rows = Act.objects.filter(seen, number__gt=asked.after, first_entry__lte=known.horizon).filter(**said)
    found = list(rows.order_by("number")[: asked.limit + 1])
    shown = tuple(_view(one) for one in found[: asked.limit])
    return Page(shown, shown[-1].number if len(found) > asked.limit else None)


@dataclass(frozen=True, slots=True)
class RecordSize:
    """How many acts and entries the record has, and when the last act was; `None` where there is none."""

    acts: int
    entries: int
    last_at: datetime | None


def record_size(known: Known) -> RecordSize:
    """How much was recorded until then."""
    last = Act.objects.filter(first_entry__lte=known.horizon).order_by("-number").values_list("number", "at").first()
    return RecordSize(last[0] if last else 0, known.horizon, last[1] if last else None)


def latest_acts(by: str, known: Known, most: int) -> list[ActView]:
    """The last acts of somebody, the latest first."""
    return [_view(one) for one in Act.objects.filter(by=by, first_entry__lte=known.horizon).order_by("-number")[:most]]


def _view(act: Act) -> ActView:
    return ActView(
        number=act.number,
        command=act.command,
        by=act.by,
        at=act.at,
        why=act.why,
        first_entry=act.first_entry,
        last_entry=act.last_entry,
        previous=bytes(act.previous).hex(),
        digest=bytes(act.digest).hex(),
    )
