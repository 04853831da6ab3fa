"""One linked figure on its way to the scoreboard, with the document that it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from tiendo.facts.decisions import Decision
from tiendo.facts.records import Observation, Target


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """A target or result of a document, and which indicator it was matched to.

    `document` names the file, `title` is how the board calls it, `territory` the code of the province or
    country that the document speaks of, `None` where it does not say. `entry` is the number of the record's entry,
    `None` where the figure was read without a record; the same figure is the same under any number.
    """

    document: str
    title: str
    record: Target | Observation
    decision: Decision
    territory: str | None = None
    entry: int | None = field(default=None, compare=False)
