"""Finds values that the text sets beside each other.

A plan, the way from one value to another, the same value in another currency or multiple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tiendo.extraction.passages import Passage, Value, alike, is_level
from tiendo.extraction.phrases import FROM_TO, PLAN_AFTER, PLAN_IS
from tiendo.extraction.ratio_terms import ratio_denominator
from tiendo.facts.figures import ComparedWith, Figure
from tiendo.facts.records import Target
from tiendo.facts.relations import Relation, RelationKind
from tiendo.text.numbers import NumberStyle

# Behind "tương đương" the amount is the same again, whatever stood before it.
_OTHER_CURRENCY = re.compile(
    r"^(?:[^;.]*,\s*(?=tương\s+đương))?\s*(?:\(|,)?\s*(?:tương\s+đương|khoảng|xấp\s+xỉ|tức|≈|~|ước|bằng|với|\s)*$"
)
_DONG = "VND"
_CURRENCIES = frozenset(("VND", "USD", "CNY", "EUR"))
_PLAN_NOUN = re.compile(r"(?<!\w)(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|kh)(?!\w)[^;]{0,40}$")
_PLAN_BRACKET = re.compile(
    r"^\s*\(\s*(?:(?:kế\s+hoạch|dự\s+toán|kh|chỉ\s+tiêu)(?:\s+(?:là|giao|năm|được\s+giao))*\s*:?\s*)?$"
)
_THE_SAME = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?[,(]?\s*(?:tức(?:\s+là)?|tương\s+ứng|tương\s+đương|làm\s+tròn(?:\s+là)?|hay)(?:\s+với)?\s*$"
)
# "thêm 8 xã đạt chuẩn, nâng số xã đạt chuẩn từ 96 xã …": the change in front of the way.
_ADDED_FROM = re.compile(r"[^;.\d]{0,80}?(?:[\s,(]|(?<!\w)(?:nâng|đưa)(?!\w)[^;.\d]{0,60}?)từ\s*")
_FROM = re.compile(r"(?<!\w)từ\s*$")
_THAT_IS = re.compile(
    r"^(?:\s*(?:vào\s+)?(?:(?:cuối|đầu)\s+)?năm(?:\s+\d{4})?(?=,))?[\s,;(]*(?:(?:tương\s+đương|tức(?:\s+là)?|tương\s+ứng|nghĩa\s+là|hay)\s*(?:với\s+)?)?"
    r"(?:mức\s+)?(?:giảm|tăng|hạ|nâng)(?:\s+(?:thêm|được|bình\s+quân|khoảng|gần|hơn))*\s*$"
)


def paired_values(passages: Sequence[Passage], style: NumberStyle) -> Iterator[Relation]:
    """The pairs of every sentence."""
    for passage in passages:
        yield from _plans(passage, style)
        yield from _ways(passage)
        yield from _other_currencies(passage)


def _plans(passage: Passage, style: NumberStyle) -> Iterator[Relation]:
    """The plan beside a value that is compared with it: `2.530/9.000 ha`, `(kế hoạch 9.000 ha)`."""
    for index, value in enumerate(passage.values):
        compared = [one for one in value.comparisons if one.compared_with is ComparedWith.PLAN]
        if not compared or not is_level(value):
            continue
        out_of = ratio_denominator(passage.lower, value, style)
        plan = out_of or _plan_behind(passage, index) or _plan_before(passage, index)
        if plan is not None:
            yield Relation(kind=RelationKind.PLAN, terms=(value.figure,), result=plan)


def _plan_behind(passage: Passage, index: int) -> Figure | None:
    value, following = passage.values[index], passage.values[index + 1 : index + 2]
    if not following or not alike(following[0].quantity, value.quantity) or not is_level(following[0]):
        return None
    gap = passage.gap(index + 1)
    plan = PLAN_AFTER.match(gap)
    behind = gap[plan.end() :] if plan is not None else gap
    named = plan is not None and (PLAN_IS.search(plan[0]) is not None and plan.end() == len(gap))
    return following[0].figure if named or _PLAN_BRACKET.match(behind) else None


def _plan_before(passage: Passage, index: int) -> Figure | None:
    """`kế hoạch giao 1.200 ha, thực hiện 900 ha, đạt 75% kế hoạch`."""
    if not index:
        return None
    value, plan = passage.values[index], passage.values[index - 1]
    if not alike(plan.quantity, value.quantity) or not is_level(plan) or plan.comparisons:
        return None
    said = passage.gap(index - 1) + " " + plan.subject.lower()
    is_plan = isinstance(plan, Target) or _PLAN_NOUN.search(said) is not None
    return plan.figure if is_plan and not isinstance(value, Target) else None


def _ways(passage: Passage) -> Iterator[Relation]:
    """`giảm từ 29,5% xuống 15,2%, tương đương giảm 14,3%`; the change may stand in front."""
    for index, (start, end) in enumerate(pairwise(passage.values)):
        gap = passage.between(start.end, end.start)
        rises = FROM_TO.fullmatch(gap) is not None and _FROM.search(passage.between(passage.start, start.start))
        if not (rises and is_level(start) and is_level(end) and alike(start.quantity, end.quantity)):
            continue
        change = _change_beside(passage, index)
        if change is not None:
            yield Relation(kind=RelationKind.FROM_TO, terms=(start.figure, end.figure), result=change.figure)


def _change_beside(passage: Passage, index: int) -> Value | None:
    """The change that a way is said to be: behind it, or right in front of "từ"."""
    behind = passage.values[index + 2 : index + 3]
    if behind and behind[0].quantity.change is not None and _THAT_IS.match(passage.gap(index + 2)):
        return behind[0]
    if index:
        before = passage.values[index - 1]
        gap = passage.between(before.end, passage.values[index].start)
        if before.quantity.change is not None and _ADDED_FROM.fullmatch(gap):
            return before
    return None


def _other_currencies(passage: Passage) -> Iterator[Relation]:
    """`150 triệu đồng (khoảng 5.400 USD)`."""
    for index, (one, other) in enumerate(pairwise(passage.values)):
        if _same_in_other_unit(passage, index):
            yield Relation(kind=RelationKind.EQUIVALENT, terms=(one.figure,), result=other.figure)
    amounts = [at for at, value in enumerate(passage.values) if value.quantity.unit.measure in _CURRENCIES]
    for first, second in pairwise(amounts):
        one, other = passage.values[first], passage.values[second]
        codes = {one.quantity.unit.measure, other.quantity.unit.measure}
        is_pair = len(codes) > 1 and one.quantity.per == other.quantity.per
        if is_pair and _OTHER_CURRENCY.match(passage.gap(second)):
            yield Relation(kind=RelationKind.EQUIVALENT, terms=(one.figure,), result=other.figure)
            yield from _printed_rate(passage, one, other)


def _printed_rate(passage: Passage, one: Value, other: Value) -> Iterator[Relation]:
    """`62,5 triệu đồng, tương đương 2.551 USD (tỷ giá 24.500 đồng/USD)`: the rate is the first over the second."""
    dong, foreign = (one, other) if one.quantity.unit.measure == _DONG else (other, one)
    for rate in passage.values:
        per = rate.quantity.per or ""
        is_rate = rate.quantity.unit.measure == _DONG and per.upper() == foreign.quantity.unit.measure
        if is_rate and rate is not dong and rate.start > dong.start:
            yield Relation(kind=RelationKind.MEAN, terms=(dong.figure, foreign.figure), result=rate.figure)


def _same_in_other_unit(passage: Passage, index: int) -> bool:
    """The same again in another multiple: `14,25 tỷ đồng (14.250 triệu đồng)`, `…, tức 14.250 triệu đồng`."""
    one, other = passage.values[index : index + 2]
    if not (is_level(one) and is_level(other) and alike(one.quantity, other.quantity)):
        return False
    if one.quantity.unit == other.quantity.unit:
        return False
    gap = passage.between(one.end, other.start)
    bracket = passage.bracket_around(other.start)
    alone = bracket is not None and gap.strip() == "(" and passage.lower[other.end : bracket[1]].strip() == ")"
    return alone or _THE_SAME.match(gap) is not None
