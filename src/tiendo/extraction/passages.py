"""A sentence together with the values that were read in it: what the search for relations works on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tiendo.documents.model import Block, Document
from tiendo.extraction.sentences import sentences
from tiendo.extraction.subjects import Span
from tiendo.extraction.times import find_times
from tiendo.facts.quantity import Quantity
from tiendo.facts.records import Observation, Target
from tiendo.reference.units import comparable
from tiendo.text.numbers import NUMBER

Value = Target | Observation

_BRACKETS = re.compile(r"[()]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ANY_YEAR = 2000  # only the places of times are asked for, not their periods


@dataclass(frozen=True)
class Passage:
    """A sentence of a block, from `start` to `end`, and its values in order; `lower` is the whole text."""

    lower: str
    block: int
    start: int
    end: int
    values: tuple[Value, ...]

    def between(self, start: int, end: int) -> str:
        """The text between two places, within the sentence."""
        return self.lower[max(self.start, start) : min(self.end, end)]

    def gap(self, index: int) -> str:
        """What stands between a value and the number before it, which may be a comparison."""
        return self.between(self.number_before(index), self.values[index].start)

    def number_before(self, index: int) -> int:
        """Where the last number before a value ends, else the start of the sentence."""
        return self.number_end_before(self.values[index].start)

    def number_end_before(self, place: int) -> int:
        """Where the last number before a place ends, else the start of the sentence."""
        return max((end for _, end in self.read if end <= place), default=self.start)

    @cached_property
    def read(self) -> tuple[Span, ...]:
        """The spans of all numbers that were read, values and what compares them, in order."""
        spans = [(value.start, value.end) for value in self.values]
        spans += [(one.figure.start, one.figure.end) for value in self.values for one in value.comparisons]
        return tuple(sorted(spans))

    @cached_property
    def brackets(self) -> tuple[Span, ...]:
        """The round brackets of the sentence that close again, inner ones too."""
        opened: list[int] = []
        found: list[Span] = []
        for mark in _BRACKETS.finditer(self.lower, self.start, self.end):
            if mark[0] == "(":
                opened.append(mark.start())
            elif opened:
                found.append((opened.pop(), mark.end()))
        return tuple(found)

    def bracket_around(self, place: int) -> Span | None:
        """The innermost bracket that a place stands in."""
        around = [span for span in self.brackets if span[0] < place < span[1]]
        return max(around, default=None)

    def holds_unread_number(self, start: int, end: int) -> bool:
        """Whether a stretch has a number that is neither a value, nor a comparison, nor a time."""
        known = self.read
        loose = [
            found
            for found in NUMBER.finditer(self.lower, start, end)
            if not any(first <= found.start() < last for first, last in known) and not _YEAR.fullmatch(found[0])
        ]
        if not loose:
            return False
        times = [(time.start, time.end) for time in find_times(self.lower, start, end, default_year=_ANY_YEAR)]
        return any(not any(first <= found.start() < last for first, last in times) for found in loose)


def passages(document: Document, reading: str, lower: str, values: Sequence[Value]) -> Iterator[Passage]:
    """The sentences that hold values, in the order of the text. `values` are sorted."""
    place = 0
    for index, block in enumerate(document.blocks):
        while place < len(values) and values[place].start < block.start:
            place += 1
        if place == len(values) or values[place].start >= block.end:
            continue
        for start, end in sentences(reading, block.start, block.end):
            first = place
            while place < len(values) and values[place].start < end:
                place += 1
            if place > first:
                yield Passage(lower, index, start, end, tuple(values[first:place]))


def is_level(value: Value) -> bool:
    """Whether a value is an amount of its own, no change, and no rate of so many per something."""
    return value.quantity.change is None and value.quantity.per is None


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are of one measure and of one denominator."""
    return one.per == other.per and comparable(one.unit, other.unit)


def block_of(document: Document, passage: Passage) -> Block:
    """The block that a sentence stands in."""
    return document.blocks[passage.block]
