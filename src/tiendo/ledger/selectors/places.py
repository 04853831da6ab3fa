"""All codes of territories that an entry may name."""

from __future__ import annotations

from functools import lru_cache

from tiendo.reference.territories import NATIONAL, all_territories


@lru_cache(maxsize=1)
def known_places() -> tuple[str, ...]:
    """The codes of the reference list and that of the whole country, each once."""
    return tuple(sorted({NATIONAL, *(unit.code for unit in all_territories())}))
