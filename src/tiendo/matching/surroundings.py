"""What stands around a figure in its document, nearest first: it tells what a short name is short for."""

from __future__ import annotations

from bisect import bisect_right

from tiendo.documents.model import Block, Document
from tiendo.facts.records import Fact

_FURTHEST = 400  # characters looked back for the beginning of a sentence; longer ones are lists
_SENTENCE_END = ". "


def surroundings(record: Fact, document: Document) -> tuple[str, ...]:
    """The record's sentence up to the figure, then its headings from the nearest outward."""
    block = _block_at(document, record.start)
    earliest = max(block.start if block else 0, record.start - _FURTHEST)
    before = document.text[earliest : record.start]
    sentence = before[before.rfind(_SENTENCE_END) + 1 :]
    headings = (document.blocks[index] for index in reversed(block.headings)) if block else ()
    return (sentence, *(document.text[heading.start : heading.end] for heading in headings))


def _block_at(document: Document, position: int) -> Block | None:
    index = bisect_right(document.blocks, position, key=lambda block: block.start) - 1
    block = document.blocks[index] if index >= 0 else None
    return block if block is not None and position < block.end else None
