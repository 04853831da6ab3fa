"""Which target holds in law on a day, apart from when it was recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from tiendo.facts.period import Period
from tiendo.facts.wording import Wording
from tiendo.ledger.measured_rows import MeasuredRow
from tiendo.ledger.models import Target
from tiendo.ledger.standing import FOREVER

Plan = TypeVar("Plan", Target, MeasuredRow)

IN_FORCE = Wording(
    "Một chỉ tiêu có hiệu lực từ ngày của văn bản giao nó cho đến ngày có hiệu lực của chỉ tiêu điều chỉnh nó.",
    "A target holds from the day of the document that sets it until the day on which one that amends it holds.",
)


def in_force(targets: Iterable[Plan], on: date) -> list[Plan]:
    """Those of the targets that hold in law on a day, see `IN_FORCE`; one without a date holds always."""
    begun = [one for one in targets if one.in_force_from is None or one.in_force_from <= on]
    amended = {one.amends for one in begun if one.amends is not None}
    return [one for one in begun if one.root not in amended]


def plan_for(indicator: str, territory: str | None, period: Period | None, on: date | None) -> int | None:
    """The entry of the one plan that a percentage said on that day is of; `None` where none or several could be meant.

    A percentage of plan names its denominator as it then stood: a plan that is changed later has another entry.
    """
    if period is None or on is None:
        return None
    year = Period.of_year(period.year)
    targets = Target.objects.standing(FOREVER).filter(indicator=indicator, territory=territory, last_day=year.last_day)
    own = [one for one in in_force(targets, on) if one.period and Period.parse(one.period).named == year]
    return own[0].id if len(own) == 1 else None
