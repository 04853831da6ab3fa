"""What is measured."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from tiendo.catalogue import Direction, Frequency, Semantics
from tiendo.ledger.selectors.indicators import IndicatorView
from tiendo.web.api.schemas.shared import Shown, WordingShown


class UnitShown(Shown):
    """A unit: its code, the power of ten, how it is written, and the denominator of a rate."""

    measure: str = Field(examples=["VND"])
    multiplier: int = Field(examples=[9])
    written: str = Field(examples=["tỷ đồng"])
    per: str | None = Field(examples=["vạn dân"])


class IndicatorShown(Shown):
    """An indicator as the record knows it."""

    code: str = Field(examples=["budget_revenue"])
    entry: int = Field(description="The number of the entry that defines it.")
    recorded_at: datetime
    of_catalogue: bool = Field(description="True where it comes with the product, false where people made it.")
    name: WordingShown
    definition: WordingShown
    unit: UnitShown
    semantics: Semantics = Field(description="The kind of the measure; it decides which arithmetic makes sense.")
    direction: Direction = Field(description="Which way is better.")
    frequency: Frequency
    sector: str
    owner: str = Field(description="The agency that answers for it.", examples=["STC"])
    aliases: tuple[str, ...] = Field(description="Other names, those that people taught among them.")
    variant_of: str | None = Field(description="The indicator whose thing this one measures in another way.")
    part_of: str | None = Field(description="The whole that it is a part of.")
    statistical_code: str | None


def indicator_shown(view: IndicatorView) -> IndicatorShown:
    """An indicator with the fields that are shown."""
    one = view.indicator
    measured = one.measured_in
    return IndicatorShown(
        code=one.id,
        entry=view.entry,
        recorded_at=view.recorded_at,
        of_catalogue=view.of_catalogue,
        name=WordingShown(vi=one.names.vi, en=one.names.en),
        definition=WordingShown(vi=one.definition.vi, en=one.definition.en),
        unit=UnitShown(
            measure=measured.unit.measure,
            multiplier=measured.unit.multiplier,
            written=measured.written,
            per=measured.per,
        ),
        semantics=one.semantics,
        direction=one.direction,
        frequency=one.frequency,
        sector=one.sector,
        owner=one.owner,
        aliases=one.aliases,
        variant_of=one.variant_of,
        part_of=one.part_of.id if one.part_of else None,
        statistical_code=one.statistical_code,
    )
