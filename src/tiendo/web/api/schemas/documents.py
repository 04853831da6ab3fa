"""Documents, their provisions and versions."""

from __future__ import annotations

from datetime import date, datetime
from datetime import date as Day  # noqa: N812 a field of a citation is called `date`

from pydantic import Field

from tiendo.web.api.schemas.shared import Shown


class DocumentShown(Shown):
    """A document in the version that stands; the fields of the register are those of Decree 30/2020/NĐ-CP, annex VI."""

    id: int = Field(description="The number of the document; it stays the same for all its versions.", examples=[7])
    entry: int = Field(description="The number of the entry that holds this version.")
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    published: bool = Field(description="True where everybody may see it.")
    identity: str = Field(description="What makes two files versions of one document.")
    file: str = Field(description="The SHA-256 of the file.")
    name: str = Field(description="The name under which the file came in.")
    format: str
    reader_version: str
    title: str
    territory: str | None = Field(examples=["20"])
    place: str | None
    period: str | None = Field(examples=["2022-Q1"])
    type_name: str | None = Field(examples=["Nghị quyết"])
    number: str | None
    code_number: str | None
    code_notation: str | None
    issued_date: date | None
    organ_name: str | None
    subject: str | None
    language: str | None
    page_amount: int | None
    description: str | None
    signer_position: str | None
    signer_full_name: str | None


class ProvisionShown(Shown):
    """A numbered part of the document."""

    entry: int
    path: tuple[str, ...] = Field(examples=[["Điều 1", "2", "a"]])
    heading: str
    start: int
    end: int


class VersionShown(Shown):
    """A version of the document."""

    entry: int
    recorded_at: datetime
    file: str
    name: str
    reader_version: str
    withdrawn: bool


class CitationShown(Shown):
    """Another document that this one cites."""

    entry: int
    start: int
    end: int
    quote: str
    number: str | None = Field(examples=["62/NQ-HĐND"])
    type: str
    date: Day | None
    issuer: str | None
    document: int | None = Field(description="The document that it means, where the record has exactly one such.")


class WholeDocumentShown(Shown):
    """A document with its provisions, all its versions, the first one first, what it cites and who cites it."""

    document: DocumentShown
    provisions: tuple[ProvisionShown, ...]
    versions: tuple[VersionShown, ...]
    citations: tuple[CitationShown, ...]
    cited_by: tuple[int, ...] = Field(description="The documents that cite this one.")
