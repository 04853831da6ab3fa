"""Which words of a text were looked for, and the part of a long text in which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiendo.text.folding import fold, spelled_alike
from tiendo.text.unicode_forms import to_nfc
from tiendo.web.search.query import Likeness, Term
from tiendo.web.search.spelling import WRITTEN_WORD

_BEFORE = 40  # characters that a cut text shows in front of the first word that was found
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `marked` where it is a word that was looked for. Plain text, not yet escaped."""

    text: str
    marked: bool = False


def marked(text: str, terms: Sequence[Term]) -> list[Piece]:
    """The whole text in pieces."""
    text = to_nfc(text)
    pieces: list[Piece] = []
    end = 0
    for begin, until in _found(text, terms):
        between = text[end:begin]
        if pieces and between.isspace():  # one mark for words that stand side by side
            pieces[-1] = Piece(pieces[-1].text + text[end:until], marked=True)
        else:
            pieces += [Piece(between)] if between else []
            pieces.append(Piece(text[begin:until], marked=True))
        end = until
    return [*pieces, Piece(text[end:])] if end < len(text) else pieces


def excerpt(text: str, terms: Sequence[Term], longest: int) -> list[Piece]:
    """The text in pieces, cut between words to about `longest` characters around the first word that was found."""
    text = to_nfc(text)
    if len(text) <= longest:
        return marked(text, terms)
    first = next((begin for begin, _ in _found(text, terms)), 0)
    begin = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE) + 1
    begin = min(begin, first)
    end = len(text) if begin + longest >= len(text) else text.rfind(" ", begin, begin + longest)
    end = end if end > first else min(len(text), begin + longest)
    cut = (ELLIPSIS if begin else "") + text[begin:end] + (ELLIPSIS if end < len(text) else "")
    return marked(cut, terms)


def _found(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    whole = {term.word for term in terms if term.likeness is not Likeness.BEGINNING}
    begun = tuple(term.word for term in terms if term.likeness is Likeness.BEGINNING)
    for found in WRITTEN_WORD.finditer(text):
        key = spelled_alike(fold(found[0]))
        if key in whole or (begun and key.startswith(begun)):
            yield found.span()
