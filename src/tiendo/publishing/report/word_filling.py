"""The placeholders of a template, `{{…}}`: which there are, and how the parts of a report take their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from tiendo.facts.errors import ReportRefused
from tiendo.publishing.report.word_xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

PARENT, ISSUER, NUMBER, SYMBOL = "cơ quan chủ quản", "cơ quan ban hành", "số", "ký hiệu"
PLACE_AND_DATE = "địa danh, ngày tháng"
TYPE_NAME, SUBJECT, AUTHORITY, ROLE, SIGNER = "tên loại", "trích yếu", "quyền hạn", "chức vụ", "người ký"
ADDRESSEES, GROUNDS, BODY, RECIPIENTS, ANNEXES = "kính gửi", "căn cứ", "nội dung", "nơi nhận", "phụ lục"

IN_LINE = (PARENT, ISSUER, NUMBER, SYMBOL, PLACE_AND_DATE, TYPE_NAME, SUBJECT, AUTHORITY, ROLE, SIGNER)
"""Fields that are some words; they may stand anywhere in a paragraph, in headers and footers too."""
IN_BLOCKS = (ADDRESSEES, GROUNDS, BODY, RECIPIENTS, ANNEXES)
"""Fields that are paragraphs and tables; each stands alone in a paragraph, which it replaces."""

_FIELD = re.compile(r"\{\{([^{}]*)\}\}")
_PARAGRAPH, _TEXT, _CELL = f"{{{W}}}p", f"{{{W}}}t", f"{{{W}}}tc"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_lines(root: _Element, values: Mapping[str, str], template: str) -> None:
    """Put words in the place of in-line fields below `root`; a paragraph of which nothing is left is taken out."""
    for paragraph in list(root.iter(_PARAGRAPH)):
        text = _text_of(paragraph)
        names = list(_names(text, template))
        if not any(name in IN_LINE for name in names):
            continue
        if any(name in IN_BLOCKS for name in names):
            raise _not_alone(next(name for name in names if name in IN_BLOCKS), template)
        _replace(paragraph, values)
        if not _text_of(paragraph).strip():
            remove(paragraph)


def blocks(root: _Element, template: str) -> dict[str, _Element]:
    """The paragraph of each block field below `root`, the first where there are several."""
    found: dict[str, _Element] = {}
    for paragraph in root.iter(_PARAGRAPH):
        text = _text_of(paragraph)
        for name in _names(text, template):
            if name in IN_BLOCKS and not _FIELD.fullmatch(text.strip()):
                raise _not_alone(name, template)
            if name in IN_BLOCKS:
                found.setdefault(name, paragraph)
    return found


def require(places: Mapping[str, _Element], field: str, template: str) -> None:
    """Raise `ReportRefused` where a template has no place for a field, whose part would be lost silently."""
    if field not in places:
        raise ReportRefused(
            vi=f"Mẫu {template} không có trường {{{{{field}}}}} nên báo cáo sẽ bị mất phần này: hãy thêm một đoạn"
            f" chỉ gồm {{{{{field}}}}} vào mẫu.",
            en=f"The template {template} has no field {{{{{field}}}}}, so that part would be lost: add a paragraph"
            f" with {{{{{field}}}}} alone.",
        )


def require_in_text(place: _Element, body: _Element, template: str) -> None:
    """Raise `ReportRefused` where the annexes, which begin on pages of their own, are to stand inside a table."""
    if place.getparent() is not body:
        raise ReportRefused(
            vi=f"Trong mẫu {template}, trường {{{{{ANNEXES}}}}} phải là một đoạn ở cuối văn bản, không nằm trong bảng"
            " hay khung: hãy chuyển ra ngoài.",
            en=f"In the template {template} the field {{{{{ANNEXES}}}}} has to be a paragraph at the end of the text,"
            " in no table or frame: move it out.",
        )


def put(paragraph: _Element, content: _Element) -> None:
    """Put what stands in an element in the place of a paragraph.

    The element moves into the document whole before it is emptied: moving its children one by one from another
    document takes lxml twenty times as long.
    """
    paragraph.addprevious(content)
    for child in list(content):
        content.addprevious(child)
    remove(content)
    remove(paragraph)


def remove(paragraph: _Element) -> None:
    """Take an element out; the last one of a cell, which Word cannot do without, is emptied instead."""
    parent = paragraph.getparent()
    if parent is None:
        return
    if parent.tag == _CELL and len(parent.findall(_PARAGRAPH)) == 1:
        for text in paragraph.iter(_TEXT):
            text.text = ""
    else:
        parent.remove(paragraph)


def _names(text: str, template: str) -> Iterator[str]:
    for match in _FIELD.finditer(text):
        name = _as_named(match[1])
        if name not in IN_LINE and name not in IN_BLOCKS:
            known = ", ".join(IN_LINE + IN_BLOCKS)
            raise ReportRefused(
                vi=f"Mẫu {template} có trường {{{{{match[1][:40]}}}}} mà báo cáo không có: hãy sửa thành một trong các"
                f" trường {known}.",
                en=f"The template {template} has the field {{{{{match[1][:40]}}}}}, which no report has: the fields are"
                f" {known}.",
            )
        yield name


def _as_named(written: str) -> str:
    """The name of a field whatever its letters are made of, however large and far apart they are."""
    return " ".join(unicodedata.normalize("NFC", written).casefold().split())


def _text_of(paragraph: _Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(_TEXT))


def _replace(paragraph: _Element, values: Mapping[str, str]) -> None:
    """Fields are found across runs: Word cuts a word into several as soon as somebody has corrected it."""
    pieces = list(paragraph.iter(_TEXT))
    edges = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece.text or ""))
    for match in reversed(list(_FIELD.finditer(_text_of(paragraph)))):
        value = values[_as_named(match[1])]
        for piece, (start, end) in reversed(list(zip(pieces, pairwise(edges), strict=True))):
            first, last = max(match.start(), start), min(match.end(), end)
            if first < last:
                text = piece.text or ""
                put_in = value if first == match.start() else ""
                piece.text = text[: first - start] + put_in + text[last - start :]
    for piece in pieces:
        _break_lines(piece)


def _break_lines(piece: _Element) -> None:
    """A line end in a value becomes one in Word."""
    piece.set(_SPACE, "preserve")
    first, *others = (piece.text or "").split("\n")
    piece.text = first
    behind = piece
    for line in others:
        line_end = piece.makeelement(f"{{{W}}}br")
        text = piece.makeelement(_TEXT, {_SPACE: "preserve"})
        text.text = line
        behind.addnext(line_end)
        line_end.addnext(text)
        behind = text


def _not_alone(name: str, template: str) -> ReportRefused:
    return ReportRefused(
        vi=f"Trong mẫu {template}, trường {{{{{name}}}}} phải đứng một mình trong một đoạn: hãy tách thành đoạn riêng.",
        en=f"In the template {template} the field {{{{{name}}}}} has to stand alone in its paragraph: give it its own.",
    )
