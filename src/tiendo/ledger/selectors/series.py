"""All that was said of one indicator in one territory: each value with its source, its past, and why it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tiendo.ledger import models
from tiendo.ledger.plans import in_force
from tiendo.ledger.selectors.measured import MeasuredView, TargetView, history, target_history
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to

_ARTICLE = "Điều "  # holds the whole text of a resolution: as a place it says little


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a value stands: a document (its root, title, place in the text and day of issue) or a submission.

    `is_withdrawn` says that the submission was withdrawn as a whole, so that nothing of it can be looked at.
    """

    document: int | None
    submission: int | None
    title: str
    place: str
    agency: str | None
    issued: date | None
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A value as it was recorded once. `by` and `why` are those of the act, empty for who may not know them."""

    value: MeasuredView
    origin: Origin
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One target or result with all that was said of it, the oldest first; the last is what holds."""

    versions: tuple[Said, ...]

    @property
    def last(self) -> Said:
        """What was said last."""
        return self.versions[-1]

    @property
    def is_target(self) -> bool:
        """Whether it is a target."""
        return isinstance(self.last.value, TargetView)

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing took the place of what was said."""
        return self.last.value.withdrawn

    @property
    def superseded(self) -> tuple[Said, ...]:
        """What was said before, the newest first."""
        return self.versions[-2::-1]


@dataclass(frozen=True, slots=True)
class Series:
    """The figures by period.

    `amended` are the roots of targets in whose place others came into force in law, `pending` those of targets that
    will take the place of others on a later day.
    """

    figures: tuple[Figure, ...]
    amended: frozenset[int] = frozenset()
    pending: frozenset[int] = frozenset()

    @property
    def standing(self) -> tuple[Figure, ...]:
        """The figures that count now."""
        idle = self.amended | self.pending
        return tuple(one for one in self.figures if not one.is_withdrawn and one.last.value.id not in idle)


def series(indicator: str, territory: str, viewer: Viewer, known: Known, *, on: date) -> Series:
    """The figures of an indicator in a territory that the viewer may see; `on` is the day for what holds in law."""
    values: list[MeasuredView] = [
        *target_history(indicator, territory, viewer, known),
        *history(indicator, territory, viewer, known),
    ]
    by_thing: dict[tuple[bool, int], list[MeasuredView]] = defaultdict(list)
    for value in sorted(values, key=lambda value: value.entry):
        by_thing[isinstance(value, TargetView), value.id].append(value)
    said = _said(values, viewer, known)
    figures = [Figure(tuple(said[one.entry] for one in versions)) for versions in by_thing.values()]
    return Series(tuple(sorted(figures, key=_in_time)), *_amended(figures, on))


def territories_of(indicator: str, viewer: Viewer, known: Known) -> tuple[str, ...]:
    """The codes of the territories that the viewer may see a value of this indicator for."""
    visible = visible_to(viewer, known)
    found: set[str] = set()
    for model in (models.Target, models.Observation):
        rows = model.objects.known(known.horizon).filter(indicator=indicator).exclude(territory=None).order_by()
        for territory, document, submission in rows.values_list("territory", "document", "submission").distinct():
            if territory not in found and visible.source_of(document, submission) is not None:
                found.add(territory)
    return tuple(sorted(found))


def _in_time(figure: Figure) -> tuple[date, bool, int]:
    value = figure.last.value
    return value.last_day or date.min, not figure.is_target, value.id


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a law asks of a target: see `plans.in_force`."""

    root: int
    amends: int | None
    in_force_from: date | None


def _amended(figures: Iterable[Figure], on: date) -> tuple[frozenset[int], frozenset[int]]:
    """The roots of the targets that were amended, and of those that are not in force yet."""
    last = [one.last.value for one in figures if not one.is_withdrawn]
    plans = [_Plan(one.id, one.amends, one.in_force_from) for one in last if isinstance(one, TargetView)]
    holding = {one.root for one in in_force(plans, on)}  # type: ignore[type-var] # asks for no more than these three
    idle = [one for one in plans if one.root not in holding]
    pending = frozenset(one.root for one in idle if one.amends is not None and (one.in_force_from or on) > on)
    return frozenset(one.root for one in idle) - pending, pending


def _said(values: Sequence[MeasuredView], viewer: Viewer, known: Known) -> Mapping[int, Said]:
    origins = origins_of(values, viewer, known)
    territories = {value.territory for value in values}
    may_know = all(viewer.may_read_drafts(territory=territory) for territory in territories)
    acts = _acts([value.entry for value in values], known) if may_know else {}
    return {
        value.entry: Said(
            value=value,
            origin=origin,
            at=value.recorded_at,
            by=acts.get(value.entry, ("", ""))[0],
            why=acts.get(value.entry, ("", ""))[1],
        )
        for value, origin in zip(values, origins, strict=True)
    }


def _acts(entries: Sequence[int], known: Known) -> Mapping[int, tuple[str, str]]:
    """Who recorded each entry, and why."""
    numbers = {
        model: dict(model.objects.filter(id__in=entries).values_list("id", "act"))
        for model in (models.Target, models.Observation)
    }
    act_of = {entry: act for found in numbers.values() for entry, act in found.items()}
    told = models.Act.objects.filter(number__in=set(act_of.values())).values_list("number", "by", "why")
    words = {number: (by, why) for number, by, why in told}
    return {entry: words[act] for entry, act in act_of.items() if entry <= known.horizon}


def origins_of(values: Sequence[MeasuredView], viewer: Viewer, known: Known) -> list[Origin]:
    """Where each of the values stands, in their order."""
    documents = models.Document.objects.filter(id__in={one.document_version for one in values})
    titles = {one: (title, day) for one, title, day in documents.values_list("id", "title", "issued_date")}
    visible = visible_to(viewer, known)
    roots = {one.submission for one in values if one.submission is not None}
    submissions = models.Submission.objects.known(known.horizon).filter(root__in=roots).order_by("id")
    last = {root: (name, withdrawn) for root, name, withdrawn in submissions.values_list("root", "name", "withdrawn")}
    places = _places(values)
    return [
        Origin(
            document=value.document if value.document in visible.versions else None,
            submission=value.submission,
            title=titles.get(value.document_version, (last.get(value.submission, ("", False))[0], None))[0],
            place=places.get(value.entry, ""),
            agency=value.agency,
            issued=titles.get(value.document_version, ("", None))[1],
            is_withdrawn=last.get(value.submission, ("", False))[1],
        )
        for value in values
    ]


def _places(values: Sequence[MeasuredView]) -> Mapping[int, str]:
    """For each value of a document the innermost provision that holds it: `I.3.a`."""
    versions = {one.document_version for one in values if one.document_version is not None}
    provisions = defaultdict(list)
    rows = models.Provision.objects.filter(document__in=versions).values_list("document", "start", "end", "path")
    for document, start, end, path in rows:
        provisions[document].append((end - start, start, end, path))
    found: dict[int, str] = {}
    for value in values:
        around = [one for one in provisions[value.document_version] if one[1] <= value.start < one[2]]
        if around:
            found[value.entry] = _place(min(around)[3])
    return found


def _place(path: Sequence[str]) -> str:
    return ".".join([part for part in path if not part.startswith(_ARTICLE)] or path)
