"""Text in columns of a terminal: how wide it stands, cut, wrapped and padded."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

ELLIPSIS = "…"
DOT = " · "


def printable(text: str) -> str:
    """The text in NFC on one line, without characters that a terminal or an XML file would obey."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return line if line.isprintable() else "".join(filter(str.isprintable, line))


def width_of(text: str) -> int:
    """The columns that a terminal gives the text: combining marks none, wide letters two."""
    return sum(_width(letter) for letter in text)


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` columns, padded, or cut with an ellipsis."""
    shown = cut(text, width)
    space = " " * (width - width_of(shown))
    return space + shown if right else shown + space


def cut(text: str, width: int) -> str:
    """The text in at most `width` columns, with an ellipsis where something is missing."""
    if width_of(text) <= width:
        return text
    kept, used = [], width_of(ELLIPSIS)
    for letter in text:
        used += _width(letter)
        if used > width:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + ELLIPSIS


def wrapped(text: str, width: int) -> list[str]:
    """The text broken between words into lines of at most `width` columns; a longer word is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = cut(word, width)
    return [*lines, line]


def wrapped_items(items: Sequence[str], width: int) -> list[str]:
    """The items joined by dots, broken between items where they fit a line, else between their words."""
    lines: list[str] = []
    for item in items:
        joined = f"{lines[-1]}{DOT}{item}" if lines else item
        if lines and width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines += wrapped(item, width)
    return lines


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
