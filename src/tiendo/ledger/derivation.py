"""What counts because of a fact: the target, result, task or citation that follows from it, and follows its changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tiendo.facts.exchange import record_from_json
from tiendo.facts.records import Citation, Measurement, Task
from tiendo.ledger import models
from tiendo.ledger.amendments import Series
from tiendo.ledger.chain import Recorder
from tiendo.ledger.identity import number_key
from tiendo.ledger.measures import columns_of
from tiendo.ledger.models import Entry, Fact, FactState
from tiendo.ledger.plans import plan_for
from tiendo.ledger.standing import FOREVER

COUNTING = (FactState.SURE, FactState.ACCEPTED)

_MODELS: dict[str, type[Entry]] = {
    "target": models.Target,
    "observation": models.Observation,
    "task": models.Task,
    "citation": models.Citation,
}


@dataclass(frozen=True, slots=True)
class Derived:
    """Where rows go, the day of issue of the document that they come from, and the targets that it amends."""

    recorder: Recorder
    issued: date | None
    amended: Mapping[Series, int] = field(default_factory=dict)


def settle(derived: Derived, fact: Fact, row: Entry | None) -> None:
    """Make what counts agree with the fact as it is now. `row` is what counted because of it until now."""
    recorder = derived.recorder
    model = _MODELS[fact.kind]
    content = content_of(fact, derived)
    if row is not None and (content is None or not isinstance(row, model)):
        recorder.withdraw(row)
        row = None
    if content is None:
        return
    if row is None:
        recorder.add(model, **content)
        return
    if isinstance(row, models.Target) and row.amends is not None:
        # What a person said of the amendment holds on.
        content |= {"amends": row.amends, "in_force_from": row.in_force_from}
    recorder.supersede(row, **content)


def content_of(fact: Fact, derived: Derived) -> dict[str, Any] | None:
    """The columns of what follows from a fact; `None` where it does not count."""
    if fact.state not in COUNTING:
        return None
    record = record_from_json(fact.record)
    shared = {"document": fact.document, "fact": fact.root, "start": fact.start, "end": fact.end, "quote": fact.quote}
    reviewed = {"territory": fact.territory, "reviewed": fact.state == FactState.ACCEPTED or None}
    match record:
        case Measurement():
            return _measured(fact, record, derived, shared | reviewed) if fact.indicator else None
        case Task():
            return shared | reviewed | _task(fact, record)
        case Citation():
            year = record.date.year if record.date else None
            return shared | {
                "number": record.number,
                "type": record.type,
                "date": record.date,
                "issuer": record.issuer,
                "cited": number_key(record.number, year) if record.number else None,
            }
    raise TypeError(fact.kind)


def _measured(fact: Fact, record: Measurement, derived: Derived, shared: dict[str, Any]) -> dict[str, Any]:
    content = columns_of(record) | shared | {"indicator": fact.indicator}
    if fact.kind == "target":
        amends = derived.amended.get((fact.indicator or "", fact.territory, content["period"]))
        return content | {"in_force_from": derived.issued, "amends": amends}
    is_percentage = record.plan_percent is not None
    plan = plan_for(fact.indicator or "", fact.territory, record.period, derived.issued) if is_percentage else None
    return content | {"plan": plan}


def _task(fact: Fact, record: Task) -> dict[str, Any]:
    bodies = fact.bodies or {}
    return {
        "provision": list(record.provision),
        "lead": list(record.lead),
        "coordinators": list(record.coordinators),
        "lead_codes": bodies.get("lead", []),
        "coordinator_codes": bodies.get("coordinators", []),
        "deadline": str(record.deadline) if record.deadline else None,
        "due": record.deadline.last_day if record.deadline else None,
    }


def rows_of_document(document: int) -> dict[int, Entry]:
    """What counts because of the facts of a version of a document, by the root of the fact."""
    return {
        row.fact: row for model in _MODELS.values() for row in model.objects.standing(FOREVER).filter(document=document)
    }


def row_of_fact(root: int) -> Entry | None:
    """What counts because of the fact with that root."""
    for model in _MODELS.values():
        row: Entry | None = model.objects.standing(FOREVER).filter(fact=root).first()
        if row is not None:
            return row
    return None


def withdraw_rows(recorder: Recorder, rows: Iterable[Entry]) -> None:
    """Nothing of these counts any longer."""
    for row in rows:
        recorder.withdraw(row)
