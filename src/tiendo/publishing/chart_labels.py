"""Where words stand on a chart so that none covers another: each takes the first of its places that is free."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

# Widths of letters in the typeface of the pages (medium weight), as shares of the size, rounded up: a box may be too
# wide for its words and never too narrow.
_THIN, _NARROW, _USUAL, _WIDE, _WIDEST = 0.33, 0.45, 0.72, 0.83, 1.03
_THIN_LETTERS = frozenset("iíìỉĩịIÍÌỈĨỊjl.,:;'|! ")
_NARROW_LETTERS = frozenset("frt()[]·")
_WIDEST_LETTERS = frozenset("mwMW%—…")
_TEXTS_KEPT, _LETTERS_KEPT = 4096, 512  # the same values and documents are named again and again
_ASCENT, _DESCENT = 0.95, 0.32  # of the size, above and below the line that letters stand on; marks need the height


def width_of(text: str, size: float) -> float:
    """How wide the text is at most, in the units of the drawing."""
    return _width_of(text) * size


@lru_cache(maxsize=_TEXTS_KEPT)
def _width_of(text: str) -> float:
    return sum(map(_width, text))


@lru_cache(maxsize=_LETTERS_KEPT)
def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if letter in _THIN_LETTERS:
        return _THIN
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _WIDEST_LETTERS or unicodedata.east_asian_width(letter) in "WF":
        return _WIDEST
    return _WIDE if letter.isupper() else _USUAL


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `top` is the smaller number."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether they share more than an edge."""
        return self.overlaps_any((other,))

    def overlaps_any(self, others: Iterable[Box]) -> bool:
        """Whether it shares more than an edge with one of them; a chart asks this a hundred thousand times."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        for other in others:
            if left < other.right and other.left < right and top < other.bottom and other.top < bottom:
                return True
        return False

    def lies_in(self, other: Box) -> bool:
        """Whether nothing of it is outside."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Box:
        """The same with so much more on all sides."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text may stand: the point that it is set at, and which end of it is there."""

    x: float
    y: float
    anchor: str  # start, middle or end

    def box(self, text: str, size: float) -> Box:
        """What the text covers there."""
        width = width_of(text, size)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return Box(left, self.y - _ASCENT * size, left + width, self.y + _DESCENT * size)


@dataclass(frozen=True, slots=True)
class Label:
    """A text that was given a place; `part` is how it is painted."""

    text: str
    place: Place
    part: str


@dataclass(slots=True)
class Placing:
    """The labels of a drawing: what is taken already, and the room that there is.

    A label covers what is `avoided`, thin lines that go through the whole drawing, only where it has no other place.
    """

    room: Box
    size: float
    taken: list[Box] = field(default_factory=list)
    avoided: list[Box] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def keep_free(self, boxes: Iterable[Box]) -> None:
        """No label may cover these."""
        self.taken += boxes

    def put(self, texts: Sequence[str], places: Sequence[Place], part: str = "label") -> bool:
        """Place the first of the texts (a long and a short form) that is free somewhere; false where none is.

        `part` is how it is painted.
        """
        for hindrances in ([*self.taken, *self.avoided], self.taken):
            for text in texts:
                for place in places:
                    box = place.box(text, self.size)
                    if box.lies_in(self.room) and not box.overlaps_any(hindrances):
                        self.taken.append(box)
                        self.labels.append(Label(text, place, part))
                        return True
        return False
