"""Reads the number that a document gives itself: `62/NQ-HĐND`, `52/2025/QĐ-UBND`, `49-NQ/TU`, a draft's `/TC-UBND`."""

from __future__ import annotations

import re
from collections.abc import Sequence

# State numbers have a slash and, for normative acts, the year; Party numbers a hyphen. Scans put blanks between.
_PART = r"[A-ZĐ][A-Za-zĐđ\d]*(?!\w)"
_NUMBER = rf"(?:\d{{1,5}}|[\s.…]*)\s?(?:/\s?\d{{4}}\s?)?[/-]\s?{_PART}(?:\s?[-/&]\s?{_PART})*"
NUMBER_LINE = re.compile(rf"(?:[^\W\d]+\s){{0,3}}?[Ss]ố\s*:?\s*(?P<number>{_NUMBER})|SỐ\s*:?\s*(?P<capital>{_NUMBER})")
_NUMBER_ALONE = re.compile(_NUMBER)
_YEAR = re.compile(r"/\s?((?:19|20)\d{2})\s?/")
_BLANKS = re.compile(r"[\s…]+|\.+(?=/)")


def number_of(lines: Sequence[str], labelled: str | None) -> str | None:
    """The number among the lines of a head, or in a table of labels; a blank serial number is left out."""
    if labelled and _NUMBER_ALONE.fullmatch(labelled):
        return _tidy(labelled)
    found = next(filter(None, map(NUMBER_LINE.match, lines)), None)
    return _tidy(found["number"] or found["capital"]) if found else None


def year_in(number: str | None) -> int | None:
    """The year that the number of a normative act or a law holds: 2025 of `52/2025/QĐ-UBND`."""
    found = _YEAR.search(number or "")
    return int(found[1]) if found else None


def _tidy(written: str) -> str:
    return _BLANKS.sub("", written)
