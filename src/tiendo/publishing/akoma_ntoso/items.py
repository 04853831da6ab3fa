"""A text as a row of items, blocks and tables, which together hold every character of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from tiendo.documents.model import Block, BlockKind, Table
from tiendo.publishing.akoma_ntoso.model import Outlined

_ENACTING = re.compile(r"QUYẾT (?:NGHỊ|ĐỊNH)\s*:?", re.IGNORECASE)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[\dIVXA-H]{1,5})?[\s.:*|_]*(?=$|[A-ZĐ(\n])")
_LONGEST_ANNEX_HEADING = 300  # characters; a sentence that begins with "Phụ lục" is no heading
_AROUND = " \t\n*#_|"  # white space, and marks of Markdown
_HEAD = (BlockKind.TITLE, BlockKind.LEGAL_BASIS)


@dataclass(frozen=True, slots=True)
class Item:
    """A block or table. `start` to `end` is its stretch with all that stands before it; `index` counts blocks."""

    start: int
    end: int
    block: Block | None = None
    table: Table | None = None
    index: int = -1
    headings: tuple[int, ...] = ()

    @property
    def kind(self) -> BlockKind | None:
        """What the block is; `None` for a table."""
        return self.block.kind if self.block else None


@dataclass(frozen=True, slots=True)
class Sections:
    """The items by the section of the document that they belong to; each annex begins with its heading."""

    preface: tuple[Item, ...]
    preamble: tuple[Item, ...]
    body: tuple[Item, ...]
    conclusions: tuple[Item, ...]
    annexes: tuple[tuple[Item, ...], ...]


def items_of(outlined: Outlined) -> tuple[Item, ...]:
    """Blocks and tables in the order of the text, each from the end of the one before; nothing stands in two."""
    found: list[tuple[int, int, int, Block | Table]] = [
        (one.start, one.end, index, one)
        for index, one in enumerate(outlined.blocks)
        if one.kind is not BlockKind.TABLE_CELL
    ]
    found += [(one.start, one.end, -1, one) for one in outlined.tables]
    headings = _headings_of_cells(outlined)
    items: list[Item] = []
    position = 0
    for start, end, index, one in sorted(found, key=lambda entry: entry[:3]):
        if not position <= start <= end <= len(outlined.text):
            continue
        block, table = (one, None) if isinstance(one, Block) else (None, one)
        above = block.headings if block else headings.get(start, ())
        items.append(Item(position, end, block, table, index, above))
        position = end
    return tuple(_to_the_end(items, len(outlined.text)))


def sections_of(outlined: Outlined) -> Sections:
    """The items by section, in the order that the standard wants and the text has."""
    items = items_of(outlined)
    before_body = len(list(takewhile(lambda item: item.block is None or item.kind in _HEAD, items)))
    while before_body and items[before_body - 1].block is None:  # a table below the head belongs to the body
        before_body -= 1
    bases = [place for place, item in enumerate(items[:before_body]) if item.kind is BlockKind.LEGAL_BASIS]
    preamble_from = bases[0] if bases else before_body
    if before_body < len(items) and _is_enacting(outlined, items[before_body]):
        before_body += 1
    annexes = [place for place in range(before_body, len(items)) if _begins_annex(outlined, items[place])]
    annex_from = annexes[0] if annexes else len(items)
    closing_from = _closing_from(items[before_body:annex_from]) + before_body
    ends = [*annexes[1:], len(items)]
    return Sections(
        preface=items[:preamble_from],
        preamble=items[preamble_from:before_body],
        body=items[before_body:closing_from],
        conclusions=items[closing_from:annex_from],
        annexes=tuple(items[start:end] for start, end in zip(annexes, ends, strict=False)),
    )


def is_article(block: Block) -> bool:
    """Whether it begins with "Điều 3."."""
    return block.marker[:4].casefold() == "điều"


def _to_the_end(items: list[Item], length: int) -> list[Item]:
    """What stands behind the last item belongs to it; a text without any item is one paragraph."""
    if not items:
        return [Item(0, length, Block(BlockKind.PARAGRAPH, 0, length))]
    last = items.pop()
    return [*items, Item(last.start, length, last.block, last.table, last.index, last.headings)]


def _headings_of_cells(outlined: Outlined) -> dict[int, tuple[int, ...]]:
    """What each table stands under, by its start: its cells say it."""
    cells = {one.start: one.headings for one in outlined.blocks if one.kind is BlockKind.TABLE_CELL}
    found: dict[int, tuple[int, ...]] = {}
    for table in outlined.tables:
        above = next((cells[cell.start] for cell in table.cells if cell.start in cells), ())
        found[table.start] = above
    return found


def _is_enacting(outlined: Outlined, item: Item) -> bool:
    return item.block is not None and _ENACTING.fullmatch(_words(outlined, item.block)) is not None


def _begins_annex(outlined: Outlined, item: Item) -> bool:
    block = item.block
    if block is None or block.marker or block.end - block.start > _LONGEST_ANNEX_HEADING:
        return False
    words = _words(outlined, block)
    is_said_apart = block.kind in (BlockKind.HEADING, BlockKind.CLOSING)
    return is_said_apart and _ANNEX.match(words) is not None and not words.endswith((";", "."))


def _closing_from(items: Sequence[Item]) -> int:
    """Where the signature, the recipients and what was said of the passing begin; articles belong to the body."""
    place = len(items)
    while place and _may_close(items[place - 1]):
        place -= 1
    while place < len(items) and items[place].block is None:
        place += 1
    return place


def _may_close(item: Item) -> bool:
    return item.block is None or (item.kind is BlockKind.CLOSING and not is_article(item.block))


def _words(outlined: Outlined, block: Block) -> str:
    return outlined.text[block.start : block.end].strip(_AROUND)
