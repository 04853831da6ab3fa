"""The sheet of rulers: how far each indicator is on the way to its target, as shares, and drawn as charts.

A ruler is a stacked bar: filled to what is reached, a dark tick where it should be by now, and the rest of the way.
The parts stand in columns of their own at the right, so that the charts draw from cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tiendo.assessment.board import Row
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.ruler_colours import fill_of
from tiendo.publishing.workbook.numbers import share
from tiendo.publishing.workbook.sheets import PERCENT, Cell, Column, Marked, Number, RulerChart, Sheet

_NAME = Wording("Thước tiến độ", "Rulers")
_TITLE = Wording("Thước tiến độ", "Rulers")
_UNDER = Wording(
    "Thanh màu: đã đạt bao nhiêu phần mục tiêu (100%). Vạch đen: mức nên đạt đến cuối kỳ. Phần nhạt: còn phải làm.",
    "Coloured: how much of the target (100%) is reached. Dark tick: what is expected by the end of the period. "
    "Pale: the way that is left.",
)
_COLUMNS = (
    (Wording("Lĩnh vực", "Sector"), 28),
    (Wording("Chỉ tiêu", "Indicator"), 50),
    (Wording("Đã đạt so mục tiêu", "Reached of target"), 14),
    (Wording("Nên đạt so mục tiêu", "Expected of target"), 14),
    (Wording("Đánh giá", "Status"), 18),
    # The parts of the drawn bars.
    (Wording("Vẽ: đến vạch", "Drawn: to the tick"), 11),
    (Wording("Vẽ: còn tới vạch", "Drawn: left to the tick"), 11),
    (Wording("Vẽ: vạch", "Drawn: tick"), 11),
    (Wording("Vẽ: sau vạch", "Drawn: beyond the tick"), 11),
    (Wording("Vẽ: còn tới đích", "Drawn: left to the target"), 11),
)
FIRST_PART = 5
"""The column of the first part of the bars; the others follow it."""

NAME_COLUMN = 1
"""The column of the names."""

_PRINTED = 5
LONGEST = 1.25
"""Where the drawn bars end, as a share of the target: what went far over is seen to be over, and no more."""

_MOST_BARS = 18  # of one chart: as many as a page holds
_TICK = 0.008  # a share of the target: a line, and yet wide enough to be drawn


def rulers_sheet(basis: Basis, language: str) -> Sheet | None:
    """The rulers of what has a result to compare, one chart a sector; nothing where nothing has."""
    rows: list[tuple[Cell, ...]] = []
    charts: list[RulerChart] = []
    for section in basis.board.sections:
        shown = [row for row in section.rows if reached_share(row) is not None]
        if shown:
            name = section.sector.names.sentence(language)
            charts += _charts(name, len(rows), [fill_of(row.assessment.status) for row in shown])
            rows += [tuple(_cells(row, name, language)) for row in shown]
    if not rows:
        return None
    return Sheet(
        name=_NAME.sentence(language),
        title=_TITLE.sentence(language),
        under=_UNDER.sentence(language),
        columns=tuple(Column(title.sentence(language), width) for title, width in _COLUMNS),
        rows=tuple(rows),
        fixed=2,
        printed=_PRINTED,
        charts=tuple(charts),
    )


def _charts(name: str, first: int, colours: Sequence[str]) -> Iterator[RulerChart]:
    """The chart of a sector, or several where one would be taller than a page."""
    for start in range(0, len(colours), _MOST_BARS):
        some = tuple(colours[start : start + _MOST_BARS])
        yield RulerChart(name, first + start, first + start + len(some) - 1, some)


def reached_share(row: Row) -> Fraction | None:
    """What is reached of the target, never under zero; `None` where nothing can be compared."""
    compared = row.assessment.comparison
    if compared is None or compared.aim.deciding <= 0:
        return None
    return max(compared.reached.value / compared.aim.deciding, Fraction(0))


def expected_share(row: Row) -> Fraction | None:
    """What is expected by now of the target; `None` where no path says so, or it is the target itself."""
    compared = row.assessment.comparison
    if compared is None or compared.aim.deciding <= 0:
        return None
    expectation = compared.path.expectation
    return None if expectation is None or expectation == compared.aim else expectation.deciding / compared.aim.deciding


def parts_of(reached: float, expected: float | None) -> Sequence[float]:
    """The parts of the bar from left to right: filled, left to the tick, tick, filled beyond it, left to the target."""
    reached = min(reached, LONGEST)
    if expected is None or not 0 <= expected <= LONGEST:
        return reached, 0.0, 0.0, 0.0, max(1 - reached, 0.0)
    before, behind = max(expected - _TICK / 2, 0.0), expected + _TICK / 2
    return (
        min(reached, before),
        max(before - reached, 0.0),
        behind - before,
        max(reached - behind, 0.0),
        max(1 - max(reached, behind), 0.0),
    )


def _cells(row: Row, sector: str, language: str) -> Iterator[Cell]:
    reached, expected = reached_share(row), expected_share(row)
    assert reached is not None  # noqa: S101 the caller asked
    yield sector
    yield row.indicator.names.sentence(language)
    yield share(reached)
    yield share(expected)
    status = row.assessment.status
    yield Marked(status.word.sentence(language), fill_of(status))
    parts = parts_of(float(reached), None if expected is None else float(expected))
    yield from (Number(part, PERCENT) for part in parts)
