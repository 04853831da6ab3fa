"""Which indicator and territory the address asks for, and all that the record says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tiendo.catalogue import Catalogue, Indicator
from tiendo.facts.period import Period, PeriodKind
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.indicators import indicator
from tiendo.ledger.selectors.measured import ObservationView, TargetView
from tiendo.ledger.selectors.series import Series, series, territories_of
from tiendo.web.handouts.charts import place_to_show
from tiendo.web.pages import questions
from tiendo.web.pages.frame import usual_place
from tiendo.web.pages.reading import Reading

_BOARD_KINDS = (PeriodKind.YEAR, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.FIRST_MONTHS)


@dataclass(frozen=True)
class Asked:
    """An indicator in a territory, as it was known; `territories` are those with values that may be seen."""

    indicator: Indicator
    catalogue: Catalogue
    territory: str | None
    territories: tuple[str, ...]
    day: date
    reading: Reading

    @cached_property
    def series(self) -> Series:
        """Every value with its past."""
        if self.territory is None:
            return Series(())
        known, viewer = self.reading.known, self.reading.viewer
        return series(self.indicator.id, self.territory, viewer, known, on=self.day)

    @cached_property
    def period(self) -> Period:
        """The period to be judged: that of the latest result, else this year or the last one with a target."""
        standing = [figure.last.value for figure in self.series.standing]
        reached = [one for one in standing if isinstance(one, ObservationView) and one.last_day is not None]
        if reached:
            return _board_period(max(reached, key=lambda one: (one.last_day or date.min, one.id)))
        last = max((one.last_day for one in standing if isinstance(one, TargetView) and one.last_day), default=self.day)
        return Period.of_year(min(last.year, self.day.year))


def asked_for(reading: Reading, code: str) -> Asked:
    """What the address says; raises `NoSuchEntry` for an indicator that is not known, `WrongQuestion` for no code."""
    found = indicator(code, reading.known).indicator
    territories = territories_of(found.id, reading.viewer, reading.known)
    chosen = questions.code(reading.request, "territory") or place_to_show(territories, usual_place(reading.known))
    return Asked(
        indicator=found,
        catalogue=catalogue_at(reading.known.horizon),
        territory=chosen,
        territories=territories,
        day=reading.as_of or reading.today,
        reading=reading,
    )


def _board_period(value: ObservationView) -> Period:
    """The period of a board that a result is shown on."""
    period = Period.parse(value.period) if value.period else None
    if period is not None and period.kind in _BOARD_KINDS and not period.is_deadline:
        return period
    day = value.last_day or date.min
    return Period.quarter(day.year, (day.month - 1) // 3 + 1)
