"""The scoreboard as data: JSON with all inputs and reasons, CSV with stable columns."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from typing import Any

from tiendo.assessment.aim import Aim
from tiendo.assessment.board import Board, BoardEntry, Row
from tiendo.assessment.explanation import needed, path_note, reason
from tiendo.assessment.judgement import Assessment
from tiendo.assessment.method import METHOD_VERSION
from tiendo.assessment.progress import Requirement
from tiendo.assessment.rules import Rule
from tiendo.facts.contract import json_number
from tiendo.facts.quantity import Quantity
from tiendo.publishing.cells import owner_of, source_of, warnings_of
from tiendo.publishing.spreadsheet import cell

_PLACES = 6  # of computed numbers: far finer than any printed figure

COLUMNS = (
    *("indicator", "name_vi", "name_en", "sector", "owner", "period", "status"),
    *("result_low", "result_high", "result_unit", "result_estimated", "result_period", "result_source"),
    *("target_low", "target_high", "target_unit", "target_period", "target_source"),
    *("expected", "ratio", "borderline", "plan_percent", "yoy_percent", "yoy_change", "age_days"),
    *("rule", "outcome", "reason_vi", "reason_en"),
)


def as_json(board: Board) -> str:
    """The board as one JSON object, ending with a line break; computed numbers have at most six decimals."""
    return json.dumps(_board(board), ensure_ascii=False, indent=2) + "\n"


def as_csv(board: Board) -> str:
    """One line an indicator, results without a target at the end; UTF-8, decimal points, RFC 4180 line ends.

    Text that a spreadsheet could run as a formula is preceded by an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in (*board.rows, *board.unplanned):
        record = _record(row, board)
        writer.writerow([cell(record[column]) for column in COLUMNS])
    return out.getvalue()


def _board(board: Board) -> dict[str, Any]:
    share = board.totals.fresh_share
    return {
        "period": str(board.period),
        "on": board.on.isoformat(),
        "territory": board.territory,
        "method": METHOD_VERSION,
        "documents": [{"document": document, "title": title} for document, title in board.documents],
        "totals": {
            **{status.value: count for status, count in board.totals.counts.items()},
            "rows": board.totals.rows,
            "fresh": board.totals.fresh,
            "fresh_share": None if share is None else _number(share),
            "unlinked": board.unlinked,
            "undated": board.undated,
            "elsewhere": board.elsewhere,
        },
        "sectors": [
            {
                "sector": section.sector.id,
                "name": {"vi": section.sector.names.vi, "en": section.sector.names.en},
                "rows": [_row(row, board) for row in section.rows],
            }
            for section in board.sections
        ],
        "unplanned": [_row(row, board) for row in board.unplanned],
    }


def _row(row: Row, board: Board) -> dict[str, Any]:
    indicator = row.indicator
    return {
        "indicator": indicator.id,
        "name": {"vi": indicator.names.vi, "en": indicator.names.en},
        "semantics": indicator.semantics.value,
        "direction": indicator.direction.value,
        "owner": {"code": row.assessment.owner, "name": owner_of(row, board)},
        "target": _entry(row.target),
        "result": _entry(row.result),
        "from_claim": row.from_claim,
        "horizons": [_entry(entry) for entry in row.horizons],
        "assessment": _assessment(row.assessment),
        "findings": [
            {"check": one.check, "verdict": one.verdict.value, "message": {"vi": one.message.vi, "en": one.message.en}}
            for one in row.findings
        ],
        "warnings": [
            {"code": code, "vi": vi, "en": en}
            for code, vi, en in zip(
                row.warnings, warnings_of(row, board, "vi"), warnings_of(row, board, "en"), strict=True
            )
        ],
    }


def _entry(entry: BoardEntry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    record = entry.record
    return {
        **_quantity(record.quantity),
        "period": str(record.period),
        "annual": record.annual,
        "cumulative": record.cumulative,
        "estimated": getattr(record, "estimated", False),
        "plan_percent": json_number(record.plan_percent),
        "yoy_percent": json_number(record.yoy_percent),
        "yoy_change": json_number(record.yoy_change),
        "source": {
            "document": entry.document,
            "title": entry.title,
            "provision": list(record.provision),
            "start": record.start,
            "end": record.end,
            "quote": record.quote,
        },
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "low": json_number(quantity.low),
        "high": json_number(quantity.high),
        "unit": quantity.written_unit,
        "unit_measure": quantity.unit.measure,
        "unit_mult": quantity.unit.multiplier,
        "per": quantity.per,
        "change": quantity.change.value if quantity.change else None,
        "approximate": quantity.approximate,
    }


def _assessment(assessment: Assessment) -> dict[str, Any]:
    compared = assessment.comparison
    return {
        "status": assessment.status.value,
        "rule": _rule(assessment.rule),
        "outcome": assessment.outcome.value if assessment.outcome else None,
        "reason": {"vi": reason(assessment, "vi"), "en": reason(assessment, "en")},
        "borderline": assessment.borderline,
        "ratio": None if assessment.ratio is None else _number(assessment.ratio),
        "age_days": assessment.age_days,
        "inputs": None
        if compared is None
        else {
            "demand": compared.aim.demand.value,
            "target": _bounds(compared.aim),
            "reached": _number(compared.reached.value),
            "reached_interval": [_number(end) for end in compared.reached.ends],
            "expected": _bounds(compared.path.expectation),
            "elapsed": _number(compared.path.elapsed),
            "path": _rule(compared.path.rule),
            "path_note": {language: path_note(assessment, language) for language in ("vi", "en")},
        },
        "needed": _needed(compared.needed if compared else None, assessment),
    }


def _needed(requirement: Requirement | None, assessment: Assessment) -> dict[str, Any] | None:
    if requirement is None:
        return None
    return {
        "amount": None if requirement.amount is None else _number(requirement.amount),
        "each": _number(requirement.each),
        "periods": _number(requirement.periods),
        "every": requirement.every.value,
        "says": {language: needed(assessment, language) for language in ("vi", "en")},
    }


def _bounds(aim: Aim | None) -> dict[str, Any] | None:
    if aim is None:
        return None
    return {
        "low": None if aim.low is None else _number(aim.low),
        "high": None if aim.high is None else _number(aim.high),
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {"id": rule.id, "vi": rule.says.vi, "en": rule.says.en}


def _record(row: Row, board: Board) -> dict[str, Any]:
    """One line of the table, by column."""
    assessment, compared = row.assessment, row.assessment.comparison
    expectation = compared.path.expectation if compared else None
    result, target = _flat(row.result), _flat(row.target)
    return {
        "indicator": row.indicator.id,
        "name_vi": row.indicator.names.vi,
        "name_en": row.indicator.names.en,
        "sector": row.indicator.sector,
        "owner": owner_of(row, board),
        "period": str(board.period),
        "status": assessment.status.value,
        **{f"result_{key}": value for key, value in result.items()},
        **{f"target_{key}": value for key, value in target.items()},
        "expected": None if expectation is None else _number(expectation.deciding),
        "ratio": None if assessment.ratio is None else _number(assessment.ratio),
        "borderline": assessment.borderline,
        "plan_percent": row.result and row.result.record.plan_percent,
        "yoy_percent": row.result and row.result.record.yoy_percent,
        "yoy_change": row.result and row.result.record.yoy_change,
        "age_days": assessment.age_days,
        "rule": assessment.rule.id,
        "outcome": assessment.outcome.value if assessment.outcome else None,
        "reason_vi": reason(assessment, "vi"),
        "reason_en": reason(assessment, "en"),
    }


def _flat(entry: BoardEntry | None) -> dict[str, Any]:
    if entry is None:
        return dict.fromkeys(("low", "high", "unit", "estimated", "period", "source"))
    quantity = entry.record.quantity
    return {
        "low": quantity.low,
        "high": quantity.high,
        "unit": f"{quantity.written_unit}/{quantity.per}" if quantity.per else quantity.written_unit,
        "estimated": getattr(entry.record, "estimated", None),
        "period": str(entry.record.period),
        "source": source_of(entry),
    }


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else round(float(value), _PLACES)
