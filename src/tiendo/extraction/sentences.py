"""Cuts a stretch of the reading copy into sentences, whole with their final punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A final mark with the brackets and quotation marks that close behind it.
_END = re.compile(r"(?:\./\.|\.{3,}|[.!?…]+)[\"'”’»)\]]*(?=\s)")
_NEXT_STARTS = re.compile(r"\s+[\"'“‘«(\[]?(?=[^\W_])")
# "TP. Hồ Chí Minh", "v.v. …", "PGS. TS. …", "Đ/c. …", an initial: a full stop that ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:tp|tx|tt|ths|ts|pgs|gs|bs|đ/c|mr|st|tr|th\.s|no|ht|nxb|cn|ks|[a-zđô])|v\.v)\.$", re.IGNORECASE
)
# "… sau: 1. Bộ Tài chính …": the number of an item inside a paragraph.
_ENUMERATOR = re.compile(r"[:;.]\s*\d{1,2}\.$")
_REACH = 8  # longer than every abbreviation and enumerator with its blanks
_BRACKETS = re.compile(r"[()“”]")
_PARTNERS = {")": "(", "”": "“"}
# A bracket that stays open longer than this was never closed: the recovery of a slip, not a parenthesis.
_LONGEST_BRACKET = 600


def sentences(reading: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences between `start` and `end`, without the blanks between them."""
    brackets = _brackets(reading, start, end)
    opened, closed = next(brackets, (end, end))
    begin = start
    for found in _END.finditer(reading, start, end):
        while closed < found.start():
            opened, closed = next(brackets, (end, end))
        if opened < found.start() and found.end() <= closed:
            continue
        if _breaks(reading, found, end):
            yield _trimmed(reading, begin, found.end())
            begin = found.end()
    rest = _trimmed(reading, begin, end)
    if rest[0] < rest[1]:
        yield rest


def _trimmed(reading: str, start: int, end: int) -> tuple[int, int]:
    piece = reading[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _breaks(reading: str, found: re.Match[str], end: int) -> bool:
    """True where a capital or a digit starts something new behind the mark."""
    following = _NEXT_STARTS.match(reading, found.end(), end)
    if following is None:
        return False
    first = reading[following.end()]
    if not (first.isupper() or (first.isdigit() and found.group() == ".")):
        return False
    if found.group() != ".":
        return True
    before = reading[max(0, found.start() - _REACH) : found.end()]
    return not (_ABBREVIATION.search(before) or _ENUMERATOR.search(before))


def _brackets(reading: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of outermost brackets and quotations that are closed again, in order."""
    opened: list[tuple[str, int]] = []
    spans: list[tuple[int, int]] = []
    for found in _BRACKETS.finditer(reading, start, end):
        mark, place = found.group(), found.start()
        if mark in _PARTNERS.values():
            opened.append((mark, place))
        elif opened and opened[-1][0] == _PARTNERS[mark]:
            since = opened.pop()[1]
            while spans and spans[-1][0] > since:
                spans.pop()
            if place - since <= _LONGEST_BRACKET:
                spans.append((since, place))
    return iter(spans)
