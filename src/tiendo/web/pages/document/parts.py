"""Cuts a long text into parts that a page shows one after the other; together they are the whole text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiendo.documents.model import BlockKind
from tiendo.ledger.selectors.document_text import Layout, TableCell, TextBlock, TextTable

SHORTEST_PART = 6_000
"""Characters from which on a heading begins a new part."""
LONGEST_PART = 10_000
"""Characters that a part has at most, some three printed pages, unless a single unit cannot be cut."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is not cut any further: a block, some rows of a table, or a stretch of what is too long.

    `start` to `end` is its own stretch of the text, with the marker and the white space before it. `content` is
    where its content begins behind the marker. `item` is the block or table that it is, or a piece of; `cells` are
    those of a table.
    """

    start: int
    end: int
    content: int
    item: TextBlock | TextTable
    cells: tuple[TableCell, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether a part should begin here rather than elsewhere."""
        return isinstance(self.item, TextBlock) and self.item.kind is BlockKind.HEADING


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text and its units, which cover it without a gap."""

    number: int
    start: int
    end: int
    units: tuple[Unit, ...]


def parts_of(layout: Layout) -> tuple[Part, ...]:
    """The parts of a text, in its order, numbered from 0; one empty part for a text without anything."""
    parts: list[Part] = []
    held: list[Unit] = []
    for unit in _units(layout):
        size = unit.end - held[0].start if held else 0
        before = unit.start - held[0].start if held else 0
        if held and (size > LONGEST_PART or (unit.is_heading and before >= SHORTEST_PART)):
            parts.append(_part(len(parts), held))
            held = []
        held.append(unit)
    if held or not parts:
        parts.append(_part(len(parts), held))
    return tuple(parts)


def part_at(parts: Sequence[Part], place: int) -> Part:
    """The part that holds a place of the text; the nearest one for a place outside of it."""
    return parts[max(0, bisect_right(parts, place, key=lambda part: part.start) - 1)]


def _part(number: int, units: Sequence[Unit]) -> Part:
    start, end = (units[0].start, units[-1].end) if units else (0, 0)
    return Part(number, start, end, tuple(units))


def _units(layout: Layout) -> Iterator[Unit]:
    """Units that follow each other without a gap, from the first character to the last."""
    position = 0
    for item in layout.items:
        if isinstance(item, TextTable) and item.start > position:  # a table shows its cells only
            yield from _stretches(_words_between(position, item.start), position, item.start)
            position = item.start
        end = max(position, min(item.end, layout.length))
        made = _rows(item, position, end) if isinstance(item, TextTable) else _stretches(item, position, end)
        for unit in made:
            yield unit
            position = unit.end
    if position < layout.length:
        yield from _stretches(_words_between(position, layout.length), position, layout.length)


def _words_between(start: int, end: int) -> TextBlock:
    """What the outline does not know; mostly white space, but a text is shown whole."""
    return TextBlock(BlockKind.PARAGRAPH, start, end, 0)


def _stretches(block: TextBlock, start: int, end: int) -> Iterator[Unit]:
    """A block, in several stretches where it is longer than a part."""
    edges = [*range(start, end, LONGEST_PART), end]
    for left, right in pairwise(edges):
        yield Unit(left, right, max(left, min(block.start, right)), block)


def _rows(table: TextTable, start: int, end: int) -> Iterator[Unit]:
    """A table row by row; rows that a merged cell ties together stay together."""
    held: list[TableCell] = []
    position, tied_until = start, 0
    for cell in table.cells:
        if held and cell.row >= tied_until:
            edge = max(position, max(one.end for one in held))
            yield Unit(position, edge, position, table, tuple(held))
            position, held = edge, []
        held.append(cell)
        tied_until = max(tied_until, cell.row + cell.rowspan)
    if held or position < end:
        yield Unit(position, end, position, table, tuple(held))
