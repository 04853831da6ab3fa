"""Agencies as a search can find them: by name, by the abbreviations that are used of them, by their code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tiendo.ledger import models
from tiendo.ledger.findable import Findable, Kind
from tiendo.reference.agencies import agency_name, all_agencies
from tiendo.reference.committees import COMMITTEE, COUNCIL


def agencies(horizon: int) -> list[Findable]:
    """All bodies of the record, those in force first, and the committees of its territories."""
    return sorted((*_listed(horizon), *_committees(horizon)), key=lambda one: one.day is not None)


def _listed(horizon: int) -> Iterator[Findable]:
    aliases = {one.code: one.aliases for one in all_agencies()}
    rows = models.Agency.objects.standing(horizon).order_by("id").values_list("code", "name", "valid_to")
    for code, name, last_day in rows:
        yield Findable(kind=Kind.AGENCY, key=code, title=name, names=aliases.get(code, ()), codes=(code,), day=last_day)


def _committees(horizon: int) -> Iterator[Findable]:
    """The people's committee of each territory that the record has from the inside, and the councils of provinces.

    One code is one page, whichever unit bore it when, so it is found by the names of all of them.
    """
    columns = ("code", "kind", "name", "parent", "valid_to")
    rows = list(models.Territory.objects.standing(horizon).order_by("id").values_list(*columns))
    parents = {parent for _, _, _, parent, _ in rows}
    called: dict[str, dict[str, date | None]] = {}
    for code, kind, name, parent, last_day in rows:
        if parent or code in parents:
            called.setdefault(code, {})[f"{kind} {name}"] = last_day
    for code, units in called.items():
        bodies = (COMMITTEE,) if code not in parents else (COMMITTEE, COUNCIL)
        for body in bodies:
            yield _committee(f"{body}-{code}", units)


def _committee(code: str, units: dict[str, date | None]) -> Findable:
    latest = list(units)[-1]
    last_day = None if None in units.values() else max(day for day in units.values() if day)
    return Findable(
        kind=Kind.AGENCY,
        key=code,
        title=agency_name(code, last_day or date.max) or latest,
        names=tuple(f"{code.partition('-')[0]} {unit}" for unit in units),
        codes=(code,),
        day=last_day,
    )
