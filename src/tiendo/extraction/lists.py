"""Which blocks are the members of the list that a block opens."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from tiendo.documents.model import Block, BlockKind, Document


class Lists:
    """The lists of a document: by its outline, or right behind a line that ends with a colon."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._under = _children(document.blocks)
        self._above = {member: index for index in range(len(document.blocks)) for member in self.members(index)}

    def members(self, index: int) -> Sequence[int]:
        """The blocks that are the members of the list under a block; empty where it opens none."""
        under = self._under.get(index)
        return self._first_run(under) if under else self._behind_colon(index)

    def opener(self, index: int) -> int | None:
        """The block whose list a block is a member of."""
        return self._above.get(index)

    def _first_run(self, under: Sequence[int]) -> Sequence[int]:
        """The members up to the first one that is marked in another way: a line without a mark ends a list."""
        blocks = self._document.blocks
        kind = marker_kind(blocks[under[0]].marker)
        return list(itertools.takewhile(lambda place: marker_kind(blocks[place].marker) == kind, under))

    def _behind_colon(self, index: int) -> Sequence[int]:
        """`Tổng chi …, cụ thể:` and then a), b), c) on one level with it."""
        blocks = self._document.blocks
        block = blocks[index]
        ends_with_colon = self._document.text[block.start : block.end].rstrip().endswith(":")
        if not ends_with_colon or index + 1 == len(blocks) or not blocks[index + 1].marker:
            return ()
        first = blocks[index + 1]
        members: list[int] = []
        for place in range(index + 1, len(blocks)):
            one = blocks[place]
            if one.headings == first.headings and marker_kind(one.marker) == marker_kind(first.marker):
                members.append(place)
            elif one.headings[: len(first.headings)] != first.headings or len(one.headings) == len(first.headings):
                break
        return members if len(members) > 1 else ()


def _children(blocks: Sequence[Block]) -> Mapping[int, list[int]]:
    under: dict[int, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.headings and block.kind is not BlockKind.TABLE_CELL:
            under.setdefault(block.headings[-1], []).append(place)
    return under


def marker_kind(marker: str) -> str:
    """How a member is marked: `1.`, `a)` and `-` are three kinds."""
    kind = "1" if any(map(str.isdigit, marker)) else "a" if any(map(str.isalpha, marker)) else ""
    return kind + re.sub(r"\w", "", marker)
