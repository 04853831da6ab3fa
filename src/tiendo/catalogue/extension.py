"""A catalogue with what people added to it: names that they taught, indicators that they made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from tiendo.catalogue.model import Catalogue, Indicator


@dataclass(frozen=True, slots=True)
class TaughtNames:
    """Further names by the id of their indicator, and further indicators."""

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()


NOTHING_TAUGHT = TaughtNames()
"""The catalogue as it is."""


def extended(catalogue: Catalogue, taught: TaughtNames) -> Catalogue:
    """The catalogue with the taught names behind its own, and the made indicators behind its own or in their place.

    Names of an indicator that is in neither are left out: it may have been withdrawn since. Where nothing is
    taught, the catalogue itself comes back, so that what is remembered for it stays of use.
    """
    if not taught.aliases and not taught.indicators:
        return catalogue
    indicators = {**catalogue.indicators, **{one.id: one for one in taught.indicators}}
    for code, names in taught.aliases.items():
        if code in indicators:
            known = indicators[code]
            indicators[code] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *names))))
    return Catalogue(MappingProxyType(indicators), catalogue.sectors)
