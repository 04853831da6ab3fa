"""Finds what in a document speaks to software instead of to people. It informs a reviewer; nothing depends on it.

The text of a document is data to us whatever it says. But who writes into a report that a program should accept
all figures wants something from whoever reads it next, and a reviewer should know.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tiendo.intake.addressing_phrases import LAYOUT_MARKS, PHRASES, Phrase

_MOST_FOUND = 200  # a reviewer has seen enough; a file full of such sentences must not fill the record
_SENTENCE_REACH = 300  # characters on either side; a longer sentence is shown from within
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n")


class HiddenSign(StrEnum):
    """Characters that a reader does not see and a program does."""

    IN_WORDS = "hidden-in-words"  # of no width, inside a word: it reads as one word and is another
    TURNED = "turned-text"  # shown in another order than it stands in
    INVISIBLE = "invisible-text"  # letters that no font shows


@dataclass(frozen=True, slots=True)
class Addressed:
    """A stretch of the text, `start` to `end`, that speaks to software; `code` says how it was told."""

    start: int
    end: int
    code: str


_NO_WIDTH = "\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_TURNING = "\u202a-\u202e\u2066-\u2069"
_TAGS = "\U000e0001-\U000e007f\U000e0100-\U000e01ef"
_HIDDEN = re.compile(f"[{_NO_WIDTH}{_TURNING}{_TAGS}]")
_HIDDEN_STRETCHES = (
    # At the edge of a word, and as a place to break one after a dash or slash, pages of the web have them too.
    (HiddenSign.IN_WORDS, re.compile(rf"(?<=[^\W\d_])[{_NO_WIDTH}]+(?=[^\W\d_])")),
    (HiddenSign.TURNED, re.compile(f"[{_TURNING}]+[^\n{_TURNING}]{{0,{_SENTENCE_REACH}}}")),
    (HiddenSign.INVISIBLE, re.compile(f"[{_TAGS}]+")),
)
_SOFT_HYPHEN = "\u00ad"


def addressed_to_software(text: str) -> tuple[Addressed, ...]:
    """The sentences that speak to software and the characters that only software sees, in the order of the text."""
    found = {*_hidden(text), *_said(text)}
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.code))[:_MOST_FOUND])


def _hidden(text: str) -> Iterator[Addressed]:
    if not _HIDDEN.search(text):
        return
    for sign, stretch in _HIDDEN_STRETCHES:
        for match in itertools.islice(stretch.finditer(text), _MOST_FOUND):
            # Word processors leave soft hyphens where a word may break.
            if sign is not HiddenSign.IN_WORDS or match[0].strip(_SOFT_HYPHEN):
                yield Addressed(match.start(), match.end(), sign.value)


def _said(text: str) -> Iterator[Addressed]:
    visible, places = _without_hidden(text)
    lower = _words(visible)
    for phrase in PHRASES:
        if any(anchor in lower for anchor in phrase.anchors):
            for start, end in _sentences(visible, phrase):
                yield Addressed(places[start], places[end - 1] + 1, phrase.sign.value)


def _words(text: str) -> str:
    """The text in small letters, one blank between words whatever stands between them."""
    lower = text.lower()
    for mark in LAYOUT_MARKS:
        lower = lower.replace(mark, " ")  # on a long text, many times quicker than a table of characters
    return " ".join(lower.split())


def _without_hidden(text: str) -> tuple[str, range | list[int]]:
    """The text as it is seen, and where each of its characters stands in the text."""
    if not _HIDDEN.search(text):
        return text, range(len(text))
    places = [place for place, character in enumerate(text) if not _HIDDEN.match(character)]
    return "".join(text[place] for place in places), places


def _sentences(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """The sentence around each place where the phrase stands, without white space at its ends."""
    for match in itertools.islice(phrase.pattern.finditer(text), _MOST_FOUND):
        start, end = _stripped(text, *match.span())
        before = text[max(0, start - _SENTENCE_REACH) : start]
        begins = max((one.end() for one in _SENTENCE_END.finditer(before)), default=0)
        after = _SENTENCE_END.search(text, end, end + _SENTENCE_REACH)
        last = after.end() if after else min(len(text), end + _SENTENCE_REACH)
        yield _stripped(text, start - len(before) + begins, max(end, last))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return start, end


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Cc"
