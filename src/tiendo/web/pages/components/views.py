"""All components on one page, for those who build pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.safestring import mark_safe

from tiendo.assessment.status import Status
from tiendo.publishing.ruler import Ruler
from tiendo.publishing.sparkline import sparkline
from tiendo.web.pages.paging import Pager
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.rulers import ruler_picture
from tiendo.web.words import say

# Made-up values of seven years, with a change of definition before 2020.
_COURSE = ((2016, 41.0), (2017, 44.5), (2018, 47.0), (2019, 52.0), (2020, 38.0), (2021, 40.5), (2022, 46.0))


@reads
def components(reading: Reading) -> HttpResponse:
    """Every component in every state that it has."""
    rulers = (
        (Status.REACHED, Ruler(reached=0.93, expected=0.5)),
        (Status.ON_PATH, Ruler(reached=0.3, expected=0.25)),
        (Status.WATCH, Ruler(reached=0.5, expected=0.6, band=(0.88, 0.96))),
        (Status.BEHIND, Ruler(reached=0.1, expected=0.4)),
        (Status.EXCEEDED, Ruler(reached=1.0, expected=0.5, overflows=True)),
        (Status.NO_DATA, Ruler(band=(0.88, 0.96))),
    )
    context = {
        "statuses": tuple(Status),
        "rulers": [
            (status, ruler_picture(ruler, status, status.word.sentence(reading.language))) for status, ruler in rulers
        ],
        "spark": mark_safe(sparkline(_COURSE, say("component.sparkline", reading.language), breaks=(2020,))),  # noqa: S308
        "pager": Pager((), 2, 3, 250),
        "crumbs": [("/", "A"), (None, "B")],
    }
    return reading.show("components/page.html", context)
