"""Reads the number that a document gives itself: `62/NQ-HĐND`, `52/2025/QĐ-UBND`, `49-NQ/TU`, a draft's `/TC-UBND`."""

from __future__ import annotations

import re

from tiendo.documents.head import HEADLINE, Head

# State numbers have a slash and, for normative acts, the year; Party numbers a hyphen. Scans put blanks between.
_PART = r"[A-ZĐ][A-Za-zĐđ\d]*(?!\w)"
_NUMBER = rf"(?:\d{{1,5}}|[\s.…]*)\s?(?:/\s?\d{{4}}\s?)?[/-]\s?{_PART}(?:\s?[-/&]\s?{_PART})*"
NUMBER_LINE = re.compile(rf"(?:[^\W\d]+\s){{0,3}}?[Ss]ố\s*:?\s*(?P<number>{_NUMBER})|SỐ\s*:?\s*(?P<capital>{_NUMBER})")
_NUMBER_ALONE = re.compile(_NUMBER)
_BLANKS = re.compile(r"[\s…]+|\.+(?=/)")


def number_of(head: Head, labelled: str | None) -> str | None:
    """The document's number; a blank serial number is left out, and without any number it is `None`."""
    if labelled and _NUMBER_ALONE.fullmatch(labelled):
        return _tidy(labelled)
    for line in head.above + head.below:
        if found := NUMBER_LINE.match(line):
            return _tidy(found["number"] or found["capital"])
    headline = HEADLINE.match(head.above[0]) if head.above else None
    found = _NUMBER_ALONE.match(head.above[0], headline.end()) if headline else None
    return _tidy(found.group()) if found else None


def _tidy(written: str) -> str:
    return _BLANKS.sub("", written)
