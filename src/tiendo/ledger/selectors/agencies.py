"""Agencies and territories as the record knows them, with the days between which they are in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.ledger.actors import MACHINE
from tiendo.ledger.models import Act, Agency, Territory
from tiendo.ledger.selectors.viewing import Known
from tiendo.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyView:
    """An agency; `by` is who said so last, `None` for the lists of the product."""

    code: str
    name: str
    level: str
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    by: str | None

    def in_force(self, on: date) -> bool:
        """Whether it is at work on that day."""
        return not (self.valid_from and on < self.valid_from) and not (self.valid_to and on > self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryView:
    """A unit under one code for one stretch of time."""

    code: str
    kind: str
    name: str
    parent: str | None
    valid_from: date | None
    valid_to: date | None


def agencies(known: Known) -> list[AgencyView]:
    """All agencies of the record by their names."""
    entries = list(Agency.objects.standing(known.horizon))
    by = dict(Act.objects.filter(number__in={entry.act for entry in entries}).values_list("number", "by"))
    found = [
        AgencyView(
            code=entry.code,
            name=entry.name,
            level=entry.level,
            valid_from=entry.valid_from,
            valid_to=entry.valid_to,
            successors=tuple(entry.successors),
            by=None if by[entry.act] == MACHINE.name else by[entry.act],
        )
        for entry in entries
    ]
    return sorted(found, key=lambda one: (fold(one.name), one.code))


def territories(known: Known) -> list[TerritoryView]:
    """All units of the record by their codes and days."""
    found = [
        TerritoryView(
            code=entry.code,
            kind=entry.kind,
            name=entry.name,
            parent=entry.parent,
            valid_from=entry.valid_from,
            valid_to=entry.valid_to,
        )
        for entry in Territory.objects.standing(known.horizon)
    ]
    return sorted(found, key=lambda one: (one.code, one.valid_from or date.min))
