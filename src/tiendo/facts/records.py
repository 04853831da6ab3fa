"""The four kinds of facts that a document holds, each with its exact place in the text.

Offsets are half-open and count code points of the NFC text with `\\n` line ends; a record's
`quote` is the text at its offsets. What the reader is not sure of stands in `doubts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.facts.errors import InvalidFact
from tiendo.facts.figures import Comparison, Figure
from tiendo.facts.period import Period
from tiendo.facts.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every record has: place, quote, provision, and how sure the reader is.

    `provision` is the path of headings that the text stands under, outermost first.
    `confidence` runs from 0 to 1; each entry of `doubts` is a code of
    `extraction.doubts` that says why it is not 1.
    """

    start: int
    end: int
    quote: str
    provision: tuple[str, ...] = ()
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise InvalidFact(
                vi=f"Vị trí {self.start}–{self.end} không khớp với trích dẫn {self.quote[:40]!r}.",
                en=f"The offsets {self.start}–{self.end} do not fit the quote {self.quote[:40]!r}.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Fact):
    """A value of something that is measured: what targets and observations share.

    `subject` is the noun phrase that is measured, as written; `within` the enclosing total, list
    heading or bearer. `period` is None where nothing says it. The percentages are signed and as
    claimed by the text; `comparisons` are the same with their places, empty for a record that was
    not read from a text.
    """

    subject: str
    within: str | None = None
    quantity: Quantity
    period: Period | None
    annual: bool = False
    cumulative: bool = False
    plan_percent: Decimal | None = None
    yoy_percent: Decimal | None = None
    yoy_change: Decimal | None = None
    comparisons: tuple[Comparison, ...] = ()

    @property
    def figure(self) -> Figure:
        """The number itself, without what it measures."""
        return Figure(
            start=self.start,
            end=self.end,
            quote=self.quote,
            quantity=self.quantity,
            is_plan=isinstance(self, Target),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Measurement):
    """A value that somebody plans, promises or is told to reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Measurement):
    """A value that somebody says was reached; `estimated` for `ước`, `dự ước`."""

    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Fact):
    """Something that somebody is told, or undertakes, to do.

    `lead` and `coordinators` are bodies as written; `deadline` is the latest date of the action.
    """

    lead: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    deadline: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """Another document, cited by number (`62/NQ-HĐND`) or, for a law, by its date."""

    number: str | None
    type: str
    date: date | None = None
    issuer: str | None = None
