"""A document becomes fact records: the doorway of the room."""

from __future__ import annotations

from tiendo.documents.lines import reading_copy
from tiendo.documents.model import Document
from tiendo.extraction.citations import extract_citations
from tiendo.extraction.quantities import extract_quantities
from tiendo.extraction.target_tables import extract_target_tables
from tiendo.extraction.tasks import extract_tasks
from tiendo.facts.period import Period
from tiendo.facts.records import Fact
from tiendo.text.numbers import detect_style


def extract(document: Document, *, default_period: Period | None = None) -> tuple[Fact, ...]:
    """Targets, observations, tasks and citations in the order of their places in the text.

    `default_period` is the period of what the text does not date itself; what the text says wins,
    first its title, and nothing overrides it.
    """
    reading = reading_copy(document.text)
    lower = same_length_lower(reading)
    style = detect_style(document.text).style
    citations = extract_citations(document, reading)
    cited = [(citation.start, citation.end) for citation in citations]
    quantities = extract_quantities(document, reading, lower, style, cited, default_period)
    tabled = extract_target_tables(document, reading, lower, style, default_period)
    tasks = extract_tasks(document, reading)
    facts: list[Fact] = [*citations, *quantities, *tabled, *tasks]
    # A task begins before what stands in it; at one place the longer record comes first.
    return tuple(sorted(facts, key=lambda fact: (fact.start, -fact.end)))


def same_length_lower(text: str) -> str:
    """Lower case with every character at its place; the few whose lower case is longer stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
