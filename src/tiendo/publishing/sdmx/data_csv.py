"""Observations as SDMX-CSV 2.0, portion by portion."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter

from tiendo.publishing.sdmx.definition import COLUMNS, FLOW, PLACE_OF
from tiendo.publishing.sdmx.observations import ACTION, Observation
from tiendo.publishing.spreadsheet import FORMULA_SIGNS, cell

MEDIA_TYPE = "application/vnd.sdmx.data+csv;version=2.0.0"
_ROWS_AT_ONCE = 2_000  # some hundred kilobytes of text: a portion is worth a write, and is hardly felt in memory
_START = f"dataflow,{FLOW.short},"
_TEXTS = tuple(PLACE_OF[column] for column in ("UNIT_PER", "SOURCE"))  # words of documents


def written_csv(observations: Iterable[Observation], columns: Sequence[str] = COLUMNS) -> Iterator[bytes]:
    """The message: a header, then a row for each observation with these of its columns."""
    rows = iter(observations)
    yield ",".join(("STRUCTURE", "STRUCTURE_ID", "ACTION", *columns)).encode() + b"\r\n"
    chosen = itemgetter(ACTION, *(PLACE_OF[column] for column in columns))
    commas = len(columns)
    while portion := list(islice(rows, _ROWS_AT_ONCE)):
        yield "".join([_line(chosen(row), commas) for row in map(_disarmed, portion)]).encode()


def _line(values: Sequence[str], commas: int) -> str:
    """A row; the slower way round only where a value has to stand in quotation marks."""
    line = ",".join(values)
    if line.count(",") == commas and '"' not in line and "\n" not in line and "\r" not in line:
        return f"{_START}{line}\r\n"
    buffer = io.StringIO()
    csv.writer(buffer).writerow(values)
    return _START + buffer.getvalue()


def _disarmed(row: Observation) -> Observation:
    """The row, without words that a spreadsheet would run."""
    first, second = _TEXTS
    if row[first].startswith(FORMULA_SIGNS) or row[second].startswith(FORMULA_SIGNS):
        return tuple(cell(value) if place in _TEXTS else value for place, value in enumerate(row))
    return row
