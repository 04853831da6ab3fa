"""Which province a name speaks of: `Sở Y tế tỉnh Đồng Tháp`, `Công an tỉnh`, `Sở Y tế`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tiendo.facts.decisions import Matched
from tiendo.reference.territories import all_provinces, find_territory
from tiendo.text.folding import name_key

_LEVEL_WORDS = (" tinh", " thanh pho")


class ProvinceSaid(NamedTuple):
    """A name's key cut before its province; `province` is the code, `provincial` whether the name says the level."""

    rest: str
    province: str | None
    provincial: bool


@lru_cache(maxsize=1)
def _codes_by_key() -> dict[str, str]:
    return {name_key(unit.name): unit.code for unit in all_provinces()}


def without_province(key: str) -> ProvinceSaid:
    """Cut `tỉnh X`, `X` or `tỉnh` from the end of a name's key (`text.folding.name_key`)."""
    words = key.split()
    codes = _codes_by_key()
    longest = max(name.count(" ") for name in codes) + 1
    for size in range(min(longest, len(words) - 1), 0, -1):
        code = codes.get(" ".join(words[-size:]))
        if code:
            return ProvinceSaid(_without_level(" ".join(words[:-size])), code, provincial=True)
    rest = key.removesuffix(" tinh")
    return ProvinceSaid(rest, None, provincial=rest != key)


def _without_level(rest: str) -> str:
    for word in _LEVEL_WORDS:
        rest = rest.removesuffix(word)
    return rest


def province_code(name: str, on: date) -> str | None:
    """The code of the province of that name on that day, or `None`."""
    decision = find_territory(name if name.isdigit() else f"tỉnh {name}", on)
    if not isinstance(decision, Matched):
        decision = find_territory(name, on)
    return decision.code if isinstance(decision, Matched) and len(decision.code) == 2 else None
