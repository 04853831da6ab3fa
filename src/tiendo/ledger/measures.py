"""Targets and results as columns of the record, and back."""

from __future__ import annotations

from typing import Any

from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Measurement, Observation, Target


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


def record_of(row: Any, subject: str, *, is_target: bool) -> Target | Observation:
    """The record of a row: of `models.Target` or `models.Observation`, or a tuple with the same columns.

    `subject` is what the row's indicator is called; its words were those of the fact.
    """
    shared: dict[str, Any] = {
        "start": row.start,
        "end": row.end,
        "quote": row.quote,
        "subject": subject,
        "quantity": Quantity(
            low=row.low,
            high=row.high,
            written_unit=row.unit,
            unit=Unit(row.unit_measure, row.unit_mult),
            per=row.per,
            of=row.of,
            change=Change(row.change) if row.change else None,
            approximate=bool(row.approximate),
        ),
        "period": Period.parse(row.period) if row.period else None,
        "annual": bool(row.annual),
        "cumulative": bool(row.cumulative),
        "plan_percent": row.plan_percent,
        "yoy_percent": row.yoy_percent,
        "yoy_change": row.yoy_change,
    }
    if is_target:
        return Target(**shared)
    return Observation(**shared, estimated=bool(getattr(row, "estimated", False)))
