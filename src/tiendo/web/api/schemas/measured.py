"""Results and targets."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from tiendo.web.api.schemas.shared import Figure, Shown


class MeasuredShown(Shown):
    """A value of an indicator, for a place and a time, with its source."""

    id: int = Field(
        description="The number of the thing; it stays the same when the value is corrected.", examples=[42]
    )
    entry: int = Field(description="The number of the entry that says this; every correction has a new one.")
    supersedes: int | None = Field(description="The entry in whose place this one stands.")
    withdrawn: bool = Field(description="True where the thing holds no longer and nothing took its place.")
    recorded_at: datetime
    indicator: str = Field(examples=["budget_revenue"])
    territory: str | None = Field(description="The code of the territory; VN is the whole country.", examples=["20"])
    period: str | None = Field(examples=["2022-Q1"])
    first_day: date | None
    last_day: date | None
    low: Figure | None = Field(description="The value, or the lower end of a range, as printed: `28.10`.")
    high: Figure | None = Field(description="The upper end; the same as `low` for a single value.")
    unit: str = Field(description="The unit as written.", examples=["tỷ đồng"])
    unit_measure: str = Field(examples=["VND"])
    unit_mult: int = Field(description="The power of ten that the value is to be multiplied by.", examples=[9])
    per: str | None = Field(description="The denominator of a rate.", examples=["vạn dân"])
    of: Figure | None = Field(description="The whole of `3 of 11`.")
    change: str | None = Field(description="`increase` or `decrease` where the value is a change.")
    approximate: bool
    annual: bool = Field(description="True for a yearly mean over the period.")
    cumulative: bool = Field(description="True for a total since a start.")
    plan_percent: Figure | None = Field(
        description="The percentage of the plan that the source claims beside the value."
    )
    yoy_percent: Figure | None = Field(description="The change on the year before in percent, as claimed beside it.")
    yoy_change: Figure | None = Field(description="The change on the year before in the unit, as claimed beside it.")
    start: int = Field(description="Where the value stands in the text of its source, in characters from its start.")
    end: int
    quote: str = Field(description="The words there.")
    document: int | None = Field(description="The document that says it.")
    document_version: int | None = Field(description="The entry of the version of the document.")
    fact: int | None = Field(description="The fact that was read.")
    submission: int | None = Field(description="The submission that reported it.")
    agency: str | None = Field(description="The agency that reported it.")
    reviewed: bool = Field(description="True once a person has looked at it.")


class ObservationShown(MeasuredShown):
    """A result: what somebody says was reached."""

    estimated: bool
    plan: int | None = Field(description="The entry of the target that `planPercent` is a percentage of.")


class TargetShown(MeasuredShown):
    """A target: what somebody plans, promises or is told to reach."""

    in_force_from: date | None = Field(description="The day from which it holds in law.")
    amends: int | None = Field(description="The target whose place it takes in law from that day on.")
