"""Finds values that the text sets beside each other.

A share of a total, a plan, the year before, a mean, the way from one value to another, another currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tiendo.extraction.passages import Passage, Value, alike, is_level
from tiendo.extraction.phrases import FROM_TO, PLAN_AFTER
from tiendo.facts.figures import ComparedWith, Figure
from tiendo.facts.quantity import Quantity
from tiendo.facts.records import Target
from tiendo.facts.relations import Relation, RelationKind
from tiendo.reference.rounding import is_count
from tiendo.reference.units import read_unit
from tiendo.text.numbers import NumberStyle, parse_number

_SHARE_VERB = re.compile(
    r"^[\s,;–-]*(?:(?:và|đã|tương\s+ứng|tức(?:\s+là)?)\s+)*(?:(?:chỉ|mới|ước)\s+)?"
    r"(?:đạt|chiếm|bằng|tương\s+đương|tỷ\s+lệ|tỉ\s+lệ)(?:\s+(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|khoảng|gần|hơn|trên|là|đạt))*"
    r"\s*:?\s*$"
)
_IN_BRACKET = re.compile(r"^\s*\(\s*(?:(?:đạt|chiếm|bằng|tương\s+đương|tỷ\s+lệ|tỉ\s+lệ|khoảng|gần)\s*)*:?\s*$")
# What a share is said to be of, where it is not simply the total before it.
_OF_ELSE = re.compile(
    r"\s*(?:(?:so\s+với|của|so)\s+)?(?:kế\s+hoạch|dự\s+toán|kh(?!\w)|chỉ\s+tiêu|cùng\s+kỳ|năm\s+trước|tháng\s+trước|quý\s+trước"
    r"|mục\s+tiêu|nhu\s+cầu|công\s+suất|diện\s+tích|dân\s+số|gdp|grdp|khối\s+lượng|so\s)"
)
_OF_TOTAL = re.compile(r"\s*(?:so\s+với\s+|trên\s+|trong\s+)?(?:tổng|số)(?!\w)")
_OTHER_CURRENCY = re.compile(r"^\s*(?:\(|,)?\s*(?:tương\s+đương|khoảng|xấp\s+xỉ|tức|≈|~|ước|bằng|với|\s)*$")
_CURRENCIES = frozenset(("VND", "USD", "CNY", "EUR"))
_SAME_PERIOD_VALUE = re.compile(
    r"(?<!\w)(?<!so với )(?<!so )cùng\s+kỳ(?:\s+(?:năm\s+(?:trước|ngoái|\d{4})|\d{4}))?\s*"
    r"(?:(?:là|có|đạt|chỉ|:)\s*)*$"
)
_PLAN_NOUN = re.compile(r"(?<!\w)(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|kh)(?!\w)[^;]{0,40}$")
_PLAN_BRACKET = re.compile(
    r"^\s*\(\s*(?:(?:kế\s+hoạch|dự\s+toán|kh|chỉ\s+tiêu)(?:\s+(?:là|giao|năm|được\s+giao))*\s*:?\s*)?$"
)
_FROM = re.compile(r"(?<!\w)từ\s*$")
_THAT_IS = re.compile(
    r"^[\s,;(]*(?:(?:tương\s+đương|tức(?:\s+là)?|tương\s+ứng|nghĩa\s+là|hay)\s*(?:với\s+)?)?"
    r"(?:mức\s+)?(?:giảm|tăng|hạ|nâng)(?:\s+(?:thêm|được|bình\s+quân))?\s*$"
)
_RATIO_OF = re.compile(r"/\s*(\d[\d.,]*)")


def paired_values(passages: Sequence[Passage], style: NumberStyle) -> Iterator[Relation]:
    """The pairs of every sentence; a share may be of a total in the sentence before."""
    before: Passage | None = None
    for passage in passages:
        previous = before if before is not None and before.block == passage.block else None
        yield from _shares(passage, previous, style)
        yield from _plans(passage, style)
        yield from _years_before(passage)
        yield from _ways(passage)
        yield from _means(passage)
        yield from _other_currencies(passage)
        before = passage


def _shares(passage: Passage, previous: Passage | None, style: NumberStyle) -> Iterator[Relation]:
    """`58 đơn, đã giải quyết 49 đơn, đạt 84,5%`, `261/411 thửa (63,5%)`, `chiếm 46% tổng số trường`."""
    for index, share in enumerate(passage.values):
        if index and _can_be_share(share) and _is_said_of_value(passage, index):
            numerator = passage.values[index - 1]
            gap = passage.between(numerator.end, share.start)
            if not is_level(numerator) or numerator.quantity.unit.measure == "PT":
                continue
            out_of = ratio_denominator(passage.lower, numerator, style)
            if out_of is not None:
                yield _share(numerator, (out_of,), share, asserted=True)
                continue
            totals = _totals(passage, previous, index - 1)
            if totals:
                verb = _SHARE_VERB.match(gap) is not None
                yield _share(numerator, tuple(total.figure for total in totals), share, asserted=verb)
    for index, (share, ratio) in enumerate(pairwise(passage.values)):
        out_of = ratio_denominator(passage.lower, ratio, style)
        bracketed = passage.gap(index + 1).strip() == "("
        if out_of is not None and bracketed and _can_be_share(share):
            yield _share(ratio, (out_of,), share, asserted=True)


def _can_be_share(share: Value) -> bool:
    compared = share.plan_percent is not None or share.yoy_percent is not None
    return share.quantity.unit.measure == "PT" and share.quantity.change is None and not compared


def _is_said_of_value(passage: Passage, index: int) -> bool:
    share = passage.values[index]
    # The number right before has to be the value itself, not one that compares it.
    if passage.number_before(index) != passage.values[index - 1].end:
        return False
    gap = passage.gap(index)
    behind = passage.between(share.end, passage.end)
    if _OF_ELSE.match(behind):
        return False
    return _SHARE_VERB.match(gap) is not None or _IN_BRACKET.match(gap) is not None


def _totals(passage: Passage, previous: Passage | None, index: int) -> list[Value]:
    """What a value can be a share of: earlier values of its unit that are no smaller, the nearest first."""
    value = passage.values[index]
    earlier = list(reversed(passage.values[:index]))
    if not any(_holds(total, value) for total in earlier) and previous is not None:
        earlier = list(reversed(previous.values))
    return [total for total in earlier if _holds(total, value)]


def _holds(total: Value, part: Value) -> bool:
    return is_level(total) and type(total) is type(part) and alike(total.quantity, part.quantity)


def _share(numerator: Value, totals: tuple[Figure, ...], share: Value, *, asserted: bool) -> Relation:
    return Relation(
        kind=RelationKind.SHARE,
        terms=(numerator.figure, *totals),
        result=share.figure,
        asserted=asserted and len(totals) == 1,
    )


def ratio_denominator(lower: str, value: Value, style: NumberStyle) -> Figure | None:
    """The 411 of `261/411 thửa` with its place; None for a value that is no written ratio."""
    if value.quantity.of is None:
        return None
    found = _RATIO_OF.search(lower, value.start)
    if found is None:
        return None
    try:
        is_same = parse_number(found[1].rstrip(".,"), style) == value.quantity.of
    except ValueError:
        return None
    if not is_same:
        return None
    written = found[1].rstrip(".,")
    quantity = Quantity(
        low=value.quantity.of,
        high=value.quantity.of,
        written_unit=value.quantity.written_unit,
        unit=value.quantity.unit,
    )
    return Figure(start=found.start(1), end=found.start(1) + len(written), quote=written, quantity=quantity)


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
    return following[0].figure if _PLAN_BRACKET.match(behind) else None


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


def _years_before(passage: Passage) -> Iterator[Relation]:
    """`89 doanh nghiệp (cùng kỳ 96 doanh nghiệp)`."""
    for index, (value, before) in enumerate(pairwise(passage.values)):
        if not (is_level(value) and is_level(before) and alike(value.quantity, before.quantity)):
            continue
        if _SAME_PERIOD_VALUE.search(passage.gap(index + 1)):
            yield Relation(kind=RelationKind.BEFORE, terms=(value.figure,), result=before.figure)


def _ways(passage: Passage) -> Iterator[Relation]:
    """`giảm từ 29,5% xuống 15,2%, tương đương giảm 14,3%`; the change may stand in front."""
    for index, (start, end) in enumerate(pairwise(passage.values)):
        gap = passage.between(start.end, end.start)
        rises = FROM_TO.fullmatch(gap) is not None and _FROM.search(passage.between(passage.start, start.start))
        if not rises or not alike(start.quantity, end.quantity):
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
        if before.quantity.change is not None and re.fullmatch(r"[\s,(]*từ\s*", gap):
            return before
    return None


def _means(passage: Passage) -> Iterator[Relation]:
    """`15.572 nhân khẩu … 4.683 hộ, bình quân 3,3 nhân khẩu/hộ`: a mean with both of its terms."""
    for index, mean in enumerate(passage.values):
        per = mean.quantity.per
        if per is None or mean.quantity.change is not None or not per[:1].isalpha() or " " in per:
            continue
        others = passage.values[:index]
        totals = [one for one in others if is_level(one) and one.quantity.unit.measure == mean.quantity.unit.measure]
        counted = [one for one in others if is_level(one) and one.quantity.unit == read_unit(per)]
        if len(totals) == 1 and len(counted) == 1 and is_count(counted[0].quantity.unit):
            terms = (totals[0].figure, counted[0].figure)
            yield Relation(kind=RelationKind.MEAN, terms=terms, result=mean.figure, asserted=index >= len(terms))


def _other_currencies(passage: Passage) -> Iterator[Relation]:
    """`150 triệu đồng (khoảng 5.400 USD)`."""
    for index, (one, other) in enumerate(pairwise(passage.values)):
        codes = {one.quantity.unit.measure, other.quantity.unit.measure}
        is_pair = len(codes) > 1 and codes <= _CURRENCIES and one.quantity.per == other.quantity.per
        if is_pair and _OTHER_CURRENCY.match(passage.gap(index + 1)):
            yield Relation(kind=RelationKind.EQUIVALENT, terms=(one.figure,), result=other.figure)
