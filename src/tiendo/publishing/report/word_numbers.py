"""The numbers of a Word text that stand in no field: those that Tiến Độ wrote as words, and those typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tiendo.publishing.report.word_xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, TEXT, FIELD = f"{{{W}}}p", f"{{{W}}}t", f"{{{W}}}sdt"
# What tracked changes took out, and what is never printed.
_GONE = frozenset(f"{{{W}}}{name}" for name in ("del", "moveFrom", "instrText", "delText"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_FIELD_MARK = "\ufffc"  # a field between words: what stands before and behind it is never one number


def numbers_outside(root: _Element) -> Iterator[str]:
    """Each number of the paragraphs below `root` as it is printed, fields left out, in the order of the text."""
    for paragraph in root.iter(PARAGRAPH):
        yield from numbers_in(text_outside(paragraph))


def numbers_in(text: str) -> list[str]:
    """The numbers of a text as they are printed."""
    return _NUMBER.findall(text)


def text_outside(paragraph: _Element) -> str:
    """The text of a paragraph, with a mark where each field stands; text boxes inside it are paragraphs themselves."""
    return "".join(_pieces(paragraph, with_fields=False))


def text_of(element: _Element) -> str:
    """The text of a paragraph or a field, fields in it included."""
    return "".join(_pieces(element, with_fields=True))


def _pieces(element: _Element, *, with_fields: bool) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in _GONE or child.tag in (_FALLBACK, PARAGRAPH):
            continue
        elif child.tag == FIELD and not with_fields:
            yield _FIELD_MARK
        elif child.tag in (f"{{{W}}}br", f"{{{W}}}tab"):
            yield " "
        else:
            yield from _pieces(child, with_fields=with_fields)
