"""The named styles that a report is set in: an officer changes them in Word, and every report follows.

A style is found by the name that Word shows, since programs give it another id when they save. What a template does
not have is taken from the one that is shipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from enum import StrEnum
from typing import TYPE_CHECKING

from tiendo.publishing.report.word_xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

StyleIds = Mapping["Style", str]
_NAME, _VALUE, _ID, _TYPE = (f"{{{W}}}{name}" for name in ("name", "val", "styleId", "type"))


class Style(StrEnum):
    """The styles by the names that they have in Word."""

    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    BODY = "BC Nội dung"
    DASH = "BC Gạch đầu dòng"
    GROUND = "BC Căn cứ"
    NOTE = "BC Ghi chú"
    RECIPIENT = "BC Nơi nhận"
    ADDRESSEE = "BC Kính gửi"
    ADDRESSEE_LISTED = "BC Danh sách kính gửi"
    ANNEX_LABEL = "BC Nhãn phụ lục"
    ANNEX_TITLE = "BC Tên phụ lục"
    ANNEX_NOTE = "BC Kèm theo"
    CAPTION = "BC Tên bảng"
    TABLE_HEAD = "BC Đầu bảng"
    TABLE_TEXT = "BC Ô chữ"
    TABLE_NUMBER = "BC Ô số"
    TABLE_GROUP = "BC Ô nhóm"
    SECTION_END = "BC Hết phần"


def with_all_styles(styles: _Element, shipped: _Element) -> StyleIds:
    """The ids of all styles in a part `styles.xml`; those that are missing are put in from the shipped part."""
    found = _by_name(styles)
    taken = {element.get(_ID) for element in styles.iter(f"{{{W}}}style")}
    ours = _by_name(shipped)
    ids = {}
    for style in Style:
        element = found.get(style.value.casefold())
        if element is None:
            element = deepcopy(ours[style.value.casefold()])
            wanted = element.get(_ID, "")
            while element.get(_ID) in taken:  # the same id for another name
                wanted += "x"
                element.set(_ID, wanted)
            taken.add(element.get(_ID))
            styles.append(element)
        ids[style] = element.get(_ID, "")
    return ids


def _by_name(styles: _Element) -> dict[str, _Element]:
    named: dict[str, _Element] = {}
    for element in styles.iter(f"{{{W}}}style"):
        name = element.find(_NAME)
        if name is not None and element.get(_TYPE) == "paragraph":
            named.setdefault(name.get(_VALUE, "").casefold(), element)
    return named
