"""Reads one row with all care; what it learns lets `table.py` take the rows like it without a second look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from tiendo.catalogue import Catalogue, Indicator
from tiendo.facts.errors import LookupRefused
from tiendo.intake.observations.cells import Cell, split_cells
from tiendo.intake.observations.columns import REQUIRED, Layout
from tiendo.intake.observations.faults import Refused
from tiendo.intake.observations.numbers import Notation
from tiendo.intake.observations.places import Places
from tiendo.ledger.commands.report_observations import SIGNED
from tiendo.reference.units import comparable, convert, read_unit

LONGEST_CELL: Final = 200  # characters; no code, period, number or unit is half as long
LONGEST_ROW: Final = 4_000  # characters; twice the longest cells of all columns
_FORMULA = re.compile(r"[=@+]|-(?=[^0-9.,])")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_FLAGS = {"": False, "no": False, "không": False, "yes": True, "có": True}
_EMPTY = Cell("", 0)

# A slot as one number: the indicator above the place above the flag of cumulative values.
PLACE_SHIFT: Final = 1
INDICATOR_SHIFT: Final = 40


class Sound(NamedTuple):
    """A row that can be recorded. `slot` is its key, `start` and `length` the place of the number in the line.

    `low` is the number without its sign where that is not what the place says: it was converted.
    """

    slot: int
    estimated: bool
    negative: bool
    start: int
    length: int
    low: str | None


class RowReader:
    """Reads rows of one table; `notation` is how it writes numbers, `today` the day on which it is loaded."""

    def __init__(self, layout: Layout, catalogue: Catalogue, notation: Notation, today: date) -> None:
        self.layout = layout
        self.notation = notation
        self.places = Places(today)
        self.indicators: list[Indicator] = list(catalogue)
        self.slots = {one.id: number << INDICATOR_SHIFT for number, one in enumerate(self.indicators)}
        self.units = {one.id: {"", one.measured_in.written} for one in self.indicators}

    def read(self, line: str) -> Sound:
        """The row of a line without its end; raises `Refused` with the first thing that is wrong with it."""
        if len(line) > LONGEST_ROW:
            raise Refused("row-too-long", value=len(line), limit=LONGEST_ROW)
        cells = split_cells(line, self.layout.separator)
        if len(cells) != self.layout.width:
            raise Refused("wrong-cells", value=len(cells), limit=self.layout.width)
        named = {name: _checked(name, cells[place]) for name, place in self.layout.places.items()}
        for name in REQUIRED:
            if not named[name].text:
                raise Refused("cell-missing", name)
        indicator = self._indicator(named["indicator"].text)
        estimated = _flag("estimated", named.get("estimated", _EMPTY).text)
        cumulative = _flag("cumulative", named.get("cumulative", _EMPTY).text)
        place = self.places.number(named["territory"].text, named["period"].text, estimated=estimated)
        value = named["value"]
        low = self.notation.read(value.text)
        negative = value.text.startswith("-") and any(digit in "123456789" for digit in low)
        if negative and indicator.semantics not in SIGNED:
            raise Refused("negative-value", "value", value=value.text)
        return Sound(
            self.slots[indicator.id] | place << PLACE_SHIFT | cumulative,
            estimated,
            negative,
            value.start,
            len(value.text),
            _converted(low, named.get("unit", _EMPTY).text, indicator),
        )

    def _indicator(self, code: str) -> Indicator:
        if code not in self.slots:
            raise Refused("unknown-indicator", "indicator", value=code)
        return self.indicators[self.slots[code] >> INDICATOR_SHIFT]


def is_blank(line: str, separator: str) -> bool:
    """Whether a line has no cell that says anything, as spreadsheets leave them below a table."""
    return len(line) <= LONGEST_ROW and not line.replace(separator, "").strip()


def _checked(name: str, cell: Cell) -> Cell:
    """The cell without the blanks around what it says; raises `Refused` for what no cell may hold."""
    if len(cell.text) > LONGEST_CELL:
        raise Refused("cell-too-long", name, value=len(cell.text), limit=LONGEST_CELL)
    if _CONTROL.search(cell.text):
        raise Refused("control-character", name)
    text = cell.text.strip()
    if _FORMULA.match(text):
        raise Refused("formula", name, value=text)
    return Cell(text, cell.start + len(cell.text) - len(cell.text.lstrip()))


def _flag(name: str, written: str) -> bool:
    try:
        return _FLAGS[written.lower()]
    except KeyError:
        raise Refused("wrong-flag", name, value=written) from None


def _converted(low: str, unit: str, indicator: Indicator) -> str | None:
    """The number in the indicator's unit where the row names another one; raises `Refused` where that is not exact."""
    wanted = indicator.measured_in
    if unit in _names_of(indicator):
        return None
    try:
        written = read_unit(unit)
    except LookupRefused:
        written = None
    # A rate has a denominator, of which the unit itself says nothing.
    if written is None or wanted.per or "/" in unit or not comparable(written, wanted.unit):
        raise Refused("other-unit", "unit", value=unit, limit=wanted.written)
    return None if written == wanted.unit else format(convert(Decimal(low), written, wanted.unit), "f")


def _names_of(indicator: Indicator) -> Sequence[str]:
    wanted = indicator.measured_in
    return "", wanted.written, *((f"{wanted.written}/{wanted.per}",) if wanted.per else ())
