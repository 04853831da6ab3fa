"""Finds the printed quantities of a text: number or range, its comparators, its unit, its denominator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tiendo.reference.units import COUNTED_NOUNS, MEASURE_WORDS, MULTIPLIER_WORDS
from tiendo.text.numbers import NumberStyle, parse_number

# How far left of a number its comparators and labels can begin ("không vượt quá khoảng ").
_LEFT_REACH = 48
# How far right of a number its unit can end; longer nouns are not units.
_UNIT_REACH = 64
_LONGEST_UNIT_WORDS = 6
# A leading zero ("03") is written for counts only; an unknown noun behind it is believed.
_SURE_COUNT = re.compile(r"0[1-9]$")


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
    known: bool = True
    per: str | None = None
    approximate: bool = False
    mixed_style: bool = False
    from_value: bool = False  # the A of "từ A xuống còn B"

    @property
    def is_percent(self) -> bool:
        return self.unit in ("%", "‰")


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_VIETNAMESE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?"
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_NUMBERS = {NumberStyle.VIETNAMESE: _VIETNAMESE, NumberStyle.ENGLISH: _ENGLISH, NumberStyle.MIXED: _VIETNAMESE}

_COMPARATORS = re.compile(
    r"(?:(?<![^\W_])(?:từ|khoảng|trên dưới|trên|(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )hơn|gần|dưới|ít nhất|tối thiểu|không quá|không vượt quá|không vượt"
    r"|tối đa|không dưới|không thấp hơn|không ít hơn|thấp nhất|xấp xỉ|chừng|độ khoảng|vào khoảng)\s+|(?:≥|>=|≤|<=|>|<|~)\s*)+$"
)
_OPEN_ABOVE = re.compile(r"(?<!\w)(?:trên(?! dưới)|ít nhất|tối thiểu|thấp nhất|không dưới|không thấp hơn|không ít hơn)(?!\w)|≥|>")
_OPEN_BELOW = re.compile(r"(?<!\w)(?<!không )(?<!trên )dưới(?!\w)|không quá|không vượt|tối đa|≤|<")
_APPROXIMATE = re.compile(r"(?<!\w)(?:khoảng|gần|(?<!thấp )(?<!ít )hơn|xấp xỉ|chừng|trên dưới)(?!\w)|~")
_OR_MORE = re.compile(r"\s*(?:\([^)]{0,40}\)\s*)?(?:trở lên|trở đi)(?!\w)")
_OR_LESS = re.compile(r"\s*trở xuống(?!\w)")

# A number behind one of these names a thing in a series; it counts nothing (language.md 7.9).
_LABELS = re.compile(
    r"(?<![^\W_])(?:điều|khoản|tiểu mục|chương|phụ lục|biểu|mẫu|bảng|hình|lớp|mũi|lần thứ|giai đoạn|nhánh|thành phần|quốc lộ"
    r"|tỉnh lộ|đường tỉnh|ql|đt|tl|km|khóa|khoá|thứ|đối tượng|phiên bản|bão|vành đai|học kỳ|kỳ họp|tháng|năm|ngày|quý|kỷ niệm"
    r"|tốp|top|thế hệ|mức độ|luật|tcvn|iso|kênh|trường hợp|giữa)\s*$"
)
# These are also verbs and parts of names ("cấp 1.200 giấy", "tổng số 45 xã"): labels only before a bare one or two digits.
_WEAK_LABELS = re.compile(
    r"(?<![^\W_])(?:cấp|(?<!tổng )số|điểm|phần|mục|khu|lô|tuyến|nhóm|mức|loại|hạng|đợt|lần|câu|khối|bước|cả|vòng|bậc|mốc|tập|tổ hợp|điện)\s*$"
)
_BARE_DIGITS = re.compile(r"[1-9]\d?$")
# "trên 10.000 dân": the denominator of a rate.
_DENOMINATOR = re.compile(r"(?<!\w)trên\s*$")
_ROUND = re.compile(r"1(?:0*|\.?(?:0{3}|00\.000|0\.000))$|10+(?:\.000)*$|100\.000$")
# "bình quân 01 xã", "trên 1 vạn dân": a denominator, not a count.
_EACH_ONE = re.compile(r"(?<!\w)(?:bình quân|mỗi|từng|trên|trong)\s*$")
_ID_BEFORE = re.compile(r"[\w/.\-+@]$")
_FRACTION = re.compile(r"/(\d{1,6})(?![\d/.\-]|,\d)")
_PER = re.compile(
    r"\s*(?:/\s*|trên\s+(?=(?:một|1|01)\s)|/\s*mỗi\s+)(?:(?:một|0?1)\s+)?"
    r"(?P<per>(?:vạn|nghìn|triệu)\s+dân|10\.000\s+dân|1\.000\s+\w+|năm|tháng|quý|ngày(?:\s*-?\s*đêm)?|đêm|giờ|h|s|giây|tuần"
    r"|vụ|lứa|người|hộ|khẩu|ha|km2|km|m2|m3|tấn|kg|con|cây|xã,\s+phường|xã|phường|huyện|thôn|bản|tỉnh|đơn vị|lượt|cơ sở|dự án"
    r"|học sinh|lao động|doanh nghiệp|trường|lớp|đầu người|cán bộ|nhà|căn|hợp đồng|suất|mô hình|sản phẩm|cuộc|nhiệm kỳ)(?!\w)"
)
_WORD = re.compile(r"[^\W_]+")
_RANGE = re.compile(r"\s*(?:%|‰)?\s*[-–—~−]\s*(?=\d)")
_RANGE_WORD = re.compile(r"\s+(?:đến|tới)\s+(?:dưới\s+)?(?=\d)")
# Nouns that follow numbers and make no quantity: spans of time, ages, ranks, points, slogans (facts/README.md).
_NO_UNITS = frozenset(
    "tuổi tháng ngày năm giờ phút giây tuần quý điểm cấp bậc sao lần kỳ khóa khoá mặt chiều phía bên trụ tại chỗ chủ rõ không"
    " sạch giảm tăng nhất con số thứ mũi đợt là và của có được đã cho từ đến với tại theo trong trên về so cùng ở hoặc bằng"
    " này đó khác nếu khi thì mà như để do vì bị nhằm hơn gần khoảng đạt ước tính".split()
)


# Measured units that planning documents use for terms, speeds and generations ("36 tháng", "5G"), not for results.
_NO_MEASURES = frozenset("giây phút giờ ngày tuần tháng quý năm g v w mbps gbps gb tb mb/s gb/s".split()) | {
    "ngày làm việc", "ngày đêm", "mbit/s", "gbit/s", "độ c", "°c", "đ"
}
# Nouns that the lexicon counts but that number a series, a fixed set or a list (facts/README.md, "Not facts").
_NO_NOUNS = frozenset(("mũi", "điểm", "khối", "kỳ họp", "khóa", "khoá", "nội dung", "lĩnh vực", "nhóm", "nhóm nhiệm vụ", "giải pháp",
    "nhiệm vụ, giải pháp", "mục tiêu", "đợt", "đoạn", "bộ", "mũi tiêm", "tiêu chuẩn", "mốc", "cột mốc", "khu", "chỉ tiêu", "luật"))
# The unit is the head noun: these heads drop what narrows them down ("cuộc thanh tra" counts cuộc) …
_HEADS = ("cuộc", "đơn", "người", "con", "vụ", "sản phẩm", "dự án", "công trình", "hộ", "trường", "doanh nghiệp", "ca", "cán bộ", "xã",
    "dịch vụ công", "đơn vị sự nghiệp", "văn bản", "mô hình", "trạm y tế", "nhà văn hóa", "nhà văn hoá", "cơ sở", "trẻ", "suất", "trạm phát sóng", "lớp")
# … but not where head and second word are one noun.
_ONE_NOUN = frozenset(("vụ việc", "vụ án", "trường học", "trường hợp", "người lao động", "người dân", "hộ gia đình", "hộ dân", "hộ sinh",
    "cơ sở dữ liệu", "trẻ em", "đơn vị", "hộ kinh doanh", "con giống", "người có công"))


def _head(noun: str) -> str:
    """The head of a counted noun: `cuộc thanh tra` → `cuộc`."""
    for head in _HEADS:
        if noun.startswith(head + " ") and noun not in _ONE_NOUN and not any(noun.startswith(one + " ") for one in _ONE_NOUN):
            return head
    return noun


@lru_cache(maxsize=1)
def _units() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """Measured units, counted nouns (both lower case) and the multipliers in front of them."""
    measures = frozenset(word.lower() for word in MEASURE_WORDS if not word.lower().startswith("lượt")) - _NO_MEASURES
    visits = frozenset(word.lower() for word in MEASURE_WORDS if word.lower().startswith("lượt"))
    nouns = (frozenset(_head(word.lower()) for word in COUNTED_NOUNS) | visits) - _NO_NOUNS
    multipliers = re.compile(rf"\s*(?:(?:{_alternation([word.lower() for word in MULTIPLIER_WORDS])})(?!\w)\s*)+")
    return measures, nouns, multipliers


@lru_cache(maxsize=4)
def _number(style: NumberStyle) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/]){'(?:' + _NUMBERS[style] + ')'}")


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
    while True:
        match = number.search(lower, position, end)
        if match is None:
            return found
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


def _read(lower: str, match: re.Match[str], floor: int, ceiling: int, style: NumberStyle) -> NumberPhrase | None:
    start = match.start()
    before = lower[max(floor, start - _LEFT_REACH) : start]
    if _ID_BEFORE.search(before):
        return None
    first = match.group()
    after_number = match.end()
    numbers = [first]
    of = None
    fraction = _FRACTION.match(lower, after_number, ceiling)
    if fraction is not None:
        of, after_number = fraction.group(1), fraction.end()
    else:
        after_number = _read_range(lower, numbers, after_number, ceiling, before, style)
    unit = _read_unit(lower, after_number, ceiling, sure=bool(_SURE_COUNT.match(first)) and len(numbers) == 1)
    if unit is None:
        return None
    unit_start, unit_end, measured, known = unit
    if not measured and _is_label(first, before, lower[unit_start:unit_end]):
        return None
    try:
        values = [parse_number(token, style) for token in numbers]
        denominator = parse_number(of, style) if of is not None else None
    except ValueError:
        return None
    if of is not None and (measured or not known or denominator == 0):
        return None
    return _phrase(lower, start, unit_start, unit_end, measured, known, values, denominator, before, ceiling)


def _is_label(first: str, before: str, unit: str) -> bool:
    """True where a number before a noun counts nothing: a label, a denominator."""
    if _LABELS.search(before) or (_BARE_DIGITS.match(first) and _WEAK_LABELS.search(before)):
        return True
    if first in ("1", "01") and _EACH_ONE.search(before):
        return True
    return unit in ("dân", "người", "trẻ", "người dân") and bool(_ROUND.match(first)) and bool(_DENOMINATOR.search(before))


def _read_range(
    lower: str, numbers: list[str], position: int, ceiling: int, before: str, style: NumberStyle
) -> int:
    """Appends the upper end of a range to `numbers`; gives the position behind it."""
    dash = _RANGE.match(lower, position, ceiling)
    if dash is None and before.rstrip().endswith(("từ", "trong khoảng", "trên")):
        dash = _RANGE_WORD.match(lower, position, ceiling)
    if dash is None:
        return position
    second = re.compile(_NUMBERS[style]).match(lower, dash.end(), ceiling)
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


def _read_unit(lower: str, position: int, ceiling: int, *, sure: bool) -> tuple[int, int, bool, bool] | None:
    """(start, end, measured, known) of the unit behind a number, or None."""
    measures, nouns, multipliers = _units()
    at = position
    while at < ceiling and lower[at] == " ":
        at += 1
    if at < ceiling and lower[at] in "%‰":
        return at, at + 1, True, True
    start = at
    multiplier = multipliers.match(lower, position, ceiling)
    if multiplier is not None:
        at = multiplier.end()
    words = list(_WORD.finditer(lower, at, min(ceiling, at + _UNIT_REACH)))[:_LONGEST_UNIT_WORDS]
    if not words or words[0].start() != at:
        if multiplier is not None:
            end = at - (len(multiplier.group()) - len(multiplier.group().rstrip()))
            return start, end, True, True
        return None
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        key = " ".join(lower[at:end].split())
        if key in measures:
            return start, end, True, True
        if key in nouns:
            return start, _coordinated(lower, end, ceiling, nouns), False, True
    if multiplier is not None:
        if lower[multiplier.start() : at].strip().startswith(("tỷ", "tỉ", "triệu", "nghìn tỷ")):
            return start, at - (at - len(lower[:at].rstrip())), True, False
        return None
    first = words[0].group()
    if not sure or first in _NO_UNITS or words[0].group().isdigit():
        return None
    return start, words[0].end(), False, False


_SHORT_NOUNS = frozenset("bản xã phường huyện thôn tỉnh xóm đập suối sông dự nhà ngành hộ đảo".split())
_COORDINATION = re.compile(r"(?:,\s+|\s*/\s*)(?=[^\W\d_])")


def _coordinated(lower: str, end: int, ceiling: int, nouns: frozenset[str]) -> int:
    """`tổ chức, cá nhân`, `công trình/dự án`: a unit may be two counted nouns with nothing between."""
    comma = _COORDINATION.match(lower, end, ceiling)
    if comma is None or (_PER.match(lower, end, ceiling) and "/" in comma.group()):
        return end
    words = list(_WORD.finditer(lower, comma.end(), min(ceiling, comma.end() + _UNIT_REACH)))[:_LONGEST_UNIT_WORDS]
    if not words or words[0].start() != comma.end():
        return end
    for count in range(len(words), 0, -1):
        noun = " ".join(lower[comma.end() : words[count - 1].end()].split())
        # A noun of one syllable may be a verb ("15 hồ sơ, giải quyết …"); territories are not.
        if noun in nouns and (count > 1 or noun in _SHORT_NOUNS or "/" in comma.group()):
            return words[count - 1].end()
    return end


def _phrase(
    lower: str, start: int, unit_start: int, unit_end: int, measured: bool, known: bool,
    values: list[Decimal], of: Decimal | None, before: str, ceiling: int,
) -> NumberPhrase:
    comparators = _COMPARATORS.search(before)
    said = comparators.group() if comparators is not None else ""
    low: Decimal | None = values[0]
    high: Decimal | None = values[-1]
    tail = unit_end
    more = _OR_MORE.match(lower, tail, ceiling)
    less = None if more is not None else _OR_LESS.match(lower, tail, ceiling)
    per = _PER.match(lower, unit_end, ceiling)
    if per is not None:
        tail = per.end()
    if more is not None or (len(values) == 1 and _OPEN_ABOVE.search(said)):
        high = None
        tail = max(tail, more.end() if more is not None else tail)
    elif less is not None or (len(values) == 1 and _OPEN_BELOW.search(said)):
        low = None
        tail = max(tail, less.end() if less is not None else tail)
    return NumberPhrase(
        start=start, end=unit_end, lead_start=start - len(said), tail_end=tail, low=low, high=high, of=of,
        unit=lower[unit_start:unit_end], unit_start=unit_start, measured=measured, known=known,
        per=" ".join(per.group("per").split()) if per is not None else None,
        approximate=_APPROXIMATE.search(said) is not None,
    )
