"""Finds percentages that say how much of a total a value is: `58 đơn, đã giải quyết 49 đơn, đạt 84,5%`.

The total may be written as a ratio, stand earlier in the sentence, in the sentence before, in the line that a
list hangs under, or be the sum of the list itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiendo.extraction.lists import Lists
from tiendo.extraction.part_lists import NAMES_PARTS
from tiendo.extraction.passages import Passage, Value, alike, is_level
from tiendo.extraction.ratio_terms import ratio_denominator
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Unit
from tiendo.facts.relations import Relation, RelationKind
from tiendo.text.numbers import NumberStyle

# What the value counts may stand in between: "99/181 xã đạt chuẩn, chiếm 54,7%".
_SHARE_VERB = re.compile(
    r"^(?:[^,;().:\d]{0,80}(?=[,;]))?[\s,;–-]*(?:(?:và|đã|tương\s+ứng|tức(?:\s+là)?)\s+)*(?:(?:chỉ|mới|ước)\s+)?"
    r"(?:đạt|chiếm|bằng|tương\s+đương|tỷ\s+lệ|tỉ\s+lệ)(?:\s+(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|khoảng|gần|hơn|trên|là|đạt))*"
    r"\s*:?\s*$"
)
_IN_BRACKET = re.compile(
    r"^[^,;().:\d]{0,80}\(\s*(?:(?:đạt|chiếm|bằng|tương\s+đương|tỷ\s+lệ|tỉ\s+lệ|khoảng|gần)\s*)*:?\s*$"
)
# What a share is said to be of, where it is not simply the total before it.
_OF_ELSE = re.compile(
    r"\s*(?:(?:so\s+với|của|so)\s+)?(?:kế\s+hoạch|dự\s+toán|kh(?!\w)|chỉ\s+tiêu|cùng\s+kỳ|năm\s+trước|tháng\s+trước|quý\s+trước"
    r"|mục\s+tiêu|nhu\s+cầu|công\s+suất|diện\s+tích|dân\s+số|gdp|grdp|khối\s+lượng|so\s)"
)
_CALLED = re.compile(r"\s*(?:so\s+với\s+|của\s+)?(?P<name>[^,;.()\d]{3,80}?)\s*(?=[,;.()]|$)")
_IS_PLAN = re.compile(r"(?<!\w)(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu)(?:\s+[^\W\d]+){0,4}\s*$")
# "bằng 79% số tạm ứng": of a total that is called one.
_OF_A_NUMBER = re.compile(r"\s*(?:so\s+với\s+|của\s+)?(?:tổng\s+)?số\s+[^\W\d]")
_MOST_LONGER = 2  # a name with more than twice the words says more than the other
_PLAN_REACH = 60  # characters before a number in which it is called a plan
_OUT_OF = re.compile(r"(?<!\w)(?:trong|trên)\s+(?:tổng\s+)?số\s*$")
_VERB_AT_END = re.compile(r"(?:đạt|chiếm|tỷ\s+lệ|tỉ\s+lệ)(?:\s+(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng|khoảng))?\s*:?\s*$")
_TOTAL_BEHIND = re.compile(r"^\s*(?:trong|trên|của|so\s+với)?\s*(?:tổng|toàn\s+bộ|số)(?!\w)[^,;.()\d]{0,60}\(?\s*$")

_PERCENT = "PT"
_MOST_TOTALS = 6  # the nearest ones; what stands further away is of something else


@dataclass(frozen=True, slots=True)
class _Share:
    """A percentage behind a value, with the totals that the value may be a part of, the nearest first."""

    passage: Passage
    value: Value
    percent: Value
    here: tuple[Figure, ...]
    above: tuple[Figure, ...]
    said: bool


def shares(passages: Sequence[Passage], style: NumberStyle, lists: Lists) -> Iterator[Relation]:
    """Every share of the text; those of one list know each other."""
    groups: dict[tuple[int, ...], list[_Share]] = {}
    by_block: dict[int, list[Passage]] = {}
    for passage in passages:
        by_block.setdefault(passage.block, []).append(passage)
    earlier: list[Passage] = []
    for passage in passages:
        if earlier and earlier[-1].block != passage.block:
            earlier = []
        yield from _written_ratios(passage, style)
        yield from _out_of(passage)
        opener = lists.opener(passage.block)
        above = by_block.get(opener, []) if opener is not None else []
        found = list(_shares(passage, earlier, above, style))
        key = (passage.block, passage.start) if len(found) > 1 or opener is None else (opener,)
        groups.setdefault(key, []).extend(found)
        earlier.append(passage)
    for members in groups.values():
        for share in members:
            yield _relation(share, members)


def _written_ratios(passage: Passage, style: NumberStyle) -> Iterator[Relation]:
    """`49/58 đơn, đạt 84,5%` and `84,5% (49/58 đơn)`: both terms are printed beside the percentage."""
    for index, (one, other) in enumerate(pairwise(passage.values)):
        behind, before = ratio_denominator(passage.lower, one, style), ratio_denominator(passage.lower, other, style)
        if behind is not None and _is_share(other) and _follows(passage, behind.end, other):
            yield _written(one, behind, other)
        elif before is not None and _is_share(one) and passage.gap(index + 1).strip() == "(":
            yield _written(other, before, one)


def _follows(passage: Passage, place: int, percent: Value) -> bool:
    """Whether a percentage is said of the ratio that ends at a place, its unit perhaps written again behind it."""
    gap = passage.between(place, percent.start)
    if _OF_ELSE.match(passage.between(percent.end, passage.end)):
        return False
    return _SHARE_VERB.match(gap) is not None or _IN_BRACKET.match(gap) is not None


def _out_of(passage: Passage) -> Iterator[Relation]:
    """`15.884 hộ nghèo trên tổng số 198.550 hộ, tỷ lệ 8,0%`: the part, its total, and then the percentage."""
    for index in range(2, len(passage.values)):
        part, total, percent = passage.values[index - 2 : index + 1]
        if not (_is_share(percent) and _may_hold(total, part) and is_level(part)):
            continue
        said = _OUT_OF.search(passage.between(part.end, total.start)) and _is_said_of_value(passage, index)
        if said:
            yield _written(part, total.figure, percent)


def _written(part: Value, whole: Figure, percent: Value) -> Relation:
    return Relation(kind=RelationKind.SHARE, terms=(part.figure, whole), result=percent.figure)


def _shares(
    passage: Passage, earlier: Sequence[Passage], above: Sequence[Passage], style: NumberStyle
) -> Iterator[_Share]:
    for index in range(1, len(passage.values)):
        value, percent = passage.values[index - 1 : index + 1]
        if index > 1 and _OUT_OF.search(passage.between(passage.values[index - 2].end, value.start)):
            continue  # the value is the total itself
        is_pair = _is_share(percent) and _is_said_of_value(passage, index) and is_level(value)
        if not is_pair or value.quantity.unit.measure == _PERCENT:
            continue
        if ratio_denominator(passage.lower, value, style) is None:
            here = [
                total
                for total in reversed(passage.values[: index - 1])
                if _may_hold(total, value) and _is_open(passage, total, value)
            ]
            further = [one for passages in (earlier, above) for one in reversed(passages)]
            before = [total for one in further for total in reversed(one.values) if _may_hold(total, value)]
            named = _named_behind(passage, index, value) or _called(passage, percent, [*here, *before])
            if not named and here and _IS_PLAN.search(f"{passage.lower[: here[0].start][-_PLAN_REACH:]}"):
                named = here[:1]  # "kế hoạch giao 540 tỷ đồng, thực hiện 388,8 tỷ đồng, đạt 72%"
            said = (
                bool(named)
                or _VERB_AT_END.search(passage.gap(index)) is not None
                or _OF_A_NUMBER.match(passage.lower, percent.end, passage.end) is not None
                or _is_named_part(passage, here, value)
            )
            yield _Share(passage, value, percent, _figures(named or here), _figures(before), said)


def _is_named_part(passage: Passage, totals: Sequence[Value], part: Value) -> bool:
    """`181 xã, trong đó 65 xã đạt chuẩn, bằng 35,9%`: a part of the only total, by the words between them."""
    return len(totals) == 1 and NAMES_PARTS.search(passage.between(totals[0].end, part.start)) is not None


def _named_behind(passage: Passage, index: int, value: Value) -> list[Value]:
    """`đạt 57,5% trong tổng số 181 xã`, `chiếm 19,5% tổng vốn (21.800 tỷ đồng)`: the total behind the share."""
    following = passage.values[index + 1 : index + 2]
    if not following or not _may_hold(following[0], value):
        return []
    return list(following) if _TOTAL_BEHIND.match(passage.gap(index + 1)) else []


def _called(passage: Passage, percent: Value, totals: Sequence[Value]) -> list[Value]:
    """`chiếm 72,2% tổng chi`: the total that has the name behind the percentage; none where several have it."""
    said = _CALLED.match(passage.lower, percent.end, passage.end)
    name = " ".join(said["name"].split()) if said is not None else ""
    found = [total for total in totals if len(name.split()) > 1 and _same_name(name, total.subject.lower())]
    return found if len(found) == 1 else []


def _same_name(name: str, subject: str) -> bool:
    shorter, longer = sorted((name, subject), key=len)
    words = len(shorter.split())
    return words > 1 and words * _MOST_LONGER >= len(longer.split()) and f" {shorter} " in f" {longer} "


def _is_open(passage: Passage, total: Value, value: Value) -> bool:
    """What a closed bracket says explains something else."""
    bracket = passage.bracket_around(total.start)
    return bracket is None or bracket[0] < value.start < bracket[1]


def _figures(values: Sequence[Value]) -> tuple[Figure, ...]:
    return tuple(value.figure for value in values[:_MOST_TOTALS])


def _is_share(percent: Value) -> bool:
    compared = percent.plan_percent is not None or percent.yoy_percent is not None
    return percent.quantity.unit.measure == _PERCENT and percent.quantity.change is None and not compared


def _is_said_of_value(passage: Passage, index: int) -> bool:
    percent = passage.values[index]
    # The number right before has to be the value itself, not one that compares it.
    if passage.number_before(index) != passage.values[index - 1].end:
        return False
    gap = passage.gap(index)
    if _OF_ELSE.match(passage.between(percent.end, passage.end)):
        return False
    return _SHARE_VERB.match(gap) is not None or _IN_BRACKET.match(gap) is not None


def _may_hold(total: Value, part: Value) -> bool:
    if not is_level(total) or type(total) is not type(part):
        return False
    return alike(total.quantity, part.quantity) or _is_shorter_noun(part.quantity.unit, total.quantity.unit)


def _is_shorter_noun(part: Unit, total: Unit) -> bool:
    """`168 trạm y tế, 161 trạm đạt chuẩn`: the second time the noun is cut short."""
    return part.multiplier == total.multiplier and total.measure.startswith(f"{part.measure}_")


def _relation(share: _Share, members: Sequence[_Share]) -> Relation:
    """The text asserts it where one total only can be meant: in the sentence, before a verb, and in no list."""
    siblings = [one.value for one in members if alike(one.value.quantity, share.value.quantity)]
    in_list = len(siblings) > 1
    return Relation(
        kind=RelationKind.SHARE,
        terms=(share.value.figure, *share.here, *share.above),
        result=share.percent.figure,
        siblings=tuple(value.figure for value in siblings) if in_list else (),
        asserted=share.said and len(share.here) == 1 and not in_list,
    )
