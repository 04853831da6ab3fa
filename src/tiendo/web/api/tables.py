"""Lists as CSV: one line an item, stable columns, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from tiendo.publishing.spreadsheet import cell


def table_of(schema: type[BaseModel], items: Iterable[BaseModel]) -> bytes:
    """The items with the names of their fields as a header; RFC 4180, UTF-8, decimal points.

    A field that holds fields of its own becomes a column each (`period.name`), a list one cell of JSON.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    columns = list(_columns(schema))
    writer.writerow([".".join(path) for path in columns])
    for item in items:
        plain = item.model_dump(by_alias=True, mode="json")
        writer.writerow([_cell(_at(plain, path)) for path in columns])
    return out.getvalue().encode()


def _columns(schema: type[BaseModel]) -> Iterable[tuple[str, ...]]:
    for name, field in schema.model_fields.items():
        alias = field.serialization_alias or field.alias or name
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from ((alias, *path) for path in _columns(kind))
        else:
            yield (alias,)


def _at(plain: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        plain = plain[name]
    return plain


def _cell(value: Any) -> str:
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, datetime):
        value = value.isoformat()
    return cell(value)
