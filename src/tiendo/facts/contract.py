"""Fact records as plain dictionaries: the exchange form that `tiendo extract --format jsonl` prints.

Each kind has a fixed list of fields in a fixed order (`FIELDS`). Numbers are JSON numbers: whole ones
stay whole (`2530`), others keep their decimals (`28.1`). Periods are strings such as `2022-Q1`, or null
where neither the text nor the caller says the period.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from tiendo.facts.errors import InvalidFact
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Citation, Fact, Measurement, Observation, Target, Task

Json = dict[str, Any]

_PLACE = ("kind", "start", "end", "quote", "provision")
_MEASUREMENT = (
    *_PLACE, "subject", "within", "low", "high", "unit", "unit_measure", "unit_mult", "per", "of", "change",
    "approximate", "estimated", "period", "annual", "cumulative", "plan_percent", "yoy_percent", "yoy_change",
)  # fmt: skip

FIELDS: Mapping[str, tuple[str, ...]] = {
    "target": _MEASUREMENT,
    "observation": _MEASUREMENT,
    "task": (*_PLACE, "lead", "coordinators", "deadline"),
    "citation": (*_PLACE, "number", "type", "date", "issuer"),
}
"""The fields of every kind of record, in the order in which they are printed."""

KINDS = tuple(FIELDS)

_KIND_OF: Mapping[type[Fact], str] = {
    Target: "target",
    Observation: "observation",
    Task: "task",
    Citation: "citation",
}


def kind_of(record: Fact) -> str:
    """The name of the record's kind: `target`, `observation`, `task` or `citation`."""
    return _KIND_OF[type(record)]


def to_contract(record: Fact) -> Json:
    """The record with exactly the fields of its kind, in their order."""
    place: Json = {
        "kind": kind_of(record),
        "start": record.start,
        "end": record.end,
        "quote": record.quote,
        "provision": list(record.provision),
    }
    match record:
        case Measurement():
            return place | _from_measurement(record)
        case Task():
            return place | _from_task(record)
        case Citation():
            return place | _from_citation(record)
        case _:
            raise TypeError(f"{type(record).__name__} is no kind of record")


def json_number(value: Decimal | None) -> int | float | None:
    """A printed number as JSON has it: whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def from_contract(data: Mapping[str, Any]) -> Fact:
    """The record that a dictionary of the contract describes; fields beyond the contract are left aside.

    Raises `InvalidFact` where the kind is unknown, a field is missing, or a value does not fit its field.
    """
    build = _BUILDERS.get(data.get("kind", ""))
    if build is None:
        raise InvalidFact(
            vi=f"Loại bản ghi {data.get('kind')!r} không có; các loại là {', '.join(KINDS)}.",
            en=f"There is no kind of record {data.get('kind')!r}; the kinds are {', '.join(KINDS)}.",
        )
    missing = [name for name in FIELDS[data["kind"]] if name not in data]
    if missing:
        raise InvalidFact(
            vi=f"Bản ghi {data['kind']} thiếu trường: {', '.join(missing)}.",
            en=f"The {data['kind']} record lacks fields: {', '.join(missing)}.",
        )
    try:
        return build(data)
    except (ArithmeticError, TypeError, ValueError) as fault:
        raise InvalidFact(
            vi=f"Bản ghi {data['kind']} tại {data['start']} có giá trị không hợp lệ: {fault}.",
            en=f"The {data['kind']} record at {data['start']} has a value that does not fit: {fault}.",
        ) from fault


def _from_measurement(record: Measurement) -> Json:
    quantity = record.quantity
    return {
        "subject": record.subject,
        "within": record.within,
        "low": json_number(quantity.low),
        "high": json_number(quantity.high),
        "unit": quantity.written_unit,
        "unit_measure": quantity.unit.measure,
        "unit_mult": quantity.unit.multiplier,
        "per": quantity.per,
        "of": json_number(quantity.of),
        "change": quantity.change.value if quantity.change else None,
        "approximate": quantity.approximate,
        "estimated": isinstance(record, Observation) and record.estimated,
        "period": str(record.period) if record.period else None,
        "annual": record.annual,
        "cumulative": record.cumulative,
        "plan_percent": json_number(record.plan_percent),
        "yoy_percent": json_number(record.yoy_percent),
        "yoy_change": json_number(record.yoy_change),
    }


def _from_task(record: Task) -> Json:
    return {
        "lead": list(record.lead),
        "coordinators": list(record.coordinators),
        "deadline": str(record.deadline) if record.deadline else None,
    }


def _from_citation(record: Citation) -> Json:
    return {
        "number": record.number,
        "type": record.type,
        "date": record.date.isoformat() if record.date else None,
        "issuer": record.issuer,
    }


def _decimal(value: float | None) -> Decimal | None:
    # By way of the string: 28.1 is what was printed, not the nearest binary fraction.
    return None if value is None else Decimal(str(value))


def _place(data: Mapping[str, Any]) -> Json:
    return {
        "start": data["start"],
        "end": data["end"],
        "quote": data["quote"],
        "provision": tuple(data["provision"]),
        "confidence": data.get("confidence", 1.0),
        "doubts": tuple(data.get("doubts", ())),
    }


def _measured(data: Mapping[str, Any]) -> Json:
    quantity = Quantity(
        low=_decimal(data["low"]),
        high=_decimal(data["high"]),
        written_unit=data["unit"],
        unit=Unit(data["unit_measure"], data["unit_mult"]),
        per=data["per"],
        of=_decimal(data["of"]),
        change=Change(data["change"]) if data["change"] else None,
        approximate=data["approximate"],
    )
    return _place(data) | {
        "subject": data["subject"],
        "within": data["within"],
        "quantity": quantity,
        "period": Period.parse(data["period"]) if data["period"] else None,
        "annual": data["annual"],
        "cumulative": data["cumulative"],
        "plan_percent": _decimal(data["plan_percent"]),
        "yoy_percent": _decimal(data["yoy_percent"]),
        "yoy_change": _decimal(data["yoy_change"]),
    }


def _to_target(data: Mapping[str, Any]) -> Target:
    return Target(**_measured(data))


def _to_observation(data: Mapping[str, Any]) -> Observation:
    return Observation(**_measured(data), estimated=data["estimated"])


def _to_task(data: Mapping[str, Any]) -> Task:
    return Task(
        **_place(data),
        lead=tuple(data["lead"]),
        coordinators=tuple(data["coordinators"]),
        deadline=Period.parse(data["deadline"]) if data["deadline"] else None,
    )


def _to_citation(data: Mapping[str, Any]) -> Citation:
    return Citation(
        **_place(data),
        number=data["number"],
        type=data["type"],
        date=datetime.date.fromisoformat(data["date"]) if data["date"] else None,
        issuer=data["issuer"],
    )


_BUILDERS: Mapping[str, Callable[[Mapping[str, Any]], Fact]] = {
    "target": _to_target,
    "observation": _to_observation,
    "task": _to_task,
    "citation": _to_citation,
}
