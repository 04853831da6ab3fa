"""Rows of targets and results as light tuples: a scoreboard looks at thousands and keeps hundreds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q

from tiendo.ledger.models import Measured, Observation, Target


class MeasuredRow(NamedTuple):
    """The columns of `models.Measured`, and of its two kinds, that a record is made of."""

    id: int
    root: int
    indicator: str
    territory: str | None
    period: str | None
    first_day: date | None
    last_day: date | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_measure: str
    unit_mult: int
    per: str | None
    of: Decimal | None
    change: str | None
    approximate: bool | None
    annual: bool | None
    cumulative: bool | None
    plan_percent: Decimal | None
    yoy_percent: Decimal | None
    yoy_change: Decimal | None
    start: int
    end: int
    quote: str
    document: int | None
    fact: int | None
    submission: int | None
    in_force_from: date | None = None
    amends: int | None = None
    estimated: bool | None = None
    is_target: bool = False

    @property
    def measure(self) -> tuple[object, ...]:
        """Rows that differ in this are never compared with each other."""
        return self.unit_measure, self.per, self.change, self.annual


_SHARED_COUNT = MeasuredRow._fields.index("in_force_from")
_SHARED = MeasuredRow._fields[:_SHARED_COUNT]


def target_rows(where: Q, horizon: int) -> list[MeasuredRow]:
    """The standing targets that a condition names."""
    rows = _standing(Target, where, horizon, (*_SHARED, "in_force_from", "amends"))
    return [MeasuredRow._make((*row, None, True)) for row in rows]


def observation_rows(where: Q, horizon: int) -> list[MeasuredRow]:
    """The standing results that a condition names."""
    rows = _standing(Observation, where, horizon, (*_SHARED, "estimated"))
    return [MeasuredRow._make((*row[:_SHARED_COUNT], None, None, row[_SHARED_COUNT], False)) for row in rows]


def _standing(model: type[Measured], where: Q, horizon: int, columns: tuple[str, ...]) -> Iterable[tuple[object, ...]]:
    return model.objects.standing(horizon).filter(where).order_by("id").values_list(*columns)
