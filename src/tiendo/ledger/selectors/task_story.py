"""What stands around a task: who reported, what its own provision promises, and how its reading came about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tiendo.ledger import models
from tiendo.ledger.selectors.tasks import TaskUpdateView, TaskView
from tiendo.ledger.selectors.viewing import Known, Viewer


@dataclass(frozen=True, slots=True)
class Told:
    """A report on the task. `by` is the account behind it, told to staff only; `file` the name of its evidence."""

    update: TaskUpdateView
    by: str | None
    file: str | None


@dataclass(frozen=True, slots=True)
class TaskReading:
    """One version of what was read: when, by which command, and what changed in it; `by` is told to staff only."""

    entry: int
    at: datetime
    command: str
    by: str | None
    withdrawn: bool
    lead: tuple[str, ...]
    deadline: str | None
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Served:
    """A target that stands beside a task: its indicator, and whether it is named in the words of the task itself."""

    indicator: str
    quote: str
    start: int
    period: str | None
    inside: bool


@dataclass(frozen=True, slots=True)
class TaskStory:
    """All of it. `provision` is the heading of the innermost provision that the task stands in."""

    told: tuple[Told, ...]
    readings: tuple[TaskReading, ...]
    served: tuple[Served, ...]
    heading: str | None


def story_of(task: TaskView, viewer: Viewer, known: Known) -> TaskStory:
    """What stands around a task that the viewer may see."""
    names_accounts = viewer.may_read_drafts(territory=task.territory) and task.document is not None
    readings = list(models.Task.objects.known(known.horizon).filter(root=task.id).order_by("id"))
    updates = dict(
        models.TaskUpdate.objects.filter(id__in=[one.entry for one in task.updates]).values_list("id", "act")
    )
    acts = {
        act.number: act for act in models.Act.objects.filter(number__in=[*updates.values(), *(r.act for r in readings)])
    }
    provision = _provision(task)
    return TaskStory(
        told=_told(task.updates, updates, acts if names_accounts else {}),
        readings=tuple(_reading(one, acts[one.act], named=names_accounts) for one in readings),
        served=_served(task, provision, known) if task.document is not None else (),
        heading=provision.heading if provision and task.document is not None else None,
    )


def _told(
    updates: Sequence[TaskUpdateView], acts_of: Mapping[int, int], acts: Mapping[int, models.Act]
) -> tuple[Told, ...]:
    evidence = [one.evidence for one in updates if one.evidence]
    names = dict(models.StoredFile.objects.filter(sha256__in=evidence).order_by("-id").values_list("sha256", "name"))
    return tuple(
        Told(
            one,
            acts[acts_of[one.entry]].by if acts_of[one.entry] in acts else None,
            names.get(one.evidence or ""),
        )
        for one in reversed(updates)
    )


def _reading(row: models.Task, act: models.Act, *, named: bool) -> TaskReading:
    return TaskReading(
        entry=row.id,
        at=act.at,
        command=act.command,
        by=act.by if named else None,
        withdrawn=row.withdrawn,
        lead=tuple(row.lead),
        deadline=row.deadline,
        reviewed=bool(row.reviewed),
    )


def _provision(task: TaskView) -> models.Provision | None:
    """The innermost provision that the task stands in."""
    held = models.Provision.objects.filter(document=task.document_version, start__lte=task.start, end__gte=task.end)
    provision: models.Provision | None = held.order_by("-start", "end").first()
    return provision


def _served(task: TaskView, provision: models.Provision | None, known: Known) -> tuple[Served, ...]:
    """The targets in the words of the task, and those of its own provision, in the order of the text."""
    first, last = (provision.start, provision.end) if provision else (task.start, task.end)
    targets = models.Target.objects.standing(known.horizon).filter(
        document=task.document_version, start__gte=first, end__lte=last
    )
    return tuple(
        Served(one.indicator, one.quote, one.start, one.period, task.start <= one.start and one.end <= task.end)
        for one in targets.order_by("start", "id")
    )
