"""Every value of an indicator with its past, as a table that programs and spreadsheets read."""

from __future__ import annotations

import csv
import io

from tiendo.ledger.selectors.measured import ObservationView
from tiendo.ledger.selectors.series import Figure, Said
from tiendo.publishing.spreadsheet import cell
from tiendo.web.pages.indicator.amending import law_state
from tiendo.web.pages.indicator.asked import Asked
from tiendo.web.pages.indicator.charting import origin_words

COLUMNS = (
    *("indicator", "territory", "period", "kind", "low", "high", "unit", "change", "estimated", "cumulative", "annual"),
    *("source", "quote", "recorded_at", "state", "id", "entry", "supersedes"),
)


def as_csv(asked: Asked) -> str:
    """One line for everything that was ever said, by period; `state` says what of it counts."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for figure in asked.series.figures:
        for said in figure.versions:
            writer.writerow([cell(value) for value in _line(said, figure, asked)])
    return out.getvalue()


def _line(said: Said, figure: Figure, asked: Asked) -> tuple[object, ...]:
    value = said.value
    return (
        *(value.indicator, value.territory, value.period, "target" if figure.is_target else "result"),
        *(value.low, value.high, f"{value.unit}/{value.per}" if value.per else value.unit, value.change),
        *(isinstance(value, ObservationView) and value.estimated, value.cumulative, value.annual),
        *(origin_words(said.origin, asked), value.quote, said.at.isoformat(), _state(said, figure, asked)),
        *(value.id, value.entry, value.supersedes),
    )


def _state(said: Said, figure: Figure, asked: Asked) -> str:
    if said.value.withdrawn:
        return "withdrawn"
    if said is not figure.last:
        return "superseded"
    return law_state(figure, asked) or "standing"
