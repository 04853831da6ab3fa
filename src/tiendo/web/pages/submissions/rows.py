"""The values of a submission as its page prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tiendo.catalogue import Catalogue
from tiendo.facts.printing import bounds, unit_of
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.measures import record_of
from tiendo.ledger.selectors.submissions import SubmittedValue
from tiendo.reference.territories import NATIONAL, territory
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.submissions.naming import period_words
from tiendo.web.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownValue:
    """A row: `code` is that of the indicator, `number` the entry; `replaced_by` the submission that corrected it."""

    number: int
    code: str
    is_listed: bool
    indicator: str
    territory_code: str
    territory: str
    period: str
    value: str
    unit: str
    notes: str
    stands: bool
    replaced_by: int | None


def shown_values(values: Iterable[SubmittedValue], reading: Reading) -> list[ShownValue]:
    """The rows of a page of a submission."""
    catalogue = catalogue_at(reading.known.horizon)
    return [_shown(one, catalogue, reading) for one in values]


def _shown(submitted: SubmittedValue, catalogue: Catalogue, reading: Reading) -> ShownValue:
    value, language = submitted.value, reading.language
    listed = value.indicator in catalogue
    quantity = record_of(value, value.indicator, is_target=False).quantity
    said = [("indicator.estimate", value.estimated), ("indicator.cumulative", value.cumulative)]
    return ShownValue(
        number=value.entry,
        code=value.indicator,
        is_listed=listed,
        indicator=catalogue[value.indicator].names.sentence(language) if listed else value.indicator,
        territory_code=value.territory or "",
        territory=_place(submitted, language),
        period=period_words(value.period, language),
        value=bounds(quantity, language),
        unit=unit_of(quantity, language),
        notes=", ".join(say(key, language) for key, is_so in said if is_so),
        stands=submitted.stands,
        replaced_by=submitted.replaced_by,
    )


def _place(submitted: SubmittedValue, language: str) -> str:
    """What the territory was called on the last day of the period."""
    code, day = submitted.value.territory, submitted.value.last_day
    if code == NATIONAL:
        return say("indicator.country", language)
    unit = territory(code, day) if code and day else None
    return unit.title[:1].upper() + unit.title[1:] if unit else code or ""
