"""Numbers in words: `hai trăm linh ba nghìn` is 203,000, and the other way round."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_UNITS = {word: value for value, word in enumerate(_DIGITS)} | {"bẩy": 7}
# The last digit changes its word behind a ten: "hai mươi mốt, hai mươi tư, hai mươi lăm".
# "năm" never stands there: "hai mươi năm" are twenty years.
_AFTER_TEN = {word: value for word, value in _UNITS.items() if value not in (0, 5)} | {"lăm": 5, "nhăm": 5}
_AFTER_TENS = {word: value for word, value in _AFTER_TEN.items() if value != 1} | {"mốt": 1, "tư": 4}
_ZERO_TEN = frozenset(("linh", "lẻ"))
_TENS = frozenset(("mươi", "chục"))
_SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}
_HUNDRED = "trăm"
_POINT = "phẩy"
_HALF = "rưỡi"
_HIGHEST = 10**18  # "tỷ tỷ" and beyond is nobody's way to write a number

_VOCABULARY = sorted(
    {*_UNITS, *_AFTER_TENS, *_ZERO_TEN, *_TENS, *_SCALES, _HUNDRED, _POINT, _HALF, "mười"}, key=len, reverse=True
)
_WORDS = re.compile(rf"(?:{'|'.join(_VOCABULARY)})(?!\w)(?:,?\s+(?:{'|'.join(_VOCABULARY)})(?!\w))*", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def parse_number_words(words: str) -> Decimal | None:
    """The value of a number written in words; `None` where the words are none.

    `"hai phẩy năm triệu"` is 2,500,000, `"ba tỷ rưỡi"` 3,500,000,000.
    """
    tokens = words.lower().replace(",", " ").split()
    return _value(tokens) if tokens else None


def read_number_words(text: str, start: int = 0) -> tuple[Decimal, int] | None:
    """The number in words that begins exactly at `start` (`hai` in `hai trung tâm`) and where it ends.

    The longest run of words that is a number counts, so `hai mươi năm` gives 20.
    """
    run = _WORDS.match(text, start)
    ends = [word.end() for word in _WORD.finditer(text, start, run.end())] if run else []
    for end in reversed(ends):
        if (value := parse_number_words(text[start:end])) is not None:
            return value, end
    return None


def number_words(value: int) -> str:
    """A whole number from 0 to 10^18 - 1 in words, as official writing has it (`linh`, `nghìn`, `tỷ`)."""
    if not 0 <= value < _HIGHEST:
        raise ValueError(f"{value} cannot be written in words: it is outside 0 … {_HIGHEST - 1}")
    return " ".join(_billions(value)) or _DIGITS[0]


def _billions(value: int) -> list[str]:
    above, below = divmod(value, 10**9)
    return [*_below_billion(above), "tỷ", *_below_billion(below, inner=True)] if above else _below_billion(below)


def _below_billion(value: int, *, inner: bool = False) -> list[str]:
    words: list[str] = []
    for scale, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group = value // scale % 1000
        if group:
            words += _group(group, inner=inner or bool(words))
            words += [name] if name else []
    return words


def _group(value: int, *, inner: bool) -> list[str]:
    """The words of 1 to 999; `inner` groups say their zero hundred (`không trăm linh năm`)."""
    hundreds, rest = divmod(value, 100)
    tens, units = divmod(rest, 10)
    words = [_DIGITS[hundreds], _HUNDRED] if hundreds or inner else []
    if not rest:
        return words
    if tens == 0:
        return [*words, "linh", _DIGITS[units]] if words else [_DIGITS[units]]
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units == 1 and tens > 1:
        return [*words, "mốt"]
    return [*words, "lăm" if units == 5 else _DIGITS[units]] if units else words


def _value(tokens: list[str]) -> Decimal | None:
    if tokens[-1] == _HALF:
        return _with_half(tokens[:-1])
    if _POINT in tokens:
        return _with_decimals(tokens)
    whole = _whole(tokens)
    return None if whole is None else Decimal(whole)


def _with_half(tokens: list[str]) -> Decimal | None:
    scale = {**_SCALES, _HUNDRED: 100, "chục": 10}.get(tokens[-1]) if tokens else None
    whole = _whole(tokens) if scale else None
    return None if whole is None or scale is None else Decimal(whole) + Decimal(scale) / 2


def _with_decimals(tokens: list[str]) -> Decimal | None:
    """`hai phẩy năm triệu`: digit by digit, or as a number of two digits, then perhaps a scale."""
    scale = 1
    while tokens[-1] in _SCALES:
        scale *= _SCALES[tokens[-1]]
        tokens = tokens[:-1]
    point = tokens.index(_POINT)
    whole, decimals = _whole(tokens[:point]), tokens[point + 1 :]
    if whole is None or not decimals:
        return None
    if all(token in _UNITS for token in decimals):
        digits = "".join(str(_UNITS[token]) for token in decimals)
    else:
        number = _whole(decimals)
        if number is None or number > 99:
            return None
        digits = str(number)
    return Decimal(f"{whole}.{digits}") * scale


def _whole(tokens: list[str], *, inner: bool = False) -> int | None:
    """Scales from the largest down; what stands before one is a number of its own (`hai nghìn tỷ`).

    `inner` tokens follow a scale word, where zeros are said (`không trăm linh năm`, `linh năm`).
    """
    for scale in (10**9, 10**6, 10**3):
        place = next((index for index, token in enumerate(tokens) if _SCALES.get(token) == scale), None)
        if place is None:
            continue
        above = _whole(tokens[:place], inner=inner)
        below = _whole(tokens[place + 1 :], inner=True) if tokens[place + 1 :] else 0
        if above is None or below is None or below >= scale or (above == 0 and not inner):
            return None
        return above * scale + below
    return _hundreds(tokens, inner=inner)


def _hundreds(tokens: list[str], *, inner: bool) -> int | None:
    if _HUNDRED not in tokens:
        return _tens(tokens, inner=inner)
    hundreds = _UNITS.get(tokens[0], 0)
    if tokens.index(_HUNDRED) != 1 or (hundreds == 0 and not (inner and tokens[0] == _DIGITS[0])):
        return None
    rest = _tens(tokens[2:], inner=True) if tokens[2:] else 0
    return None if rest is None else hundreds * 100 + rest


def _tens(tokens: list[str], *, inner: bool) -> int | None:
    """0 to 99. An inner digit alone is refused: "hai trăm ba" is 203 to one reader and 230 to another."""
    match tokens:
        case [unit] if not inner and unit in _UNITS:
            return _UNITS[unit]
        case [zero, unit] if inner and zero in _ZERO_TEN and (unit in _UNITS or unit == "tư"):
            return _UNITS.get(unit, 4)
        case ["mười"]:
            return 10
        case ["mười", unit] if unit in _AFTER_TEN:
            return 10 + _AFTER_TEN[unit]
        case [ten, word] if word in _TENS and _UNITS.get(ten, 0) > (word == "mươi"):
            return _UNITS[ten] * 10
        case [ten, "mươi", unit] if _UNITS.get(ten, 0) > 1 and unit in _AFTER_TENS:
            return _UNITS[ten] * 10 + _AFTER_TENS[unit]
    return None
