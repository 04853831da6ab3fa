"""Reads a text word by word, no further than asked, and knows whether a set phrase stands at a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[-&/.’'][^\W_]+)*|[^\w\s]")
# The tone mark on the second vowel ("uỷ", "toà") is the older way to write the same syllable.
_TODAY = {"uỷ": "ủy", "toà": "tòa", "hoá": "hóa", "thuỷ": "thủy", "luỹ": "lũy"}
_AT_ONCE = 4  # words read together: most phrases and short names
_BETWEEN_PHRASES = re.compile(r"[|\n]")


class Word(NamedTuple):
    """A word or a punctuation mark: as written, in lower case with today's tone marks, and its place."""

    form: str
    key: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """True for a word that starts with a capital letter."""
        return self.form[0].isupper()

    @property
    def is_word(self) -> bool:
        """False for a punctuation mark and for the end of the text."""
        return self.form[0].isalnum()


class Words:
    """The words of `text` from `position` on; behind the last one stands `Words.END` without end."""

    END = Word("\0", "\0", 0, 0)

    def __init__(self, text: str, position: int = 0) -> None:
        self._tokens = _TOKEN.finditer(text, position)
        self._read: list[Word] = []
        self._keys: list[str] = []

    def __getitem__(self, index: int) -> Word:
        """The word at `index`, counted from the first."""
        try:
            return self._read[index]
        except IndexError:
            return self._read_on(index)

    def key(self, index: int) -> str:
        """The key of the word at `index`; this is asked for far more often than whole words."""
        return self._keys[index] if index < len(self._keys) else self[index].key

    def _read_on(self, index: int) -> Word:
        for found in islice(self._tokens, index + _AT_ONCE - len(self._read)):
            form = found.group()
            lower = form.lower()
            key = _TODAY.get(lower, lower)
            self._keys.append(key)
            self._read.append(Word(form, key, found.start(), found.end()))
        return self._read[index] if index < len(self._read) else self.END


def first_key(text: str, position: int) -> str:
    """The key of the first word behind `position`; empty at the end of the text."""
    found = _TOKEN.search(text, position)
    if found is None:
        return ""
    key = found.group().lower()
    return _TODAY.get(key, key)


class Phrases:
    """A set of phrases, one or more words each, in lower case."""

    def __init__(self, *blocks: str) -> None:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in _split(blocks):
            first, *others = _TOKEN.findall(phrase)
            by_first.setdefault(first, []).append(tuple(others))
        self._by_first = {first: tuple(sorted(ends, key=len, reverse=True)) for first, ends in by_first.items()}

    @property
    def first_words(self) -> frozenset[str]:
        """The words that phrases of this set begin with."""
        return frozenset(self._by_first)

    def length_at(self, words: Words, index: int) -> int:
        """How many words the longest phrase that stands at `index` has; 0 where none does."""
        ends = self._by_first.get(words.key(index))
        if ends is None:
            return 0
        for others in ends:
            place = index
            for other in others:
                place += 1
                if words.key(place) != other:
                    break
            else:
                return len(others) + 1
        return 0

    def begins(self, text: str, position: int = 0) -> bool:
        """Whether one of the phrases stands at `position`, blanks aside."""
        ends = self._by_first.get(first_key(text, position), ())
        # The shortest stands last: a phrase of one word is all of it.
        return bool(ends) and (not ends[-1] or self.length_at(Words(text, position), 0) > 0)


def _split(blocks: Iterable[str]) -> Iterator[str]:
    """The phrases of text blocks, in which `|` or the end of a line stands between phrases."""
    for block in blocks:
        for phrase in _BETWEEN_PHRASES.split(block):
            if phrase.strip():
                yield phrase.strip()
