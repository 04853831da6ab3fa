"""Reads what a document says about itself: type, number, issuer, place and date, title, legal bases, signer, period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tiendo.documents.document_types import ABBREVIATIONS, TYPES
from tiendo.documents.issuers import issuer_of
from tiendo.documents.model import Block, BlockKind, LegalBasis, Metadata
from tiendo.documents.title_period import title_period
from tiendo.facts.period import Period
from tiendo.text.dates import DateMention, find_dates

_MARKS = str.maketrans({mark: " " for mark in "*#|_\t\u00a0\u200b\ufeff\f"})
_HEAD_KINDS = frozenset((BlockKind.TITLE, BlockKind.TABLE_CELL))
# A letterhead with the longest title has some 2,000 characters; what is longer is no head.
_LONGEST_HEAD = 6_000

# --- the number ---

_SYMBOL_PART = r"[A-ZĐ][A-Za-zĐđ\d]*(?!\w)"
_NUMBER = rf"(?:\d{{1,5}}|[\s.…]*)\s?(?:/\s?\d{{4}}\s?)?[/-]\s?{_SYMBOL_PART}(?:\s?[-/&]\s?{_SYMBOL_PART})*"
_NUMBER_LINE = re.compile(rf"(?:[^\W\d]+\s){{0,3}}?Số\s*:?\s*(?P<number>{_NUMBER})", re.IGNORECASE)
_CITED_NUMBER = re.compile(rf"(?:số\s+)?(?P<number>{_NUMBER})")
_ABBREVIATION = re.compile(r"[A-ZĐ][A-Za-zĐđ]*")
_BLANK = re.compile(r"[\s.…]+")
_UNFILLED = re.compile(r"^[.…]*")

# --- type and title ---

_TYPES_LONGEST_FIRST = sorted(TYPES, key=len, reverse=True)
_PRINTED_TYPE = re.compile("(?:" + "|".join(name.upper() for name in _TYPES_LONGEST_FIRST) + r")(?=\s|$|:)")
_TYPE_ALONE = re.compile("(?:" + "|".join(_TYPES_LONGEST_FIRST) + r")\s*:?", re.IGNORECASE)
_WEB_TITLE = re.compile("(?P<type>" + "|".join(_TYPES_LONGEST_FIRST) + r")\s+")
_LETTER_SUBJECT = re.compile(r"V/v:?\s+", re.IGNORECASE)
_TITLE_ENDS = re.compile(r"KHOÁ\s|KHÓA\s|Kính gửi|[-–—=.\s]*$|\(|Số\s*:", re.IGNORECASE)

# --- place, date, signature ---

_PLACE = re.compile(r"(?P<place>[^\W\d_][^\W\d_.]*\.?(?:\s[^\W\d_]+){0,4}),\s*(?=ngày\b)")
_PASSED = re.compile(r"thông\s+qua")
_NAME = re.compile(r"(?:(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá)\s)?(?P<name>[^\W\d_a-z][^\W\d_]*(?:\s[^\W\d_]+){1,5})")
# Below a position come the seal, "(Đã ký)" and blank lines, then the name.
_LINES_TO_NAME = 6
_SHORTEST_POSITION = 5

_LABELS = {
    "số hiệu": "number", "số ký hiệu": "number", "số kí hiệu": "number", "số/ký hiệu": "number", "ký hiệu": "number",
    "ngày ban hành": "date", "ngày văn bản": "date", "loại văn bản": "type", "cơ quan ban hành": "issuer",
    "nơi ban hành": "issuer", "người ký": "signer", "trích yếu": "title", "trích yếu nội dung": "title",
    "tên văn bản": "title",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the first provision: its lines without marks, and where among them the type is printed."""

    lines: tuple[str, ...]
    type_line: int | None

    @property
    def above_type(self) -> tuple[str, ...]:
        return self.lines[: self.type_line]

    @property
    def below_type(self) -> tuple[str, ...]:
        return () if self.type_line is None else self.lines[self.type_line + 1 :]


def read_metadata(text: str, blocks: tuple[Block, ...]) -> Metadata:
    """The metadata of a document, from its head, a table of labels on top of it, and its end."""
    head = _head(text, blocks)
    labelled = dict(_labelled_cells(text, blocks))
    number = _number(head, labelled.get("number"))
    title, title_type = _title(head, labelled.get("title"))
    place, written = _place_and_date(head)
    issued = _issue_date(written, labelled.get("date"), text, blocks)
    issuer = issuer_of(
        text, head.above_type, head.below_type, labelled=labelled.get("issuer"), number=number, place=place
    )
    return Metadata(
        type=_type(head, labelled.get("type"), title_type, number),
        number=number,
        issuer=issuer,
        place=place,
        date=issued,
        partial_date=None if issued or written is None else _partial(written),
        signer=labelled.get("signer") or _signer(text, blocks),
        title=title,
        legal_bases=tuple(LegalBasis(b.start, b.end) for b in blocks if b.kind is BlockKind.LEGAL_BASIS),
        period=title_period(title) if title else None,
    )


def _head(text: str, blocks: tuple[Block, ...]) -> _Head:
    body = next((block.start for block in blocks if block.kind not in _HEAD_KINDS), len(text))
    end = text.rfind("\n", 0, min(body, _LONGEST_HEAD)) + 1 if body < len(text) else min(body, _LONGEST_HEAD)
    lines = tuple(_clean_lines(text[:end]))
    return _Head(lines, next((index for index, line in enumerate(lines) if _prints_type(line)), None))


def _prints_type(line: str) -> bool:
    return _PRINTED_TYPE.match(line) is not None or _TYPE_ALONE.fullmatch(line) is not None


def _clean_lines(text: str) -> Iterator[str]:
    """The lines with content, without marks of layout and with single blanks."""
    for line in text.translate(_MARKS).split("\n"):
        words = " ".join(line.split())
        if words:
            yield words


def _labelled_cells(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The pairs of a table such as web pages put above a document: `Số hiệu | 23/KH-UBND`."""
    for label, value in pairwise(blocks):
        if label.kind is value.kind is BlockKind.TABLE_CELL:
            name = _LABELS.get(text[label.start : label.end].strip(" :*").lower())
            content = " ".join(text[value.start : value.end].split())
            if name and content and content.strip(" :*").lower() not in _LABELS:
                yield name, content


# --- number and type ---


def _number(head: _Head, labelled: str | None) -> str | None:
    """The document's own number; a draft's blank is kept as nothing: `/TC-UBND`."""
    if labelled and (found := _CITED_NUMBER.fullmatch(labelled)):
        return _tidy_number(found["number"])
    for line in head.above_type + head.below_type:
        if found := _NUMBER_LINE.match(line):
            return _tidy_number(found["number"])
    return _web_number(head)


def _web_number(head: _Head) -> str | None:
    """The number in a title of the web's making: `Kế hoạch 23/KH-UBND năm 2023 …`."""
    named = _WEB_TITLE.match(head.lines[0]) if head.lines else None
    found = _CITED_NUMBER.match(head.lines[0], named.end()) if named else None
    return _tidy_number(found["number"]) if found else None


def _tidy_number(written: str) -> str:
    return _UNFILLED.sub("", _BLANK.sub("", written))


def _type(head: _Head, labelled: str | None, title_type: str | None, number: str | None) -> str | None:
    """The type as printed, else as labelled, else what the number's abbreviation stands for."""
    if head.type_line is not None:
        printed = _PRINTED_TYPE.match(head.lines[head.type_line])
        return (printed.group() if printed else head.lines[head.type_line].rstrip(" :")).capitalize()
    if labelled and labelled.capitalize() in TYPES:
        return labelled.capitalize()
    if title_type:
        return title_type
    return next((ABBREVIATIONS[part] for part in _ABBREVIATION.findall(number or "") if part in ABBREVIATIONS), None)


# --- title ---


def _title(head: _Head, labelled: str | None) -> tuple[str | None, str | None]:
    """The title and, where it is one that names its type (`Kế hoạch 23/KH-UBND …`), that type."""
    if head.type_line is not None:
        beside = _PRINTED_TYPE.sub("", head.lines[head.type_line], count=1).strip(" :")
        own = " ".join(_title_lines([beside] if beside.isascii() is False else [], head.below_type))
        if own:
            return own, None
    if labelled:
        return labelled, None
    for line in head.lines:
        if subject := _LETTER_SUBJECT.match(line):
            return line[subject.end() :], "Công văn"
    named = _WEB_TITLE.match(head.lines[0]) if head.lines else None
    return (head.lines[0], named["type"]) if named else (None, None)


def _title_lines(lines: list[str], below: Sequence[str]) -> list[str]:
    """The lines of the title: down to the body that enacts the document, a rule or the addressee."""
    for line in below:
        if _TITLE_ENDS.match(line) or (lines and _is_body(line) and not _expects_more(lines[-1])):
            break
        lines.append(line)
    return lines
