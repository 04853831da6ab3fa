"""Which single printed number, changed how, would make everything hold that it takes part in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tiendo.facts.findings import Slip, Suggestion
from tiendo.facts.wording import Wording
from tiendo.verification.claims import Claim, Comparator
from tiendo.verification.numbers import Key, Number
from tiendo.verification.slips import Variant, likely_text, variants

_MOST_SUGGESTIONS = 2  # a third guess helps nobody
_BOUNDS = (Comparator.AT_MOST, Comparator.AT_LEAST)
_MOST_COST_OF_BOUND = 1  # any digit could bring a number back under a bound: that would be guessing
_COST_OF_PLAN = 1  # a plan was decided and printed before; the report about it is the likelier place
_COST_OF_CONFIRMED = 2  # other relations agree with the number as it is printed

_SAYS: Mapping[Slip, Wording] = {
    Slip.SWAPPED_DIGITS: Wording("hai chữ số đổi chỗ", "two digits swapped"),
    Slip.SIGN: Wording("nhầm tăng với giảm", "a rise and a fall mixed up"),
    Slip.DECIMAL_MARK: Wording("dấu phẩy đặt sai chỗ", "the decimal mark in the wrong place"),
    Slip.UNIT: Wording("nhầm đơn vị", "a wrong unit"),
    Slip.LOST_DIGIT: Wording("thiếu một chữ số", "a digit lost"),
    Slip.DOUBLED_DIGIT: Wording("thừa một chữ số", "a digit too many"),
    Slip.WRONG_DIGIT: Wording("sai một chữ số", "one digit wrong"),
}


class Neighbours:
    """The claims that every printed number takes part in, and whether they hold.

    A claim that nobody asserts and that does not hold says nothing of its numbers, unless it is evidence.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._of: dict[Key, list[tuple[Claim, bool]]] = {}
        for claim in claims:
            holds = claim.holds()
            if not (claim.asserted or claim.is_evidence or holds):
                continue
            for number in claim.numbers():
                self._of.setdefault(number.key, []).append((claim, holds))

    def of(self, number: Number) -> Sequence[tuple[Claim, bool]]:
        """The claims of a number with whether they hold as printed."""
        return self._of.get(number.key, ())


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A changed number that mends a claim: how many others it mends too, and how unlikely it is."""

    number: Number
    variant: Variant
    mended: int
    cost: int

    @property
    def order(self) -> tuple[int, int, int]:
        """The likelier one first; among equals the one that stands further down is the result of the others."""
        return -self.mended, self.cost, -self.number.figure.start


@dataclass(frozen=True, slots=True)
class Slips:
    """The likeliest slips behind a claim that does not hold; `mends_others` where the first explains others too."""

    suggestions: tuple[Suggestion, ...] = ()
    mends_others: bool = False


def likely_slips(claim: Claim, neighbours: Neighbours) -> Slips:
    """The likeliest slips, one a number, the likeliest first."""
    best: list[_Candidate] = []
    most = _MOST_COST_OF_BOUND if claim.comparator in _BOUNDS else None
    for number in claim.numbers():
        likely = (variant for variant in variants(number) if most is None or variant.cost <= most)
        found = [one for variant in likely if (one := _try(claim, number, variant, neighbours))]
        if found:
            best.append(min(found, key=lambda one: one.order))
    best.sort(key=lambda one: one.order)
    return Slips(tuple(_suggestion(one) for one in best[:_MOST_SUGGESTIONS]), bool(best and best[0].mended))


def _try(claim: Claim, number: Number, variant: Variant, neighbours: Neighbours) -> _Candidate | None:
    """The variant as a candidate; None where it does not mend the claim, or breaks another one."""
    edits = {number.key: variant.interval}
    if variant.interval == number.interval or not claim.holds(edits):
        return None
    mended = confirmed = 0
    for other, holds in neighbours.of(number):
        if other is claim:
            continue
        if other.holds(edits):
            mended += not holds
            confirmed += holds and other.comparator is Comparator.EQUAL
        elif holds:
            return None
    plan = _COST_OF_PLAN if number.figure.is_plan else 0
    return _Candidate(number, variant, mended, variant.cost + plan + (_COST_OF_CONFIRMED if confirmed else 0))


def _suggestion(candidate: _Candidate) -> Suggestion:
    number, variant = candidate.number, candidate.variant
    likely = likely_text(number, variant)
    says = _SAYS[variant.slip]
    return Suggestion(
        place=number.place,
        likely=likely,
        slip=variant.slip,
        message=Wording(
            f"Có thể “{number.text}” phải là “{likely}” ({says.vi}).",
            f"“{number.text}” may have to be “{likely}” ({says.en}).",
        ),
    )
