"""Record a document that was read: its text, its provisions and its facts; or a new version of it, fact by fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from tiendo.facts.contract import kind_of
from tiendo.facts.decisions import Decision
from tiendo.facts.exchange import decision_to_json, record_to_json
from tiendo.facts.records import Citation, Fact
from tiendo.ledger import models
from tiendo.ledger.actors import Actor
from tiendo.ledger.amendments import Series, amended_targets
from tiendo.ledger.chain import Recorder, recording, superseded_meanwhile
from tiendo.ledger.derivation import Derived, rows_of_document, settle, withdraw_rows
from tiendo.ledger.identity import number_key
from tiendo.ledger.models import FactState
from tiendo.ledger.permissions import Permission, Scope, require
from tiendo.ledger.standing import FOREVER

CHANGED_SINCE_REVIEW = "changed-since-review"  # a person decided on what this fact said in the version before


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFact:
    """A fact with what it was linked to. `reasons` are the codes why a person has to look; none where it is sure."""

    record: Fact
    decision: Decision | None = None
    indicator: str | None = None
    territory: str | None = None
    lead_codes: tuple[str, ...] = ()
    coordinator_codes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProvision:
    """A provision: its path of headings, what it is headed by, and its stretch of the text."""

    path: tuple[str, ...]
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Which standing version a document replaces, and which of its facts live on in the new one.

    `carried` leads from the place of a new fact to the entry of the old one; `same` are the places of those that
    say exactly what they said.
    """

    document: int
    carried: Mapping[int, int]
    same: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document on its way into the record; the names are those of `models.Document`."""

    identity: str
    file: str
    size: int
    name: str
    format: str
    reader_version: str
    text: str
    outline: Any
    relations: Any
    addressed_to_software: Any
    title: str
    territory: str | None
    place: str | None
    period: str | None
    facts: tuple[ReadFact, ...]
    provisions: tuple[ReadProvision, ...] = ()
    register: Mapping[str, str | int | date | None] = field(default_factory=dict)

    @property
    def columns(self) -> dict[str, Any]:
        """The content of the entry."""
        names = (
            *("identity", "file", "name", "format", "reader_version", "text", "outline", "relations"),
            *("addressed_to_software", "title", "territory", "place", "period"),
        )
        return {name: getattr(self, name) for name in names} | dict(self.register)


class Recorded(StrEnum):
    """What became of a document."""

    NEW = "new"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class DocumentRecorded:
    """The entry of the document, its root, and how many of its facts wait for a person."""

    outcome: Recorded
    entry: int
    root: int
    facts: int
    waiting: int


def record_document(
    *,
    document: ReadDocument,
    replaces: Replacement | None,
    by: Actor,
    at: datetime,
    why: str,
    rehearsal: bool = False,
) -> DocumentRecorded:
    """Record a document, or the new version of one.

    `replaces` has to name the version of the same identity that stands, and be `None` where none does: whoever
    compared the facts with another version than that gets `SupersededMeanwhile` and has to compare again.
    """
    require(by, Permission.RECORD_DOCUMENT, Scope(territory=document.territory))
    with recording("record_document", by=by.name, at=at, why=why, rehearsal=rehearsal) as recorder:
        before = _standing_version(document.identity)
        if (before.id if before else None) != (replaces.document if replaces else None):
            raise superseded_meanwhile()
        if not models.StoredFile.objects.filter(sha256=document.file).exists():
            recorder.add(models.StoredFile, sha256=document.file, size=document.size, name=document.name)
        if before is None or replaces is None:
            entry = recorder.add(models.Document, **document.columns)
            return _facts(recorder, document, _Version(entry, entry), None, Recorded.NEW)
        require(by, Permission.RECORD_DOCUMENT, Scope(territory=before.territory))
        register = dict.fromkeys(models.REGISTER_COLUMNS) | document.columns
        entry = recorder.supersede(before, **register)
        return _facts(recorder, document, _Version(entry, before.root, before), replaces, Recorded.REPLACED)


def _standing_version(identity: str) -> models.Document | None:
    found: models.Document | None = models.Document.objects.standing(FOREVER).filter(identity=identity).first()
    return found


@dataclass(frozen=True, slots=True)
class _Version:
    """The version that is being recorded, and the one that it replaces."""

    entry: int
    root: int
    before: models.Document | None = None


def _facts(
    recorder: Recorder, document: ReadDocument, version: _Version, replaces: Replacement | None, outcome: Recorded
) -> DocumentRecorded:
    for provision in document.provisions:
        recorder.add(
            models.Provision,
            document=version.entry,
            path=list(provision.path),
            heading=provision.heading,
            start=provision.start,
            end=provision.end,
        )
    old_facts, old_rows = _of_version(version.before)
    waiting = 0
    derived = Derived(recorder, _issued(document), _amended(document))
    for place, read in enumerate(document.facts):
        old = old_facts.pop(replaces.carried[place], None) if replaces and place in replaces.carried else None
        content = _content(read, version.entry, document.reader_version)
        if old is not None:
            content = _reviewed_before(content, old, is_same=replaces is not None and place in replaces.same)
            entry = recorder.supersede(old, **content)
        else:
            entry = recorder.add(models.Fact, **content)
        waiting += content["state"] == FactState.WAITING
        fact = models.Fact(id=entry, root=old.root if old else entry, **content)
        settle(derived, fact, old_rows.pop(fact.root, None))
    for gone in old_facts.values():
        recorder.withdraw(gone)
    withdraw_rows(recorder, old_rows.values())
    return DocumentRecorded(outcome, version.entry, version.root, len(document.facts), waiting)


def _issued(document: ReadDocument) -> date | None:
    issued = document.register.get("issued_date")
    return issued if isinstance(issued, date) else None


def _amended(document: ReadDocument) -> Mapping[Series, int]:
    citations = [fact.record for fact in document.facts if isinstance(fact.record, Citation)]
    cited = {number_key(one.number, one.date.year if one.date else None) for one in citations if one.number is not None}
    subject = document.register.get("subject")
    return amended_targets(str(subject) if subject else None, sorted(cited), document.territory)


def _of_version(before: models.Document | None) -> tuple[dict[int, models.Fact], dict[int, models.Entry]]:
    """The standing facts of a version by their entry, and what counts because of them by the root of the fact."""
    if before is None:
        return {}, {}
    facts = models.Fact.objects.standing(FOREVER).filter(document=before.id)
    return {fact.id: fact for fact in facts}, rows_of_document(before.id)


def _content(read: ReadFact, document: int, reader_version: str) -> dict[str, Any]:
    record = read.record
    bodies = {"lead": list(read.lead_codes), "coordinators": list(read.coordinator_codes)}
    return {
        "document": document,
        "kind": kind_of(record),
        "start": record.start,
        "end": record.end,
        "quote": record.quote,
        "record": record_to_json(record),
        "decision": decision_to_json(read.decision) if read.decision else None,
        "bodies": bodies if any(bodies.values()) else None,
        "indicator": read.indicator,
        "territory": read.territory,
        "confidence": float(record.confidence),
        "reasons": list(read.reasons),
        "state": FactState.WAITING if read.reasons else FactState.SURE,
        "reader_version": reader_version,
    }


def _reviewed_before(content: dict[str, Any], old: models.Fact, *, is_same: bool) -> dict[str, Any]:
    """What a person decided holds on for a fact that says the same; for one that changed the person is asked anew."""
    if old.state in (FactState.SURE, FactState.WAITING):
        return content
    if not is_same:
        return content | {"state": FactState.WAITING, "reasons": [*content["reasons"], CHANGED_SINCE_REVIEW]}
    place = {name: content[name] for name in ("start", "end", "quote")}
    return content | {
        "kind": old.kind,
        "record": {**old.record, **place},
        "indicator": old.indicator,
        "territory": old.territory,
        "reasons": [],
        "state": old.state,
        "reader_version": old.reader_version,
    }
