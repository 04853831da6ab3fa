"""Everything that can be found, with the words that it is called by and the words that it says."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tiendo.ledger.findable import Findable, Kind
from tiendo.web.search.places import Bits, Places, bits_of
from tiendo.web.search.spelling import Spelling, keys_of

BARRIER = "|"  # between two names of a thing: no phrase reaches over it
_SHORTEST_SLIP = 4  # letters; of shorter words every second one is a slip of the other
_SHORTEST_TWO_SLIPS = 8
_MOST_SLIPS = 8  # words that one misspelt word may mean
_BEYOND_LETTERS = "{"  # behind "z", so behind every word that begins with the same letters


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """All entries with their words. `names` and `texts` hold folded words between blanks, ready to be looked into.

    `codes` are the numbers and symbols of each entry, folded, and `by_code` the entries of each; `documents` leads
    from the root of a document to its entry.
    """

    entries: tuple[Findable, ...]
    names: tuple[str, ...]
    texts: tuple[str, ...]
    in_names: Places
    in_texts: Places
    kinds: Mapping[Kind, Bits]
    codes: tuple[tuple[str, ...], ...]
    by_code: Mapping[str, Bits]
    documents: Mapping[int, int]
    vocabulary: tuple[str, ...]
    by_length: Mapping[int, tuple[str, ...]]

    def holding(self, words: Sequence[str]) -> Bits:
        """The entries that hold one of the words."""
        return self.in_names.of(words) | self.in_texts.of(words)

    def knows(self, word: str, seen: Bits) -> bool:
        """Whether one of these entries holds the word."""
        return bool(self.holding((word,)) & seen)

    def beginning_with(self, start: str) -> tuple[str, ...]:
        """All words that begin so."""
        first = bisect_left(self.vocabulary, start)
        return self.vocabulary[first : bisect_left(self.vocabulary, start + _BEYOND_LETTERS, first)]

    def slips_of(self, word: str, seen: Bits) -> tuple[str, ...]:
        """The words, of these entries only, that somebody may have meant who wrote this one, the nearest first.

        Swapped neighbours are one slip, like a letter that is wrong, missing or too many. Numbers have no slips.
        """
        if len(word) < _SHORTEST_SLIP or not word.isalpha():
            return ()
        most = 2 if len(word) >= _SHORTEST_TWO_SLIPS else 1
        near = [
            (distance, other[0] != word[0], other)
            for length in range(len(word) - most, len(word) + most + 1)
            for other, distance, _ in process.extract(
                word, self.by_length.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=None
            )
            if distance and self.knows(other, seen)
        ]
        return tuple(other for _, _, other in sorted(near)[:_MOST_SLIPS])


def build_index(entries: Iterable[Findable]) -> Index:
    """The index of these entries; of equally good ones the earlier is shown first."""
    held = tuple(entries)
    spelling = Spelling()
    names = tuple(_names(one, spelling) for one in held)
    texts = tuple(_text(one, spelling) for one in held)
    codes = tuple(tuple(" ".join(keys_of(code, spelling)) for code in one.codes) for one in held)
    in_names, in_texts = Places(names, len(held)), Places(texts, len(held))
    vocabulary = tuple(sorted({*in_names, *in_texts} - {BARRIER}))
    return Index(
        entries=held,
        names=names,
        texts=texts,
        in_names=in_names,
        in_texts=in_texts,
        kinds={kind: bits_of(one.kind is kind for one in held) for kind in Kind},
        codes=codes,
        by_code=_by_code(codes),
        documents={one.document: n for n, one in enumerate(held) if one.kind is Kind.DOCUMENT and one.document},
        vocabulary=vocabulary,
        by_length=_by_length(vocabulary),
    )


def _names(one: Findable, spelling: Spelling) -> str:
    called = dict.fromkeys((one.title, one.english, *one.names, *one.codes))
    phrases = [" ".join(keys_of(name, spelling)) for name in called if name]
    return f" {BARRIER} {f' {BARRIER} '.join(filter(None, phrases))} {BARRIER} "


def _text(one: Findable, spelling: Spelling) -> str:
    return f" {' '.join(keys_of(' '.join((one.context, *one.place)), spelling))} "


def _by_code(codes: Iterable[Iterable[str]]) -> dict[str, Bits]:
    found: dict[str, Bits] = defaultdict(int)
    for place, of_one in enumerate(codes):
        for code in of_one:
            found[code] |= 1 << place
    return dict(found)


def _by_length(vocabulary: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Words without digits by their length: only these have slips."""
    found: dict[int, list[str]] = defaultdict(list)
    for word in filter(str.isalpha, vocabulary):
        found[len(word)].append(word)
    return {length: tuple(words) for length, words in found.items()}
