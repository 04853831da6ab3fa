"""How long answers took, and how they are summed up."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """Answers in so many seconds: how many, how many of them no success, and within which ms half, 95 and 99 in 100."""

    count: int
    failed: int
    seconds: float
    median: float
    p95: float
    p99: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.count / self.seconds

    @classmethod
    def of(cls, milliseconds: Iterable[float], failed: int, seconds: float) -> Times:
        """What single measurements say."""
        ordered = sorted(milliseconds)
        if not ordered:
            return cls(0, failed, seconds, math.nan, math.nan, math.nan)
        return cls(len(ordered), failed, seconds, *(_within(ordered, share) for share in (0.5, 0.95, 0.99)))


def _within(ordered: list[float], share: float) -> float:
    """The least of them that so large a share does not exceed."""
    return ordered[math.ceil(share * len(ordered)) - 1]
