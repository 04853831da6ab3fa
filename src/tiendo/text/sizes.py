"""Amounts of memory as people write them."""

from __future__ import annotations

import re

_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([KMG]?)I?B?", re.IGNORECASE)
_SIZE_STEPS = {"": 1, "K": 1000, "M": 1000**2, "G": 1000**3}


def read_size(written: str) -> int:
    """Bytes of `80MB`, `1.5 GB`, `500k` or `1000000`; raises `ValueError` for anything else."""
    found = _SIZE.fullmatch(written.strip())
    if not found:
        raise ValueError(written)
    number, step = found.groups()
    size = int(float(number.replace(",", ".")) * _SIZE_STEPS[step.upper()])
    if size < 1:
        raise ValueError(written)
    return size
