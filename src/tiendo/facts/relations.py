"""What a text says of several of its numbers at once: they add up, one is a share of another, and the like."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.figures import Figure


class RelationKind(StrEnum):
    """How the terms of a relation give its result."""

    SUM = "sum"  # "gồm": the terms add up to the result
    PARTS = "parts"  # "trong đó": the terms do not exceed the result
    LISTED = "listed"  # listed behind a total, without a word that says that they are its parts
    SHARE = "share"  # the first term is so many percent of the second
    PLAN = "plan"  # the result is the plan of the term
    BEFORE = "before"  # the result is the first term before it changed by the second
    CHANGE = "change"  # the first term changed by the second, an amount, which is the result in percent
    FROM_TO = "from-to"  # from the first term to the second is a change of so much
    MEAN = "mean"  # the first term over the second, or over the years that it is of
    EQUIVALENT = "equivalent"  # the same value in another currency
    STAGE = "stage"  # the term was finished of what was begun, the result
    COMPOSITION = "composition"  # the terms are all shares of one whole
    WORDS = "words"  # the term says the result in words
    LIST = "list"  # the result announces a list; the term counts it


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Numbers of one text that belong together.

    `terms` and `result` are as `kind` says; a share may have several possible wholes behind its part, the
    likeliest first, and `siblings` that are shares of the same whole. `asserted` is false where the text only
    looks as if it said so; `complete` is false where a list also holds members without a number of their own,
    or numbers that were not read. `words` is what says so (`trong đó`), empty for a layout;
    `bulleted` marks a list whose members stand in lines of their own.
    """

    kind: RelationKind
    terms: tuple[Figure, ...]
    result: Figure | None = None
    siblings: tuple[Figure, ...] = ()
    asserted: bool = True
    complete: bool = True
    words: str = ""
    bulleted: bool = False
