"""Puts right what a reader misread: named fields of a record get other values, the place in the text stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tiendo.facts.contract import FIELDS, from_contract, to_contract
from tiendo.facts.errors import InvalidChange, InvalidFact
from tiendo.facts.records import Fact, Measurement

_PLACE = frozenset({"start", "end", "quote", "provision"})
_NUMBERS = ("low", "high", "of", "plan_percent", "yoy_percent", "yoy_change")
_FLAGS = frozenset({"approximate", "estimated", "annual", "cumulative"})
_LISTS = frozenset({"lead", "coordinators"})
_TRUE, _FALSE = frozenset({"true", "yes", "có", "1"}), frozenset({"false", "no", "không", "0", ""})
_LIST_SEPARATOR = ";"


def corrected(record: Fact, changes: Mapping[str, Any]) -> Fact:
    """The record with the changes in it; `changes` are fields of the contract, as values or as people write them.

    An empty text means that the document does not say it. A target may become a result and the other way round.
    Raises `InvalidChange` for a field that cannot be corrected and for a value that does not fit.
    """
    if not changes:
        raise InvalidChange(vi="Chưa nêu trường nào cần sửa.", en="No field was named that is to be corrected.")
    fields = _exact_fields(record)
    kind = str(changes.get("kind", fields["kind"]))
    known = set(FIELDS.get(kind, ())) - _PLACE
    strange = sorted(changes.keys() - known)
    if strange:
        raise InvalidChange(
            vi=f"Không sửa được {', '.join(strange)}; sửa được: {', '.join(sorted(known))}.",
            en=f"{', '.join(strange)} cannot be corrected; these can: {', '.join(sorted(known))}.",
        )
    try:
        changed = from_contract(fields | {name: _value(name, value) for name, value in changes.items()})
    except InvalidFact as fault:
        raise InvalidChange(vi=fault.vi, en=fault.en) from fault
    if isinstance(changed, Measurement) and isinstance(record, Measurement):
        return replace(changed, comparisons=record.comparisons)
    return changed


def _exact_fields(record: Fact) -> dict[str, Any]:
    """The record by the contract, but with its numbers digit by digit."""
    fields = to_contract(record)
    if isinstance(record, Measurement):
        quantity = record.quantity
        exact: dict[str, Decimal | None] = {"low": quantity.low, "high": quantity.high, "of": quantity.of}
        exact |= {name: getattr(record, name) for name in _NUMBERS[3:]}
        fields |= {name: None if value is None else str(value) for name, value in exact.items()}
    return fields


def _value(name: str, value: Any) -> Any:
    """A value as the contract has it, from what a person wrote."""
    if not isinstance(value, str):
        return value
    written = value.strip()
    if name in _FLAGS:
        if written.lower() not in _TRUE | _FALSE:
            raise InvalidFact(vi=f"{name} cần true hoặc false.", en=f"{name} needs true or false.")
        return written.lower() in _TRUE
    if name in _LISTS:
        return [part.strip() for part in written.split(_LIST_SEPARATOR) if part.strip()]
    if name == "unit_mult":
        return int(written) if written.lstrip("-").isdecimal() else written
    return written or None
