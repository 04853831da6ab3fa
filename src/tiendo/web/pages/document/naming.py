"""Indicators for a figure: what the matcher thinks of first, then whatever fits the words that somebody types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from tiendo.catalogue import Catalogue, Indicator
from tiendo.facts.records import Measurement
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.document_facts import FactInText
from tiendo.ledger.selectors.review_queue import candidates_for
from tiendo.reference.units import comparable
from tiendo.text.folding import name_key

MOST_SHOWN = 8  # a list that one takes in without scrolling
_LIKE_ENOUGH = 50.0  # of 100: below it, names share letters and not words
_OF_WORDS = 0.7  # how much the words in common count beside the name as a whole
_OTHER_UNIT = 15.0  # of 100: what a name loses where the figure has a unit that the indicator is not measured in


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
    found = dict(_scored(typed or subject, fact, catalogue))
    first = [] if typed else matched
    codes = list(dict.fromkeys([*first, *found]))[:MOST_SHOWN]
    return [_candidate(catalogue[code], language, found.get(code), code in matched) for code in codes]


def _candidate(indicator: Indicator, language: str, score: int | None, by_matcher: bool) -> Candidate:
    measured = indicator.measured_in
    unit = f"{measured.written}/{measured.per}" if measured.per else measured.written
    return Candidate(indicator.id, indicator.names.sentence(language), unit, score, by_matcher)


def _scored(words: str, fact: FactInText, catalogue: Catalogue) -> list[tuple[str, int]]:
    """Codes by the likeness of their best name, the likest first; what is measured in another unit comes later."""
    key = name_key(words)
    if not key:
        return []
    best: dict[str, float] = {}
    for name, code in _names(catalogue):
        # Words in common tell what it is, the whole name tells which of several it is.
        score = _OF_WORDS * fuzz.token_set_ratio(key, name) + (1 - _OF_WORDS) * fuzz.token_sort_ratio(key, name)
        best[code] = max(best.get(code, 0.0), score)
    ranked = {code: score - _penalty(fact, catalogue[code]) for code, score in best.items() if score >= _LIKE_ENOUGH}
    return [(code, round(best[code])) for code in sorted(ranked, key=lambda code: -ranked[code])]


def _penalty(fact: FactInText, indicator: Indicator) -> float:
    record = fact.record
    fits = isinstance(record, Measurement) and comparable(record.quantity.unit, indicator.measured_in.unit)
    return 0.0 if fits else _OTHER_UNIT


@lru_cache(maxsize=4)  # the catalogue of now, and those of a moment ago
def _names(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    return tuple((name_key(name), one.id) for one in catalogue for name in _all_names(one))


def _all_names(one: Indicator) -> Iterable[str]:
    return (one.names.vi, one.names.en, *one.aliases, one.id.replace("_", " "))
