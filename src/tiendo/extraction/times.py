"""Reads the time expressions of a stretch of text: which period, and what part it plays in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tiendo.extraction.period_phrases import PeriodPhrase, Phrase, find_phrases
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
# "tính đến" is no mere "đến". Words between "so với" and the year name what is compared ("so với dự
# toán năm 2024"); a preposition among them starts something new ("so với kế hoạch, đến năm …").
_LATEST = r"(?:chậm|muộn)\s+nhất(?:\s+là)?"
_CUE = re.compile(
    r"(?<!\w)(?:"
    r"(?P<horizon>(?:tầm\s+nhìn|định\s+hướng)(?:\s+(?:đến|tới|cho))?(?:\s+năm)?)"
    r"|(?P<base>so\s+(?:với|cùng)(?:\s+(?!(?:đến|trong|vào|từ|tính|tại|thì|là|đạt)\b)[^\W\d]+){0,6}|cùng\s+kỳ(?:\s+của)?"
    r"|gấp\s+[\d.,]+\s+lần|bằng\s+[\d.,]+\s*%)"
    r"|(?P<as_of>(?:tính|ước(?:\s+tính)?|l[ũu][yỹ]\s+kế|luỹ\s+kế|cộng\s+dồn|số\s+liệu)(?:\s+từ\s+đầu\s+năm)?"
    r"\s+(?:đến|tới)(?:\s+(?:hết|cuối|thời\s+điểm))*|(?:(?:đến|tại|vào)\s+)?thời\s+điểm)"
    r"|(?P<by_day_of_span>từ\s+ngày\s+(?P<first_day>\d{1,2})(?:/\d{1,2})?\s+(?:đến|tới)(?:\s+hết)?)"
    rf"|(?P<by>(?:{_LATEST}\s+)?(?:(?:từ\s+nay|cho)\s+)?(?:(?:xong\s+)?trước|đến|tới|hết)(?:\s+(?:hết|cuối|trước|đầu|giữa))?"
    rf"|{_LATEST}(?:\s+vào)?)"
    r"|(?P<since>(?:(?:kể|bắt\s+đầu)\s+)?từ(?:\s+(?:đầu|cuối|giữa|sau))?|sau)"
    rf"|(?P<during>(?:{_LATEST}\s+)?(?:ngay\s+)?(?:trong|vào|dịp)(?:\s+(?:cả|đầu|cuối|giữa|dịp))?|cả|đầu|cuối|giữa)"
    r")(?:\s+năm)?\s*\Z",
    re.IGNORECASE,
)
_CUE_WITHIN = 60  # characters before a period in which its cue begins
# What a range of years is called.
_SPAN_NAME = re.compile(
    r"(?<!\w)(?:(?:trong\s+|cả\s+)?(?:(?P<span>giai\s+đoạn|thời\s+kỳ|\d{1,2}\s+năm|(?:các\s+)?năm)"
    r"|(?P<school>năm\s+học|niên\s+(?:khoá|khóa|vụ|học)|vụ(?:[\s-]+(?:đông|xuân|hè|thu|mùa))+)"
    r"|(?P<term>nhiệm\s+kỳ)))\s*\Z",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?:,|;|và|đến|-|–)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+và\s+", re.IGNORECASE)
_BARE_YEAR_CUES = frozenset(("horizon", "base", "as_of", "by", "since"))
_BARE_WORD_CUES = frozenset(("as_of", "by", "during"))
_ROLES = {
    "horizon": TimeRole.HORIZON,
    "base": TimeRole.BASE,
    "as_of": TimeRole.AS_OF,
    "by": TimeRole.BY,
    "since": TimeRole.FROM,
}
_NAME_ROLES = {"span": TimeRole.SPAN, "school": TimeRole.SCHOOL_YEAR, "term": TimeRole.TERM}


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
    return list(_joined(text, mentions))


def as_result(mention: TimeMention) -> TimeMention:
    """The mention as a report of results means it: `đến ngày 20/10/2024` is then the day of the figures."""
    if mention.role is not TimeRole.BY or mention.period.kind is not PeriodKind.DAY:
        return mention
    return replace(mention, role=TimeRole.AS_OF, period=mention.period.named)


def _mention(text: str, floor: int, phrase: PeriodPhrase, previous: TimeMention | None) -> TimeMention | None:
    if phrase.period is None:
        return None
    begin = max(floor, phrase.start - _CUE_WITHIN)
    if phrase.form is Phrase.RANGE:
        return _range_mention(text, begin, phrase, previous)
    name = _SPAN_NAME.search(text, begin, phrase.start)
    ...
