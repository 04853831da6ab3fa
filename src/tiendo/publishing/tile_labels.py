"""Names of places as they fit on a tile: in full on two lines, and as initials where a tile is small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

# The width of a letter in parts of its size: what the widest of the province's names take in the interface's typeface.
_WIDTH_OF_LETTER = 0.6
_MOST_LETTERS_OF_LAST = 3  # with more a short label is no short one


def label_lines(name: str, width: float, size: float) -> tuple[str, ...]:
    """The name on one line or two, broken between syllables; its initials where it does not fit.

    `width` and `size` (of the letters) are in the units of the drawing.
    """
    if fits(name, width, size):
        return (name,)
    words = name.split()
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    fitting = [half for half in halves if all(fits(line, width, size) for line in half)]
    return min(fitting, key=lambda half: max(map(len, half))) if fitting else (initials(name),)


def fits(words: str, width: float, size: float) -> bool:
    """Whether words in letters of this size are no wider than that."""
    return len(words) * size * _WIDTH_OF_LETTER <= width


def initials(name: str) -> str:
    """The first letters of the syllables: `Hoàng Văn Thụ` is `HVT`; digits stay whole."""
    words = name.replace("-", " ").split()
    return "".join(word if word.isdigit() else word[:1].upper() for word in words)


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Initials by code. Where several units share theirs, the last syllable grows until they differ.

    `Tân Tiến`, `Tân Tri` and `Tân Văn` become `TTi`, `TTr` and `TV`. Units with one last syllable show the first one
    in full: `BaS`, `BắcS`.
    """
    found: dict[str, str] = {}
    for letters in range(1, _MOST_LETTERS_OF_LAST + 1):
        short = {code: _with_last(name, letters) for code, name in names.items() if code not in found}
        times = Counter(short.values())
        found |= {code: text for code, text in short.items() if times[text] == 1}
    return found | {code: _with_first(name) for code, name in names.items() if code not in found}


def _with_last(name: str, letters: int) -> str:
    *others, last = name.split() or [""]
    return initials(" ".join(others)) + last[:1].upper() + last[1:letters]


def _with_first(name: str) -> str:
    first, *others = name.split() or [""]
    return first + initials(" ".join(others))
