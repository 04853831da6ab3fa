"""The table under the chart: every value, where it stands, and what was said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tiendo.facts.period import Period
from tiendo.facts.printing import bounds, unit_of, with_unit
from tiendo.facts.quantity import Quantity
from tiendo.facts.records import Measurement, Observation
from tiendo.ledger.selectors.series import Figure, Origin, Said
from tiendo.web.pages.indicator.amending import InLaw, Law, law_state
from tiendo.web.pages.indicator.asked import Asked
from tiendo.web.pages.indicator.changes import Key, by_period, change_words
from tiendo.web.pages.indicator.charting import origin_words, sourced
from tiendo.web.pages.tags import address_of
from tiendo.web.words import say


@dataclass(frozen=True, slots=True)
class Past:
    """What was said before: when it was recorded, when and by whom it was replaced, and why."""

    value: str
    recorded: datetime
    replaced: datetime
    by: str
    why: str
    source: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """A line of the table. `state` is empty for a value that counts, else why it does not."""

    number: int
    period: str
    value: str
    unit: str
    kind: str
    is_target: bool
    change: str
    source: str
    address: str
    recorded: datetime
    state: str
    past: tuple[Past, ...]
    root: int
    law: InLaw | None

    @property
    def before(self) -> str:
        """The value that this one took the place of, where it is another."""
        return self.past[0].value if self.past and self.past[0].value != with_unit(self.value, self.unit) else ""


@dataclass(frozen=True, slots=True)
class Year:
    """The lines whose periods end in one year; `words` is empty where no year is said."""

    words: str
    figures: tuple[ShownFigure, ...]


def years_of(asked: Asked) -> list[Year]:
    """The lines by year, the latest first."""
    known = by_period(sourced(figure.last, asked).record for figure in asked.series.standing)
    law = Law(asked)
    years: dict[str, list[ShownFigure]] = {}
    for figure in reversed(asked.series.figures):
        record = sourced(figure.last, asked).record
        year = str(record.period.year) if record.period else ""
        years.setdefault(year, []).append(_shown(figure, record, known, law))
    return [Year(words, tuple(figures)) for words, figures in years.items()]


def _shown(figure: Figure, record: Measurement, known: dict[Key, Observation], law: Law) -> ShownFigure:
    asked = law.asked
    language = asked.reading.language
    said = figure.last
    state = _state(figure, asked)
    change = ""
    if isinstance(record, Observation) and not state:
        change = change_words(record, known, asked.indicator, language)
    return ShownFigure(
        number=said.value.entry,
        period=period_words(record.period, language) or say("indicator.no-period", language),
        value=bounds(record.quantity, language),
        unit=unit_of(record.quantity, language),
        kind=_kind(record, language),
        is_target=figure.is_target,
        change=change,
        source=origin_words(said.origin, asked),
        address=address_of_origin(said.origin, said.value.start),
        recorded=said.at,
        state=say(f"indicator.{state}", language) if state else "",
        past=tuple(_past(figure.versions, asked)),
        root=said.value.id,
        law=law.of(figure),
    )


def _state(figure: Figure, asked: Asked) -> str:
    if figure.is_withdrawn:
        return "withdrawn"
    return law_state(figure, asked)


def _past(versions: tuple[Said, ...], asked: Asked) -> Iterable[Past]:
    """What was said before and says something else, the newest first."""
    language = asked.reading.language
    for place in range(len(versions) - 2, -1, -1):
        said, after = versions[place], versions[place + 1]
        if said.value.withdrawn:
            continue
        yield Past(
            value=_value(sourced(said, asked).record.quantity, language),
            recorded=said.at,
            replaced=after.at,
            by=after.by,
            why=after.why,
            source=origin_words(said.origin, asked),
            address=address_of_origin(said.origin, said.value.start),
        )


def address_of_origin(origin: Origin, start: int) -> str:
    """Where the value can be read: its place in the document, or its submission; nothing where neither can be seen."""
    if origin.submission is not None:
        return "" if origin.is_withdrawn else address_of("submission", origin.submission)
    if origin.document is None:
        return ""
    return f"{address_of('document', origin.document)}?at={start}#at-{start}"


def period_words(period: Period | None, language: str) -> str:
    """A period at the beginning of a line."""
    if period is None:
        return ""
    words = period.vietnamese() if language == "vi" else period.english()
    return words[:1].upper() + words[1:]


def _value(quantity: Quantity, language: str) -> str:
    return with_unit(bounds(quantity, language), unit_of(quantity, language))


def _kind(record: Measurement, language: str) -> str:
    result = "estimate" if isinstance(record, Observation) and record.estimated else "result"
    kind = result if isinstance(record, Observation) else "target"
    words = [say(f"indicator.{kind}", language)]
    if record.annual:
        words.append(say("indicator.yearly", language))
    if record.cumulative:
        words.append(say("indicator.cumulative", language))
    return ", ".join(words)
