"""Which territory lies in which."""

from __future__ import annotations

from functools import lru_cache

from tiendo.reference.territories import NATIONAL, bearers

_DEEPEST = 4  # country, province, district, commune
_REMEMBERED = 4_096  # the territories of a province


@lru_cache(maxsize=_REMEMBERED)
def lies_within(code: str | None, above: str) -> bool:
    """True where `code` is `above`, or was at some time borne by a unit below it.

    The time is left open on purpose: an officer of the province answers for the districts that are gone as for
    the communes of today. A thing without a territory lies only within the country.
    """
    return above == NATIONAL or (code is not None and above in _at_or_above(code, _DEEPEST))


def _at_or_above(code: str, steps: int) -> set[str]:
    found = {code}
    if steps:
        for unit in bearers(code):
            if unit.parent:
                found |= _at_or_above(unit.parent, steps - 1)
    return found
