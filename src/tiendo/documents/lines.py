"""Joins printed lines into the logical lines of a document: one heading, paragraph or list item each.

Files come hard-wrapped at every width, with page breaks inside sentences, page numbers between
them, Markdown marks and table bars. Everything downstream reads the *reading copy*, in which those
layout marks are blanks and every offset is that of the text itself.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

# Marks of layout that carry no language; each becomes one blank so that offsets stay.
_LAYOUT_MARKS = "\n\t\r\x0c\x0b\xa0\u200b\ufeff*#|_"
_PAGE_NUMBER = re.compile(
    r"(?m)^[ \t]*(?:[-–—]\s*)?(?:Trang\s+)?\d{1,4}(?:/\d{1,4})?(?:\s*[-–—])?[ \t]*$(?=\n\s*\n|\f|\Z)"
)

_TERMINAL = re.compile(r"[.;:!?…][\s\"'”’)\]»/]*$")
_ENDING_REACH = 16  # longer than every ending: a mark with what closes behind it, "Thường trực", "123.45"
_FIRST_WORD = re.compile(r"\S+")
_RULE_LINE = re.compile(r"[\s\-–—_=.~|:+]*$")
# Words that no heading and no paragraph ends with: what follows them, even on a new page, belongs to them.
_OPEN_END = re.compile(r"(?:,|\s[-–]|\b(?:và|của|các|những|với|cho|hoặc|do|để|từ|là|bằng|giữa))$", re.IGNORECASE)
# The same inside a hard-wrapped paragraph, where a capital or a digit may start the next line.
_OPEN_END_WRAPPED = re.compile(
    r"\b(?:số|Điều|điều|ngày|tháng|năm|tỉnh|huyện|được|đã|tại|trên|theo|đến|về|bổ sung|Căn cứ|Thường trực|Bộ trưởng"
    r"|giá trị)$"
)

# A number cut inside its thousands: "1.2⏎50 hộ".
_CUT_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{1,2}$")

# A line counts as full when the next word would not have fitted; 0.85 allows for proportional fonts.
_FULL_SHARE = 0.85
# Fewer pairs of neighbouring lines than this say nothing about how a file is wrapped.
_PAIRS_NEEDED = 3
_WRAPPED_SHARE = 0.25
_LONGEST_WRAPPED_LINE = 220
_BLANK_SEPARATED_SHARE = 0.6
# "UBND", "HĐND" may start a wrapped line; a title is longer.
_SHORTEST_CAPITAL_LINE = 10


class Rank(IntEnum):
    """How deep a marker stands; Decree 30/2020 variants A and B and what real documents mix."""

    PART = 0  # Phần
    CHAPTER = 1  # Chương
    SECTION = 2  # Mục
    ARTICLE = 4  # Điều
    CAPITAL = 5  # A.
    ROMAN = 6  # I.
    ARABIC = 7  # 1.
    DECIMAL = 8  # 1.1., and one more for each further level
    LETTER = 28  # a)
    BRACKETED = 30  # (1)
    DASH = 32  # -
    PLUS = 34  # +
    NONE = 40


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a line's content: as written, its rank, and its step in a provision."""

    written: str
    rank: int
    step: str | None
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: `start`–`end` is its content without marker and layout marks."""

    start: int
    end: int
    marker: Marker | None
    emphasised: bool
    after_blank: bool


@dataclass(slots=True)
class _Printed:
    """A printed line: its content span and what the reading copy shows there."""

    start: int
    end: int
    content: str
    emphasised: bool
    marker: Marker | None
    after_blank: bool
    after_table: bool


def reading_copy(text: str) -> str:
    """The text with layout marks and page numbers blanked; same length, same offsets."""
    blanked = _PAGE_NUMBER.sub(lambda found: " " * len(found.group()), text)
    for mark in _LAYOUT_MARKS:  # many times faster than one `str.translate`
        blanked = blanked.replace(mark, " ")
    return blanked


_MARKERS = re.compile(
    r"""
      (?P<named>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|TIỂU\ MỤC|Tiểu\ mục)\s+(?:THỨ\s+|thứ\s+)?
         (?P<named_step>[IVXLC]+|\d{1,3}|[A-ZĐ](?!\w)|(?:nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)\b)\s*[.:]?(?=\s|$))
    | (?P<article>(?:Điều|ĐIỀU)\s+(?P<article_step>\d{1,3}[a-zđ]?)\s*(?:[.:](?=\s|$)|$))
    | (?P<capital>(?P<capital_step>[ABCDĐEGH])\s*[.)]\s+(?=\S))
    | (?P<roman>(?P<roman_step>[IVX]{1,6})\s*(?:[.)]\s*|/\s+|[-–]\s+)(?=[^\W\d_]|["“]))
    | (?P<decimal>(?P<decimal_step>\d{1,2}(?:\.\d{1,2}){1,4})\s*(?:[.)]\s*|\s)(?=[^\W\d_]|["“(]))
    | (?P<arabic>(?P<arabic_step>\d{1,3})\s*(?:[.)](?!\d)\s*|/\s+)(?=[^\W_]|["“(]))
    | (?P<letter>(?P<letter_step>[a-zđ])\s*(?:\)\s*|\.\s+)(?=\S))
    | (?P<bracketed>(?P<bracketed_step>\(\d{1,2}\))\s*(?=[^\W\d_]|["“]))
    | (?P<dash>[-–—•●▪▫◦·‒−o](?:\s+|(?=[^\W\d_]{2}))(?=\S))
    | (?P<plus>\+\s*(?=\S))
    """,
    re.VERBOSE,
)
_NAMED_RANK = {"ph": Rank.PART, "ch": Rank.CHAPTER, "mụ": Rank.SECTION, "ti": Rank.SECTION}
_STAR_BULLET = re.compile(r"\*\s+(?=[^\W\d_*])[^*\n]*(?:\n|$)")


def _read_marker(content: str, offset: int, raw: str) -> Marker | None:
    found = _MARKERS.match(content)
    if found is None:
        if _STAR_BULLET.match(raw):
            return Marker("*", Rank.DASH, None, offset)
        return None
    kind = found.lastgroup or ""
    kind = kind.removesuffix("_step")
    end = offset + found.end()
    written = found.group().strip()
    if kind in ("dash", "plus"):
        if written == "o" and not content.startswith("o "):
            return None
        return Marker(written, Rank.DASH if kind == "dash" else Rank.PLUS, None, end)
    step = found.group(f"{kind}_step")
    if kind == "named":
        rank: int = _NAMED_RANK[written[:2].lower()]
        return Marker(written, rank, " ".join(written.rstrip(".:").split()), end)
    if kind == "article":
        return Marker(written, Rank.ARTICLE, f"Điều {step}", end)
    if kind == "decimal":
        return Marker(written, Rank.DECIMAL + step.count(".") - 1, step, end)
    return Marker(written, Rank[kind.upper()], step, end)


def _printed_lines(text: str, reading: str, skip: list[tuple[int, int]]) -> list[_Printed]:
    """Every printed line with content, outside the spans of tables."""
    printed: list[_Printed] = []
    start = 0
    blank = True
    table = False
    skips = iter([*skip, (len(text) + 1, len(text) + 1)])
    skip_start, skip_end = next(skips)
    for raw in text.split("\n"):
        end = start + len(raw)
        while start >= skip_end:
            skip_start, skip_end = next(skips)
        shown = reading[start:end]
        content = shown.strip()
        if not content or start >= skip_start or _RULE_LINE.match(content):
            blank = True
            table = table or (bool(content) and start >= skip_start)
        else:
            first = start + len(shown) - len(shown.lstrip())
            last = first + len(content)
            stripped = raw.strip()
            emphasised = stripped.startswith("#") or (stripped.startswith("**") and stripped.endswith("*"))
            marker = _read_marker(content, first, stripped)
            printed.append(_Printed(first, last, content, emphasised, marker, blank, table))
            blank = table = False
        start = end + 1
    return printed


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How a file breaks its lines: at `width` characters, with blank lines between paragraphs or without."""

    wrapped: bool
    width: int
    blank_separated: bool


def _wrapping(printed: list[_Printed]) -> _Wrapping:
    pairs = continued = 0
    lengths: list[int] = []
    ends = ends_before_blank = 0
    for before, after in itertools.pairwise(printed):
        terminal = _ends_with(_TERMINAL, before)
        if terminal:
            ends += 1
            ends_before_blank += after.after_blank
        if after.after_blank or after.marker is not None:
            continue
        pairs += 1
        if not terminal and after.content[0].islower() and len(before.content) <= _LONGEST_WRAPPED_LINE:
            continued += 1
            lengths.append(len(before.content))
    if pairs < _PAIRS_NEEDED or continued < _WRAPPED_SHARE * pairs:
        return _Wrapping(False, 0, False)
    lengths.sort()
    width = lengths[int(len(lengths) * 0.9)] if len(lengths) > 1 else lengths[0]
    return _Wrapping(True, width, ends > 0 and ends_before_blank >= _BLANK_SEPARATED_SHARE * ends)


def _ends_with(ending: re.Pattern[str], line: _Printed) -> bool:
    """Whether a pattern that is anchored at the end stands there; a scan of the whole line costs many times more."""
    return ending.search(line.content, max(0, len(line.content) - _ENDING_REACH)) is not None


def _continues(group: list[_Printed], after: _Printed, wrapping: _Wrapping) -> bool:
    """True where `after` goes on with the sentence or paragraph of the printed lines in `group`."""
    before = group[-1]
    terminal = _ends_with(_TERMINAL, before)
    starts_lower = after.content[0].islower() and after.marker is None
    if after.after_blank:
        if terminal or before.emphasised or after.emphasised or after.marker is not None:
            return False
        return starts_lower or (_ends_with(_OPEN_END, before) and not before.content.isupper())
    if _ends_with(_CUT_NUMBER, before) and after.content[0].isdigit() and after.marker is None:
        return True
    if not wrapping.wrapped:
        return not terminal and (starts_lower or _is_open(before, after))
    if _is_capital_line(after.content) and after.marker is None:
        return before.content.isupper() and not terminal
    if _splits_a_range(before, after):
        return True
    first_word = _FIRST_WORD.match(after.content)
    full = len(before.content) + 1 + len(first_word.group() if first_word else "") > _FULL_SHARE * wrapping.width
    if after.marker is not None:
        # A dash or number that the wrapping put at a line's start: "Ban Kinh tế⏎- Ngân sách".
        return full and not terminal and after.marker.rank in (Rank.DASH, Rank.PLUS, Rank.ARTICLE, Rank.BRACKETED)
    if wrapping.blank_separated:
        return not (before.emphasised and not after.emphasised and terminal)
    if terminal:
        return full
    if starts_lower or after.content[0].isdigit() or full:
        return True
    if _ends_with(_OPEN_END, before) or _ends_with(_OPEN_END_WRAPPED, before):
        return True
    # What is left starts with a capital behind a short line: a heading of one line ends there.
    in_bullet = group[0].marker is not None and group[0].marker.rank >= Rank.DASH
    return (len(group) > 1 or in_bullet) and not before.content.isupper()


def _splits_a_range(before: _Printed, after: _Printed) -> bool:
    """A range broken before its dash: "giai đoạn 2026⏎- 2030"."""
    if after.marker is None or after.marker.rank != Rank.DASH or not before.content[-1].isdigit():
        return False
    return after.content.lstrip("-–— ")[:1].isdigit()


def _is_open(before: _Printed, after: _Printed) -> bool:
    """A line that ends with a comma or a small word goes on below, but for lines of a letterhead or title."""
    plain = after.marker is None and not before.content.isupper() and not after.content.isupper()
    return plain and _ends_with(_OPEN_END, before)


def _ends_title(before: _Printed, after: _Printed) -> bool:
    """A title in capitals ends where a line begins as sentences do: "… TRÊN ĐỊA BÀN TỈNH", "Do tác động của …"."""
    capitals = _is_capital_line(before.content) and not after.content.isupper()
    return capitals and after.content[0].isupper() and after.content[1:2].islower()


def _is_capital_line(content: str) -> bool:
    """True for a line in capitals that is more than an abbreviation."""
    return len(content) >= _SHORTEST_CAPITAL_LINE and content.isupper()


def logical_lines(text: str, reading: str, skip: list[tuple[int, int]]) -> Iterator[Line]:
    """The document's logical lines in order; `skip` are the sorted spans of tables."""
    printed = _printed_lines(text, reading, skip)
    wrapping = _wrapping(printed)
    group: list[_Printed] = []
    for line in printed:
        if group:
            stands_apart = line.after_table or _ends_title(group[-1], line)
            if not stands_apart and _continues(group, line, wrapping):
                group.append(line)
                continue
            yield _join(group)
        group = [line]
    if group:
        yield _join(group)


def _join(group: list[_Printed]) -> Line:
    first, last = group[0], group[-1]
    start = first.marker.end if first.marker is not None else first.start
    return Line(
        start=min(start, last.end),
        end=last.end,
        marker=first.marker,
        emphasised=all(line.emphasised for line in group),
        after_blank=first.after_blank,
    )
