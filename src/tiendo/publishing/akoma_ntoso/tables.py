"""A table of the text as a table of the standard."""

from __future__ import annotations

from itertools import groupby

from lxml import etree

from tiendo.documents.model import Cell, Table
from tiendo.publishing.akoma_ntoso.words import Words, add

_WIDEST = 1_000  # columns or rows that a cell may span; more is an error of a file


def add_table(parent: etree._Element, table: Table, end: int, words: Words, address: str) -> None:
    """The table row by row; its text up to `end`, with what stands between cells, is all written."""
    made = add(parent, "table", eId=words.addresses.address("table", address))
    stretches = _stretches(table, end)
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column, cell.start))
    for number, (_, listed) in enumerate(groupby(cells, key=lambda cell: cell.row)):
        row = add(made, "tr")
        for cell in listed:
            _add_cell(row, "td" if number else "th", cell, stretches[cell.start, cell.end], words, address)
    if not len(made):
        add(add(add(made, "tr"), "td"), "p")


def _add_cell(row: etree._Element, name: str, cell: Cell, stretch: tuple[int, int], words: Words, address: str) -> None:
    spans = {"rowspan": cell.rowspan, "colspan": cell.colspan}
    made = add(row, name, **{key: str(min(value, _WIDEST)) for key, value in spans.items() if value > 1})
    words.write(add(made, "p"), *stretch, address)


def _stretches(table: Table, end: int) -> dict[tuple[int, int], tuple[int, int]]:
    """The stretch of each cell with what stands before it, in the order of the text."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    position = table.start
    in_order = sorted(table.cells, key=lambda cell: (cell.start, cell.end))
    for cell in in_order:
        found[cell.start, cell.end] = (position, max(position, cell.end))
        position = max(position, cell.end)
    if in_order:
        last = in_order[-1]
        found[last.start, last.end] = (found[last.start, last.end][0], max(position, end))
    return found
