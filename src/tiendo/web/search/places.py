"""In which entries words stand: sets of entries as the bits of a number, so that to intersect them is arithmetic."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

Bits = int
"""A set of entries: bit n is entry n."""

# A word in fewer than one entry of so many is kept as a list of them: most words, and most of them are numbers.
_RARE = 64


class Places:
    """For each word the entries that hold it."""

    def __init__(self, texts: Iterable[str], size: int) -> None:
        """Take in the words of these texts, one text an entry; there are `size` entries."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for word in set(text.split()):
                found[word].append(place)
        rare = size // _RARE
        self._size = size
        self._few = {word: array("L", places) for word, places in found.items() if len(places) <= rare}
        self._many = {word: _bits_at(places, size) for word, places in found.items() if len(places) > rare}

    def __iter__(self) -> Iterator[str]:
        """All words."""
        yield from self._few
        yield from self._many

    def of(self, words: Iterable[str]) -> Bits:
        """The entries that hold one of the words."""
        bits = 0
        few: list[int] = []
        for word in words:
            bits |= self._many.get(word, 0)
            few += self._few.get(word, ())
        return bits | _bits_at(few, self._size) if few else bits


def bits_of(flags: Iterable[object]) -> Bits:
    """The set of the places at which something true stands."""
    return int("".join("1" if flag else "0" for flag in flags)[::-1] or "0", 2)


def members(bits: Bits) -> Iterator[int]:
    """The entries of a set, in their order."""
    digits = f"{bits:b}"[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def _bits_at(places: Sequence[int], size: int) -> Bits:
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")
