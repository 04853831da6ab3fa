"""What is known of a sentence while its values are read from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from tiendo.extraction.context import Context, Polarity
from tiendo.extraction.number_phrases import NumberPhrase
from tiendo.extraction.subjects import Before, Span
from tiendo.extraction.times import TimeMention, TimeRole
from tiendo.facts.figures import ComparedWith, ComparisonForm
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change


@dataclass(frozen=True, slots=True)
class Compared:
    """A number that compares a value; `basis` is the span of what it is compared with, where the text says it."""

    phrase: NumberPhrase
    compared_with: ComparedWith
    form: ComparisonForm
    direction: Change | None = None
    basis: Span | None = None


@dataclass(slots=True)
class Draft:
    """A value while its sentence is still being read; spans are offsets into the text."""

    phrase: NumberPhrase
    subject: Span
    within: Span | None
    polarity: Polarity
    period: Period | None
    change: Change | None = None
    annual: bool = False
    cumulative: bool = False
    estimated: bool = False
    per: str | None = None
    plan_percent: Decimal | None = None
    yoy_percent: Decimal | None = None
    yoy_change: Decimal | None = None
    comparisons: list[Compared] = field(default_factory=list)

    @property
    def counts_what_follows(self) -> bool:
        """True where the subject is the noun behind the number."""
        return self.subject[0] >= self.phrase.unit_start


@dataclass(slots=True)
class Carried:
    """What one sentence of a paragraph hands on to the next.

    `base` is what changes are compared with (`"yoy"`, `"other"`), `dated` the as-of day or horizon
    that a sentence set for those behind it.
    """

    base: str | None = None
    dated: Period | None = None


@dataclass(slots=True)
class Sentence:
    """A sentence being read: its text, its times, the values found so far, and what they hand on."""

    lower: str
    reading: str
    context: Context
    carried: Carried
    times: list[TimeMention]
    start: int
    end: int
    boundary: int  # where the last value and all that belongs to it ends
    drafts: list[Draft] = field(default_factory=list)
    added: bool = False  # "thêm" holds for the rest of the list
    estimated: bool = False  # "ước" holds for the parts and for verbless clauses
    list_within: Span | None = None
    parts_of: Span | None = None
    bracket_of: Span | None = None  # what an open bracket breaks down
    first_ends: dict[re.Pattern[str], int] = field(default_factory=dict)
    plan_end: int = -1  # where the last "đạt … % kế hoạch" ends
    change_end: int = -1  # where the last "tăng …" that names no base ends
    changed: Draft | None = None  # the value that the last change was said of
    changed_end: int = -1  # where that change ends

    @property
    def last(self) -> Draft | None:
        """The value before the one being read."""
        return self.drafts[-1] if self.drafts else None

    def is_outside(self, draft: Draft, place: int) -> bool:
        """Whether a value does not stand in a bracket that is closed before a place."""
        between = self.lower[draft.phrase.tail_end : place]
        return between.count(")") <= between.count("(")

    def last_outside(self, place: int) -> Draft | None:
        """The last value that does not stand in a bracket which is closed before a place."""
        return next((draft for draft in reversed(self.drafts) if self.is_outside(draft, place)), self.last)

    @property
    def names(self) -> list[TimeMention]:
        """The times that belong to no name of a measure; a school year may."""
        return [time for time in self.times if time.role is not TimeRole.SCHOOL_YEAR]

    def gap(self, phrase: NumberPhrase) -> str:
        """What stands between the last value and a number with its comparators."""
        return self.lower[self.boundary : phrase.lead_start]

    def said_before(self, pattern: re.Pattern[str], position: int) -> bool:
        """True where the sentence says something before a position; each thing is looked for once a sentence."""
        end = self.first_ends.get(pattern)
        if end is None:
            found = pattern.search(self.lower, self.start, self.end)
            end = self.first_ends[pattern] = found.end() if found is not None else self.end + 1
        return end <= position

    def dates_between(self, earlier: NumberPhrase, later: NumberPhrase) -> bool:
        """True where a time stands between two numbers."""
        return any(earlier.end <= time.start and time.end <= later.start for time in self.times)

    def text(self, span: Span) -> str:
        """A span in lower case."""
        return self.lower[span[0] : span[1]]


@dataclass(frozen=True, slots=True)
class Step:
    """One number phrase with what stands around it. `following` is where the next one begins."""

    phrase: NumberPhrase
    before: Before
    behind: Span | None
    following: int
    gap: str

    @property
    def amount(self) -> Decimal:
        """The printed number, of a range its lower end."""
        bounds = [bound for bound in (self.phrase.low, self.phrase.high) if bound is not None]
        return bounds[0]
