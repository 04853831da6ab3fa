"""Where the rooms meet: a path goes in, linked facts or a reason come out."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tiendo.documents.model import Document, Note
from tiendo.facts.decisions import Decision, Matched
from tiendo.facts.errors import UnreadableDocument
from tiendo.facts.period import Period
from tiendo.facts.records import Fact, Measurement, Task
from tiendo.facts.relations import Relation
from tiendo.intake.failures import Failure, failure, refusal

if TYPE_CHECKING:
    from tiendo.catalogue import Catalogue

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read, by the name the user gave it; `default_period` for a text that does not say its own.

    `kept_at` is where its bytes lie, where that is not under the name.
    `with_relations` asks for what the text says of several numbers at once, which only an audit needs.
    """

    path: str
    default_period: Period | None = None
    max_bytes: int | None = None
    with_relations: bool = False
    kept_at: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A record with what it was matched to.

    `indicator` answers for targets and observations. `leads` and `coordinators` answer for the bodies of a
    task, one decision for each body that its words mean; they are empty where the document has no date to
    look bodies up by.
    """

    record: Fact
    indicator: Decision | None = None
    leads: tuple[Decision, ...] = ()
    coordinators: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says, in the order of the text.

    `title` is how a scoreboard names the document, `territory` the code of the province that it speaks of
    (see `matching.document_territory`), `place` where it was issued, as written. `day` is the date of the
    document, `period` the time it speaks of.
    """

    path: str
    title: str
    facts: tuple[Linked, ...]
    notes: tuple[Note, ...] = ()
    territory: str | None = None
    place: str | None = None
    day: date | None = None
    period: Period | None = None
    relations: tuple[Relation, ...] = ()


Outcome = Reading | Failure


def open_document(request: Request) -> Document:
    """The document of a request; raises `UnreadableDocument`."""
    from tiendo.documents.limits import DEFAULT
    from tiendo.documents.read import read_document

    limits = DEFAULT if request.max_bytes is None else DEFAULT.for_size(request.max_bytes)
    return read_document(request.kept_at or request.path, name=request.path, limits=limits)


def read_facts(request: Request) -> Outcome:
    """Everything that the file says, or why it could not be read. Never raises for what a file holds."""
    return guarded(request, _read)


def guarded(request: Request, work: Callable[[Request], Result]) -> Result | Failure:
    """What `work` makes of a file, or why it could not."""
    try:
        return work(request)
    except UnreadableDocument as fault:
        return refusal(fault, request.path)
    except Exception as fault:
        # The outermost boundary of one file: a fault of ours must not cost the user the other files.
        if os.environ.get("TIENDO_DEBUG"):
            raise
        if isinstance(fault, MemoryError):
            return failure("out-of-memory", request.path)
        return failure("reader-fault", request.path, fault=f"{type(fault).__name__}: {fault}")


def reading_of(document: Document, request: Request, catalogue: Catalogue) -> Reading:
    """All that a document says, with names looked up in the catalogue that is given."""
    from tiendo.extraction.extract import extract
    from tiendo.extraction.relations import extract_relations
    from tiendo.matching import document_territory

    facts = extract(document, default_period=request.default_period)
    return Reading(
        path=request.path,
        title=_title(document, request),
        facts=tuple(_link(fact, document, catalogue) for fact in facts),
        notes=document.notes,
        territory=document_territory(document),
        place=document.metadata.place,
        day=document.metadata.date,
        period=document.metadata.period,
        relations=extract_relations(document, facts) if request.with_relations else (),
    )


def lost(request: Request) -> Failure:
    """What is said of a file whose process was ended from outside."""
    return failure("reader-ended", request.path)


def code_of(decision: Decision | None) -> str | None:
    """The code that a look-up settled on, `None` where it did not."""
    return decision.code if isinstance(decision, Matched) else None


def _read(request: Request) -> Reading:
    from tiendo.catalogue import load_catalogue

    return reading_of(open_document(request), request, load_catalogue())


def _title(document: Document, request: Request) -> str:
    """How a scoreboard calls the document: its number; without a complete one its type, title or file."""
    metadata = document.metadata
    if metadata.number is not None and metadata.number[:1].isdigit():
        return metadata.number
    return metadata.type or metadata.title or Path(request.path).name


def _link(record: Fact, document: Document, catalogue: Catalogue) -> Linked:
    from tiendo.matching import days_of, document_province, match_bodies_within, match_record

    if isinstance(record, Measurement):
        return Linked(record, indicator=match_record(record, document, catalogue=catalogue))
    if isinstance(record, Task) and (days := days_of(document)) is not None:
        province = document_province(document, days.last)
        return Linked(
            record,
            leads=match_bodies_within(record.lead, days, province=province),
            coordinators=match_bodies_within(record.coordinators, days, province=province),
        )
    return Linked(record)
