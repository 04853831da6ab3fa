"""Ways to spoil one printed number in a text, as slips of typing do."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from itertools import pairwise

Span = tuple[int, int]
_UNIT = re.compile(r"\s*(nghìn tỷ|tỷ|triệu|nghìn)(?=\s)")
_OTHER_UNIT = {"nghìn tỷ": "tỷ", "tỷ": "triệu", "triệu": "tỷ", "nghìn": "triệu"}
_DIRECTION = re.compile(r"(tăng|giảm)(?=\s+(?:khoảng\s+|thêm\s+)?$)")
_REACH = 24  # characters before a number in which its "tăng" or "giảm" stands


def change_digit(text: str, span: Span, chance: random.Random) -> str | None:
    """One digit becomes another."""
    digits = [place for place in range(*span) if text[place].isdigit()]
    place = chance.choice(digits)
    others = [digit for digit in "0123456789" if digit != text[place] and not (digit == "0" and place == span[0])]
    return text[:place] + chance.choice(others) + text[place + 1 :]


def swap_digits(text: str, span: Span, chance: random.Random) -> str | None:
    """Two neighbouring digits change places."""
    digits = [place for place in range(*span) if text[place].isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if text[a] != text[b]]
    pairs = [(a, b) for a, b in pairs if not (a == span[0] and text[b] == "0")]
    if not pairs:
        return None
    first, second = chance.choice(pairs)
    return text[:first] + text[second] + text[first + 1 : second] + text[first] + text[second + 1 :]


def move_mark(text: str, span: Span, chance: random.Random) -> str | None:
    """The decimal comma moves by one place; a whole number of three digits and more gets one."""
    printed = text[slice(*span)]
    whole, comma, decimals = printed.partition(",")
    digits = whole.replace(".", "") + decimals
    places = len(decimals) + (chance.choice((-1, 1)) if comma else 1)
    if not 0 <= places < len(digits) or len(digits) < 2 or (not comma and len(digits) < 3):
        return None
    moved = digits[: len(digits) - places], digits[len(digits) - places :]
    written = f"{int(moved[0]):,}".replace(",", ".") + ("," + moved[1] if moved[1] else "")
    return text[: span[0]] + written + text[span[1] :]


def change_unit(text: str, span: Span, _chance: random.Random) -> str | None:
    """`tỷ` becomes `triệu`, and the like; None where the number has no such word behind it."""
    found = _UNIT.match(text, span[1])
    return None if found is None else text[: found.start(1)] + _OTHER_UNIT[found[1]] + text[found.end(1) :]


def change_sign(text: str, span: Span, _chance: random.Random) -> str | None:
    """`tăng` becomes `giảm` and the other way round; None where the number is no change."""
    found = _DIRECTION.search(text, max(0, span[0] - _REACH), span[0])
    if found is None:
        return None
    return text[: found.start()] + ("giảm" if found[1] == "tăng" else "tăng") + text[found.end() :]


CHANGES: Mapping[str, Callable[[str, Span, random.Random], str | None]] = {
    "digit": change_digit,
    "swap": swap_digits,
    "mark": move_mark,
    "unit": change_unit,
    "sign": change_sign,
}
