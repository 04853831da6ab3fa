"""Reads what a document says about itself: type, number, issuer, place and date, title, legal bases, signer, period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tiendo.documents.document_number import number_of
from tiendo.documents.head import Head, clean_lines, labelled_values, read_head
from tiendo.documents.issuers import issuer_of
from tiendo.documents.model import Block, BlockKind, LegalBasis, Metadata
from tiendo.documents.title_period import title_period
from tiendo.documents.titles import title_of, type_of
from tiendo.facts.period import Period
from tiendo.text.dates import DateMention, find_dates

# No part of the number before it: in "Số: 12/CT-TTg Hà Nội" the place begins behind the blank.
_PLACE = re.compile(r"(?<!\S)(?P<place>[^\W\d_][^\W\d_.]*\.?(?:\s[^\W\d_]+){0,4}),\s*(?=ngày\b)")
_PASSED = re.compile(r"thông\s+qua\b")
_RANK = re.compile(r"(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá)\s")
# Between the position and the name come the seal, "(Đã ký)" and further lines of the position.
_LINES_TO_NAME = 6
_SHORTEST_POSITION = 5
_WORDS_IN_A_NAME = range(2, 7)


def read_metadata(text: str, blocks: tuple[Block, ...]) -> Metadata:
    """The metadata of a document, from its head, a table of labels above it, and its end."""
    head = read_head(text, blocks)
    labelled = labelled_values(text, blocks)
    number = number_of(head.letterhead + head.title, labelled.get("number")) or (
        head.headline["number"] if head.headline else None
    )
    title = title_of(head, labelled.get("title"))
    place, written = _place_and_date(head)
    issued = _date_of_issue(written, labelled.get("date"), text, blocks)
    return Metadata(
        type=type_of(head, labelled.get("type"), number),
        number=number,
        issuer=issuer_of(
            text, head.letterhead, head.enacting, labelled=labelled.get("issuer"), number=number, place=place
        ),
        place=place,
        date=issued,
        partial_date=None if issued or written is None else _partial(written),
        signer=labelled.get("signer") or _signer(text, blocks),
        title=title,
        legal_bases=tuple(LegalBasis(b.start, b.end) for b in blocks if b.kind is BlockKind.LEGAL_BASIS),
        period=title_period(title) if title else None,
    )


def _place_and_date(head: Head) -> tuple[str | None, DateMention | None]:
    """The line `Lạng Sơn, ngày 26 tháng 01 năm 2023`, which a narrow column may have broken."""
    whole = " ".join(head.letterhead)
    for found in _PLACE.finditer(whole):
        written = next(find_dates(whole, found.end()), None)
        if written is not None and written.start == found.end():
            return _capitalised_end(found["place"]), written
    return None, None


def _capitalised_end(words: str) -> str:
    """The place's name: the capitalised words right before the comma."""
    name: list[str] = []
    for word in reversed(words.split()):
        if not word[0].isupper() or word.isupper():
            break
        name.insert(0, word)
    return " ".join(name) or words


def _date_of_issue(
    written: DateMention | None, labelled: str | None, text: str, blocks: Sequence[Block]
) -> date | None:
    """The day written in the head or in the table of labels, else the day on which the act says it was passed."""
    if written is not None and written.date:
        return written.date
    if labelled and (mention := next(find_dates(labelled), None)):
        return mention.date
    return next(_days_of_passing(text, blocks), None) if written is None else None


def _days_of_passing(text: str, blocks: Sequence[Block]) -> Iterator[date]:
    for block in blocks:
        if block.kind is BlockKind.CLOSING and (passed := _PASSED.search(text, block.start, block.end)):
            mention = next(find_dates(text, passed.end(), block.end), None)
            if mention is not None and mention.date:
                yield mention.date


def _partial(written: DateMention) -> Period:
    """What a draft leaves of its date: the month, or only the year."""
    return Period.month(written.year, written.month) if written.month else Period.of_year(written.year)


def _signer(text: str, blocks: Sequence[Block]) -> str | None:
    """The name below the first position in the closing: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`, then the name."""
    below_position = 0
    for line in _closing_lines(text, blocks):
        if line.isupper() and len(line) >= _SHORTEST_POSITION:
            below_position = _LINES_TO_NAME
        elif below_position:
            below_position -= 1
            name = _RANK.sub("", line)
            if _is_name(name):
                return name
    return None


def _closing_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """The lines of the closing, those of recipients left out."""
    for block in blocks:
        if block.kind is BlockKind.CLOSING and not block.marker:
            yield from clean_lines(text[block.start : block.end])


def _is_name(line: str) -> bool:
    """True for a few words that each begin with a capital and go on in small letters."""
    words = line.split()
    return len(words) in _WORDS_IN_A_NAME and all(word.isalpha() and word.istitle() for word in words)
