"""The index finds what an obvious search through all words finds, and says nothing of what is hidden."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tiendo.ledger.findable import Findable, Kind
from tiendo.web.search.finding import Answer, find
from tiendo.web.search.index import Index, build_index
from tiendo.web.search.places import Places, bits_of, members

# No two are a slip apart, none is an abbreviation, a row of others, or what other keys make.
_WORDS = ("thu", "rung", "dat", "khoang", "man", "binh", "dien", "duong", "phien", "cho", "mua", "vu")
_sentences = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)
_entries = st.lists(
    st.builds(
        Findable,
        kind=st.sampled_from(Kind),
        key=st.integers(0, 999).map(str),
        title=_sentences,
        names=st.lists(_sentences, max_size=2).map(tuple),
        context=st.one_of(st.just(""), _sentences),
    ),
    min_size=1,
    max_size=25,
)
_queries = st.one_of(_sentences, st.text(alphabet="thu rnga dmkp 62/", max_size=20), st.text(max_size=20))


def _words(entry: Findable) -> list[str]:
    return " ".join((entry.title, *entry.names, entry.context)).split()


def _holds_all(entry: Findable, words: list[str]) -> bool:
    return all(word in _words(entry) for word in words)


def _everything(index: Index) -> int:
    return (1 << len(index.entries)) - 1


def _found(found: Answer) -> list[tuple[Kind, list[Findable]]]:
    return [(kind, [hit.entry for hit in found.hits(kind, 0, count)]) for kind, count in found.counts.items()]


@given(_entries, _sentences)
def test_whole_words_find_what_a_look_at_every_word_finds(entries: list[Findable], query: str) -> None:
    index = build_index(entries)
    slow = {place for place, entry in enumerate(entries) if _holds_all(entry, query.split())}

    found = find(index, query, _everything(index))

    if slow:
        assert found.whole
        assert set(members(found.bits)) == slow


@given(_entries, _sentences, st.integers(1, 3))
def test_a_beginning_finds_what_a_look_at_every_word_finds(entries: list[Findable], query: str, length: int) -> None:
    index = build_index(entries)
    *whole, last = query.split()
    begun = last[:length]
    slow = {
        place
        for place, entry in enumerate(entries)
        if _holds_all(entry, whole) and any(word.startswith(begun) for word in _words(entry))
    }

    found = find(index, " ".join((*whole, begun)), _everything(index), typing=True)

    if slow:
        assert set(members(found.bits)) == slow


@given(_entries, _queries, st.data())
def test_hidden_entries_change_nothing(entries: list[Findable], query: str, data: st.DataObject) -> None:
    """Not the hits, not their order, not the counts, not what a slip is taken for."""
    is_seen = data.draw(st.lists(st.booleans(), min_size=len(entries), max_size=len(entries)))
    alone = build_index(entry for entry, seen in zip(entries, is_seen, strict=True) if seen)

    with_hidden = find(build_index(entries), query, bits_of(is_seen))
    without = find(alone, query, _everything(alone))

    assert _found(with_hidden) == _found(without)
    assert (with_hidden.total, with_hidden.understood, with_hidden.whole) == (
        without.total, without.understood, without.whole,
    )  # fmt: skip


@given(_entries, _sentences, st.integers(1, 4))
def test_pages_hold_every_hit_once(entries: list[Findable], query: str, rows: int) -> None:
    index = build_index(entries)
    found = find(index, query, _everything(index))

    for kind, count in found.counts.items():
        pages = [found.hits(kind, first, first + rows) for first in range(0, count, rows)]
        assert [hit for page in pages for hit in page] == found.hits(kind, 0, count)
        assert sum(map(len, pages)) == count
    assert sum(found.counts.values()) == found.total


def test_more_hits_than_are_looked_at_closely_come_all_of_them() -> None:
    entries = [Findable(kind=Kind.TASK, key=str(n), title=f"việc mua {n}") for n in range(500)]
    found = find(build_index(entries), "mua", (1 << 500) - 1)

    assert found.counts == {Kind.TASK: 500}
    assert {hit.entry.key for hit in found.hits(Kind.TASK, 0, 500)} == {str(n) for n in range(500)}
    assert len(found.hits(Kind.TASK, 480, 520)) == 20


@given(st.lists(_sentences, max_size=300), st.lists(st.sampled_from(_WORDS), max_size=4))
def test_places_are_those_of_the_texts(texts: list[str], words: list[str]) -> None:
    places = Places(texts, len(texts))

    assert list(members(places.of(words))) == [n for n, text in enumerate(texts) if set(text.split()) & set(words)]


@given(st.lists(st.booleans(), max_size=100))
def test_a_set_of_places_gives_them_back(flags: list[bool]) -> None:
    assert list(members(bits_of(flags))) == [place for place, flag in enumerate(flags) if flag]
