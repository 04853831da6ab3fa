"""What an audit says of the numbers of a document: a verdict with its working, and the likeliest slip."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.intervals import Interval
from tiendo.facts.wording import Wording


class Verdict(StrEnum):
    """What became of recomputing a relation."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"  # the text asserts it, and it cannot hold
    QUESTION = "question"  # it looks like a relation that is not asserted, or one reading holds and another does not
    UNKNOWN = "unknown"  # something that is needed is missing


class Severity(StrEnum):
    """How much a finding matters to somebody who has to answer for the text."""

    HIGH = "high"  # a claim that the text makes is wrong
    MEDIUM = "medium"  # a person has to look
    LOW = "low"  # for information
    NONE = "none"  # nothing to do


class Slip(StrEnum):
    """How a number is likely to have been mistyped."""

    SWAPPED_DIGITS = "swapped-digits"
    SIGN = "sign"
    DECIMAL_MARK = "decimal-mark"
    UNIT = "unit"
    LOST_DIGIT = "lost-digit"
    DOUBLED_DIGIT = "doubled-digit"
    WRONG_DIGIT = "wrong-digit"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A number in a document: the document by the name it was given, half-open offsets, and the quote."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One printed number that, changed to `likely`, would make all relations that it takes part in hold."""

    place: Place
    likely: str
    slip: Slip
    message: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A relation that was recomputed, or could not be.

    `computed` and `claimed` are the intervals that were compared; `None` where there was nothing to compare.
    `working` says step by step what was done. `suggestions` begin with the likeliest slip.
    """

    check: str
    verdict: Verdict
    severity: Severity
    message: Wording
    places: tuple[Place, ...]
    computed: Interval | None = None
    claimed: Interval | None = None
    working: tuple[Wording, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
