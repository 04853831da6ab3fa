"""A chain of documents as its templates print it."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.ledger.selectors.bases import Chain, Cited
from tiendo.ledger.selectors.basis_tree import Branch, tree_of
from tiendo.ledger.selectors.document_register import ListedDocument

_LEVELS_BESIDE = 4  # from a provincial plan up to the Party
_MOST_BESIDE = 25


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
    return _shown_all(chain, tree_of(root, chain.above) if root else ())


def nearest_branches_up(root: int | None, chain: Chain) -> tuple[ShownBranch, ...]:
    """What a document rests on, so much of it as fits beside something else."""
    return _shown_all(chain, tree_of(root, chain.above, deepest=_LEVELS_BESIDE, most=_MOST_BESIDE) if root else ())


def branches_down(root: int | None, chain: Chain) -> tuple[ShownBranch, ...]:
    """What rests on a document."""
    return _shown_all(chain, tree_of(root, chain.below) if root else ())


def _shown(branch: Branch, chain: Chain) -> ShownBranch:
    node = branch.node
    return ShownBranch(
        document=chain.documents.get(node) if isinstance(node, int) else None,
        cited=chain.missing.get(node) if isinstance(node, str) else None,
        branches=_shown_all(chain, branch.branches),
        unfolded_elsewhere=branch.unfolded_elsewhere,
        more=branch.more,
    )


def _shown_all(chain: Chain, branches: tuple[Branch, ...]) -> tuple[ShownBranch, ...]:
    return tuple(_shown(one, chain) for one in branches)
