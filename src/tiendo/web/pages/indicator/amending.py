"""Which target takes the place of which in law, and which ones an approver may say that of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tiendo.facts.printing import bounds, unit_of, with_unit
from tiendo.ledger.permissions import Permission, Scope
from tiendo.ledger.selectors.measured import TargetView
from tiendo.ledger.selectors.series import Figure
from tiendo.web.pages.indicator.asked import Asked
from tiendo.web.pages.indicator.charting import origin_words, sourced


@dataclass(frozen=True, slots=True)
class Named:
    """A target as another line speaks of it: the entry of its line, its root, its value, its source."""

    entry: int
    root: int
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """That one target takes the place of another from a day on; `is_to_come` where that day is not there yet."""

    other: Named
    since: date | None
    is_to_come: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InLaw:
    """What the line of a target says of amendments.

    `choices` are the targets that it may be said to amend by whoever looks, `may_take_back` whether what was said
    may be taken back; `since` is the day that a form suggests.
    """

    amends: Amendment | None
    amended_by: Amendment | None
    choices: tuple[Named, ...]
    may_take_back: bool
    since: date | None


def law_state(figure: Figure, asked: Asked) -> str:
    """Why a target does not count by law, as the words call it; empty where it does."""
    root = figure.last.value.id
    if not figure.is_target or figure.is_withdrawn:
        return ""
    return "amended" if root in asked.series.amended else "pending" if root in asked.series.pending else ""


@dataclass(frozen=True)
class Law:
    """The amendments among the targets of an indicator that may be seen."""

    asked: Asked

    def of(self, figure: Figure) -> InLaw | None:
        """What the line of a figure says; `None` for what is no target that stands."""
        target = figure.last.value
        if not isinstance(target, TargetView) or figure.is_withdrawn:
            return None
        amended = self._targets.get(target.amends or 0)
        amending = self._amending.get(target.id)
        return InLaw(
            amends=self._amendment(amended, target) if amended else None,
            amended_by=self._amendment(amending, _target(amending)) if amending else None,
            choices=tuple(map(self._named, self.choices(figure))),
            may_take_back=self._may_amend and target.amends is not None,
            since=target.in_force_from or figure.last.origin.issued,
        )

    def choices(self, figure: Figure) -> tuple[Figure, ...]:
        """The targets that a target may be said to amend: earlier ones for the same time that nothing amends yet."""
        target = _target(figure)
        if not self._may_amend or target.amends is not None:
            return ()
        return tuple(one for one in self._targets.values() if self._may_follow(figure, one))

    def _may_follow(self, new: Figure, old: Figure) -> bool:
        one, other = _target(new), _target(old)
        same = all(
            getattr(one, name) == getattr(other, name) for name in ("period", "annual", "cumulative", "unit_measure")
        )
        # What one document says twice it does not amend.
        is_free = other.id not in self._amending and other.amends != one.id and other.document != one.document
        return same and is_free and (_day(new) is None or (_day(old) or date.min) <= (_day(new) or date.max))

    @cached_property
    def _may_amend(self) -> bool:
        reading = self.asked.reading
        return reading.as_of is None and reading.may(Permission.AMEND_TARGET, Scope(territory=self.asked.territory))

    @cached_property
    def _targets(self) -> Mapping[int, Figure]:
        return {one.last.value.id: one for one in self.asked.series.figures if one.is_target and not one.is_withdrawn}

    @cached_property
    def _amending(self) -> Mapping[int, Figure]:
        """By the root of a target the one that amends it."""
        found = {_target(one).amends: one for one in self._targets.values()}
        return {root: one for root, one in found.items() if root is not None}

    def _amendment(self, other: Figure, amending: TargetView) -> Amendment:
        since = amending.in_force_from
        return Amendment(self._named(other), since, since is not None and since > self.asked.day)

    def _named(self, figure: Figure) -> Named:
        quantity = sourced(figure.last, self.asked).record.quantity
        language = self.asked.reading.language
        value = with_unit(bounds(quantity, language), unit_of(quantity, language))
        said = figure.last
        return Named(said.value.entry, said.value.id, value, origin_words(said.origin, self.asked))


def _target(figure: Figure) -> TargetView:
    value = figure.last.value
    assert isinstance(value, TargetView)  # noqa: S101 asked of targets only
    return value


def _day(figure: Figure) -> date | None:
    return _target(figure).in_force_from or figure.last.origin.issued
