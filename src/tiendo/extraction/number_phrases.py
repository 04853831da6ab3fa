"""Finds the printed quantities of a text: number or range, its comparators, its unit, its denominator."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tiendo.extraction.alternation import any_of, whole
from tiendo.extraction.printed_units import PER, PrintedUnit, read_printed_unit
from tiendo.text.numbers import NumberStyle, parse_number

# How far left of a number its comparators and labels can begin ("không vượt quá khoảng ").
_LEFT_REACH = 48
# A leading zero ("03") and grouped thousands are written for counts only; an unknown noun behind them is believed.
_SURE_COUNT = re.compile(r"(?:0[1-9]|\d{1,3}(?:[.,]\d{3})+)$")

_VIETNAMESE = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?)"
_ENGLISH = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
_NUMBERS = {NumberStyle.VIETNAMESE: _VIETNAMESE, NumberStyle.ENGLISH: _ENGLISH, NumberStyle.MIXED: _VIETNAMESE}

# The same behind a first digit.
_REST_OF_NUMBER = {
    style: pattern.replace(r"\d{1,3}", r"\d{0,2}").replace(r"|\d+", r"|\d*") for style, pattern in _NUMBERS.items()
}
_ABOVE = "trên(?! dưới) | ít nhất | tối thiểu | thấp nhất | không dưới | không thấp hơn | không ít hơn"
_BELOW = "dưới hoặc bằng | không quá | không vượt quá | không vượt | tối đa | (?<!không )(?<!trên )dưới"
_ABOUT = """khoảng | gần | xấp xỉ | chừng | trên dưới | vào khoảng | độ khoảng
    | (?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )hơn"""
_COMPARING = " | ".join(("từ | trên | dưới", _ABOVE, _BELOW, _ABOUT))
_COMPARATORS = re.compile(rf"(?:(?<![^\W_]){any_of(_COMPARING)}\s+|(?:≥|>=|≤|<=|>|<|~)\s*)+$")
_OPEN_ABOVE = re.compile(whole(_ABOVE) + "|≥|>")
_OPEN_BELOW = re.compile(whole(_BELOW) + "|≤|<")
_APPROXIMATE = re.compile(whole(_ABOUT) + "|~")
_OR_MORE = re.compile(r"\s*(?:\([^)]{0,40}\)\s*)?trở\s+(?:lên|đi)(?!\w)")
_OR_LESS = re.compile(r"\s*trở\s+xuống(?!\w)")

# A number behind one of these names a thing in a series; it counts nothing (language.md 7.9).
_LABELS = re.compile(
    "(?<![^\\W_])"
    + any_of(
        """điều | khoản | tiểu mục | chương | phụ lục | biểu | mẫu | bảng | hình | lớp | mũi | lần thứ | giai đoạn
        | nhánh | thành phần | quốc lộ | tỉnh lộ | đường tỉnh | ql | đt | tl | km | khóa | khoá | thứ | đối tượng
        | phiên bản | bão | vành đai | học kỳ | kỳ họp | kỷ niệm | tốp | top | thế hệ
        | (?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )tháng | (?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )năm
        | (?<!mỗi )(?<!một )ngày | (?<!mỗi )(?<!hằng )(?<!hàng )quý
        | mức độ | luật | tcvn | iso | kênh | trường hợp | giữa"""
    )
    + r"\s*$"
)
# These are also verbs and parts of names ("cấp 1.200 giấy", "tổng số 45 xã"): labels before bare digits only.
_WEAK_LABELS = re.compile(
    "(?<![^\\W_])"
    + any_of(
        """(?<!liên )cấp | (?<!tổng )số | điểm | phần | mục | khu | lô | tuyến | nhóm | mức | loại | (?<!phân )hạng
        | đợt | lần | câu | khối | bước | cả | vòng | bậc | cột mốc | tập | tổ hợp | điện"""
    )
    + r"\s*$"
)
_BARE_DIGITS = re.compile(r"[1-9]\d?$")
# "trên 10.000 dân": the denominator of a rate.
_DENOMINATOR = re.compile(r"(?<!\w)trên\s*$")
_PEOPLE = ("dân", "người", "trẻ", "người dân")
_ROUND = re.compile(r"10*(?:\.000)*$")
# "bình quân 01 xã", "trên 1 vạn dân": a denominator, not a count.
_EACH_ONE = re.compile(rf"(?<!\w){any_of('bình quân | mỗi | từng | trên | trong')}\s*$")
# Part of a longer sign, half a number cut by a line break ("1.2 | 50 hộ"), one of two ("2 hoặc 3 mô hình").
_ID_BEFORE = re.compile(r"[\w/.\-+@]$|\d[.,]\d{1,2}\s+$|\d\s+hoặc\s+$")
_FRACTION = re.compile(r"/(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,6}(?:,\d+)?)(?![\d/\-]|[.,]\d)")
_SHORTEST_MEASURED_TERM = 3  # characters
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLASH = re.compile(r"\s*/\s*(?=\d)")
_RANGE = re.compile(r"\s*(?:%|‰)?\s*[-–—~−]\s*(?=\d)")
_RANGE_WORD = re.compile(r"\s+(?:đến|tới)\s+(?:dưới\s+)?(?=\d)")
_RANGE_OPENS = ("từ", "trong khoảng", "trên")


@dataclass(slots=True)
class NumberPhrase:
    """A quantity as printed. `start`–`end` is the quote: the number with its unit.

    `lead_start` is where its comparators begin, `tail_end` where what belongs to it ends
    (`trở lên`, `/vạn dân`). `measured` tells a measured unit (%, đồng, ha) from a counted noun,
    `known` a unit of the lexicon from a guessed one.
    """

    start: int
    end: int
    lead_start: int
    tail_end: int
    low: Decimal | None
    high: Decimal | None
    of: Decimal | None
    unit: str
    unit_start: int
    measured: bool
    known: bool
    per: str | None
    approximate: bool

    @property
    def is_percent(self) -> bool:
        """True for a share in hundredths or thousandths."""
        return self.unit in ("%", "‰")


def find_number_phrases(
    lower: str, start: int, end: int, style: NumberStyle, excluded: list[tuple[int, int]]
) -> list[NumberPhrase]:
    """The quantities between `start` and `end` of the lower-case reading copy, in order.

    `excluded` are sorted spans that hold no quantities: dates, periods, citations.
    """
    found: list[NumberPhrase] = []
    number = _number(style)
    position = start
    index = 0
    while (match := number.search(lower, position, end)) is not None:
        position = match.end()
        while index < len(excluded) and excluded[index][1] <= match.start():
            index += 1
        if index < len(excluded) and excluded[index][0] <= match.start():
            position = max(position, min(excluded[index][1], end))
            continue
        phrase = _read(lower, match, start, end, style)
        if phrase is not None:
            found.append(phrase)
            position = max(position, phrase.tail_end)
    return found


@lru_cache(maxsize=4)
def _number(style: NumberStyle) -> re.Pattern[str]:
    # A digit first, and only then the look at what stands before it: the scan passes quickly over all else.
    return re.compile(rf"\d(?<![\w.,/]\d){_REST_OF_NUMBER[style]}")


def _read(lower: str, match: re.Match[str], floor: int, ceiling: int, style: NumberStyle) -> NumberPhrase | None:
    """The quantity that begins with a number, or None where the number is none."""
    start = match.start()
    before = lower[max(floor, start - _LEFT_REACH) : start]
    if _ID_BEFORE.search(before):
        return None
    numbers = [match.group()]
    fraction = _FRACTION.match(lower, match.end(), ceiling)
    position = fraction.end() if fraction else _read_range(lower, numbers, match.end(), ceiling, before, style)
    sure_count = len(numbers) == 1 and _SURE_COUNT.match(numbers[0]) is not None
    unit = read_printed_unit(lower, position, ceiling, sure_count=sure_count, is_ratio=fraction is not None)
    if unit is None or (not unit.measured and _is_label(numbers[0], before, lower[unit.start : unit.end])):
        return None
    if fraction is not None and not _is_written_ratio(numbers[0], fraction.group(1), unit):
        return None
    try:
        values = [parse_number(token, style) for token in numbers]
        of = parse_number(fraction.group(1), style) if fraction is not None else None
    except ValueError:
        return None
    if of == 0:
        return None
    phrase = _phrase(lower, start, unit, values, of, before, ceiling)
    return phrase if of is not None or len(values) > 1 else _with_planned_total(lower, phrase, ceiling, style)


def _is_written_ratio(first: str, second: str, unit: PrintedUnit) -> bool:
    """`49/58 đơn`, `2.530/9.000 ha`; short numbers before a measured unit are dates and parts of signs."""
    if not unit.measured:
        return unit.known
    return all(len(token) >= _SHORTEST_MEASURED_TERM and not _YEAR.fullmatch(token) for token in (first, second))


def _with_planned_total(lower: str, phrase: NumberPhrase, ceiling: int, style: NumberStyle) -> NumberPhrase:
    """`8.245 ha/10.500 ha`: so much out of so much, the unit written twice."""
    slash = _SLASH.match(lower, phrase.end, ceiling)
    total = _bare_number(style).match(lower, slash.end(), ceiling) if slash is not None else None
    if total is None:
        return phrase
    again = read_printed_unit(lower, total.end(), ceiling, sure_count=False)
    if again is None or lower[again.start : again.end] != phrase.unit:
        return phrase
    return replace(phrase, of=parse_number(total.group(), style), tail_end=again.end)


def _is_label(first: str, before: str, unit: str) -> bool:
    """True where a number before a noun counts nothing: a label, a denominator."""
    if _LABELS.search(before) or (_BARE_DIGITS.match(first) and _WEAK_LABELS.search(before)):
        return True
    if first in ("1", "01") and _EACH_ONE.search(before):
        return True
    return unit in _PEOPLE and _ROUND.match(first) is not None and _DENOMINATOR.search(before) is not None


def _read_range(lower: str, numbers: list[str], position: int, ceiling: int, before: str, style: NumberStyle) -> int:
    """Appends the upper end of a range to `numbers`; gives the position behind it."""
    dash = _RANGE.match(lower, position, ceiling)
    if dash is None and before.rstrip().endswith(_RANGE_OPENS):
        dash = _RANGE_WORD.match(lower, position, ceiling)
    second = _bare_number(style).match(lower, dash.end(), ceiling) if dash is not None else None
    if second is None:
        return position
    try:
        ascending = parse_number(numbers[0], style) <= parse_number(second.group(), style)
    except ValueError:
        return position
    if not ascending:
        return position
    numbers.append(second.group())
    return second.end()


@lru_cache(maxsize=4)
def _bare_number(style: NumberStyle) -> re.Pattern[str]:
    return re.compile(_NUMBERS[style])


def _phrase(
    lower: str, start: int, unit: PrintedUnit, values: list[Decimal], of: Decimal | None, before: str, ceiling: int
) -> NumberPhrase:
    comparators = _COMPARATORS.search(before)
    said = comparators.group() if comparators is not None else ""
    per = PER.match(lower, unit.end, ceiling)
    behind = per.end() if per is not None else unit.end
    more = _OR_MORE.match(lower, behind, ceiling)
    less = _OR_LESS.match(lower, behind, ceiling)
    is_point = len(values) == 1
    open_above = more is not None or (is_point and _OPEN_ABOVE.search(said) is not None)
    open_below = not open_above and (less is not None or (is_point and _OPEN_BELOW.search(said) is not None))
    return NumberPhrase(
        start=start,
        end=unit.end,
        lead_start=start - len(said),
        tail_end=max(unit.end, *(found.end() for found in (more, less, per) if found is not None), 0),
        low=None if open_below else values[0],
        high=None if open_above else values[-1],
        of=of,
        unit=lower[unit.start : unit.end],
        unit_start=unit.start,
        measured=unit.measured,
        known=unit.known,
        per=" ".join(per.group("per").split()) if per is not None else None,
        approximate=_APPROXIMATE.search(said) is not None,
    )
