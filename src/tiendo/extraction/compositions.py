"""Finds the shares of one whole that a text lists: `Cơ cấu kinh tế: nông nghiệp 20 - 21%, công nghiệp …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiendo.documents.model import Document
from tiendo.extraction.lists import Lists
from tiendo.extraction.part_lists import NAMES_PARTS
from tiendo.extraction.passages import Passage, Value
from tiendo.facts.relations import Relation, RelationKind

_COMPOSITION = re.compile(r"(?<!\w)cơ\s+cấu(?!\s+(?:lại|tổ\s+chức|bộ\s+máy|cây\s+trồng))(?!\w)(?!\s+lại)")
_LEAST_SHARES = 3  # two shares may be any two; three or more under one name are a composition


def compositions(document: Document, passages: Sequence[Passage], lists: Lists) -> Iterator[Relation]:
    """The compositions of a text, in one sentence or one share a bullet below it."""
    under: dict[int, list[Value]] = {}
    for passage in passages:
        opener = lists.opener(passage.block)
        if opener is not None:
            under.setdefault(opener, []).append(passage.values[0])
        named = _COMPOSITION.search(passage.lower, passage.start, passage.end)
        if named is not None:
            # "trong đó" begins to speak of a part.
            parts = NAMES_PARTS.search(passage.lower, named.end(), passage.end)
            end = parts.start() if parts is not None and parts["parts"] is not None else passage.end
            yield from _composition([value for value in passage.values if named.start() < value.start < end])
    for index, values in under.items():
        block = document.blocks[index]
        if _COMPOSITION.search(passages[0].lower, block.start, block.end) is not None:
            yield from _composition(values)


def _composition(values: Sequence[Value]) -> Iterator[Relation]:
    """The percentages of one year; a list by years or a change of a share is no composition."""
    shares = [value for value in values if _is_share(value)]
    if len(shares) >= _LEAST_SHARES and len({value.period for value in shares}) == 1:
        yield Relation(kind=RelationKind.COMPOSITION, terms=tuple(value.figure for value in shares))


def _is_share(value: Value) -> bool:
    quantity = value.quantity
    compared = value.plan_percent is not None or value.yoy_percent is not None
    return quantity.unit.measure == "PT" and quantity.change is None and not compared
