"""What can be taken along, on one page, and the whole tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from tiendo.facts.period import Period, PeriodKind
from tiendo.ledger.selectors.held_years import HeldYear, held_years
from tiendo.ledger.selectors.holdings import holdings
from tiendo.ledger.selectors.reported_periods import reported_periods
from tiendo.ledger.selectors.viewing import Viewer
from tiendo.reference.territories import territory
from tiendo.web.handouts.naming import place_words
from tiendo.web.pages.data.tables import TABLES, as_csv
from tiendo.web.pages.frame import usual_place
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.words import say

_BOARDS_SHOWN = 12  # three years of quarters; the scoreboard leads to all others
_FORMS = (("CSV", "csv"), ("Parquet", "parquet"), ("JSON", "json"), ("Excel", "xlsx"))
_OF_YEARS = (("CSV", "csv"), ("ZIP", "zip"))
_DESCRIBED = ("datapackage.json", "csv-metadata.json", "catalogue.jsonld", "catalogue.ttl")
_PUBLIC = Viewer()
_KINDS_OF_BOARDS = (PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.FIRST_MONTHS, PeriodKind.YEAR)


@dataclass(frozen=True, slots=True)
class BoardFiles:
    """A board that results were reported for: what its period is called, and where its files are."""

    words: str
    page: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableFiles:
    """A table: its name, what it is, how many lines it has (`None` where that is not counted), where it is."""

    name: str
    says: str
    count: int | None
    table: str
    api: str


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """Open data under one name: what it is, how many lines it has (`None` where that is not counted), its files."""

    name: str
    says: str
    count: int | None
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class YearFiles:
    """The files of a province for a year."""

    words: str
    files: tuple[tuple[str, str], ...]


@reads
def data(reading: Reading) -> HttpResponse:
    """What can be downloaded, with licence, citation and the state of the record."""
    counts: Mapping[str, int] = asdict(holdings(reading.viewer, reading.known))
    context = {
        "boards": [_board(period, reading) for period in _periods(reading)],
        "open_tables": [_open_table(name, counts[name], reading) for name in ("observations", "targets")],
        "years": [_year(one, reading) for one in held_years(_PUBLIC, reading.known)],
        "package": reverse("open-package") + _as_of(reading),
        "package_form": "ZIP",
        "descriptions": [(name, reverse("open-description", args=[name]) + _as_of(reading)) for name in _DESCRIBED],
        "tables": [_table(name, counts.get(name), reading) for name in TABLES],
        "horizon": reading.known.horizon,
        "seal": reading.known.seal.hex(),
        "licence": settings.TIENDO.data_licence,
        "organisation": settings.TIENDO.organisation,
        "contact": settings.TIENDO.contact,
        "place": _place(reading),
        "address": reading.request.build_absolute_uri(reverse("data")),
        "day": reading.as_of or reading.today,
    }
    return reading.show("data/page.html", context)


@reads
def whole_table(reading: Reading, name: str) -> HttpResponse:
    """All lines of a table."""
    table = TABLES.get(name)
    if table is None:
        raise Http404
    answer = StreamingHttpResponse(as_csv(table, reading), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="tien-do-{name}.csv"'
    # The decorator knows whole answers; this one is the same to it but for its content.
    return answer  # type: ignore[return-value]


def _periods(reading: Reading) -> list[Period]:
    reported = [one for one in reported_periods(reading.viewer, reading.known) if one.kind in _KINDS_OF_BOARDS]
    return sorted(reported, key=lambda one: (one.last_day, one.first_day), reverse=True)[:_BOARDS_SHOWN]


def _board(period: Period, reading: Reading) -> BoardFiles:
    asked = {"period": str(period)} | ({"asOf": reading.as_of.isoformat()} if reading.as_of else {})
    here = usual_place(reading.known)
    of_api = asked | ({"territory": here} if here else {})
    words = period.vietnamese() if reading.language == "vi" else period.english()
    files = (
        ("CSV", f"{reverse('scoreboard-csv')}?{urlencode(asked)}"),
        ("JSON", f"/api/v1/scoreboard?{urlencode(of_api)}"),
        ("SVG", f"{reverse('scoreboard-svg')}?{urlencode(asked)}"),
        ("PNG", f"{reverse('scoreboard-png')}?{urlencode(asked)}"),
    )
    return BoardFiles(words[:1].upper() + words[1:], f"{reverse('scoreboard')}?{urlencode(asked)}", files)


def _table(name: str, count: int | None, reading: Reading) -> TableFiles:
    query = _as_of(reading)
    return TableFiles(
        name=say(f"data.table-{name}", reading.language),
        says=say(f"data.says-{name}", reading.language),
        count=count,
        table=reverse("data-table", args=[name]) + query,
        api=f"/api/v1/{name}{query}",
    )


def _open_table(name: str, count: int, reading: Reading) -> OpenFiles:
    query = _as_of(reading)
    files = [(words, reverse("open-table", args=[name, ending]) + query) for words, ending in _FORMS]
    return OpenFiles(
        name=say(f"data.table-{name}", reading.language),
        says=say(f"data.says-{name}", reading.language),
        count=count,
        files=(*files, ("API", f"/api/v1/{name}{query}")),
    )


def _year(one: HeldYear, reading: Reading) -> YearFiles:
    query = _as_of(reading)
    files = [
        (words, reverse("open-year", args=[one.province, one.year, ending]) + query) for words, ending in _OF_YEARS
    ]
    place = place_words(one.province, date(one.year, 12, 31), reading.language)
    return YearFiles(f"{place}, {one.year}", tuple(files))


def _as_of(reading: Reading) -> str:
    return f"?{urlencode({'asOf': reading.as_of.isoformat()})}" if reading.as_of else ""


def _place(reading: Reading) -> str:
    code = usual_place(reading.known)
    unit = territory(code, reading.today) if code else None
    return unit.name if unit else ""
