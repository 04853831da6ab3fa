"""Goes through a whole table and keeps its sound rows packed: a few bytes each, so that millions fit into memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tiendo.intake.observations.columns import COLUMNS
from tiendo.intake.observations.faults import FILE_ROW, Refused, RowOutcome
from tiendo.intake.observations.rows import INDICATOR_SHIFT, PLACE_SHIFT, RowReader, Sound, is_blank
from tiendo.ledger.commands.report_observations import ReportedValue

KEPT_OUTCOMES: Final = 1_000  # refusals that are told one by one, more than anybody reads; all are counted
MOST_ROWS: Final = 4_000_000  # what half a gigabyte of memory holds, packed
_LAST_ROW: Final = FILE_ROW + MOST_ROWS
_CHUNK: Final = 1 << 20  # characters that are cut into lines at once

_ESTIMATED, _NEGATIVE = 1, 2
_PLACES = (1 << INDICATOR_SHIFT) - 1
_QUICK_FLAGS = {"": 0, "no": 0, "yes": 1}


@dataclass(slots=True)
class Table:
    """The rows of a table: the sound ones packed in parallel columns, the refused ones counted and in part kept.

    `slots` leads from the slot of a sound row to its position among them; `numbers` are their row numbers, `starts`
    and `lengths` the places of their values in `text`, `converted` the values that were in another unit.
    """

    text: str
    reader: RowReader
    refused: int = 0
    refusals: list[RowOutcome] = field(default_factory=list)
    slots: dict[int, int] = field(default_factory=dict)
    numbers: array[int] = field(default_factory=lambda: array("i"))
    starts: array[int] = field(default_factory=lambda: array("q"))
    lengths: array[int] = field(default_factory=lambda: array("B"))
    marks: array[int] = field(default_factory=lambda: array("B"))
    converted: dict[int, str] = field(default_factory=dict)

    def keep(self, row: int, line_start: int, sound: Sound) -> None:
        """Take a sound row up; raises `Refused` where another one stands in its slot."""
        position = len(self.starts)
        other = self.slots.setdefault(sound.slot, position)
        if other != position:
            raise Refused("duplicate", value=self.numbers[other])
        self.numbers.append(row)
        self.starts.append(line_start + sound.start)
        self.lengths.append(sound.length)
        self.marks.append(_ESTIMATED * sound.estimated | _NEGATIVE * sound.negative)
        if sound.low is not None:
            self.converted[position] = sound.low

    def refuse(self, row: int, fault: Refused) -> None:
        """Count a row that cannot be taken, and keep why as long as somebody may read it."""
        self.refused += 1
        if len(self.refusals) < KEPT_OUTCOMES:
            self.refusals.append(fault.of_row(row))

    def values(self) -> Iterator[ReportedValue]:
        """The sound rows in their order."""
        indicators = [one.id for one in self.reader.indicators]
        places, plain, text = self.reader.places.all, self.reader.notation.plain, self.text
        converted = self.converted.get
        packed = zip(self.slots.items(), self.starts, self.lengths, self.marks, strict=True)
        for (slot, position), start, length, marks in packed:
            quote = text[start : start + length]
            low = converted(position) or plain(quote.removeprefix("-"))
            yield ReportedValue(
                indicators[slot >> INDICATOR_SHIFT],
                places[(slot & _PLACES) >> PLACE_SHIFT],
                bool(slot & 1),
                bool(marks & _ESTIMATED),
                bool(marks & _NEGATIVE),
                low,
                start,
                quote,
            )

    @property
    def rows(self) -> int:
        """How many rows the table has, sound and refused."""
        return len(self.starts) + self.refused

    def indicators(self) -> frozenset[str]:
        """The indicators that occur in the sound rows."""
        return frozenset(self.reader.indicators[one].id for one in {slot >> INDICATOR_SHIFT for slot in self.slots})

    def territories(self) -> frozenset[str]:
        """The territories that occur in the sound rows."""
        places = self.reader.places.all
        return frozenset(places[one].territory for one in {(slot & _PLACES) >> PLACE_SHIFT for slot in self.slots})


def read_table(text: str, first: int, reader: RowReader) -> Table:
    """All rows of a text behind its header, which ends at `first`.

    A row whose every cell was seen before, and whose number is a plain one, is taken at once; any other is read
    with care by the `RowReader`, which says what is wrong with it or learns what is new in it.
    """
    table = Table(text, reader)
    separator, width, places = reader.layout.separator, reader.layout.width, reader.layout.places
    # Where an optional column is missing, the empty cell that is put behind the others stands for it.
    indicator, territory, period, value, estimated, cumulative, unit = (places.get(name, width) for name in COLUMNS)
    slots, periods, units, flags = reader.slots, reader.places.periods, reader.units, _QUICK_FLAGS
    is_number, taken = reader.notation.unsigned.fullmatch, table.slots
    numbers, starts, lengths, marks = (one.append for one in (table.numbers, table.starts, table.lengths, table.marks))
    position = 0
    for row, (start, line) in enumerate(_lines(text, first), FILE_ROW + 1):
        if row > _LAST_ROW:
            raise Refused("too-many-rows", limit=MOST_ROWS)
        cells = line.split(separator, width)
        cells.append("")
        try:
            code, number = cells[indicator], cells[value]
            slot = slots[code] | periods[cells[period]][cells[territory]] << PLACE_SHIFT | flags[cells[cumulative]]
            mark = flags[cells[estimated]]
            if not (cells[unit] in units[code] and is_number(number)) or len(cells) != width + 1 or slot in taken:
                raise KeyError
        except (KeyError, IndexError):
            _take_with_care(table, row, start, line)
            position = len(table.starts)
            continue
        taken[slot] = position
        position += 1
        numbers(row)
        starts(start + sum(map(len, cells[:value])) + value)
        lengths(len(number))
        marks(mark)
    return table


def _take_with_care(table: Table, row: int, start: int, line: str) -> None:
    if is_blank(line, table.reader.layout.separator):
        return
    try:
        table.keep(row, start, table.reader.read(line))
    except Refused as fault:
        table.refuse(row, fault)


def _lines(text: str, first: int) -> Iterator[tuple[int, str]]:
    """The lines from `first` on, without their ends, each with its place."""
    start, end = first, len(text)
    while start < end:
        cut = text.find("\n", start + _CHUNK) + 1 or end
        chunk = text[start:cut].removesuffix("\n")
        has_returns = "\r" in chunk
        for line in chunk.split("\n"):
            yield start, line.removesuffix("\r") if has_returns else line
            start += len(line) + 1
