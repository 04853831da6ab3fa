"""Builds the alternations of regular expressions from plain lists of words."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s+")
_LOOK_BEHIND_OR_BLANK = re.compile(r"\(\?<[!=][^)]*\)| ")


def listed(text: str) -> tuple[str, ...]:
    """The phrases between bars, each with single blanks, without doubles."""
    return tuple(dict.fromkeys(_BLANKS.sub(" ", phrase).strip() for phrase in text.split(" | ")))


def any_of(text: str) -> str:
    """A group of the phrases listed between bars, the longest first; a blank in one matches any white space.

    Phrases may hold look-arounds (`mục tiêu(?! quốc gia)`).
    """
    longest_first = sorted(listed(text), key=len, reverse=True)
    return "(?:" + "|".join(_LOOK_BEHIND_OR_BLANK.sub(_blank, phrase) for phrase in longest_first) + ")"


def _blank(found: re.Match[str]) -> str:
    """White space of any width, but for a look-behind, whose width is fixed."""
    return r"\s+" if found.group() == " " else found.group().replace(" ", r"\s")


_LOOK_AROUND = re.compile(r"\(\?<?[!=][^)]*\)")


def last_words(text: str) -> frozenset[str]:
    """The words that the listed phrases end with: a cheap look before a search for the phrases themselves."""
    return frozenset(_LOOK_AROUND.sub("", phrase).split()[-1] for phrase in listed(text))


def whole(text: str) -> str:
    """The same as whole words: no letter or digit before or behind."""
    return rf"(?<!\w){any_of(text)}(?!\w)"
