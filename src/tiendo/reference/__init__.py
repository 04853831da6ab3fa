"""Dated reference lists: territories, agencies and their successors, units of measure.

A look-up takes a name or a code and a date. Tables and their sources: `data/` and `docs/reference-data.md`.
"""

from tiendo.reference.agencies import Agency, agencies_in, agency_name, find_agency, successors
from tiendo.reference.collectives import Expansion, expand
from tiendo.reference.territories import Share, Territory, children, find_territory, mapped, territory
from tiendo.reference.units import (
    COUNTED_NOUNS,
    MEASURE_WORDS,
    MULTIPLIER_WORDS,
    comparable,
    convert,
    read_unit,
)

__all__ = [
    "COUNTED_NOUNS",
    "MEASURE_WORDS",
    "MULTIPLIER_WORDS",
    "Agency",
    "Expansion",
    "Share",
    "Territory",
    "agencies_in",
    "agency_name",
    "children",
    "comparable",
    "convert",
    "expand",
    "find_agency",
    "find_territory",
    "mapped",
    "read_unit",
    "successors",
    "territory",
]
