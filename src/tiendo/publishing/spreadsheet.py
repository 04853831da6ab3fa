"""What may stand in a cell of a file that spreadsheets open."""

from __future__ import annotations

import re
from decimal import Decimal

# What makes a spreadsheet run a cell. Document text must stay text.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


_NEGATIVE = re.compile(r"-[0-9][0-9.,]*")  # a number that a document prints, and nothing more


def cell(value: object) -> str:
    """The value as a cell: nothing for `None`, `true` or `false`, numbers with a point, other text disarmed.

    Text that a spreadsheet could run as a formula is preceded by an apostrophe.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case int() | float():
            return str(value)
        case _:
            text = str(value)
            armed = text.startswith(FORMULA_SIGNS) and not _NEGATIVE.fullmatch(text)
            return f"'{text}" if armed else text
