"""What an indicator is, how it stands now, and what it is related to, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from tiendo.assessment.explanation import needed, path_note, reason
from tiendo.catalogue import Direction, Indicator
from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.judged import Touching, findings_touching, judged
from tiendo.matching.reasons import explain
from tiendo.reference.agencies import agency_name
from tiendo.web.handouts import naming
from tiendo.web.pages.indicator.asked import Asked
from tiendo.web.pages.shapes import status_text
from tiendo.web.pages.tags import address_of
from tiendo.web.words import say


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands: the status, its period, why, and the working."""

    status: SafeString
    period: str
    why: str
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another indicator: how it is related, and what there is to know of that."""

    code: str
    name: str
    how: str
    note: str


def standing_of(asked: Asked) -> Standing | None:
    """How it stands in the latest period; `None` where nothing is planned and nothing known."""
    if asked.territory is None or not asked.series.standing:
        return None
    language = asked.reading.language
    row = judged(asked.indicator.id, asked.territory, asked.period, asked.reading.viewer, asked.reading.known)
    if row is None:
        return None
    why = reason(row.assessment, language)
    rule = row.assessment.rule.says.sentence(language)
    warnings = tuple(explain(warning, asked.catalogue, language) for warning in row.warnings)
    working = (needed(row.assessment, language), path_note(row.assessment, language), rule, *warnings)
    told = dict.fromkeys(one for one in working if one and one != why)
    period = asked.period.vietnamese() if language == "vi" else asked.period.english()
    return Standing(status_text(row.assessment.status, language), period, why, tuple(told))


def findings_of(asked: Asked) -> list[tuple[str, str]]:
    """Address and message of the findings that touch a value of the table."""
    touching = findings_touching(asked.series.standing, asked.reading.viewer, asked.reading.known)
    return [(_address(one), one.finding.message.sentence(asked.reading.language)) for one in touching]


def _address(touching: Touching) -> str:
    """Where a finding stands in the list of those of its document."""
    document = touching.finding.places[0].document
    return f"{address_of('findings')}?document={document}#finding-{touching.root}"


def direction_of(indicator: Indicator, language: str) -> str:
    """Which way is better; nothing where neither is."""
    return "" if indicator.direction is Direction.NONE else say(f"indicator.better-{indicator.direction}", language)


def owner_of(asked: Asked) -> str:
    """The agency that answers for it."""
    return agency_name(asked.indicator.owner, asked.day) or asked.indicator.owner


def sector_of(asked: Asked) -> str:
    """The name of its group."""
    names = {sector.id: sector.names for sector in asked.catalogue.sectors}
    code = asked.indicator.sector
    return names.get(code, Wording(code, code)).sentence(asked.reading.language)


def place_words(code: str, asked: Asked) -> str:
    """The name of a territory, of the day or of when it last existed."""
    return naming.place_words(code, asked.day, asked.reading.language)


def related_to(asked: Asked) -> list[Related]:
    """Other measures of the same thing, its whole and its parts, and what it must not be taken for."""
    indicator, catalogue, language = asked.indicator, asked.catalogue, asked.reading.language
    codes = [(code, "same-thing", "") for code in catalogue.counterparts(indicator.id)]
    if indicator.part_of is not None:
        codes.append((indicator.part_of.id, "whole", ""))
    codes += [(code, "part", "") for code in catalogue.parts(indicator.id)]
    codes += [(one.id, "not-the-same", one.reason.sentence(language)) for one in indicator.not_to_be_confused_with]
    return [
        Related(code, catalogue[code].names.sentence(language), say(f"indicator.{how}", language), note)
        for code, how, note in codes
        if code in catalogue
    ]
