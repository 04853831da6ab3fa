"""Stretches of entry numbers: what one act recorded lies together, so what is hidden can be stepped over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

MOST_SPANS = 16  # each costs a query or two; where there are more, the narrowest gaps are read and left out


class Span(NamedTuple):
    """From `first` to `last`, both inside."""

    first: int
    last: int


EVERY_ENTRY = Span(1, 2**63 - 1)


def without(whole: Span, hidden: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of a stretch without others, in at most `MOST_SPANS` pieces: the narrowest gaps are not left out."""
    pieces: list[Span] = []
    first = whole.first
    for gap in _merged(hidden):
        if gap.first > first:
            pieces.append(Span(first, gap.first - 1))
        first = max(first, gap.last + 1)
    if first <= whole.last:
        pieces.append(Span(first, whole.last))
    return _joined(pieces)


def overlap(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches that lie in both."""
    found = (
        Span(max(one.first, other.first), min(one.last, other.last))
        for one in spans
        for other in others
        if one.first <= other.last and other.first <= one.last
    )
    return _joined(_merged(found))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.first <= merged[-1].last + 1:
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return merged


def _joined(pieces: Sequence[Span]) -> tuple[Span, ...]:
    gaps = sorted((after.first - before.last for before, after in pairwise(pieces)), reverse=True)
    narrowest = gaps[MOST_SPANS - 1] if len(gaps) >= MOST_SPANS else 0
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.first - joined[-1].last <= narrowest:
            joined[-1] = Span(joined[-1].first, piece.last)
        else:
            joined.append(piece)
    return tuple(joined)
