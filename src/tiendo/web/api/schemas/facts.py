"""Facts as they were read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected
from tiendo.facts.records import Citation, Fact, Measurement, Observation, Target, Task
from tiendo.ledger.models import FactState
from tiendo.ledger.selectors.facts import FactView
from tiendo.web.api.schemas.shared import Figure, Shown


class MeasurementRead(Shown):
    """What was read of a value."""

    kind: Literal["target", "observation"]
    provision: tuple[str, ...]
    doubts: tuple[str, ...] = Field(description="Codes of what the reader was not sure of.")
    subject: str = Field(description="What is measured, as written.")
    within: str | None
    low: Figure | None
    high: Figure | None
    unit: str
    unit_measure: str
    unit_mult: int
    per: str | None
    of: Figure | None
    change: str | None
    approximate: bool
    estimated: bool
    period: str | None
    annual: bool
    cumulative: bool
    plan_percent: Figure | None
    yoy_percent: Figure | None
    yoy_change: Figure | None


class TaskRead(Shown):
    """What was read of a task."""

    kind: Literal["task"]
    provision: tuple[str, ...]
    doubts: tuple[str, ...]
    lead: tuple[str, ...]
    coordinators: tuple[str, ...]
    deadline: str | None


class CitationRead(Shown):
    """What was read of a citation."""

    kind: Literal["citation"]
    provision: tuple[str, ...]
    doubts: tuple[str, ...]
    number: str | None
    type: str
    date: date | None
    issuer: str | None


Read = Annotated[MeasurementRead | TaskRead | CitationRead, Field(discriminator="kind")]


class DecisionShown(Shown):
    """What the look-up of the indicator gave, with its reasons."""

    outcome: Literal["matched", "ambiguous", "unknown", "rejected"]
    codes: tuple[str, ...]
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]


class FactShown(Shown):
    """A fact of a document."""

    id: int = Field(description="The number of the fact; it stays the same when a person corrects it.")
    entry: int = Field(description="The number of the entry that says this.")
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    document: int
    document_version: int
    kind: Literal["target", "observation", "task", "citation"]
    start: int
    end: int
    quote: str
    indicator: str | None
    territory: str | None
    confidence: float = Field(ge=0, le=1)
    reasons: tuple[str, ...] = Field(description="Codes why it waits for a person.")
    state: FactState
    reader_version: str
    decision: DecisionShown | None
    read: Read


def fact_shown(view: FactView) -> FactShown:
    """A fact with the fields that are shown."""
    names = [name for name in FactShown.model_fields if name not in ("decision", "read")]
    said = {name: getattr(view, name) for name in names}
    return FactShown(**said, decision=_decision(view.decision), read=_read(view.record))


def _decision(decision: Decision | None) -> DecisionShown | None:
    match decision:
        case None:
            return None
        case Matched(code=code, reasons=reasons, warnings=warnings):
            return DecisionShown(outcome="matched", codes=(code,), reasons=reasons, warnings=warnings)
        case Ambiguous(codes=codes, reasons=reasons):
            return DecisionShown(outcome="ambiguous", codes=codes, reasons=reasons, warnings=())
        case Rejected(code=code, reasons=reasons):
            return DecisionShown(outcome="rejected", codes=(code,), reasons=reasons, warnings=())
    return DecisionShown(outcome="unknown", codes=(), reasons=decision.reasons, warnings=())


def _read(record: Fact) -> MeasurementRead | TaskRead | CitationRead:
    match record:
        case Measurement():
            return _measurement(record)
        case Task():
            return TaskRead(
                kind="task",
                provision=record.provision,
                doubts=record.doubts,
                lead=record.lead,
                coordinators=record.coordinators,
                deadline=str(record.deadline) if record.deadline else None,
            )
        case Citation():
            return CitationRead(
                kind="citation",
                provision=record.provision,
                doubts=record.doubts,
                number=record.number,
                type=record.type,
                date=record.date,
                issuer=record.issuer,
            )
    raise TypeError(type(record).__name__)


def _measurement(record: Measurement) -> MeasurementRead:
    quantity = record.quantity
    return MeasurementRead(
        kind="target" if isinstance(record, Target) else "observation",
        provision=record.provision,
        doubts=record.doubts,
        subject=record.subject,
        within=record.within,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.written_unit,
        unit_measure=quantity.unit.measure,
        unit_mult=quantity.unit.multiplier,
        per=quantity.per,
        of=quantity.of,
        change=quantity.change.value if quantity.change else None,
        approximate=quantity.approximate,
        estimated=isinstance(record, Observation) and record.estimated,
        period=str(record.period) if record.period else None,
        annual=record.annual,
        cumulative=record.cumulative,
        plan_percent=record.plan_percent,
        yoy_percent=record.yoy_percent,
        yoy_change=record.yoy_change,
    )
