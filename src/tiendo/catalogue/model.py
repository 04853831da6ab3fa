"""What one indicator is: names, unit, meaning, owner, and what it must not be mistaken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.errors import LookupRefused
from tiendo.facts.quantity import Unit
from tiendo.facts.wording import Wording


class Semantics(StrEnum):
    """The kind of a measure; it decides which arithmetic makes sense."""

    FLOW = "flow"  # what happens in a period; periods add up
    CUMULATIVE_FLOW = "cumulative_flow"  # a flow told as the running total since a start
    STOCK = "stock"  # what there is at a date
    INCREMENT = "increment"  # what a period adds to a stock or takes from a level
    RATIO = "ratio"  # a part of a whole, or so many per so many
    GROWTH = "growth"  # the change against the same period of the year before, in percent
    INDEX = "index"
    COMPOSITION = "composition"  # a whole of which the shares are reported
    COMPOSITION_PART = "composition_part"  # one share of such a whole
    RANK = "rank"
    CEILING = "ceiling"  # a flow that should stay under its plan


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    BAND = "band"  # between two bounds
    NONE = "none"  # neither is better


class Frequency(StrEnum):
    """How often a value is published at most."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    ANNUAL = "annual"


class PartKind(StrEnum):
    """How a part relates to the whole that it belongs to."""

    TOTAL = "total"  # amounts that add up to the whole
    COMPOSITION = "composition"  # shares that add up to 100 %
    WEIGHTED = "weighted"  # indices or rates: the whole is their weighted mean


@dataclass(frozen=True, slots=True)
class Sector:
    """A group of indicators on the scoreboard."""

    id: str
    names: Wording


@dataclass(frozen=True, slots=True)
class MeasuredIn:
    """A unit with the words that a report prints; `per` is the denominator of a rate (`vạn dân`)."""

    unit: Unit
    written: str
    per: str | None = None


@dataclass(frozen=True, slots=True)
class NearName:
    """A name of something nearly the same: it may be linked, but only with its warning."""

    name: str
    warning: Wording


@dataclass(frozen=True, slots=True)
class ContextName:
    """A name too short to stand alone (`doanh thu`): it counts only where its context says of what.

    Each entry of `context` is a phrase; one of them must be found, word by word, around the name.
    """

    name: str
    context: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartOf:
    """The whole that an indicator is a part of."""

    id: str
    kind: PartKind


@dataclass(frozen=True, slots=True)
class Bound:
    """Another indicator that this one never exceeds at one time and place; `usual` where that is no law."""

    id: str
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another indicator that this one must not be taken for, and why."""

    id: str
    reason: Wording


@dataclass(frozen=True, slots=True)
class DefinitionBreak:
    """From `year` on the indicator means something else: values across it are not comparable."""

    year: int
    what: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One measure. Two measures of one thing (level and growth, count and share) are two indicators.

    `variant_of` names the indicator whose thing this one measures in another way; `percent_of_plan`
    marks a ratio whose whole is a plan (disbursement), so that `đạt 60% kế hoạch` is its value.
    `parts_are_all` says that those which name it in `part_of` are all its parts. `planned_as` names
    the indicator whose value is the plan, where that is another one (money allocated).
    """

    id: str
    names: Wording
    measured_in: MeasuredIn
    semantics: Semantics
    direction: Direction
    frequency: Frequency
    sector: str
    owner: str
    definition: Wording
    aliases: tuple[str, ...] = ()
    near_aliases: tuple[NearName, ...] = ()
    context_names: tuple[ContextName, ...] = ()
    also_measured_in: tuple[MeasuredIn, ...] = ()
    variant_of: str | None = None
    percent_of_plan: bool = False
    part_of: PartOf | None = None
    parts_are_all: bool = False
    at_most: tuple[Bound, ...] = ()
    planned_as: str | None = None
    not_to_be_confused_with: tuple[Confusion, ...] = ()
    definition_breaks: tuple[DefinitionBreak, ...] = ()
    statistical_code: str | None = None

    @property
    def family(self) -> str:
        """The id that all measures of one thing share."""
        return self.variant_of or self.id


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All indicators by id, and the sectors in the order of the scoreboard."""

    indicators: Mapping[str, Indicator]
    sectors: tuple[Sector, ...]

    def __len__(self) -> int:
        return len(self.indicators)

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators.values())

    def __contains__(self, indicator_id: object) -> bool:
        return indicator_id in self.indicators

    def __getitem__(self, indicator_id: str) -> Indicator:
        """The indicator of that id; raises `LookupRefused` where there is none."""
        try:
            return self.indicators[indicator_id]
        except KeyError:
            raise LookupRefused(
                vi=f"Danh mục không có chỉ tiêu {indicator_id!r}; xem danh sách bằng `tiendo catalogue show`.",
                en=f"The catalogue has no indicator {indicator_id!r}; `tiendo catalogue show` lists them.",
            ) from None

    def counterparts(self, indicator_id: str) -> tuple[str, ...]:
        """The other measures of the same thing, in the order of the catalogue."""
        family = self[indicator_id].family
        return tuple(one.id for one in self if one.family == family and one.id != indicator_id)

    def parts(self, indicator_id: str) -> tuple[str, ...]:
        """The indicators that say they are a part of this one, in the order of the catalogue."""
        return tuple(one.id for one in self if one.part_of is not None and one.part_of.id == indicator_id)
