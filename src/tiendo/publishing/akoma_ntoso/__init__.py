"""Documents of the record as Akoma Ntoso 3.0: text, provisions, references and facts in one file."""

from tiendo.publishing.akoma_ntoso.model import (
    CitedDocument,
    MarkedFact,
    Outlined,
    Version,
    WrittenDocument,
)
from tiendo.publishing.akoma_ntoso.works import Work, cited_work, work_of
from tiendo.publishing.akoma_ntoso.writing import akoma_ntoso, provision_addresses

__all__ = (
    "CitedDocument",
    "MarkedFact",
    "Outlined",
    "Version",
    "Work",
    "WrittenDocument",
    "akoma_ntoso",
    "cited_work",
    "provision_addresses",
    "work_of",
)
