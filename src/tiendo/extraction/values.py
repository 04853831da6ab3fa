"""Makes a value of a number phrase: plan or result, period, estimate, increase, denominator."""

from __future__ import annotations

import itertools
import re

from tiendo.extraction.context import Polarity
from tiendo.extraction.number_phrases import NumberPhrase
from tiendo.extraction.phrases import (
    ANNUAL,
    AVERAGE_GROWTH,
    COMPARED,
    CUMULATIVE,
    EACH,
    ESTIMATED,
    FROM_TO,
    GOES_ON,
    OBSERVED,
    PLAN_IS,
    PLANNED,
    PURPOSE,
)
from tiendo.extraction.printed_units import per_of_name
from tiendo.extraction.sentence import Draft, Sentence, Step
from tiendo.extraction.subjects import Span
from tiendo.extraction.value_names import SHARE, choose
from tiendo.extraction.value_periods import period_of
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change

# A plan word further before a number than this belongs to another clause.
_NEAR = 60
# "đạt" this close before a number is the clause's own verb: it ends what "ước" of an earlier clause said.
_VERB_REACH = 24
# "… rừng mỗi năm": how far behind its noun a number can be told to hold each year.
_ANNUAL_REACH = 16
# "giảm từ 41,9 ha của năm trước", "tăng từ 96 xã năm 2023": the time of the value before.
_OF_BEFORE = re.compile(
    r"\s*\(?(?:của\s+)?(?:cuối\s+|đầu\s+|trong\s+)?(?:năm\s+(?:trước|ngoái|\d{4})|cùng\s+kỳ|quý\s+trước|tháng\s+trước)(?!\w)"
)
_PLAN_BESIDE = re.compile(r"\s*[/(]\s*(?:chỉ\s+tiêu|kế\s+hoạch|kh|mục\s+tiêu)(?:\s+(?:giao|là))?\s*:?\s*")
_OWN_VERB = re.compile(r"đạt|(?<!\w)(?:giảm|xuống)\s+còn(?!\w)")
_DONE = re.compile(r"(?<!\w)đã(?!\w)")


def add_value(sentence: Sentence, step: Step, subject: Span, within: Span | None) -> Draft:
    """Adds a value to the sentence with all that surrounds it, but for its direction and its comparisons."""
    phrase = step.phrase
    clause = sentence.lower[sentence.boundary : phrase.start]
    period = period_of(sentence, phrase)
    each = EACH.search(clause, _own_clause(sentence, clause))
    named_per = each.group("each") if each is not None else per_of_name(sentence.text(subject), phrase.unit)
    draft = Draft(
        phrase=phrase,
        subject=subject,
        within=within,
        polarity=_polarity(sentence, clause, phrase, subject, period),
        period=period,
        annual=_is_annual(sentence, step, clause, subject, period),
        cumulative=sentence.said_before(CUMULATIVE, phrase.start),
        estimated=_is_estimated(sentence, step, clause),
        per=phrase.per or named_per,
    )
    sentence.drafts.append(draft)
    return draft


def _own_clause(sentence: Sentence, clause: str) -> int:
    """Where the words of this value begin behind those of the value before.

    "9.000 ha mỗi năm; tỷ lệ che phủ 60%": a denominator that follows straight on a number is that number's.
    """
    behind = EACH.match(clause.lstrip()) if sentence.last is not None else None
    begins = len(clause) - len(clause.lstrip()) + behind.end() if behind is not None else 0
    return max(begins, clause.rfind(";") + 1)


def read_value(sentence: Sentence, step: Step) -> bool:
    """A value of its own, named by what stands before or behind it; False where nothing names it."""
    phrase, last = step.phrase, sentence.last
    subject, within = choose(sentence, step)
    if last is not None and _PLAN_BESIDE.fullmatch(step.gap):
        subject, within = last.subject, last.within
    if subject is None:
        return False
    rises = FROM_TO.match(step.gap.rstrip()) is not None
    draft = add_value(sentence, step, subject, within if within != subject else None)
    if is_from_value(sentence, phrase):
        draft.polarity = Polarity.REPORTED
    elif _is_the_plan(sentence, step):
        draft.polarity = Polarity.PLANNED
    elif last is not None and subject == last.subject and last.polarity is Polarity.PLANNED and SHARE.search(step.gap):
        draft.polarity = Polarity.PLANNED  # "phấn đấu có 200 trường, chiếm 46% tổng số trường"
    elif rises and last is not None and is_from_value(sentence, last.phrase):
        draft.subject, draft.within = last.subject, last.within
    elif step.before.direction is not None and not rises:
        draft.change = Change.INCREASE if step.before.direction == "up" else Change.DECREASE
    elif last is not None and last.change is not None and _goes_on(sentence, last, draft):
        draft.change = last.change
    elif sentence.added and draft.polarity is Polarity.PLANNED and not step.before.equates:
        draft.change = Change.INCREASE
    if last is not None and phrase.is_percent and last.plan_percent is not None and _is_compared(sentence, subject):
        draft.plan_percent, draft.within = phrase.low, last.subject
    sentence.boundary = max(phrase.tail_end, subject[1]) if draft.counts_what_follows else phrase.tail_end
    if within is not None and within == step.behind:
        sentence.boundary = max(sentence.boundary, within[1])  # what a share is a share of names nothing else
    return True


def is_from_value(sentence: Sentence, phrase: NumberPhrase) -> bool:
    """The A of "từ A xuống còn B", also of "B, giảm từ A của năm trước": how it was before."""
    if "từ" not in sentence.lower[phrase.lead_start : phrase.start]:
        return False
    goes_on = GOES_ON.match(sentence.lower, phrase.tail_end, sentence.end)
    return goes_on is not None or _OF_BEFORE.match(sentence.lower, phrase.tail_end, sentence.end) is not None


def _is_the_plan(sentence: Sentence, step: Step) -> bool:
    """`bằng 28,4% kế hoạch (5.493 tỷ đồng)`, `79,3%/chỉ tiêu 80%`: the second figure says how much was planned."""
    is_behind_plan = sentence.boundary == sentence.plan_end
    in_bracket = is_behind_plan and step.gap.strip() == "("
    follows = (
        is_behind_plan
        and not step.gap.strip()
        and PLAN_IS.search(sentence.lower[max(sentence.start, step.phrase.start - _NEAR) : step.phrase.start])
    )
    return in_bracket or bool(follows) or _PLAN_BESIDE.fullmatch(step.gap) is not None


def share_denominators(sentence: Sentence) -> None:
    """`9 bác sĩ và 28 giường bệnh trên 1 vạn dân`: the denominator holds for both."""
    for earlier, later in itertools.pairwise(sentence.drafts):
        between = sentence.lower[earlier.phrase.tail_end : later.phrase.start].strip()
        if between == "và" and earlier.per is None and later.phrase.per is not None:
            earlier.per = later.phrase.per


def _goes_on(sentence: Sentence, last: Draft, draft: Draft) -> bool:
    """`Cắt giảm 30% thời gian …, 20% chi phí …`: the verb holds for the whole list."""
    between = sentence.lower[last.subject[1] : draft.phrase.lead_start].strip()
    return last.counts_what_follows and draft.counts_what_follows and between in (",", "và", ", và")


def _is_compared(sentence: Sentence, subject: Span) -> bool:
    """`(bình quân cả nước là 54,4%)`: the value of another territory for the same measure."""
    return COMPARED.match(sentence.lower, subject[0], subject[1]) is not None


def _lies_ahead(sentence: Sentence, period: Period | None) -> bool:
    """`Năm 2023, phấn đấu …, kim ngạch 2.600 triệu USD` in a report on 2022: later than what is reported on."""
    reported = sentence.context.period
    return period is not None and reported is not None and period.first_day > reported.last_day


def _is_estimated(sentence: Sentence, step: Step, clause: str) -> bool:
    """`ước` reaches the parts and the verbless clauses of its sentence."""
    estimated = ESTIMATED.search(clause) is not None
    if not estimated and sentence.estimated:
        own_verb = step.before.equates and step.before.subject is not None and _OWN_VERB.search(clause[-_VERB_REACH:])
        estimated = not own_verb
    sentence.estimated = estimated
    return estimated


def _is_annual(sentence: Sentence, step: Step, clause: str, subject: Span, period: Period | None) -> bool:
    """True where the value holds for each year of a longer period."""
    phrase = step.phrase
    after = sentence.lower[max(phrase.tail_end, subject[1]) : sentence.end][:_ANNUAL_REACH]
    said = ANNUAL.search(clause)
    of_last = said is not None and sentence.last is not None and not clause[: said.start()].strip()
    if (said and not of_last) or phrase.per == "năm" or ANNUAL.match(after.lstrip()):
        return True
    is_rate = phrase.is_percent or step.before.direction is not None
    return is_rate and AVERAGE_GROWTH.search(clause) is not None and _spans_years(period)


def _spans_years(period: Period | None) -> bool:
    if period is None:
        return False
    return period.is_deadline or period.first_day is None or period.first_day.year < period.last_day.year


def _polarity(sentence: Sentence, clause: str, phrase: NumberPhrase, subject: Span, period: Period | None) -> Polarity:
    """Plan or result: the section decides, unless the sentence says otherwise."""
    near = clause[-_NEAR:]
    if sentence.context.polarity is Polarity.REPORTED:
        ahead = _lies_ahead(sentence, period) and sentence.said_before(PLANNED, phrase.start)
        return Polarity.PLANNED if ahead or PLANNED.search(near) or PURPOSE.search(near) else Polarity.REPORTED
    if sentence.said_before(PLANNED, phrase.start) or PURPOSE.search(near):
        return Polarity.PLANNED
    if sentence.said_before(OBSERVED, phrase.start) or _DONE.search(sentence.lower, subject[0], subject[1]):
        return Polarity.REPORTED
    return Polarity.PLANNED
