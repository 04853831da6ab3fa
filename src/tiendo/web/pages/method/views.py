"""The method: every rule by its own sentence, every threshold by its constant, every check by its example."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.http import HttpResponse
from django.utils.safestring import SafeString

from tiendo.assessment import board, comparison, path, status
from tiendo.assessment.explanation import needed, reason
from tiendo.assessment.method import CHAPTERS, METHOD_VERSION
from tiendo.assessment.rules import Outcome, Rule
from tiendo.assessment.status import Status
from tiendo.facts.printing import exact, percent
from tiendo.publishing.ruler import Ruler, lay_out
from tiendo.verification import CHECKS, Check
from tiendo.web.pages.method.worked import WorkedCheck, status_sentences, worked_checks, worked_row
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.rulers import ruler_picture
from tiendo.web.words import say

# Which rule decides between which statuses.
_DECIDED_BY: tuple[tuple[tuple[Status, ...], Rule], ...] = (
    ((Status.REACHED,), status.TARGET_REACHED),
    ((Status.ON_PATH, Status.WATCH, Status.BEHIND), status.PACE),
    ((Status.WITHIN, Status.EXCEEDED), status.CEILING),
    ((Status.TOO_EARLY,), status.NOT_YET),
    ((Status.NO_DATA, Status.NOT_COMPARABLE), status.NOTHING_TO_JUDGE),
)
# The parts of a ruler, each alone on one.
_PARTS = (
    ("method.part-rule", Ruler(), Status.NO_DATA),
    ("method.part-reached", Ruler(reached=0.45), Status.ON_PATH),
    ("method.part-expected", Ruler(expected=0.5), Status.NO_DATA),
    ("method.part-band", Ruler(band=(0.88, 0.97)), Status.NO_DATA),
    ("method.part-over", Ruler(reached=1.0, overflows=True), Status.REACHED),
)


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check with its example."""

    check: Check
    worked: WorkedCheck


@reads
def method(reading: Reading) -> HttpResponse:
    """How status and findings are worked out."""
    language = reading.language
    row = worked_row()
    context = {
        "version": METHOD_VERSION,
        "statuses": _DECIDED_BY,
        "thresholds": _thresholds(language),
        "parts": [(say(key, language), _drawn(ruler, one, key, language)) for key, ruler, one in _PARTS],
        "row": row,
        "row_ruler": ruler_picture(lay_out(row), row.assessment.status, reason(row.assessment, language)),
        "row_reason": reason(row.assessment, language),
        "row_needed": needed(row.assessment, language),
        "row_sentences": status_sentences(),
        "chapters": CHAPTERS,
        "outcomes": tuple(Outcome),
        "checks": [ShownCheck(check, worked_checks()[check.id]) for check in CHECKS],
    }
    return reading.show("method/page.html", context)


def _thresholds(language: str) -> list[tuple[str, str]]:
    """Each threshold as a number, and what it is for; the numbers are those that decide."""
    numbers = (
        ("method.from-on-path", percent(status.ON_PATH_FROM, language)),
        ("method.from-watch", percent(status.WATCH_FROM, language)),
        ("method.just-begun", percent(comparison.JUST_BEGUN_BEFORE, language)),
        ("method.history", exact(Fraction(path.HISTORY_YEARS), language)),
        ("method.fresh", exact(Fraction(board.FRESH_DAYS), language)),
    )
    return [(number, say(key, language)) for key, number in numbers]


def _drawn(ruler: Ruler, one: Status, key: str, language: str) -> SafeString:
    return ruler_picture(ruler, one, say(key, language))
