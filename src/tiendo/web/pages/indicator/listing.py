"""All indicators by sector, and which of them a reader asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from tiendo.assessment.board import FRESH_DAYS
from tiendo.catalogue import Catalogue, Frequency, Indicator
from tiendo.facts.printing import number
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.selectors.coverage import Covered, coverage
from tiendo.publishing.chart_of_indicator import unit_words
from tiendo.publishing.sparkline import sparkline
from tiendo.text.folding import name_key
from tiendo.web.pages import questions
from tiendo.web.pages.frame import usual_place
from tiendo.web.pages.reading import Reading
from tiendo.web.words import say

COVERAGES = ("target", "result", "fresh", "nothing")
_NOTHING = Covered(None, None, ())
_SHOWN_DIGITS = 6  # of a value that is heard with a small line
# The last result may be as old as one period of its kind, and the time that it takes to be reported.
_DAYS_OF = {
    Frequency.MONTHLY: 31,
    Frequency.QUARTERLY: 92,
    Frequency.HALF_YEARLY: 184,
    Frequency.ANNUAL: 366,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which indicators: those whose names hold all `words`, of a sector, with a target, result or nothing."""

    words: str
    sector: str | None
    having: str | None
    territory: str | None
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An indicator in the list."""

    code: str
    name: str
    unit: str
    spark: SafeString
    last_target: int | None
    last_result: date | None
    is_fresh: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators of a sector."""

    name: str
    lines: tuple[Line, ...]


def asked_for(reading: Reading) -> Asked:
    """What the address says; raises `WrongQuestion`."""
    request = reading.request
    return Asked(
        words=questions.text(request, "q"),
        sector=questions.code(request, "sector"),
        having=questions.choice(request, "having", COVERAGES),
        territory=questions.code(request, "territory") or usual_place(reading.known),
        day=reading.as_of or reading.today,
    )


def groups_of(asked: Asked, reading: Reading) -> list[Group]:
    """The indicators that are asked for, by sector in the order of the scoreboard."""
    catalogue = catalogue_at(reading.known.horizon)
    covered = coverage(asked.territory, reading.viewer, reading.known, on=asked.day)
    kept = [one for one in catalogue if _is_asked(one, covered.get(one.id, _NOTHING), asked)]
    by_sector: dict[str, list[Indicator]] = {sector.id: [] for sector in catalogue.sectors}
    for one in kept:
        by_sector.setdefault(one.sector, []).append(one)
    names = sector_names(catalogue, reading.language)
    return [
        Group(names.get(sector, sector), tuple(_lines(found, covered, asked, reading.language)))
        for sector, found in by_sector.items()
        if found
    ]


def sector_names(catalogue: Catalogue, language: str) -> dict[str, str]:
    """The names of the groups, in their order."""
    return {sector.id: sector.names.sentence(language) for sector in catalogue.sectors}


def _is_asked(one: Indicator, covered: Covered, asked: Asked) -> bool:
    if asked.sector not in (None, one.sector):
        return False
    has = {
        None: True,
        "target": covered.last_target is not None,
        "result": covered.last_result is not None,
        "fresh": _is_fresh(one, covered, asked.day),
        "nothing": covered.last_target is None and covered.last_result is None,
    }
    if not has[asked.having]:
        return False
    names = name_key(" ".join((one.id, one.names.vi, one.names.en, *one.aliases)))
    return all(word in names for word in name_key(asked.words).split())


def _is_fresh(one: Indicator, covered: Covered, day: date) -> bool:
    oldest = day - timedelta(days=_DAYS_OF[one.frequency] + FRESH_DAYS)
    return covered.last_result is not None and covered.last_result >= oldest


def _lines(found: Iterable[Indicator], all_covered: dict[str, Covered], asked: Asked, language: str) -> Iterable[Line]:
    for one in found:
        covered = all_covered.get(one.id, _NOTHING)
        yield Line(
            code=one.id,
            name=one.names.sentence(language),
            unit=unit_words(one, language),
            spark=_spark(one, covered, language),
            last_target=covered.last_target.year if covered.last_target else None,
            last_result=covered.last_result,
            is_fresh=_is_fresh(one, covered, asked.day),
        )


def _spark(one: Indicator, covered: Covered, language: str) -> SafeString:
    years = covered.years
    if not years:
        return SafeString("")
    (first, start), (last, end) = years[0], years[-1]
    values = {"first": first, "start": _heard(start, language), "last": last, "end": _heard(end, language)}
    label = say("indicators.spark" if first != last else "indicators.spark-one", language, **values)
    # The label is escaped by the drawing, and all else of it are numbers.
    return mark_safe(sparkline(years, label, breaks=[moved.year for moved in one.definition_breaks]))  # noqa: S308


def _heard(value: float, language: str) -> str:
    return number(Decimal(f"{value:.{_SHOWN_DIGITS}g}"), language)
