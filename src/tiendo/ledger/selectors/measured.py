"""Results and targets as they are shown: each value with its source, page by page, or one series with its past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from tiendo.facts.period import Period
from tiendo.ledger import models
from tiendo.ledger.plans import in_force
from tiendo.ledger.selectors.pages import Asked, Condition, Page, page_of
from tiendo.ledger.selectors.places import known_places
from tiendo.ledger.selectors.rows import Columns, Row
from tiendo.ledger.selectors.spans import Span, overlap
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import Visible, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredView:
    """A value that counts. `id` is the first entry of the same thing, `entry` the one that says this.

    `source` is the root of the document or submission; the other names are those of `models.Measured`.
    """

    id: int
    entry: int
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    indicator: str
    territory: str | None
    period: str | None
    first_day: date | None
    last_day: date | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_measure: str
    unit_mult: int
    per: str | None
    of: Decimal | None
    change: str | None
    approximate: bool
    annual: bool
    cumulative: bool
    plan_percent: Decimal | None
    yoy_percent: Decimal | None
    yoy_change: Decimal | None
    start: int
    end: int
    quote: str
    document: int | None
    document_version: int | None
    fact: int | None
    submission: int | None
    agency: str | None
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationView(MeasuredView):
    """A result; `plan` is the entry of the target that its percentage of plan is of."""

    estimated: bool
    plan: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView(MeasuredView):
    """A target; it holds from `in_force_from` on, and `amends` the target with that root."""

    in_force_from: date | None
    amends: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredFilter:
    """What is asked for; `None` asks for all. `first_day` and `last_day` bound the last day of a period.

    `changed_after` is a horizon: only what was recorded behind it, and then also what was withdrawn.
    """

    indicator: str | None = None
    territory: str | None = None
    agency: str | None = None
    document: int | None = None
    period: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    changed_after: int | None = None


View = TypeVar("View", bound=MeasuredView)

_FLAGS = ("approximate", "annual", "cumulative", "reviewed", "estimated", "withdrawn")
_COLUMNS = (
    *("id", "root", "act", "supersedes", "withdrawn", "indicator", "territory", "period", "first_day", "last_day"),
    *("low", "high", "unit", "unit_measure", "unit_mult", "per", "of", "change", "approximate", "annual", "cumulative"),
    *("plan_percent", "yoy_percent", "yoy_change", "start", "end", "quote", "document", "fact", "submission", "agency"),
    "reviewed",
)
_OF_RESULTS = Columns(models.Observation, (*_COLUMNS, "estimated", "plan"))
_OF_TARGETS = Columns(models.Target, (*_COLUMNS, "in_force_from", "amends"))


def observations(wanted: MeasuredFilter, viewer: Viewer, known: Known, asked: Asked) -> Page[ObservationView]:
    """A page of results."""
    return _page(ObservationView, _OF_RESULTS, wanted, viewer, known, asked)


def targets(
    wanted: MeasuredFilter, viewer: Viewer, known: Known, asked: Asked, *, valid_on: date | None = None
) -> Page[TargetView]:
    """A page of targets; with `valid_on` only those that hold in law on that day (see `plans.IN_FORCE`)."""
    holding = _holding(wanted, known, valid_on) if valid_on else None
    return _page(TargetView, _OF_TARGETS, wanted, viewer, known, asked, holding)


def history(
    indicator: str, territory: str, viewer: Viewer, known: Known, *, standing: bool = False
) -> tuple[ObservationView, ...]:
    """All that was ever said of an indicator in a territory, by period and then in the order of recording.

    With `standing` only what holds.
    """
    visible = visible_to(viewer, known)
    found = _OF_RESULTS.of_series(indicator, territory, known.horizon, standing=standing, unseen=visible.unseen)
    return tuple(_views(ObservationView, _OF_RESULTS, found, visible).values())


def observations_of(
    indicator: str, territories: Sequence[str], periods: Iterable[Period], viewer: Viewer, known: Known
) -> tuple[ObservationView, ...]:
    """All standing results of an indicator in these territories for exactly these periods, as they were recorded."""
    days = {str(period): period.last_day for period in periods}
    visible = visible_to(viewer, known)
    found = _OF_RESULTS.of_places(indicator, territories, days, known.horizon, visible.unseen)
    return tuple(_views(ObservationView, _OF_RESULTS, found, visible).values())


def observations_recorded(span: Span, viewer: Viewer, known: Known) -> tuple[ObservationView, ...]:
    """The results that were recorded as these entries, in their order, whether or not they still stand."""
    found = _OF_RESULTS.where(
        "e.id >= %s AND e.id <= %s AND e.id <= %s ORDER BY e.id", [span.first, span.last, known.horizon]
    )
    return tuple(_views(ObservationView, _OF_RESULTS, found, visible_to(viewer, known)).values())


def observations_of_entries(entries: Sequence[int], viewer: Viewer, known: Known) -> tuple[ObservationView, ...]:
    """Of these entries the results that stand, in the order of their recording."""
    found = _OF_RESULTS.among(entries, known.horizon)
    return tuple(_views(ObservationView, _OF_RESULTS, found, visible_to(viewer, known)).values())


def target_history(indicator: str, territory: str, viewer: Viewer, known: Known) -> tuple[TargetView, ...]:
    """All targets that were ever set for an indicator in a territory, in the same order as `history`."""
    found = _OF_TARGETS.of_series(indicator, territory, known.horizon, standing=False)
    return tuple(_views(TargetView, _OF_TARGETS, found, visible_to(viewer, known)).values())


def _holding(wanted: MeasuredFilter, known: Known, day: date) -> frozenset[int]:
    """The entries of the targets in force on a day: an amendment is of the same indicator and territory."""
    standing = models.Target.objects.standing(known.horizon)
    same = {name: getattr(wanted, name) for name in ("indicator", "territory") if getattr(wanted, name)}
    return frozenset(one.id for one in in_force(list(standing.filter(**same).only("id", *_IN_FORCE)), day))


_IN_FORCE = ("root", "amends", "in_force_from")


def _page(
    view: type[View],
    columns: Columns,
    wanted: MeasuredFilter,
    viewer: Viewer,
    known: Known,
    asked: Asked,
    holding: frozenset[int] | None = None,
) -> Page[View]:
    visible = visible_to(viewer, known)

    def pick(candidates: Sequence[int]) -> Iterable[tuple[int, View]]:
        chosen = [one for one in candidates if holding is None or one in holding]
        # Only results are sent in as drafts: what a document says goes with its text.
        unseen = visible.unseen if columns.model is models.Observation else ()
        rows = columns.among(chosen, known.horizon, withdrawn=wanted.changed_after is not None, unseen=unseen)
        return _views(view, columns, rows, visible).items()

    spans = overlap(_spans(wanted, visible), [Span((wanted.changed_after or 0) + 1, known.horizon)])
    return page_of(columns.model, conditions_of(wanted, visible), asked, spans, pick, narrow=_is_narrow(wanted))


def _is_narrow(wanted: MeasuredFilter) -> bool:
    """One series, one document, or one territory within some time: an index leads to these directly."""
    in_time = wanted.indicator is not None or (wanted.first_day is not None and wanted.last_day is not None)
    return wanted.document is not None or (wanted.territory is not None and in_time)


def _spans(wanted: MeasuredFilter, visible: Visible) -> tuple[Span, ...]:
    # What a document says has no agency, so what an agency reported lies in its submissions.
    return visible.spans if wanted.agency is None else visible.spans_of_agency(wanted.agency)


def conditions_of(wanted: MeasuredFilter, visible: Visible) -> list[Condition]:
    """The filter as conditions on columns."""
    found = [
        Condition(name, "=", getattr(wanted, name))
        for name in ("indicator", "territory", "agency", "period")
        if getattr(wanted, name) is not None
    ]
    if wanted.document is not None:
        found.append(Condition("document", "IN", visible.versions.get(wanted.document, ())))
    days = [Condition("last_day", ">=", wanted.first_day), Condition("last_day", "<=", wanted.last_day)]
    found += [day for day in days if day.value is not None]
    narrow = (wanted.indicator, wanted.territory, wanted.document, wanted.agency)
    if (wanted.first_day or wanted.last_day) and all(one is None for one in narrow):
        # The days stand in an index behind the territory: naming all of them makes it useful.
        found.append(Condition("territory", "KNOWN", known_places()))
    return found


def _views(view: type[View], columns: Columns, rows: Sequence[Row], visible: Visible) -> Mapping[int, View]:
    """Rows as views, by entry, without those that are hidden."""
    document, submission = columns.names.index("document"), columns.names.index("submission")
    seen = [row for row in rows if visible.source_of(row[document], row[submission]) is not None]
    moments = moments_of({row[columns.names.index("act")] for row in seen})
    return {row[0]: _view(view, dict(zip(columns.names, row, strict=True)), moments, visible) for row in seen}


def _view(view: type[View], row: dict[str, Any], moments: Mapping[int, datetime], visible: Visible) -> View:
    version, submission = row.pop("document"), row.pop("submission")
    row |= {name: bool(row[name]) for name in _FLAGS if name in row}
    return view(
        entry=row.pop("id"),
        id=row.pop("root"),
        recorded_at=moments[row.pop("act")],
        document=visible.documents.get(version) if version else None,
        document_version=version,
        submission=visible.submissions[submission].root if submission else None,
        **row,
    )
