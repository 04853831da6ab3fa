"""Says which time a value holds for: the nearest in its sentence that dates it, else what its section says."""

from __future__ import annotations

import re

from tiendo.extraction.alternation import any_of, whole
from tiendo.extraction.context import Polarity
from tiendo.extraction.number_phrases import NumberPhrase
from tiendo.extraction.phrases import PARTS
from tiendo.extraction.sentence import Sentence
from tiendo.extraction.times import TimeMention, TimeRole
from tiendo.facts.period import Period, PeriodKind

_OWN_ROLES = (TimeRole.DURING, TimeRole.BY, TimeRole.AS_OF, TimeRole.SPAN)
# What may stand before the time that a sentence begins with.
_NOTHING_YET = re.compile(r"[\s+*-]*(?:(?:dự\s+ước|ước\s+tính|ước|trong|riêng)\s+)*")
_OTHER_CLAUSE = re.compile(r"[;,.:]|\d")
# "từ 12 xã năm 2020 lên 31 xã năm 2023": the year right behind a number is its own.
_TOUCHING = re.compile(r"\s*(?:\(|vào|trong)?\s*")
# A time further behind a number than this dates something else.
_NEAR_BEHIND = 80
_FINISHED = re.compile(
    whole("hoàn thành | hoàn thiện | xong | kết thúc | đưa vào sử dụng | bàn giao | khởi công | khánh thành")
    + r"(?:\s+(?:vào|trong))?\s*$"
)
_ANY_NUMBER = re.compile(r"\d")
_THIS_PERIOD = re.compile(r"(?<!\w)trong (?:quý|tháng|kỳ|năm)(?!\s+(?:\d|[ivx]))")
_PLAN_NAME = re.compile(
    any_of(
        """Kế hoạch | Chương trình | Đề án | Chiến lược | Quy hoạch | Nghị quyết | Quyết định | Chỉ thị | Dự án
        | kế hoạch | chương trình | đề án | nghị quyết | chiến lược | quy hoạch"""
    )
    + r"(?:(?!\d+,\d|%|\d\s+(?:tỷ|triệu|ha|xã)).)*$"
)
# "giá so sánh năm 2010": the year of the prices, not of the value.
_PRICES_OF = re.compile(r"giá\s+(?:so\s+sánh|cố\s+định|gốc)(?:\s+của)?\s*$")
# "đến năm 2025, định hướng đến năm 2030": both years belong to one name.
_NAME_GAP = 6
# "… giai đoạn 2026 - 2030 bảo đảm không quá 3.000 dự án": a verb stands between plan and number, nothing more.
_OWN_GAP = 25


def period_of(sentence: Sentence, phrase: NumberPhrase) -> Period | None:
    """The period of a value; sets what the sentence hands on. None where nothing says it."""
    chosen = _nearest(sentence, phrase)
    of_this = sentence.said_before(_THIS_PERIOD, phrase.start)
    if of_this and _THIS_PERIOD.search(sentence.lower, chosen.end if chosen else sentence.start, phrase.start):
        sentence.carried.dated = None
    elif chosen is not None:
        if chosen.role is TimeRole.AS_OF or (chosen.role is TimeRole.BY and _opens(sentence, chosen)):
            sentence.carried.dated = chosen.period
        return chosen.period
    return sentence.carried.dated or sentence.context.period


def _nearest(sentence: Sentence, phrase: NumberPhrase) -> TimeMention | None:
    """The last time before the number that reaches it, else the first behind it that dates it."""
    chosen: TimeMention | None = None
    for index, time in enumerate(sentence.times):
        if not _dates(sentence, time) or _names_a_plan(sentence, index, phrase):
            continue
        if time.start >= phrase.tail_end and _TOUCHING.fullmatch(sentence.lower, phrase.tail_end, time.start):
            return time
        if time.end <= phrase.start:
            chosen = time if _reaches(sentence, time, phrase) else chosen
        elif chosen is None and time.start >= phrase.tail_end and _follows(sentence, time, phrase):
            return time
    return chosen


def _opens(sentence: Sentence, time: TimeMention) -> bool:
    return _NOTHING_YET.fullmatch(sentence.lower, sentence.start, time.start) is not None


def _dates(sentence: Sentence, time: TimeMention) -> bool:
    """True for a time that a value can have: of a plan also the day of an event ("dịp 19/12/2025")."""
    if _PRICES_OF.search(sentence.lower, sentence.start, time.start):
        return False
    if time.role is TimeRole.EVENT_DAY:
        return sentence.context.polarity is Polarity.PLANNED
    return time.role in _OWN_ROLES


def _reaches(sentence: Sentence, time: TimeMention, phrase: NumberPhrase) -> bool:
    """A plain year reaches no further than its clause and the parts of it, unless the sentence begins with it."""
    if time.role is not TimeRole.DURING or _opens(sentence, time):
        return True
    _, other_clause, rest = sentence.lower[time.end : phrase.start].partition(";")
    return not other_clause or PARTS.match(rest.lstrip()) is not None


def _follows(sentence: Sentence, time: TimeMention, phrase: NumberPhrase) -> bool:
    """A time behind the number dates it in the same clause, or where the action is to be finished then."""
    between = sentence.lower[phrase.tail_end : time.start]
    if _OTHER_CLAUSE.search(between) is None and len(between) < _NEAR_BEHIND:
        return True
    planned = sentence.context.polarity is Polarity.PLANNED and time.role in (TimeRole.BY, TimeRole.DURING)
    return planned and _FINISHED.search(between) is not None and _ANY_NUMBER.search(between) is None


def _names_a_plan(sentence: Sentence, index: int, phrase: NumberPhrase) -> bool:
    """A year in the name of a plan says nothing about the number, unless the number is that plan's."""
    time = sentence.times[index]
    if time.role is TimeRole.BY and time.period.grain is PeriodKind.DAY:  # "trước ngày 31/12/2025"
        return False
    if 0 <= phrase.lead_start - time.end < _OWN_GAP and "," not in sentence.lower[time.end : phrase.lead_start]:
        return False
    if index + 1 < len(sentence.times):
        after = sentence.times[index + 1]
        if after.role is TimeRole.HORIZON and after.start - time.end < _NAME_GAP:
            return True
    clause = max(sentence.start, *(sentence.lower.rfind(mark, sentence.start, time.start) for mark in ",;:"))
    return _PLAN_NAME.search(sentence.reading, clause, time.start) is not None
