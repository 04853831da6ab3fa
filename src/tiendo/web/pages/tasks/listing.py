"""How tasks are counted, put in order and grouped for a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from tiendo.facts.period import Period
from tiendo.ledger.selectors.agency_register import Agencies
from tiendo.ledger.selectors.document_register import ListedDocument
from tiendo.ledger.selectors.task_register import OVER, ListedTask
from tiendo.ledger.selectors.tasks import Standing
from tiendo.text.folding import fold

SOON = timedelta(days=30)  # a month: the rhythm in which agencies report
_MONTHS_IN_A_QUARTER = 3


class View(StrEnum):
    """What somebody asks of a list of tasks at a glance."""

    OVERDUE = "overdue"
    SOON = "soon"
    UNOWNED = "unowned"
    UNDATED = "undated"
    DONE = "done"


class Grouping(StrEnum):
    """By what the tasks of a page stand together."""

    AGENCY = "agency"
    DEADLINE = "deadline"
    DOCUMENT = "document"


Key = str | int | date | None
"""The name of an agency, the root of a document, the first day of a quarter; `None` where a task has none."""


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks of a page that stand together: what their heading is made of, how many there are on all pages."""

    key: Key
    total: int
    tasks: tuple[ListedTask, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called on the day that is looked at."""

    agencies: Agencies
    documents: Mapping[int, ListedDocument]
    on: date


def is_in(view: View | None, task: ListedTask, on: date) -> bool:
    """Whether a task belongs to a view. What is done or stopped needs no owner and no date any more."""
    if view is None:
        return True
    if view is View.DONE:
        return task.state is Standing.DONE
    if task.state in OVER:
        return False
    match view:
        case View.OVERDUE:
            return task.overdue
        case View.SOON:
            return task.told.due is not None and on <= task.told.due <= on + SOON
        case View.UNOWNED:
            return not task.told.lead
        case View.UNDATED:
            return task.told.due is None


def counts(tasks: Iterable[ListedTask], on: date) -> Counter[View]:
    """How many tasks each view has."""
    return Counter(view for task in tasks for view in View if is_in(view, task, on))


def in_order(tasks: Iterable[ListedTask], grouping: Grouping, names: Names) -> list[ListedTask]:
    """The tasks by their groups; within one what is overdue first, then by deadline, then as in the text."""

    def place(task: ListedTask) -> tuple[object, ...]:
        told = task.told
        return (
            _rank(key_of(task, grouping, names), names),
            (not task.overdue, told.due or date.max, task.document or 0, told.start),
        )

    return sorted(tasks, key=place)


def grouped(
    shown: Sequence[ListedTask], everything: Iterable[ListedTask], grouping: Grouping, names: Names
) -> list[Group]:
    """The tasks of a page in their groups."""

    def key(task: ListedTask) -> Key:
        return key_of(task, grouping, names)

    totals = Counter(key(task) for task in everything)
    return [Group(found, totals[found], tuple(tasks)) for found, tasks in groupby(shown, key)]


def key_of(task: ListedTask, grouping: Grouping, names: Names) -> Key:
    """To which group a task belongs; where several agencies lead, to that of the first."""
    told = task.told
    match grouping:
        case Grouping.AGENCY:
            # By name and not by code: an old plan without a date names bodies of which nobody knows the code.
            named = (names.agencies.name(code, names.on) or code for code in told.lead_codes)
            return next(iter((*named, *told.lead)), None)
        case Grouping.DEADLINE:
            return told.due and date(told.due.year, told.due.month - (told.due.month - 1) % _MONTHS_IN_A_QUARTER, 1)
        case Grouping.DOCUMENT:
            return task.document


def quarter_of(first_day: date) -> Period:
    """The quarter that begins on a day."""
    return Period.quarter(first_day.year, (first_day.month - 1) // _MONTHS_IN_A_QUARTER + 1)


def _rank(key: Key, names: Names) -> tuple[object, ...]:
    """Where a group stands: agencies by name, quarters by time, documents from the newest on; what is not said last."""
    match key:
        case None:
            return (1, "")
        case str():
            return (0, fold(key), key)
        case date():
            return (0, key.isoformat())
    document = names.documents.get(key)
    issued = document.issued if document and document.issued else date.min
    return (0, -issued.toordinal(), key)
