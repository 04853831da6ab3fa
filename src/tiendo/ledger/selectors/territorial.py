"""Which indicators have values of single units of a province, and for which periods: the choices of a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period
from tiendo.ledger import models
from tiendo.ledger.selectors.rows import not_superseded
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import Visible, visible_to
from tiendo.reference.territories import all_territories

_KEPT = 64  # sights and moments for which the choices were made
_PERIODS_KEPT = 512  # indicators times these


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the choices depend on: the last result that was known, and what may be seen."""

    last: int
    digest: bytes
    sight: str
    visible: Visible = field(compare=False, repr=False)


def territorial_indicators(province: str, viewer: Viewer, known: Known) -> tuple[str, ...]:
    """The codes, in order, of the indicators that stand with a value of a unit directly below the province."""
    return _indicators(_asked(viewer, known), province)


def territorial_periods(indicator: str, province: str, viewer: Viewer, known: Known) -> tuple[Period, ...]:
    """The periods for which units directly below the province have a value of the indicator, the latest first."""
    return _periods(_asked(viewer, known), indicator, province)


def _asked(viewer: Viewer, known: Known) -> _Asked:
    last = models.Observation.objects.known(known.horizon).order_by("-id").values_list("id", "digest").first()
    visible = visible_to(viewer, known)
    return _Asked(last[0] if last else 0, bytes(last[1]) if last else b"", visible.sight, visible)


@lru_cache(maxsize=_KEPT)
def _indicators(asked: _Asked, province: str) -> tuple[str, ...]:
    condition, parameters = _condition(asked, province)
    first = f"SELECT e.id {_FROM} WHERE e.indicator = i.code AND {condition} LIMIT 1"
    samples = _rows(
        f"SELECT i.code, ({first}) FROM (SELECT DISTINCT code FROM ledger_indicator WHERE id <= %s) i",  # noqa: S608
        [*parameters, asked.last],
    )
    by_entry = {entry: code for code, entry in samples if entry is not None}
    seen = _seen_among(by_entry, asked.visible)
    hidden = [code for entry, code in by_entry.items() if entry not in seen]
    found = [by_entry[entry] for entry in seen] + [code for code in hidden if _periods(asked, code, province)]
    return tuple(sorted(found))


@lru_cache(maxsize=_PERIODS_KEPT)
def _periods(asked: _Asked, indicator: str, province: str) -> tuple[Period, ...]:
    condition, parameters = _condition(asked, province)
    rows = _rows(
        f"SELECT DISTINCT e.period, e.document, e.submission {_FROM} WHERE e.indicator = %s AND {condition}",
        [indicator, *parameters],
    )
    written = {period for period, *source in rows if asked.visible.source_of(*source) is not None}
    return tuple(sorted(_readable(written), reverse=True))


def _readable(written: Iterable[str | None]) -> Iterable[Period]:
    for one in written:
        try:
            period = Period.parse(one) if one else None
        except InvalidPeriod:
            continue
        if period is not None and not period.is_deadline:
            yield period


_FROM = "FROM ledger_observation e"


def _condition(asked: _Asked, province: str) -> tuple[str, list[Any]]:
    """What stands, lies in what may be seen, and is of a unit that was in force when its period ended.

    The units lead to the index over indicator, territory and day; adding nothing to numbers keeps from that of numbers.
    """
    parts, parameters = [], []
    for codes, first, last in _units_below(province):
        parts.append(f"(e.territory IN ({_places(codes)}) AND e.last_day BETWEEN %s AND %s)")
        parameters += [*codes, first, last]
    spans = asked.visible.spans
    within = " OR ".join(["e.id + 0 BETWEEN %s AND %s"] * len(spans)) or "1 = 0"
    for span in spans:
        parameters += [span.first, span.last]
    units = " OR ".join(parts) or "1 = 0"
    standing, given = not_superseded("ledger_observation", asked.last, asked.visible.unseen)
    clause = f"({units}) AND ({within}) AND e.id + 0 <= %s AND NOT e.withdrawn AND {standing}"
    return clause, [*parameters, asked.last, *given]


@lru_cache(maxsize=_KEPT)
def _units_below(province: str) -> tuple[tuple[tuple[str, ...], date, date], ...]:
    """The codes of the units directly below a province that were in force on the same days, with these days."""
    stretches: dict[tuple[date, date], list[str]] = {}
    for unit in all_territories():
        if unit.parent == province:
            days = unit.validity.start or date.min, unit.validity.end or date.max
            stretches.setdefault(days, []).append(unit.code)
    return tuple((tuple(sorted(codes)), *days) for days, codes in sorted(stretches.items()))


def _seen_among(entries: Iterable[int], visible: Visible) -> set[int]:
    """Of these results the ones whose source may be seen."""
    wanted = list(entries)
    if not wanted:
        return set()
    rows = _rows(f"SELECT e.id, e.document, e.submission {_FROM} WHERE e.id IN ({_places(wanted)})", wanted)
    return {entry for entry, *source in rows if visible.source_of(*source) is not None}


def _places(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def _rows(query: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return list(cursor.fetchall())
