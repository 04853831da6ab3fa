"""A query is read within bounds, whatever somebody sends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tiendo.ledger.findable import Findable, Kind
from tiendo.web.search.finding import find
from tiendo.web.search.index import build_index
from tiendo.web.search.query import LONGEST_QUERY, MOST_WORDS, read_query

_INDEX = build_index([Findable(kind=Kind.TASK, key="1", title="Mở chợ phiên", context="Sở Công Thương")])


def test_a_query_without_marks_asks_for_none() -> None:
    assert [one.written for one in read_query("cho phien").words] == [None, None]


def test_a_query_with_marks_asks_for_all_of_them() -> None:
    assert [(one.key, one.written) for one in read_query("thu Chợ").words] == [("thu", "thu"), ("cho", "chợ")]


def test_old_and_new_places_of_a_tone_are_the_same() -> None:
    assert read_query("hòa thúy").words == read_query("hoà thuý").words


def test_a_long_query_is_cut() -> None:
    assert len(read_query("chợ " * 1000).words) <= MOST_WORDS
    assert len(read_query("c" * 5000).words[0].key) == LONGEST_QUERY


@given(st.text(max_size=400), st.booleans())
def test_no_query_is_too_strange(text: str, typing: bool) -> None:
    found = find(_INDEX, text, 1, typing=typing)

    assert found.total in (0, 1)
    assert found.understood is None or found.understood
