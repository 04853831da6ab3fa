"""Preface and preamble: what stands before the provisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from lxml import etree

from tiendo.documents.model import BlockKind
from tiendo.publishing.akoma_ntoso.body import add_blocks
from tiendo.publishing.akoma_ntoso.items import Item
from tiendo.publishing.akoma_ntoso.marks import Mark
from tiendo.publishing.akoma_ntoso.model import WrittenDocument
from tiendo.publishing.akoma_ntoso.words import Words, add
from tiendo.publishing.akoma_ntoso.works import has_number

_LEGAL_GROUND = re.compile(r"\W*Căn cứ\b")


def head_marks(document: WrittenDocument, preface: Sequence[Item]) -> list[Mark]:
    """Type, number, date and subject where the head prints them."""
    if not preface:
        return []
    text, start, end = document.outlined.text, preface[0].start, preface[-1].end
    wanted: list[tuple[str, re.Pattern[str] | None, tuple[tuple[str, str], ...]]] = [
        ("docType", printed(document.type_name), ()),
        ("docNumber", printed(document.number) if has_number(document.number) else None, ()),
        ("docTitle", printed(document.subject), ()),
    ]
    if document.issued:
        wanted.append(("docDate", _printed_day(document.issued), (("date", document.issued.isoformat()),)))
    found = [(name, pattern.search(text, start, end), said) for name, pattern, said in wanted if pattern]
    return [Mark(one.start(), one.end(), name, said) for name, one, said in found if one]


def add_preface(act: etree._Element, items: Sequence[Item], words: Words) -> None:
    """The letterhead and the title."""
    if items:
        add_blocks(add(act, "preface"), items, words, "preface")


def add_preamble(act: etree._Element, items: Sequence[Item], words: Words) -> None:
    """Legal grounds as citations, considerations as recitals, and the words that enact."""
    if not items:
        return
    preamble = add(act, "preamble")
    for name, grouped in groupby(items, key=lambda item: _part_of_preamble(item, words)):
        listed = list(grouped)
        if name in ("citations", "recitals"):
            _add_grounds(preamble, name, listed, words)
        elif name == "formula":
            formula = add(preamble, "formula", name="enacting", eId=words.addresses.address("formula", ""))
            add_blocks(formula, listed, words, "preamble")
        else:
            add_blocks(preamble, listed, words, "preamble")


def _add_grounds(preamble: etree._Element, name: str, items: Sequence[Item], words: Words) -> None:
    address = words.addresses.address(name, "")
    group = add(preamble, name, eId=address)
    for item in items:
        own = words.addresses.address(name.removesuffix("s"), address)
        add_blocks(add(group, name.removesuffix("s"), eId=own), [item], words, own)


def _part_of_preamble(item: Item, words: Words) -> str:
    if item.kind is BlockKind.LEGAL_BASIS:
        is_ground = _LEGAL_GROUND.match(words.text, *words.trimmed(item.start, item.end)) is not None
        return "citations" if is_ground else "recitals"
    return "formula" if item.kind is BlockKind.HEADING else "words"


def _printed_day(day: date) -> re.Pattern[str]:
    return re.compile(rf"ngày\s+0?{day.day}\s+tháng\s+0?{day.month}\s+năm\s+{day.year}(?!\d)", re.IGNORECASE)


def printed(value: str | None) -> re.Pattern[str] | None:
    """How a value of the head may be printed: in capitals, with blanks and breaks between and marks around."""
    signs = re.findall(r"[^\W_]+|[^\w\s]", value or "")
    if not signs:
        return None
    return re.compile(r"[\s*#|_]*".join(re.escape(sign) for sign in signs), re.IGNORECASE)
