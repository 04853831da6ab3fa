"""The standing version of a document with its facts as the machine read them: what a new version is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tiendo.facts.exchange import record_from_json
from tiendo.facts.period import Period
from tiendo.facts.records import Fact
from tiendo.ledger import models
from tiendo.ledger.standing import FOREVER


@dataclass(frozen=True, slots=True)
class StandingVersion:
    """A standing version: its entry and root, and its facts (`entries` are those of `facts`, in the same order)."""

    entry: int
    root: int
    title: str
    territory: str | None
    reader_version: str
    facts: tuple[Fact, ...]
    entries: tuple[int, ...]


def standing_version(identity: str) -> StandingVersion | None:
    """The standing version of the document with that identity."""
    return _version(models.Document.objects.standing(FOREVER).filter(identity=identity).first())


def version_of_file(sha256: str) -> StandingVersion | None:
    """The standing version that was read from those bytes."""
    return _version(models.Document.objects.standing(FOREVER).filter(file=sha256).first())


def latest_period(roots: Sequence[int] = ()) -> str | None:
    """The latest period that one of the documents reports results of; of all documents where none is named."""
    documents = models.Document.objects.standing(FOREVER).exclude(period=None)
    documents = documents.filter(root__in=roots) if roots else documents
    said = dict(documents.values_list("id", "period"))
    reporting = models.Observation.objects.filter(document__in=list(said)).values_list("document", flat=True).distinct()
    periods = [Period.parse(said[document]) for document in reporting]
    return str(max(periods)) if periods else None


def _version(document: models.Document | None) -> StandingVersion | None:
    if document is None:
        return None
    standing = list(models.Fact.objects.standing(FOREVER).filter(document=document.id).order_by("start", "id"))
    read = _as_read(standing, document)
    return StandingVersion(
        entry=document.id,
        root=document.root,
        title=document.title,
        territory=document.territory,
        reader_version=document.reader_version,
        facts=tuple(record_from_json(read.get(fact.root, fact).record) for fact in standing),
        entries=tuple(fact.id for fact in standing),
    )


def _as_read(standing: list[models.Fact], document: models.Document) -> dict[int, models.Fact]:
    """For facts that a person corrected, what the machine had read: a new reading is compared with that."""
    corrected = [fact.root for fact in standing if fact.reader_version != document.reader_version]
    readings = models.Fact.objects.filter(root__in=corrected, reader_version=document.reader_version).order_by("id")
    return {fact.root: fact for fact in readings}
