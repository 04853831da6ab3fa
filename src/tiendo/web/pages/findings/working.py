"""The working of a finding as columns: what was taken, what follows, what is printed, and how far these are apart."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tiendo.facts import printing
from tiendo.facts.findings import Finding
from tiendo.facts.intervals import Interval

_PLACES = 3  # a place more than documents print


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the working: the term as printed, and which values it stands for."""

    term: str
    value: str


@dataclass(frozen=True, slots=True)
class Working:
    """The steps, the two intervals in the unit of the printed number, and the gap between them."""

    steps: tuple[Step, ...]
    computed: str
    claimed: str
    gap: str


def working_of(finding: Finding, language: str) -> Working:
    """The working in the language asked for; empty texts where there was nothing to compute."""
    steps = [step.sentence(language).rstrip(".") for step in finding.working]
    return Working(
        steps=tuple(_step(step) for step in steps if ": " in step),
        computed=_interval(finding.computed, language),
        claimed=_interval(finding.claimed, language),
        gap=_gap(finding.computed, finding.claimed, language),
    )


def _step(said: str) -> Step:
    term, _, value = said.rpartition(": ")
    return Step(term, value)


def _interval(interval: Interval | None, language: str) -> str:
    if interval is None:
        return ""
    low, high = (None if end is None else _number(Fraction(end), language) for end in (interval.low, interval.high))
    if low is None or high is None:
        return f"≤ {high}" if high is not None else f"≥ {low}" if low is not None else ""
    return low if low == high else f"{low} – {high}"


def _gap(computed: Interval | None, claimed: Interval | None, language: str) -> str:
    """How far the nearest values of both are apart; nothing where they meet."""
    if computed is None or claimed is None:
        return ""
    for upper, lower in ((computed, claimed), (claimed, computed)):
        if upper.low is not None and lower.high is not None and upper.low > lower.high:
            return _number(Fraction(upper.low) - Fraction(lower.high), language)
    return ""


def _number(value: Fraction, language: str) -> str:
    return printing.number(printing.rounded(value, _PLACES), language)
