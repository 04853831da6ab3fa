"""The cells of one line, each with its place: the record quotes a value where it stands, which `csv` does not tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tiendo.intake.observations.faults import Refused


class Cell(NamedTuple):
    """What a cell says, and where in the line that begins."""

    text: str
    start: int


def split_cells(line: str, separator: str) -> list[Cell]:
    """The cells of a line without its end, by RFC 4180; raises `Refused` for quotation marks that do not fit."""
    cells = []
    place = 0
    while True:
        found = _cell(separator).match(line, place)
        if found is None:
            raise Refused("wrong-quotes")
        if found["quoted"] is not None:
            cells.append(Cell(found["quoted"].replace('""', '"'), found.start("quoted")))
        else:
            cells.append(Cell(found["bare"], found.start("bare")))
        if not found["end"]:
            return cells
        place = found.end()


@lru_cache(maxsize=8)
def _cell(separator: str) -> re.Pattern[str]:
    # Possessive: a line of a million quotation marks is looked at once.
    mark = re.escape(separator)
    return re.compile(rf'(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^{mark}"]*+))(?P<end>{mark}|\Z)')
