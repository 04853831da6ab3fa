"""Says which indicator, body and territory a fact speaks of, each time with reasons."""

from tiendo.matching.agencies import match_bodies, match_bodies_within
from tiendo.matching.dating import days_of
from tiendo.matching.document_territory import document_province, document_territory
from tiendo.matching.facts import is_percent_of_plan, match_record, match_territory
from tiendo.matching.indicators import match_indicator
from tiendo.matching.reasons import explain
from tiendo.matching.surroundings import surroundings

__all__ = [
    "days_of",
    "document_province",
    "document_territory",
    "explain",
    "is_percent_of_plan",
    "match_bodies",
    "match_bodies_within",
    "match_indicator",
    "match_record",
    "match_territory",
    "surroundings",
]
