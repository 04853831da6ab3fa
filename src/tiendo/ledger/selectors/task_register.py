"""All tasks at a glance, as they stand on a day: what lists, counts and groups are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tiendo.ledger import models
from tiendo.ledger.actors import Actor, GrantedRole
from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.rows import Columns, Row
from tiendo.ledger.selectors.sealed import Stamp, stamp_of
from tiendo.ledger.selectors.tasks import Standing
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.text.folding import fold

_MOMENTS_KEPT = 4  # now and some past days; three thousand tasks take some four megabytes
_LISTS_KEPT = 16  # different sets of roles at these moments; a list points to the same tasks

OVER = (Standing.DONE, Standing.STOPPED)
"""The states after which nothing is to be done."""


@dataclass(frozen=True, slots=True)
class ToldTask:
    """What a document says of a task; `version` is its entry, `folded` the words without marks, to be searched."""

    root: int
    version: int
    territory: str | None
    start: int
    quote: str
    provision: tuple[str, ...]
    lead: tuple[str, ...]
    coordinators: tuple[str, ...]
    lead_codes: tuple[str, ...]
    coordinator_codes: tuple[str, ...]
    deadline: str | None
    due: date | None
    folded: str


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A task with how it stands; `document` is the root of its document, `None` where that may not be seen."""

    told: ToldTask
    document: int | None
    state: Standing
    reported: date | None
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedTasks:
    """Which tasks; `None` and no words ask for all. `agency` leads or helps, `leading` leads."""

    agency: str | None = None
    leading: str | None = None
    document: int | None = None
    state: Standing | None = None
    first_day: date | None = None
    last_day: date | None = None
    words: str = ""


def listed_tasks(viewer: Viewer, known: Known, *, on: date) -> tuple[ListedTask, ...]:
    """All tasks that may be seen, in the order of their recording."""
    visible = visible_to(viewer, known)
    sight = _Sight(visible.sight, viewer.actor.roles, visible.documents)
    return _listed(stamp_of(known, models.Task, models.TaskUpdate), sight, on)


def picked(tasks: tuple[ListedTask, ...], wanted: WantedTasks) -> list[ListedTask]:
    """Those of the tasks that are wanted; words are found without their marks, each of them."""
    words = fold(wanted.words).split()
    return [one for one in tasks if _meets(one, wanted) and all(word in one.told.folded for word in words)]


def _meets(task: ListedTask, wanted: WantedTasks) -> bool:
    told = task.told
    return (
        (wanted.document is None or task.document == wanted.document)
        and (wanted.state is None or task.state is wanted.state)
        and (wanted.agency is None or wanted.agency in told.lead_codes or wanted.agency in told.coordinator_codes)
        and (wanted.leading is None or wanted.leading in told.lead_codes)
        and (wanted.first_day is None or (told.due is not None and told.due >= wanted.first_day))
        and (wanted.last_day is None or (told.due is not None and told.due <= wanted.last_day))
    )


@dataclass(frozen=True, slots=True)
class _Sight:
    """What is seen: `sight` stands for the documents, so that only it need be compared."""

    sight: str
    roles: tuple[GrantedRole, ...]
    documents: Mapping[int, int] = field(compare=False)


@lru_cache(maxsize=_LISTS_KEPT)
def _listed(stamp: Stamp, seen: _Sight, on: date) -> tuple[ListedTask, ...]:
    viewer = Viewer(Actor("", seen.roles))
    updates = _updates(stamp[1])
    return tuple(
        _standing(told, seen.documents.get(told.version), updates.get(told.root, ()), on)
        for told in _told(stamp[0])
        if told.version in seen.documents or _is_own(told, viewer)
    )


def _is_own(told: ToldTask, viewer: Viewer) -> bool:
    """Who reports for an agency sees its tasks, also those of a document that is not published."""
    own = viewer.reports_for.intersection((*told.lead_codes, *told.coordinator_codes))
    return any(viewer.may_read_drafts(agency=agency, territory=told.territory) for agency in own)


Update = tuple[date, int, str]


def _standing(told: ToldTask, document: int | None, updates: tuple[Update, ...], on: date) -> ListedTask:
    latest = next((one for one in reversed(updates) if one[0] <= on), None)
    state = Standing(latest[2]) if latest else Standing.OPEN
    overdue = told.due is not None and told.due < on and state not in OVER
    return ListedTask(told, document, state, latest[0] if latest else None, overdue)


_COLUMNS = Columns(
    models.Task,
    (
        *("id", "root", "document", "territory", "start", "quote", "provision", "lead", "coordinators"),
        *("lead_codes", "coordinator_codes", "deadline", "due"),
    ),
)
_AT_ONCE = 500  # numbers in one query; SQLite takes some thousands
_TASKS_KEPT = 20_000  # some kilobyte each: those of now, and what they were on past days that are looked at
Sealed = tuple[int, bytes]
_remembered: Remembered[Sealed, ToldTask] = Remembered(_TASKS_KEPT)


@lru_cache(maxsize=_MOMENTS_KEPT)
def _told(last: Sealed) -> tuple[ToldTask, ...]:
    standing = models.Task.objects.standing(last[0]).order_by("id").values_list("id", "digest")
    return tuple(_remembered.of([(entry, bytes(digest)) for entry, digest in standing], _read))


def _read(missing: Sequence[Sealed]) -> Iterator[ToldTask]:
    for start in range(0, len(missing), _AT_ONCE):
        asked = [entry for entry, _ in missing[start : start + _AT_ONCE]]
        places = ", ".join(["%s"] * len(asked))
        yield from map(_task, _COLUMNS.where(f"e.id IN ({places}) ORDER BY e.id", asked))


def _task(row: Row) -> ToldTask:
    _, root, version, territory, start, quote, provision, lead, coordinators, leading, helping, deadline, due = row
    return ToldTask(
        root, version, territory, start, quote, tuple(provision), tuple(lead), tuple(coordinators),
        tuple(leading), tuple(helping), deadline, due, fold(" ".join((quote, *lead, *coordinators))),
    )  # fmt: skip


@lru_cache(maxsize=_MOMENTS_KEPT)
def _updates(last: Sealed) -> Mapping[int, tuple[Update, ...]]:
    found: dict[int, list[Update]] = {}
    rows = models.TaskUpdate.objects.standing(last[0]).values_list("task", "on", "id", "state")
    for task, day, entry, state in rows:
        found.setdefault(task, []).append((day, entry, state))
    return {task: tuple(sorted(told)) for task, told in found.items()}
