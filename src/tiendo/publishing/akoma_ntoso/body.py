"""Provisions as elements: number, heading, own words, and what stands below."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tiendo.documents.model import BlockKind
from tiendo.publishing.akoma_ntoso.items import Item
from tiendo.publishing.akoma_ntoso.nodes import Node
from tiendo.publishing.akoma_ntoso.tables import add_table
from tiendo.publishing.akoma_ntoso.words import Words, add


def add_provisions(parent: etree._Element, root: Node, words: Words) -> None:
    """All provisions below a node; an empty paragraph where there is none, for the standard wants one."""
    waiting = [(parent, child) for child in reversed(root.children)]
    while waiting:
        above, node = waiting.pop()
        made = add_provision(above, node, words)
        waiting.extend((made, child) for child in reversed(node.children))
    if not root.children:
        add(add(add(parent, "alinea", eId=words.addresses.address("alinea", root.address)), "content"), "p")


def add_provision(above: etree._Element, node: Node, words: Words) -> etree._Element:
    """One provision without those below it."""
    made = add(above, node.name, eId=node.address)
    contents = list(node.contents)
    item = node.own
    if item is not None and item.block is not None:
        if item.block.marker:
            words.write(add(made, "num"), item.start, item.block.start, node.address)
        begin = item.block.start if item.block.marker else item.start
        headings = [(begin, item.end)] if item.kind is BlockKind.HEADING and not node.is_bare_number else []
        headings += [(title.start, title.end) for title in node.title]
        if headings:
            words.write(add(made, "heading"), headings[0][0], headings[-1][1], node.address)
        elif item.kind is not BlockKind.HEADING:
            contents.insert(0, Item(begin, item.end, item.block))
    elif item is not None:
        contents.insert(0, item)
    if contents or not node.children:
        add_blocks(add(made, "intro" if node.children else "content"), contents, words, node.address)
    return made


def add_blocks(parent: etree._Element, items: Sequence[Item], words: Words, address: str) -> None:
    """Paragraphs and tables; an empty paragraph where there is none."""
    for item in items:
        if item.table is None:
            words.write(add(parent, "p"), item.start, item.end, address)
            continue
        before = words.trimmed(item.start, item.table.start)
        if before[1] > before[0]:  # words that the outline does not know stay words
            words.write(add(parent, "p"), *before, address)
        add_table(parent, item.table, item.end, words, address)
    if not items:
        add(parent, "p")
