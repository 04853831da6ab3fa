"""Answers a query from the index: which entries, how many of each kind, in which order, and how it was understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from math import ceil

from tiendo.ledger.findable import Findable, Kind
from tiendo.web.search.index import Index
from tiendo.web.search.places import Bits, members
from tiendo.web.search.query import Asked, Likeness, Query, Term, Word, meant, read_query, readings, slipped
from tiendo.web.search.ranking import Ranked, ranked
from tiendo.web.search.spelling import WRITTEN_WORD, forms_of

# So many entries of a kind are looked at closely; of a word that stands in thousands, those with it in a name.
_RANKED = 40
_RANKED_WHILE_TYPING = 20
_ORDER_OF_KINDS = {kind: place for place, kind in enumerate(Kind)}
_MENDED = (Likeness.SLIP, Likeness.TYPED)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, with its score and the terms to mark in it."""

    entry: Findable
    score: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the query, and the entries that it finds."""

    asked: tuple[Asked, ...]
    words: tuple[Word, ...]
    bits: Bits

    @property
    def said(self) -> str:
        """Its words, folded."""
        return " ".join(one.key for one in self.asked)


@dataclass(frozen=True)
class Answer:
    """What a query finds. `whole` is false where no entry holds all its words: then it is those with most of them."""

    index: Index
    seen: Bits
    query: Query
    readings: tuple[Reading, ...]
    whole: bool

    @cached_property
    def bits(self) -> Bits:
        """All that was found."""
        bits = 0
        for reading in self.readings:
            bits |= reading.bits
        return bits

    @property
    def total(self) -> int:
        """How much was found."""
        return self.bits.bit_count()

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How much of each kind was found, the kind with the best hit first and those with none left out."""
        best = {kind: ranks[0] for kind, ranks in self._closely.items() if ranks}
        order = sorted(best, key=lambda kind: -best[kind].score)
        return {kind: (self.bits & self.index.kinds[kind]).bit_count() for kind in order}

    def hits(self, kind: Kind, first: int, last: int) -> list[Hit]:
        """The hits of a kind from the best on: those in the places from `first` up to and without `last`."""
        closely = self._closely[kind]
        ranks = closely[first:last]
        if last > len(closely):
            others = islice(self._others(kind), max(0, first - len(closely)), last - len(closely))
            ranks = [*ranks, *self._ranked(others)]
        return [self._hit(one) for one in ranks]

    def best(self, most: int) -> list[Hit]:
        """The best of all kinds."""
        return [self._hit(one) for one in self._of_all_kinds[:most]]

    @cached_property
    def understood(self) -> str | None:
        """The query as it was understood, where a word of it was mended for the best hit; else `None`."""
        if not self.whole or not self._of_all_kinds:
            return None
        best = self._of_all_kinds[0]
        asked = self.query.words
        if len(best.terms) != len(asked) or not any(term and term.likeness in _MENDED for term in best.terms):
            return None
        entry = self.index.entries[best.place]
        return " ".join(_understood(term, one, entry) for term, one in zip(best.terms, asked, strict=True))

    @cached_property
    def _of_all_kinds(self) -> list[Ranked]:
        return sorted(chain.from_iterable(self._closely.values()), key=self._order)

    @cached_property
    def _closely(self) -> Mapping[Kind, list[Ranked]]:
        """The entries of each kind that are looked at closely, the best first."""
        most = _RANKED_WHILE_TYPING if self.query.typing else _RANKED
        found = {}
        for kind, of_kind in self.index.kinds.items():
            likely = (islice(_likely(one.words, one.bits & of_kind), most) for one in self.readings)
            ranks = self._ranked(dict.fromkeys(chain.from_iterable(likely)))
            found[kind] = sorted(ranks, key=self._order)
        return found

    def _others(self, kind: Kind) -> Iterator[int]:
        """What was found beside the entries that are looked at closely, in the order of the index."""
        rest = self.bits & self.index.kinds[kind]
        for one in self._closely[kind]:
            rest &= ~(1 << one.place)
        return members(rest)

    def _ranked(self, places: Iterable[int]) -> list[Ranked]:
        """Each of the entries by the reading that it answers best."""
        return [
            max(
                (
                    ranked(place, reading.words, self.index, reading.said)
                    for reading in self.readings
                    if reading.bits >> place & 1
                ),
                key=lambda one: one.score,
            )
            for place in places
        ]

    def _order(self, one: Ranked) -> tuple[float, int, int, int]:
        entry = self.index.entries[one.place]
        return -one.score, _ORDER_OF_KINDS[entry.kind], len(entry.title), one.place

    def _hit(self, one: Ranked) -> Hit:
        terms = tuple(term for term in one.terms if term is not None)
        return Hit(self.index.entries[one.place], one.score, terms)


def find(index: Index, text: str, seen: Bits, *, typing: bool = False) -> Answer:
    """What a query finds among the entries that are seen; no other entry has any influence on the answer.

    All words have to be found, a word that nothing holds as the nearest that something does. Where that finds nothing,
    one of the words may be a slip; where that finds nothing either, words may be missing, up to half of them.
    """
    query = read_query(text, typing=typing)
    plain = [_plain(asked, query, index, seen) for asked in readings(query, index, seen)]
    for tried in (plain, [_with_a_slip(one, index, seen) for one in plain[:1]]):
        if found := tuple(one for one in tried if one.bits):
            return Answer(index, seen, query, found, whole=True)
    partial = (Reading(one.asked, one.words, _most_words(one.words)) for one in plain[:1])
    return Answer(index, seen, query, tuple(one for one in partial if one.bits), whole=False)


def _plain(asked: tuple[Asked, ...], query: Query, index: Index, seen: Bits) -> Reading:
    words = []
    for place, one in enumerate(asked):
        is_last = place == len(asked) - 1
        may_go_on = is_last and (query.typing or not index.knows(one.key, seen))
        words.append(meant(one, index, seen, may_go_on=may_go_on))
    return Reading(asked, tuple(words), _all_of([word.anywhere for word in words], seen))


def _with_a_slip(plain: Reading, index: Index, seen: Bits) -> Reading:
    """The reading where one of its words may be a slip, whichever."""
    words = tuple(slipped(word, one, index, seen) for word, one in zip(plain.words, plain.asked, strict=True))
    bits = 0
    for place, word in enumerate(words):
        others = [one.anywhere for other, one in enumerate(plain.words) if other != place]
        bits |= _all_of([word.anywhere, *others], seen)
    return Reading(plain.asked, words, bits)


def _all_of(sets: Sequence[Bits], seen: Bits) -> Bits:
    for one in sets:
        seen &= one
    return seen


def _most_words(words: Sequence[Word]) -> Bits:
    """The entries with as many of the words as any entry has, and at least half of them."""
    at_least = [0] * (len(words) + 1)
    for before, word in enumerate(words):
        for many in range(before + 1, 1, -1):
            at_least[many] |= at_least[many - 1] & word.anywhere
        at_least[1] |= word.anywhere
    enough = range(len(words), max(1, ceil(len(words) / 2)) - 1, -1)
    return next((at_least[many] for many in enough if at_least[many]), 0)


def _likely(words: Sequence[Word], bits: Bits) -> Iterator[int]:
    """Entries with all words in their names first, then those with one of them, then the others."""
    every, one = bits, 0
    for word in words:
        every &= word.in_names
        one |= word.in_names
    some = bits & one & ~every
    return chain(members(every), members(some), members(bits & ~some & ~every))


def _understood(term: Term | None, asked: Asked, entry: Findable) -> str:
    """A word of the query as it was understood: with the marks that were typed, else as the entry writes it."""
    if term is None or term.likeness is Likeness.BEGINNING or (asked.written and term.likeness is Likeness.SAME):
        return asked.raw
    if term.written:
        return term.written
    said = WRITTEN_WORD.findall(" ".join((entry.title, *entry.names, entry.context)))
    return next((word.lower() for word in said if forms_of(word)[0] == term.word), term.word)
