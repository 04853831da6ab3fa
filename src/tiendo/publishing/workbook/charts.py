"""The rulers of a sector as a chart of the workbook: stacked bars that are drawn from the cells of their sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tiendo.publishing.report.ruler_colours import TICK, TRACK
from tiendo.publishing.workbook.rulers import FIRST_PART, LONGEST, NAME_COLUMN
from tiendo.publishing.workbook.sheets import RulerChart, Sheet
from tiendo.publishing.workbook.styles import TYPEFACE

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_BAR, _ABOVE, _BELOW = 30, 54, 14  # heights of a ruler, of title and axis, and of what is free below, on the screen
_GAP = 70  # between bars, in percent of their thickness
_INK, _MUTED, _HAIR = "#17212B", "#5B6773", "#E4E0D8"
# The names of indicators are long: a good third of the width is theirs, the bars have the rest.
_PLOT = {"x": 0.38, "width": 0.58}


def height_of(chart: RulerChart) -> int:
    """How high a chart is drawn."""
    return _ABOVE + _BELOW + _BAR * (chart.last - chart.first + 1)


def ruler_chart(book: Workbook, sheet: Sheet, chart: RulerChart, head: int, width: int) -> Any:
    """The chart of some rows of a sheet, whose first row stands below the row `head`."""
    drawn: Any = book.add_chart({"type": "bar", "subtype": "stacked"})
    filled = [{"fill": {"color": colour}} for colour in chart.colours]
    looks: tuple[dict[str, Any], ...] = (
        {"points": filled},
        {"fill": {"color": TRACK}},
        {"fill": {"color": TICK}},
        {"points": filled},
        {"fill": {"color": TRACK}},
    )
    first, last = head + 1 + chart.first, head + 1 + chart.last
    for place, look in enumerate(looks):
        column = FIRST_PART + place
        drawn.add_series(
            {
                "name": [sheet.name, head, column],
                "categories": [sheet.name, first, NAME_COLUMN, last, NAME_COLUMN],
                "values": [sheet.name, first, column, last, column],
                "gap": _GAP,
                **look,
            }
        )
    height = height_of(chart)
    plot = {**_PLOT, "y": _ABOVE / height, "height": 1 - (_ABOVE + _BELOW) / height}
    drawn.set_title(
        {"name": chart.title, "overlay": True, "layout": {"x": 0.01, "y": 0.02}, "name_font": _font(12, bold=True)}
    )
    drawn.set_legend({"none": True})
    drawn.set_plotarea({"layout": plot})
    drawn.set_size({"width": width, "height": height})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_y_axis({"reverse": True, "num_font": _font(10), "line": {"color": _MUTED}, "major_tick_mark": "none"})
    drawn.set_x_axis(
        {
            "min": 0,
            "max": LONGEST,
            "major_unit": 0.25,
            "num_format": "0%",
            "num_font": _font(9, colour=_MUTED),
            "label_position": "low",
            "major_gridlines": {"visible": True, "line": {"color": _HAIR, "width": 0.75}},
            "line": {"none": True},
        }
    )
    return drawn


def _font(size: int, *, bold: bool = False, colour: str = _INK) -> dict[str, Any]:
    return {"name": TYPEFACE, "size": size, "bold": bold, "color": colour}
