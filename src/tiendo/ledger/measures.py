"""Targets and results as columns of the record, and back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Measurement, Observation, Target
from tiendo.ledger import models


def columns_of(record: Measurement) -> dict[str, Any]:
    """What a record says, by the columns of `models.Measured`; absent where the record says nothing."""
    quantity, period = record.quantity, record.period
    values: dict[str, Any] = {
        "period": str(period) if period else None,
        "first_day": period.first_day if period else None,
        "last_day": period.last_day if period else None,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.written_unit,
        "unit_measure": quantity.unit.measure,
        "unit_mult": quantity.unit.multiplier,
        "per": quantity.per,
        "of": quantity.of,
        "change": quantity.change.value if quantity.change else None,
        "approximate": quantity.approximate or None,
        "annual": record.annual or None,
        "cumulative": record.cumulative or None,
        "plan_percent": record.plan_percent,
        "yoy_percent": record.yoy_percent,
        "yoy_change": record.yoy_change,
        "start": record.start,
        "end": record.end,
        "quote": record.quote,
    }
    if isinstance(record, Observation):
        values["estimated"] = record.estimated or None
    return values


def record_of(row: models.Target | models.Observation, subject: str) -> Target | Observation:
    """The record of a row. `subject` is what the row's indicator is called; its words were those of the fact."""
    shared: dict[str, Any] = {
        "start": row.start,
        "end": row.end,
        "quote": row.quote,
        "subject": subject,
        "quantity": Quantity(
            low=_decimal(row.low),
            high=_decimal(row.high),
            written_unit=row.unit,
            unit=Unit(row.unit_measure, row.unit_mult),
            per=row.per,
            of=_decimal(row.of),
            change=Change(row.change) if row.change else None,
            approximate=bool(row.approximate),
        ),
        "period": Period.parse(row.period) if row.period else None,
        "annual": bool(row.annual),
        "cumulative": bool(row.cumulative),
        "plan_percent": _decimal(row.plan_percent),
        "yoy_percent": _decimal(row.yoy_percent),
        "yoy_change": _decimal(row.yoy_change),
    }
    if isinstance(row, models.Observation):
        return Observation(**shared, estimated=bool(row.estimated))
    return Target(**shared)


def _decimal(value: Decimal | str | None) -> Decimal | None:
    return Decimal(value) if value is not None else None
