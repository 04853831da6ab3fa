"""Finds numbers that announce a list (`7 nhóm nhiệm vụ sau:`) and counts the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tiendo.documents.model import Block, Document
from tiendo.extraction.alternation import any_of
from tiendo.extraction.lists import Lists, marker_kind
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Quantity, Unit
from tiendo.facts.relations import Relation, RelationKind
from tiendo.text.number_words import read_number_words

# Things that documents announce by number and then list one by one. Not projects, communes or people: lists of
# those stand in annexes, or name only some.
_LISTED_THINGS = any_of(
    """nhóm nhiệm vụ | nhóm giải pháp | nhóm chỉ tiêu | nhóm mục tiêu | nhóm vấn đề | nhóm nội dung | nhóm | nhiệm vụ
    | giải pháp | nội dung | vấn đề | mục tiêu | chỉ tiêu | nguyên tắc | quan điểm | khâu đột phá | đột phá | trụ cột
    | lĩnh vực | tiêu chí | chương trình | định hướng | yêu cầu | điểm | việc | phương án | hợp phần | giai đoạn
    | bước"""
)
_ANNOUNCES = re.compile(
    rf"(?<![\w.,/])(?P<number>\d{{1,2}}|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w))(?:\s*\([^()\d]{{1,12}}\))?\s+"
    rf"(?P<thing>{_LISTED_THINGS})(?!\w)(?P<rest>[^:;.\d]{{0,120}}?)(?:\s+(?:sau(?:\s+đây)?|như\s+sau|gồm|bao\s+gồm|là))?\s*:"
)
# Inline members: "(1) …; (2) …" or "(i) …; (ii) …".
_INLINE_DIGIT = re.compile(r"\((\d{1,2})\)")
_INLINE_ROMAN = re.compile(r"\(([ivx]{1,4})\)")
_INLINE_LETTER = re.compile(r"(?<![\w(])([a-zđ])\)")
_LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_DIGITS = tuple(map(str, range(1, 100)))
_ITEM = Unit("MUC")
_LEAST_ITEMS = 2


def announced_lists(document: Document, lower: str, lists: Lists) -> Iterator[Relation]:
    """Every announced number with the list that follows at once; nothing where no list follows."""
    for index, block in enumerate(document.blocks):
        for found in _ANNOUNCES.finditer(lower, block.start, block.end):
            announced = _number(found["number"])
            counted = _inline(document, lower, found.end(), block.end)
            if counted is None and not lower[found.end() : block.end].strip():
                counted = _below(document, [document.blocks[member] for member in lists.members(index)])
            if announced is not None and counted is not None:
                start, end = found.span("number")
                yield Relation(
                    kind=RelationKind.LIST,
                    terms=(counted,),
                    result=_figure(document, start, end, announced),
                    words=" ".join(found["thing"].split()),
                )


def _number(written: str) -> Decimal | None:
    if written.isdecimal():
        return Decimal(written)
    read = read_number_words(written)
    return read[0] if read is not None else None


def _inline(document: Document, lower: str, start: int, end: int) -> Figure | None:
    """Members numbered in brackets behind the colon, from one on without a gap."""
    ways = ((_INLINE_DIGIT, _DIGITS), (_INLINE_ROMAN, _ROMANS), (_INLINE_LETTER, _LETTERS))
    for pattern, names in ways:
        found = list(pattern.finditer(lower, start, end))
        if len(found) >= _LEAST_ITEMS and tuple(one[1] for one in found) == names[: len(found)]:
            return _figure(document, found[0].start(), found[-1].end(), Decimal(len(found)))
    return None


def _below(document: Document, children: list[Block]) -> Figure | None:
    """The list under a block: members of one kind only, bullets or one way of numbering."""
    members = [child for child in children if child.marker]
    kinds = {marker_kind(child.marker) for child in members}
    if len(members) < _LEAST_ITEMS or len(kinds) != 1 or len(members) != len(children):
        return None
    last = members[-1]
    return _figure(document, members[0].start, last.end, Decimal(len(members)))


def _figure(document: Document, start: int, end: int, value: Decimal) -> Figure:
    quantity = Quantity(low=value, high=value, written_unit="", unit=_ITEM)
    return Figure(start=start, end=end, quote=document.text[start:end], quantity=quantity, is_plan=True)
