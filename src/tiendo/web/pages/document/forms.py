"""The form in which a reviewer says what the text says instead."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from tiendo.facts.errors import TiendoError
from tiendo.facts.period import Period
from tiendo.facts.printing import number
from tiendo.facts.records import Citation, Measurement, Observation, Task
from tiendo.ledger.selectors.document_facts import FactInText
from tiendo.reference.units import read_unit
from tiendo.text.numbers import NumberStyle, parse_number
from tiendo.web.words import say

_LONGEST = 1_000  # characters of a field; a list of bodies may be long
_NUMBERS = ("low", "high", "plan_percent", "yoy_percent")
_PERIODS = ("period", "deadline")
_MEASURED = ("subject", "low", "high", "unit", "period", "plan_percent", "yoy_percent")
_OF_TASK = ("lead", "coordinators", "deadline")
_OF_CITATION = ("type", "number", "date", "issuer")
_SEPARATOR = "; "


class Correction(forms.Form):
    """The fields of a fact as people write them; `changes` are those that were changed, as the record takes them."""

    def __init__(self, fact: FactInText, language: str, sent: QueryDict | None = None) -> None:
        super().__init__(sent, prefix="to", initial=_written(fact, language))
        self._language = language
        self._problems: list[str] = []
        for name in _fields_of(fact):
            self.fields[name] = self._field(name)
            self.fields[name].widget.attrs["aria-describedby"] = f"id_to-{name}_hint"
        if isinstance(fact.record, Measurement):
            self.fields["kind"] = forms.ChoiceField(
                label=say("review.field.kind", language),
                choices=[(kind, say(f"document.kind.{kind}", language)) for kind in ("observation", "target")],
            )
            self.fields["estimated"] = forms.BooleanField(label=say("review.field.estimated", language), required=False)

    def _field(self, name: str) -> forms.Field:
        return forms.CharField(
            label=say(f"review.field.{name}", self._language), required=False, max_length=_LONGEST, strip=True
        )

    def hints(self) -> dict[str, str]:
        """How each field is written, where that does not go without saying."""
        hinted = ("low", "period", "deadline", "lead", "unit", "date")
        return {name: say(f"review.hint.{name}", self._language) for name in hinted if name in self.fields}

    def changes(self) -> dict[str, Any]:
        """What was changed; fields that cannot be read get their error."""
        found: dict[str, Any] = {}
        for name in self.changed_data:
            try:
                found |= self._change(name, self.cleaned_data.get(name))
            except (ValueError, TiendoError) as fault:
                said = fault.sentence(self._language) if isinstance(fault, TiendoError) else None
                self.add_error(name, said or say("review.fault.number", self._language))
        return found

    def _change(self, name: str, written: Any) -> Mapping[str, Any]:
        if name in _NUMBERS:
            return {name: _number(written, self._language)}
        if name in _PERIODS:
            return {name: str(Period.parse(written)) if written else ""}
        if name == "unit":
            unit = read_unit(written)
            return {"unit": written, "unit_measure": unit.measure, "unit_mult": unit.multiplier}
        if name == "estimated":
            return {name: bool(written)}
        return {name: written}


def _fields_of(fact: FactInText) -> tuple[str, ...]:
    match fact.record:
        case Measurement():
            return _MEASURED
        case Task():
            return _OF_TASK
        case Citation():
            return _OF_CITATION
    raise TypeError(fact.kind)


def _written(fact: FactInText, language: str) -> dict[str, Any]:
    """The fields of a fact as people write them."""
    match fact.record:
        case Measurement() as record:
            return {
                "subject": record.subject,
                "low": _printed(record.quantity.low, language),
                "high": _printed(record.quantity.high, language),
                "unit": record.quantity.written_unit,
                "period": str(record.period) if record.period else "",
                "plan_percent": _printed(record.plan_percent, language),
                "yoy_percent": _printed(record.yoy_percent, language),
                "kind": fact.kind,
                "estimated": isinstance(record, Observation) and record.estimated,
            }
        case Task() as record:
            return {
                "lead": _SEPARATOR.join(record.lead),
                "coordinators": _SEPARATOR.join(record.coordinators),
                "deadline": str(record.deadline) if record.deadline else "",
            }
        case Citation() as record:
            return {
                "type": record.type,
                "number": record.number or "",
                "date": record.date.isoformat() if record.date else "",
                "issuer": record.issuer or "",
            }
    raise TypeError(fact.kind)


def _printed(value: Decimal | None, language: str) -> str:
    return "" if value is None else number(value, language)


def _number(written: str, language: str) -> str:
    """A printed number as the record takes it; raises `ValueError`."""
    if not written:
        return ""
    sign = "-" if written[0] in "-−" else ""
    style = NumberStyle.VIETNAMESE if language == "vi" else NumberStyle.ENGLISH
    return sign + str(parse_number(written.lstrip("-−+ "), style))
