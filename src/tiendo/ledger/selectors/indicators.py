"""What is measured, as it was known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tiendo.catalogue import Indicator
from tiendo.facts.errors import NoSuchEntry
from tiendo.ledger import models
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.pages import Asked, Page
from tiendo.ledger.selectors.viewing import Known, moments_of


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """An indicator, with the entry of its definition and, in its aliases, the names that people taught."""

    entry: int
    recorded_at: datetime
    of_catalogue: bool
    indicator: Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFilter:
    """Which indicators; `None` asks for all. `changed_after` looks at definitions and at taught names."""

    sector: str | None = None
    agency: str | None = None
    changed_after: int | None = None


def indicators(wanted: IndicatorFilter, known: Known, asked: Asked) -> Page[IndicatorView]:
    """A page of indicators, in the order in which they were defined."""
    catalogue = catalogue_at(known.horizon)
    rows = _rows(known).filter(id__gt=asked.after).order_by("id").values_list("id", "act", "code", "of_catalogue")
    taught = _taught_after(wanted.changed_after, known)
    found = []
    for entry, act, code, of_catalogue in rows:
        is_new = wanted.changed_after is None or entry > wanted.changed_after or code in taught
        if is_new and code in catalogue and _meets(catalogue[code], wanted):
            found.append((entry, act, catalogue[code], of_catalogue))
        if len(found) > asked.limit:
            break
    shown = found[: asked.limit]
    moments = moments_of({act for _, act, _, _ in shown})
    items = tuple(
        IndicatorView(entry=entry, recorded_at=moments[act], of_catalogue=of_catalogue, indicator=indicator)
        for entry, act, indicator, of_catalogue in shown
    )
    return Page(items, shown[-1][0] if len(found) > asked.limit else None)


def indicator(code: str, known: Known) -> IndicatorView:
    """The indicator of that code; raises `NoSuchEntry`."""
    catalogue = catalogue_at(known.horizon)
    row = _rows(known).filter(code=code).values_list("id", "act", "of_catalogue").first()
    if row is None or code not in catalogue:
        raise NoSuchEntry(
            vi=f"Danh mục không có chỉ tiêu nào mang mã {code}.", en=f"The catalogue has no indicator {code}."
        )
    entry, act, of_catalogue = row
    return IndicatorView(
        entry=entry, recorded_at=moments_of({act})[act], of_catalogue=of_catalogue, indicator=catalogue[code]
    )


def _rows(known: Known) -> models.EntryQuerySet:
    return models.Indicator.objects.standing(known.horizon)


def _taught_after(horizon: int | None, known: Known) -> frozenset[str]:
    if horizon is None:
        return frozenset()
    taught = models.IndicatorName.objects.standing(known.horizon).filter(id__gt=horizon)
    return frozenset(taught.values_list("code", flat=True))


def _meets(one: Indicator, wanted: IndicatorFilter) -> bool:
    return wanted.sector in (None, one.sector) and wanted.agency in (None, one.owner)
