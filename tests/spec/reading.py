"""Reads one sentence through the real pipeline and says in short phrases what was found.

A record is written down as its quote and what matters about it, `6 - 6,5% | 6..6.5 | increase`:

    target, observation            the kind
    about X, within X              subject and enclosing total; `within nothing`
    31, 6..6.5, 85.., ..5          the bounds; an open side is empty
    VND+9, PT, XA                  the unit and its power of ten
    per X, of X                    denominators; `per nothing`, `of nothing`
    level, increase, decrease      whether the quantity is itself a change
    approximate, estimated, annual, cumulative, each also as `not …`
    in 2024-Q3                     the period
    plan X, yoy X, yoy by X        claimed percentages and change; `no plan`, `no yoy`, `no yoy by`
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Any

import pytest

from tiendo.documents.model import Document
from tiendo.documents.outline import outline
from tiendo.documents.tables import pipe_tables
from tiendo.extraction.extract import extract
from tiendo.facts.period import Period
from tiendo.facts.records import Measurement, Observation, Target

RESULTS = "I. KẾT QUẢ THỰC HIỆN"
PLAN = "I. MỤC TIÊU"


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of the spec under its heading, and every record that it holds, in order."""

    pattern: int | str
    sentence: str
    expected: tuple[str, ...]
    heading: str
    period: str

    def __str__(self) -> str:
        return f"pattern {self.pattern}"


def result(pattern: int | str, sentence: str, *expected: str, period: str = "2024", not_yet: str = "") -> Any:
    """A row of a table: what a report of the year 2024 says with this sentence."""
    return _row(Case(pattern, sentence, expected, RESULTS, period), not_yet)


def plan(pattern: int | str, sentence: str, *expected: str, period: str = "2025", not_yet: str = "") -> Any:
    """A row of a table: what a plan for the year 2025 says with this sentence."""
    return _row(Case(pattern, sentence, expected, PLAN, period), not_yet)


def _row(case: Case, not_yet: str) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=not_yet)] if not_yet else []
    return pytest.param(case, marks=marks, id=str(case))


def read(text: str, period: str | None) -> list[Target | Observation]:
    """The targets and observations of a text; `period` is the document's."""
    document = Document("spec.txt", "txt", text, outline(text, pipe_tables(text)), pipe_tables(text))
    facts = extract(document, default_period=Period.parse(period) if period else None)
    return [fact for fact in facts if isinstance(fact, Target | Observation)]


def read_case(case: Case) -> list[Target | Observation]:
    """The records of a case's sentence below its heading."""
    return read(f"{case.heading}\n{case.sentence}\n", case.period)


def lines_read(case: Case) -> tuple[str, ...]:
    """The case's expected lines, as far as the records of its sentence say the same; else what they say."""
    return tuple(_agree(record, line) for record, line in zip_longest(read_case(case), case.expected))


def _agree(record: Target | Observation | None, line: str | None) -> str:
    """The line itself where the record says all of it, else everything that the record says."""
    if record is None:
        return "nothing"
    said = describe(record)
    return line if line is not None and set(line.split(" | ")) <= set(said) else " | ".join(said)


def describe(record: Target | Observation) -> tuple[str, ...]:
    """Everything a record says, the quote first."""
    return (record.quote, *_of_quantity(record), *_of_measurement(record))


def _of_quantity(record: Measurement) -> Iterator[str]:
    quantity = record.quantity
    low, high = _number(quantity.low), _number(quantity.high)
    yield low if quantity.is_point else f"{low}..{high}"
    yield quantity.unit.measure + (f"+{quantity.unit.multiplier}" if quantity.unit.multiplier else "")
    yield f"per {quantity.per or 'nothing'}"
    yield f"of {_number(quantity.of) or 'nothing'}"
    yield quantity.change.value if quantity.change else "level"
    yield _flag(quantity.approximate, "approximate")


def _of_measurement(record: Target | Observation) -> Iterator[str]:
    yield "target" if isinstance(record, Target) else "observation"
    yield f"about {record.subject}"
    yield f"within {record.within or 'nothing'}"
    yield _flag(isinstance(record, Observation) and record.estimated, "estimated")
    yield _flag(record.annual, "annual")
    yield _flag(record.cumulative, "cumulative")
    yield f"in {record.period}"
    for name, value in (("plan", record.plan_percent), ("yoy", record.yoy_percent), ("yoy by", record.yoy_change)):
        yield f"no {name}" if value is None else f"{name} {_number(value)}"


def _flag(is_set: bool, name: str) -> str:
    return name if is_set else f"not {name}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
