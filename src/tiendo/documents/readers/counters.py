"""Spells the counter of a list in the number formats that Word and HTML share."""

from __future__ import annotations

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LETTERS = 26
# Beyond this no list is numbered in Roman numerals or letters.
_LARGEST_SPELT = 3999


def spelt(number: int, style: str) -> str:
    """A counter in one of Word's number formats (`upperRoman`, `lowerLetter` …), else as an Arabic number."""
    if style == "decimalZero":
        return f"{number:02}"
    if 1 <= number <= _LARGEST_SPELT:
        match style:
            case "upperRoman":
                return _roman(number)
            case "lowerRoman":
                return _roman(number).lower()
            case "upperLetter":
                return _letters(number).upper()
            case "lowerLetter":
                return _letters(number)
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    """The Latin alphabet without đ, as both formats print it: a, …, z, aa, bb."""
    repeats, index = divmod(number - 1, _LETTERS)
    return chr(ord("a") + index) * (repeats + 1)
