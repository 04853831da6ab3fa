"""Sections of a Word file: paper, margins and page numbers of the text and of each annex."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, TypeAlias

from tiendo.facts.errors import ReportRefused
from tiendo.publishing.report.word_xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    Section: TypeAlias = _Element
else:
    Section = object

_SIZE, _MARGINS, _NUMBERS, _TYPE = (f"{{{W}}}{name}" for name in ("pgSz", "pgMar", "pgNumType", "type"))
_WIDE, _HIGH, _TURNED, _START = (f"{{{W}}}{name}" for name in ("w", "h", "orient", "start"))
# Behind these a section keeps its page numbers; a validator wants the order.
_BEFORE_NUMBERS = tuple(f"{{{W}}}{name}" for name in ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType"))


def section_of(body: _Element, template: str) -> Section:
    """The section at the end of a document, which holds for all of its text."""
    last = body[-1] if len(body) else None
    if last is None or last.tag != f"{{{W}}}sectPr" or last.find(_SIZE) is None or last.find(_MARGINS) is None:
        raise ReportRefused(
            vi=f"Mẫu {template} không nói khổ giấy và lề trang: hãy đặt khổ A4 và lề trong Word rồi lưu lại.",
            en=f"The template {template} does not say its paper and margins: set them in Word and save it again.",
        )
    return last


def text_width(section: Section) -> int:
    """How wide the text is between the margins, in twips."""
    size, margins = section.find(_SIZE), section.find(_MARGINS)
    width = _twips(size, "w") - _twips(margins, "left") - _twips(margins, "right") - _twips(margins, "gutter")
    return max(width, 1)


def restarted(section: Section, *, landscape: bool | None) -> Section:
    """A copy whose pages are counted from 1, turned where `landscape` says so; `None` leaves it as it lies."""
    copied = deepcopy(section)
    size = copied.find(_SIZE)
    if landscape is not None and size is not None:
        short, long = sorted((_twips(size, "w"), _twips(size, "h")))
        size.set(_WIDE, str(long if landscape else short))
        size.set(_HIGH, str(short if landscape else long))
        size.set(_TURNED, "landscape" if landscape else "portrait")
    begins = copied.find(_TYPE)
    if begins is not None:  # an annex begins on a page of its own, which is what holds without a word
        copied.remove(begins)
    _count_from_one(copied)
    return copied


def _count_from_one(section: Section) -> None:
    numbers = section.find(_NUMBERS)
    if numbers is None:
        numbers = section.makeelement(_NUMBERS)
        behind = [child for child in section if child.tag in _BEFORE_NUMBERS][-1]
        behind.addnext(numbers)
    numbers.set(_START, "1")


def _twips(element: _Element | None, name: str) -> int:
    text = "" if element is None else element.get(f"{{{W}}}{name}", "")
    return int(text) if text.isascii() and text.isdigit() else 0
