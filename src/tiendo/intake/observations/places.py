"""The territory and period of a row: what they are, and whether a result can be of them."""

from __future__ import annotations

from datetime import date
from typing import Final

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period
from tiendo.intake.observations.faults import Refused
from tiendo.ledger.commands.report_observations import Where, where
from tiendo.reference.territories import NATIONAL, bearers, territory

EARLIEST_YEAR: Final = 1900  # statistics of the country begin later; what is before is a slip of typing
MOST_PLACES: Final = (
    500_000  # pairs of territory and period that are kept in memory: 277 territories, 150 years by month
)


class Places:
    """All pairs of territory and period of a table, each with a number; `today` is the day of the load.

    `periods` leads from a period as written to the territories as written to the number of the pair; it holds only
    periods that are over, so that whoever finds a pair there need not ask further.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.all: list[Where] = []
        self.periods: dict[str, dict[str, int]] = {}
        self._unfinished: dict[str, dict[str, int]] = {}

    def number(self, code: str, written: str, *, estimated: bool) -> int:
        """The number of a pair; raises `Refused` where there can be no such result."""
        period = self._period(written, estimated=estimated)
        kept = self._unfinished if period.last_day > self.today else self.periods
        pairs = kept.get(written, {})
        number = pairs.get(code)
        if number is None:
            _check_territory(code, period)
            if len(self.all) >= MOST_PLACES:
                raise Refused("too-many-places", limit=MOST_PLACES)
            number = pairs[code] = len(self.all)
            self.all.append(where(code, period))
            kept[written] = pairs
        return number

    def _period(self, written: str, *, estimated: bool) -> Period:
        try:
            period = Period.parse(written)
        except InvalidPeriod:
            raise Refused("wrong-period", "period", value=written) from None
        if period.is_deadline or period.first_day.year < EARLIEST_YEAR:
            raise Refused("impossible-period", "period", value=written, limit=EARLIEST_YEAR)
        if period.first_day > self.today:
            raise Refused("period-in-future", "period", value=written, limit=self.today.isoformat())
        if period.last_day > self.today and not estimated:
            raise Refused("period-not-over", "period", value=written, limit=self.today.isoformat())
        return period


def _check_territory(code: str, period: Period) -> None:
    """A unit has to be in force on the last day of the period: a code may have meant another unit before."""
    if code == NATIONAL or territory(code, period.last_day):
        return
    if not bearers(code):
        raise Refused("unknown-territory", "territory", value=code)
    raise Refused("territory-not-in-force", "territory", value=code, limit=period.last_day.isoformat())
