"""Which map the address asks for, and what else could be chosen."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.catalogue import Catalogue, Indicator
from tiendo.facts.period import Period
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.indicators import indicator
from tiendo.ledger.selectors.territorial import territorial_indicators, territorial_periods
from tiendo.reference.grids import drawn_provinces
from tiendo.web.pages import questions
from tiendo.web.pages.frame import usual_place
from tiendo.web.pages.reading import Reading
from tiendo.web.words import say

ORDERS = ("name", "-name", "value", "-value", "change", "-change")
"""By which column, and with a minus from the greatest down."""

_USUAL_ORDER = "-value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A map: of which province, indicator and period, with which order of the table under it.

    `indicators` and `periods` are the choices. Without an `indicator` the record has no values of single units.
    """

    province: str
    indicator: Indicator | None
    period: Period | None
    order: str
    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    sectors: tuple[tuple[str, tuple[Indicator, ...]], ...]


def asked_for(reading: Reading) -> Asked:
    """What the address says; the first indicator and the latest period where it names none.

    Raises `WrongQuestion`, and `NoSuchEntry` for an indicator that is not known.
    """
    catalogue = catalogue_at(reading.known.horizon)
    province = _province(reading)
    codes = territorial_indicators(province, reading.viewer, reading.known)
    sectors = _sectors(catalogue, codes, reading.language)
    choices = tuple(one for _, several in sectors for one in several)
    code = questions.code(reading.request, "indicator")
    chosen = indicator(code, reading.known).indicator if code else (choices[0] if choices else None)
    periods = territorial_periods(chosen.id, province, reading.viewer, reading.known) if chosen else ()
    period = questions.period(reading.request, "period") or _latest(periods)
    return Asked(
        province=province,
        indicator=chosen,
        period=period,
        order=questions.choice(reading.request, "sort", ORDERS) or _USUAL_ORDER,
        indicators=choices,
        periods=periods,
        sectors=sectors,
    )


def _province(reading: Reading) -> str:
    """The province of the record where somebody has drawn its grid, else the first that has one."""
    usual, drawn = usual_place(reading.known), drawn_provinces()
    return usual if usual in drawn else drawn[0]


def _latest(periods: tuple[Period, ...]) -> Period | None:
    """Of the periods that end last the longest: a year says more than its last month."""
    if not periods:
        return None
    last = max(one.last_day for one in periods)
    return min((one for one in periods if one.last_day == last), key=lambda one: one.first_day)


def _sectors(
    catalogue: Catalogue, codes: tuple[str, ...], language: str
) -> tuple[tuple[str, tuple[Indicator, ...]], ...]:
    """The indicators by sector, in the order of the scoreboard and then of their names."""
    known = [catalogue[code] for code in codes if code in catalogue]
    titles = {sector.id: sector.names.sentence(language) for sector in catalogue.sectors}
    for one in known:
        titles.setdefault(one.sector, say("map.other-sector", language))
    by_sector = {
        name: tuple(
            sorted((one for one in known if one.sector == sector), key=lambda one: one.names.sentence(language))
        )
        for sector, name in titles.items()
    }
    return tuple((name, several) for name, several in by_sector.items() if several)
