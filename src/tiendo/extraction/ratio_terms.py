"""The second term of a written ratio (`261/411 thửa`), as a number with a place of its own."""

from __future__ import annotations

import re

from tiendo.extraction.passages import Value
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Quantity
from tiendo.text.numbers import NumberStyle, parse_number

_RATIO_OF = re.compile(r"/\s*(\d[\d.,]*)")


def ratio_denominator(lower: str, value: Value, style: NumberStyle) -> Figure | None:
    """The 411 of `261/411 thửa` with its place; None for a value that is no written ratio."""
    if value.quantity.of is None:
        return None
    found = _RATIO_OF.search(lower, value.start)
    if found is None:
        return None
    try:
        is_same = parse_number(found[1].rstrip(".,"), style) == value.quantity.of
    except ValueError:
        return None
    if not is_same:
        return None
    written = found[1].rstrip(".,")
    quantity = Quantity(
        low=value.quantity.of,
        high=value.quantity.of,
        written_unit=value.quantity.written_unit,
        unit=value.quantity.unit,
    )
    return Figure(start=found.start(1), end=found.start(1) + len(written), quote=written, quantity=quantity)
