"""Finds totals and the parts that the text names for them: `gồm`, `bao gồm`, `trong đó`, and plain lists.

"Gồm" and "bao gồm" say that the parts are all there is, "trong đó" says only that they are parts. A list can
go on in the bullets below its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.documents.model import Block, Document
from tiendo.extraction.lists import Lists
from tiendo.extraction.passages import Passage, Value, alike, is_level
from tiendo.extraction.subjects import Span
from tiendo.facts.records import Target
from tiendo.facts.relations import Relation, RelationKind
from tiendo.reference.units import in_base

# "chưa bao gồm", "bao gồm cả": what is left out, or one of several.
NAMES_PARTS = re.compile(
    r"(?<!chưa )(?<!không )(?<!đã )(?<!được )(?<!\w)(?:(?P<sum>bao\s+gồm|(?<!bao )gồm(?:\s+có)?|chia\s+ra)"
    r"|(?P<parts>trong\s+đó\s+có|trong\s+đó|trong\s+số\s+(?:đó|này))|(?P<listed>cụ\s+thể(?:\s+là)?|phân\s+kỳ(?=\s*:)"
    r"|(?:(?:chia|phân)(?:\s+loại)?\s+)?theo\s+[^:;,.\d]{1,40}(?=:)))"
    r"(?!\w)(?!\s+cả(?!\w))(?P<colon>\s*:)?"
)
_KINDS = {"sum": RelationKind.SUM, "parts": RelationKind.PARTS, "listed": RelationKind.LISTED}
# At the end of a block: the list goes on in the bullets below.
_OPENS_BULLETS = re.compile(r"(?:" + NAMES_PARTS.pattern + r"|như\s+sau|sau\s+đây)?\s*:?\s*$")
# A value behind these is the year before, the plan, an average, no part.
_NO_PART = re.compile(
    r"(?<!\w)(?:giao|được\s+giao|cùng\s+kỳ|năm\s+trước|năm\s+ngoái|(?<!theo )kế\s+hoạch|dự\s+toán|so\s+với"
    r"|bình\s+quân|trung\s+bình|chỉ\s+tiêu"
    r"|mỗi|từng|cộng\s+(?:lại|chung)|tổng\s+cộng|tất\s+cả)(?!\w)[^;,]*$"
)
# Members without a number of their own.
_AND_OTHERS = re.compile(r"(?<!\w)(?:khác|còn\s+lại|v\.v|vv)(?!\w)|…|\.\.\.")
_SENTENCE = re.compile(r"[;.]")
_IS_REST = re.compile(r"(?<!\w)(?:số\s+)?còn\s+lại(?:\s+(?:là|có))?\s*$")
_DONE = re.compile(r"(?<!\w)(?:đã|được)(?!\w)[^;.]*$")
_LEFT = re.compile(r"^[^;.]*,\s*(?:số\s+)?còn(?:\s+lại)?\s*$")
_LEAST_LISTED = 2


@dataclass(frozen=True, slots=True)
class _List:
    """A place that announces parts: how, from where to where the parts can stand."""

    kind: RelationKind
    words: str
    place: int
    start: int
    end: int
    colon: bool


def part_lists(
    document: Document, passages: Sequence[Passage], below: Sequence[tuple[Passage, ...]]
) -> Iterator[Relation]:
    """The totals with their parts. `below` holds, for each passage, the first passages of the bullets under it."""
    before: Passage | None = None
    by_block = {passage.block: passage for passage in passages}
    for passage, bullets in zip(passages, below, strict=True):
        previous = [before] if before is not None and before.block == passage.block else []
        headings = document.blocks[passage.block].headings
        previous += [by_block[one] for one in headings[-1:] if one in by_block]
        lists = list(_lists(passage))
        for place, listed in enumerate(lists):
            relation = _relation(passage, previous, listed, lists[place + 1 :])
            if relation is not None:
                yield relation
        yield from _bracketed(passage, lists)
        yield from _remainders(passage)
        if not lists:
            yield from _plain_lists(passage)
        if bullets:
            yield from _bulleted(document.blocks[passage.block], passage, previous, bullets)
        before = passage


def _lists(passage: Passage) -> Iterator[_List]:
    for found in NAMES_PARTS.finditer(passage.lower, passage.start, passage.end):
        around = passage.bracket_around(found.start())
        yield _List(
            kind=_KINDS[_first_group(found)],
            words=" ".join(found[0].rstrip(": ").split()),
            place=found.start(),
            start=found.end(),
            end=around[1] if around is not None else passage.end,
            colon=found["colon"] is not None,
        )


def _first_group(found: re.Match[str]) -> str:
    return next(name for name in _KINDS if found[name] is not None)


def _relation(passage: Passage, previous: Sequence[Passage], listed: _List, later: Sequence[_List]) -> Relation | None:
    """The parts behind an announcement, with the nearest value before it that they can be parts of."""
    inside = _members(passage, listed, later)
    if not inside:
        return None
    starts = not passage.between(passage.start, listed.place).strip(" (-–+")
    whole = _whole(passage, previous if starts else (), listed.place, inside)
    if whole is None:
        return None
    parts = _fitting(passage, inside, whole, listed.start)
    all_parts = parts
    parts, end = _within_reach(passage, listed, parts, whole)
    if not parts:
        return None
    kind = listed.kind
    last = all_parts[-1]
    if kind is RelationKind.PARTS and _IS_REST.search(_said_before(passage, last)):
        # "trong đó A, còn lại B": then the parts are all there is; "còn lại B và C" names several.
        kind, parts, end = RelationKind.SUM, all_parts, last.end
    complete = not passage.holds_unread_number(listed.start, end) and not _AND_OTHERS.search(
        passage.lower, parts[-1].end, end
    )
    return Relation(
        kind=kind,
        terms=tuple(part.figure for part in parts),
        result=whole.figure,
        asserted=kind is not RelationKind.LISTED,
        complete=complete,
        words=listed.words,
    )


def _members(passage: Passage, listed: _List, later: Sequence[_List]) -> list[Value]:
    """The values behind an announcement that stand in no inner bracket and under no inner announcement."""
    bracket = passage.bracket_around(listed.start)
    inner: list[Span] = []
    for one in later:
        if one.place < listed.end and passage.bracket_around(one.place) == bracket:
            stop = passage.lower.find(";", one.start, listed.end)
            inner.append((one.place, stop if stop >= 0 else listed.end))
    return [
        value
        for value in passage.values
        if listed.start <= value.start < listed.end
        and passage.bracket_around(value.start) == bracket
        and not any(start <= value.start < end for start, end in inner)
    ]


def _whole(passage: Passage, above: Sequence[Passage], place: int, inside: Sequence[Value]) -> Value | None:
    """The nearest value before the announcement of the kind and unit of its parts.

    "Trong đó …" and "Gồm: …" at the beginning of a sentence speak of what the one before it, or the heading, is
    about: of its first value.
    """
    bracket = passage.bracket_around(place)
    earlier = [
        value
        for value in passage.values
        if value.start < place and passage.bracket_around(value.start) in (None, bracket) and _counts(passage, value)
    ]
    found = _last_like(earlier, inside)
    for one in above:
        if found is None:
            found = _last_like([value for value in reversed(one.values) if _counts(one, value)], inside)
    return found


def _counts(passage: Passage, value: Value) -> bool:
    """Whether a value can be a total or a part: neither last year's nor a plan beside a result, no average."""
    before = passage.between(_number_before(passage, value, passage.start), value.start)
    return value.quantity.per is None and (isinstance(value, Target) or _NO_PART.search(before) is None)


def _last_like(values: Sequence[Value], inside: Sequence[Value]) -> Value | None:
    return next((value for value in reversed(values) if any(_can_be_part(part, value) for part in inside)), None)


def _can_be_part(part: Value, whole: Value) -> bool:
    """Whether two values are of one kind and unit; changes are parts of changes only."""
    same_nature = (part.quantity.change is None) == (whole.quantity.change is None)
    return type(part) is type(whole) and same_nature and alike(part.quantity, whole.quantity)


def _fitting(passage: Passage, inside: Sequence[Value], whole: Value, start: int) -> list[Value]:
    return [
        value
        for value in inside
        if _can_be_part(value, whole)
        and _NO_PART.search(passage.between(_number_before(passage, value, start), value.start)) is None
    ]


def _said_before(passage: Passage, value: Value) -> str:
    return passage.between(_number_before(passage, value, passage.start), value.start)


def _number_before(passage: Passage, value: Value, start: int) -> int:
    return max((end for _, end in passage.read if start <= end <= value.start), default=start)


def _within_reach(passage: Passage, listed: _List, parts: list[Value], whole: Value) -> tuple[list[Value], int]:
    """Where the list ends: at the first semicolon, unless semicolons divide its members.

    They do where the parts only add up beyond the first one, and behind a colon where no more than one
    member stands before it. Without a colon "trong đó A; B" says nothing of B.
    """
    stop = passage.lower.find(";", listed.start, listed.end)
    if stop < 0:
        return parts, listed.end
    near = [part for part in parts if part.start < stop]
    if len(near) == len(parts) or (len(near) > 1 and _adds_up(near, whole)):
        return near, stop
    if _adds_up(parts, whole):
        return parts, listed.end
    divides = len(near) <= 1 and (listed.colon or listed.kind is not RelationKind.PARTS)
    return (parts, listed.end) if divides else (near, stop)


def _adds_up(parts: Sequence[Value], whole: Value) -> bool:
    """Whether the printed numbers add up to within the last digit of the total: which reading was meant."""
    total, printed = sum(map(_size, parts)), _size(whole)
    last = whole.quantity.low.as_tuple().exponent if whole.quantity.low is not None else 0
    step = Decimal(1).scaleb((last if isinstance(last, int) else 0) + in_base(whole.quantity.unit)[1])
    return abs(total - printed) <= step


def _size(value: Value) -> Decimal:
    stated = value.quantity.low if value.quantity.low is not None else value.quantity.high
    return (stated or Decimal(0)).scaleb(in_base(value.quantity.unit)[1])


def _plain_lists(passage: Passage) -> Iterator[Relation]:
    """`phát hiện sai phạm 2.923 triệu đồng, kiến nghị thu hồi 2.894 triệu đồng, xử lý khác 29 triệu đồng`."""
    for values in _between_semicolons(passage):
        whole, *parts = values
        alike_parts = [part for part in parts if _can_be_part(part, whole)]
        smaller = all(_size(part) <= _size(whole) for part in alike_parts)
        if len(alike_parts) >= _LEAST_LISTED and smaller:
            yield Relation(
                kind=RelationKind.LISTED,
                terms=tuple(part.figure for part in alike_parts),
                result=whole.figure,
                asserted=False,
            )


def _bracketed(passage: Passage, lists: Sequence[_List]) -> Iterator[Relation]:
    """`73 cuộc (62 cuộc theo kế hoạch, 11 cuộc đột xuất)`: a bracket right behind a value that lists its parts."""
    for start, end in passage.brackets:
        if any(start < one.place < end for one in lists):
            continue
        before = [value for value in passage.values if value.end <= start]
        inside = [value for value in passage.values if start < value.start < end]
        if not before or _SENTENCE.search(passage.lower, before[-1].end, start):
            continue
        # "1.718 lượt với 2.105 người (tiếp thường xuyên 1.236 lượt, …)": the nearest of the kind of the parts.
        whole = _last_like(before, inside) or before[-1]
        parts = [part for part in inside if _can_be_part(part, whole) and _counts(passage, part)]
        if len(parts) >= _LEAST_LISTED and len(parts) == len(inside):
            terms = tuple(part.figure for part in parts)
            yield Relation(kind=RelationKind.LISTED, terms=terms, result=whole.figure, asserted=False, words="()")


def _remainders(passage: Passage) -> Iterator[Relation]:
    """`214 điểm sạt lở, đã thông xe 198 điểm, còn 16 điểm`: what is done and what is left are all there is."""
    for whole, done, left in zip(passage.values, passage.values[1:], passage.values[2:], strict=False):
        said = _DONE.search(passage.between(whole.end, done.start)) and _LEFT.search(
            passage.between(done.end, left.start)
        )
        if said and _can_be_part(done, whole) and _can_be_part(left, whole):
            terms = (done.figure, left.figure)
            yield Relation(kind=RelationKind.SUM, terms=terms, result=whole.figure, words="còn")


def _between_semicolons(passage: Passage) -> Iterator[list[Value]]:
    group: list[Value] = []
    for value in passage.values:
        if group and ";" in passage.between(group[-1].end, value.start):
            yield group
            group = []
        if is_level(value) and passage.bracket_around(value.start) is None and _counts(passage, value):
            group.append(value)
    if group:
        yield group


def _bulleted(
    block: Block, passage: Passage, previous: Sequence[Passage], bullets: Sequence[Passage]
) -> Iterator[Relation]:
    """A total whose parts stand in the bullets below, one a bullet."""
    opens = _OPENS_BULLETS.search(passage.lower, passage.start, block.end)
    words = opens[0].strip(" :") if opens is not None else ""
    named = NAMES_PARTS.match(words)
    kind = _KINDS[_first_group(named)] if named is not None else RelationKind.LISTED
    inside = [value for bullet in bullets for value in bullet.values]
    nearest = _whole(passage, previous, block.end, inside)
    if nearest is None:
        return
    # "63 dự án: 1.677.580 triệu đồng, bao gồm:" can set out the projects and the money.
    others = [value for value in passage.values if _counts(passage, value) and not _can_be_part(value, nearest)]
    for whole in (nearest, *others):
        parts = [part for bullet in bullets for part in _first_fitting(bullet, whole)]
        is_nearest = whole is nearest
        if len(parts) >= _LEAST_LISTED and (is_nearest or len(parts) == len(bullets)):
            yield Relation(
                kind=kind if is_nearest else RelationKind.LISTED,
                terms=tuple(part.figure for part in parts),
                result=whole.figure,
                asserted=is_nearest and kind is not RelationKind.LISTED,
                complete=len(parts) == len(bullets),
                bulleted=True,
                words=" ".join(words.split()),
            )


def _first_fitting(bullet: Passage, whole: Value) -> Iterator[Value]:
    fitting = _fitting(bullet, bullet.values, whole, bullet.start)
    yield from fitting[:1]


def passages_below(document: Document, passages: Sequence[Passage], lists: Lists) -> list[tuple[Passage, ...]]:
    """For the last passage of each block, one passage for every member of the list that the block opens.

    A member without values gives a passage without values, so that a list knows whether it is complete.
    """
    last: dict[int, int] = {passage.block: place for place, passage in enumerate(passages)}
    first: dict[int, Passage] = {}
    for passage in passages:
        first.setdefault(passage.block, passage)
    below: list[tuple[Passage, ...]] = [() for _ in passages]
    for index, place in last.items():
        members = lists.members(index)
        blocks = document.blocks
        below[place] = tuple(
            first.get(one) or Passage(passages[0].lower, one, blocks[one].start, blocks[one].end, ()) for one in members
        )
    return below
