"""Reads a document's type and title from its head, from a table of labels, or from a web page's own headline."""

from __future__ import annotations

import re

from tiendo.documents.document_types import ABBREVIATIONS, TYPES
from tiendo.documents.head import Head

_SUBJECT_OF_A_LETTER = re.compile(r"V/v:?\s+(?P<subject>.+)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-ZĐ][A-Za-zĐđ]*")


def title_of(head: Head, labelled: str | None) -> str | None:
    """The title as printed, on one line; `None` where the document has none."""
    if head.title:
        return " ".join(head.title)
    if labelled:
        return labelled
    if subject := _subject_of_a_letter(head):
        return subject
    return head.headline.group() if head.headline else None


def type_of(head: Head, labelled: str | None, number: str | None) -> str | None:
    """The type: as printed, as labelled, as in the headline, or as the number abbreviates it."""
    if head.type:
        return head.type
    if labelled and labelled.capitalize() in TYPES:
        return labelled.capitalize()
    if head.headline:
        return head.headline["type"]
    if _subject_of_a_letter(head):
        return "Công văn"
    parts = _ABBREVIATION.findall(number or "")
    return next((ABBREVIATIONS[part] for part in parts if part in ABBREVIATIONS), None)


def _subject_of_a_letter(head: Head) -> str | None:
    """What an official letter says below its number in place of a title: `V/v báo cáo kết quả …`."""
    found = next(filter(None, map(_SUBJECT_OF_A_LETTER.match, head.letterhead)), None)
    return found["subject"] if found else None
