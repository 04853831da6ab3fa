"""Finds when a task is due: the latest date of the action itself, not a year in the name of a plan.

Rules: the deadline field and the rulings "Tasks" of the record contract; language.md 8.2.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tiendo.documents.model import Document
from tiendo.extraction.times import TimeMention, TimeRole, find_times
from tiendo.facts.period import Period, PeriodKind

# Words that set a limit by themselves, wherever they stand.
_LIMIT = re.compile(
    r"(?:trước|hết|chậm|muộn|xong|trong|ngay|vào|dịp|đầu|giữa|cuối|(?:đến|tới)\s+(?:hết|cuối|trước|ngày)|từ\s+nay)\b",
    re.IGNORECASE,
)
# Documents, budgets and lists that carry a year in their name.
_NAMED_BY_YEAR = re.compile(
    r"\b(?:kế hoạch|chương trình|đề án|dự án|quy hoạch|chiến lược|nghị quyết|quyết định|chỉ thị|dự toán"
    r"|ngân sách|chỉ tiêu|mục tiêu|nhiệm vụ|chủ đề|phương châm|phương hướng|chỉ số|danh mục|phương án|vốn"
    r"|kinh tế\s*-\s*xã hội|báo cáo|kết luận|luật|thông báo|bộ tiêu chí|nội dung|định mức|chính sách"
    r"|tình hình|kết quả)\b",
    re.IGNORECASE,
)
# A year behind one of these belongs to the action or event again.
_ACTION_AGAIN = re.compile(
    r"\b(?:đạt|(?<!kế hoạch )hoàn thành|phấn đấu|bảo đảm|đảm bảo|để|nhằm|nâng|đưa|khởi công|khánh thành|đại hội"
    r"|lễ hội|hội nghị|gặp gỡ|kỳ thi|diễn tập|festival|ngày hội|hội chợ|hội thi|hội thao|cuộc thi|tuyển quân)\b",
    re.IGNORECASE,
)
# Directly before a time these open the clause that it dates.
_OPENS_CLAUSE = re.compile(r"(?:^|[,;:(]|\b(?:phấn đấu|để|nhằm|và|mục tiêu|trong đó))\s*$", re.IGNORECASE)
_RECURS = re.compile(r"\s*(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:và|các)\s+(?:những\s+|các\s+)?năm\s+(?:tiếp\s+theo|sau)|trở\s+đi", re.IGNORECASE)
# "trong năm" without a year is a limit for what is to be completed; elsewhere it belongs to a noun.
_BARE_IN_YEAR = re.compile(r"(?:ngay\s+)?trong\s+(?:năm|quý|tháng)(?:\s+nay|\s+này)?", re.IGNORECASE)
_COMPLETES = re.compile(r"(?:hoàn thành|xong|trình|ban hành|báo cáo|khởi công)[^,;.]{0,60}$", re.IGNORECASE)
_BARE_YEAR = re.compile(r"\s*(20\d\d)\s*\.?\s*")
_NO_LIMITS = (*(TimeRole.BASE, TimeRole.HORIZON, TimeRole.FROM, TimeRole.SCHOOL_YEAR, TimeRole.TERM, TimeRole.AS_OF),)


# Most sentences name no time, and this is quicker to see than to read.
_TIME_WORDS = ("năm", "Năm", "tháng", "Tháng", "ngày", "quý", "Quý", "/", "20")


class Deadline(NamedTuple):
    """When a task is due; `loose` where only a year in the sentence says so."""

    period: Period
    loose: bool


def document_year(document: Document) -> int | None:
    """The year in which the document speaks: it completes a deadline without one, and years before it are past.

    That of the year, quarter or month it is about, else that of its date; a plan up to 2030 speaks in neither.
    """
    period, day = document.metadata.period, document.metadata.date
    if period is not None and not period.is_deadline and period.kind is not PeriodKind.SPAN:
        return period.year
    return day.year if day is not None else None


def deadline_in(sentence: str, *, default_year: int | None) -> Deadline | None:
    """The deadline that a sentence or bullet sets; `default_year` completes `trước ngày 30/6`."""
    if not any(word in sentence for word in _TIME_WORDS):
        return None
    found = [
        deadline
        for mention in find_times(sentence, 0, len(sentence), default_year=default_year)
        if (deadline := _limit(sentence, mention, default_year)) is not None
    ]
    stated = [deadline for deadline in found if not deadline.loose]
    return max(stated or found, key=lambda deadline: deadline.period, default=None)


def deadline_in_cell(cell: str, *, default_year: int | None) -> Period | None:
    """The deadline that a table cell or a line `Thời gian thực hiện: …` states; `Thường xuyên` states none."""
    if _GOES_ON.search(cell):
        return None
    year = _BARE_YEAR.fullmatch(cell)
    if year:
        return Period.of_year(int(year[1]))
    limits = [
        _last_part(mention.period)
        for mention in find_times(cell, 0, len(cell), default_year=default_year)
        if mention.role not in _NO_LIMITS and not _RECURS.match(cell, mention.end)
    ]
    return max(limits, default=None)


def _limit(sentence: str, mention: TimeMention, default_year: int | None) -> Deadline | None:
    if mention.role in _NO_LIMITS or _RECURS.match(sentence, mention.end):
        return None
    written = sentence[mention.start : mention.end]
    if mention.role is TimeRole.SPAN:
        return _limit_of_span(sentence, mention, written)
    dates_a_noun = _BARE_IN_YEAR.fullmatch(written) and not _COMPLETES.search(sentence[: mention.start])
    if _LIMIT.match(written) and not dates_a_noun:
        return Deadline(mention.period, loose=False)
    if mention.role is TimeRole.EVENT_DAY or _names_something(sentence, mention):
        return None
    if default_year is not None and mention.period.year < default_year:
        return None
    return Deadline(mention.period, loose=True)


def _limit_of_span(sentence: str, mention: TimeMention, written: str) -> Deadline | None:
    """A stretch of years dates an action only in a bracket of its own: "thành lập thị xã (giai đoạn 2031 - 2035)"."""
    bracketed = sentence[: mention.start].rstrip().endswith("(") and sentence[mention.end :].lstrip().startswith(")")
    if bracketed:
        return Deadline(_last_part(mention.period), loose=True)
    if _LIMIT.match(written) and mention.period.grain is not PeriodKind.YEAR:
        return Deadline(mention.period, loose=False)
    return None


def _names_something(sentence: str, mention: TimeMention) -> bool:
    """True for a year that belongs to the name of a plan, budget or list before it."""
    before = sentence[: mention.start]
    if _OPENS_CLAUSE.search(before):
        return False
    clause = before[max(before.rfind(";"), before.rfind(":")) + 1 :]
    named = list(_NAMED_BY_YEAR.finditer(clause))
    return bool(named) and _ACTION_AGAIN.search(clause, named[-1].end()) is None


def _last_part(period: Period) -> Period:
    """By the end of a span of years; other periods are themselves."""
    if period.kind is PeriodKind.SPAN and period.grain is PeriodKind.YEAR:
        return Period.by(Period.of_year(period.year))
    return period
