"""Results that were sent as JSON, as the table that the intake takes, and what became of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tiendo.facts.wording import Wording
from tiendo.intake.observations import SOUND, TEMPLATE, LoadOutcome, RowOutcome
from tiendo.web.api.problems import FieldFault, Problem
from tiendo.web.api.schemas.changes import ObservationRow

_COLUMNS = tuple(TEMPLATE.strip().split(","))
_FIRST_ROW = 2  # as spreadsheets count: the header is row 1
_FLAGS = {True: "yes", False: ""}
_MOST_FAULTS = 1_000  # as many as one answer names

_REFUSED = Wording(
    "Có dòng bị từ chối, xem từng dòng trong errors; chưa có gì được ghi. Sửa các dòng đó rồi gửi lại, hoặc đặt "
    "allOrNothing là false.",
    "Some rows are refused, each is named in errors; nothing was recorded. Mend them and send all again, or set "
    "allOrNothing to false.",
)


def table_of_rows(rows: Iterable[ObservationRow]) -> bytes:
    """The rows as a table in the form of the template."""
    lines = (",".join(_cell(getattr(row, column)) for column in _COLUMNS) for row in rows)
    return (TEMPLATE + "\n".join(lines) + "\n").encode()


def refused_rows(outcome: LoadOutcome) -> Problem:
    """The problem of rows that kept all others out."""
    faults = [one for one in outcome.rows if one.code not in SOUND]
    return Problem("rows-refused", _REFUSED, [_fault(one) for one in faults[:_MOST_FAULTS]])


def outcome_said(outcome: LoadOutcome) -> dict[str, Any]:
    """What became of the rows, by the fields of `LoadedShown`."""
    return {
        "submission": outcome.submission,
        "recorded": outcome.recorded,
        "corrected": outcome.corrected,
        "unchanged": outcome.unchanged,
        "refused": outcome.refused,
        "rows": [
            {
                "row": one.row - _FIRST_ROW,
                "code": one.code,
                "field": one.field,
                "message": {"vi": one.sentence("vi"), "en": one.sentence("en")},
            }
            for one in outcome.rows
        ],
    }


def _fault(one: RowOutcome) -> FieldFault:
    place = f"body.rows.{max(one.row - _FIRST_ROW, 0)}"
    return FieldFault(
        f"{place}.{one.field}" if one.field else place, one.code, Wording(one.sentence("vi"), one.sentence("en"))
    )


def _cell(value: str | bool) -> str:
    """Quotation marks and control characters do not get this far; what separates cells is put in quotation marks."""
    text = _FLAGS[value] if isinstance(value, bool) else value
    return f'"{text}"' if any(mark in text for mark in ",;\t") else text
