"""Pairs two lists that follow the same text, in order, so that the pairs fit as well as they can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Expected = TypeVar("Expected")
Found = TypeVar("Found")


def aligned(
    expected: Sequence[Expected], found: Sequence[Found], fit: Callable[[Expected, Found], float]
) -> list[tuple[Expected | None, Found | None]]:
    """All of both lists in order, as pairs where they fit and beside `None` where they do not.

    `fit` says how well two fit: 0 not at all, more is better. The sum over all pairs is the greatest possible
    (Needleman and Wunsch 1970, with free gaps); time and memory grow with the product of the lengths.
    """
    best = [[0.0] * (len(found) + 1) for _ in range(len(expected) + 1)]
    fits = [[fit(one, other) for other in found] for one in expected]
    for i in reversed(range(len(expected))):
        for j in reversed(range(len(found))):
            paired = fits[i][j] + best[i + 1][j + 1] if fits[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: list[tuple[Expected | None, Found | None]] = []
    i = j = 0
    while i < len(expected) and j < len(found):
        if fits[i][j] and best[i][j] == fits[i][j] + best[i + 1][j + 1]:
            pairs.append((expected[i], found[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((expected[i], None))
            i += 1
        else:
            pairs.append((None, found[j]))
            j += 1
    return pairs + [(one, None) for one in expected[i:]] + [(None, other) for other in found[j:]]
