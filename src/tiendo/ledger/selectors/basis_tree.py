"""A chain of documents as a tree that can be read from top to bottom: each document is unfolded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Node = int | str

DEEPEST = 8  # from a resolution of the Party to a commune's plan there are five
MOST_NODES = 150  # a law of the State is what half of all documents rest on; more cannot be read


@dataclass(frozen=True, slots=True)
class Branch:
    """A node and what hangs on it. `unfolded_elsewhere`: that stands where the node comes nearest to the root.

    `more` is true where something hangs on it that is not drawn, because the tree would grow too deep or too large.
    """

    node: Node
    branches: tuple[Branch, ...] = ()
    unfolded_elsewhere: bool = False
    more: bool = False


def tree_of(
    root: Node, links: Mapping[Node, tuple[Node, ...]], *, deepest: int = DEEPEST, most: int = MOST_NODES
) -> tuple[Branch, ...]:
    """What hangs on a node, directly and further on, to some depth and number. Links may run in circles, a tree not."""
    parents = _nearest_parents(root, links, most)

    def branch(node: Node, parent: Node, depth: int) -> Branch:
        below = links.get(node, ())
        if parents.get(node, node) != parent:
            return Branch(node, unfolded_elsewhere=bool(below) or node == root)
        if depth == deepest or any(child not in parents and child != root for child in below):
            return Branch(node, more=bool(below))
        return Branch(node, tuple(branch(child, node, depth + 1) for child in below))

    return tuple(branch(child, root, 1) for child in links.get(root, ()) if child in parents)


def _nearest_parents(root: Node, links: Mapping[Node, tuple[Node, ...]], most: int) -> dict[Node, Node]:
    """Under which node each one is unfolded: the first that leads to it on the shortest way from the root."""
    parents: dict[Node, Node] = {}
    level: list[Node] = [root]
    while level and len(parents) < most:
        following: list[Node] = []
        for node in level:
            for child in links.get(node, ()):
                if child != root and child not in parents and len(parents) < most:
                    parents[child] = node
                    following.append(child)
        level = following
    return parents
