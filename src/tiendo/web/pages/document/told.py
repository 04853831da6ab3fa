"""How a fact is told to people: what it is about, its value and period, who has to do it, and why it waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tiendo.catalogue import Catalogue
from tiendo.extraction.doubts import Doubt
from tiendo.facts.figures import ComparedWith, Comparison
from tiendo.facts.period import Period
from tiendo.facts.printing import bounds, number, signed, unit_of, with_unit
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Citation, Fact, Measurement, Observation, Task
from tiendo.intake.certainty import REASONS
from tiendo.ledger.selectors.document_facts import FactInText
from tiendo.web.pages.tags import day_text
from tiendo.web.words import say

_LONGEST_TITLE = 120  # characters of a task that a list shows; the text itself stands beside it
_DONG = "VND"
_DIRECTIONS = {Change.INCREASE: "up", Change.DECREASE: "down"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact in words. `comparisons` are those printed beside it; `waits` says why a person has to look."""

    fact: FactInText
    title: str
    within: str = ""
    value: str = ""
    unit: str = ""
    base: str = ""
    period: str = ""
    notes: tuple[str, ...] = ()
    comparisons: tuple[str, ...] = ()
    lead: str = ""
    coordinators: str = ""
    indicator: str = ""
    waits: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def amount(self) -> str:
        """The value with its unit."""
        return with_unit(self.value, self.unit) if self.unit else self.value


def told(fact: FactInText, language: str, catalogue: Catalogue) -> Told:
    """The fact in words."""
    record = fact.record
    waits = tuple(REASONS[code].sentence(language) if code in REASONS else code for code in fact.reasons)
    doubts = tuple(_doubts(record, language))
    match record:
        case Measurement():
            return Told(
                fact=fact,
                title=sentence_case(record.subject),
                within=record.within or "",
                value=_value(record.quantity, language),
                unit=unit_of(record.quantity, language),
                base=_base(record.quantity, language),
                period=period_words(record.period, language),
                notes=tuple(_notes(record, language)),
                comparisons=tuple(comparison_words(one, language) for one in record.comparisons),
                indicator=indicator_name(fact.indicator, language, catalogue),
                waits=waits,
                doubts=doubts,
            )
        case Task():
            return Told(
                fact=fact,
                title=_cut(record.quote),
                period=period_words(record.deadline, language),
                lead=", ".join(record.lead),
                coordinators=", ".join(record.coordinators),
                waits=waits,
                doubts=doubts,
            )
        case Citation():
            when = day_text(record.date, language) if record.date else ""
            title = " ".join(part for part in (record.type, record.number) if part)
            return Told(fact=fact, title=title, period=when, lead=record.issuer or "", waits=waits, doubts=doubts)
    raise TypeError(fact.kind)


def reading_lines(one: Told, language: str) -> Iterator[str]:
    """The reading in a few lines, for the note that appears at a mark."""
    yield f"{say(f'document.kind.{one.fact.kind}', language)} · {one.title}"
    if isinstance(one.fact.record, Measurement):
        parts = (one.amount, *one.notes, one.period or say("document.no-period", language))
        yield " · ".join(parts)
        yield from one.comparisons
        if one.indicator:
            yield say("document.reading.indicator", language, name=one.indicator)
    elif isinstance(one.fact.record, Task):
        yield say("document.reading.lead", language, lead=one.lead or say("document.no-lead", language))
        if one.period:
            yield say("document.reading.deadline", language, deadline=one.period)
    yield say("document.reading.state", language, state=state_words(one.fact, language), sure=percent_sure(one.fact))
    yield from one.waits


def state_words(fact: FactInText, language: str) -> str:
    """How far a fact has come, in a word."""
    return say(f"document.state.{fact.state}", language)


def percent_sure(fact: FactInText) -> str:
    """How sure the reader was."""
    return f"{round(fact.confidence * 100)}%"


def indicator_name(code: str | None, language: str, catalogue: Catalogue) -> str:
    """What an indicator is called; its code where the catalogue does not have it, nothing for none."""
    if code is None:
        return ""
    return catalogue[code].names.sentence(language) if code in catalogue else code


def period_words(period: Period | None, language: str) -> str:
    """A period as people say it; nothing for none."""
    if period is None:
        return ""
    return period.vietnamese(as_of=False) if language == "vi" else period.english(as_of=False)


def comparison_words(one: Comparison, language: str) -> str:
    """What a number beside a figure says: `giảm 8,9% so với cùng kỳ`."""
    against = "plan" if one.compared_with is ComparedWith.PLAN else "year-before"
    words = say(f"document.against.{against}", language)
    change = one.figure.quantity.change
    direction = f"{say(f'document.{_DIRECTIONS[change]}', language)} " if change is not None else ""
    return f"{direction}{one.figure.quote} {words}"


def sentence_case(words: str) -> str:
    """With a capital at the beginning: a name within a sentence becomes the head of a line."""
    return words[:1].upper() + words[1:]


def _value(quantity: Quantity, language: str) -> str:
    of = "" if quantity.of is None else "/" + number(quantity.of, language)
    rise = say("document.up", language) + " " if quantity.change is Change.INCREASE else ""
    return rise + bounds(quantity, language) + of


def _base(quantity: Quantity, language: str) -> str:
    """Money to the last dong, where it is printed in thousands or more."""
    if quantity.unit.measure != _DONG or not quantity.unit.multiplier:
        return ""
    whole = bounds(quantity, language, Fraction(10) ** quantity.unit.multiplier)
    return f"{whole} {say('document.dong', language)}"


def _notes(record: Measurement, language: str) -> Iterator[str]:
    flags = {
        "estimated": isinstance(record, Observation) and record.estimated,
        "cumulative": record.cumulative,
        "annual": record.annual,
    }
    yield from (say(f"document.note.{name}", language) for name, holds in flags.items() if holds)
    compared = {one.compared_with for one in record.comparisons}
    # A correction may say what no place of the text says.
    if record.plan_percent is not None and ComparedWith.PLAN not in compared:
        yield f"{number(record.plan_percent, language)}% {say('document.against.plan', language)}"
    if record.yoy_percent is not None and ComparedWith.YEAR_BEFORE not in compared:
        yield f"{signed(record.yoy_percent, language)}% {say('document.against.year-before', language)}"


def _doubts(record: Fact, language: str) -> Iterator[str]:
    known = {str(one.value): one for one in Doubt}
    for code in record.doubts:
        if code in known:
            yield known[code].vi if language == "vi" else known[code].en


def _cut(words: str) -> str:
    squeezed = " ".join(words.split())
    return squeezed if len(squeezed) <= _LONGEST_TITLE else squeezed[: _LONGEST_TITLE - 1].rstrip() + "…"
