"""The provisions of a body as a tree: what stands under what, told by the outline of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tiendo.documents.model import BlockKind
from tiendo.publishing.akoma_ntoso.items import Item, is_article
from tiendo.publishing.akoma_ntoso.numbering import Addresses, element_of, number_of

_DEEPEST = 40
"""Levels of provisions; readers of XML refuse some hundred, and no real outline has more than fifteen."""


@dataclass(slots=True)
class Node:
    """A provision: its element, its address, what begins it, its own paragraphs and tables, what stands below it.

    `title` holds the item that is its heading, and one more where a line below a bare "Chương I" names it.
    """

    name: str
    address: str
    own: Item | None = None
    title: list[Item] = field(default_factory=list)
    contents: list[Item] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def is_bare_number(self) -> bool:
        """Whether its own line is a number and nothing else."""
        block = self.own.block if self.own else None
        return block is not None and bool(block.marker) and block.end <= block.start


def tree_of(items: Sequence[Item], addresses: Addresses, component: str = "") -> Node:
    """The items of a body as a tree, in their order; `component` is the address of an annex that they belong to."""
    return _Planter(addresses, component, {above for item in items for above in item.headings}).plant(items)


def walk(root: Node) -> Iterator[Node]:
    """All provisions below a node, in the order of the text."""
    waiting = list(reversed(root.children))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


class _Planter:
    """Walks the items with the provisions that are open; what leads in others is among `leading`."""

    def __init__(self, addresses: Addresses, component: str, leading: set[int]) -> None:
        self.addresses = addresses
        self.component = component
        self.leading = leading
        self.root = Node("body", component)
        self.open: list[tuple[int, Node]] = []

    def plant(self, items: Sequence[Item]) -> Node:
        for item in items:
            self.close(item)
            above = self.open[-1][1] if self.open else self.root
            if self.names(item, above):
                above.title.append(item)
                self.open.append((item.index, above))
            elif self.is_provision(item):
                self.open.append((item.index, self.add(item, above)))
            elif above is self.root or above.children:
                self.add(item, above)
            else:
                above.contents.append(item)
        return self.root

    def close(self, item: Item) -> None:
        """Closes what the item does not stand under."""
        if item.block is not None and is_article(item.block) and item.kind is BlockKind.CLOSING:
            self.leave_article()
            return
        while self.open and (self.open[-1][0] not in item.headings or len(self.open) >= _DEEPEST):
            self.open.pop()

    def leave_article(self) -> None:
        """The article that says when an act comes into force stands beside the one before it."""
        articles = [place for place, (_, node) in enumerate(self.open) if node.name == "article"]
        del self.open[articles[0] if articles else 0 :]

    def names(self, item: Item, above: Node) -> bool:
        """Whether it is the name of the bare "Chương I" right above it."""
        is_heading = item.block is not None and item.kind is BlockKind.HEADING and not item.block.marker
        return is_heading and above.is_bare_number and not (above.title or above.contents or above.children)

    def is_provision(self, item: Item) -> bool:
        """Whether it opens a provision, and is no mere paragraph of the one above."""
        if item.block is None:
            return False
        return bool(item.block.marker) or item.kind is BlockKind.HEADING or item.index in self.leading

    def add(self, item: Item, above: Node) -> Node:
        """The item as a provision of its own."""
        block = item.block
        name = "alinea" if block is None else element_of(block)
        if name == "alinea" and item.index in self.leading:
            name = "level"
        number = number_of(block.marker) if block is not None and name != "indent" else ""
        node = Node(name, self.addresses.address(name, above.address, number, self.component), own=item)
        above.children.append(node)
        return node
