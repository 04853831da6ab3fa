"""Small documents, targets and results for the tests of the record: made up, with figures that are easy to follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from tiendo.facts.decisions import Matched
from tiendo.facts.period import Period
from tiendo.facts.quantity import Quantity, Unit
from tiendo.facts.records import Citation, Fact, Observation, Target, Task
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.record_document import (
    DocumentRecorded,
    ReadDocument,
    ReadFact,
    Replacement,
    record_document,
)
from tiendo.ledger.identity import number_key

MORNING = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)

BILLION_DONG = Unit("VND", 9)


def moment(hours: int) -> datetime:
    """So many hours after the morning on which all of this begins."""
    return MORNING + timedelta(hours=hours)


def target(value: str, period: str = "2022", *, start: int = 0, subject: str = "Tổng thu ngân sách") -> Target:
    """A target of so many billion dong."""
    quote = f"{value} tỷ đồng"
    return Target(
        start=start,
        end=start + len(quote),
        quote=quote,
        subject=subject,
        quantity=_billion(value),
        period=Period.parse(period),
    )


def result(value: str, period: str = "2022-Q1", *, start: int = 0, **more: object) -> Observation:
    """A result of so many billion dong."""
    quote = f"{value} tỷ đồng"
    return Observation(
        start=start,
        end=start + len(quote),
        quote=quote,
        subject="Tổng thu ngân sách",
        quantity=_billion(value),
        period=Period.parse(period),
        **more,  # type: ignore[arg-type]
    )


def task(words: str, *, start: int = 0, lead: str = "Sở Mẫu") -> Task:
    """A task with a lead."""
    return Task(start=start, end=start + len(words), quote=words, lead=(lead,))


def citation(number: str, on: date | None = None, *, start: int = 0) -> Citation:
    """A citation by number."""
    return Citation(start=start, end=start + len(number), quote=number, number=number, type="Nghị quyết", date=on)


def _billion(value: str) -> Quantity:
    return Quantity(low=Decimal(value), high=Decimal(value), written_unit="tỷ đồng", unit=BILLION_DONG)


def read(record: Fact, indicator: str | None = "budget_revenue", *reasons: str, place: str = "20") -> ReadFact:
    """A fact as the intake hands it over: linked, and waiting where there are reasons."""
    measured = isinstance(record, Target | Observation)
    code = indicator if measured else None
    decision = Matched(code, ("same-name",)) if code else None
    return ReadFact(record=record, decision=decision, indicator=code, territory=place, reasons=reasons)


def document(
    *facts: ReadFact,
    identity: str = number_key("1/NQ-HĐND", 2021) + "20",
    file: str = "a" * 64,
    issued: date | None = date(2021, 12, 10),
    subject: str = "về mục tiêu năm 2022",
    title: str = "1/NQ-HĐND",
    territory: str | None = "20",
) -> ReadDocument:
    """A document with these facts; its text is as long as they need."""
    return ReadDocument(
        identity=identity,
        file=file,
        size=1,
        name="van-ban.txt",
        format="txt",
        reader_version="reader 1",
        text="x" * max((fact.record.end for fact in facts), default=1),
        outline={},
        relations=[],
        addressed_to_software=[],
        title=title,
        territory=territory,
        place=None,
        period=None,
        facts=facts,
        register={"issued_date": issued, "subject": subject, "number": title},
    )


def recorded(
    read_document: ReadDocument,
    *,
    hours: int = 0,
    before: DocumentRecorded | None = None,
    carried: Sequence[tuple[int, int]] = (),
    same: Sequence[int] = (),
) -> DocumentRecorded:
    """Record it; `carried` leads from new facts to the entries of old ones."""
    replaces = Replacement(document=before.entry, carried=dict(carried), same=frozenset(same)) if before else None
    return record_document(document=read_document, replaces=replaces, by=OPERATOR, at=moment(hours), why="")
