"""Finds what a text says of one change: the value before it, and the same change said again in percent.

`12.846 tỷ đồng, tăng 6,93% so với cùng kỳ (cùng kỳ 12.014 tỷ đồng)`, `7 vụ, giảm 5 vụ (giảm 41,7%)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tiendo.extraction.part_lists import NAMES_PARTS
from tiendo.extraction.passages import Passage, Value, alike
from tiendo.facts.figures import ComparedWith, Figure
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.relations import Relation, RelationKind

_PERCENT, _POINTS, _TIMES = "PT", "PP", "LAN"
_EARLIER = (
    r"(?:cùng\s+kỳ|năm\s+học\s+(?:trước|\d{4}\s*-\s*\d{4})|(?:cùng\s+)?thời\s+điểm|năm\s+(?:trước|ngoái)|năm\s+\d{4}|(?:\d+|chín|sáu)\s+tháng|quý\s+(?:trước|[ivx\d]+)"
    r"|tháng\s+(?:trước|\d+)|(?:đầu|cuối)\s+(?:năm|kỳ)|\d{1,2}/\d{1,2}/\d{4}|vụ\s+trước|kỳ\s+trước)"
)
_NO_PLAN = r"(?:(?!kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|kh\s)[^;()])"
# What stands between a change and the value before it.
_BASE_BEHIND = re.compile(
    rf"^{_NO_PLAN}*?(?:"
    rf"(?:so\s+với|so|của|cùng|bằng|với)?\s*{_EARLIER}{_NO_PLAN}*\(\s*(?:{_NO_PLAN}*?(?:là|đạt|có|:)?\s*)?"
    rf"|\(\s*(?:số\s+)?{_EARLIER}{_NO_PLAN}*?(?:là|đạt|có|:)?\s*"
    rf"|so\s+(?:với\s+)?(?:mức\s+|con\s+số\s+)?"
    rf"|(?:so\s+với|so){_NO_PLAN}*?{_EARLIER}{_NO_PLAN}*?(?:là|đạt|:)\s*"
    rf"|,?\s*(?:trong\s+khi\s+)?{_EARLIER}\s*(?:là|có|đạt|chỉ|:)*\s*"
    r")$"
)
# "giảm từ 41,9 ha của năm trước": the value before, right behind its "từ".
_FROM_BASE = re.compile(r"^[\s,;]*(?:tăng|giảm|nâng|hạ)\s+từ\s*$")
_THAT_IS = re.compile(
    r"^[\s,;(]*(?:(?:của|năm|trước|cuối|đầu|\d{4}|tương\s+đương|tương\s+ứng|tức|là|mức|nghĩa|hay|với)[\s,]+)*"
    r"(?:tăng|giảm)\s+(?:thêm\s+|khoảng\s+)?$"
)
_LEADING_BASE = re.compile(r"(?:^|[;,)])\s*so\s+với(?!\w)[^;]*$")
# "87,5% (năm 2023 đạt 82,6%)": how it was before, whatever is said of the change.
_BRACKETED_BASE = re.compile(rf"^\s*\(\s*{_EARLIER}\s*(?:là|đạt|có|:)?\s*$")
_MULTIPLE = re.compile(r"(?<!\w)(?:gấp|bằng|tăng)(?:\s+(?:khoảng|gần|hơn))?\s*$")
_AGAIN = re.compile(
    r"^\s*(?:[^\W\d_]+\s+){0,3}(?:\(|,?\s*(?:và\s+)?(?:tương\s+đương|tương\s+ứng|tức(?:\s+là)?|hay|bằng|\(tương\s+đương))\s*"
    r"(?:với\s+)?(?:mức\s+)?(?:tăng|giảm|vượt)?\s*(?:khoảng\s*)?$"
)
# "bằng 91,1% cùng kỳ, giảm 8,9%": the same change as an index and as a change.
_INDEX_AGAIN = re.compile(
    r"^(?:\s*(?:so\s+với\s+)?cùng\s+kỳ(?:\s+năm\s+(?:trước|ngoái|\d{4}))?)?\s*(?:\(|,)\s*"
    r"(?:tức(?:\s+là)?|tương\s+đương)?\s*(?:tăng|giảm)\s*$"
)


@dataclass(slots=True)
class _Chain:
    """A value, the changes that are said of it with where they stand, and its value before."""

    value: Value
    in_bracket: bool = False
    changes: list[Figure] = field(default_factory=list)
    bases: list[Figure] = field(default_factory=list)


def change_chains(passages: Sequence[Passage]) -> Iterator[Relation]:
    """The relations between a value, its changes and its value before, sentence by sentence."""
    before: Passage | None = None
    for passage in passages:
        same_block = before is not None and before.block == passage.block
        carried = before.values[0] if before is not None and same_block and _carries_on(passage) else None
        for chain in _chains(passage, carried):
            yield from _bases(chain)
            yield from _said_again(passage, chain)
        before = passage


def _carries_on(passage: Passage) -> bool:
    """`So với năm học trước giảm 9 trường (giảm 1,7%)`: a sentence of its own about the value of the one before."""
    return passage.between(passage.start, passage.end).startswith("so với")


def _chains(passage: Passage, carried: Value | None) -> list[_Chain]:
    chains: list[_Chain] = [_Chain(carried)] if carried is not None else []
    current = chains[-1] if chains else None
    last_end = passage.start
    for value in passage.values:
        gap = passage.between(max(last_end, passage.number_end_before(value.start)), value.start)
        owner = _owner(chains, current, value)
        change = _change_of(owner, value, gap) if owner is not None else None
        if owner is not None and change is not None:
            owner.changes.append(change)
            current = owner
        elif owner is not None and _is_base(owner, value, gap):
            owner.bases.append(value.figure)
            current = owner
        elif value.quantity.change is None:
            _open(chains, value, in_bracket=passage.bracket_around(value.start) is not None)
            current = chains[-1]
        last_end = value.end
    for chain in chains:
        chain.changes.sort(key=lambda figure: figure.start)
    return chains


def _owner(chains: Sequence[_Chain], current: _Chain | None, value: Value) -> _Chain | None:
    """Whose change or base a value can be: the last one's, or that of the last value of its own unit.

    `1.718 lượt với 2.105 người …; so với năm 2023 giảm 146 lượt, tương đương 7,8%`.
    """
    if value.quantity.change is None or value.quantity.unit.measure in (_PERCENT, _POINTS, _TIMES):
        return current
    outside = (chain for chain in reversed(chains) if not chain.in_bracket)
    of_unit = (chain for chain in outside if alike(chain.value.quantity, value.quantity))
    return next(of_unit, current)


def _open(chains: list[_Chain], value: Value, *, in_bracket: bool) -> None:
    """A new chain; what stands in a bracket explains the value before it, which stays the one that changes are of."""
    yearly = [one.figure for one in value.comparisons if one.compared_with is ComparedWith.YEAR_BEFORE]
    chain = _Chain(value, in_bracket=in_bracket, changes=yearly)
    if in_bracket and chains:
        chains.insert(-1, chain)
    else:
        chains.append(chain)


def _change_of(owner: _Chain, change: Value, gap: str) -> Figure | None:
    """A value that is the change of the one before it: the reader says so, or the words in between do.

    In percent, points, times or the value's own unit.
    """
    value, quantity = owner.value, change.quantity
    of_unit = alike(quantity, value.quantity) or quantity.unit.measure in (_PERCENT, _POINTS, _TIMES)
    if not of_unit or type(change) is not type(value) or change.annual or "bình quân" in gap:
        return None
    if quantity.unit.measure == _TIMES and quantity.change is None:
        return change.figure if _MULTIPLE.search(gap) else None
    if quantity.change is not None:
        same = change.subject == value.subject or _LEADING_BASE.search(gap) is not None
        return change.figure if same or _THAT_IS.match(gap) else None
    said = _THAT_IS.match(gap + " ") or _THAT_IS.match(f"{gap} {change.subject.lower()} ")
    if said is not None and owner.bases:
        return _as_change(change.figure, Change.DECREASE if "giảm" in said[0] else Change.INCREASE)
    previous = owner.changes[-1].quantity if owner.changes else None
    if previous is not None and not _is_percent(previous) and _is_percent(quantity) and _AGAIN.match(gap):
        return _as_change(change.figure, previous.change)
    return None


def _as_change(figure: Figure, direction: Change | None) -> Figure:
    return replace(figure, quantity=replace(figure.quantity, change=direction))


def _is_base(owner: _Chain, base: Value, gap: str) -> bool:
    if base.quantity.change is not None or not alike(base.quantity, owner.value.quantity):
        return False
    if _FROM_BASE.match(gap):
        return True
    if NAMES_PARTS.search(gap):
        return False
    if _BRACKETED_BASE.match(gap):
        return True
    said = owner.changes or any(one.compared_with is ComparedWith.YEAR_BEFORE for one in owner.value.comparisons)
    return bool(said or "cùng" in gap) and _BASE_BEHIND.match(gap) is not None and "bình quân" not in gap


def _bases(chain: _Chain) -> Iterator[Relation]:
    """Each value before belongs to the change next to it: the one in front, else the one behind."""
    for base in chain.bases:
        in_front = [change for change in chain.changes if change.start < base.start]
        behind = [change for change in chain.changes if change.start > base.start]
        for change in (*in_front[-1:], *(behind[:1] if not in_front else ())):
            yield Relation(kind=RelationKind.BEFORE, terms=(chain.value.figure, change), result=base)
        if not chain.changes:
            yield Relation(kind=RelationKind.BEFORE, terms=(chain.value.figure,), result=base)


def _said_again(passage: Passage, chain: _Chain) -> Iterator[Relation]:
    yearly = [one.figure for one in chain.value.comparisons if one.compared_with is ComparedWith.YEAR_BEFORE]
    for amount, percent in pairwise(chain.changes):
        if not _is_percent(percent.quantity):
            continue
        if _is_percent(amount.quantity):
            is_index = amount.quantity.change is None and percent.quantity.change is not None
            again = _INDEX_AGAIN.match(passage.between(amount.end, percent.start))
            if is_index and again and not _is_percent(chain.value.quantity):
                yield Relation(kind=RelationKind.CHANGE, terms=(chain.value.figure, amount), result=percent)
            continue
        of_one_year = amount in yearly and percent in yearly
        if of_one_year or _AGAIN.match(passage.between(amount.end, percent.start)):
            terms = (chain.value.figure, amount)
            yield Relation(kind=RelationKind.CHANGE, terms=terms, result=percent)


def _is_percent(quantity: Quantity) -> bool:
    return quantity.unit.measure == _PERCENT
