"""The list of all submissions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from tiendo.ledger.selectors.submissions import SubmissionView, contents_of, listed_submissions
from tiendo.text.folding import fold
from tiendo.web.pages import questions
from tiendo.web.pages.paging import page_of
from tiendo.web.pages.questions import WrongQuestion
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.submissions.naming import agency_words, span_words
from tiendo.web.pages.submissions.sending import reporting_agencies

ROWS = 50  # of a page; the periods of each are looked up
STATES = {"published": "submissions.published", "draft": "submissions.draft"}


@dataclass(frozen=True, slots=True)
class ShownSubmission:
    """A line of the list; `periods` are its periods in words, `period_count` how many they are."""

    submitted: SubmissionView
    agency: str
    periods: str
    period_count: int


@reads
def submissions(reading: Reading) -> HttpResponse:
    """All submissions that may be seen, as the address filters them."""
    everything = listed_submissions(reading.viewer, reading.known)
    is_staff = any(one.may_see_drafts for one in everything)
    names = {one.agency: agency_words(one, reading) for one in everything if one.agency}
    agency = _agency(reading, names)
    words = questions.text(reading.request, "q")
    state = questions.choice(reading.request, "state", tuple(STATES))
    found = [one for one in everything if agency in (None, one.agency) and fold(words) in fold(one.name)]
    if state is not None:
        found = [one for one in found if one.published == (state == "published")]
    pager = page_of(found, questions.number(reading.request, "page"), ROWS)
    context = {
        "everything": everything,
        "is_staff": is_staff,
        "agencies": sorted(names.items(), key=lambda one: fold(one[1])),
        "agency": agency,
        "words": words,
        "states": tuple(STATES.items()),
        "state": state,
        "pager": pager,
        "rows": _shown(pager.items, reading),
        "may_send": bool(reporting_agencies(reading)),
    }
    return reading.show("submissions/page.html", context, part="submissions/rows.html")


def _agency(reading: Reading, names: dict[str, str]) -> str | None:
    """The agency of the address, where it sent in anything that may be seen."""
    code = questions.code(reading.request, "agency")
    if code is not None and code not in names:
        raise WrongQuestion(
            vi=f"Không có bảng số liệu nào của cơ quan {code[:60]!r}; hãy chọn trong danh sách.",
            en=f"No table of results is from the agency {code[:60]!r}; choose from the list.",
        )
    return code


def _shown(items: Sequence[SubmissionView], reading: Reading) -> list[ShownSubmission]:
    shown = []
    for one in items:
        periods = contents_of(one).periods
        words = span_words(periods, reading.language)
        shown.append(ShownSubmission(one, agency_words(one, reading), words, len(periods)))
    return shown
