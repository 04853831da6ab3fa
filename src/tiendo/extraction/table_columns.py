"""Finds columns and rows of tables that are worked out from others: percentages, shares, growth, differences.

A heading rarely says from what (`So sánh (%)`). The numbers do: where most rows of a table agree with one
formula in all their digits, the table means it, and the other rows have to agree too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, permutations

from tiendo.extraction.table_grids import Grid
from tiendo.facts.figures import Figure
from tiendo.facts.quantity import Change, Unit
from tiendo.facts.relations import Relation, RelationKind

_IN_PERCENT = re.compile(r"%|(?<!\w)(?:tỷ lệ|tỉ lệ|so sánh|so với|tốc độ|tỷ trọng|cơ cấu|tăng trưởng|th/kh|đạt)(?!\w)")
_DIFFERENCE = re.compile(r"(?<!\w)(?:tăng|giảm|chênh lệch|còn(?: lại| thiếu)?|vượt)(?!\w)")
_GROWTH_ROW = re.compile(
    r"[-+–\s]*(?:tốc độ )?(?:tăng trưởng|tăng)(?: \(?so với năm trước\)?)?\s*(?:\(%\))?\s*$|[-+–\s]*% tăng(?!\w)"
)
_PERCENT = Unit("PT")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_COLUMNS = 12  # of numbers; a wider table is data
# One row can agree by chance, two in all digits hardly ever; a column that means it agrees in two rows of three.
_LEAST_AGREEING = 2
_AGREEING = (2, 3)

Formula = Callable[[Decimal, Decimal], Decimal]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A formula of two numbers with the kind of relation that says it; `change` is what its result is."""

    formula: Formula
    kind: RelationKind
    change: Change | None = None


_SHARE = _Meaning(lambda part, whole: 100 * part / whole, RelationKind.SHARE)
_GROWTH = _Meaning(lambda after, before: 100 * after / before - 100, RelationKind.FROM_TO, Change.INCREASE)
_GAIN = _Meaning(lambda after, before: after - before, RelationKind.FROM_TO, Change.INCREASE)


def table_columns(grid: Grid) -> Iterator[Relation]:
    """The relations of all rows, where the numbers show what a column or a row is worked out from."""
    yield from _worked_out_columns(grid)
    yield from _growth_rows(grid)


def _worked_out_columns(grid: Grid) -> Iterator[Relation]:
    body = grid.rows[grid.header_rows :]
    columns: dict[int, list[Figure | None]] = {}
    for column in grid.headings:
        figures = [grid.figure(row, column) for row in body]
        if sum(figure is not None for figure in figures) >= _LEAST_AGREEING:
            columns[column] = figures
    if len(columns) > _MOST_COLUMNS:
        return
    for result, heading in grid.headings.items():
        if result in columns:
            meanings = [_SHARE, _GROWTH] if _IN_PERCENT.search(heading) else []
            meanings += [_GAIN] if _DIFFERENCE.search(heading) and "%" not in heading else []
            yield from _best(grid, columns, result, meanings)


def _best(
    grid: Grid, columns: dict[int, list[Figure | None]], result: int, meanings: Sequence[_Meaning]
) -> Iterator[Relation]:
    """The formula and the two columns, or the column and its total, with which most rows agree."""
    others = [column for column in columns if column != result]
    tried: list[tuple[int, list[Relation]]] = []
    for meaning in meanings:
        for first, second in permutations(others, 2):
            tried.append(_try(zip(columns[first], columns[second], columns[result], strict=True), meaning))
    if grid.total is not None and _SHARE in meanings:
        total = grid.total - grid.header_rows
        for column in others:
            whole = columns[column][total]
            rows = ((part, whole, columns[result][at]) for at, part in enumerate(columns[column]) if at != total)
            tried.append(_try(rows, _SHARE))
    if tried:
        yield from max(tried, key=lambda one: one[0])[1]


def _try(
    rows: Iterable[tuple[Figure | None, Figure | None, Figure | None]], meaning: _Meaning
) -> tuple[int, list[Relation]]:
    """How many rows agree with a formula, and the relations of all rows; none where too few agree."""
    known = [
        (one, other, last) for one, other, last in rows if one is not None and other is not None and last is not None
    ]
    agreeing = sum(_agrees(meaning.formula, *row) for row in known)
    if agreeing < _LEAST_AGREEING or agreeing * _AGREEING[1] < len(known) * _AGREEING[0]:
        return 0, []
    return agreeing, [_relation(meaning, *row) for row in known]


def _agrees(formula: Formula, one: Figure, other: Figure, result: Figure) -> bool:
    first, second, printed = one.quantity.low, other.quantity.low, result.quantity.low
    if not first or not second or printed is None:
        return False
    computed = formula(first, second)
    return computed.quantize(printed) == printed


def _relation(meaning: _Meaning, one: Figure, other: Figure, result: Figure) -> Relation:
    """The numbers agree as they stand: both terms are of one unit, and the result is of that or in percent."""
    unit = one.quantity.unit
    of_result = unit if meaning is _GAIN else _PERCENT
    other = replace(other, quantity=replace(other.quantity, unit=unit))
    result = replace(result, quantity=replace(result.quantity, unit=of_result, change=meaning.change))
    terms = (one, other) if meaning.kind is RelationKind.SHARE else (other, one)
    return Relation(kind=meaning.kind, terms=terms, result=result)


def _growth_rows(grid: Grid) -> Iterator[Relation]:
    """`Tốc độ tăng` under a row of values: the growth from each year to the next."""
    years = [column for column, heading in grid.headings.items() if _YEAR.search(heading)]
    for values, growth in pairwise(grid.rows[grid.header_rows :]):
        if _GROWTH_ROW.match(growth.name):
            rows = [
                (grid.figure(values, after), grid.figure(values, before), grid.figure(growth, after))
                for before, after in pairwise(years)
            ]
            yield from _try(rows, _GROWTH)[1]
