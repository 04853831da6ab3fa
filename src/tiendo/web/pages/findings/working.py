"""The working of a finding as columns: what was taken, what follows, what is printed, and how far these are apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from tiendo.facts import printing
from tiendo.facts.findings import Finding
from tiendo.facts.intervals import Interval
from tiendo.facts.wording import Wording

_PLACES = 3  # a place more than documents print
_WORKED_OUT = Wording("tính được", "worked out")
_PRINTED = Wording("văn bản ghi", "printed")


_BETWEEN = re.compile(r"(?:từ )?(?P<low>\S+) (?:đến|to) (?P<high>\S+)")
_COMPUTED, _CLAIMED = "sum", "printed"


@dataclass(frozen=True, slots=True)
class Step:
    """A line: a term as printed or a formula, and the values it stands for; `mark` names the two that are compared."""

    term: str
    value: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """The lines, and the gap between what was computed and what is printed, in the unit of the printed number."""

    steps: tuple[Step, ...]
    gap: str


def working_of(finding: Finding, language: str) -> Working:
    """The working in the language asked for, empty where there was nothing to compute."""
    computed, claimed = (_interval(one, language) for one in (finding.computed, finding.claimed))
    said = [step.sentence(language).rstrip(".") for step in finding.working]
    steps = [_step(one) for one in said if ": " in one]
    sums = [replace(one, mark=_COMPUTED) for one in steps if one.value == computed]
    printed = [replace(one, mark=_CLAIMED) for one in steps if one.value == claimed]
    if finding.computed is not None and not sums:
        sums = [Step(_WORKED_OUT.sentence(language), computed, _COMPUTED)]
    if finding.claimed is not None and not printed:
        printed = [Step(_PRINTED.sentence(language), claimed, _CLAIMED)]
    terms = [one for one in steps if one.value not in (computed, claimed)]
    return Working((*terms, *sums, *printed), _gap(finding.computed, finding.claimed, language))


def _step(said: str) -> Step:
    term, _, value = said.rpartition(": ")
    between = _BETWEEN.fullmatch(value)
    return Step(term, f"{between['low']} – {between['high']}" if between else value)


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
