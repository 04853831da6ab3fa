"""The filters that several lists share."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from tiendo.facts.period import Period
from tiendo.ledger.selectors.horizon import horizon_at
from tiendo.ledger.selectors.measured import MeasuredFilter
from tiendo.web.api.parameters import ChangesQuestion, Code, Day, EntryNumber, PeriodText, moment_of


class MeasuredQuestion(ChangesQuestion):
    """Which values."""

    indicator: Code | None = Field(None, description="The code of the indicator.", examples=["budget_revenue"])
    territory: Code | None = Field(None, description="The code of the territory.", examples=["20"])
    document: EntryNumber | None = Field(None, description="The document that says them.")
    period: PeriodText | None = Field(None, description="Exactly this period.")
    from_: Day | None = Field(None, alias="from", description="Only periods that end on this day or later.")
    to: Day | None = Field(None, description="Only periods that end on this day or earlier.")


def filter_of(asked: MeasuredQuestion, *, agency: str | None = None) -> MeasuredFilter:
    """The filter that a question means."""
    first, last = day_of(asked.from_), day_of(asked.to)
    if asked.period is not None:
        # An index holds last days and no periods.
        ends = Period.parse(asked.period).last_day
        first, last = max(first or ends, ends), min(last or ends, ends)
    return MeasuredFilter(
        indicator=asked.indicator,
        territory=asked.territory,
        agency=agency,
        document=asked.document,
        period=asked.period,
        first_day=first,
        last_day=last,
        changed_after=changed_after(asked.updated_after),
    )


def changed_after(written: str | None) -> int | None:
    """The horizon of a moment, a day, or its own number."""
    if written is None:
        return None
    return int(written) if written.isdecimal() else horizon_at(moment_of(written))


def day_of(written: str | None) -> date | None:
    """The day of a text that was found to be one."""
    return date.fromisoformat(written) if written else None
