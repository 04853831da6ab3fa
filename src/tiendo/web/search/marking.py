"""Which words of a text were looked for, and the part of a long text in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiendo.text.unicode_forms import to_nfc
from tiendo.web.search.query import Likeness, Term
from tiendo.web.search.spelling import WRITTEN_WORD, forms_of, written_words

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
        if begin > end:
            pieces.append(Piece(text[end:begin]))
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


def _found(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """The stretches to mark: words side by side as one.

    A word that stands alone is left out where it stands beside others elsewhere: of `Sở Tài chính và Sở Y tế` a query
    for `Sở Y tế` means the second half.
    """
    stretches: list[list[re.Match[str]]] = []
    for word in _words(text, terms):
        is_next = stretches and text[stretches[-1][-1].end() : word.start()].isspace()
        if is_next:
            stretches[-1].append(word)
        else:
            stretches.append([word])
    in_company = {_key(word) for stretch in stretches if len(stretch) > 1 for word in stretch}
    kept = (stretch for stretch in stretches if len(stretch) > 1 or _key(stretch[0]) not in in_company)
    return [(stretch[0].start(), stretch[-1].end()) for stretch in kept]


def _words(text: str, terms: Sequence[Term]) -> Iterator[re.Match[str]]:
    """The words that were looked for; where some have the marks that were asked for, only these."""
    written = set(written_words(text)) if any(term.written for term in terms) else set()
    exact = {term.written for term in terms if term.written in written}
    keys = {term.word for term in terms if term.written not in written and not _is_begun(term)}
    begun = tuple(term.word for term in terms if _is_begun(term))
    for found in WRITTEN_WORD.finditer(text):
        key, with_marks = forms_of(found[0])
        if key in keys or with_marks in exact or (begun and key.startswith(begun)):
            yield found


def _key(found: re.Match[str]) -> str:
    return forms_of(found[0])[0]


def _is_begun(term: Term) -> bool:
    return term.likeness is Likeness.BEGINNING
