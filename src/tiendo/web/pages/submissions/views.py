"""One submission: what it is, its rows page by page, and what may be done with it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from tiendo.ledger.permissions import Permission, Scope
from tiendo.ledger.selectors.submissions import (
    SubmissionView,
    contents_of,
    standing_count,
    submission,
    values_of,
)
from tiendo.web.pages import questions
from tiendo.web.pages.paging import ROWS, Pager
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.submissions.naming import agency_words, span_words
from tiendo.web.pages.submissions.rows import ShownValue, shown_values
from tiendo.web.words import say


@reads
def submission_page(reading: Reading, number: int) -> HttpResponse:
    """The submission with that number."""
    submitted = submission(number, reading.viewer, reading.known)
    contents = contents_of(submitted)
    scope = Scope(submitted.agency, submitted.territory)
    context = {
        "submitted": submitted,
        "agency": agency_words(submitted, reading),
        "contents": contents,
        "standing": standing_count(submitted, reading.viewer, reading.known),
        "periods": span_words(contents.periods, reading.language),
        "crumbs": [(reverse("submissions"), say("submissions.title", reading.language)), ("", submitted.name)],
        "pager": _pager(reading, submitted, contents.values),
        "may_publish": reading.as_of is None and reading.may(Permission.PUBLISH, scope),
    }
    return reading.show("submissions/submission.html", context, part="submissions/values.html")


def _pager(reading: Reading, submitted: SubmissionView, total: int) -> Pager[ShownValue]:
    """The page of the address; of millions of rows only those of the page are read."""
    last = max(1, -(-total // ROWS))
    number = min(max(questions.number(reading.request, "page") or 1, 1), last)
    values = values_of(submitted, reading.viewer, reading.known, skip=(number - 1) * ROWS, most=ROWS)
    return Pager(shown_values(values, reading), number, last, total)
