"""What an indicator's chart shows: targets as steps, results as points, and where the meaning moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A target over its time. Values are in the unit of the chart, a fall is negative; `None` is an open side.

    `deciding` is the bound that a judgement rests on. `period`, `said` and `sources` are words: when, how much
    with its unit, and in which documents.
    """

    first_day: date
    last_day: date
    low: float | None
    high: float | None
    deciding: float
    is_cap: bool
    period: str
    said: str
    sources: tuple[str, ...]

    @property
    def is_range(self) -> bool:
        """Whether there are two bounds."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def is_floor(self) -> bool:
        """Whether anything from the bound up will do."""
        return self.high is None and not self.is_cap


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A result at the day where it is drawn; `period`, `said` and `source` are words.

    `whole` is false for a part of a year where only whole years can be compared with each other; `from_start` says
    that it has run up since the first of January.
    """

    day: date
    year: int
    value: float
    whole: bool
    estimated: bool
    period: str
    said: str
    source: str
    from_start: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """From the first day of `year` on the indicator means something else; `why` is a sentence."""

    year: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All that is drawn. `line` are the results that can be compared, by day; `parts` those within single years.

    `earlier` are lines of years before that are drawn beside it. `name` tells the drawings of one page apart.

    `levels` is true where a value is a state at the end of its period, false where it is of the whole period;
    `from_zero` where the axis of values starts at nothing; `whole` is the most that there can be (100 of a share).
    `ladder` says that the way from target to target means something. `left_out` counts values in units that have no
    place here.
    """

    title: str
    unit: str
    language: str
    steps: tuple[Step, ...] = ()
    line: tuple[Point, ...] = ()
    parts: tuple[Point, ...] = ()
    earlier: tuple[tuple[Point, ...], ...] = ()
    breaks: tuple[Break, ...] = ()
    today: date | None = None
    today_words: str = ""
    levels: bool = True
    from_zero: bool = False
    whole: float | None = None
    ladder: bool = True
    left_out: int = 0
    name: str = "all"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.steps or self.line or self.parts)

    @property
    def points(self) -> tuple[Point, ...]:
        """All results that are drawn."""
        return (*(point for year in self.earlier for point in year), *self.open_parts, *self.line)

    @property
    def open_parts(self) -> tuple[Point, ...]:
        """The parts of years of which the whole is not known: only these stand beside whole years."""
        closed = {point.year for point in self.line}
        return tuple(point for point in self.parts if point.year not in closed)
