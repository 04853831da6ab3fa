"""The page about the search prints the rule of the ranking as the code has it."""

from __future__ import annotations

from pathlib import Path

from tiendo.web.search.query import LONGEST_QUERY, MOST_WORDS
from tiendo.web.search.ranking import RANKING

_PAGE = " ".join(Path("docs/search.md").read_text(encoding="utf-8").split())


def test_the_page_prints_every_sentence_of_the_ranking():
    assert [rule.en for rule in RANKING if rule.en not in _PAGE] == []


def test_the_page_gives_the_bounds_of_a_query():
    assert f"{LONGEST_QUERY} characters and {MOST_WORDS} words" in _PAGE
