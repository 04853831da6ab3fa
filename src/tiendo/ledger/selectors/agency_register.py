"""Bodies by their codes: what each is called on a day, what it was before and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tiendo.ledger import models
from tiendo.ledger.selectors.agencies import AgencyView, agencies
from tiendo.ledger.selectors.sealed import stamp_of
from tiendo.ledger.selectors.viewing import Known, known_until
from tiendo.reference.committees import committee_name

_MOMENTS_KEPT = 4  # now and some past days


@dataclass(frozen=True, slots=True, eq=False)
class Agencies:
    """All agencies of the record; `before` leads from a code to those that it took over from.

    The committees of territories are not listed; they derive from the territories.
    """

    listed: Mapping[str, AgencyView]
    before: Mapping[str, tuple[AgencyView, ...]]

    def name(self, code: str, on: date) -> str | None:
        """What a body is called, for a committee on that day; `None` where nobody knows the code."""
        listed = self.listed.get(code)
        return listed.name if listed else committee_name(code, on)

    def names(self, codes: tuple[str, ...], on: date) -> list[tuple[str, str]]:
        """The codes with their names; a code that nobody knows is its own name."""
        return [(code, self.name(code, on) or code) for code in codes]


def agencies_at(known: Known) -> Agencies:
    """The agencies that were known then."""
    return _agencies(stamp_of(known, models.Agency)[0])


@lru_cache(maxsize=_MOMENTS_KEPT)
def _agencies(last: tuple[int, bytes]) -> Agencies:
    views = agencies(known_until(last[0]))
    before: dict[str, list[AgencyView]] = defaultdict(list)
    for one in views:
        for heir in one.successors:
            before[heir].append(one)
    return Agencies({one.code: one for one in views}, {code: tuple(found) for code, found in before.items()})
