"""Reports from the record: what they are composed from, for whoever asks, at what was known when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localtime

from tiendo.assessment.board import Board
from tiendo.facts.errors import InvalidSetting, ReportRefused
from tiendo.facts.period import Period
from tiendo.ledger.models import Act
from tiendo.ledger.selectors.agency_register import Agencies, agencies_at
from tiendo.ledger.selectors.board import board_at, usual_territory
from tiendo.ledger.selectors.document_register import ListedDocument, listed_documents
from tiendo.ledger.selectors.finding_register import (
    MARKING,
    ListedFinding,
    listed_findings,
    shown_findings,
)
from tiendo.ledger.selectors.task_register import ListedTask, listed_tasks
from tiendo.ledger.selectors.viewing import Known, Viewer
from tiendo.ledger.selectors.visible import visible_to
from tiendo.publishing.report.basis import Basis, Plan, ReportFinding, ReportTask, Standing
from tiendo.publishing.report.model import Sort, Stamp
from tiendo.publishing.report.periods import require_period
from tiendo.publishing.report.province import Province, province_of, usual_province
from tiendo.reference.territories import territory
from tiendo.web.handouts.report_template import template_of

ADDRESSES = {"indicator": "/indicators/{}", "task": "/tasks/{}", "findings": "/findings"}
"""The pages that show what a report tells, by the names of their addresses.

Django would look them up only after loading all pages and the API, for which a command waits most of a second; a test
compares.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked:
    """Which report: `agency` is a code; without `territory` it is the usual one; `dated` is `None` for a draft."""

    period: Period
    sort: Sort
    agency: str | None = None
    territory: str | None = None
    dated: date | None = None
    language: str = "vi"


def basis_of(asked: ReportAsked, viewer: Viewer, known: Known, *, at: datetime) -> Basis:
    """All that the report says, as the viewer may see it; `at` is the moment of making it.

    Raises `ReportRefused` for a period that the sort does not tell of, an agency that nobody knows, and a period
    without any result; `InvalidSetting` where the settings of the province cannot be used.
    """
    require_period(asked.sort, asked.period)
    on = asked.period.last_day
    agencies = agencies_at(known)
    agency = _agency(asked, agencies, on)
    place = asked.territory or usual_territory(known.horizon)
    board = board_at(
        asked.period,
        territory=place,
        horizon=known.horizon,
        agency=asked.agency,
        sources=visible_to(viewer, known).roots,
    )
    documents = {one.root: one for one in listed_documents(viewer, known)}
    tasks = tuple(_tasks(asked.agency, agency, documents, agencies, viewer, known, on))
    if not any(row.result for row in (*board.rows, *board.unplanned)) and not (asked.agency and tasks):
        raise _nothing_to_tell(asked, board)
    set_by = province(place, on, asked.language)
    return Basis(
        stamp=_stamp(asked, place, known, viewer, at),
        board=board,
        place=_title(place, on),
        agency=agency,
        owners=_owners(board, agencies, on),
        addresses=_addresses(board),
        tasks=tasks,
        findings=tuple(_findings(board, documents, viewer, known)),
        plans=tuple(_plans(board, documents)),
        province=set_by,
        template=template_of(set_by, settings.TIENDO.report_settings),
        dated=asked.dated,
    )


def province(place: str | None, on: date, language: str) -> Province:
    """What the province set for its reports; without a file of settings what follows from its name."""
    path: Path | None = settings.TIENDO.report_settings
    if path is not None:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            reason = getattr(fault, "strerror", None) or str(fault)
            raise InvalidSetting(
                vi=f"Không đọc được tệp {path} mà TIENDO_REPORT_SETTINGS nêu ({reason}). Hãy sửa hoặc bỏ biến này.",
                en=f"The file {path} that TIENDO_REPORT_SETTINGS names cannot be read ({reason}). "
                "Correct the variable or leave it out.",
            ) from fault
        return province_of(text, str(path))
    unit = territory(place, on) if place else None
    if unit is None:
        raise ReportRefused(
            vi="Sổ chưa cho biết báo cáo là của tỉnh nào: hãy đặt TIENDO_REPORT_SETTINGS (xem docs/reports.md).",
            en="The record does not say whose report this is: set TIENDO_REPORT_SETTINGS (see docs/reports.md).",
        )
    return usual_province(unit.title, unit.name, language)


def _agency(asked: ReportAsked, agencies: Agencies, on: date) -> str | None:
    if asked.sort is Sort.AGENCY and asked.agency is None:
        raise ReportRefused(
            vi="Báo cáo của cơ quan cần mã cơ quan: thêm --agency.",
            en="A report of an agency needs its code: --agency.",
        )
    if asked.agency is None:
        return None
    name = agencies.name(asked.agency, on)
    if name is None:
        raise ReportRefused(
            vi=f"Sổ không có cơ quan nào mang mã {asked.agency!r}.",
            en=f"The record has no agency with the code {asked.agency!r}.",
        )
    return name


def _nothing_to_tell(asked: ReportAsked, board: Board) -> ReportRefused:
    period = asked.period
    planned = len(board.rows)
    return ReportRefused(
        vi=f"Sổ chưa có kết quả nào của {period.vietnamese()} ({planned} chỉ tiêu có mục tiêu); chưa lập được báo cáo.",
        en=f"The record holds no result for {period.english()} ({planned} indicators with a target): "
        "there is nothing to report.",
    )


def _stamp(asked: ReportAsked, place: str | None, known: Known, viewer: Viewer, at: datetime) -> Stamp:
    last = Act.objects.filter(last_entry__lte=known.horizon).order_by("-number").values_list("at", flat=True).first()
    return Stamp(
        seal=known.seal.hex(),
        horizon=known.horizon,
        as_of=localtime(last or at),
        period=asked.period,
        sort=asked.sort,
        territory=place,
        agency=asked.agency,
        day=asked.period.last_day,
        by=viewer.actor.name,
        at=localtime(at).replace(microsecond=0),  # as finely as documents are dated
    )


def _title(place: str | None, on: date) -> str:
    unit = territory(place, on) if place else None
    return unit.title if unit else ""


def _owners(board: Board, agencies: Agencies, on: date) -> Mapping[str, str]:
    codes = {row.assessment.owner for row in (*board.rows, *board.unplanned)}
    return {code: agencies.name(code, on) or code for code in sorted(codes)}


def _addresses(board: Board) -> Mapping[str, str]:
    rows = (*board.rows, *board.unplanned)
    return {row.indicator.id: ADDRESSES["indicator"].format(row.indicator.id) for row in rows}


def _tasks(
    code: str | None,
    name: str | None,
    documents: Mapping[int, ListedDocument],
    agencies: Agencies,
    viewer: Viewer,
    known: Known,
    on: date,
) -> Iterator[ReportTask]:
    for task in listed_tasks(viewer, known, on=on):
        document = documents.get(task.document or 0)
        leads = code is None or code in task.told.lead_codes or name in task.told.lead
        if document is not None and leads and _is_in_time(document, on):
            yield _task(task, document, agencies, on)


def _is_in_time(document: ListedDocument, on: date) -> bool:
    """Whether a document gives tasks for the year of the report: it is out by the day, and its time is not over."""
    if document.issued is not None and document.issued > on:
        return False
    period = Period.parse(document.period) if document.period else None
    return period is None or period.last_day >= date(on.year, 1, 1)


def _task(task: ListedTask, document: ListedDocument, agencies: Agencies, on: date) -> ReportTask:
    told = task.told
    named = [name for _, name in agencies.names(told.lead_codes, on)]
    return ReportTask(
        entry=told.version,
        quote=" ".join(told.quote.split()),
        leaders=tuple(named) or told.lead,
        standing=Standing(task.state.value),
        due=told.due,
        overdue=task.overdue,
        document=document.title,
        address=ADDRESSES["task"].format(told.root),
    )


def _findings(
    board: Board, documents: Mapping[int, ListedDocument], viewer: Viewer, known: Known
) -> Iterator[ReportFinding]:
    """The findings that ask for a look and were not set aside, of the documents of the board."""
    shown = {int(document) for document, _ in board.documents}

    def concerns(one: ListedFinding) -> bool:
        return one.verdict in MARKING and not one.dismissed and bool(shown.intersection(one.documents))

    listed = [one for one in listed_findings(viewer, known) if concerns(one)]
    for one in shown_findings(listed, viewer, known):
        titles = tuple(documents[root].title for root in one.listed.documents if root in documents)
        yield ReportFinding(
            entry=one.listed.entry,
            finding=one.finding,
            documents=titles,
            address=ADDRESSES["findings"],
        )


def _plans(board: Board, documents: Mapping[int, ListedDocument]) -> Iterator[Plan]:
    roots = dict.fromkeys(int(row.target.document) for row in board.rows if row.target is not None)
    for root in roots:
        document = documents.get(root)
        # A draft bears a stroke and no number before it.
        if document is not None and document.number and not document.number.startswith("/"):
            yield Plan(
                root=root,
                title=document.title,
                type_name=document.type_name,
                number=document.number,
                issued=document.issued,
                issuer=document.issuer,
            )
