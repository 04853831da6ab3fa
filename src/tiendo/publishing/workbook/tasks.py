"""The sheets of tasks: how many each agency has and how they stand, and every task with its deadline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tiendo.assessment.status import Status
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis, ReportTask, Standing
from tiendo.publishing.report.ruler_colours import fill_of
from tiendo.publishing.report.tasks import STANDINGS, by_leader
from tiendo.publishing.workbook.sheets import Cell, Column, Marked, Number, Sheet

_AGENCIES = Wording("Cơ quan", "Agencies")
_TASKS = Wording("Nhiệm vụ", "Tasks")
_TITLE_OF_AGENCIES = Wording("Nhiệm vụ theo cơ quan chủ trì", "Tasks by the agency that leads them")
_TITLE_OF_TASKS = Wording("Danh mục nhiệm vụ", "List of tasks")
_NOBODY = Wording("Chưa xác định cơ quan chủ trì", "No lead is named")
_LEADER = Wording("Cơ quan chủ trì", "Lead")
_ALL = Wording("Tổng số", "All")
_LATE = Wording("Quá hạn", "Overdue")
_LATE_WORD = Wording("quá hạn", "overdue")

_OF_TASKS = (
    (_LEADER, 30),
    (Wording("Nhiệm vụ", "Task"), 80),
    (Wording("Hạn", "Due"), 12),
    (Wording("Tình trạng", "State"), 28),
    (_LATE, 10),
    (Wording("Văn bản", "Document"), 22),
)


def agencies_sheet(basis: Basis, language: str) -> Sheet:
    """One line an agency: its tasks, and how many of them stand how."""
    columns = (Column(_LEADER.sentence(language), 46), Column(_ALL.sentence(language), 10))
    states = tuple(Column(_capital(word.sentence(language)), 16) for word in STANDINGS.values())
    return Sheet(
        name=_AGENCIES.sentence(language),
        title=_TITLE_OF_AGENCIES.sentence(language),
        under="",
        columns=(*columns, *states, Column(_LATE.sentence(language), 12)),
        rows=tuple(
            tuple(_counts(agency or _NOBODY.sentence(language), tasks)) for agency, tasks in by_leader(basis.tasks)
        ),
        fixed=1,
        printed=len(columns) + len(states) + 1,
    )


def _counts(agency: str, tasks: Sequence[ReportTask]) -> Iterator[Cell]:
    standing = Counter(task.standing for task in tasks)
    yield agency
    yield Number(len(tasks))
    yield from (Number(standing[one]) for one in STANDINGS)
    yield Number(sum(task.overdue for task in tasks))


def tasks_sheet(basis: Basis, language: str) -> Sheet:
    """Every task under the first of its leaders, those with the nearest deadline first."""
    return Sheet(
        name=_TASKS.sentence(language),
        title=_TITLE_OF_TASKS.sentence(language),
        under="",
        columns=tuple(Column(title.sentence(language), width) for title, width in _OF_TASKS),
        rows=tuple(
            tuple(_cells(task, language))
            for _, tasks in by_leader(basis.tasks)
            for task in sorted(tasks, key=_by_deadline)
        ),
        fixed=1,
        printed=len(_OF_TASKS),
    )


def _by_deadline(task: ReportTask) -> tuple[bool, str, int]:
    return task.due is None, task.due.isoformat() if task.due else "", task.entry


def _cells(task: ReportTask, language: str) -> Iterator[Cell]:
    state = _capital(STANDINGS[task.standing].sentence(language))
    yield "; ".join(task.leaders) or _NOBODY.sentence(language)
    yield task.quote
    yield task.due
    yield Marked(state, fill_of(Status.REACHED)) if task.standing is Standing.DONE else state
    yield Marked(_LATE_WORD.sentence(language), fill_of(Status.BEHIND)) if task.overdue else None
    yield task.document


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
