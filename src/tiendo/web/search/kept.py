"""The index of what the record holds, made once for each change of it, and what of it a viewer may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.searchable import Searchable, searchable_at, seen_by
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.web.search.finding import Answer, find
from tiendo.web.search.index import Index, build_index
from tiendo.web.search.places import Bits, bits_of

_KEPT = 2  # as many as the selector keeps
_VIEWS_KEPT = 64  # different sets of roles; some kilobytes each
# An index takes a second or two: of those who ask for a new one at the same time one makes it, and the others wait.
# Who looks back to a past day waits in a line of their own, and holds up nobody who looks at the present.
_MAKING = {"present": Lock(), "past": Lock()}

_View = tuple[object, str]


@dataclass(frozen=True, eq=False)
class _Kept:
    """An index, and for each view that somebody had of it the entries that may be seen."""

    searchable: Searchable
    index: Index
    seen: Remembered[_View, Bits] = field(default_factory=lambda: Remembered(_VIEWS_KEPT))


@lru_cache(maxsize=_KEPT)
def _kept(searchable: Searchable) -> _Kept:
    return _Kept(searchable, build_index(searchable.everything))


def answer(text: str, viewer: Viewer, known: Known, *, past: bool = False, typing: bool = False) -> Answer:
    """What the viewer finds in what was known then; `past` says that this is not the present."""
    with _MAKING["past" if past else "present"]:
        kept = _kept(searchable_at(known))
    view = (viewer.actor.roles, visible_to(viewer, known).sight)
    seen = kept.seen.of([view], lambda _: [bits_of(seen_by(viewer, known, kept.searchable))])[0]
    return find(kept.index, text, seen, typing=typing)
