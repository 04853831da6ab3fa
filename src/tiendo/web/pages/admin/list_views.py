"""The lists of reference as they are used: territories, units, indicators. They are looked at and not changed here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from tiendo.catalogue import Indicator
from tiendo.ledger.selectors.agencies import territories
from tiendo.ledger.selectors.indicators import IndicatorFilter, indicators
from tiendo.ledger.selectors.pages import Asked
from tiendo.reference.agencies import agency_name
from tiendo.reference.units import MeasuredUnit, measured_units
from tiendo.text.folding import fold
from tiendo.web.pages import questions
from tiendo.web.pages.admin.administering import administers
from tiendo.web.pages.paging import page_of
from tiendo.web.pages.profile.roles import place_name
from tiendo.web.pages.reading import Reading

LISTS = ("territories", "units", "indicators")
_MOST = 100_000  # indicators; no catalogue has as many


@administers
def reference_list(reading: Reading) -> HttpResponse:
    """One of the lists, with a search in it."""
    chosen = questions.choice(reading.request, "list", LISTS) or LISTS[0]
    text = questions.text(reading.request, "words")
    rows = [row for row in _ROWS[chosen](reading) if not text or fold(text) in fold(" ".join(map(str, row)))]
    context = {
        "chosen": chosen,
        "lists": [(one, f"admin.list-{one}") for one in LISTS],
        "heads": _HEADS[chosen],
        "text": text,
        "pager": page_of(rows, questions.number(reading.request, "page")),
    }
    return reading.show("admin/lists.html", context, part="admin/list_rows.html")


_HEADS = {
    "territories": ("admin.name", "admin.code", "admin.kind", "admin.within", "admin.valid-from", "admin.valid-to"),
    "units": ("admin.written", "admin.code", "admin.base"),
    "indicators": ("admin.name", "admin.code", "admin.unit", "admin.owner", "admin.origin"),
}


def _territory_rows(reading: Reading) -> list[tuple[Any, ...]]:
    return [
        (
            one.name,
            one.code,
            one.kind,
            place_name(one.parent, reading.today) if one.parent else "",
            one.valid_from,
            one.valid_to,
        )
        for one in territories(reading.known)
    ]


def _unit_rows(_: Reading) -> list[tuple[Any, ...]]:
    return [(", ".join(one.written), one.measure, _in_base(one)) for one in measured_units()]


def _in_base(one: MeasuredUnit) -> str:
    return one.base if not one.exponent else f"{one.base} × 10^{one.exponent}"


def _indicator_rows(reading: Reading) -> list[tuple[Any, ...]]:
    page = indicators(IndicatorFilter(), reading.known, Asked(_MOST))
    return [_indicator_row(one.indicator, of_catalogue=one.of_catalogue, reading=reading) for one in page.items]


def _indicator_row(one: Indicator, *, of_catalogue: bool, reading: Reading) -> tuple[Any, ...]:
    owner = agency_name(one.owner, reading.today) or one.owner
    name, unit = one.names.sentence(reading.language), one.measured_in.unit.measure
    return (name, one.id, unit, owner, "tiendo" if of_catalogue else "–")


_ROWS: dict[str, Callable[[Reading], list[tuple[Any, ...]]]] = {
    "territories": _territory_rows,
    "units": _unit_rows,
    "indicators": _indicator_rows,
}
