"""One relation that a check recomputes: two formulas and how they must stand to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.findings import Verdict
from tiendo.facts.wording import Wording
from tiendo.verification.expressions import NO_EDITS, Edits, Expression
from tiendo.verification.numbers import Key, Number


class Comparator(StrEnum):
    """How the computed side must stand to the claimed one."""

    EQUAL = "equal"  # the intervals meet
    AT_MOST = "at-most"  # the computed may be no larger than the claimed
    AT_LEAST = "at-least"  # the computed may be no smaller than the claimed
    WHOLE = "whole"  # the computed holds a whole number


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A relation ready to be recomputed.

    `about` names what it is of. `asserted` is false where the text does not say it: a failure is then a
    question. `readings` are other ways to read the computed side; one that holds is enough where
    `any_reading`, else a reading that holds turns a failure into a question. `note` names the denominator, the
    other document, what was assumed. `shown_in` gives the unit in which both sides are printed. `is_bound` marks
    what every value has to keep (a share no more than 100%): worth a word only where it is broken.
    `is_evidence` marks what is not asserted, but weighs where one and the same number breaks several such claims;
    `is_silent` that it is not worth a question on its own.
    """

    check: str
    about: str
    computed: Expression
    claimed: Expression
    shown_in: Number | None = None
    comparator: Comparator = Comparator.EQUAL
    asserted: bool = True
    readings: tuple[Expression, ...] = ()
    any_reading: bool = False
    is_bound: bool = False
    is_evidence: bool = False
    is_silent: bool = False
    note: Wording | None = None

    def holds(self, edits: Edits = NO_EDITS) -> bool:
        """Whether it can be true, with some numbers taken to stand for something else."""
        if self._compare(self.computed, edits):
            return True
        return self.any_reading and any(self._compare(reading, edits) for reading in self.readings)

    def holding_reading(self) -> Expression | None:
        """The first reading that can be true, the computed side itself before the others."""
        return next((one for one in (self.computed, *self.readings) if self._compare(one, NO_EDITS)), None)

    def verdict(self) -> Verdict:
        """What recomputing gives."""
        if self.holds():
            return Verdict.CONSISTENT
        if self.asserted and not (self.readings and self.holding_reading() is not None):
            return Verdict.INCONSISTENT
        return Verdict.QUESTION

    def numbers(self) -> Iterator[Number]:
        """All printed numbers involved, each once."""
        seen: set[Key] = set()
        sides = (self.computed, self.claimed, *self.readings)
        for side in sides:
            for one in side.numbers():
                if one.key not in seen:
                    seen.add(one.key)
                    yield one

    def _compare(self, computed: Expression, edits: Edits) -> bool:
        value = computed.value(edits)
        if self.comparator is Comparator.WHOLE:
            return value.holds_whole_number()
        claimed = self.claimed.value(edits)
        match self.comparator:
            case Comparator.AT_MOST:
                return value.may_be_at_most(claimed)
            case Comparator.AT_LEAST:
                return claimed.may_be_at_most(value)
            case _:
                return value.meets(claimed)
