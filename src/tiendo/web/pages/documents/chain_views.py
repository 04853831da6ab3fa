"""What a document rests on, and what rests on it, as a tree that can be walked."""

from __future__ import annotations

from django.http import HttpResponse

from tiendo.ledger.models import Document
from tiendo.ledger.selectors.bases import BASES, chain_of_bases
from tiendo.ledger.standing import no_such_entry
from tiendo.web.pages.documents.chain import branches_down, branches_up
from tiendo.web.pages.reading import Reading, reads


@reads
def chain(reading: Reading, number: int) -> HttpResponse:
    """The chain of one document, in both directions."""
    found = chain_of_bases(reading.viewer, reading.known)
    document = found.documents.get(number)
    if document is None:
        raise no_such_entry(Document, number)
    context = {
        "document": document,
        "above": branches_up(number, found),
        "below": branches_down(number, found),
        "rule": BASES,
    }
    return reading.show("documents/chain.html", context)
