"""The form that makes the indicator which a figure is a value of, where the catalogue has none."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from tiendo.catalogue.model import Direction, Frequency, Semantics
from tiendo.facts.records import Measurement
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.document_facts import FactInText
from tiendo.reference.units import read_unit
from tiendo.text.folding import name_key
from tiendo.web.pages.document.told import sentence_case
from tiendo.web.words import say

_LONGEST_CODE = 60
_LONGEST = 300
_CHOICES = {"semantics": Semantics, "direction": Direction, "frequency": Frequency}


class NewIndicator(forms.Form):
    """What a file of the catalogue would say, filled in from the figure as far as it tells."""

    def __init__(self, fact: FactInText, language: str, sent: QueryDict | None = None) -> None:
        super().__init__(sent, prefix="new", initial=_initial(fact))
        for name in ("name_vi", "name_en", "id", "unit", "owner", "definition"):
            longest = _LONGEST_CODE if name == "id" else _LONGEST
            self.fields[name] = forms.CharField(label=say(f"review.new.{name}", language), max_length=longest)
        for name, values in _CHOICES.items():
            self.fields[name] = forms.ChoiceField(
                label=say(f"review.new.{name}", language),
                choices=[(str(one), say(f"review.new.{name}.{one}", language)) for one in values],
            )
        self.fields["sector"] = forms.ChoiceField(
            label=say("review.new.sector", language),
            choices=[(one.id, one.names.sentence(language)) for one in catalogue_at().sectors],
        )

    def definition(self) -> dict[str, Any]:
        """The definition as the catalogue has it; raises `LookupRefused` for a unit that is none."""
        said = self.cleaned_data
        unit = read_unit(said["unit"])
        measured: dict[str, Any] = {"measure": unit.measure, "written": said["unit"]}
        if unit.multiplier:
            measured["multiplier"] = str(unit.multiplier)
        plain = {name: said[name] for name in ("id", "semantics", "direction", "frequency", "sector", "owner")}
        return {
            **plain,
            "names": {"vi": said["name_vi"], "en": said["name_en"]},
            "unit": measured,
            "definition": {"vi": said["definition"], "en": said["definition"]},
        }


def _initial(fact: FactInText) -> dict[str, str]:
    record = fact.record
    if not isinstance(record, Measurement):
        return {}
    return {
        "name_vi": sentence_case(record.subject),
        "id": "_".join(name_key(record.subject).split())[:_LONGEST_CODE],
        "unit": record.quantity.written_unit,
        "semantics": str(Semantics.FLOW),
        "direction": str(Direction.UP),
        "frequency": str(Frequency.ANNUAL),
    }
