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
    "Chỉ tiêu được tính cho đến ngày có hiệu lực của chỉ tiêu điều chỉnh nó; chỉ tiêu điều chỉnh được tính từ ngày đó.",
    "A target counts until the day on which one that amends it comes into force; that one counts from then on.",
)


def in_force(targets: Iterable[Plan], on: date) -> list[Plan]:
    """Those of the targets that count on a day, see `IN_FORCE`.

    A target that amends nothing counts in the board of any day, also where its document came later: an action plan
    of April sets the aims of the whole year.
    """
    counting = [one for one in targets if one.amends is None or (one.in_force_from or on) <= on]
    amended = {one.amends for one in counting if one.amends is not None}
    return [one for one in counting if one.root not in amended]


def plan_for(indicator: str, territory: str | None, period: Period | None, on: date | None) -> int | None:
    """The entry of the one plan that a percentage said on that day is of; `None` where none or several could be meant.

    A percentage of plan names its denominator as it then stood: a plan that is changed later has another entry.
    """
    if period is None or on is None:
        return None
    year = Period.of_year(period.year)
    targets = Target.objects.standing(FOREVER).filter(indicator=indicator, territory=territory, last_day=year.last_day)
    known = [one for one in targets if one.in_force_from is None or one.in_force_from <= on]
    own = [one for one in in_force(known, on) if one.period and Period.parse(one.period).named == year]
    return own[0].id if len(own) == 1 else None
