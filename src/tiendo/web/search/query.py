"""What somebody who typed a query may have meant: its words, and other ways to read them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from tiendo.text.folding import abbreviated, fold, spelled_alike, written_out
from tiendo.text.keystrokes import typed_word
from tiendo.text.unicode_forms import to_nfc
from tiendo.web.search.index import Index
from tiendo.web.search.places import Bits
from tiendo.web.search.spelling import written_words

LONGEST_QUERY = 200  # characters; the title of a resolution
MOST_WORDS = 16  # of the title of an indicator or of a document's subject; what follows is not looked for
_SHORTEST_PART = 2  # letters of a word in a row of words without blanks
_LONGEST_PART = 7  # "nghieng": no syllable has more letters
_LONGEST_ROW = 30  # letters of such a row
_LETTERS_AND_DIGITS = re.compile(r"[a-z]+|\d+")


class Likeness(IntEnum):
    """How a word of the query is found, the better the greater."""

    SLIP = 1
    BEGINNING = 2
    TYPED = 3  # raw keystrokes of Telex or VNI
    SAME = 4  # the same letters; whether the marks are the same is another question


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for, folded; `written` is how it has to be marked where the query says that.

    `needle` is how it stands in folded text, between blanks; a beginning has no blank behind it.
    """

    word: str
    likeness: Likeness
    written: str | None = None
    needle: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Made once, as it is looked for thousands of times."""
        needle = f" {self.word}" if self.likeness is Likeness.BEGINNING else f" {self.word} "
        object.__setattr__(self, "needle", needle)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the query: the terms that it may mean, the likeliest first, and the entries that hold one of them."""

    terms: tuple[Term, ...]
    anywhere: Bits
    in_names: Bits


@dataclass(frozen=True, slots=True)
class Asked:
    """A word as it was asked for: its key, what was typed, and with which marks, where the query has marks at all."""

    key: str
    raw: str
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a query. `typing` says that its last word may go on."""

    words: tuple[Asked, ...]
    typing: bool = False


def read_query(text: str, *, typing: bool = False) -> Query:
    """The words of a query; characters and words beyond the bounds are left out."""
    raw = [word for word in written_words(to_nfc(text[:LONGEST_QUERY])) if len(fold(word).split()) == 1][:MOST_WORDS]
    # Whoever writes marks means the words without marks as they stand too: "thu" is not "thủ".
    marked = any(not word.isascii() for word in raw)
    return Query(tuple(Asked(spelled_alike(fold(word)), word, word if marked else None) for word in raw), typing)


def readings(query: Query, index: Index, seen: Bits) -> list[tuple[Asked, ...]]:
    """The query, and other rows of words that mean the same.

    Abbreviations are written out and names that have one are written short; `nq62` and `ngansach` are taken apart.
    """
    said = " ".join(one.key for one in query.words)
    apart = [part for one in query.words for part in _apart(one.key, index, seen)]
    found = {said: query.words}
    for other in (written_out(said), abbreviated(said), " ".join(apart)):
        keys = spelled_alike(other).split()[:MOST_WORDS]
        found.setdefault(" ".join(keys), tuple(Asked(key, key) for key in keys))
    return [words for words in found.values() if words]


def _apart(word: str, index: Index, seen: Bits) -> Sequence[str]:
    """The parts of a word that nothing holds, where something holds each of them; else the word itself."""
    if index.knows(word, seen):
        return (word,)
    pieces: list[str] = _LETTERS_AND_DIGITS.findall(word)
    if len(pieces) > 1:
        return pieces if all(index.knows(piece, seen) for piece in pieces) else (word,)
    return _row(word, index, seen) or (word,)


def _row(word: str, index: Index, seen: Bits) -> tuple[str, ...] | None:
    """The fewest known words that make the word when they are written without blanks."""
    if not word.isalpha() or len(word) > _LONGEST_ROW:
        return None
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(_SHORTEST_PART, len(word) + 1):
        for begin in range(max(0, end - _LONGEST_PART), end - _SHORTEST_PART + 1):
            before, held = best[begin], best[end]
            is_shorter = before is not None and (held is None or len(before) + 1 < len(held))
            if before is not None and is_shorter and index.knows(word[begin:end], seen):
                best[end] = (*before, word[begin:end])
    return best[-1]


def meant(asked: Asked, index: Index, seen: Bits, *, may_go_on: bool) -> Word:
    """What a word may mean: itself, the word of its raw keystrokes, and the words that begin with it.

    The last only where it may go on; where all that is nothing, the words that are a slip away.
    """
    terms: list[Term] = []
    if index.knows(asked.key, seen):
        terms.append(Term(asked.key, Likeness.SAME, asked.written))
    typed = typed_word(asked.raw)
    key = spelled_alike(fold(typed)) if typed else asked.key
    if key != asked.key and index.knows(key, seen):
        terms.append(Term(key, Likeness.TYPED, typed))
    longer = index.beginning_with(asked.key) if may_go_on else ()
    if index.holding(longer) & seen:
        terms.append(Term(asked.key, Likeness.BEGINNING))
    words = (*(term.word for term in terms), *longer)
    word = Word(tuple(terms), index.holding(words) & seen, index.in_names.of(words) & seen)
    return word if terms else slipped(word, asked, index, seen)


def slipped(word: Word, asked: Asked, index: Index, seen: Bits) -> Word:
    """The word, where it may be a slip too."""
    slips = index.slips_of(asked.key, seen)
    return replace(
        word,
        terms=(*word.terms, *(Term(slip, Likeness.SLIP) for slip in slips)),
        anywhere=word.anywhere | (index.holding(slips) & seen),
        in_names=word.in_names | (index.in_names.of(slips) & seen),
    )
