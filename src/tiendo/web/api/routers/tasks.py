"""Tasks."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.utils.timezone import localdate
from ninja import Path, Query, Router
from pydantic import Field

from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.selectors import tasks
from tiendo.ledger.selectors.viewing import Viewer, known_at
from tiendo.web.api.answers import answer_one, answer_page
from tiendo.web.api.authentication import Asking, signed_in
from tiendo.web.api.changes import Asked, Key, make_change
from tiendo.web.api.filters import changed_after, day_of
from tiendo.web.api.parameters import ChangesQuestion, Code, Day, EntryNumber, Question, day_in_zone
from tiendo.web.api.schemas.changes import MadeShown, TaskUpdateSent
from tiendo.web.api.schemas.shared import PageShown
from tiendo.web.api.schemas.tasks import TaskShown

router = Router(tags=["tasks"], by_alias=True)

_ON = "The day on which `state` and `overdue` are asked; by default that of `asOf`, else today."


class OneTaskQuestion(Question):
    """As of which day."""

    on: Day | None = Field(None, description=_ON)


class TaskQuestion(ChangesQuestion):
    """Which tasks."""

    document: EntryNumber | None = Field(None, description="The document that they stand in.")
    territory: Code | None = Field(None, description="The code of the territory.", examples=["20"])
    agency: Code | None = Field(None, description="The agency that leads or helps.", examples=["STC"])
    state: tasks.Standing | None = Field(None, description="How they stand on the day.")
    overdue: bool | None = Field(None, description="Whether their day due is over on the day.")
    from_: Day | None = Field(None, alias="from", description="Only those due on this day or later.")
    to: Day | None = Field(None, description="Only those due on this day or earlier.")
    on: Day | None = Field(None, description=_ON)


@router.get("", response=PageShown[TaskShown], operation_id="listTasks", summary="List tasks")
def list_tasks(request: Asking, asked: Query[TaskQuestion]) -> HttpResponse:
    """Tasks with their updates, in the order of their recording; with `updatedAfter` the tasks that changed since."""
    wanted = tasks.TaskFilter(
        document=asked.document,
        territory=asked.territory,
        agency=asked.agency,
        state=asked.state,
        overdue=asked.overdue,
        first_day=day_of(asked.from_),
        last_day=day_of(asked.to),
        changed_after=changed_after(asked.updated_after),
    )
    day = _day(asked.on, asked.as_of)
    return answer_page(
        request,
        asked,
        TaskShown,
        lambda viewer, known, page: tasks.tasks(wanted, viewer, known, page, on=day),
        is_personal=True,
    )


@router.get("/{task}", response=TaskShown, operation_id="getTask", summary="Show a task")
def get_task(request: Asking, task: Path[EntryNumber], asked: Query[OneTaskQuestion]) -> HttpResponse:
    """A task with all its updates."""
    day = _day(asked.on, asked.as_of)
    return answer_one(
        request, asked, TaskShown, lambda viewer, known: tasks.task(task, viewer, known, on=day), is_personal=True
    )


@router.post(
    "/{task}/updates",
    response={201: MadeShown, 200: MadeShown},
    operation_id="updateTask",
    summary="Report on a task",
)
def report_on_task(
    request: Asking, task: Path[EntryNumber], sent: TaskUpdateSent, asked: Asked, key: Key
) -> HttpResponse:
    """Say what became of a task by a day; a later update says more, it does not correct this one."""
    tasks.task(task, Viewer(signed_in(request)), known_at(), on=localdate())
    return make_change(
        request,
        key,
        asked,
        201,
        lambda by, at: {
            "entry": update_task(
                task=task,
                on=date.fromisoformat(sent.on),
                state=sent.state,
                note=sent.note,
                agency=sent.agency,
                evidence=sent.evidence,
                by=by,
                at=at,
                why=sent.why,
            )
        },
    )


def _day(on: str | None, as_of: str | None) -> date:
    return day_of(on) or (day_in_zone(as_of) if as_of else localdate())
