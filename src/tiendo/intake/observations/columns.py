"""The template: which columns a table of results has, and how a header is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from tiendo.intake.observations.cells import split_cells
from tiendo.intake.observations.faults import Refused

REQUIRED: Final = ("indicator", "territory", "period", "value")
OPTIONAL: Final = ("estimated", "cumulative", "unit")
COLUMNS: Final = (*REQUIRED, *OPTIONAL)
TEMPLATE: Final = ",".join(COLUMNS) + "\n"
"""The header of an empty table."""

LONGEST_HEADER: Final = 4_000  # characters; seven short names have sixty
_SEPARATORS = ("\t", ";", ",")  # a comma may stand beside the others, and then separates nothing


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is laid out: what separates its cells, and the place of each of its columns."""

    separator: str
    places: dict[str, int]

    @property
    def width(self) -> int:
        """How many cells a row has."""
        return len(self.places)


def read_header(line: str) -> Layout:
    """The layout that a header tells: columns in any order, separated by commas, semicolons or tabs.

    Raises `Refused` for a column that is missing, unknown or there twice.
    """
    if len(line) > LONGEST_HEADER:
        raise Refused("row-too-long", value=len(line), limit=LONGEST_HEADER)
    separator = next((one for one in _SEPARATORS if one in line), ",")
    names = [cell.text.strip().lower() for cell in split_cells(line, separator)]
    for name, count in Counter(names).items():
        if name not in COLUMNS:
            raise Refused("header-unknown", value=name, known=", ".join(COLUMNS))
        if count > 1:
            raise Refused("header-twice", name)
    for name in REQUIRED:
        if name not in names:
            raise Refused("header-missing", name)
    return Layout(separator, {name: place for place, name in enumerate(names)})
