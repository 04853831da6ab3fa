"""Builds the alternations of regular expressions from plain lists of words."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s+")
_LOOK_BEHIND_OR_BLANK = re.compile(r"\(\?<[!=][^)]*\)| ")


def any_of(listed: str) -> str:
    """A group of the phrases listed between bars, the longest first; a blank in one matches any white space.

    Phrases may hold look-arounds (`mục tiêu(?! quốc gia)`).
    """
    phrases = [_BLANKS.sub(" ", phrase).strip() for phrase in listed.split(" | ")]
    longest_first = sorted(dict.fromkeys(phrases), key=len, reverse=True)
    return "(?:" + "|".join(_LOOK_BEHIND_OR_BLANK.sub(_blank, phrase) for phrase in longest_first) + ")"


def _blank(found: re.Match[str]) -> str:
    """White space of any width, but for a look-behind, whose width is fixed."""
    return r"\s+" if found.group() == " " else found.group().replace(" ", r"\s")


def whole(listed: str) -> str:
    """The same as whole words: no letter or digit before or behind."""
    return rf"(?<!\w){any_of(listed)}(?!\w)"
