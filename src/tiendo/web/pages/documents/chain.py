"""A chain of documents as its templates print it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tiendo.ledger.selectors.bases import Chain, Cited
from tiendo.ledger.selectors.basis_tree import Branch, Node, tree_of
from tiendo.ledger.selectors.document_register import ListedDocument


@dataclass(frozen=True, slots=True)
class ShownBranch:
    """A document of the record, or one that is only cited, and what hangs on it."""

    document: ListedDocument | None
    cited: Cited | None
    branches: tuple[ShownBranch, ...]
    unfolded_elsewhere: bool
    more: bool


def branches_up(root: int | None, chain: Chain) -> tuple[ShownBranch, ...]:
    """What a document rests on."""
    return _branches(root, chain, chain.above)


def branches_down(root: int | None, chain: Chain) -> tuple[ShownBranch, ...]:
    """What rests on a document."""
    return _branches(root, chain, chain.below)


def _branches(root: int | None, chain: Chain, links: Mapping[Node, tuple[Node, ...]]) -> tuple[ShownBranch, ...]:
    if root is None:
        return ()
    return tuple(_shown(one, chain) for one in tree_of(root, links))


def _shown(branch: Branch, chain: Chain) -> ShownBranch:
    node = branch.node
    return ShownBranch(
        document=chain.documents.get(node) if isinstance(node, int) else None,
        cited=chain.missing.get(node) if isinstance(node, str) else None,
        branches=tuple(_shown(one, chain) for one in branch.branches),
        unfolded_elsewhere=branch.unfolded_elsewhere,
        more=branch.more,
    )
