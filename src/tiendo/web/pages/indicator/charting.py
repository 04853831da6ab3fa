"""The figures of the record as a chart."""

from __future__ import annotations

from tiendo.ledger.selectors.series import Origin, Said
from tiendo.publishing.chart_of_indicator import Sourced
from tiendo.publishing.chart_values import Chart
from tiendo.web.handouts import charts, naming
from tiendo.web.pages.indicator.asked import Asked


def chart(asked: Asked) -> Chart:
    """All figures that stand, drawn as of the day of the page."""
    language, as_of = asked.reading.language, asked.reading.as_of
    return charts.chart_at(asked.indicator, asked.series.standing, day=asked.day, language=language, marked=as_of)


def sourced(said: Said, asked: Asked) -> Sourced:
    """What was said once, as a record with the words for its source."""
    return charts.sourced(said, asked.indicator, asked.day, asked.reading.language)


def origin_words(origin: Origin, asked: Asked) -> str:
    """`62/NQ-HĐND, I.3.a`; for what an agency reported its name."""
    return naming.origin_words(origin, asked.day, asked.reading.language)
