"""The map of one indicator: its drawing, the legend, and the table that says the same in numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe

from tiendo.facts.period import Period
from tiendo.intake.boundaries.kept import kept_boundaries
from tiendo.ledger.selectors.by_territory import ByTerritory, by_territory
from tiendo.publishing.class_bounds import RULE
from tiendo.publishing.tile_map import Shapes, TileMap, tile_map
from tiendo.reference.grids import Grid, grid_of
from tiendo.reference.territories import territory
from tiendo.web.pages.map.asked import Asked, asked_for
from tiendo.web.pages.map.rows import places_of, rows_of, unit_words
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.words import say


@reads
def territory_map(reading: Reading) -> HttpResponse:
    """One indicator, unit by unit."""
    asked = asked_for(reading)
    context: dict[str, Any] = {
        "asked": asked,
        "place": _place(asked, reading),
        "periods": _periods(asked, reading),
        "sectors": _sectors(asked, reading),
    }
    grid = grid_of(asked.province, asked.period.last_day) if asked.period else None
    if asked.indicator is None or asked.period is None or grid is None:
        return reading.show("map/page.html", context)
    found = by_territory(asked.indicator, asked.period, asked.province, reading.viewer, reading.known)
    return reading.show("map/page.html", context | _shown(asked, found, grid, reading))


def _shown(asked: Asked, found: ByTerritory, grid: Grid, reading: Reading) -> dict[str, Any]:
    language = reading.language
    unit = unit_words(found.indicator, language)
    drawn = _drawn(found, grid, unit, reading)
    return {
        "found": found,
        "name": found.indicator.names.sentence(language),
        "unit": unit,
        "period_words": _words(found.period, language),
        # Our own drawing, in which every word from outside was escaped.
        "drawing": mark_safe(drawn.svg),  # noqa: S308
        "legend": drawn.legend,
        "has_shapes": drawn.has_shapes,
        "level": grid.level,
        "rule": RULE,
        "rows": rows_of(found, asked.order, reading.today, language),
        "columns": _columns(asked, language),
        "latest": (str(asked.periods[0]), _words(asked.periods[0], language)) if asked.periods else None,
        "about": reverse("indicator", args=[found.indicator.id]),
    }


def _drawn(found: ByTerritory, grid: Grid, unit: str, reading: Reading) -> TileMap:
    language = reading.language
    kept = kept_boundaries(grid.province, grid.level, found.period.last_day)
    label = say(
        "map.label",
        language,
        name=found.indicator.names.sentence(language),
        period=_words(found.period, language),
        known=found.known,
        count=len(found.units),
    )
    return tile_map(
        places_of(found, grid, language),
        label=label,
        unit=unit,
        language=language,
        shapes=Shapes(kept.width, kept.height, kept.paths) if kept else None,
    )


def _columns(asked: Asked, language: str) -> list[dict[str, str]]:
    """The columns that the table can be sorted by: their words, what their link asks for, and how they stand."""
    columns = []
    for name, usual in (("name", "name"), ("value", "-value"), ("change", "-change")):
        is_sorted = asked.order.removeprefix("-") == name
        turned = name if asked.order.startswith("-") else f"-{name}"
        direction = ("descending" if asked.order.startswith("-") else "ascending") if is_sorted else ""
        words = say(f"map.column-{name}", language)
        columns.append({"words": words, "order": turned if is_sorted else usual, "direction": direction, "name": name})
    return columns


def _sectors(asked: Asked, reading: Reading) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """The choices of the form by sector: each indicator with its name, and whether it is shown."""
    shown = asked.indicator.id if asked.indicator else None
    return [
        (sector, [(one.id, one.names.sentence(reading.language), one.id == shown) for one in several])
        for sector, several in asked.sectors
    ]


def _periods(asked: Asked, reading: Reading) -> list[tuple[str, str, bool]]:
    """The choices of the form: each period with its words; the shown one too, also where it has no values."""
    shown = set(asked.periods) | ({asked.period} if asked.period else set())
    return [(str(one), _words(one, reading.language), one == asked.period) for one in sorted(shown, reverse=True)]


def _words(period: Period, language: str) -> str:
    words = period.vietnamese() if language == "vi" else period.english()
    return words[:1].upper() + words[1:]


def _place(asked: Asked, reading: Reading) -> str:
    unit = territory(asked.province, asked.period.last_day if asked.period else reading.today)
    name = (unit.title if reading.language == "vi" else unit.name) if unit else ""
    return name[:1].upper() + name[1:]
