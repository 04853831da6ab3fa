"""Reads the name of one body word by word: where it begins, what may stand in it, and where it ends."""

from __future__ import annotations

from typing import NamedTuple

from tiendo.extraction.action_words import ACTIONS, PHRASE_ENDS
from tiendo.extraction.body_words import (
    COLLECTIVE_NOUNS,
    COMPLETE_HEADS,
    COURTESIES,
    DETERMINERS,
    DOCUMENT_WORDS,
    FINAL_HEADS,
    GENERIC_HEADS,
    LOWER_NAMES,
    MODIFIERS,
    NAME_PHRASES,
    NAMED_HEADS,
    NO_BODIES,
    NO_BODIES_ALONE,
    PLACES,
    SECTORS,
    TERRITORIES,
    VERBAL_NAMES,
    WHOLE_HEADS,
)
from tiendo.extraction.words import Words

# A phrase in lower case that runs longer than this without a capital is no name any more: an unknown verb
# stands in it, and the name is cut behind its first words.
_LONGEST_LOWER_RUN = 9
_LOWER_WORDS_KEPT = 2
# A bracket behind a name that repeats it in other words: "(Tập đoàn …)", "(ACV)".
_LONGEST_BRACKET = 7
# How far behind a comma the "và" of a name in three parts may stand: "Văn hóa, Thể thao và Du lịch".
_LONGEST_NAME_PART = 4
_HEADS = (DETERMINERS, COMPLETE_HEADS, NAMED_HEADS, TERRITORIES, GENERIC_HEADS)
FIRST_WORDS = frozenset().union(*(phrases.first_words for phrases in (*_HEADS, COURTESIES)))
"""The words that bodies begin with."""


class _Form(NamedTuple):
    """How a name may go on.

    `joins` lets commas add plain nouns (`các sở, ban, ngành`), `named` parts of the name (`Văn hóa, Thể thao
    và Du lịch`); behind a `closed` one only places follow, so that any other word in lower case is a verb.
    """

    joins: bool = False
    named: bool = False
    closed: bool = False


class Item(NamedTuple):
    """A body of a list: its words from `first` to before `end`; a plural may be followed by bare names."""

    first: int
    end: int
    plural: bool


_PLAIN = _Form()
_COLLECTIVE = _Form(joins=True)
_CLOSED = _Form(closed=True)
_PLURALS = frozenset(("các", "cấp"))
_GOES_ON = frozenset(("các", "cấp", "của", "khóa"))  # what may follow a closed name beside places


class NameReader:
    """Reads names of bodies from the words of one text."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def item(self, index: int) -> Item | None:
        """The body whose first word stands at `index`."""
        words = self.words
        index += COURTESIES.length_at(words, index)
        generic = GENERIC_HEADS.length_at(words, index)
        if NO_BODIES.length_at(words, index) > generic:
            return None
        length = DETERMINERS.length_at(words, index)
        if length:
            return self._collective(index, index + length)
        if words[index].is_capital:
            complete, named = COMPLETE_HEADS.length_at(words, index), NAMED_HEADS.length_at(words, index)
            if complete >= max(named, generic, 1):
                return self._complete(index, index + complete)
            if named >= max(generic, 1):
                return self._named(index, index + named)
        if generic:
            whole = WHOLE_HEADS.length_at(words, index) > 0
            return self.tail(index, index + generic, _COLLECTIVE._replace(closed=whole))
        return self._territory(index) if TERRITORIES.length_at(words, index) else None

    def _begins_body(self, index: int) -> bool:
        """Whether a word begins the name of a body, without reading the name."""
        return any(phrases.length_at(self.words, index) for phrases in _HEADS)

    def _collective(self, first: int, noun: int) -> Item | None:
        """`các sở, ban, ngành`, `từng bộ`, `một số cơ quan liên quan`."""
        words = self.words
        known = COLLECTIVE_NOUNS.length_at(words, noun) or GENERIC_HEADS.length_at(words, noun)
        known = known or TERRITORIES.length_at(words, noun)
        if not known and not (words[noun].is_capital and not NO_BODIES.length_at(words, noun)):
            return None
        form = _COLLECTIVE._replace(closed=WHOLE_HEADS.length_at(words, noun) > 0)
        return self.tail(first, noun + max(known, 1), form)._replace(plural=True)

    def _complete(self, first: int, index: int) -> Item | None:
        """`Chính phủ`, `UBND các huyện`, `Công an tỉnh`: a head that needs no name."""
        # "của Chính phủ Quy định chi tiết …": some print the verb of a title with a capital.
        if FINAL_HEADS.length_at(self.words, first) and PHRASE_ENDS.length_at(self.words, index):
            return Item(first, index, plural=False)
        if NO_BODIES_ALONE.length_at(self.words, first) and not self.words[index].is_capital:
            return None
        if WHOLE_HEADS.length_at(self.words, first):
            return self.tail(first, index, _CLOSED)
        office = self._office_behind(index)
        if office is not None:
            return office._replace(first=first)
        plain_noun = not self.words[index].is_capital and COLLECTIVE_NOUNS.length_at(self.words, index)
        return self.tail(first, index, _COLLECTIVE if plain_noun else _PLAIN)

    def _office_behind(self, index: int) -> Item | None:
        """The office of a head: `Thường trực Ban chỉ huy phòng chống thiên tai` goes on as the office does."""
        length = NAMED_HEADS.length_at(self.words, index)
        return self._named(index, index + length) if length > 1 and self.words[index].is_capital else None

    def _named(self, first: int, index: int) -> Item | None:
        """`Sở Tài chính`, `Ban Quản lý dự án …`: a head whose name follows."""
        word = self.words[index]
        fixed = self._fixed_at(index, named=True)
        if not (fixed or (word.form[0].isalpha() and (word.is_capital or self._may_be_named_so(index)))):
            # "Ban Chỉ đạo đôn đốc …": a head in two words may stand for itself.
            return Item(first, index, plural=False) if index - first > 1 else None
        # "Sở Tài chính": the field is the whole name; "Ban Quản lý …" goes on with what is managed.
        closed = index - first == 1 and word.is_capital and SECTORS.length_at(self.words, index) == fixed > 0
        return self.tail(first, index + (fixed or 1), _Form(named=True, closed=closed))

    def _may_be_named_so(self, index: int) -> bool:
        """A name in lower case: `Sở giao thông vận tải`, `Ban quản lý dự án`."""
        words = self.words
        return bool(LOWER_NAMES.length_at(words, index)) or not PHRASE_ENDS.length_at(words, index)

    def _territory(self, index: int) -> Item | None:
        """`tỉnh Lâm Đồng`, `huyện Bình Gia`, or `Tỉnh` for the province that is spoken of."""
        words = self.words
        name = index + TERRITORIES.length_at(words, index)
        if words[name].is_capital and not ACTIONS.length_at(words, name):
            return self.tail(index, name, _CLOSED)
        return Item(index, name, plural=False) if words[index].is_capital else None

    def tail(self, first: int, index: int, form: _Form = _PLAIN) -> Item:
        """Goes on to the end of the name."""
        lower_run = 0
        while (step := self._step(index, form)) > 0:
            word = self.words[index]
            form = form._replace(
                joins=form.joins or word.key in _PLURALS,
                closed=form.closed or (not word.is_capital and PLACES.length_at(self.words, index) > 0),
            )
            lower_run = 0 if step > 1 or word.is_capital else lower_run + 1
            index += step
            if word.form == "(":  # a bracket that repeats the name ends it
                break
            if lower_run > _LONGEST_LOWER_RUN:
                index += _LOWER_WORDS_KEPT - lower_run
                break
        return Item(first, index, plural=form.joins)

    def _step(self, index: int, form: _Form) -> int:
        """How many words at `index` belong to the name; 0 where it ends."""
        words = self.words
        word = words[index]
        if not word.is_word:
            return self._step_over_mark(index, form)
        if word.key == "và":
            return self._step_over_and(index, form)
        fixed = MODIFIERS.length_at(words, index) if form.closed else self._fixed_at(index, named=form.named)
        if fixed or (word.is_capital and not self._breaks_capitals(index)):
            return fixed or 1
        if word.key == "từ":
            return self._range_of_places(index)
        place = PLACES.length_at(words, index)
        if place or (form.closed and word.key not in _GOES_ON):
            return place
        return 0 if PHRASE_ENDS.length_at(words, index) else 1

    def _fixed_at(self, index: int, *, named: bool) -> int:
        """The length of a set phrase of names that stands at `index`; activities belong to `named` offices only."""
        words = self.words
        if words[index].is_capital and (sector := SECTORS.length_at(words, index)):
            return sector
        phrase = MODIFIERS.length_at(words, index) or NAME_PHRASES.length_at(words, index)
        return phrase or (VERBAL_NAMES.length_at(words, index) if named else 0)

    def _breaks_capitals(self, index: int) -> bool:
        """In a title in capitals only the words tell where a name ends: `CỦA UBND TỈNH VỀ VIỆC …`."""
        both = self.words[index - 1].form + self.words[index].form
        return both.isupper() and both.isalpha() and PHRASE_ENDS.length_at(self.words, index) > 0

    def _range_of_places(self, index: int) -> int:
        """`các tỉnh từ Thanh Hóa đến Phú Yên`: how many words `từ … đến …` has; 0 where no places stand there."""
        middle = self._behind_capitals(index + 1)
        end = self._behind_capitals(middle + 1)
        is_range = index + 1 < middle < end - 1 and self.words[middle].key in ("đến", "tới")
        return end - index if is_range else 0

    def _behind_capitals(self, index: int) -> int:
        while self.words[index].is_capital:
            index += 1
        return index

    def _step_over_mark(self, index: int, form: _Form) -> int:
        words = self.words
        mark, following = words[index].form, words[index + 1]
        if mark in "-–":
            # "Sở Tài chính - Sở Nội vụ" is a list; "Ban Kinh tế - Ngân sách" and "Đồng Đăng - Lạng Sơn" are names.
            if any(heads.length_at(words, index + 1) for heads in (NAMED_HEADS, WHOLE_HEADS, DETERMINERS)):
                return 0
            goes_on = following.is_word and (following.is_capital or not PHRASE_ENDS.length_at(words, index + 1))
            return 2 if goes_on else 0
        if mark == "(":
            return self._bracket(index)
        if mark == "," and form.joins and (noun := self._joined_noun(index + 1)):
            return 1 + noun
        return 2 if mark == "," and form.named and self._is_part_of_name(index + 1) else 0

    def _step_over_and(self, index: int, form: _Form) -> int:
        if form.joins and (noun := self._joined_noun(index + 1)):
            return 1 + noun
        return 2 if form.named and self._is_bare_name(index + 1) else 0

    def _joined_noun(self, index: int) -> int:
        """The length of a plain noun that goes on with a collective: `ban` in `các sở, ban, ngành`."""
        words = self.words
        noun = COLLECTIVE_NOUNS.length_at(words, index)
        if words[index].is_capital and not (words[index].form.isupper() or self._ends_noun(index + noun)):
            return 0
        place = TERRITORIES.length_at(words, index) and words[index + noun].is_capital
        return 0 if place or GENERIC_HEADS.length_at(words, index) > noun else noun

    def _ends_noun(self, index: int) -> bool:
        """Where a noun printed with a capital has no name behind it: `các Sở, Ban, Ngành tỉnh`."""
        words = self.words
        joined = not words[index].is_word or words[index].key == "và"
        return joined or any(phrases.length_at(words, index) for phrases in (PLACES, MODIFIERS))

    def _bracket(self, index: int) -> int:
        words = self.words
        if not words[index + 1].is_capital:
            return 0
        for length in range(2, _LONGEST_BRACKET + 2):
            if words[index + length].form == ")":
                return length + 1
        return 0

    def _is_bare_name(self, index: int) -> bool:
        """A capitalised word that begins neither a body nor the name of a document."""
        words = self.words
        return words[index].is_capital and not DOCUMENT_WORDS.length_at(words, index) and not self._begins_body(index)

    def _is_part_of_name(self, index: int) -> bool:
        """The middle of a name in three parts: a bare name, and soon `và` with another."""
        if not self._is_bare_name(index):
            return False
        for ahead in range(index + 1, index + 1 + _LONGEST_NAME_PART):
            if self.words[ahead].key == "và":
                return self._is_bare_name(ahead + 1)
            if not self.words[ahead].is_word:
                return False
        return False
