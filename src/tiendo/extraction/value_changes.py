"""Reads what a number says about the value before it: percent of plan, index, change on the year before."""

from __future__ import annotations

import re
from decimal import Decimal

from tiendo.extraction.number_phrases import NumberPhrase
from tiendo.extraction.phrases import (
    ADDED,
    BASE_LAST_YEAR,
    BASE_OTHER,
    BASE_SAME_PERIOD,
    INDEX_SAME_PERIOD,
    LEADING_BASE,
    LISTED_INDEX,
    PLAN_AFTER,
)
from tiendo.extraction.sentence import Compared, Draft, Sentence, Step
from tiendo.extraction.subjects import Span, read_behind
from tiendo.extraction.value_names import is_headed
from tiendo.extraction.values import add_value
from tiendo.facts.figures import ComparedWith, ComparisonForm
from tiendo.facts.quantity import Change

_HUNDRED = Decimal(100)
_REGARDS = re.compile(
    r"\s*về\s+(?P<noun>(?:số|lượng|vốn|giá trị|diện tích)(?:\s+[^\W\d]+){0,5}?)(?=\s+(?:và|so)\s|[,;.()]|$)"
)
# The same change again, in percent: "giảm 5 vụ (giảm 41,7%)", "giảm 146 lượt, tương đương 7,8%".
_BRACKET_AGAIN = re.compile(
    r"(?:\(|,\s*(?:tương\s+đương|tương\s+ứng|tức(?:\s+là)?))\s*(?:với\s+)?(?:(?:tăng|giảm)(?:\s+\w+)?)?"
)
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
# "thêm" this close before a number makes it an addition of its own kind, not a change of the value before it.
_ADDED_REACH = 12


def read_plan(sentence: Sentence, step: Step) -> bool:
    """`đạt 28,1% dự toán`: an attribute of the value before it, else a record of its own."""
    phrase = step.phrase
    if not phrase.is_percent:
        return False
    plan = PLAN_AFTER.match(sentence.lower, phrase.tail_end, sentence.end)
    if plan is None and not _leaves_out_the_plan(sentence, step):
        return False
    percent = _percent_of_plan(step)
    last = sentence.last_outside(phrase.start)
    about_last = last is not None and step.before.subject is None
    of_rate = last is not None and last.phrase.is_percent and percent == step.amount
    if about_last and last is not None and last.plan_percent is None and not of_rate:
        last.plan_percent = percent
        last.comparisons.append(_with_plan(step, plan))
    else:
        subject = step.before.subject or (last.subject if last is not None else None)
        if subject is None:
            return False
        draft = add_value(sentence, step, subject, None)
        draft.plan_percent = percent
        draft.comparisons.append(_with_plan(step, plan))
        if percent != step.amount:
            draft.change = Change.INCREASE if percent > _HUNDRED else Change.DECREASE
    sentence.boundary = plan.end() if plan is not None else phrase.tail_end
    sentence.plan_end = sentence.boundary
    return True


def _with_plan(step: Step, plan: re.Match[str] | None) -> Compared:
    form = ComparisonForm.INDEX if step.before.direction is None else ComparisonForm.CHANGE
    basis = plan.span() if plan is not None else None
    return Compared(step.phrase, ComparedWith.PLAN, form, _direction(step), basis)


def _direction(step: Step) -> Change | None:
    if step.before.direction is None:
        return None
    return Change.INCREASE if step.before.direction == "up" else Change.DECREASE


def _percent_of_plan(step: Step) -> Decimal:
    """`vượt 2,5% kế hoạch` and `tăng 2,5% so với kế hoạch` are 102,5% of it; `giảm 2% kế hoạch` is 98%."""
    if step.before.direction == "up":
        return _HUNDRED + step.amount
    return _HUNDRED - step.amount if step.before.direction == "down" else step.amount


def _leaves_out_the_plan(sentence: Sentence, step: Step) -> bool:
    """`… đạt 68% dự toán; … 3.700 tỷ đồng, đạt 75,1%`: the later member of a list leaves the plan out."""
    last = sentence.last
    if step.before.subject is not None or last is None or last.phrase.is_percent or last.plan_percent is not None:
        return False
    reached = step.gap.rstrip().endswith(("đạt", "bằng"))
    return reached and any(draft.plan_percent is not None for draft in sentence.drafts)


def read_index(sentence: Sentence, step: Step) -> bool:
    """`bằng 91,1% cùng kỳ`, `gấp 2 lần cùng kỳ`: a change on the year before, written as an index."""
    phrase = step.phrase
    changes = step.before.direction is not None or "hơn" in sentence.lower[sentence.boundary : phrase.start]
    if changes and not step.gap.rstrip().endswith("gấp"):  # "tăng gấp 2 lần" is twice as much, too
        return False
    if not (phrase.is_percent or phrase.unit == "lần"):
        return False
    end = _index_end(sentence, step)
    if end is None or phrase.low is None:
        return False
    change = phrase.low * (1 if phrase.is_percent else _HUNDRED) - _HUNDRED
    sentence.carried.base = "yoy"
    if step.before.subject is not None:
        draft = add_value(sentence, step, step.before.subject, None)
    elif (last := sentence.last_outside(phrase.start)) is not None:
        draft = last
    else:
        return False
    draft.yoy_percent = change
    form = ComparisonForm.INDEX if phrase.is_percent else ComparisonForm.MULTIPLE
    draft.comparisons.append(Compared(phrase, ComparedWith.YEAR_BEFORE, form, basis=(phrase.tail_end, end)))
    sentence.boundary = end
    return True


def _index_end(sentence: Sentence, step: Step) -> int | None:
    """Where an index on the year before ends, None where it is none; a list may state the base at one member only."""
    phrase, last = step.phrase, sentence.last
    base = INDEX_SAME_PERIOD.match(sentence.lower, phrase.tail_end, sentence.end)
    if base is not None:
        return None if _is_of_another_year(sentence, base.group()) else base.end()
    if not phrase.is_percent or step.behind is not None or not step.gap.rstrip().endswith("bằng"):
        return None
    if LEADING_BASE.search(step.gap) is not None:
        return phrase.tail_end
    is_level = last is not None and step.before.subject is None and not last.phrase.is_percent
    listed = is_level and LISTED_INDEX.search(sentence.lower, sentence.start, sentence.end) is not None
    return phrase.tail_end if listed else None


def read_change(sentence: Sentence, step: Step) -> bool:
    """`tăng 7,9 % so với cùng kỳ`: an attribute of the value before it, else a change of its own."""
    phrase, last = step.phrase, sentence.last_outside(step.phrase.start)
    if step.before.direction is None or (ADDED.search(step.gap[-_ADDED_REACH:]) and not phrase.is_percent):
        return False
    regards = _REGARDS.match(sentence.lower, phrase.tail_end, sentence.end)
    if regards is not None:
        return _read_change_of(sentence, step, regards)
    base, boundary = _base_after(sentence, phrase)
    sentence.carried.base = base or sentence.carried.base
    yearly = sentence.carried.base == "yoy" and not _explains_the_plan(sentence, step)
    amount = step.amount if step.before.direction == "up" else -step.amount
    about_last = step.before.subject is None and last is not None
    sentence.change_end = phrase.tail_end if base is None else -1
    if about_last and last is not None:
        value = _value_of_same_noun(sentence, phrase, last)
        if yearly and _attach(value, phrase, amount):
            noun_end = step.behind[1] if step.behind is not None and not phrase.measured else boundary
            sentence.boundary = max(boundary, noun_end)
            sentence.changed, sentence.changed_end = value, sentence.boundary
            return True
        if base is None and phrase.measured and step.behind is not None:
            return False  # "…, cắt giảm ít nhất 30% chi phí": the change of another thing
        subject: Span | None = last.subject
    else:
        subject = step.before.subject
        if step.behind is not None and base is None and not is_headed(sentence, subject):
            return False
        if base == "other" and not is_headed(sentence, subject) and is_headed(sentence, step.behind):
            subject = step.behind  # "Công an tỉnh … giảm 5% số vụ tai nạn so với năm 2022"
    if subject is None:
        return False
    draft = add_value(sentence, step, subject, None)
    draft.change = Change.INCREASE if amount > 0 else Change.DECREASE
    if about_last and last is not None:
        draft.within, draft.estimated = last.within, last.estimated
        if not sentence.dates_between(last.phrase, phrase):
            draft.period = last.period
    if yearly and phrase.is_percent:
        draft.yoy_percent = amount
        draft.comparisons.append(_with_year_before(phrase, draft.change))
    sentence.boundary = boundary
    return True


def read_change_again(sentence: Sentence, step: Step) -> bool:
    """`giảm 6 vụ (giảm 12,5%)`, `tăng 1 người chết (5,6%)`: the bracket says the same change of the same value."""
    value, gap = sentence.changed, step.gap.strip()
    if value is None or not step.phrase.is_percent or sentence.boundary != sentence.changed_end:
        return False
    if not _BRACKET_AGAIN.fullmatch(gap) or value.yoy_percent is not None or value.yoy_change is None:
        return False
    up = value.yoy_change > 0 if step.before.direction is None else step.before.direction == "up"
    value.yoy_percent = step.amount if up else -step.amount
    direction = Change.INCREASE if up else Change.DECREASE
    value.comparisons.append(_with_year_before(step.phrase, direction))
    closed = sentence.lower.find(")", step.phrase.tail_end)
    base = BASE_SAME_PERIOD.match(sentence.lower, closed + 1, sentence.end) if closed >= 0 else None
    sentence.boundary = base.end() if base is not None else step.phrase.tail_end
    sentence.changed_end = sentence.boundary
    return True


def read_bracketed_change(sentence: Sentence, step: Step) -> bool:
    """`giảm 1,6% (4.900 ha) so với cùng kỳ`: the bracket behind a bare change says it in the unit of the value."""
    last = sentence.last
    if last is None or sentence.boundary != sentence.change_end or step.gap.strip() != "(" or step.phrase.is_percent:
        return False
    if last.change is not None:
        add_value(sentence, step, last.subject, last.within).change = last.change
    elif last.yoy_percent is not None and last.yoy_change is None and last.phrase.unit == step.phrase.unit:
        last.yoy_change = step.amount if last.yoy_percent > 0 else -step.amount
        direction = Change.INCREASE if last.yoy_percent > 0 else Change.DECREASE
        last.comparisons.append(_with_year_before(step.phrase, direction))
    else:
        return False
    sentence.boundary = step.phrase.tail_end
    return True


def _explains_the_plan(sentence: Sentence, step: Step) -> bool:
    """`đạt 102,4% kế hoạch (tăng 2.180 ha)`: the bracket speaks of the plan, not of the year before."""
    return sentence.boundary == sentence.plan_end and step.gap.strip().startswith("(")


def _read_change_of(sentence: Sentence, step: Step, regards: re.Match[str]) -> bool:
    """`tăng 12% về số doanh nghiệp và giảm 5% về vốn`: the change names the value that it belongs to."""
    amount = step.amount if step.before.direction == "up" else -step.amount
    said = set(regards.group("noun").split()) - {"số", "lượng"}
    named = [draft for draft in sentence.drafts if said <= {*sentence.text(draft.subject).split(), draft.phrase.unit}]
    yearly = sentence.carried.base == "yoy"
    if not (yearly and named and _attach(named[-1], step.phrase, amount)):
        draft = add_value(sentence, step, regards.span("noun"), None)
        draft.change = Change.INCREASE if amount > 0 else Change.DECREASE
        if yearly and step.phrase.is_percent:
            draft.yoy_percent = amount
            draft.comparisons.append(_with_year_before(step.phrase, draft.change))
    sentence.boundary = regards.end()
    return True


def _value_of_same_noun(sentence: Sentence, phrase: NumberPhrase, last: Draft) -> Draft:
    """The value that a change in counted things belongs to: the nearest with the same noun (`người chết`)."""
    if phrase.measured:
        outside = [draft for draft in sentence.drafts if sentence.is_outside(draft, phrase.start)]
        levels = [draft for draft in outside if draft.change is None and draft.subject == last.subject]
        return levels[-1] if levels else last
    noun = read_behind(sentence.lower, sentence.reading, phrase, sentence.end) or (phrase.unit_start, phrase.end)
    words = sentence.text(noun)
    same = [draft for draft in sentence.drafts if draft.phrase.unit == phrase.unit and draft.yoy_change is None]
    said = set(words.split()) - set(phrase.unit.split())
    named = [draft for draft in same if sentence.text(draft.subject).startswith(words)]
    named = named or [draft for draft in same if said and said <= set(sentence.text(draft.subject).split())]
    if named:
        return named[-1]
    return last if phrase.unit == last.phrase.unit or not same else same[-1]


def _attach(value: Draft, phrase: NumberPhrase, amount: Decimal) -> bool:
    """Sets the change on the year before on the value it belongs to; False where it has one already."""
    if value.change is not None:
        return False
    direction = Change.INCREASE if amount > 0 else Change.DECREASE
    if phrase.is_percent:
        if value.yoy_percent is not None:
            return False
        value.yoy_percent = amount
        value.comparisons.append(_with_year_before(phrase, direction))
        return True
    points = phrase.unit.startswith("điểm") and value.phrase.is_percent
    same = value.phrase.unit == phrase.unit or value.phrase.unit == f"lượt {phrase.unit}"
    if (same or points) and value.yoy_change is None:
        value.yoy_change = amount
        value.comparisons.append(_with_year_before(phrase, direction))
        return True
    return False


def _with_year_before(phrase: NumberPhrase, direction: Change | None) -> Compared:
    form = ComparisonForm.CHANGE if phrase.is_percent else ComparisonForm.AMOUNT
    return Compared(phrase, ComparedWith.YEAR_BEFORE, form, direction)


def _is_of_another_year(sentence: Sentence, base: str) -> bool:
    """`so với cùng kỳ năm 2019` in a report on 2024: the year before is another one."""
    named, period = _YEAR.search(base), sentence.context.period
    return named is not None and period is not None and int(named.group()) != period.year - 1


def _base_after(sentence: Sentence, phrase: NumberPhrase) -> tuple[str | None, int]:
    """What a change is compared with (`"yoy"`, `"other"` or not said), and where that ends."""
    for base, pattern in (("yoy", BASE_SAME_PERIOD), ("yoy", BASE_LAST_YEAR), ("other", BASE_OTHER)):
        found = pattern.match(sentence.lower, phrase.tail_end, sentence.end)
        if found is not None:
            if base == "yoy" and _is_of_another_year(sentence, found.group()):
                base = "other"
            touching = [time.end for time in sentence.times if time.start - 1 <= found.end() <= time.end]
            return base, max([found.end(), *touching])
    return None, phrase.tail_end
