"""Linked facts as lines of JSON or CSV: the fields of the contract first, then what they were matched to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from tiendo.facts.contract import FIELDS, to_contract
from tiendo.facts.decisions import Ambiguous, Decision, Matched, Rejected
from tiendo.facts.records import Measurement, Task
from tiendo.intake.reading import Linked, code_of
from tiendo.publishing.json_lines import json_line
from tiendo.publishing.spreadsheet import cell

_LINK_FIELDS = (
    *("indicator", "indicator_decision", "indicator_candidates", "indicator_reasons"),
    *("lead_codes", "coordinator_codes", "confidence", "doubts"),
)
_CSV_FIELDS = ("document", *dict.fromkeys(name for names in FIELDS.values() for name in names), *_LINK_FIELDS)

_LIST_SEPARATOR = "; "


def fields_of(fact: Linked) -> dict[str, Any]:
    """The contract's fields of a record, then what it was matched to, `confidence` and `doubts`.

    `indicator` is `None` where the look-up did not settle on one; `indicator_decision` then says whether that
    is `ambiguous`, `unknown` or `rejected`, with the candidates and the codes of the reasons. A collective
    phrase gives the codes of all its members, a body that is not known gives none.
    """
    record = fact.record
    fields = to_contract(record)
    if isinstance(record, Measurement):
        fields |= _decision(fact.indicator)
    if isinstance(record, Task):
        fields["lead_codes"] = _codes(fact.leads)
        fields["coordinator_codes"] = _codes(fact.coordinators)
    fields["confidence"] = round(record.confidence, 2)
    fields["doubts"] = list(record.doubts)
    return fields


def _decision(decision: Decision | None) -> dict[str, Any]:
    """What became of the look-up of an indicator, and why."""
    candidates = decision.codes if isinstance(decision, Ambiguous) else ()
    if isinstance(decision, Matched | Rejected):
        candidates = (decision.code,)
    warnings = decision.warnings if isinstance(decision, Matched) else ()
    return {
        "indicator": code_of(decision),
        "indicator_decision": type(decision).__name__.lower() if decision is not None else None,
        "indicator_candidates": list(candidates),
        "indicator_reasons": [*(decision.reasons if decision is not None else ()), *warnings],
    }


def _codes(decisions: Iterable[Decision]) -> list[str]:
    return [code for code in map(code_of, decisions) if code is not None]


def json_lines(facts: Iterable[Linked], document: str | None) -> str:
    """One record a line; `document`, where given, is the first field of each."""
    prefix = {} if document is None else {"document": document}
    return "".join(json_line(prefix | fields_of(fact)) for fact in facts)


def csv_lines(facts: Iterable[Linked], document: str, *, heading: bool) -> str:
    """One record a line with the same columns for all kinds; lists are joined, formulas are disarmed.

    Line ends are those of RFC 4180, as spreadsheets write them.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, _CSV_FIELDS, restval="")
    if heading:
        writer.writeheader()
    for fact in facts:
        fields = {"document": document} | fields_of(fact)
        writer.writerow({name: cell(_joined(value)) for name, value in fields.items()})
    return text.getvalue()


def _joined(value: object) -> object:
    if isinstance(value, list):
        return _LIST_SEPARATOR.join(map(str, value))
    return value
