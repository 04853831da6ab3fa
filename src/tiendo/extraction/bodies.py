"""The noun phrases that name bodies: where a name begins and ends, and how a list of them is cut.

`Sở Văn hóa, Thể thao và Du lịch, UBND các huyện, thành phố` holds two names: commas and `và` may stand
inside a name, so the list is read word by word from the heads that names begin with (language.md 8.1,
agencies.md 6.5, and the rulings on bodies of the record contract).
"""

from __future__ import annotations

from typing import NamedTuple

from tiendo.extraction.action_words import ACTIONS, PHRASE_ENDS
from tiendo.extraction.body_names import FIRST_WORDS, Item, NameReader
from tiendo.extraction.body_words import DOCUMENT_WORDS, SECTORS, SEPARATORS
from tiendo.extraction.words import Words, first_key


class BodyList(NamedTuple):
    """The names of a list of bodies, each as written, and where the list ends in the text."""

    names: tuple[str, ...]
    start: int
    end: int


def read_bodies(text: str, position: int = 0) -> BodyList | None:
    """The list of bodies that begins at `position` (blanks aside), or `None` where none does."""
    return _ListReader(text, position).read() if _may_begin(text, position) else None


def read_body(text: str, position: int = 0) -> BodyList | None:
    """The single body that begins at `position`, without what a list adds to it."""
    return _ListReader(text, position).read(single=True) if _may_begin(text, position) else None


def _may_begin(text: str, position: int) -> bool:
    """Most places where a body might stand hold none; their first word already says so."""
    return first_key(text, position) in FIRST_WORDS


class _ListReader:
    """Walks the bodies of one list."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.words = Words(text, position)
        self.names = NameReader(self.words)

    def read(self, *, single: bool = False) -> BodyList | None:
        item = self.names.item(0)
        if item is None:
            return None
        items = [item]
        names = self.names_behind_colon(item)
        if names:
            items = names
        while not single and (following := self.following(items[-1])) is not None:
            names = self.names_behind_colon(following)
            items.extend(names or [following])
        return BodyList(
            tuple(self.written(item) for item in items),
            self.words[items[0].first].start,
            self.words[items[-1].end - 1].end,
        )

    def written(self, item: Item) -> str:
        span = self.text[self.words[item.first].start : self.words[item.end - 1].end]
        return " ".join(span.split())

    def following(self, item: Item) -> Item | None:
        """The next body of the list, or `None` where the list ends with `item`."""
        index = item.end
        length = SEPARATORS.length_at(self.words, index)
        if length == 0:
            return None
        index += length
        found = self.names.item(index)
        if found is not None:
            return found
        return self.bare_name(index) if item.plural and self.ends_in_name(item) else None

    def ends_in_name(self, item: Item) -> bool:
        """True for `các tỉnh Bắc Ninh`, which bare names may follow."""
        return any(self.words[index].is_capital for index in range(item.first + 1, item.end))

    def bare_name(self, index: int) -> Item | None:
        """A name without head: `Gia Lai` behind `các tỉnh Bắc Ninh,`."""
        words = self.words
        length = SECTORS.length_at(words, index)
        if not words[index].is_capital or (not length and DOCUMENT_WORDS.length_at(words, index)):
            return None
        if ACTIONS.length_at(words, index) and not (length and self.ends_at(index + length)):
            return None
        return self.names.tail(index, index + (length or 1))._replace(plural=True)

    def ends_at(self, index: int) -> bool:
        """True where the words before `index` can be no verb: a comma and a capital, or a verb, follow."""
        words = self.words
        separator = SEPARATORS.length_at(words, index)
        if separator:
            return words[index + separator].is_capital
        return words[index] is Words.END or bool(PHRASE_ENDS.length_at(words, index))

    def names_behind_colon(self, item: Item) -> list[Item]:
        """The names of `các Bộ: Tài chính, Nội vụ`, which stand for the whole."""
        if not item.plural or self.words[item.end].form != ":":
            return []
        names: list[Item] = []
        name = self.listed_name(item.end + 1)
        while name is not None:
            names.append(name)
            length = SEPARATORS.length_at(self.words, name.end)
            name = self.listed_name(name.end + length) if length else None
        return names

    def listed_name(self, index: int) -> Item | None:
        """A name of such a list; a field (`Công an`) counts although it is a body by itself too."""
        is_field = SECTORS.length_at(self.words, index) > 0
        return self.bare_name(index) if is_field or self.names.item(index) is None else None
