"""Tables as CSV: RFC 4180, UTF-8 behind a byte order mark, numbers with a point and untouched, nothing to be run.

Written column by column: a value that stands in many rows is looked at once, and the rows are put together by two
calls of `join`. That takes a third of the time of the library's writer, which looks at every letter of every cell.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from tiendo.publishing.open_data.fields import Columns, Field, FieldKind
from tiendo.publishing.spreadsheet import cell

_LINE_END = "\r\n"
_QUOTED = re.compile(r'[",\r\n]')
# What has to be quoted or disarmed.
_SPECIAL = re.compile(r'[",\r\n]|^[=+@\t-]')
# Where of the first rows so many have the same value, each value is looked at once.
_LOOKED_AT, _SELDOM = 500, 4
# Spreadsheets take a file without it for one of Western Europe, and every mark is lost; other programs skip it.
_UTF8_MARK = codecs.BOM_UTF8


def csv_chunks(fields: Sequence[Field], portions: Iterable[Columns]) -> Iterator[bytes]:
    """The table piece by piece: the names of the columns, then the rows of one portion after the other."""
    yield _UTF8_MARK + (",".join(field.name for field in fields) + _LINE_END).encode()
    for portion in portions:
        yield csv_rows(fields, portion)


def csv_rows(fields: Sequence[Field], portion: Columns) -> bytes:
    """The rows alone; a table has more than one column, so that no line is empty."""
    written = [_written(field.kind, column) for field, column in zip(fields, portion, strict=True)]
    lines = map(",".join, zip(*written, strict=True))
    return (_LINE_END.join(lines) + _LINE_END).encode("utf-8", "replace")


def moment_cell(moment: datetime) -> str:
    """A moment in UTC with all its digits: the same for every reader."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _written(kind: FieldKind, column: Sequence[Any]) -> Sequence[str]:
    rows = len(column)
    empty = column.count(None)
    if empty == rows:
        return [""] * rows
    match kind:
        case FieldKind.INTEGER:
            return ["" if value is None else str(value) for value in column] if empty else list(map(str, column))
        case FieldKind.NUMBER | FieldKind.DAY:
            # Digits, a point and a sign that the program itself put there.
            return [value or "" for value in column] if empty else column
        case FieldKind.FLAG if column.count(False) == rows:
            return ["false"] * rows
    first = column[:_LOOKED_AT]
    if kind in (FieldKind.FLAG, FieldKind.MOMENT) or len(set(first)) * _SELDOM < len(first):
        cells = {value: _cell(value) for value in set(column)}
        return list(map(cells.__getitem__, column))
    texts = [value or "" for value in column] if empty else column
    special = {text: _cell(text) for text in texts if _SPECIAL.search(text)}
    return [special.get(text, text) for text in texts] if special else texts


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return moment_cell(value)
    text = cell(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
