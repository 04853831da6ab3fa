"""Finds the words that name a period (`quý I/2022`, `9 tháng`, `2021 - 2025`), whatever stands before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tiendo.facts.period import Period
from tiendo.text.dates import find_dates


class PhraseForm(StrEnum):
    """How a period is written, as far as its reading depends on it."""

    NAMED = "named"  # "quý I/2022", "năm 2022", "6 tháng đầu năm"
    DAY = "day"  # "ngày 31/3/2022"
    RANGE = "range"  # "2021 - 2025"
    BARE_YEAR = "bare-year"  # "2025": a time only behind "đến", "trước" …
    BARE_WORD = "bare-word"  # "năm" alone: a time only in "đến hết năm", "trong năm" …
    YEAR_BEFORE = "year-before"  # "năm trước": a time only as what is compared with
    SAME_PERIOD = "same-period"  # "cùng kỳ", "cùng kỳ năm 2019"


@dataclass(frozen=True, slots=True)
class PeriodPhrase:
    """A named period and its place. `year_written` is false where the document's year was filled in.

    A blank date of a draft has no period: it only keeps its words from being read as a month.
    """

    start: int
    end: int
    period: Period | None
    form: PhraseForm
    year_written: bool = True


def _word(letters: str) -> str:
    """The word in any case, behind its first letter. Spelled out, since it scans faster than `(?i:…)`."""
    first, *others = (f"[{letter}{letter.upper()}]" for letter in letters)
    return f"(?<={first}){''.join(others)}"


_YEAR = r"(?:19|20)\d\d(?!\d)"
_DASH = r"\s*[-–—]\s*"
_NEXT = r"\s*(?:,|-|–|(?i:và))\s*"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_ROMAN = r"(?:[iI]{1,3}|[iI][vV])(?!\w)"
_OF_YEAR = rf"(?:\s*[/-]\s*|\s+(?:(?i:của)\s+)?(?:(?i:năm)\s+)?){_YEAR}"
# "đến 2020 hộ" is no year.
_COUNTED = r"(?i:hộ|ha|người|lượt|tỷ|triệu|nghìn|đồng|usd|tấn|km|m2|m3|mw|xã|thôn|lao động|học sinh|doanh nghiệp)(?!\w)"
_NUMBER = r"(?<=\d)(?<![/.,-]\d)"  # behind the first digit of a number that stands alone
_REST_OF_YEAR = r"(?:(?<=1)9|(?<=2)0)\d\d"

# One alternative a form; its outer group names the function below that reads it. The first letter or
# digit stands before the choice, where it lets the scan pass quickly over all else.
_PHRASE = re.compile(
    r"[0-9nqtbscNQTBSC](?<!\w.)(?:"
    # năm 2022 · năm 2021 - 2025 · năm trước · năm nay · (trong) năm
    rf"(?P<year_form>{_word('năm')}(?:\s+(?P<year>{_YEAR})(?:{_DASH}(?:(?i:năm)\s+)?(?P<year_to>{_YEAR}))?"
    r"|\s+(?P<year_before>(?i:trước|ngoái))(?!\s+\d)|(?P<this_year>\s+(?i:nay))"
    r"|(?!\w|\s*(?:[-–]\s*)?\d|\s+(?i:học|trước|tới|sau|qua|tiếp|liền|một|lần|thứ|đầu|cuối|cùng|công|căn))))"
    # quý I/2022 · quý I, II năm 2022 · quý 3
    rf"|(?P<quarter_form>{_word('quý')}\s*(?P<quarters>{_ROMAN}(?:{_NEXT}(?:(?i:quý)\s+)?{_ROMAN}){{0,3}}|[1-4](?![\w%]|[.,]\d))"
    rf"(?P<quarter_year>{_OF_YEAR})?)"
    # tháng 6/2022 · tháng 10, 11 và 12 năm 2025 · tháng 3
    rf"|(?P<months_form>{_word('tháng')}\s+(?P<months>{_MONTH}(?:{_NEXT}(?:(?i:tháng)\s+)?{_MONTH}){{0,11}})(?P<month_year>{_OF_YEAR}))"
    rf"|(?P<month_form>{_word('tháng')}\s+(?P<month>{_MONTH})(?![\w%]|[.,]\d|\s+(?i:âm lịch)))"
    # ngày 15/11 · ngày 15 tháng 11
    rf"|(?P<day_form>{_word('ngày')}\s+(?P<day>\d{{1,2}})(?:\s?/\s?|\s+(?i:tháng)\s+)(?P<day_month>{_MONTH})"
    r"(?![\w/]|[.,-]\d|\s+(?i:âm lịch)))"
    # 6 tháng đầu năm 2022 · 02 tháng cuối năm · sáu tháng đầu năm · 10 tháng năm 2025 · 9 tháng
    rf"|(?P<count_form>(?:{_NUMBER}\d?|{_word('ba')}|{_word('sáu')}|{_word('chín')})\s+(?i:tháng)(?:"
    rf"\s+(?P<side>(?i:đầu|cuối))\s+(?i:năm)(?!\s+(?i:học))(?P<side_year>{_OF_YEAR})?|(?P<count_year>{_OF_YEAR})"
    r"|(?=\s*(?:[,:;.)]|\Z)|\s+(?i:tăng|giảm|đạt|ước|của|là|có|toàn|cả|thực hiện|tỉnh|năm nay)(?!\w))))"
    # đến 30/6 đạt …
    rf"|(?P<short_day_form>{_NUMBER}\d?/{_MONTH}(?![/.,-]\d)"
    r"(?=\s*(?:[,;:.)]|\Z)|\s+(?i:đạt|ước|đã|là|có|toàn|cả|tỉnh|thu|chi|giải ngân)(?!\w)))"
    # nửa đầu năm 2022
    rf"|(?P<half_form>{_word('nửa')}\s+(?P<half>(?i:đầu|cuối))\s+(?i:năm)(?P<half_year>{_OF_YEAR})?)"
    # cùng kỳ năm trước · cùng kỳ năm 2019 · cùng kỳ
    rf"|(?P<same_form>{_word('cùng')}\s+(?i:kỳ)(?!\s+(?i:quý|tháng|\d))"
    rf"(?:\s+(?:(?i:của)\s+)?(?i:năm)\s+(?:(?i:trước|ngoái)|(?P<same_year>{_YEAR})))?)"
    # 2021 - 2025 · 6/2025 · 2025
    rf"|(?P<range_form>{_NUMBER}{_REST_OF_YEAR}{_DASH}{_YEAR}(?![\w/%]|[.,]\d))"
    rf"|(?P<slash_form>{_NUMBER}\d?\s?/\s?{_YEAR}(?![\w/%-]|[.,]\d))"
    rf"|(?P<bare_form>{_NUMBER}{_REST_OF_YEAR}(?![\w/%]|[.,]\d|{_DASH}\d|\s+{_COUNTED}))"
    r")"
)
_DIGITS = re.compile(r"\d+")
_QUARTER_OR_MONTH = re.compile(rf"{_ROMAN}|\d+")
_MONTH_WORDS = {"ba": 3, "sáu": 6, "chín": 9}
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_OF_A_YEAR = 12
_LONGEST_RANGE = 60  # years; the longest horizon in use (to 2050, from 1990); more is a range of numbers
# A count of months that lasts, recurs or is an age, and does not begin in January.
_DURATION = re.compile(
    r"(?<!\w)(?:sau|thời hạn|thời gian|hạn|kỳ|khoảng|gần|mỗi|cứ|từ|đến|dưới|trên|hơn|quá|mức|còn|là|đủ|tối đa|tối thiểu"
    r"|kéo dài|bảo hành|cấp|lương|\d\s*-)\s*\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?<!\w)(?:đến|tới|trước|hết)\s*\Z", re.IGNORECASE)
# "số 05/2025", "Luật 12/2020", "tỷ lệ 1/2000": documents and scales, no months.
_NO_MONTH = re.compile(r"(?<!\w)(?:số|luật|định|tư|quyết|lệnh|thị|lệ|báo cáo|kế hoạch)\s*\Z", re.IGNORECASE)
_SCALE = (1, 2000)  # of maps: "quy hoạch chi tiết 1/2000"
_CONTEXT = 20  # characters before a phrase in which such words stand


def find_phrases(text: str, start: int, end: int, default_year: int | None) -> Iterator[PeriodPhrase]:
    """The period phrases of a stretch in order; those without a year take `default_year` or are left out."""
    position = start
    for day in find_dates(text, start, end):
        yield from _between(text, position, day.start, default_year)
        yield PeriodPhrase(day.start, day.end, Period.as_of(day.date) if day.date else None, PhraseForm.DAY)
        position = day.end
    yield from _between(text, position, end, default_year)


def _between(text: str, start: int, end: int, default_year: int | None) -> Iterator[PeriodPhrase]:
    for match in _PHRASE.finditer(text, start, end):
        yield from _READERS[match.lastgroup or ""](match, default_year)


def _read_year(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    start, end = match.span()
    if match["year"]:
        first, last = int(match["year"]), int(match["year_to"] or match["year"])
        if first < last <= first + _LONGEST_RANGE:
            yield PeriodPhrase(match.start("year"), end, Period.span(first, last), PhraseForm.RANGE)
        else:
            yield PeriodPhrase(start, match.end("year"), Period.of_year(first), PhraseForm.NAMED)
    elif default_year and match["year_before"]:
        yield PeriodPhrase(start, end, Period.of_year(default_year - 1), PhraseForm.YEAR_BEFORE, year_written=False)
    elif default_year:
        form = PhraseForm.NAMED if match["this_year"] else PhraseForm.BARE_WORD
        yield PeriodPhrase(start, end, Period.of_year(default_year), form, year_written=False)


def _read_quarters(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    return _listed(match, "quarters", Period.quarter, _year(match["quarter_year"]), default_year)


def _read_months(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    return _listed(match, "months", Period.month, _year(match["month_year"]), default_year)


def _listed(
    match: re.Match[str],
    members: str,
    build: Callable[[int, int], Period],
    written_year: int | None,
    default_year: int | None,
) -> Iterator[PeriodPhrase]:
    """`quý I, II/2022`: each member is a phrase; the first has the word, the last has the year."""
    year = written_year or default_year
    if not year:
        return
    numbers = list(_QUARTER_OR_MONTH.finditer(match.string, *match.span(members)))
    for index, number in enumerate(numbers):
        period = build(year, _ROMANS.get(number[0].lower()) or int(number[0]))
        start = match.start() if index == 0 else number.start()
        end = match.end() if index == len(numbers) - 1 else number.end()
        yield PeriodPhrase(start, end, period, PhraseForm.NAMED, year_written=written_year is not None)


def _read_month(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    if default_year:
        period = Period.month(default_year, int(match["month"]))
        yield PeriodPhrase(*match.span(), period, PhraseForm.NAMED, year_written=False)


def _read_day(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    if not default_year:
        return
    try:
        day = date(default_year, int(match["day_month"]), int(match["day"]))
    except ValueError:
        return  # 31/2
    yield PeriodPhrase(*match.span(), Period.as_of(day), PhraseForm.DAY, year_written=False)


def _read_short_day(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    """`đến 30/6`: without its word a day only behind "đến", "trước"; elsewhere it is a ratio."""
    if not default_year or not _stands_behind(_UNTIL, match):
        return
    day, month = (int(number) for number in match[0].split("/"))
    try:
        written = date(default_year, month, day)
    except ValueError:
        return
    yield PeriodPhrase(*match.span(), Period.as_of(written), PhraseForm.DAY, year_written=False)


def _read_count(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    number = match[0].split()[0].lower()
    count = _MONTH_WORDS.get(number) or int(number)
    written_year = _year(match["side_year"] or match["count_year"])
    year = written_year or default_year
    if not year or not 1 <= count <= _MONTHS_OF_A_YEAR:
        return
    is_bare = not match["side"] and not match["count_year"]
    if is_bare and (count == 1 or _stands_behind(_DURATION, match)):
        return
    of_end = match["side"] and match["side"].lower() == "cuối"
    period = _last_months(year, count) if of_end else _first_months(year, count)
    yield PeriodPhrase(*match.span(), period, PhraseForm.NAMED, year_written=written_year is not None)


def _read_half(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    written_year = _year(match["half_year"])
    if year := written_year or default_year:
        period = Period.half(year, 1 if match["half"].lower() == "đầu" else 2)
        yield PeriodPhrase(*match.span(), period, PhraseForm.NAMED, year_written=written_year is not None)


def _read_same_period(match: re.Match[str], default_year: int | None) -> Iterator[PeriodPhrase]:
    written_year = _year(match["same_year"])
    if year := written_year or (default_year and default_year - 1):
        period = Period.of_year(year)
        yield PeriodPhrase(*match.span(), period, PhraseForm.SAME_PERIOD, year_written=written_year is not None)


def _read_range(match: re.Match[str], _default_year: int | None) -> Iterator[PeriodPhrase]:
    first, last = (int(year) for year in _DIGITS.findall(match[0]))
    if first < last <= first + _LONGEST_RANGE:
        yield PeriodPhrase(*match.span(), Period.span(first, last), PhraseForm.RANGE)


def _read_slash(match: re.Match[str], _default_year: int | None) -> Iterator[PeriodPhrase]:
    month, year = (int(number) for number in _DIGITS.findall(match[0]))
    is_month = 1 <= month <= _MONTHS_OF_A_YEAR and (month, year) != _SCALE
    if is_month and not _stands_behind(_NO_MONTH, match):
        yield PeriodPhrase(*match.span(), Period.month(year, month), PhraseForm.NAMED)


def _read_bare_year(match: re.Match[str], _default_year: int | None) -> Iterator[PeriodPhrase]:
    yield PeriodPhrase(*match.span(), Period.of_year(int(match[0])), PhraseForm.BARE_YEAR)


_READERS: dict[str, Callable[[re.Match[str], int | None], Iterator[PeriodPhrase]]] = {
    "year_form": _read_year,
    "quarter_form": _read_quarters,
    "months_form": _read_months,
    "month_form": _read_month,
    "day_form": _read_day,
    "count_form": _read_count,
    "half_form": _read_half,
    "same_form": _read_same_period,
    "range_form": _read_range,
    "slash_form": _read_slash,
    "short_day_form": _read_short_day,
    "bare_form": _read_bare_year,
}


def _stands_behind(words: re.Pattern[str], match: re.Match[str]) -> bool:
    return words.search(match.string, max(0, match.start() - _CONTEXT), match.start()) is not None


def _first_months(year: int, count: int) -> Period:
    """One period, one code: three first months are the quarter, six the half, twelve the year."""
    match count:
        case 3:
            return Period.quarter(year, 1)
        case 6:
            return Period.half(year, 1)
        case 12:
            return Period.of_year(year)
    return Period.first_months(year, count)


def _last_months(year: int, count: int) -> Period:
    match count:
        case 1:
            return Period.month(year, _MONTHS_OF_A_YEAR)
        case 3:
            return Period.quarter(year, 4)
        case 6:
            return Period.half(year, 2)
        case 12:
            return Period.of_year(year)
    return Period.span(Period.month(year, _MONTHS_OF_A_YEAR + 1 - count), Period.month(year, _MONTHS_OF_A_YEAR))


def _year(written: str | None) -> int | None:
    digits = _DIGITS.search(written) if written else None
    return int(digits[0]) if digits else None
