"""Entries that come from outside as plain values become rows, once every value is known to fit its column."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import connection
from django.db import models as django_models
from django.db.backends.base.operations import BaseDatabaseOperations

from tiendo.facts.errors import InvalidChange
from tiendo.ledger.canonical import canonical_text
from tiendo.ledger.models import Entry, kind_of
from tiendo.ledger.models.entry import CHAIN_COLUMNS, content_columns
from tiendo.ledger.models.fields import CanonicalJsonField, ExactDecimalField
from tiendo.ledger.proof import Json
from tiendo.ledger.storage import Row

Fits = Callable[[Any], bool]


class GivenColumns:
    """How records of one kind of entry become rows of its table."""

    def __init__(self, model: type[Entry]) -> None:
        self.kind = kind_of(model)
        self.table = model._meta.db_table
        self._fields = content_columns(model)
        self._fits = {field.attname: _test(field) for field in self._fields}
        self._needed = frozenset(field.attname for field in self._fields if not field.null)
        self._known = {*CHAIN_COLUMNS, "entry", *self._fits} - {"digest"}
        self._json = frozenset(field.attname for field in self._fields if isinstance(field, CanonicalJsonField))
        self.columns = (*CHAIN_COLUMNS, *self._fits)

    def row(self, record: Json, digest: bytes) -> Row:
        """The row of a record; raises `InvalidChange` with the column that does not fit."""
        if unknown := sorted(record.keys() - self._known):
            raise _unfit(unknown[0], "cột này không có", "there is no such column")
        if missing := sorted(self._needed - record.keys()):
            raise _unfit(missing[0], "thiếu giá trị", "the value is missing")
        _hold_links(record)
        values = {"withdrawn": False, **record, "digest": digest}
        for name, fits in self._fits.items():
            value = record.get(name)
            if name in record and not fits(value):
                raise _unfit(name, f"giá trị {value!r:.60} không hợp lệ", f"the value {value!r:.60} does not fit")
            if name in self._json and name in record:
                values[name] = canonical_text(value)
        return tuple(map(values.get, self.columns))


def _hold_links(record: Json) -> None:
    number, root, before = record["id"], record.get("root"), record.get("supersedes")
    if before is None:
        fits = root == number and type(root) is int and "withdrawn" not in record and "supersedes" not in record
    else:
        fits = type(before) is int and type(root) is int and 0 < root <= before < number
    if not fits or record.get("withdrawn", True) is not True:
        raise _unfit("root, supersedes", "không nối đúng với mục trước", "they do not lead to the entry before")


def _test(field: django_models.Field[Any, Any]) -> Fits:
    """What a plain value of this column looks like."""
    if field.choices:
        known = {value for value, _ in field.flatchoices}
        return lambda value: isinstance(value, str) and value in known
    if isinstance(field, CanonicalJsonField):
        return lambda value: value is not None
    if isinstance(field, django_models.BooleanField):
        return lambda value: isinstance(value, bool)
    if isinstance(field, django_models.IntegerField):
        # Those that every database keeps: SQLite alone would keep larger ones.
        low, high = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
        return lambda value: type(value) is int and low <= value <= high
    if isinstance(field, django_models.FloatField):
        return lambda value: isinstance(value, float) and math.isfinite(value)
    if isinstance(field, django_models.DateField):
        return _is_day
    longest = field.max_length or math.inf
    if isinstance(field, ExactDecimalField):
        return lambda value: isinstance(value, str) and len(value) <= longest and _is_decimal(value)
    # PostgreSQL keeps no text with this character in it, SQLite does.
    refused = "\0" if connection.vendor == "postgresql" else None
    return lambda value: isinstance(value, str) and len(value) <= longest and not (refused and refused in value)


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_decimal(value: str) -> bool:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return False
    return number.is_finite() and str(number) == value


def _unfit(column: str, vi: str, en: str) -> InvalidChange:
    return InvalidChange(vi=f"cột {column}: {vi}", en=f"column {column}: {en}")
