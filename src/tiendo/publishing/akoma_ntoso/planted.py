"""A text with its sections and the trees of its provisions: what the file and the page share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tiendo.documents.model import Block, BlockKind, Cell, Table
from tiendo.documents.outline import outline
from tiendo.publishing.akoma_ntoso.items import Item, Sections, items_of, sections_of
from tiendo.publishing.akoma_ntoso.model import Outlined
from tiendo.publishing.akoma_ntoso.nodes import Node, tree_of
from tiendo.publishing.akoma_ntoso.numbering import Addresses


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its address, the item that is its heading, and its provisions."""

    address: str
    heading: Item
    tree: Node


@dataclass(frozen=True, slots=True)
class Planted:
    """The sections of a text, the provisions of its body, its annexes, and what gives further addresses."""

    sections: Sections
    body: Node
    annexes: tuple[Annex, ...]
    addresses: Addresses


def planted(outlined: Outlined) -> Planted:
    """The text with its provisions; each has the same address whenever this is asked."""
    sections, addresses = sections_of(outlined), Addresses()
    body = tree_of(sections.body, addresses)
    annexes = []
    for items in sections.annexes:
        address = addresses.address("attachment", "")
        annexes.append(Annex(address, items[0], tree_of(_outlined_again(outlined, items[1:]), addresses, address)))
    return Planted(sections, body, tuple(annexes), addresses)


def _outlined_again(outlined: Outlined, items: Sequence[Item]) -> Sequence[Item]:
    """The items of an annex with its headings: behind the signature the reader of documents looks for none."""
    if not items or any(item.kind not in (BlockKind.CLOSING, None) for item in items):
        return items
    start, end = items[0].start, items[-1].end
    text = outlined.text[start:end]
    tables = tuple(_moved_table(item.table, -start) for item in items if item.table is not None)
    again = items_of(Outlined(text, outline(text, tables), tables))
    return [_moved(item, start) for item in again]


def _moved(item: Item, by: int) -> Item:
    block = _moved_block(item.block, by) if item.block else None
    table = _moved_table(item.table, by) if item.table else None
    return replace(item, start=item.start + by, end=item.end + by, block=block, table=table)


def _moved_block(block: Block, by: int) -> Block:
    return replace(block, start=block.start + by, end=block.end + by)


def _moved_table(table: Table, by: int) -> Table:
    cells = tuple(_moved_cell(cell, by) for cell in table.cells)
    return Table(table.start + by, table.end + by, cells)


def _moved_cell(cell: Cell, by: int) -> Cell:
    return replace(cell, start=cell.start + by, end=cell.end + by)
