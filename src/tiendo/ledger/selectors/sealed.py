"""How far the record had come with some kinds of entries: what is made of these is the same until one is added."""

from __future__ import annotations

from functools import lru_cache

from tiendo.ledger import models
from tiendo.ledger.selectors.viewing import Known

_MOMENTS_KEPT = 512

Stamp = tuple[tuple[int, bytes], ...]
"""The number and digest of the last entry of each kind; two records may give one number to different entries."""


@lru_cache(maxsize=_MOMENTS_KEPT)
def stamp_of(known: Known, *kinds: type[models.Entry]) -> Stamp:
    """The last entry of each of these kinds that was known then."""
    return tuple(_last(kind, known.horizon) for kind in kinds)


def _last(kind: type[models.Entry], horizon: int) -> tuple[int, bytes]:
    last = kind.objects.known(horizon).order_by("-id").values_list("id", "digest").first()
    return (last[0], bytes(last[1])) if last else (0, b"")
