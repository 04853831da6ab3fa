"""The part that says what became of the tasks: done, running, overdue, by the agency that leads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from tiendo.facts.period import Period
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis, ReportTask, Standing
from tiendo.publishing.report.figures import counted, plain
from tiendo.publishing.report.model import Block, Column, Manner, Paragraph, Runs, Table, TableRow
from tiendo.publishing.report.patterns import fill, in_sentence, listed, named
from tiendo.text.folding import fold

MOST_OVERDUE = 10
"""Overdue tasks that the text names; the annex has all."""

_LONGEST_QUOTE = 200  # characters: three lines of the page

STANDINGS = {
    Standing.DONE: Wording("đã hoàn thành", "done"),
    Standing.RUNNING: Wording("đang thực hiện", "under way"),
    Standing.OPEN: Wording("chưa có báo cáo thực hiện", "not reported on yet"),
    Standing.STOPPED: Wording("dừng thực hiện", "stopped"),
}
_OVERDUE = Wording("quá hạn", "overdue")
_NOBODY = Wording("Chưa xác định cơ quan chủ trì", "No lead is named")

_NONE = Wording("Sổ không có nhiệm vụ nào của kỳ.", "The record holds no task of the period.")
_ALL = Wording("Có {count} nhiệm vụ được theo dõi: {standing}.", "Tasks: {count} ({standing}).")
_OF_AGENCY = Wording("{agency} ({count} nhiệm vụ): {standing}.", "{agency}, {count}: {standing}.")
_SILENT = Wording(
    "Chưa có báo cáo thực hiện và chưa có nhiệm vụ nào quá hạn: {agencies}.",
    "Not reported on yet, and nothing overdue: {agencies}.",
)
_OF = Wording("{agency} ({count} nhiệm vụ)", "{agency} ({count})")
_STANDS = Wording("{count} {word}", "{count} {word}")
_LATE = Wording("Nhiệm vụ quá hạn:", "Overdue tasks:")
_LATE_TASK = Wording("{quote} ({leaders}; hạn {due}).", "{quote} ({leaders}; due {due}).")
_MORE = Wording("Còn {count} nhiệm vụ quá hạn khác, xem phụ lục.", "More that are overdue, in the annex: {count}.")
_DUE_SOON = Wording("Có {count} nhiệm vụ đến hạn trong {period}:", "Tasks due in {period}: {count}.")


def tasks(basis: Basis, language: str) -> Iterator[Block]:
    """All tasks in one sentence, then agency by agency, then those that are overdue."""
    if not basis.tasks:
        yield Paragraph(plain(_NONE.sentence(language)))
        return
    counts = _counts(basis.tasks, "tasks", basis, language)
    yield Paragraph(fill(_ALL, language, count=_count(len(basis.tasks), "tasks", basis, language), standing=counts))
    groups = by_leader(basis.tasks)
    for agency, led in groups:
        if not _has_news(led):
            continue
        key = _key(agency)
        yield Paragraph(
            fill(
                _OF_AGENCY,
                language,
                agency=agency or _NOBODY.sentence(language),
                count=_count(len(led), key, basis, language),
                standing=_counts(led, key, basis, language),
            ),
            Manner.DASH,
        )
    silent = [(agency, led) for agency, led in groups if not _has_news(led)]
    if silent:
        yield _silent(silent, basis, language)
    yield from _overdue(basis, language)


def _silent(groups: Sequence[tuple[str, list[ReportTask]]], basis: Basis, language: str) -> Paragraph:
    """Who has not reported on any task: one sentence for all of them."""
    named = [
        fill(_OF, language, agency=agency or in_sentence(_NOBODY.sentence(language)),
             count=_count(len(led), _key(agency), basis, language))
        for agency, led in groups
    ]  # fmt: skip
    return Paragraph(fill(_SILENT, language, agencies=listed(named, "; ")))


def _has_news(led: Sequence[ReportTask]) -> bool:
    return any(task.overdue or task.standing is not Standing.OPEN for task in led)


def _key(agency: str) -> str:
    return f"tasks-{fold(agency).replace(' ', '-')}" if agency else "tasks-nobody"


def _overdue(basis: Basis, language: str) -> Iterator[Block]:
    late = sorted((task for task in basis.tasks if task.overdue), key=lambda task: (task.due or date.max, task.entry))
    if not late:
        return
    yield Paragraph(plain(_LATE.sentence(language)))
    yield from (_dash(task, language) for task in late[:MOST_OVERDUE])
    if len(late) > MOST_OVERDUE:
        count = _count(len(late) - MOST_OVERDUE, "tasks-overdue-more", basis, language)
        yield Paragraph(fill(_MORE, language, count=count))


def due_in(period: Period, basis: Basis, language: str) -> Iterator[Block]:
    """The tasks that are not over and fall due in a period."""
    open_ones = [task for task in basis.tasks if task.standing in (Standing.OPEN, Standing.RUNNING)]
    soon = [task for task in open_ones if task.due is not None and period.first_day <= task.due <= period.last_day]
    if soon:
        count = _count(len(soon), "tasks-due-next", basis, language)
        yield Paragraph(fill(_DUE_SOON, language, count=count, period=named(period, language)))
        yield from (_dash(task, language) for task in sorted(soon, key=lambda task: (task.due or date.max, task.entry)))


def by_leader(found: Sequence[ReportTask]) -> list[tuple[str, list[ReportTask]]]:
    """The tasks by the first of their leaders, by name; those without a leader last, under no name."""
    groups: dict[str, list[ReportTask]] = {}
    for task in found:
        groups.setdefault(task.leaders[0] if task.leaders else "", []).append(task)
    return sorted(groups.items(), key=lambda one: (not one[0], fold(one[0])))


def _counts(found: Sequence[ReportTask], key: str, basis: Basis, language: str) -> Runs:
    standing = Counter(task.standing for task in found)
    parts = [
        fill(_STANDS, language, count=_count(standing[one], f"{key}-{one.value}", basis, language),
             word=word.sentence(language))
        for one, word in STANDINGS.items()
        if standing[one]
    ]  # fmt: skip
    late = sum(task.overdue for task in found)
    if late:
        count = _count(late, f"{key}-overdue", basis, language)
        parts.append(fill(_STANDS, language, count=count, word=_OVERDUE.sentence(language)))
    return listed(parts, "; ")


def _count(count: int, key: str, basis: Basis, language: str) -> Runs:
    return (counted(count, key, basis.board.period, language, ""),)


def _dash(task: ReportTask, language: str) -> Paragraph:
    leaders = ", ".join(task.leaders) or _NOBODY.sentence(language).lower()
    quote = shortened(task.quote).rstrip(".;")
    runs = fill(_LATE_TASK, language, quote=quote, leaders=leaders, due=day_of(task.due, language))
    return Paragraph(runs, Manner.DASH)


def shortened(quote: str) -> str:
    """A quote that fits into a list, cut between words."""
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def day_of(day: date | None, language: str) -> str:
    """A day in figures, empty where there is none."""
    if day is None:
        return ""
    return f"{day.day}/{day.month}/{day.year}" if language == "vi" else day.isoformat()


_COLUMNS = (
    (Wording("TT", "No."), 0.05),
    (Wording("Nhiệm vụ", "Task"), 0.45),
    (Wording("Hạn", "Due"), 0.1),
    (Wording("Tình trạng", "Standing"), 0.18),
    (Wording("Văn bản giao", "Document"), 0.22),
)


def task_table(basis: Basis, caption: str, language: str) -> Table:
    """All tasks by the agency that leads them."""
    rows: list[TableRow] = []
    for agency, led in by_leader(basis.tasks):
        rows.append(TableRow((plain(agency or _NOBODY.sentence(language), bold=True),), group=True))
        rows.extend(_row(number, task, language) for number, task in enumerate(led, 1))
    return Table(caption, tuple(Column(title.sentence(language), share) for title, share in _COLUMNS), tuple(rows))


def _row(number: int, task: ReportTask, language: str) -> TableRow:
    standing = STANDINGS[task.standing].sentence(language)
    if task.overdue:
        standing = f"{standing}, {_OVERDUE.sentence(language)}"
    cells = (str(number), task.quote, day_of(task.due, language), standing, task.document)
    return TableRow(tuple(plain(cell) for cell in cells))
