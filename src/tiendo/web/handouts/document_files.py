"""Documents as Akoma Ntoso for `tiendo export`: the one that is named as XML, else all in an archive."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.facts.errors import ExportRefused
from tiendo.ledger.selectors.streamed import StreamFilter
from tiendo.web.handouts.documents import akn_archive, akn_document, akn_documents
from tiendo.web.handouts.exports import ExportQuestion, nothing_to_export


def akn_file(asked: ExportQuestion) -> Iterator[bytes]:
    """The document with the root that is asked for, or an archive of all.

    Raises `ExportRefused` for filters that documents do not have, and where there is no document.
    """
    root = asked.wanted.document
    if asked.wanted != StreamFilter(document=root):
        raise ExportRefused(
            vi="Dạng akn xuất văn bản: chỉ lọc được theo --document và --as-of.",
            en="The format akn exports documents: it takes --document and --as-of, and no other filter.",
        )
    if root is not None:
        yield akn_document(root, asked.viewer, asked.known)[1]
        return
    if next(akn_documents(asked.viewer, asked.known), None) is None:
        raise nothing_to_export(asked.viewer)
    yield from akn_archive(asked.viewer, asked.known)
