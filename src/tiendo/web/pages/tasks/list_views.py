"""The list of tasks, and the same as a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse

from tiendo.facts.period import Period
from tiendo.ledger.selectors.document_register import ListedDocument
from tiendo.ledger.selectors.task_register import OVER, ListedTask
from tiendo.ledger.selectors.tasks import Standing
from tiendo.publishing.list_csv import as_csv
from tiendo.web.pages.paging import page_of
from tiendo.web.pages.questions import number
from tiendo.web.pages.reading import Reading, reads
from tiendo.web.pages.shortening import shortened
from tiendo.web.pages.tasks.asking import Asked, asked_of
from tiendo.web.pages.tasks.distance import distance
from tiendo.web.pages.tasks.listing import Group, Grouping, View, counts, grouped, quarter_of

_LONGEST_QUOTE = 180  # characters: two lines of the table; the page of the task has all of it

_HELPERS_NAMED = 2  # the page of the task names all of them
_PLACE_DEPTH = 2  # of a provision its last two numbers; the link leads to the exact place

VIEWS = {
    View.OVERDUE: "tasks.view.overdue",
    View.SOON: "tasks.view.soon",
    View.UNOWNED: "tasks.view.unowned",
    View.UNDATED: "tasks.view.undated",
    View.DONE: "tasks.view.done",
}
GROUPINGS = {
    Grouping.AGENCY: "tasks.group.agency",
    Grouping.DEADLINE: "tasks.group.deadline",
    Grouping.DOCUMENT: "tasks.group.document",
}
STATES = {
    Standing.OPEN: "tasks.state.open",
    Standing.RUNNING: "tasks.state.running",
    Standing.DONE: "tasks.state.done",
    Standing.STOPPED: "tasks.state.stopped",
}
_COLUMNS = (
    *("task", "quote", "lead", "lead_codes", "coordinators", "coordinator_codes", "deadline", "due", "state"),
    *("overdue", "reported", "document", "document_title", "provision", "territory"),
)


@reads
def tasks(reading: Reading) -> HttpResponse:
    """All tasks that may be seen, filtered, counted and grouped as the address says."""
    asked = asked_of(reading)
    pager = page_of(asked.shown, number(reading.request, "page"))
    groups = grouped(pager.items, asked.shown, asked.grouping, asked.names)
    context = {
        "asked": asked,
        "totals": _totals(asked),
        "pager": pager,
        "groups": [_shown(group, asked, reading.language) for group in groups],
        "groupings": tuple(GROUPINGS.items()),
        "states": tuple(STATES.items()),
        "kept": ("view", "by", "asOf"),
        "agencies": _agencies(asked),
        "documents": _documents(asked),
    }
    return reading.show("tasks/page.html", context, part="tasks/rows.html")


@reads
def tasks_csv(reading: Reading) -> HttpResponse:
    """All tasks of the list as a table, whatever page is shown."""
    asked = asked_of(reading)
    content = as_csv(_COLUMNS, (_cells(one, asked) for one in asked.shown))
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="tasks.csv"'
    return answer


def _totals(asked: Asked) -> list[tuple[View | None, int, str]]:
    found = counts(asked.filtered, asked.names.on)
    return [(None, len(asked.filtered), "tasks.view.all"), *((view, found[view], VIEWS[view]) for view in View)]


def _shown(group: Group, asked: Asked, language: str) -> dict[str, Any]:
    return {
        "total": group.total,
        "rows": [_row(one, group, asked) for one in group.tasks],
        **_heading(group, asked, language),
    }


def _heading(group: Group, asked: Asked, language: str) -> dict[str, Any]:
    match group.key:
        case None:
            return {"none": asked.grouping}
        case str():
            codes = [code for one in group.tasks for code in one.told.lead_codes]
            named = (code for code in codes if asked.names.agencies.name(code, asked.names.on) == group.key)
            return {"words": group.key, "agency": next(named, None)}
        case date():
            return {"words": _named(quarter_of(group.key), language)}
    document = asked.names.documents[group.key]
    return {"words": document.title, "more": document.subject, "document": document.root}


def _row(task: ListedTask, group: Group, asked: Asked) -> dict[str, Any]:
    told, on = task.told, asked.names.on
    is_open = told.due is not None and task.state not in OVER
    return {
        "task": task,
        # A single lead that the heading names already is not said again in every row.
        "leads": () if told.lead == (group.key,) else told.lead,
        "words": shortened(told.quote, _LONGEST_QUOTE),
        "distance": distance(told.due, on) if told.due is not None and is_open else None,
        "source": asked.names.documents.get(task.document or 0),
        "place": ", ".join(told.provision[-_PLACE_DEPTH:]),
        "helpers": told.coordinators[:_HELPERS_NAMED],
        "more_helpers": max(0, len(told.coordinators) - _HELPERS_NAMED),
    }


def _named(period: Period, language: str) -> str:
    name = period.vietnamese() if language == "vi" else period.english()
    return name[:1].upper() + name[1:]


def _agencies(asked: Asked) -> list[tuple[str, str]]:
    """The agencies that lead or help with any task, by their names."""
    codes = {code for one in asked.everything for code in (*one.told.lead_codes, *one.told.coordinator_codes)}
    if asked.wanted.agency:
        codes.add(asked.wanted.agency)
    return sorted(asked.names.agencies.names(tuple(codes), asked.names.on), key=lambda one: one[1])


def _documents(asked: Asked) -> list[ListedDocument]:
    """The documents that any task stands in."""
    roots = {one.document for one in asked.everything} | {asked.wanted.document}
    return [one for root, one in asked.names.documents.items() if root in roots]


def _cells(task: ListedTask, asked: Asked) -> tuple[object, ...]:
    told = task.told
    source = asked.names.documents.get(task.document or 0)
    return (
        *(told.root, told.quote, "; ".join(told.lead), " ".join(told.lead_codes), "; ".join(told.coordinators)),
        *(" ".join(told.coordinator_codes), told.deadline, told.due, task.state.value, task.overdue, task.reported),
        *(task.document, source.title if source else None, ", ".join(told.provision), told.territory),
    )
