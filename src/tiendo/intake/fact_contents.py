"""All that a fact says, field by field, without where it stands and how sure the reader is."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from tiendo.facts.figures import Comparison
from tiendo.facts.quantity import Quantity
from tiendo.facts.records import Citation, Fact, Measurement, Observation, Task

_MEASUREMENT = (
    *("subject", "within", "quantity", "period", "annual", "cumulative"),
    *("plan_percent", "yoy_percent", "yoy_change", "comparisons"),
)
_FIELDS: Mapping[type[Fact], tuple[str, ...]] = {
    Observation: (*_MEASUREMENT, "estimated"),
    Task: ("quote", "lead", "coordinators", "deadline"),
    Citation: ("number", "type", "date", "issuer"),
}


def contents(fact: Fact) -> Mapping[str, Hashable]:
    """The fields by name; two facts of one kind say the same where these are equal.

    Numbers count by their digits: 28,1 and 28,10 are rounded differently. Spaces and line ends do not count, nor
    how a unit is spelled.
    """
    names = _FIELDS.get(type(fact), _MEASUREMENT if isinstance(fact, Measurement) else ("quote",))
    return {name: _content(getattr(fact, name)) for name in names}


def _content(value: Any) -> Hashable:
    match value:
        case Quantity():
            bounds = str(value.low), str(value.high), str(value.of)
            return *bounds, value.unit, value.per, value.change, value.approximate
        case Comparison():
            return _content(value.figure.quantity), value.compared_with, value.form, _content(value.basis)
        case tuple():
            return tuple(map(_content, value))
        case None | bool():
            return value
    return " ".join(str(value).split())
