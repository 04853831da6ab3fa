"""Reads a text word by word, no further than asked, and knows whether a set phrase stands at a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[-&/.’'][^\W_]+)*|[^\w\s]")
# The tone mark on the second vowel ("uỷ", "toà") is the older way to write the same syllable.
_TODAY = {"uỷ": "ủy", "toà": "tòa", "hoá": "hóa", "thuỷ": "thủy", "luỹ": "lũy"}


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

    def __getitem__(self, index: int) -> Word:
        """The word at `index`, counted from the first."""
        while index >= len(self._read):
            found = next(self._tokens, None)
            if found is None:
                return self.END
            form = found.group()
            key = form.lower()
            self._read.append(Word(form, _TODAY.get(key, key), found.start(), found.end()))
        return self._read[index]


class Phrases:
    """A set of phrases, one or more words each, in lower case."""

    def __init__(self, *lines: str) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in _split(lines):
            keys = tuple(match.group() for match in _TOKEN.finditer(phrase))
            self._by_first.setdefault(keys[0], []).append(keys)
        for phrases in self._by_first.values():
            phrases.sort(key=len, reverse=True)

    def length_at(self, words: Words, index: int) -> int:
        """How many words the longest phrase that stands at `index` has; 0 where none does."""
        for phrase in self._by_first.get(words[index].key, ()):
            if all(words[index + offset].key == key for offset, key in enumerate(phrase)):
                return len(phrase)
        return 0


def _split(lines: Iterable[str]) -> Iterable[str]:
    """The phrases of lines in which `|` stands between phrases."""
    for line in lines:
        for phrase in line.split("|"):
            if phrase.strip():
                yield phrase.strip()
