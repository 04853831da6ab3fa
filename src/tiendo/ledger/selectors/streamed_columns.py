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

# What every row is asked for, because it decides whether the row is shown.
NUMBER, DOCUMENT, SUBMISSION = range(3)
_ALWAYS = ("id", "document", "submission")
_KEPT_AS = {"id": "root", "entry": "id", "document_version": "document", "recorded_at": "act"}
_TRUTH = {1: True, 0: False, None: False}  # the record keeps a flag only where it is set

Column = Sequence[Any]
Turn = Callable[[Sequence[Column], Visible], Column]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A column that is wanted: where what it is made of stands in a row, and how it is made."""

    places: tuple[int, ...]
    turn: Turn


@dataclass(frozen=True, slots=True)
class Asked:
    """Columns of a table: what the database is asked for, and what is made of it."""

    table: str
    select: str
    wanted: tuple[_Wanted, ...]

    def columns_of(self, rows: Sequence[tuple[Any, ...]], visible: Visible) -> list[Column]:
        """The columns of these rows; each is turned as a whole, which costs a tenth of turning value by value."""
        raw = list(zip(*rows, strict=True))
        return [one.turn([raw[place] for place in one.places], visible) for one in self.wanted]


def asked_columns(model: type[Entry], names: Sequence[str]) -> Asked:
    """These columns of that table; raises `KeyError` for one that there is not."""
    known = TARGET_COLUMNS if model._meta.model_name == "target" else OBSERVATION_COLUMNS
    if unknown := set(names) - set(known):
        raise KeyError(min(unknown))
    asked = list(_ALWAYS)
    wanted = []
    for name in names:
        made_of, turn = _made_of(model, name)
        asked += [one for one in made_of if one not in asked]
        wanted.append(_Wanted(tuple(asked.index(one) for one in made_of), turn))
    table = connection.ops.quote_name(model._meta.db_table)
    select = f"SELECT {', '.join(_sql(model, name) for name in asked)} FROM {table}"  # noqa: S608 own names
    return Asked(table, select, tuple(wanted))


def _made_of(model: type[Entry], name: str) -> tuple[tuple[str, ...], Turn]:
    """The columns of the table that a wanted column is made of, and how."""
    if name == "value":
        return ("low", "high", "change"), _values
    column = _KEPT_AS.get(name, name)
    return (column,), _TURNS.get(name) or _turn(model._meta.get_field(column))


def _turn(field: object) -> Turn:
    match field:
        case ExactDecimalField():
            return _plain_numbers
        case django_models.BooleanField():
            return _truths
    return _as_it_is


def _sql(model: type[Entry], name: str) -> str:
    field: Any = model._meta.get_field(name)
    column = connection.ops.quote_name(field.attname)
    is_sqlite = connection.vendor == "sqlite"
    match field:
        case django_models.DateField():
            # As text, so that no object is made of each day.
            return f"CAST({column} AS TEXT)" if is_sqlite else f"to_char({column}, 'YYYY-MM-DD')"
        case django_models.BooleanField() if is_sqlite:
            return f"+{column}"  # the number itself: else each is looked up in a table of conversions
    return column


def _as_it_is(columns: Sequence[Column], _: Visible) -> Column:
    return columns[0]


def _plain_numbers(columns: Sequence[Column], _: Visible) -> Column:
    """Without exponents, which a table has no use for; hardly any number has one."""
    (column,) = columns
    if "E" not in "".join(filter(None, column)):
        return column
    return [number if number is None else f"{Decimal(number):f}" for number in column]


def _values(columns: Sequence[Column], visible: Visible) -> Column:
    """The number where both ends are one; it was printed once, so that they are the same text."""
    low, high, change = columns
    points = [number if number == other else None for number, other in zip(low, high, strict=True)]
    if "decrease" in change:
        falls = zip(points, change, strict=True)
        points = [_below_zero(point) if point and way == "decrease" else point for point, way in falls]
    return _plain_numbers([points], visible)


def _below_zero(number: str) -> str:
    return f"-{number}" if number.strip("0.") else number


def _truths(columns: Sequence[Column], _: Visible) -> Column:
    (column,) = columns
    is_unset = column.count(None) == len(column)
    return [False] * len(column) if is_unset else list(map(_TRUTH.__getitem__, column))


def _documents(columns: Sequence[Column], visible: Visible) -> Column:
    return list(map(visible.documents.get, columns[0]))


def _submissions(columns: Sequence[Column], visible: Visible) -> Column:
    roots = {number: visible.submissions[number].root for number in set(columns[0]) if number is not None}
    return list(map(roots.get, columns[0]))


def _moments(columns: Sequence[Column], _: Visible) -> Column:
    return list(map(moments_of(set(columns[0])).get, columns[0]))


_TURNS: dict[str, Turn] = {"document": _documents, "submission": _submissions, "recorded_at": _moments}
