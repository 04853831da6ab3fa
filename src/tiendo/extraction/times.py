"""Reads the time expressions of a stretch of text: which period, and what part it plays in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from tiendo.extraction.period_phrases import PeriodPhrase, PhraseForm, find_phrases
from tiendo.facts.period import Period, PeriodKind


class TimeRole(StrEnum):
    """What a time says in its sentence."""

    DURING = "during"  # when a value holds or an action happens: "trong quý I/2022"
    BY = "by"  # until when: "đến năm 2030", "trước tháng 6/2022"; the period is `../X`
    AS_OF = "as-of"  # the day a state is told for: "tính đến 31/3/2022"
    SPAN = "span"  # from one year, month … to another: "giai đoạn 2021 - 2025"
    SCHOOL_YEAR = "school-year"  # "năm học 2021 - 2022", a crop season: names something, no fact's own period
    TERM = "term"  # "nhiệm kỳ 2020 - 2025": a term of office names its body, no fact's own period
    BASE = "base"  # what a change is compared with: "so với năm 2020"; never a fact's own period
    EVENT_DAY = "event-day"  # the day of an event or of a document: "vào ngày 19 tháng 12 năm 2025"
    HORIZON = "horizon"  # how far a plan looks: "tầm nhìn đến năm 2050"; no deadline by itself
    FROM = "from"  # when something begins: "từ năm 2025"; neither a deadline nor a fact's own period


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression with the words that give it its role: `chậm nhất vào năm 2030` from `chậm` on.

    `follows_document_year` is true where the text gives no year and that of the document was taken.
    """

    start: int
    end: int
    period: Period
    role: TimeRole
    follows_document_year: bool = False


# What stands directly before a period. The earliest match that reaches the period decides, so that
# "tính đến" is no mere "đến". Words in between name what is compared or added up ("so với dự toán năm
# 2024", "lũy kế giải ngân đến …"); a preposition among them starts something new.
_WORDS = r"(?:\s+(?!(?:đến|tới|trong|vào|từ|tính|tại|thì|là|đạt|trước|sau)(?!\w))[^\W\d]+){0,6}"
_LATEST = r"(?:chậm|muộn)\s+nhất(?:\s+là)?"
_CUE = re.compile(
    r"(?<!\w)(?:"
    r"(?P<horizon>(?:tầm\s+nhìn|định\s+hướng)(?:\s+(?:đến|tới|cho))?)"
    rf"|(?P<base>so\s+(?:với|cùng){_WORDS}|cùng\s+kỳ(?:\s+của)?)"
    r"|(?P<ratio>gấp\s+[\d.,]+\s+lần|bằng\s+[\d.,]+\s*%)"
    rf"|(?P<as_of>(?:(?<!dự\s)tính(?:\s+chung)?|(?:ước|l[ũu][yỹ]\s+kế|cộng\s+dồn|số\s+liệu)(?P<named>{_WORDS}))"
    r"\s+(?P<until>(?:đến|tới)(?:\s+(?:hết|cuối|thời\s+điểm))*)|(?:(?:đến|tại|vào)\s+)?thời\s+điểm)"
    r"|(?P<days>từ\s+ngày\s+(?P<first_day>\d{1,2})\s+(?:đến|tới)(?:\s+hết)?)"
    rf"|(?P<by>(?:{_LATEST}\s+)?(?:(?:từ\s+nay|cho)\s+)?(?:(?:xong\s+)?trước|đến|tới|hết)"
    rf"(?:\s+(?:hết|cuối|trước|đầu|giữa))?|{_LATEST}(?:\s+vào)?)"
    r"|(?P<since>(?:(?:kể|bắt\s+đầu)\s+)?từ(?:\s+(?:đầu|cuối|giữa|sau))?|sau)"
    rf"|(?P<during>(?:{_LATEST}\s+)?(?:ngay\s+)?(?:trong|vào|dịp)(?:\s+(?:cả|đầu|cuối|giữa|dịp))?|cả|đầu|cuối|giữa)"
    r")\s*\Z",
    re.IGNORECASE,
)
_CUE_WITHIN = 60  # characters before a period in which its cue begins
# A quick look before the long one: the last words that a cue can have, and the first of the only one
# that can end in any word.
_CUE_ENDS = frozenset(
    "đến tới cho nhìn hướng với cùng kỳ của lần % hết cuối điểm trước đầu giữa là nhất vào từ sau trong dịp cả".split()
)
_ANY_END = ("so với", "so cùng")
# What a range of years is called.
_RANGE_NAME = re.compile(
    r"(?<!\w)(?:trong\s+|cả\s+)?(?:(?P<span>giai\s+đoạn|thời\s+kỳ|(?:\d{1,2}\s+|các\s+)?năm)"
    r"|(?P<school>năm\s+học|niên\s+(?:khoá|khóa|vụ|học)|vụ(?:[\s-]+(?:đông|xuân|hè|thu|mùa))+)"
    r"|(?P<term>nhiệm\s+kỳ))\s*\Z",
    re.IGNORECASE,
)
_NAME_ROLES = {"span": TimeRole.SPAN, "school": TimeRole.SCHOOL_YEAR, "term": TimeRole.TERM}
_CUE_ROLES = {
    "horizon": TimeRole.HORIZON,
    "base": TimeRole.BASE,
    "ratio": TimeRole.BASE,
    "as_of": TimeRole.AS_OF,
    "by": TimeRole.BY,
    "since": TimeRole.FROM,
    "during": TimeRole.DURING,
}
# "đến năm" or "cuối năm" without a year may belong to any year; these mean the document's.
_WHOLE_YEAR = re.compile(r"(?<!\w)(?:(?:trong|cả|hết)|(?:đến|vào|trước|với)\s+(?:hết|cuối|đầu))\s*\Z", re.IGNORECASE)
# Heads of columns and short forms of prose: "Kế hoạch 2025", "ước thực hiện 2024".
_YEAR_OF = re.compile(
    r"(?<!\w)(?:thực\s+hiện|kế\s+hoạch|dự\s+toán|quyết\s+toán|ước|mục\s+tiêu|chỉ\s+tiêu|th|kh)\s*\Z",
    re.IGNORECASE,
)
_COMMA_OR_AND = re.compile(r"\s*(?:,|(?<=\s)và)\s+", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–]\s*")
_PASSED_ON = frozenset((TimeRole.BY, TimeRole.BASE, TimeRole.HORIZON))  # "đến năm 2025 và năm 2030"

_LEAP_DAY = (2, 29)  # other years have none
_NO_ENDS = frozenset((PeriodKind.SPAN, PeriodKind.FIRST_MONTHS))  # nothing reaches from one of these to another


def find_times(text: str, start: int, end: int, *, default_year: int | None) -> list[TimeMention]:
    """The times of `text[start:end]` in order, without overlaps; the offsets count in `text`.

    `default_year` is the document's; without it, expressions that give no year are left out.
    """
    mentions: list[TimeMention] = []
    floor = start
    for phrase in find_phrases(text, start, end, default_year):
        mention = _mention(text, floor, phrase, mentions[-1] if mentions else None)
        if mention is not None:
            mentions.append(mention)
        floor = phrase.end
    return _joined(text, _with_later_years(text, mentions))


def as_result(mention: TimeMention) -> TimeMention:
    """The mention as a report of results means it: `đến ngày 20/10/2024` is then the day of the figures."""
    if mention.role is not TimeRole.BY or mention.period.kind is not PeriodKind.DAY:
        return mention
    return replace(mention, role=TimeRole.AS_OF, period=mention.period.named)


def _mention(text: str, floor: int, phrase: PeriodPhrase, previous: TimeMention | None) -> TimeMention | None:
    if phrase.period is None:
        return None
    earliest = max(floor, phrase.start - _CUE_WITHIN)
    if phrase.form is PhraseForm.RANGE:
        return _range_mention(text, earliest, phrase, phrase.period, previous)
    cue = _cue(text, earliest, phrase.start)
    if cue and cue.lastgroup == "days":
        return _days_mention(phrase, phrase.period, cue)
    role = _CUE_ROLES[cue.lastgroup] if cue and cue.lastgroup else None
    match phrase.form:
        case PhraseForm.BARE_WORD if role is None or not _WHOLE_YEAR.search(text, earliest, phrase.start):
            return None
        case PhraseForm.BARE_YEAR if role in (None, TimeRole.DURING):
            role = _role_of_list(text, phrase, phrase.period, previous)
            if role is None and not _YEAR_OF.search(text, earliest, phrase.start):
                return None
        case PhraseForm.YEAR_BEFORE if role is not TimeRole.BASE:
            return None
        case PhraseForm.SAME_PERIOD:
            role = TimeRole.BASE
        case PhraseForm.NAMED if role is None and previous and previous.role in _PASSED_ON:
            role = _role_of_list(text, phrase, phrase.period, previous)
    return _in_role(_begin(phrase, cue), phrase, phrase.period, role or TimeRole.DURING)


def _begin(phrase: PeriodPhrase, cue: re.Match[str] | None) -> int:
    """Where the expression begins: with its cue, but without values and names inside the cue."""
    if cue is None or cue["ratio"]:  # the number of "bằng 104% năm 2021" is a value of its own
        return phrase.start
    return cue.start("until") if cue["named"] else cue.start()


def _cue(text: str, earliest: int, end: int) -> re.Match[str] | None:
    words = text[earliest:end].lower().split()
    if not words:
        return None
    if words[-1] in _CUE_ENDS or words[-1].endswith("%") or any(pair in " ".join(words) for pair in _ANY_END):
        return _CUE.search(text, earliest, end)
    return None


def _in_role(start: int, phrase: PeriodPhrase, period: Period, role: TimeRole) -> TimeMention:
    if period.kind is PeriodKind.SPAN and role is not TimeRole.BASE:
        role = TimeRole.SPAN
    elif role is TimeRole.HORIZON and period.kind is not PeriodKind.YEAR:
        role = TimeRole.DURING
    elif role is TimeRole.BY:
        period = Period.by(period)
    elif role is TimeRole.AS_OF and period.kind is not PeriodKind.YEAR:
        period = Period.as_of(period.last_day)
    elif role is TimeRole.DURING and period.kind is PeriodKind.DAY:
        role = TimeRole.EVENT_DAY
    return TimeMention(start, phrase.end, period, role, not phrase.year_written)


def _range_mention(
    text: str, earliest: int, phrase: PeriodPhrase, period: Period, previous: TimeMention | None
) -> TimeMention:
    name = _RANGE_NAME.search(text, earliest, phrase.start)
    start = name.start() if name else phrase.start
    role = _NAME_ROLES[name.lastgroup] if name and name.lastgroup else None
    if role is None and previous and previous.role in _NAME_ROLES.values():
        role = _role_of_list(text, phrase, period, previous)
    cue = _cue(text, earliest, start) if role in (None, TimeRole.SPAN) else None
    if cue and cue.lastgroup in ("base", "horizon"):
        start, role = cue.start(), _CUE_ROLES[cue.lastgroup]
    return TimeMention(start, phrase.end, period, role or TimeRole.SPAN)


def _role_of_list(text: str, phrase: PeriodPhrase, period: Period, previous: TimeMention | None) -> TimeRole | None:
    """`năm học 2021 - 2022, 2022 - 2023`: a further member of a list plays the part of the one before."""
    if previous is None or previous.period.kind is not period.kind:
        return None
    link = _COMMA_OR_AND.fullmatch(text, previous.end, phrase.start)
    # "so với năm 2020, năm 2021 tăng": with a word of its own behind a comma, a year begins a new clause.
    if link is None or (phrase.form is PhraseForm.NAMED and "," in link[0]):
        return None
    return previous.role


def _days_mention(phrase: PeriodPhrase, last: Period, cue: re.Match[str]) -> TimeMention:
    """`từ ngày 08 đến ngày 09 tháng 11 năm 2025`: the month and year stand behind the last day only."""
    first_day = int(cue["first_day"])
    if last.kind is PeriodKind.DAY and 0 < first_day < last.last_day.day:
        days = Period.span(Period.as_of(last.last_day.replace(day=first_day)), last)
        return TimeMention(cue.start(), phrase.end, days, TimeRole.SPAN)
    return _in_role(phrase.start, phrase, last, TimeRole.BY)


def _with_later_years(text: str, mentions: list[TimeMention]) -> list[TimeMention]:
    """`quý I và quý II/2022`: in a list or from … to, the year behind the last holds for all."""
    for index in range(len(mentions) - 2, -1, -1):
        mention, later = mentions[index], mentions[index + 1]
        if not mention.follows_document_year or later.follows_document_year or later.role is TimeRole.BASE:
            continue
        is_list = _COMMA_OR_AND.fullmatch(text, mention.end, later.start)
        if is_list or _opens_span(text, mention, later):
            period = _in_year(mention.period, later.period.year)
            mentions[index] = replace(mention, period=period, follows_document_year=False)
    return mentions


def _in_year(period: Period, year: int) -> Period:
    if period.kind is PeriodKind.SPAN or (period.first_day.month, period.first_day.day) == _LEAP_DAY:
        return period
    moved = Period.parse(f"{year:04}{str(period.named)[4:]}")  # all codes begin with the year
    return Period.by(moved) if period.is_deadline else moved


def _joined(text: str, mentions: list[TimeMention]) -> list[TimeMention]:
    """`từ năm 2021 đến năm 2025` and `tháng 7 - 9/2022` are one span each."""
    joined: list[TimeMention] = []
    for mention in mentions:
        if joined and _opens_span(text, joined[-1], mention):
            first = joined.pop()
            period = Period.span(first.period, mention.period.named)
            mention = TimeMention(first.start, mention.end, period, TimeRole.SPAN, mention.follows_document_year)
        joined.append(mention)
    return joined


def _opens_span(text: str, first: TimeMention, last: TimeMention) -> bool:
    begins, ends = first.period, last.period.named
    if begins.kind is not ends.kind or begins.kind in _NO_ENDS or not begins < ends:
        return False
    if first.role is TimeRole.FROM and last.role is TimeRole.BY:
        return not text[first.end : last.start].strip() and text[last.start].lower() != "t"  # "trước" ends nothing
    both_during = first.role is last.role is TimeRole.DURING
    return both_during and _DASH.fullmatch(text, first.end, last.start) is not None
