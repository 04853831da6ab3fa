"""Tasks with what became of them, as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q

from tiendo.ledger import models
from tiendo.ledger.models import TaskState
from tiendo.ledger.selectors.pages import Asked, Page, last_said, page_of
from tiendo.ledger.selectors.spans import Span
from tiendo.ledger.selectors.viewing import Known, Viewer, moments_of
from tiendo.ledger.selectors.visible import Visible, visible_to
from tiendo.ledger.standing import no_such_entry


class Standing(StrEnum):
    """How a task stands on a day: as its latest update by then says, or open where there is none."""

    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


_OVER = (Standing.DONE, Standing.STOPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskUpdateView:
    """A report on a task; the names are those of `models.TaskUpdate`."""

    id: int
    entry: int
    recorded_at: datetime
    on: date
    state: TaskState
    note: str
    agency: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A task. `state` and `overdue` are those of a day; the other names are those of `models.Task`."""

    id: int
    entry: int
    supersedes: int | None
    withdrawn: bool
    recorded_at: datetime
    document: int | None
    document_version: int
    fact: int
    territory: str | None
    start: int
    end: int
    quote: str
    provision: tuple[str, ...]
    lead: tuple[str, ...]
    coordinators: tuple[str, ...]
    lead_codes: tuple[str, ...]
    coordinator_codes: tuple[str, ...]
    deadline: str | None
    due: date | None
    reviewed: bool
    state: Standing
    overdue: bool
    updates: tuple[TaskUpdateView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """Which tasks; `None` asks for all. `agency` leads or helps; `first_day` and `last_day` bound the day due."""

    document: int | None = None
    territory: str | None = None
    agency: str | None = None
    state: Standing | None = None
    overdue: bool | None = None
    first_day: date | None = None
    last_day: date | None = None
    changed_after: int | None = None


_COLUMNS = (
    *("id", "root", "act", "supersedes", "withdrawn", "document", "fact", "territory", "start", "end", "quote"),
    *("provision", "lead", "coordinators", "lead_codes", "coordinator_codes", "deadline", "due", "reviewed"),
)
_LISTS = ("provision", "lead", "coordinators", "lead_codes", "coordinator_codes")


def tasks(wanted: TaskFilter, viewer: Viewer, known: Known, asked: Asked, *, on: date) -> Page[TaskView]:
    """A page of tasks, as they stand on a day."""
    visible = visible_to(viewer, known)
    changed = None if wanted.changed_after is None else _changed(wanted.changed_after, known)

    def pick(candidates: Sequence[int]) -> Iterable[tuple[int, TaskView]]:
        rows = last_said(models.Task, known.horizon).filter(id__in=candidates, **_conditions(wanted))
        rows = rows.filter(withdrawn=False) if changed is None else rows.filter(changed)
        shown = _views(rows, viewer, visible, known, on)
        return [(entry, task) for entry, task in shown.items() if _meets(task, wanted)]

    # A task of the viewer's own agency may stand in a hidden document, so no stretch can be stepped over.
    return page_of(models.Task, (), asked, [Span(1, known.horizon)], pick)


def _changed(horizon: int, known: Known) -> Q:
    """Tasks that were recorded behind a horizon, or reported on."""
    updates = models.TaskUpdate.objects.filter(id__gt=horizon, id__lte=known.horizon)
    return Q(id__gt=horizon) | Q(root__in=list(updates.values_list("task", flat=True)))


def task(root: int, viewer: Viewer, known: Known, *, on: date) -> TaskView:
    """The task with that root; raises `NoSuchEntry` where there is none, or none that the viewer may see."""
    rows = models.Task.objects.standing(known.horizon).filter(root=root)
    shown = list(_views(rows, viewer, visible_to(viewer, known), known, on).values())
    if not shown:
        raise no_such_entry(models.Task, root)
    return shown[0]


def _conditions(wanted: TaskFilter) -> dict[str, Any]:
    conditions = {"territory": wanted.territory, "due__gte": wanted.first_day, "due__lte": wanted.last_day}
    return {name: value for name, value in conditions.items() if value is not None}


def _meets(task: TaskView, wanted: TaskFilter) -> bool:
    return (
        wanted.document in (None, task.document)
        and (wanted.agency is None or wanted.agency in (*task.lead_codes, *task.coordinator_codes))
        and wanted.state in (None, task.state)
        and wanted.overdue in (None, task.overdue)
    )


def _views(
    rows: models.EntryQuerySet, viewer: Viewer, visible: Visible, known: Known, on: date
) -> Mapping[int, TaskView]:
    found = [row for row in rows.order_by("id").values(*_COLUMNS) if _sees(row, viewer, visible)]
    updates = _updates([row["root"] for row in found], known)
    moments = moments_of({row["act"] for row in found})
    return {row["id"]: _view(row, moments, visible, updates[row["root"]], on) for row in found}


def _sees(row: Mapping[str, Any], viewer: Viewer, visible: Visible) -> bool:
    """Who reports for an agency sees its tasks, also those of a document that is not published."""
    own = viewer.reports_for.intersection((*row["lead_codes"], *row["coordinator_codes"]))
    return row["document"] in visible.documents or any(
        viewer.may_read_drafts(agency=agency, territory=row["territory"]) for agency in own
    )


def _updates(tasks: Sequence[int], known: Known) -> Mapping[int, list[TaskUpdateView]]:
    columns = ("id", "root", "act", "task", "on", "state", "note", "agency", "evidence")
    rows = list(models.TaskUpdate.objects.standing(known.horizon).filter(task__in=tasks).values(*columns))
    moments = moments_of({row["act"] for row in rows})
    found: dict[int, list[TaskUpdateView]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: (one["on"], one["id"])):
        state = TaskState(row.pop("state"))
        held = found[row.pop("task")]
        held.append(
            TaskUpdateView(
                entry=row.pop("id"), id=row.pop("root"), recorded_at=moments[row.pop("act")], state=state, **row
            )
        )
    return found


def _view(
    row: dict[str, Any], moments: Mapping[int, datetime], visible: Visible, updates: list[TaskUpdateView], on: date
) -> TaskView:
    latest = next((one for one in reversed(updates) if one.on <= on), None)
    state = Standing(latest.state.value) if latest else Standing.OPEN
    version, reviewed = row.pop("document"), row.pop("reviewed")
    row |= {name: tuple(row[name]) for name in _LISTS}
    return TaskView(
        entry=row.pop("id"),
        id=row.pop("root"),
        recorded_at=moments[row.pop("act")],
        document=visible.documents.get(version),
        document_version=version,
        reviewed=bool(reviewed),
        state=state,
        overdue=row["due"] is not None and row["due"] < on and state not in _OVER,
        updates=tuple(updates),
        **row,
    )
