"""The ruler and the chart of an indicator as pages for frames of other sites."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe

from tiendo.assessment.board import Board, Row
from tiendo.facts.errors import NoSuchEntry
from tiendo.facts.period import Period
from tiendo.ledger.selectors.board import board_at
from tiendo.ledger.selectors.visible import visible_to
from tiendo.publishing.cells import cells_of, label_of, source_of
from tiendo.publishing.chart_layout import COMPACT, WIDE
from tiendo.publishing.indicator_chart import on_page
from tiendo.publishing.ruler import lay_out
from tiendo.web.handouts.charts import chart_at, figures_by
from tiendo.web.handouts.naming import origin_words
from tiendo.web.pages import questions
from tiendo.web.pages.embed.embedding import embeds, theme_of
from tiendo.web.pages.indicator import about
from tiendo.web.pages.indicator.asked import Asked, asked_for
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.rulers import ruler_picture
from tiendo.web.pages.shapes import status_text

_MOST_SOURCES = 3  # of a chart: a line of small print


@embeds
def ruler(reading: Reading, code: str) -> HttpResponse:
    """How the indicator stands in a period, by default that of its latest result."""
    asked = asked_for(reading, code)
    board = _board(asked, questions.period(reading.request, "period") or asked.period)
    row = _row(board, asked)
    cells = cells_of(row, board, reading.language)
    sources = [source_of(entry) for entry in (row.result, row.target) if entry is not None]
    context = _frame(asked, board.period) | {
        "cells": cells,
        "ruler": ruler_picture(lay_out(row), row.assessment.status, label_of(cells, reading.language)),
        "status": status_text(row.assessment.status, reading.language),
        "sources": list(dict.fromkeys(sources)),
    }
    return reading.show("embed/ruler.html", context)


@embeds
def chart(reading: Reading, code: str) -> HttpResponse:
    """The line through all horizons; with a period only the results up to its end."""
    asked = asked_for(reading, code)
    period = questions.period(reading.request, "period")
    figures = figures_by(asked.series.standing, period)
    day = period.last_day if period else asked.day
    drawn = chart_at(
        asked.indicator, figures, day=day, language=reading.language, marked=day if period else reading.as_of
    )
    if drawn.is_empty:
        raise _no_values()
    sources = [origin_words(one.last.origin, day, reading.language) for one in figures]
    context = (
        _frame(asked, period)
        | {
            # The drawing escapes every word that it takes from names and documents.
            "charts": [mark_safe(on_page(drawn, layout)) for layout in (WIDE, COMPACT)],  # noqa: S308
            "sources": list(dict.fromkeys(reversed(sources)))[:_MOST_SOURCES],
        }
    )
    return reading.show("embed/chart.html", context)


def _frame(asked: Asked, period: Period | None) -> dict[str, Any]:
    """What stands around both: name, place, period, the way to the page of the indicator."""
    language = asked.reading.language
    said = {"territory": asked.territory, "asOf": asked.reading.as_of, "lang": language}
    query = urlencode({name: str(value) for name, value in said.items() if value is not None})
    words = (period.vietnamese() if language == "vi" else period.english()) if period else ""
    return {
        "name": asked.indicator.names.sentence(language),
        "place": about.place_words(asked.territory, asked) if asked.territory else "",
        "period": words,
        "day": asked.day,
        "theme": theme_of(asked.reading.request),
        "address": f"{reverse('indicator', args=[asked.indicator.id])}?{query}",
        "language": language,
    }


def _board(asked: Asked, period: Period) -> Board:
    known = asked.reading.known
    sources = visible_to(asked.reading.viewer, known).roots
    return board_at(period, territory=asked.territory, horizon=known.horizon, sources=sources)


def _row(board: Board, asked: Asked) -> Row:
    rows = (*board.rows, *board.unplanned)
    row = next((one for one in rows if one.indicator.id == asked.indicator.id), None)
    if row is None:
        raise _no_values()
    return row


def _no_values() -> NoSuchEntry:
    return NoSuchEntry(
        vi="Chỉ tiêu này chưa có số liệu nào được công bố ở đó.", en="No value of this indicator is published there."
    )
