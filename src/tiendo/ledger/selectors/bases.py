"""What documents rest on: the chain of legal bases, upwards and downwards, as far as the record holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Min

from tiendo.facts.wording import Wording
from tiendo.ledger import models
from tiendo.ledger.selectors.basis_tree import Node
from tiendo.ledger.selectors.citations import beginnings_of
from tiendo.ledger.selectors.document_register import ListedDocument, listed_documents
from tiendo.ledger.selectors.sealed import Stamp, stamp_of
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.reference.territories import NATIONAL

BASES = Wording(
    "Căn cứ của một văn bản là những văn bản được nêu ở phần mở đầu, trước điều, mục đầu tiên.",
    "A document rests on those that its opening names, before its first article or section.",
)

_CHAINS_KEPT = 16  # different sets of roles at a few moments; a thousand documents take some megabytes


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that the record does not hold, or not for this viewer, by what a citation says of it."""

    key: str
    number: str | None
    type_name: str
    quote: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What each document rests on and what rests on it. A node is the root of a document or the key of a `Cited`."""

    documents: Mapping[int, ListedDocument]
    missing: Mapping[str, Cited]
    above: Mapping[Node, tuple[Node, ...]]
    below: Mapping[Node, tuple[Node, ...]]


def chain_of_bases(viewer: Viewer, known: Known) -> Chain:
    """The chain of all documents that may be seen."""
    documents = {one.root: one for one in listed_documents(viewer, known)}
    stamp = stamp_of(known, models.Citation, models.Document)
    return _chain(_Sight(visible_to(viewer, known).sight, stamp, documents))


@dataclass(frozen=True, slots=True)
class _Sight:
    """What is seen: `sight` and `stamp` stand for the documents, so that only they need be compared."""

    sight: str
    stamp: Stamp
    documents: Mapping[int, ListedDocument] = field(compare=False)


@lru_cache(maxsize=_CHAINS_KEPT)
def _chain(seen: _Sight) -> Chain:
    by_version = {one.version: one for one in seen.documents.values()}
    found = _Resolving(seen.documents.values())
    above: dict[int, dict[Node, None]] = defaultdict(dict)
    below: dict[int, dict[Node, None]] = defaultdict(dict)
    missing: dict[str, Cited] = {}
    for citation in _in_openings(seen.stamp[0][0], by_version):
        citing = by_version[citation.document]
        meant = found.meant(citation.cited, citing.territory)
        if meant == citing.root:
            continue
        if meant is None:
            key = citation.cited or citation.quote
            missing.setdefault(key, Cited(key, citation.number, citation.type, citation.quote))
            above[citing.root][key] = None
        else:
            above[citing.root][meant] = None
            below[meant][citing.root] = None
    return Chain(seen.documents, missing, _in_tuples(above), _in_tuples(below))


def _in_openings(last: int, versions: Collection[int]) -> list[models.Citation]:
    """The citations of these versions that stand before the first provision, in the order of the text."""
    first = dict(models.Provision.objects.values_list("document").annotate(Min("start")))
    standing = models.Citation.objects.standing(last).order_by("document", "start", "id")
    return [one for one in standing if one.document in versions and one.start < first.get(one.document, 0)]


class _Resolving:
    """Finds the document that a citation means, by the same rule as on its page (see `citations.RESOLVING`)."""

    def __init__(self, documents: Iterable[ListedDocument]) -> None:
        self._by_beginning: dict[str, list[ListedDocument]] = defaultdict(list)
        for one in documents:
            for beginning in beginnings_of(one.identity):
                self._by_beginning[beginning].append(one)

    def meant(self, beginning: str | None, territory: str | None) -> int | None:
        """The root of the one document of that number in the territory or of the State; of several none."""
        named = self._by_beginning.get(beginning or "", ())
        roots = [one.root for one in named if one.territory in (territory, NATIONAL)]
        return roots[0] if len(roots) == 1 else None


def _in_tuples(nodes: Mapping[int, Iterable[Node]]) -> dict[Node, tuple[Node, ...]]:
    return {root: tuple(found) for root, found in nodes.items()}
