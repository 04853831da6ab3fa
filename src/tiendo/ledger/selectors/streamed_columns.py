"""The columns that can be asked for in a stream of results or targets, and what each of them holds.

Numbers are text, digit by digit as they were printed (`28.10`), and days are ISO text: what is written to a file needs
no object for each. `id` is the first entry of the same thing and `entry` the one that says this; `document` and
`submission` are the roots of the source, `document_version` its entry; `recorded_at` is a moment. `value` is the number
where there is one and no range, below zero for a decrease; `low` and `high` are as printed. The others are those of
`models.Measured`, `models.Observation` and `models.Target`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db import connection
from django.db import models as django_models

from tiendo.ledger.models import Entry
from tiendo.ledger.models.fields import ExactDecimalField
from tiendo.ledger.selectors.viewing import moments_of
from tiendo.ledger.selectors.visible import Visible

_SHARED = (
    *("id", "entry", "supersedes", "withdrawn", "indicator", "territory", "period", "first_day", "last_day"),
    *("value", "low", "high", "unit", "unit_measure", "unit_mult", "per", "of", "change"),
    *("approximate", "annual", "cumulative", "plan_percent", "yoy_percent", "yoy_change"),
    *("document", "document_version", "fact", "submission", "agency", "reviewed", "start", "end", "quote"),
    "recorded_at",
)
OBSERVATION_COLUMNS: Final = (*_SHARED, "estimated", "plan")
"""All that can be asked for of a result."""
TARGET_COLUMNS: Final = (*_SHARED, "in_force_from", "amends")
"""All that can be asked for of a target."""

_FIRST = ("id", "document", "submission", "withdrawn")  # what decides whether a row is shown
_KEPT_AS = {"id": "root", "entry": "id", "document_version": "document", "recorded_at": "act"}
_TRUTH = {1: True, 0: False, None: False}  # the record keeps a flag only where it is set

Column = Sequence[Any]
Convert = Callable[[Column, Visible], Column]


@dataclass(frozen=True, slots=True)
class Asked:
    """Columns of a table: how they are asked for, and what turns each as it comes into what it means."""

    sql: tuple[str, ...]
    converts: tuple[Convert | None, ...]

    def select(self, model: type[Entry]) -> str:
        """The beginning of the query: what decides whether a row is shown, then the columns."""
        table = connection.ops.quote_name(model._meta.db_table)
        return f"SELECT {', '.join((*_FIRST, *self.sql))} FROM {table}"  # noqa: S608 own names

    def columns_of(self, rows: Sequence[tuple[Any, ...]], visible: Visible) -> list[Column]:
        """The columns of these rows; each is turned as a whole, which costs a tenth of turning value by value."""
        raw = list(zip(*rows, strict=True))[len(_FIRST) :]
        turned = zip(raw, self.converts, strict=True)
        return [column if convert is None else convert(column, visible) for column, convert in turned]


def asked_columns(model: type[Entry], names: Sequence[str]) -> Asked:
    """These columns of that table; raises `KeyError` for one that there is not."""
    known = TARGET_COLUMNS if model._meta.model_name == "target" else OBSERVATION_COLUMNS
    if unknown := set(names) - set(known):
        raise KeyError(min(unknown))
    pairs = [_asked(model, name) for name in names]
    return Asked(tuple(sql for sql, _ in pairs), tuple(convert for _, convert in pairs))


def _asked(model: type[Entry], name: str) -> tuple[str, Convert | None]:
    if name == "value":
        return _VALUE, _plain_numbers
    field: Any = model._meta.get_field(_KEPT_AS.get(name, name))
    column = connection.ops.quote_name(field.attname)
    match field:
        case _ if name in _OF_SOURCES:
            return column, _OF_SOURCES[name]
        case ExactDecimalField():
            return column, _plain_numbers
        case django_models.DateField():
            # As text, so that no object is made of each day.
            is_sqlite = connection.vendor == "sqlite"
            return (f"CAST({column} AS TEXT)" if is_sqlite else f"to_char({column}, 'YYYY-MM-DD')"), None
        case django_models.BooleanField():
            return f"+{column}" if connection.vendor == "sqlite" else column, _truths
    return column, None


# Both ends of a single number were printed once, so that they are the same text.
_VALUE = (
    "CASE WHEN low = high THEN CASE WHEN change = 'decrease' AND trim(low, '0.') <> '' THEN '-' || low ELSE low END END"
)


def _plain_numbers(column: Column, _: Visible) -> Column:
    """Without exponents, which a table has no use for; hardly any number has one."""
    if "E" not in "".join(filter(None, column)):
        return column
    return [number if number is None else f"{Decimal(number):f}" for number in column]


def _truths(column: Column, _: Visible) -> Column:
    return list(map(_TRUTH.__getitem__, column))


def _documents(column: Column, visible: Visible) -> Column:
    return list(map(visible.documents.get, column))


def _submissions(column: Column, visible: Visible) -> Column:
    roots = {number: visible.submissions[number].root for number in set(column) if number is not None}
    return list(map(roots.get, column))


def _moments(column: Column, _: Visible) -> Column:
    return list(map(moments_of(set(column)).get, column))


_OF_SOURCES: dict[str, Convert] = {
    "document": _documents,
    "submission": _submissions,
    "recorded_at": _moments,
}
