"""Reads targets and observations: every printed quantity with what it is about, when, and against what.

One pass a sentence, from left to right. Each number phrase is a value of its own, or says something
about the value before it (percent of plan, change on the year before). What a list leaves out, it
inherits: subject, base of comparison, estimate, "thêm".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tiendo.documents.model import Block, BlockKind, Document
from tiendo.extraction.context import Context, Contexts, Polarity
from tiendo.extraction.norms import states_a_norm
from tiendo.extraction.number_phrases import NumberPhrase, find_number_phrases
from tiendo.extraction.phrases import (
    ADDED,
    ANNUAL,
    ANY_BASE,
    AVERAGE_GROWTH,
    BASE_LAST_YEAR,
    BASE_OTHER,
    BASE_SAME_PERIOD,
    CHANGE_VERB,
    COMPARED,
    CUMULATIVE,
    EACH,
    ESTIMATED,
    EXISTS,
    FROM_TO,
    GENERIC_ACTION,
    HEAD,
    INDEX_SAME_PERIOD,
    LEADING_BASE,
    OBSERVED,
    PLAN_AFTER,
    PLANNED,
)
from tiendo.extraction.sentence_spans import sentence_spans
from tiendo.extraction.subjects import GENERIC_NAME, Before, Span, narrows, read_before, read_behind
from tiendo.extraction.times import TimeMention, TimeRole, as_result, find_times
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Observation, Target
from tiendo.reference.units import read_unit
from tiendo.text.numbers import NumberStyle

_HUNDRED = Decimal(100)
# Counted things that behave like measures: what is counted stands before the number.
_VISITS = ("lượt", "đồng", "usd")
_QUANTITY_HEAD = re.compile(r"(?:tổng|số|lượng|tỷ lệ|tỉ lệ|kim ngạch|giá trị|sản lượng|diện tích|quy mô|doanh thu)(?!\w)")
_OWN_ROLES = (TimeRole.DURING, TimeRole.BY, TimeRole.AS_OF, TimeRole.SPAN)
_FINISHED = re.compile(r"(?<!\w)(?:hoàn thành|hoàn thiện|xong|kết thúc|đưa vào sử dụng|bàn giao|khởi công|khánh thành)(?:\s+(?:vào|trong))?\s*$")
_ANY_NUMBER = re.compile(r"\d")
_OTHER_CLAUSE = re.compile(r"[;,.:]|\d")
_THIS_PERIOD = re.compile(r"(?<!\w)trong (?:quý|tháng|kỳ|năm)(?!\s+(?:\d|[ivx]))")
_PLAN_NAME = re.compile(
    r"(?:Kế hoạch|Chương trình|Đề án|Chiến lược|Quy hoạch|Nghị quyết|Quyết định|Chỉ thị|Dự án|kế hoạch|chương trình|đề án|nghị quyết|chiến lược|quy hoạch)"
    r"(?:(?!\d+,\d|%|\d\s+(?:tỷ|triệu|ha|xã)).)*$"
)
# "đến năm 2025, định hướng đến năm 2030": both years belong to one name.
_NAME_GAP = 6
# "… giai đoạn 2026 - 2030 bảo đảm không quá 3.000 dự án": a verb stands between plan and number, nothing more.
_OWN_GAP = 25
_ANNUAL_REACH = 16
# What separates one item of a list from the next.
_NEW_ITEM = re.compile(r"[,;:()]|(?<!\w)(?:và|hoặc|với|từ|cho|lên|xuống|tăng|giảm|bằng)(?!\w)")
_LIST_END = re.compile(r";")


@dataclass(slots=True)
class _Draft:
    """A value while its sentence is still being read."""

    phrase: NumberPhrase
    subject: Span
    within: Span | None
    polarity: Polarity
    period: Period
    change: Change | None = None
    annual: bool = False
    cumulative: bool = False
    estimated: bool = False
    per: str | None = None
    plan_percent: Decimal | None = None
    yoy_percent: Decimal | None = None
    yoy_change: Decimal | None = None


@dataclass(slots=True)
class _Paragraph:
    """What one sentence hands on to the next: the base of comparison, the as-of date."""

    base: str | None = None  # "yoy", "other"
    as_of: Period | None = None
    drafts: list[_Draft] = field(default_factory=list)


def extract_quantities(
    document: Document, reading: str, lower: str, style: NumberStyle, cited: list[Span], default_period: Period | None
) -> list[Target | Observation]:
    """The quantities of a document's prose, in order. `cited` are the sorted spans of citations."""
    contexts = Contexts(document, lower, reading, default_period)
    reader = _Reader(document, reading, lower, style, cited, contexts)
    return [record for block in document.blocks for record in reader.read_block(block)]


_SKIPPED = (BlockKind.LEGAL_BASIS, BlockKind.CLOSING, BlockKind.TABLE_CELL)
_DIGIT = re.compile(r"\d")


class _Reader:
    def __init__(
        self, document: Document, reading: str, lower: str, style: NumberStyle, cited: list[Span], contexts: Contexts
    ) -> None:
        self.document = document
        self.reading = reading
        self.lower = lower
        self.style = style
        self.cited = cited
        self.contexts = contexts
        self.next_cited = 0

    def read_block(self, block: Block) -> Iterator[Target | Observation]:
        if block.kind in _SKIPPED or _DIGIT.search(self.lower, block.start, block.end) is None:
            return
        context = self.contexts.of(block)
        if not context.holds_facts:
            return
        times = self.times_of(block, context)
        phrases = find_number_phrases(self.lower, block.start, block.end, self.style, self.excluded(block, times))
        if not phrases:
            return
        paragraph = _Paragraph()
        waiting = iter(phrases)
        phrase = next(waiting, None)
        for start, end in sentence_spans(self.reading, block.start, block.end):
            inside: list[NumberPhrase] = []
            while phrase is not None and phrase.start < end:
                inside.append(phrase)
                phrase = next(waiting, None)
            if not inside:
                paragraph.as_of = None
                continue
            sentence = _Sentence(self, context, paragraph, times, start, end)
            for draft in sentence.read(inside):
                yield self.record(draft, block)

    def times_of(self, block: Block, context: Context) -> list[TimeMention]:
        """The times of a block as its sentences mean them; the dates of cited documents are none."""
        times = find_times(self.reading, block.start, block.end, default_year=self.contexts.default_year)
        if context.polarity is Polarity.REPORTED:
            times = [as_result(time) for time in times]
        cited = self.cited_in(block)
        return [time for time in times if not any(start < time.end and time.start < end for start, end in cited)]

    def cited_in(self, block: Block) -> list[Span]:
        """The spans of citations in a block; blocks are asked for in order."""
        while self.next_cited < len(self.cited) and self.cited[self.next_cited][1] <= block.start:
            self.next_cited += 1
        inside = []
        for span in itertools.islice(self.cited, self.next_cited, None):
            if span[0] >= block.end:
                break
            inside.append(span)
        return inside

    def excluded(self, block: Block, times: list[TimeMention]) -> list[Span]:
        """The spans of this block that hold no quantities: dates and cited numbers."""
        return sorted([*self.cited_in(block), *((time.start, time.end) for time in times)])

    def text(self, span: Span) -> str:
        return " ".join(self.reading[span[0] : span[1]].split())

    def record(self, draft: _Draft, block: Block) -> Target | Observation:
        phrase = draft.phrase
        unit_text = self.text((phrase.unit_start, phrase.end))
        quantity = Quantity(
            low=phrase.low, high=phrase.high, of=phrase.of, written_unit=unit_text, unit=read_unit(unit_text),
            per=draft.per, change=draft.change, approximate=phrase.approximate,
        )
        doubts: list[str] = []
        if not phrase.known:
            doubts.append("unit-guessed")
        common = {
            "start": phrase.start, "end": phrase.end, "quote": self.document.text[phrase.start : phrase.end],
            "provision": block.path, "subject": self.text(draft.subject),
            "within": self.text(draft.within) if draft.within is not None else None,
            "quantity": quantity, "period": draft.period, "annual": draft.annual, "cumulative": draft.cumulative,
            "plan_percent": draft.plan_percent, "yoy_percent": draft.yoy_percent, "yoy_change": draft.yoy_change,
            "doubts": tuple(doubts), "confidence": 1.0 if not doubts else 0.6,
        }
        if draft.polarity is Polarity.PLANNED:
            return Target(**common)  # type: ignore[arg-type]
        return Observation(**common, estimated=draft.estimated)  # type: ignore[arg-type]


class _Sentence:
    """Reads the number phrases of one sentence with what they inherit from each other."""

    def __init__(
        self, reader: _Reader, context: Context, paragraph: _Paragraph, times: list[TimeMention], start: int, end: int
    ) -> None:
        self.lower = reader.lower
        self.reading = reader.reading
        self.context = context
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.times = [time for time in times if time.start < end and time.end > start]
        self.names = [time for time in self.times if time.role is not TimeRole.SCHOOL_YEAR]
        self.drafts: list[_Draft] = []
        self.boundary = start
        self.added = False
        self.estimated = False
        self.list_within: Span | None = None
        self.parts_of: Span | None = None
        if paragraph.base is None:
            paragraph.base = self.stated_base()

    def stated_base(self) -> str | None:
        """A base that the sentence states once, even at its end, holds for all its changes."""
        found = [match.lastgroup for match in ANY_BASE.finditer(self.lower, self.start, self.end)]
        return "yoy" if found and all(group is not None for group in found) else None

    def read(self, phrases: list[NumberPhrase]) -> list[_Draft]:
        for index, phrase in enumerate(phrases):
            following = phrases[index + 1].lead_start if index + 1 < len(phrases) else self.end
            self.read_phrase(phrase, following)
        self.share_denominators()
        if not any(time.role is TimeRole.AS_OF for time in self.times) and not self.drafts:
            self.paragraph.as_of = None
        return self.drafts

    # -- one phrase

    def read_phrase(self, phrase: NumberPhrase, following: int) -> None:
        gap_start = self.boundary
        before = read_before(self.lower, gap_start, phrase.lead_start, self.names, in_list=gap_start > self.start)
        if states_a_norm(self.lower, self.start, phrase, self.end, self.context.norms):
            self.boundary = phrase.tail_end
            return
        gap = self.lower[gap_start : phrase.lead_start]
        if self.is_condition(phrase):
            self.boundary = phrase.tail_end
            return
        if _LIST_END.search(gap):
            self.added = False
        said_added = ADDED.search(gap) is not None
        self.added = self.added or said_added
        last = self.drafts[-1] if self.drafts else None
        about_last = last is not None and before.subject is None
        if self.read_plan(phrase, before, last, about_last) or self.read_index(phrase, before, last, about_last):
            return
        if before.subject is not None and LEADING_BASE.match(self.lower, before.subject[0]):
            self.paragraph.base = "yoy"
            before = replace(before, subject=None)
            about_last = last is not None
        from_value = self.is_from_value(phrase)
        if before.direction is not None and not from_value and self.read_change(
            phrase, before, last, about_last, following, gap
        ):
            return
        self.read_value(phrase, before, last, following, gap)

    def is_condition(self, phrase: NumberPhrase) -> bool:
        """`100% các xã có ít nhất 1 trạm`: the second number only says which ones the first counts."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.subject[0] < last.phrase.unit_start or last.subject[0] > phrase.start:
            return False
        if self.lower[last.subject[1] : phrase.lead_start].strip() in ("", "có", "đạt"):
            return True
        between = self.lower[last.phrase.tail_end : phrase.lead_start]
        return len(between) > 1 and _NEW_ITEM.search(between) is None

    def is_from_value(self, phrase: NumberPhrase) -> bool:
        """The A of "từ A xuống còn B": how it was before."""
        said = self.lower[phrase.lead_start : phrase.start]
        return "từ" in said and _RISES.match(self.lower, phrase.tail_end, self.end) is not None

    def read_plan(self, phrase: NumberPhrase, before: Before, last: _Draft | None, about_last: bool) -> bool:
        """`đạt 28,1% dự toán`: an attribute of the value before it, else a record of its own."""
        if not phrase.is_percent:
            return False
        plan = PLAN_AFTER.match(self.lower, phrase.tail_end, self.end)
        if plan is None and not self.plan_by_ellipsis(phrase, before, last, about_last):
            return False
        percent = phrase.low if phrase.low is not None else phrase.high
        assert percent is not None
        if before.direction == "up" and "vượt" in self.lower[self.boundary : phrase.start]:
            percent += _HUNDRED
        if about_last and last is not None and last.plan_percent is None and not last.phrase.is_percent:
            last.plan_percent = percent
        elif (subject := before.subject or (last.subject if last is not None else None)) is not None:
            self.add(self.draft(phrase, subject, before, None), plan_percent=percent)
        else:
            return False
        self.boundary = plan.end() if plan is not None else phrase.tail_end
        return True

    def plan_by_ellipsis(self, phrase: NumberPhrase, before: Before, last: _Draft | None, about_last: bool) -> bool:
        """`… đạt 68% dự toán; … 3.700 tỷ đồng, đạt 75,1%`: the later member of a list leaves the plan out."""
        if not about_last or not before.equates or last is None or last.phrase.is_percent or last.plan_percent is not None:
            return False
        reached = self.lower[self.boundary : phrase.start].rstrip().endswith(("đạt", "bằng"))
        return reached and any(draft.plan_percent is not None for draft in self.drafts)

    def read_index(self, phrase: NumberPhrase, before: Before, last: _Draft | None, about_last: bool) -> bool:
        """`bằng 91,1% cùng kỳ`, `gấp 2 lần cùng kỳ`: a change on the year before, written as an index."""
        if before.direction is not None or "hơn" in self.lower[self.boundary : phrase.start] or not (phrase.is_percent or phrase.unit == "lần"):
            return False
        base = INDEX_SAME_PERIOD.match(self.lower, phrase.tail_end, self.end)
        if base is None or phrase.low is None:
            return False
        factor = Decimal(1) if phrase.is_percent else _HUNDRED
        change = phrase.low * factor - _HUNDRED
        self.paragraph.base = "yoy"
        if about_last and last is not None:
            last.yoy_percent = change
            self.boundary = base.end()
            return True
        if before.subject is None:
            return False
        self.add(self.draft(phrase, before.subject, before, None), yoy_percent=change)
        self.boundary = base.end()
        return True

    def read_change(
        self, phrase: NumberPhrase, before: Before, last: _Draft | None, about_last: bool, following: int, gap: str
    ) -> bool:
        """`tăng 7,9 % so với cùng kỳ`: an attribute of the value before it, else a change of its own."""
        if ADDED.search(gap[-_ADDED_REACH:]) and not phrase.is_percent:
            return False
        behind = read_behind(self.lower, self.reading, phrase, min(following, self.end), self.names) if not about_last else None
        base, boundary = self.base_after(phrase)
        if base is not None:
            self.paragraph.base = base
        effective = base or self.paragraph.base
        sign = Decimal(1) if before.direction == "up" else Decimal(-1)
        amount = phrase.low if phrase.low is not None else phrase.high
        assert amount is not None
        if about_last and last is not None:
            if effective == "yoy" and self.attach_change(self.same_counted(phrase, last), phrase, sign * amount):
                self.boundary = boundary
                return True
            subject: Span | None = last.subject
        else:
            subject = before.subject
            if behind is not None and base is None and not self.headed(subject):
                return False
        if subject is None:
            return False
        draft = self.draft(phrase, subject, before, None)
        draft.change = Change.INCREASE if sign > 0 else Change.DECREASE
        if about_last and last is not None:
            draft.within, draft.estimated = last.within, last.estimated
            draft.period = last.period
        if effective == "yoy" and phrase.is_percent:
            draft.yoy_percent = sign * amount
        self.add(draft)
        self.boundary = boundary
        return True

    def headed(self, name: Span | None) -> bool:
        """True where the name before a number begins like the name of a measure."""
        return name is not None and HEAD.match(self.lower, name[0], name[1]) is not None

    def same_counted(self, phrase: NumberPhrase, last: _Draft) -> _Draft:
        """The value that a change in counted things belongs to: the nearest with the same noun (`người chết`)."""
        if phrase.measured:
            return last
        noun = read_behind(self.lower, self.reading, phrase, self.end) or (phrase.unit_start, phrase.end)
        words = self.lower[noun[0] : noun[1]]
        same = [draft for draft in self.drafts if draft.phrase.unit == phrase.unit and draft.yoy_change is None]
        named = [draft for draft in same if self.lower[draft.subject[0] : draft.subject[1]].startswith(words)]
        if named:
            return named[-1]
        return last if phrase.unit == last.phrase.unit or not same else same[-1]

    def attach_change(self, last: _Draft, phrase: NumberPhrase, amount: Decimal) -> bool:
        """Sets the change on the year before on the value it belongs to; False where it has one already."""
        if last.change is not None:
            return False
        if phrase.is_percent:
            if last.yoy_percent is not None:
                return False
            last.yoy_percent = amount
            return True
        points = phrase.unit.startswith("điểm") and last.phrase.is_percent
        if (phrase.unit == last.phrase.unit or points) and last.yoy_change is None:
            last.yoy_change = amount
            return True
        return False

    def base_after(self, phrase: NumberPhrase) -> tuple[str | None, int]:
        """What a change is compared with, and where that ends."""
        for base, pattern in (("yoy", BASE_SAME_PERIOD), ("yoy", BASE_LAST_YEAR), ("other", BASE_OTHER)):
            found = pattern.match(self.lower, phrase.tail_end, self.end)
            if found is not None:
                end = found.end()
                for time in self.times:
                    if time.start <= end + 1 < time.end or time.start - 1 <= end <= time.end:
                        end = max(end, time.end)
                return base, end
        return None, phrase.tail_end

    def read_value(
        self, phrase: NumberPhrase, before: Before, last: _Draft | None, following: int, gap: str
    ) -> None:
        """A value of its own: decides between the name before the number and the noun behind it."""
        behind = read_behind(self.lower, self.reading, phrase, min(following, self.end), self.names)
        subject, within = self.choose(phrase, before, behind, last, gap)
        if subject is None:
            return
        if within is not None and within == subject:
            within = None
        draft = self.draft(phrase, subject, before, within)
        rises = FROM_TO.match(self.lower[self.boundary : phrase.lead_start].rstrip()) is not None
        if self.is_from_value(phrase):
            draft.polarity, draft.change = Polarity.REPORTED, None
        elif rises and last is not None and self.is_from_value(last.phrase):
            draft.subject, draft.within, draft.change = last.subject, last.within, None
        elif before.direction is not None and not rises:
            draft.change = Change.INCREASE if before.direction == "up" else Change.DECREASE
        elif last is not None and last.change is not None and self.goes_on(last, subject, phrase):
            draft.change = last.change
        elif self.added and draft.polarity is Polarity.PLANNED and (not before.equates):
            draft.change = Change.INCREASE
        if last is not None and phrase.is_percent and last.plan_percent is not None and self.compared(subject):
            draft.plan_percent = phrase.low
            draft.within = last.subject
        self.add(draft)
        self.boundary = max(phrase.tail_end, subject[1]) if subject[0] >= phrase.unit_start else phrase.tail_end

    def goes_on(self, last: _Draft, subject: Span, phrase: NumberPhrase) -> bool:
        """`Cắt giảm 30% thời gian …, 20% chi phí …`: the verb holds for the whole list."""
        between = self.lower[last.subject[1] : phrase.lead_start].strip()
        return last.subject[0] >= last.phrase.unit_start and subject[0] >= phrase.unit_start and between in (",", "và", ", và")

    def compared(self, subject: Span) -> bool:
        """`(bình quân cả nước là 54,4%)`: the value of another territory for the same measure."""
        return COMPARED.match(self.lower, subject[0], subject[1]) is not None

    def choose(
        self, phrase: NumberPhrase, before: Before, behind: Span | None, last: _Draft | None, gap: str
    ) -> tuple[Span | None, Span | None]:
        """(subject, within) of a value."""
        bracketed = self.opens_bracket(gap)
        name = before.subject
        if name is not None and self.generic(name) and last is not None:
            name = self.bearer_of(last)
        within = self.enclosing(before, last, bracketed)
        noun = behind or (None if phrase.measured else (phrase.unit_start, phrase.end))
        if name is None:
            if noun is None or (bracketed and phrase.per is not None):
                return self.around_bracket(gap) or (last.subject if last is not None else None), within
            return noun, within
        narrowed = narrows(self.lower, phrase, behind)
        if behind is not None and self.share_of_product(phrase, behind):
            return name, behind
        if before.colon and behind is not None and (narrowed or phrase.measured):
            return behind, name
        if _QUANTITY_HEAD.match(self.lower, name[0], name[1]):
            return name, within
        if before.equates:
            return name, within or (behind if phrase.is_percent else None)
        if phrase.measured:
            return (behind or name), within
        exists = EXISTS.search(gap.rstrip()) is not None
        name = self.last_action(name)
        if narrowed or exists or GENERIC_ACTION.fullmatch(self.lower[name[0] : name[1]]):
            return noun, within
        return name, within

    def last_action(self, name: Span) -> Span:
        """`phê duyệt thiết kế và khởi công mới 15 dự án`: the number belongs to the last action."""
        at = self.lower.rfind(" và ", name[0], name[1])
        return (at + len(" và "), name[1]) if at > 0 and not self.headed(name) else name

    @staticmethod
    def opens_bracket(gap: str) -> bool:
        return gap.count("(") > gap.count(")")

    def around_bracket(self, gap: str) -> Span | None:
        """The name in front of a bracket: `Đội ngũ cán bộ … được bố trí hợp lý (trung bình 64 người/xã)`."""
        if not self.opens_bracket(gap):
            return None
        limit = self.boundary + gap.rindex("(")
        predicate = _PREDICATE.search(self.lower, self.boundary, limit)
        if predicate is not None and self.lower[self.boundary : predicate.start()].strip(" ,;"):
            limit = predicate.start()
        return read_before(self.lower, self.boundary, limit, self.names, in_list=self.boundary > self.start).subject

    def share_of_product(self, phrase: NumberPhrase, behind: Span) -> bool:
        """`30% GDP`: the product encloses, and the subject is who contributes."""
        return phrase.is_percent and self.lower.startswith(("gdp", "grdp", "tổng sản phẩm"), behind[0])

    def generic(self, name: Span) -> bool:
        """`với giá trị …` names no measure of its own."""
        return GENERIC_NAME.fullmatch(self.lower[name[0] : name[1]].strip(" ,")) is not None

    def bearer_of(self, last: _Draft) -> Span:
        """What a generic value belongs to: the last name together with its number."""
        start = last.subject[0] if last.subject[0] < last.phrase.start else last.phrase.start
        verb = CHANGE_VERB.match(self.lower, start)
        start = verb.end() if verb is not None and verb.end() < last.phrase.start else start
        return start, max(last.phrase.end, last.subject[1])

    def enclosing(self, before: Before, last: _Draft | None, bracketed: bool) -> Span | None:
        """The total, list heading or bearer that a value stands under."""
        if before.within is not None:
            self.list_within = before.within
        if before.opens_parts and last is not None:
            self.parts_of = last.subject
        if before.within is None and bracketed and last is not None:
            return last.subject
        return before.within or self.parts_of or self.list_within

    # -- what surrounds it

    def draft(self, phrase: NumberPhrase, subject: Span, before: Before, within: Span | None) -> _Draft:
        clause = self.lower[self.boundary : phrase.start]
        head = self.lower[self.start : phrase.start]
        estimated = ESTIMATED.search(clause) is not None
        if not estimated and self.estimated:
            estimated = not (before.equates and before.subject is not None and "đạt" in clause[-24:])
        self.estimated = estimated
        period, by_time = self.period_of(phrase)
        after = self.lower[max(phrase.tail_end, subject[1]) : self.end][:_ANNUAL_REACH]
        annual = ANNUAL.search(clause) is not None or phrase.per == "năm" or ANNUAL.match(after.lstrip()) is not None
        if not annual and (phrase.is_percent or before.direction) and AVERAGE_GROWTH.search(clause) and self.many_years(period):
            annual = True
        each = EACH.search(clause)
        return _Draft(
            phrase=phrase, subject=subject, within=within, polarity=self.polarity(clause, head, subject), period=period,
            annual=annual, cumulative=CUMULATIVE.search(head) is not None, estimated=estimated,
            per=phrase.per or (each.group("each") if each is not None else None),
        )

    def many_years(self, period: Period) -> bool:
        return period.first_day is None or period.first_day.year < period.last_day.year or period.is_deadline

    def polarity(self, clause: str, head: str, subject: Span) -> Polarity:
        near = clause[-_NEAR:]
        if self.context.polarity is Polarity.REPORTED:
            return Polarity.PLANNED if PLANNED.search(near) else Polarity.REPORTED
        if _DONE.search(self.lower, subject[0], subject[1]) and not PLANNED.search(head):
            return Polarity.REPORTED
        if OBSERVED.search(head) and not PLANNED.search(head):
            return Polarity.REPORTED
        return Polarity.PLANNED

    def period_of(self, phrase: NumberPhrase) -> tuple[Period, bool]:
        """The nearest time before the number in its sentence, else behind it in its clause, else what holds."""
        chosen: TimeMention | None = None
        for index, time in enumerate(self.times):
            if not self.dates(time) or self.names_a_plan(index, phrase):
                continue
            if time.end <= phrase.start:
                if self.reaches(time, phrase):
                    chosen = time
            elif chosen is None and time.start >= phrase.tail_end and self.follows(time, phrase):
                chosen = time
                break
        if chosen is not None and not (_THIS_PERIOD.search(self.lower, chosen.end, phrase.start)):
            if chosen.role is TimeRole.AS_OF or (chosen.role is TimeRole.BY and not self.lower[self.start : chosen.start].strip(" +-")):
                self.paragraph.as_of = chosen.period
            return chosen.period, chosen.role is TimeRole.BY
        if self.paragraph.as_of is not None:
            return self.paragraph.as_of, False
        return self.context.period or _UNSTATED, False

    def dates(self, time: TimeMention) -> bool:
        """True for a time that a value can have: of a plan also the day of an event ("dịp 19/12/2025")."""
        if time.role is TimeRole.EVENT_DAY:
            return self.context.polarity is Polarity.PLANNED
        return time.role in _OWN_ROLES

    def reaches(self, time: TimeMention, phrase: NumberPhrase) -> bool:
        """A plain year reaches no further than its clause, unless the sentence begins with it."""
        if time.role is not TimeRole.DURING or not self.lower[self.start : time.start].strip(" +-"):
            return True
        return ";" not in self.lower[time.end : phrase.start]

    def follows(self, time: TimeMention, phrase: NumberPhrase) -> bool:
        """A time behind the number dates it in the same clause, or where the action is to be finished then."""
        between = self.lower[phrase.tail_end : time.start]
        if _OTHER_CLAUSE.search(between) is None and len(between) < _NEAR + 20:
            return True
        planned = self.context.polarity is Polarity.PLANNED and time.role in (TimeRole.BY, TimeRole.DURING)
        return planned and _FINISHED.search(between) is not None and _ANY_NUMBER.search(between) is None

    def names_a_plan(self, index: int, phrase: NumberPhrase) -> bool:
        """A year in the name of a plan or programme says nothing about the number, unless the number is the plan's."""
        time = self.times[index]
        if 0 <= phrase.lead_start - time.end < _OWN_GAP and "," not in self.lower[time.end : phrase.lead_start]:
            return False
        if index + 1 < len(self.times):
            after = self.times[index + 1]
            if after.role is TimeRole.HORIZON and after.start - time.end < _NAME_GAP:
                return True
        clause_start = max(self.lower.rfind(mark, self.start, time.start) for mark in ",;:")
        return _PLAN_NAME.search(self.reading, max(clause_start, self.start), time.start) is not None

    def add(self, draft: _Draft, *, plan_percent: Decimal | None = None, yoy_percent: Decimal | None = None) -> None:
        draft.plan_percent = plan_percent if plan_percent is not None else draft.plan_percent
        draft.yoy_percent = yoy_percent if yoy_percent is not None else draft.yoy_percent
        self.drafts.append(draft)

    def share_denominators(self) -> None:
        """`9 bác sĩ và 28 giường bệnh trên 1 vạn dân`: the denominator holds for both."""
        for earlier, later in zip(self.drafts, self.drafts[1:], strict=False):
            between = self.lower[earlier.phrase.tail_end : later.phrase.start].strip()
            if between == "và" and earlier.per is None and later.phrase.per is not None:
                earlier.per = later.phrase.per


# A plan word further away than this belongs to another clause.
_NEAR = 60
# "thêm" this close before a number makes it an addition of its own kind, not a change of the value before it.
_ADDED_REACH = 12
_PREDICATE = re.compile(r"\s(?:được|đã|đang|phải|cần|có thể)\s")
_RISES = re.compile(r"\s*(?:năm \d{4}\s*)?(?:tăng |giảm )?(?:lên|xuống|thành)(?!\w)")
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
# No document is from the year 1: a period that nothing states.
_UNSTATED = Period.parse("0001")
