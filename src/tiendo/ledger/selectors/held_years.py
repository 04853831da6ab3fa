"""For which provinces and years there are results: each can be had as a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import connection

from tiendo.ledger.models import Observation
from tiendo.ledger.selectors.rows import not_superseded
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.reference.territories import all_territories, bearers

_MOMENTS_KEPT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldYear:
    """There are results of a province, or of units in it, with periods that end in a year."""

    province: str
    year: int


def held_years(viewer: Viewer, known: Known) -> tuple[HeldYear, ...]:
    """What a viewer may see, the latest year first; what is of no province is left out."""
    visible = visible_to(viewer, known)
    found = {
        (-year, province)
        for territory, year, document, submission in _stated(known, visible.unseen)
        if (province := province_of(territory, year)) is not None
        and visible.source_of(document, submission) is not None
    }
    return tuple(HeldYear(province=province, year=-past) for past, province in sorted(found))


def units_of(province: str) -> tuple[str, ...]:
    """The codes of a province and of every unit that ever lay in it; nothing for what is no province."""
    units = [unit.code for unit in all_territories() if _is_in(unit.code, province)]
    return tuple(dict.fromkeys(units))


def province_of(code: str, year: int) -> str | None:
    """The province that a unit lay in at the end of a year, or the last one that it ever lay in."""
    units = bearers(code)
    at_the_end = [unit for unit in units if unit.validity.covers(date(year, 12, 31))]
    unit = next(iter(at_the_end or units[-1:]), None)
    if unit is None or unit.parent is None:
        return unit.code if unit is not None and unit.level == "province" else None
    return province_of(unit.parent, year)


def _is_in(code: str, province: str) -> bool:
    return code == province or any(unit.parent and _is_in(unit.parent, province) for unit in bearers(code))


@lru_cache(maxsize=_MOMENTS_KEPT)
def _stated(known: Known, unseen: frozenset[int]) -> tuple[tuple[str, int, int | None, int | None], ...]:
    """Territory, year, document and submission of what stands; going through millions is done once for each state."""
    table = connection.ops.quote_name(Observation._meta.db_table)
    day = "CAST(e.last_day AS TEXT)" if connection.vendor == "sqlite" else "to_char(e.last_day, 'YYYY-MM-DD')"
    standing, given = not_superseded(table, known.horizon, unseen)
    query = (
        f"SELECT DISTINCT e.territory, substr({day}, 1, 4), e.document, e.submission FROM {table} e "  # noqa: S608
        "WHERE e.id <= %s AND NOT e.withdrawn AND e.territory IS NOT NULL AND e.last_day IS NOT NULL "
        f"AND {standing}"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [known.horizon, *given])
        rows = cursor.fetchall()
    return tuple((territory, int(year), *source) for territory, year, *source in rows)
