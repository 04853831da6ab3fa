"""Reads the unit behind a printed number: a measured unit, or the head noun of what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tiendo.extraction.alternation import any_of, listed
from tiendo.facts.errors import LookupRefused
from tiendo.reference.units import COUNTED_NOUNS, MEASURE_WORDS, MULTIPLIER_WORDS, read_unit

# How far right of a number its unit can end; longer nouns are no units.
_UNIT_REACH = 64
_LONGEST_UNIT_WORDS = 6

# Measured units that planning documents use for terms, speeds and generations ("36 tháng", "5G"), not for results.
_NO_MEASURES = frozenset(
    listed(
        """kv | kva | giây | phút | giờ | ngày | ngày làm việc | ngày đêm | tuần | tháng | quý | năm | g | v | w | đ
    | mbps | gbps | gb | tb | mb/s | gb/s | mbit/s | gbit/s | độ c | °c"""
    )
)
# Nouns that the lexicon counts but that number a series, a fixed set or a list (facts/README.md, "Not facts").
_NO_NOUNS = frozenset(
    listed(
        """mũi | mũi tiêm | điểm | khối | kỳ họp | khóa | khoá | nội dung | lĩnh vực | nhóm | nhóm nhiệm vụ | giải pháp
    | nhiệm vụ, giải pháp | mục tiêu | đợt | đoạn | bộ | tiêu chuẩn | mốc | cột mốc | khu | chỉ tiêu | luật"""
    )
)
# The unit is the head noun: these heads drop what narrows them down ("cuộc thanh tra" counts cuộc) …
_HEADS = listed(
    """cuộc | đơn | người | con | vụ | sản phẩm | dự án | công trình | hộ | trường | doanh nghiệp | ca | cán bộ | xã
    | dịch vụ công | đơn vị sự nghiệp | văn bản | mô hình | trạm y tế | nhà văn hóa | nhà văn hoá | cơ sở | trẻ | suất
    | trạm phát sóng | lớp"""
)
# … but not where head and second word are one noun.
_ONE_NOUN = listed(
    """vụ việc | vụ án | trường học | trường hợp | người lao động | người dân | hộ gia đình | hộ dân | hộ sinh
    | cơ sở dữ liệu | trẻ em | đơn vị | hộ kinh doanh | con giống | người có công"""
)
# Words that follow numbers and begin no unit: spans of time, ages, ranks, points, slogans, particles.
_NO_UNITS = frozenset(
    """tuổi tháng ngày năm giờ phút giây tuần quý điểm cấp bậc sao lần kỳ khóa khoá mặt chiều phía bên trụ tại chỗ chủ
    rõ không sạch giảm tăng nhất con số thứ mũi đợt là và của có được đã cho từ đến với theo trong trên về so cùng ở
    hoặc bằng này đó khác nếu khi thì mà như để do vì bị nhằm hơn gần khoảng đạt ước tính""".split()
)
# A second noun of one syllable may be a verb ("15 hồ sơ, giải quyết …"); these are not.
_SHORT_NOUNS = frozenset("bản xã phường huyện thôn tỉnh xóm đập suối sông nhà ngành hộ đảo".split())

_POINTS = re.compile(r"điểm\s*%")
_WORD = re.compile(r"[^\W_]+")
_NEXT_MEMBER = re.compile(r"\s+(?:(?:là|đạt|có|tăng|giảm|khoảng)\s+)?\d")
_COORDINATION = re.compile(r"(?:,\s+|\s*/\s*)(?=[^\W\d_])")
PER = re.compile(
    r"(?:\s+sàn)?\s*(?:/\s*|trên\s+(?=(?:một|1|01)\s)|/\s*mỗi\s+)(?:(?:một|0?1)\s+)?(?P<per>"
    + any_of(
        r"""vạn dân | nghìn dân | triệu dân | 10\.000 dân | 1\.000 \w+ | năm | tháng | quý | ngày(?:\s*-?\s*đêm)?
        | đêm | giờ | h | s | giây | tuần | vụ | lứa | người | hộ | khẩu | ha | km2 | km | m2 | m3 | tấn | kg | con
        | cây | xã, phường | xã | phường | huyện | thôn | bản | tỉnh | đơn vị | lượt | cơ sở | dự án | học sinh
        | lao động | doanh nghiệp | trường | lớp | đầu người | cán bộ | nhà | căn | hợp đồng | suất | mô hình
        | sản phẩm | cuộc | nhiệm kỳ | công dân | đối tượng | hồ sơ | vụ việc | hợp tác xã | cháu | em | trẻ | giường
        | tổ chức | đại biểu | khách | usd"""
    )
    + r")(?!\w)"
)
_NAMED_PER = re.compile(PER.pattern + r"\s*$")


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """Where a unit stands; `measured` as against counted, `known` as against guessed."""

    start: int
    end: int
    measured: bool
    known: bool = True


def read_printed_unit(
    lower: str, position: int, ceiling: int, *, sure_count: bool, is_ratio: bool = False
) -> PrintedUnit | None:
    """The unit behind a number that ends at `position`; an unknown noun only behind a sure count.

    In a ratio ("13/15 chỉ tiêu") also nouns are counted that otherwise number a series.
    """
    measures, nouns, multipliers = _lexicon()
    start = position
    while start < ceiling and lower[start] == " ":
        start += 1
    if start < ceiling and lower[start] in "%‰":
        return PrintedUnit(start, start + 1, measured=True)
    points = _POINTS.match(lower, start, ceiling)
    if points is not None:
        return PrintedUnit(start, points.end(), measured=True)
    multiplier = multipliers.match(lower, start, ceiling)
    at = multiplier.end() if multiplier is not None else start
    words = _words(lower, at, ceiling)
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        key = " ".join(lower[at:end].split())
        if key in measures:
            return PrintedUnit(start, end, measured=True)
        if key in nouns or (is_ratio and key in _NO_NOUNS):
            return PrintedUnit(start, _coordinated(lower, end, ceiling, nouns), measured=False)
    if multiplier is not None:
        # "145 tỷ": a multiplier alone is money, or counts something that the lexicon does not have.
        return PrintedUnit(start, start + len(lower[start:at].rstrip()), measured=True, known=not words)
    if not sure_count or not words or words[0].group() in _NO_UNITS or not _is_noun(words[0].group()):
        return None
    return PrintedUnit(start, words[0].end(), measured=False, known=False)


def per_of_name(name: str, unit: str) -> str | None:
    """The denominator that the name of a measure ends with: `Số bác sĩ/1 vạn dân` (`unit` is `bác sĩ`)."""
    found = _NAMED_PER.search(name) if unit != "%" else None
    return " ".join(found.group("per").split()) if found is not None else None


def _is_noun(word: str) -> bool:
    """False for what the reference list of units refuses: digits, letters of another script."""
    try:
        read_unit(word)
    except LookupRefused:
        return False
    return True


def _words(lower: str, position: int, ceiling: int) -> list[re.Match[str]]:
    """The words from `position` on, none where something else stands there."""
    words = list(_WORD.finditer(lower, position, min(ceiling, position + _UNIT_REACH)))[:_LONGEST_UNIT_WORDS]
    return words if words and words[0].start() == position else []


@lru_cache(maxsize=1)
def _lexicon() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """Measured units, counted nouns (both lower case) and the multipliers in front of them.

    Turns and visits ("lượt khách") count what comes: they behave like counted nouns.
    """
    written = [word.lower() for word in MEASURE_WORDS]
    visits = {word for word in written if word.startswith("lượt")}
    nouns = {_head(word.lower()) for word in COUNTED_NOUNS}
    multipliers = re.compile(rf"(?:{any_of(' | '.join(MULTIPLIER_WORDS))}(?!\w)\s*)+")
    return frozenset(written) - visits - _NO_MEASURES, frozenset(nouns | visits) - _NO_NOUNS, multipliers


def _head(noun: str) -> str:
    """The head of a counted noun: `cuộc thanh tra` → `cuộc`."""
    if any(noun == one or noun.startswith(one + " ") for one in _ONE_NOUN):
        return noun
    return next((head for head in _HEADS if noun.startswith(head + " ")), noun)


def _coordinated(lower: str, end: int, ceiling: int, nouns: frozenset[str]) -> int:
    """`tổ chức, cá nhân`, `công trình/dự án`: a unit may be two counted nouns with nothing between."""
    comma = _COORDINATION.match(lower, end, ceiling)
    if comma is None or (PER.match(lower, end, ceiling) and "/" in comma.group()):
        return end
    words = _words(lower, comma.end(), ceiling)
    for count in range(len(words), 0, -1):
        noun = " ".join(lower[comma.end() : words[count - 1].end()].split())
        if noun in nouns and _NEXT_MEMBER.match(lower, words[count - 1].end(), ceiling):
            return end  # "58,6 nghìn lượt, khách nội địa 3.127,4 nghìn lượt": the name of the next number
        if noun in nouns and (count > 1 or noun in _SHORT_NOUNS or "/" in comma.group()):
            return words[count - 1].end()
    return end
