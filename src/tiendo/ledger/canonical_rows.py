"""The canonical text of entries straight from the columns of their table, without an object for each.

Proof and export go through every entry of the record; over millions of rows they take half the time this way. The
text is the same as `canonical_text` makes of `as_record`, which a test compares.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from django.db import connection
from django.db import models as django_models

from tiendo.ledger.models import Entry, kind_of
from tiendo.ledger.models.fields import CanonicalJsonField
from tiendo.ledger.proof import SealedEntry, unreadable

_ROWS_AT_ONCE = 5_000  # as many as a round trip to the database carries without being felt in memory

# What a damaged or tampered row makes of a value that the program wrote itself.
_UNREADABLE = (ValueError, TypeError, LookupError, RecursionError)

BEFORE_ALL = -(2**63)  # numbers begin at 1; what stands before was not written by the program

_TRUTH = {0: "false", 1: "true"}  # SQLite keeps numbers; any other one was not written by the program

Render = Callable[[Any], str]


class _Column(NamedTuple):
    """A column: its key in the text, how it is asked for, and how its value is written."""

    key: str
    asked: str
    render: Render


def sealed_rows(model: type[Entry], until: int) -> Iterator[SealedEntry]:
    """The entries of one table up to that number, in their order.

    Raises `BrokenRecord` for a value that the program cannot have written, and what the database raises.
    """
    kind = kind_of(model)
    fields = [field for field in model._meta.concrete_fields if field.attname != "digest"]
    columns = sorted([*map(_column, fields), _Column("entry", f"'{kind}'", encode_basestring)])
    prefixes = [f'"{column.key}":' for column in columns]
    renders = [column.render for column in columns]
    asked = ", ".join([*(column.asked for column in columns), "id", "act", "digest"])
    for row in _rows(model, asked, until):
        # The last three of the row belong to no prefix.
        parts = zip(prefixes, renders, row, strict=False)
        try:
            text = ",".join([prefix + render(value) for prefix, render, value in parts if value is not None])
            sealed = SealedEntry(kind, row[-3], row[-2], f"{{{text}}}", _bytes(row[-1]))
        except _UNREADABLE as fault:
            raise unreadable(f"{kind} {row[-3]}", fault) from fault
        yield sealed


def _rows(model: type[Entry], asked: str, until: int) -> Iterator[tuple[Any, ...]]:
    """Rows by number; each query goes on behind the last row, so that none holds a cursor open."""
    query = (
        f"SELECT {asked} FROM {connection.ops.quote_name(model._meta.db_table)} "  # noqa: S608 own names
        f"WHERE id > %s AND id <= %s ORDER BY id LIMIT {_ROWS_AT_ONCE}"
    )
    last = BEFORE_ALL
    while True:
        with connection.cursor() as cursor:
            cursor.execute(query, [last, until])
            rows = cursor.fetchall()
        yield from rows
        if len(rows) < _ROWS_AT_ONCE:
            return
        last = rows[-1][-3]


def _column(field: django_models.Field[Any, Any]) -> _Column:
    name = connection.ops.quote_name(field.attname)
    return _Column(field.attname, _asked(field, name), _render(field))


def _asked(field: django_models.Field[Any, Any], name: str) -> str:
    is_sqlite = connection.vendor == "sqlite"
    if field.attname == "withdrawn":
        return f"CASE WHEN {name} THEN 1 END"  # it stands in the text only where it is true
    if isinstance(field, django_models.DateField):
        # As text, so that no object is made of each day. What a cast makes of it depends on the settings of a server.
        return f"CAST({name} AS TEXT)" if is_sqlite else f"to_char({name}, 'YYYY-MM-DD')"
    if isinstance(field, django_models.BooleanField) and is_sqlite:
        return f"+{name}"  # the number itself, which would else be made a truth value, whatever it is
    return name


def _render(field: django_models.Field[Any, Any]) -> Render:
    """Each of these refuses a value of another type, so that no value can pass for two columns."""
    if isinstance(field, CanonicalJsonField):
        return _json
    if isinstance(field, django_models.BooleanField):
        return _TRUTH.__getitem__
    if isinstance(field, django_models.IntegerField):
        return int.__repr__
    if isinstance(field, django_models.FloatField):
        return float.__repr__
    return encode_basestring


def _json(text: str) -> str:
    """The text as it is, where it is one JSON value: one that is not canonical does not fit its digest."""
    json.loads(text)
    return text


def _bytes(value: Any) -> bytes:
    if not isinstance(value, bytes | memoryview):
        raise TypeError("bytes are expected")
    return bytes(value)
