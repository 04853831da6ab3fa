"""Numbers as documents print them: Vietnamese groups thousands with a dot and writes decimals behind a comma."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

# A printed number; digits inside a word ("m2", "F0") are none, and whether the groups fit is
# another question (`parse_number`). The first digit comes first so that the scan is fast.
NUMBER = re.compile(r"\d(?<![^\W_]\d)(?<!\d[.,]\d)\d*(?:[.,]\d+)*")


class NumberStyle(StrEnum):
    """How a document groups digits and marks decimals."""

    VIETNAMESE = "vietnamese"  # 1.234,5
    ENGLISH = "english"  # 1,234.5
    MIXED = "mixed"  # both occur: each number is read by what it can be


@dataclass(frozen=True, slots=True)
class StyleReport:
    """The style of a text and the numbers that it rests on."""

    style: NumberStyle
    vietnamese: int
    english: int
    ambiguous: int


def _style_pattern(group: str, decimal: str) -> re.Pattern[str]:
    """Groups of three never begin with a zero: 0.125 is no grouped number, 1.000 is."""
    grouped = rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+"
    return re.compile(rf"(?:{grouped}|\d+)(?:{decimal}\d+)?")


_STYLES = {NumberStyle.VIETNAMESE: _style_pattern(r"\.", ","), NumberStyle.ENGLISH: _style_pattern(",", r"\.")}
_GROUP = {NumberStyle.VIETNAMESE: ".", NumberStyle.ENGLISH: ","}
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")

# Behind these words stand the numbers of provisions, annexes and versions ("mục 2.1", "phụ lục 1,2").
_LABEL = re.compile(
    r"(?:điều|khoản|mục|điểm|chương|phần|phụ lục|biểu|bảng|hình|số|bước|phiên bản|tiêu chí|chỉ tiêu)\s*\Z",
    re.IGNORECASE,
)
_LABEL_WITHIN = 12  # characters before a number in which such a word stands
_HEADING = re.compile(r"(?:\A|\n)[ \t*#|(]*\Z")  # what stands before a heading's number: "2.1 Công nghiệp"
_MONTH = re.compile(r"\d{1,2}\.(?:19|20)\d\d")
_MIXED_FROM = 0.1  # a smaller share of the other style is a slip of typing, not a habit of the document


def parse_number(token: str, style: NumberStyle = NumberStyle.VIETNAMESE) -> Decimal:
    """The value of a printed number; raises `ValueError` where its marks do not fit the style.

    In the mixed style a token that fits one style only is read so, and one that fits both
    (`1.000`, see `is_ambiguous`) is read as Vietnamese.
    """
    candidates = (NumberStyle.VIETNAMESE, NumberStyle.ENGLISH) if style is NumberStyle.MIXED else (style,)
    for candidate in candidates:
        if _STYLES[candidate].fullmatch(token):
            return Decimal(token.replace(_GROUP[candidate], "").replace(",", "."))
    raise ValueError(f"{token!r} is no number in the {style} style: groups have three digits, one mark before decimals")


def is_ambiguous(token: str) -> bool:
    """Whether the token is one thousand in one style and one point zero in the other (`1.000`, `1,000`)."""
    return _AMBIGUOUS.fullmatch(token) is not None


def format_number(value: Decimal, places: int | None = None) -> str:
    """Print a number the Vietnamese way, `2.202,4`; `places` rounds half up, else digits stay as they are."""
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{value:,f}".translate({ord(","): ".", ord("."): ","})


def detect_style(text: str) -> StyleReport:
    """Tell the style from the numbers that can be read in one way only.

    Dates and the numbers of documents and headings say nothing; a text without evidence is Vietnamese.
    """
    vietnamese = english = ambiguous = 0
    for match in NUMBER.finditer(text):
        token = match[0]
        if token.isdecimal() or _is_label(text, match):
            continue
        if is_ambiguous(token):
            ambiguous += 1
        elif _STYLES[NumberStyle.VIETNAMESE].fullmatch(token):
            vietnamese += 1
        elif _STYLES[NumberStyle.ENGLISH].fullmatch(token) and not _is_heading_or_month(text, match):
            english += 1
    return StyleReport(_style(vietnamese, english), vietnamese, english, ambiguous)


def _style(vietnamese: int, english: int) -> NumberStyle:
    minority = _MIXED_FROM * (vietnamese + english)
    if english <= minority:
        return NumberStyle.VIETNAMESE
    return NumberStyle.ENGLISH if vietnamese <= minority else NumberStyle.MIXED


def _is_label(text: str, number: re.Match[str]) -> bool:
    start, end = number.span()
    if "/" in (text[start - 1 : start], text[end : end + 1]):  # a date or the number of a document
        return True
    return _LABEL.search(text, max(0, start - _LABEL_WITHIN), start) is not None


def _is_heading_or_month(text: str, number: re.Match[str]) -> bool:
    before = text[max(0, number.start() - _LABEL_WITHIN) : number.start()]
    return _MONTH.fullmatch(number[0]) is not None or _HEADING.search(before) is not None
