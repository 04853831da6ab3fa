"""Characters that can be printed: a file of XML or a PDF that is to be kept cannot hold the others at all."""

from __future__ import annotations

from unicodedata import category

# Control characters, halves of surrogate pairs, private and unassigned code points: nobody can say what they mean.
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_KEPT = frozenset("\t\n")


def printable(text: str) -> str:
    """The text without the characters that no form of a report can hold."""
    if text.isprintable():
        return text
    return "".join(letter for letter in text if letter in _KEPT or category(letter) not in _UNPRINTABLE)
