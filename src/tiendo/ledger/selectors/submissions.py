"""What agencies sent in as rows of tables: the list, and one submission with its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Count

from tiendo.ledger import models
from tiendo.ledger.selectors.measured import ObservationView, observations_recorded
from tiendo.ledger.selectors.spans import Span
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import Source, visible_to
from tiendo.ledger.standing import FOREVER, no_such_entry

_CONTENTS_KEPT = 2_000  # some hundred bytes each; what a submission holds never changes


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionView:
    """A submission: its root, its file (SHA-256) and the file's `name`, how many `rows` that had, when it was recorded.

    `by` and `why` are those of the act, empty for whoever may not see drafts of it. `span` holds its entries.
    """

    root: int
    entry: int
    name: str
    file: str
    agency: str | None
    territory: str | None
    rows: int
    at: datetime
    by: str
    why: str
    published: bool
    may_see_drafts: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Contents:
    """What a submission recorded: how many values, and their periods from the earliest to the latest."""

    values: int
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubmittedValue:
    """A value as it was sent in; `replaced_by` is the submission whose value took its place, where there is one."""

    value: ObservationView
    stands: bool
    replaced_by: int | None


def listed_submissions(viewer: Viewer, known: Known) -> tuple[SubmissionView, ...]:
    """All submissions that stand and may be seen, the newest first."""
    visible = visible_to(viewer, known)
    standing = models.Submission.objects.standing(known.horizon).order_by("-id")
    seen = [one for one in standing if one.id in visible.submissions]
    acts = {one.number: one for one in models.Act.objects.filter(number__in={one.act for one in seen})}
    return tuple(
        _view(one, acts[one.act], visible.submissions[one.id], one.root in visible.published, viewer) for one in seen
    )


def submission(root: int, viewer: Viewer, known: Known) -> SubmissionView:
    """The submission with that root; raises `NoSuchEntry` where there is none that may be seen."""
    visible = visible_to(viewer, known)
    found = models.Submission.objects.standing(known.horizon).filter(root=root).first()
    if found is None or found.id not in visible.submissions:
        raise no_such_entry(models.Submission, root)
    act = models.Act.objects.get(number=found.act)
    return _view(found, act, visible.submissions[found.id], root in visible.published, viewer)


def contents_of(submitted: SubmissionView) -> Contents:
    """How many values it recorded, and of which periods."""
    digest = models.Submission.objects.values_list("digest", flat=True).get(id=submitted.entry)
    return _contents(submitted.entry, submitted.span, bytes(digest))


def standing_count(submitted: SubmissionView, viewer: Viewer, known: Known) -> int:
    """How many of its values still stand, as far as the viewer may see."""
    unseen = visible_to(viewer, known).unseen
    if unseen:
        standing = models.Observation.objects.standing(known.horizon, unseen=unseen)
        return standing.filter(id__range=tuple(submitted.span), submission=submitted.entry).count()
    later = models.Observation.objects.known(known.horizon)
    return contents_of(submitted).values - later.filter(supersedes__range=tuple(submitted.span)).count()


def values_of(
    submitted: SubmissionView, viewer: Viewer, known: Known, *, skip: int, most: int
) -> tuple[SubmittedValue, ...]:
    """Its values in the order of the file, `most` of them behind the first `skip`."""
    # The entry of the submission comes first in its act, and its values follow without a gap.
    first = submitted.entry + 1 + skip
    values = observations_recorded(Span(first, min(first + most - 1, submitted.span.last)), viewer, known)
    replaced = _replaced({one.id: one.entry for one in values}, viewer, known)
    return tuple(SubmittedValue(one, one.entry not in replaced, replaced.get(one.entry)) for one in values)


def not_published_with(file: str, agency: str | None) -> tuple[int, ...]:
    """The roots of the submissions of an agency that came in this file (its SHA-256) and are not open to everybody."""
    standing = models.Submission.objects.standing(FOREVER).filter(file=file, agency=agency)
    roots = list(standing.order_by("id").values_list("root", flat=True))
    open_ones = models.Publication.objects.standing(FOREVER).filter(subject__in=roots)
    return tuple(root for root in roots if root not in set(open_ones.values_list("subject", flat=True)))


def _view(found: models.Submission, act: models.Act, source: Source, published: bool, viewer: Viewer) -> SubmissionView:
    may_see_drafts = viewer.may_read_drafts(agency=found.agency, territory=found.territory)
    return SubmissionView(
        root=found.root,
        entry=found.id,
        name=found.name,
        file=found.file,
        agency=found.agency,
        territory=found.territory,
        rows=found.rows,
        at=act.at,
        by=act.by if may_see_drafts else "",
        why=act.why if may_see_drafts else "",
        published=published,
        may_see_drafts=may_see_drafts,
        span=source.span,
    )


@lru_cache(maxsize=_CONTENTS_KEPT)
def _contents(entry: int, span: Span, digest: bytes) -> Contents:  # noqa: ARG001 tells the records of two tests apart
    rows = models.Observation.objects.filter(id__range=tuple(span), submission=entry)
    counted = rows.order_by().values_list("period", "last_day").annotate(Count("id"))
    found = sorted(counted, key=lambda one: (one[1] or date.min, one[0] or ""))
    return Contents(sum(count for _, _, count in found), tuple(period for period, _, _ in found if period))


def _replaced(entries: Mapping[int, int], viewer: Viewer, known: Known) -> Mapping[int, int | None]:
    """Those of the values (an entry by its root) that do not stand, each with the submission that took its place.

    `None` where the value was taken away, or where that submission was withdrawn itself. What the viewer may not see
    took nobody's place.
    """
    visible = visible_to(viewer, known)
    same = models.Observation.objects.known(known.horizon).filter(root__in=entries, supersedes__isnull=False)
    found: dict[int, int | None] = {}
    for number, root, withdrawn, source in same.order_by("id").values_list("id", "root", "withdrawn", "submission"):
        if number > entries[root] and source not in visible.unseen:
            found.setdefault(entries[root], None if withdrawn else visible.source_of(None, source))
    standing = models.Submission.objects.standing(known.horizon).filter(root__in=set(found.values()))
    roots = set(standing.values_list("root", flat=True))
    return {entry: root if root in roots else None for entry, root in found.items()}
