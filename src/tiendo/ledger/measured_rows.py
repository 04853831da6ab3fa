"""Rows of targets and results as light tuples: a scoreboard looks at thousands and keeps hundreds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Q

from tiendo.ledger.models import EntryQuerySet, Measured, Observation, Target
from tiendo.ledger.remembered import Remembered

Sealed = tuple[int, bytes]


class MeasuredRow(NamedTuple):
    """The columns of `models.Measured`, and of its two kinds, that a record is made of."""

    id: int
    digest: bytes
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
_ROWS_KEPT = 100_000  # some kilobyte each: those of the boards that are looked at
_ROWS_AT_ONCE = 500  # parameters of one query; SQLite takes some thousands

_remembered: Remembered[Sealed, MeasuredRow] = Remembered(_ROWS_KEPT)


Places = tuple[str | None, ...]
"""A territory, and `None` where rows of no known territory are to be looked at with it."""


def target_places(territory: str | None, horizon: int) -> Places:
    """Where targets that concern a territory stand."""
    return _places(Target, territory, horizon)


def observation_places(territory: str | None, horizon: int) -> Places:
    """Where results that concern a territory stand."""
    return _places(Observation, territory, horizon)


def target_rows(places: Places, where: Q, horizon: int) -> list[MeasuredRow]:
    """The standing targets of these places that a condition names."""
    standing = Target.objects.standing(horizon)
    return _rows(standing, (*_SHARED, "in_force_from", "amends"), places, where, _target_row)


def observation_rows(places: Places, where: Q, horizon: int, *, unseen: Collection[int] = ()) -> list[MeasuredRow]:
    """The standing results of these places that a condition names, for whoever may not see the `unseen` submissions."""
    standing = Observation.objects.standing(horizon, unseen=unseen)
    return _rows(standing, (*_SHARED, "estimated"), places, where, _observation_row)


def _places(model: type[Measured], territory: str | None, horizon: int) -> Places:
    unplaced = model.objects.known(horizon).filter(territory__isnull=True).exists()
    return (territory, None) if unplaced and territory is not None else (territory,)


def _rows(
    standing: EntryQuerySet,
    columns: Sequence[str],
    places: Places,
    where: Q,
    row: Callable[[Any], MeasuredRow],
) -> list[MeasuredRow]:
    sealed: list[Sealed] = []
    # One after the other: with OR between them SQLite looks through all days of the territory.
    for here in places:
        found = standing.filter(where, **_place(here)).values_list("id", "digest")
        sealed += [(number, bytes(digest)) for number, digest in found]

    def fetch(missing: list[Sealed]) -> Iterator[MeasuredRow]:
        for start in range(0, len(missing), _ROWS_AT_ONCE):
            numbers = [number for number, _ in missing[start : start + _ROWS_AT_ONCE]]
            found = map(row, standing.model._default_manager.filter(id__in=numbers).values_list(*columns))
            by_number = {one.id: one for one in found}
            yield from (by_number[number] for number in numbers)

    return _remembered.of(sealed, fetch)


def _place(territory: str | None) -> dict[str, Any]:
    return {"territory__isnull": True} if territory is None else {"territory": territory}


def _target_row(columns: Any) -> MeasuredRow:
    return MeasuredRow._make((*columns, None, True))


def _observation_row(columns: Any) -> MeasuredRow:
    return MeasuredRow._make((*columns[:_SHARED_COUNT], None, None, columns[_SHARED_COUNT], False))
