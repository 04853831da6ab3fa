"""A file read whole: the document itself and all that it says, as the record keeps them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tiendo import __version__
from tiendo.documents.model import Document
from tiendo.intake.addressing import Addressed, addressed_to_software
from tiendo.intake.failures import Failure
from tiendo.intake.reading import Reading, Request, guarded, open_document, reading_of

if TYPE_CHECKING:
    from tiendo.catalogue import Catalogue

READER_VERSION = f"tiendo-grammar {__version__}"
"""Which reader made a reading: facts of two versions may differ although the file is the same."""


@dataclass(frozen=True, slots=True)
class WholeReading:
    """A document and its reading; `addresses_software` are the stretches that speak to a program."""

    document: Document
    reading: Reading
    reader_version: str
    addresses_software: tuple[Addressed, ...] = ()


WholeOutcome = WholeReading | Failure


def read_whole(request: Request, catalogue: Catalogue) -> WholeOutcome:
    """All of a file, always with relations, its names looked up in `catalogue`; or why it could not be read."""

    def work(asked: Request) -> WholeReading:
        document = open_document(asked)
        reading = reading_of(document, replace(asked, with_relations=True), catalogue)
        return WholeReading(document, reading, READER_VERSION, addressed_to_software(document.text))

    return guarded(request, work)
