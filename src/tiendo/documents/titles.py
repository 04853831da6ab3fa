"""Reads a document's type and title from its head, from a table of labels, or from a web page's own headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tiendo.documents.document_number import NUMBER_LINE
from tiendo.documents.document_types import ABBREVIATIONS, ENACTED, TYPES
from tiendo.documents.head import HEADLINE, Head
from tiendo.documents.issuers import is_body

_SUBJECT_OF_A_LETTER = re.compile(r"V/v:?\s+", re.IGNORECASE)
_TITLE_ENDS = re.compile(r"KHOÁ\s|KHÓA\s|Kính gửi|\(|[-–—=.~\s]*$", re.IGNORECASE)
# A title broken here goes on, even with the name of a body.
_GOES_ON = re.compile(r"(?:,|[-–]|\b(?:CỦA|VÀ|VỚI|CHO|DO|TẠI|của|và|với|cho|do|tại))$")
_ABBREVIATION = re.compile(r"[A-ZĐ][A-Za-zĐđ]*")


def title_of(head: Head, labelled: str | None) -> str | None:
    """The title as printed, on one line; `None` where the document has none."""
    printed = " ".join(_title_lines(head.below, enacted=head.type in ENACTED))
    if printed or labelled:
        return printed or labelled
    for line in head.above:
        if subject := _SUBJECT_OF_A_LETTER.match(line):
            return line[subject.end() :]
    return next((line for line in head.above[:1] if HEADLINE.match(line)), None)


def type_of(head: Head, labelled: str | None, number: str | None) -> str | None:
    """The type: as printed, as labelled, as in the headline, or as the number abbreviates it."""
    if head.type:
        return head.type
    if labelled and labelled.capitalize() in TYPES:
        return labelled.capitalize()
    if headline := HEADLINE.match(head.above[0]) if head.above else None:
        return headline["type"]
    if any(_SUBJECT_OF_A_LETTER.match(line) for line in head.above):
        return "Công văn"
    parts = _ABBREVIATION.findall(number or "")
    return next((ABBREVIATIONS[part] for part in parts if part in ABBREVIATIONS), None)


def _title_lines(below: Sequence[str], *, enacted: bool) -> list[str]:
    """The lines of the title: down to the body that enacts the document, if one does, a rule or the addressee."""
    lines: list[str] = []
    for line in below:
        if NUMBER_LINE.match(line):
            continue
        if _TITLE_ENDS.match(line) or (enacted and is_body(line) and not (lines and _GOES_ON.search(lines[-1]))):
            break
        lines.append(line)
    return lines
