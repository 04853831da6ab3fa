"""Says in which provision a place of the text stands."""

from __future__ import annotations

from bisect import bisect_right

from tiendo.documents.model import Block, Document


class Places:
    """The blocks of a document by their place."""

    def __init__(self, document: Document) -> None:
        self._blocks: tuple[Block, ...] = document.blocks
        self._starts = [block.start for block in document.blocks]

    def provision_at(self, place: int) -> tuple[str, ...]:
        """The path of headings above the character at `place`; empty before the first block."""
        index = bisect_right(self._starts, place) - 1
        return self._blocks[index].path if index >= 0 else ()
