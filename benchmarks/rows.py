"""What a benchmark found, beside its goal, and the table in which it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MET = {True: "yes", False: "NO", None: ""}


@dataclass(frozen=True, slots=True)
class Row:
    """One measured value in `unit`, and the bound that it should keep; without a bound it is for information."""

    question: str
    value: float
    unit: str
    decimals: int = 0
    at_least: float | None = None
    at_most: float | None = None

    @property
    def goal(self) -> str:
        """The bound in words, empty where there is none."""
        if self.at_least is not None:
            return f"≥ {self._print(self.at_least)}"
        return f"≤ {self._print(self.at_most)}" if self.at_most is not None else ""

    @property
    def met(self) -> bool | None:
        """Whether the value keeps its bound; `None` where there is none."""
        if self.at_least is not None:
            return self.value >= self.at_least
        return self.value <= self.at_most if self.at_most is not None else None

    def cells(self) -> tuple[str, str, str, str]:
        """The row as it is printed: question, value, goal, met or not."""
        return self.question, self._print(self.value), self.goal, _MET[self.met]

    def _print(self, value: float) -> str:
        return f"{value:,.{self.decimals}f} {self.unit}".rstrip()


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table that reads well in a terminal too."""
    return markdown_table(("measured", "value", "goal", "met"), [row.cells() for row in rows])


def markdown_table(heading: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table with padded columns; all but the first column are set to the right."""
    widths = [max(len(line[column]) for line in (heading, *lines)) for column in range(len(heading))]

    def printed(line: Sequence[str]) -> str:
        first, *others = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        return "| " + " | ".join([first, *others]) + " |"

    rule = (
        "| "
        + " | ".join("-" * width if column == 0 else "-" * (width - 1) + ":" for column, width in enumerate(widths))
        + " |"
    )
    return "\n".join([printed(heading), rule, *map(printed, lines)])
