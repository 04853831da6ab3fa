"""Territories as reference areas: a code that several units bore in time is told apart by the day it began anew.

`VN20` is the province with the code 20 of the national list: the schema wants a letter first where a code names the one
around it. The first unit that bore a code is just that (`VN05977`), a later one has its own first day behind it
(`VN05977_20250701`): codes were put to new use when districts were given up on 1 July 2025.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.definition import AREAS
from tiendo.publishing.sdmx.model import Item, ItemList
from tiendo.reference.territories import NATIONAL, Territory, all_territories, bearers

_REMEMBERED = 65_536  # codes times days of a large record


@lru_cache(maxsize=_REMEMBERED)
def area_of(code: str, day: str) -> str:
    """The reference area of a code on a day (`2022-03-31`), also of a code that no list knows.

    Of a unit that was not in force on that day it is the one that bore the code before it, else the first.
    """
    if code == NATIONAL:
        return NATIONAL
    units = _in_time(code)
    begun = [unit for unit in units if unit.validity.start is None or unit.validity.start <= date.fromisoformat(day)]
    return _id(begun[-1] if begun else units[0], units) if units else NATIONAL + code


def areas() -> ItemList:
    """Every unit that the lists hold, in force or not, with the one around it, and the country."""
    country = Item(id=NATIONAL, names=Wording("Việt Nam", "Viet Nam"))
    units = [_item(unit) for unit in all_territories()]
    return ItemList(
        reference=AREAS,
        names=Wording("Địa bàn, trước và sau ngày 1/7/2025", "Reference areas, before and after 1 July 2025"),
        items=(country, *sorted(units, key=lambda item: item.id)),
    )


def code_of(area: str) -> str:
    """The code that a reference area bears in the record."""
    return area if area == NATIONAL else area.removeprefix(NATIONAL).partition("_")[0]


def _in_time(code: str) -> tuple[Territory, ...]:
    return tuple(sorted(bearers(code), key=lambda unit: unit.validity.start or date.min))


def _id(unit: Territory, units: tuple[Territory, ...]) -> str:
    start = unit.validity.start
    name = NATIONAL + unit.code
    return name if start is None or unit == units[0] else f"{name}_{start:%Y%m%d}"


def _item(unit: Territory) -> Item:
    day = unit.validity.end or unit.validity.start or date.max
    return Item(
        id=_id(unit, _in_time(unit.code)),
        names=Wording(unit.title[:1].upper() + unit.title[1:], unit.name),
        parent=area_of(unit.parent, day.isoformat()) if unit.parent else NATIONAL,
        valid_from=unit.validity.start,
        valid_to=unit.validity.end,
    )
