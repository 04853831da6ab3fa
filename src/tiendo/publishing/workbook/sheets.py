"""What stands on the sheets of a workbook, before it is written: columns, rows of typed cells, and charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

PERCENT: Final = "0.0%"
COUNT: Final = "#,##0"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the format that a cell shows it in."""

    value: float
    shape: str = COUNT


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in a colour of their own."""

    text: str
    colour: str


Cell = str | Marked | Number | date | None
"""Words, a number, a day (or a moment), or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and its width in characters; a cell of an `is_bar` one is filled to its share of one."""

    title: str
    width: float
    is_bar: bool = False


@dataclass(frozen=True, slots=True)
class RulerChart:
    """Some rows of a sheet of rulers, `first` to `last`, as one chart; `colours` are those of their statuses."""

    title: str
    first: int
    last: int
    colours: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table on a sheet of its own, with charts below it.

    `fixed` columns stay in sight while one scrolls to the right; only the first `printed` ones are printed.
    """

    name: str
    title: str
    under: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int
    printed: int
    charts: tuple[RulerChart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The first sheet: what the workbook is, what it was made from, and how many indicators stand how.

    `counted` heads the counts, `contents` the names of the sheets that follow.
    """

    name: str
    title: str
    under: str
    pairs: tuple[tuple[str, Cell], ...]
    counted: str
    counts: tuple[tuple[Marked, Number], ...]
    contents: str
