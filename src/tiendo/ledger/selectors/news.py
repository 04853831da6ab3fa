"""What became public last: documents, results and findings in the form that stands, the newest first.

Entries are numbered through all kinds in the order in which they were made, so a thing is as new as the later one of
two numbers: that of its own entry, and that of the entry that published its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from itertools import islice
from typing import Any, Generic, TypeVar

from django.db.models import Q

from tiendo.ledger import models
from tiendo.ledger.selectors.document_register import ListedDocument, listed_documents
from tiendo.ledger.selectors.finding_register import MARKING, ListedFinding, listed_findings, shown_findings
from tiendo.ledger.selectors.finding_register import ShownFinding as ShownFinding
from tiendo.ledger.selectors.measured import ObservationView, observations_of_entries
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import Visible, visible_to

_ALL = Viewer()
# Drafts and results of other territories are passed over, up to so many: what is behind them is no news any more.
_LOOKED_AT = 20_000
_AT_ONCE = 500  # rows
# So many sources that were published last are looked through; what few rows of others are asked for stand among those.
_SOURCES_LOOKED_AT = 100

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedNews:
    """Which things, and how many of each kind; `None` asks for all. An `indicator` asks for results alone."""

    limit: int
    territory: str | None = None
    indicator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class New(Generic[Thing]):
    """A thing by its root: since when all can see it as it stands, and when it was recorded first."""

    root: int
    thing: Thing
    since: datetime
    first: datetime


@dataclass(frozen=True, slots=True)
class _Opening:
    """The entry that published a document or submission, and its act."""

    entry: int
    act: int


_Openings = Mapping[int, _Opening]


def new_documents(wanted: WantedNews, known: Known) -> list[New[ListedDocument]]:
    """The documents that were published or changed last."""
    openings = _openings(known)
    listed = [one for one in listed_documents(_ALL, known) if wanted.territory in (None, one.territory)]
    newest = nlargest(wanted.limit, listed, key=lambda one: _number(one.version, [one.root], openings))
    return _dated(models.Document, newest, openings, lambda one: (one.root, one.version, (one.root,)))


def new_findings(wanted: WantedNews, known: Known) -> list[New[ShownFinding]]:
    """The findings that ask for a look, were not set aside, and came last."""
    openings = _openings(known)
    listed = [
        one
        for one in listed_findings(_ALL, known)
        if one.verdict in MARKING and not one.dismissed and wanted.territory in (None, one.territory)
    ]
    newest = nlargest(wanted.limit, listed, key=lambda one: _number(one.entry, one.documents, openings))
    dated = _dated(models.Finding, newest, openings, _of_finding)
    whole = shown_findings(newest, _ALL, known)
    return [
        New(root=one.root, thing=shown, since=one.since, first=one.first)
        for one, shown in zip(dated, whole, strict=True)
    ]


def _of_finding(one: ListedFinding) -> tuple[int, int, tuple[int, ...]]:
    return one.root, one.entry, one.documents


def new_results(wanted: WantedNews, known: Known) -> list[New[ObservationView]]:
    """The results that were published or corrected last."""
    openings, visible = _openings(known), visible_to(_ALL, known)
    numbers = dict(_newest_rows(wanted, known, visible, openings)) | dict(
        _rows_opened_last(wanted, known, visible, openings)
    )
    newest = nlargest(wanted.limit, numbers.items(), key=lambda one: (one[1], one[0]))
    views = {one.entry: one for one in observations_of_entries([entry for entry, _ in newest], _ALL, known)}
    return _dated(models.Observation, [views[entry] for entry, _ in newest], openings, _of_result)


def _of_result(one: ObservationView) -> tuple[int, int, tuple[int, ...]]:
    source = one.document if one.document is not None else one.submission
    return one.id, one.entry, (source or 0,)


def _openings(known: Known) -> _Openings:
    rows = models.Publication.objects.standing(known.horizon).values_list("subject", "id", "act")
    return {subject: _Opening(entry, act) for subject, entry, act in rows}


def _number(entry: int, sources: Iterable[int], openings: _Openings) -> int:
    return max([entry, *(openings[root].entry for root in sources if root in openings)])


def _standing(wanted: WantedNews, known: Known) -> models.EntryQuerySet:
    """The results that stand, the newest first; of one territory they are picked later.

    Its index would lead the database through all of its rows, of which few are new.
    """
    standing = models.Observation.objects.standing(known.horizon).order_by("-id")
    return standing if wanted.indicator is None else standing.filter(indicator=wanted.indicator)


def _newest_rows(wanted: WantedNews, known: Known, visible: Visible, openings: _Openings) -> Iterator[tuple[int, int]]:
    """Entry and number of the rows that were recorded last."""
    rows = _standing(wanted, known).values_list("id", "territory", "document", "submission")
    found = (
        (entry, _number(entry, [root], openings))
        for entry, territory, document, submission in rows[:_LOOKED_AT].iterator(chunk_size=_AT_ONCE)
        if wanted.territory in (None, territory) and (root := visible.source_of(document, submission)) is not None
    )
    return islice(found, wanted.limit)


def _rows_opened_last(
    wanted: WantedNews, known: Known, visible: Visible, openings: _Openings
) -> Iterator[tuple[int, int]]:
    """Entry and number of the rows whose source was published last: they may have been recorded long before."""
    found = (
        (entry, _number(entry, [root], openings))
        for root in nlargest(_SOURCES_LOOKED_AT, openings, key=lambda one: openings[one].entry)
        for entry, territory in _rows_of(root, wanted, known, visible)
        if wanted.territory in (None, territory)
    )
    return islice(found, wanted.limit)


def _rows_of(root: int, wanted: WantedNews, known: Known, visible: Visible) -> Iterator[tuple[int, str | None]]:
    rows = _standing(wanted, known).filter(_of_source(root, visible)).values_list("id", "territory")
    return rows[:_LOOKED_AT].iterator(chunk_size=_AT_ONCE)


def _of_source(root: int, visible: Visible) -> Q:
    """Where the rows of a document or submission are: what was sent in has no index, but its entries lie together."""
    if root in visible.versions:
        return Q(document__in=visible.versions[root])
    spans = [source.span for source in visible.submissions.values() if source.root == root]
    last = max(spans, default=None)
    return Q(id__range=(last.first, last.last)) if last is not None else Q(id=None)


def _dated(
    model: type[models.Entry],
    things: Sequence[Thing],
    openings: _Openings,
    of: Callable[[Thing], tuple[int, int, tuple[int, ...]]],
) -> list[New[Thing]]:
    """The things with their moments; `of` gives root, entry and the roots of the sources of one."""
    told = [of(thing) for thing in things]
    entries = {number for root, entry, _ in told for number in (root, entry)}
    acts: dict[int, Any] = dict(model.objects.filter(id__in=entries).values_list("id", "act"))
    opened = {root: openings[root].act for _, _, sources in told for root in sources if root in openings}
    moments = moments_of({*acts.values(), *opened.values()})
    return [
        New(
            root=root,
            thing=thing,
            since=max([moments[acts[entry]], *(moments[opened[one]] for one in sources if one in opened)]),
            first=moments[acts[root]],
        )
        for thing, (root, entry, sources) in zip(things, told, strict=True)
    ]
