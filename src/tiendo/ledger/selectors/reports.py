"""When results of indicators became known, and what agencies sent in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from tiendo.assessment.timeliness import Report
from tiendo.ledger import models
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import visible_to


@dataclass(frozen=True, slots=True)
class SentIn:
    """A submission: its root, the agency that sent it, its file, how many rows, when, and whether all may see it."""

    root: int
    name: str
    rows: int
    at: datetime
    published: bool


def reports_of(
    indicators: Collection[str], last_days: Collection[date], viewer: Viewer, known: Known
) -> tuple[Report, ...]:
    """The results of these indicators up to one of these days that may be seen, each with the day it was known."""
    visible = visible_to(viewer, known)
    standing = models.Observation.objects.standing(known.horizon, unseen=visible.unseen)
    rows = list(
        standing.filter(indicator__in=indicators, last_day__in=last_days)
        .order_by()  # the order of entries would make every row another one
        .values_list("indicator", "last_day", "document", "submission")
        .distinct()
    )
    seen = [row for row in rows if visible.source_of(row[2], row[3]) is not None]
    issued = _days_of_issue({row[2] for row in seen if row[2] is not None})
    sent = _days_sent({row[3] for row in seen if row[3] is not None})
    return tuple(
        Report(indicator, last_day, issued.get(document) if document is not None else sent.get(submission))
        for indicator, last_day, document, submission in seen
    )


def latest_day_reported(indicators: Collection[str], viewer: Viewer, known: Known) -> date | None:
    """The latest last day of all results of these indicators that may be seen."""
    visible = visible_to(viewer, known)
    standing = models.Observation.objects.standing(known.horizon, unseen=visible.unseen).filter(
        indicator__in=indicators, last_day__isnull=False
    )
    told = standing.order_by("-last_day").values_list("last_day", "document", "submission").distinct()
    return next((day for day, *source in told.iterator() if visible.source_of(*source) is not None), None)


def submissions_of(agency: str, viewer: Viewer, known: Known) -> tuple[SentIn, ...]:
    """What an agency sent in, as far as it may be seen, the newest first."""
    visible = visible_to(viewer, known)
    entries = [one.entry for one in visible.submissions.values() if one.agency == agency]
    standing = models.Submission.objects.standing(known.horizon).filter(id__in=entries).order_by("-id")
    rows = list(standing.values_list("root", "name", "rows", "act"))
    moments = moments_of({row[3] for row in rows})
    return tuple(SentIn(root, name, count, moments[act], root in visible.published) for root, name, count, act in rows)


def rows_sent_in(viewer: Viewer, known: Known) -> Mapping[str, int]:
    """How many results each agency sent in, as far as they may be seen."""
    visible = visible_to(viewer, known)
    standing = models.Submission.objects.standing(known.horizon).filter(id__in=list(visible.submissions))
    sent: Counter[str] = Counter()
    for agency, rows in standing.exclude(agency=None).values_list("agency", "rows"):
        sent[agency] += rows
    return sent


def _days_of_issue(versions: Collection[int]) -> dict[int, date | None]:
    return dict(models.Document.objects.filter(id__in=versions).values_list("id", "issued_date"))


def _days_sent(submissions: Collection[int]) -> dict[int, date]:
    acts = dict(models.Submission.objects.filter(id__in=submissions).values_list("id", "act"))
    moments = moments_of(set(acts.values()))
    return {submission: localdate(moments[act]) for submission, act in acts.items()}
