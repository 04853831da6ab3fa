"""What both forms of a structure message say alike: languages, validity, concepts, counts."""

from __future__ import annotations

from datetime import date
from typing import Final

from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.model import Availability, Component, DataStructure, Item

VALIDITY: Final = "VALIDITY"
METRIC: Final = "sdmx_metrics"


def languages_of(words: Wording | None) -> tuple[tuple[str, str], ...]:
    """The words by language; only in Vietnamese where no other are known."""
    if words is None:
        return ()
    return (("vi", words.vi),) if words.vi == words.en else (("vi", words.vi), ("en", words.en))


def validity_words(item: Item) -> str:
    """The days from and to which a code holds (`../2025-06-30`), empty where it always does."""
    if item.valid_from is None and item.valid_to is None:
        return ""
    return f"{_day(item.valid_from)}/{_day(item.valid_to)}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ".."


def usage_of(component: Component) -> str:
    """Whether every observation has a value of it."""
    return "mandatory" if component.is_mandatory else "optional"


def concept_urn(within: DataStructure, component: Component) -> str:
    """The concept that a component stands for."""
    return f"{within.concepts.urn.replace('.ConceptScheme=', '.Concept=')}.{component.id}"


def metrics_of(one: Availability) -> tuple[tuple[str, int], ...]:
    """How many series and observations there are, by the ids that SDMX-REST gives these counts."""
    return (("series_count", one.series), ("obs_count", one.observations))
