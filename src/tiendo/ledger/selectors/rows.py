"""Rows of entries asked for in plain SQL: Django takes three times as long to put such a query together."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db import connection
from django.db import models as django_models

from tiendo.ledger.models import Entry
from tiendo.ledger.models.fields import CanonicalJsonField, ExactDecimalField

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]


class Columns:
    """Some columns of a kind of entry, in a fixed order."""

    def __init__(self, model: type[Entry], names: Sequence[str]) -> None:
        self.model = model
        self.names = tuple(names)
        fields = [model._meta.get_field(name) for name in names]
        self._converters = [
            (place, convert) for place, field in enumerate(fields) if (convert := _converter(field)) is not None
        ]

    def among(
        self, entries: Sequence[int], horizon: int, *, withdrawn: bool = False, unseen: Collection[int] = ()
    ) -> list[Row]:
        """Of these entries the ones that no later one superseded by then; withdrawn ones only where wished."""
        if not entries:
            return []
        places = ", ".join(["%s"] * len(entries))
        only = "" if withdrawn else "AND NOT e.withdrawn "
        last, given = not_superseded(self._table, horizon, unseen)
        return self.where(f"e.id IN ({places}) {only}AND {last} ORDER BY e.id", [*entries, *given])

    def of_series(
        self, indicator: str, territory: str, horizon: int, *, standing: bool, unseen: Collection[int] = ()
    ) -> list[Row]:
        """The entries of an indicator in a territory up to a horizon, by period and then in their order."""
        clause = "e.indicator = %s AND e.territory = %s AND e.id <= %s"
        parameters: list[Any] = [indicator, territory, horizon]
        if standing:
            last, given = not_superseded(self._table, horizon, unseen)
            clause += f" AND NOT e.withdrawn AND {last}"
            parameters += given
        return self.where(f"{clause} ORDER BY e.last_day, e.id", parameters)

    def standing(self, horizon: int) -> list[Row]:
        """All entries that held then, in their order."""
        last, given = not_superseded(self._table, horizon)
        return self.where(f"e.id <= %s AND NOT e.withdrawn AND {last} ORDER BY e.id", [horizon, *given])

    def of_places(
        self,
        indicator: str,
        territories: Sequence[str],
        periods: Mapping[str, date],
        horizon: int,
        unseen: Collection[int] = (),
    ) -> list[Row]:
        """What stands for an indicator in these territories and periods (by code, with their last days).

        One index leads to each pair of territory and last day.
        """
        if not territories or not periods:
            return []
        places, days, codes = (", ".join(["%s"] * len(one)) for one in (territories, periods, periods))
        last, given = not_superseded(self._table, horizon, unseen)
        clause = (
            f"e.indicator = %s AND e.territory IN ({places}) AND e.last_day IN ({days}) AND e.period IN ({codes}) "
            f"AND e.id <= %s AND NOT e.withdrawn AND {last} ORDER BY e.id"
        )
        return self.where(clause, [indicator, *territories, *periods.values(), *periods, horizon, *given])

    def where(self, clause: str, parameters: Sequence[Any]) -> list[Row]:
        """The rows that a clause names; it is ours, and what comes from outside is in the parameters."""
        with connection.cursor() as cursor:
            cursor.execute(f"{self._select} WHERE {clause}", parameters)
            rows = cursor.fetchall()
        return [self._converted(row) for row in rows]

    @cached_property
    def _table(self) -> str:
        return connection.ops.quote_name(self.model._meta.db_table)

    @cached_property
    def _select(self) -> str:
        columns = ", ".join(f"e.{connection.ops.quote_name(name)}" for name in self.names)
        return f"SELECT {columns} FROM {self._table} e"  # noqa: S608 own names

    def _converted(self, row: Row) -> Row:
        values = list(row)
        for place, convert in self._converters:
            if values[place] is not None:
                values[place] = convert(values[place])
        return tuple(values)


def not_superseded(table: str, horizon: int, unseen: Collection[int] = ()) -> tuple[str, list[Any]]:
    """The condition, with its parameters, that nothing had superseded the entry `e` of a table by then.

    As in `EntryQuerySet.standing`: what `unseen` submissions say does not count, what superseded that does.
    """
    later = f"SELECT 1 FROM {table} later WHERE later.id <= %s"  # noqa: S608 own names
    if not unseen:
        return f"NOT EXISTS ({later} AND later.supersedes = e.id)", [horizon]
    same = "later.root = e.root AND later.supersedes IS NOT NULL AND later.id > e.id"
    hidden = f"later.submission IS NOT NULL AND later.submission IN ({', '.join(['%s'] * len(unseen))})"
    return f"NOT EXISTS ({later} AND {same} AND NOT ({hidden}))", [horizon, *unseen]


def _converter(field: Any) -> Convert | None:
    """SQLite keeps days as text and truths as numbers, and numbers with all their digits are text everywhere."""
    match field:
        case ExactDecimalField():
            return Decimal
        case CanonicalJsonField():
            return json.loads
        case django_models.DateField():
            return _day
        case django_models.BooleanField():
            return bool
    return None


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value
