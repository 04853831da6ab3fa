"""Finds the total rows and total columns of tables, and the members that they add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tiendo.extraction.alternation import any_of
from tiendo.extraction.table_grids import Grid, Row, is_total
from tiendo.facts.relations import Relation, RelationKind

# Columns whose numbers do not add up.
_NO_AMOUNT = re.compile(
    any_of(
        """stt | tt | số tt | % | tỷ lệ | tỉ lệ | tỷ trọng | so sánh | so với | bình quân | đơn giá | mức | hệ số
        | tốc độ | năm sinh | thời gian | xếp hạng | điểm | ghi chú | chỉ số | năng suất"""
    )
    + r"|^năm$|%"
)
_LEAST_MEMBERS = 2


def table_totals(grid: Grid) -> Iterator[Relation]:
    """A sum for each column with one total row, and for each row with one total column."""
    yield from _total_column(grid)
    yield from _total_row(grid)


def _total_column(grid: Grid) -> Iterator[Relation]:
    """A column called "Cộng" adds up the other amounts of its row, where most of its rows show that it does."""
    totals = [column for column, heading in grid.headings.items() if is_total(heading)]
    others = [
        column
        for column, heading in grid.headings.items()
        if column not in totals and column > 0 and not _NO_AMOUNT.search(heading)
    ]
    if len(totals) != 1:
        return
    found: list[tuple[Relation, bool]] = []
    for row in grid.rows[grid.header_rows :]:
        filled = (grid.figure(row, column) for column in others if grid.is_filled(row, column))
        parts = [figure for figure in filled if figure is not None]
        whole = grid.figure(row, totals[0])
        if whole is not None and len(parts) >= _LEAST_MEMBERS:
            agrees = sum((part.quantity.low or Decimal(0) for part in parts), Decimal(0)) == whole.quantity.low
            found.append((Relation(kind=RelationKind.SUM, terms=tuple(parts), result=whole), agrees))
    if found and sum(agrees for _, agrees in found) * 2 > len(found):
        yield from (relation for relation, _ in found)


def _total_row(grid: Grid) -> Iterator[Relation]:
    total = grid.total
    if total is None:
        return
    below, above = grid.rows[total + 1 :], grid.rows[grid.header_rows : total]
    members = _members(below if len(below) >= len(above) else above)
    if len(members) < _LEAST_MEMBERS:
        return
    for column in grid.rows[total].cells:
        if _NO_AMOUNT.search(grid.headings.get(column, "")):
            continue
        figures = [grid.figure(row, column) for row in members if grid.is_filled(row, column)]
        whole = grid.figure(grid.rows[total], column)
        read = [figure for figure in figures if figure is not None]
        if whole is not None and len(read) >= _LEAST_MEMBERS:
            yield Relation(
                kind=RelationKind.SUM,
                terms=tuple(read),
                result=whole,
                complete=len(read) == len(figures),
                asserted=len({row.level for row in members}) == 1,
            )


def _members(rows: Sequence[Row]) -> list[Row]:
    """The rows of the outermost level, as the first row shows it; deeper rows are already in them."""
    filled = [row for row in rows if row.name]
    if not filled:
        return []
    outermost = filled[0].level
    if outermost in ("roman", "letter"):
        return [row for row in filled if row.level == outermost]
    return (
        [row for row in filled if row.level in (outermost, "") and row.level != "-"]
        if outermost != ""
        else [row for row in filled if row.level not in ("-", "deep")]
    )
