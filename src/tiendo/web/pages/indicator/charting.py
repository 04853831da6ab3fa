"""The figures of the record as a chart."""

from __future__ import annotations

from dataclasses import replace

from tiendo.ledger.measures import record_of
from tiendo.ledger.selectors.measured import TargetView
from tiendo.ledger.selectors.series import Origin, Said
from tiendo.publishing.chart_of_indicator import Sourced, chart_of
from tiendo.publishing.chart_values import Chart
from tiendo.reference.agencies import agency_name
from tiendo.web.pages.indicator.asked import Asked
from tiendo.web.pages.tags import day_text
from tiendo.web.words import say


def chart(asked: Asked) -> Chart:
    """All figures that stand, drawn as of the day of the page."""
    language, as_of = asked.reading.language, asked.reading.as_of
    words = say("indicator.to-day", language, day=day_text(as_of, language)) if as_of else ""
    values = [sourced(figure.last, asked) for figure in asked.series.standing]
    return chart_of(asked.indicator, values, language=language, today=asked.day, today_words=words)


def sourced(said: Said, asked: Asked) -> Sourced:
    """What was said once, as a record with the words for its source.

    A denominator that the name says already ("trên 1 vạn dân") is left out.
    """
    value = said.value
    is_target = isinstance(value, TargetView)
    since = value.in_force_from if isinstance(value, TargetView) else None
    subject = asked.indicator.names.vi
    record = record_of(value, subject, is_target=is_target)
    if record.quantity.per is not None and record.quantity.per in subject:
        record = replace(record, quantity=replace(record.quantity, per=None))
    return Sourced(
        record,
        origin_words(said.origin, asked),
        since or said.origin.issued,
    )


def origin_words(origin: Origin, asked: Asked) -> str:
    """`62/NQ-HĐND, I.3.a`; for what an agency reported its name."""
    if origin.submission is not None:
        agency = (agency_name(origin.agency, asked.day) or origin.agency) if origin.agency else ""
        return agency or say("indicator.reported", asked.reading.language)
    return f"{origin.title}, {origin.place}" if origin.place else origin.title
