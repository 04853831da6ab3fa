"""The scoreboard as a page, and as the files that people take along."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse

from tiendo.facts.period import Period
from tiendo.publishing import board_data, words
from tiendo.publishing.picture import CONTENT_TYPES, Form, written
from tiendo.reference.territories import territory
from tiendo.web.handouts.charts import board_alone
from tiendo.web.pages.frame import places_with_targets
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.scoreboard.asked import ORDERS, Asked, asked_for, board_of, choices_of_year, years_of
from tiendo.web.pages.scoreboard.chosen import chosen, totals_shown
from tiendo.web.pages.scoreboard.sheet import Sheet, SheetRow, sheet_of, totals_of
from tiendo.web.words import say


@reads
def scoreboard(reading: Reading) -> HttpResponse:
    """How every indicator stands."""
    asked = asked_for(reading)
    sheet = sheet_of(asked, reading)
    shown = chosen(sheet, asked)
    totals, language = totals_of(shown.planned), reading.language
    context = {
        "asked": asked,
        "sheet": sheet,
        "shown": shown,
        "title": _title(asked.period, language),
        "place": _place(sheet, language),
        "lede": words.covered(totals.rows, sheet.on, language),
        "totals": totals_shown(shown.planned, language),
        "fresh": words.fresh(totals, language),
        "owned": _owned_share(shown.planned, language),
        "periods": choices_of_year(asked.period, reading),
        "years": years_of(asked.period, reading),
        "sectors": list(dict.fromkeys((row.sector, row.sector_name) for row in shown.planned)),
        "territories": _territories(sheet.on, reading),
        "agencies": sorted({(row.owner, row.owner_shown) for row in sheet.rows}, key=lambda one: one[1]),
        "orders": [(order, say(f"scoreboard.order-{order}", language)) for order in ORDERS],
        "is_filtered": any((asked.sector, asked.agency, asked.status)),
        "files": _files(reading),
    }
    return reading.show("scoreboard/page.html", context, part="scoreboard/rows.html")


@reads
def as_table(reading: Reading) -> HttpResponse:
    """The board as CSV."""
    asked = asked_for(reading)
    return _file(board_data.as_csv(board_of(asked, reading)).encode("utf-8-sig"), "text/csv", asked, "csv")


@reads
def as_drawing(reading: Reading) -> HttpResponse:
    """The board as SVG."""
    return _drawn(reading, Form.SVG)


@reads
def as_picture(reading: Reading) -> HttpResponse:
    """The board as PNG."""
    return _drawn(reading, Form.PNG)


@reads
def as_print(reading: Reading) -> HttpResponse:
    """The board as PDF."""
    return _drawn(reading, Form.PDF)


def _drawn(reading: Reading, form: Form) -> HttpResponse:
    asked = asked_for(reading)
    recorded = reading.as_of or reading.today
    drawing = board_alone(board_of(asked, reading), reading.known, reading.language, recorded=recorded)
    return _file(written(drawing, form), CONTENT_TYPES[form], asked, form)


def _file(content: bytes, content_type: str, asked: Asked, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    # Saved and not shown: what stands in it never runs as a page of this site.
    name = str(asked.period).replace("/", "-").strip(".")
    answer["Content-Disposition"] = f'attachment; filename="tien-do-{name}.{ending}"'
    return answer


def _title(period: Period, language: str) -> str:
    said = period.vietnamese() if language == "vi" else period.english()
    return said[:1].upper() + said[1:]


def _place(sheet: Sheet, language: str) -> str:
    unit = territory(sheet.territory, sheet.on) if sheet.territory else None
    name = (unit.title if language == "vi" else unit.name) if unit else ""
    return name[:1].upper() + name[1:]


def _owned_share(rows: list[SheetRow], language: str) -> tuple[str, str]:
    """The share of targets that a known agency answers for, and its words."""
    share = f"{round(100 * sum(row.is_owned for row in rows) / len(rows))}%" if rows else "–"
    return share, say("scoreboard.owned", language)


def _territories(on: date, reading: Reading) -> list[tuple[str, str]]:
    """Code and name of the territories to choose from; none where there is no choice."""
    codes = places_with_targets(reading.known)
    units = [(code, territory(code, on)) for code in codes]
    named = [(code, unit.name if unit else code) for code, unit in units]
    return sorted(named, key=lambda one: one[1]) if len(named) > 1 else []


def _files(reading: Reading) -> str:
    """The query that the files of this board have."""
    return reading.request.GET.urlencode()
