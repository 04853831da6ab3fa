"""Sizes of files as people write them."""

from __future__ import annotations

from decimal import Decimal

from tiendo.facts.printing import number

_STEPS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB"))
_SHORT = 10  # below that a decimal says something


def size_text(size: int, language: str) -> str:
    """`1,3 MB`, `84 KB`, `512 byte`."""
    for step, unit in _STEPS:
        if size >= step:
            value = Decimal(size) / step
            places = 1 if value < _SHORT else 0
            return f"{number(round(value, places), language)} {unit}"
    return f"{size} byte"
