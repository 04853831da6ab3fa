"""How the things of the record are called in what is handed out: places and sources."""

from __future__ import annotations

from datetime import date

from tiendo.ledger.selectors.series import Origin
from tiendo.reference.agencies import agency_name
from tiendo.reference.territories import NATIONAL, bearers, territory
from tiendo.web.words import say


def place_words(code: str, day: date, language: str) -> str:
    """The name of a territory on a day, or of when it last existed; its code where it has no name."""
    if code == NATIONAL:
        return say("indicator.country", language)
    unit = territory(code, day) or next(iter(bearers(code)[-1:]), None)
    if unit is None:
        return code
    return unit.title[:1].upper() + unit.title[1:]


def origin_words(origin: Origin, day: date, language: str) -> str:
    """`62/NQ-HĐND, I.3.a`; for what an agency reported its name on that day."""
    if origin.submission is not None:
        agency = (agency_name(origin.agency, day) or origin.agency) if origin.agency else ""
        return agency or say("indicator.reported", language)
    return f"{origin.title}, {origin.place}" if origin.place else origin.title
