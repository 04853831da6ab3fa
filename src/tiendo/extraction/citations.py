"""Finds the documents that a text cites: by number, or, for a law, by the day it was passed.

State documents print `96/NQ-CP`, the Party `96-NQ/TU`, laws `57/2014/QH13`; the quote runs from the type
to the date or the issuer, whichever comes last, and leaves the title outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tiendo.documents.model import BlockKind, Document
from tiendo.extraction.bodies import read_bodies, read_body
from tiendo.extraction.placing import Places
from tiendo.facts.records import Citation
from tiendo.text.dates import find_dates

# Longest first, so that "Báo cáo thẩm tra" is no mere "Báo cáo".
_TYPES = (
    *("Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Quy định", "Quy chế", "Chỉ thị"),
    *("Thông tư liên tịch", "Thông tư", "Thông báo kết luận", "Thông báo", "Thông tri", "Kết luận"),
    *("Kế hoạch", "Chương trình hành động", "Chương trình", "Đề án", "Phương án", "Quy hoạch"),
    *("Báo cáo thẩm tra", "Báo cáo kiểm toán", "Báo cáo", "Tờ trình", "Công văn", "Công điện", "Công thư"),
    *("Văn bản hợp nhất", "Văn bản", "Hướng dẫn", "Biên bản", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Hiến pháp"),
)
_TYPE_OF = {name.lower(): name for name in _TYPES}

_NUMBER = re.compile(
    r"(?<![\w/.,-])"
    r"\d{1,5}(?:\.\d{1,3}|[a-zđ])?(?:\s?/\s?\d{4})?\s?[-/–]\s?"
    r"(?:[A-ZĐ][A-Za-zĐđƯư&]{0,11}\d{0,3})(?:\s?[-/–]\s?[A-ZĐƯ][A-Za-zĐđƯư&]{0,11}\d{0,3}){0,4}"
    r"(?!\w)"
)
# A number of letters alone says nothing: it has two parts, or a year and one.
_TWO_PARTS = re.compile(r"[-/–]\s?[A-ZĐ].*[-/–]\s?[A-ZĐƯ]|/\s?\d{4}\s?/")

_TYPE_WORDS = "|".join(name.replace(" ", r"\s+") for name in _TYPES)
# The type, then at most the issuer or a few plain words, then "số" and the number's place.
_BEFORE = re.compile(
    rf"(?<!\w)(?P<type>{_TYPE_WORDS})(?:\s+của\s+[^;:.()]{{2,60}}?|(?:\s+[^\W\d_]+){{1,4}}?)?\s*:?(?:\s*số)?\s*:?\s*\Z",
    re.IGNORECASE,
)
_BEFORE_LAW = re.compile(
    r"(?<!\w)(?<![Pp]háp )(?P<type>Bộ\s+luật|Luật|Pháp\s+lệnh)\s+(?:(?!(?:Luật|Nghị)\s)[^;:.()\d]){0,160}?số\s*\Z"
)
# The next of a list: "Nghị quyết số 68/NQ-CP, 116/NQ-CP và số 126/NQ-CP"; titles may stand between.
_LISTED = re.compile(r"\s*(?:,|;|và|,\s*và)\s*\Z")
_LISTED_BY_WORD = re.compile(r"(?:[,;]|(?<!\w)và)\s*số\s*\Z", re.IGNORECASE)
_REACH = 200  # longer than a law's name between type and number

_BY_DATE = re.compile(
    r"(?<!\w)(?P<type>Bộ\s+luật|Luật|Pháp\s+lệnh|Hiến\s+pháp)\s+"
    r"(?:(?:s|S)ửa\s+đổi[^;:.()\d]{3,300}?|(?:(?!\sLuật\s)[^;:.()\d]){2,160}?)"
    r",?\s(?<!trước\s)(?<!sau\s)(?<!từ\s)(?<!đến\s)(?<!vào\s)\s*(?=ngày\s)"
)
_DATE_FOLLOWS = re.compile(r"\s*,?\s*(?=ngày\s*\d)", re.IGNORECASE)
_ISSUER_FOLLOWS = re.compile(r"\s*,?\s*của\s+(?=[^\W\d_])", re.IGNORECASE)
_LONGEST_DATE = 40
# The document's own number: "Số: 23/KH-UBND", "Số hiệu | 23/KH-UBND", a title line.
_OWN = re.compile(r"(?:^|\n)[\s|*#_]*(?:Số|SỐ)(?:\s+(?:hiệu|ký hiệu))?\s*[|:]?[\s|*_]*(?:Luật số:?\s*)?\Z")
_OWN_REACH = 40


class _Found(NamedTuple):
    """A citation before it has its provision."""

    start: int
    end: int
    number: str | None
    type: str
    date: date | None
    issuer: str | None


def extract_citations(document: Document, reading: str) -> list[Citation]:
    """Every mention of another document in `document`, in order; `reading` is its reading copy."""
    places = Places(document)
    text = document.text
    found = sorted([*_numbered(document, reading), *_dated_laws(reading)], key=lambda item: (item.start, item.end))
    citations: list[Citation] = []
    for item in found:
        if citations and item.start < citations[-1].end:
            continue
        citations.append(
            Citation(
                start=item.start,
                end=item.end,
                quote=text[item.start : item.end],
                provision=places.provision_at(item.start),
                number=item.number,
                type=item.type,
                date=item.date,
                issuer=item.issuer,
            )
        )
    return citations


def _own_places(document: Document) -> frozenset[int]:
    """Where a title begins: a document named there is the one in hand ("Kế hoạch 23/KH-UBND năm 2023 …")."""
    return frozenset(block.start for block in document.blocks if block.kind is BlockKind.TITLE)


def _numbered(document: Document, reading: str) -> Iterator[_Found]:
    """Documents cited by number, without the document itself."""
    own_number, own_places = document.metadata.number, _own_places(document)
    before: _Found | None = None
    for found in _NUMBER.finditer(reading):
        if not _TWO_PARTS.search(found.group()):
            continue
        head = _head(reading, found.start(), before)
        if head is None or _OWN.search(document.text, max(0, found.start() - _OWN_REACH), found.start()):
            continue
        start, kind = head
        number = " ".join(found.group().split())
        end, day, issuer = _tail(reading, found.end(), joint="liên tịch" in kind)
        before = _Found(start, end, number, kind, day, issuer)
        if start not in own_places and number != own_number:
            yield before


def _head(reading: str, number: int, before: _Found | None) -> tuple[int, str] | None:
    """Where the citation of the number at `number` begins, and its type; `None` where no type is near."""
    floor = max(0, number - _REACH, before.end if before else 0)
    found = _last_type(reading, floor, number) or _BEFORE_LAW.search(reading, floor, number)
    if found is not None:
        return found.start(), _TYPE_OF[" ".join(found["type"].lower().split())]
    if before is None or number - before.end > _REACH:
        return None
    if _LISTED.fullmatch(reading, before.end, number) or _LISTED_BY_WORD.search(reading, before.end, number):
        return number, before.type
    return None


def _last_type(reading: str, floor: int, number: int) -> re.Match[str] | None:
    """The nearest type word that the number belongs to: in "Quyết định … Nghị định số 1/…" the second."""
    found = _BEFORE.search(reading, floor, number)
    while found is not None:
        nearer = _BEFORE.search(reading, found.end("type"), number)
        if nearer is None:
            return found
        found = nearer
    return None


def _tail(reading: str, end: int, *, joint: bool = False) -> tuple[int, date | None, str | None]:
    """What follows a number: the date and the issuer, in either order; a `joint` document has several issuers."""
    read_issuer = read_bodies if joint else read_body
    day: date | None = None
    issuer: str | None = None
    for _ in range(2):
        dated = _DATE_FOLLOWS.match(reading, end)
        if dated and day is None:
            mention = next(find_dates(reading, dated.end(), dated.end() + _LONGEST_DATE), None)
            if mention is None or mention.start != dated.end() or mention.date is None:
                break
            day, end = mention.date, mention.end
            continue
        issued = _ISSUER_FOLLOWS.match(reading, end)
        body = read_issuer(reading, issued.end()) if issued and issuer is None else None
        if body is None:
            break
        issuer, end = " ".join(reading[body.start : body.end].split()), body.end
    return end, day, issuer


def _dated_laws(reading: str) -> Iterator[_Found]:
    """Laws cited by the day they were passed: "Luật Đầu tư công ngày 18 tháng 6 năm 2014"."""
    for found in _BY_DATE.finditer(reading):
        mention = next(find_dates(reading, found.end(), found.end() + _LONGEST_DATE), None)
        if mention is None or mention.start != found.end() or mention.date is None:
            continue
        kind = _TYPE_OF[" ".join(found["type"].lower().split())]
        end, _, issuer = _tail(reading, mention.end)
        yield _Found(found.start(), end, None, kind, mention.date, issuer)
