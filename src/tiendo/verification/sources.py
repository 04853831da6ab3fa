"""What an audit is given: the records of each document, what they were matched to, and how they belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tiendo.facts.period import Period
from tiendo.facts.records import Fact
from tiendo.facts.relations import Relation


@dataclass(frozen=True, slots=True)
class Audited:
    """A record on its way through the audit; `indicator` is what it was matched to, None where that is not sure.

    `is_near` marks a match by a name of something nearly the same.
    """

    record: Fact
    indicator: str | None = None
    is_near: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All that one document says. `document` is the name it was given, `title` how a sentence calls it.

    `territory` tells the province (its code, or a name), `day` is the date of the document, `period` the time
    it speaks of. `relations` may be missing: then only what the records say by themselves is recomputed.
    """

    document: str
    facts: tuple[Audited, ...]
    relations: tuple[Relation, ...] = ()
    title: str = ""
    territory: str | None = None
    day: date | None = None
    period: Period | None = None
