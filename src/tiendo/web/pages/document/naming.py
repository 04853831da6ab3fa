"""Indicators for a figure: what the matcher thinks of first, then whatever fits the words that somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from tiendo.catalogue import Catalogue, Indicator
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.document_facts import FactInText
from tiendo.ledger.selectors.review_queue import candidates_for
from tiendo.text.folding import name_key

MOST_SHOWN = 8  # a list that one takes in without scrolling
_LOOKED_AT = 60  # names; an indicator has several
_LIKE_ENOUGH = 45.0  # of 100: below it, names share letters and not words


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator that a figure may be a value of; `score` says how alike the names are, from 0 to 100."""

    code: str
    name: str
    unit: str
    score: int | None
    by_matcher: bool


def candidates_of(fact: FactInText, typed: str, language: str) -> list[Candidate]:
    """The likeliest indicators; with words typed, those whose names fit them."""
    catalogue = catalogue_at()
    matched = [code for code in candidates_for(fact.record, fact.decision) if code in catalogue]
    subject = str(getattr(fact.record, "subject", ""))
    found = dict(_scored(typed or subject, catalogue))
    first = [] if typed else matched
    codes = list(dict.fromkeys([*first, *found]))[:MOST_SHOWN]
    return [_candidate(catalogue[code], language, found.get(code), code in matched) for code in codes]


def _candidate(indicator: Indicator, language: str, score: int | None, by_matcher: bool) -> Candidate:
    measured = indicator.measured_in
    unit = f"{measured.written}/{measured.per}" if measured.per else measured.written
    return Candidate(indicator.id, indicator.names.sentence(language), unit, score, by_matcher)


def _scored(words: str, catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """Codes by the likeness of their best name, the likest first."""
    key = name_key(words)
    if not key:
        return
    names = _names(catalogue)
    seen: set[str] = set()
    keys = [name for name, _ in names]
    for _, score, place in process.extract(key, keys, scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH, limit=_LOOKED_AT):
        code = names[place][1]
        if code not in seen:
            seen.add(code)
            yield code, round(score)


@lru_cache(maxsize=4)  # the catalogue of now, and those of a moment ago
def _names(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    return tuple((name_key(name), one.id) for one in catalogue for name in _all_names(one))


def _all_names(one: Indicator) -> Iterable[str]:
    return (one.names.vi, one.names.en, *one.aliases, one.id.replace("_", " "))
