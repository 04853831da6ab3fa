"""The list of all indicators."""

from __future__ import annotations

from django.http import HttpResponse

from tiendo.ledger.catalogues import catalogue_at
from tiendo.web.pages.indicator.listing import COVERAGES, asked_for, groups_of, sector_names
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.words import say


@reads
def indicators(reading: Reading) -> HttpResponse:
    """What is measured, and what there is of each."""
    asked = asked_for(reading)
    groups = groups_of(asked, reading)
    catalogue = catalogue_at(reading.known.horizon)
    context = {
        "asked": asked,
        "groups": groups,
        "count": sum(len(group.lines) for group in groups),
        "all": len(catalogue),
        "sectors": list(sector_names(catalogue, reading.language).items()),
        "havings": [(one, say(f"indicators.having-{one}", reading.language)) for one in COVERAGES],
        "is_filtered": bool(asked.words or asked.sector or asked.having),
    }
    return reading.show("indicator/list.html", context, part="indicator/list_rows.html")
