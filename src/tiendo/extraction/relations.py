"""What a document says of several of its numbers at once: the second look, when all values are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tiendo.documents.lines import reading_copy
from tiendo.documents.model import Document
from tiendo.extraction.announced_lists import announced_lists
from tiendo.extraction.bare_changes import bare_changes
from tiendo.extraction.change_chains import change_chains
from tiendo.extraction.compositions import compositions
from tiendo.extraction.extract import same_length_lower
from tiendo.extraction.lists import Lists
from tiendo.extraction.means import means
from tiendo.extraction.numbers_in_words import numbers_in_words
from tiendo.extraction.paired_values import paired_values
from tiendo.extraction.part_lists import part_lists, passages_below
from tiendo.extraction.passages import passages
from tiendo.extraction.shares import shares
from tiendo.extraction.stages import stages
from tiendo.extraction.table_columns import table_columns
from tiendo.extraction.table_grids import LARGEST_TABLE, Grid
from tiendo.extraction.table_totals import table_totals
from tiendo.extraction.time_series import time_series
from tiendo.facts.records import Fact, Observation, Target
from tiendo.facts.relations import Relation
from tiendo.text.numbers import NumberStyle, detect_style


def extract_relations(document: Document, facts: Iterable[Fact]) -> tuple[Relation, ...]:
    """The relations between the numbers of a document. `facts` are what `extract` gave for it."""
    reading = reading_copy(document.text)
    lower = same_length_lower(reading)
    style = detect_style(document.text).style
    values = [fact for fact in facts if isinstance(fact, Target | Observation)]
    found = list(passages(document, reading, lower, values))
    lists = Lists(document)
    below = passages_below(document, found, lists)
    return (
        *part_lists(document, found, below),
        *time_series(document, found, style),
        *shares(found, style, lists),
        *paired_values(found, style),
        *change_chains(found),
        *bare_changes(document, found, style),
        *means(document, found, style),
        *stages(found),
        *compositions(document, found, lists),
        *_of_tables(document, lower, style),
        *numbers_in_words(document, lower, style),
        *announced_lists(document, lower, lists),
    )


def _of_tables(document: Document, lower: str, style: NumberStyle) -> Iterator[Relation]:
    for table in document.tables:
        if len(table.cells) <= LARGEST_TABLE:
            grid = Grid(document, lower, style, table)
            yield from table_totals(grid)
            yield from table_columns(grid)
