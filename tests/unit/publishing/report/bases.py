"""Bases of reports that are put together by hand; names and figures are made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.unit.assessment.figures import catalogue, entry, indicator, result, target
from tests.unit.publishing.sample import board as sample_board
from tiendo.assessment.board import Board, BoardEntry, build_board
from tiendo.catalogue.model import Indicator
from tiendo.facts.findings import Finding, Place, Severity, Verdict
from tiendo.facts.period import Period
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis, Plan, ReportFinding, ReportTask, Standing
from tiendo.publishing.report.model import Sort, Stamp
from tiendo.publishing.report.province import usual_province

QUARTER = Period.quarter(2022, 1)

TASKS = (
    ReportTask(entry=11, quote="Hoàn thành quy hoạch tỉnh.", leaders=("Sở Kế hoạch Mẫu",), standing=Standing.RUNNING,
               due=date(2022, 6, 30), overdue=False, document="62/NQ-HĐND", address="/tasks/11"),
    ReportTask(entry=12, quote="Trình đề án chuyển đổi số.", leaders=("Sở Thông tin Mẫu",), standing=Standing.OPEN,
               due=date(2022, 2, 28), overdue=True, document="62/NQ-HĐND", address="/tasks/12"),
    ReportTask(entry=13, quote="Tổ chức ngày hội.", leaders=("Sở Thông tin Mẫu",), standing=Standing.DONE,
               due=None, overdue=False, document="62/NQ-HĐND", address="/tasks/13"),
    ReportTask(entry=14, quote="Rà soát đất đai.", leaders=(), standing=Standing.OPEN,
               due=None, overdue=False, document="62/NQ-HĐND", address="/tasks/14"),
)  # fmt: skip

FINDING = ReportFinding(
    entry=21,
    finding=Finding(
        check="plan-percent",
        verdict=Verdict.INCONSISTENT,
        severity=Severity.HIGH,
        message=Wording("Tỷ lệ không khớp với số.", "The share does not fit the number."),
        places=(Place("a", 1, 3, "28"),),
    ),
    documents=("Thông cáo quý I",),
    address="/findings/21",
)

PLAN = Plan(
    root=1, title="62/NQ-HĐND", type_name="Nghị quyết", number="62/NQ-HĐND", issued=date(2021, 12, 9),
    issuer="Hội đồng nhân dân tỉnh Mẫu",
)  # fmt: skip


def numbered(board: Board) -> Board:
    """The board with a number of the record for every entry, as one of a record has."""

    def number(one: BoardEntry | None, base: int) -> BoardEntry | None:
        return None if one is None else replace(one, entry=base)

    def rows(found: tuple, base: int) -> tuple:  # type: ignore[type-arg] # rows of a section, or unplanned ones
        return tuple(
            replace(row, target=number(row.target, base + 2 * at), result=number(row.result, base + 2 * at + 1))
            for at, row in enumerate(found)
        )

    sections = tuple(
        replace(section, rows=rows(section.rows, 1_000 * (at + 1))) for at, section in enumerate(board.sections)
    )
    return replace(board, sections=sections, unplanned=rows(board.unplanned, 9_000))


def basis_of_board(board: Board, sort: Sort = Sort.QUARTER, **changes: object) -> Basis:
    """A basis of a board, without tasks or findings unless they are given."""
    stamp = Stamp(
        seal="cd" * 32,
        horizon=99,
        as_of=datetime(2022, 4, 4, 1, 0, tzinfo=UTC),
        period=board.period,
        sort=sort,
        territory="99",
        agency=None,
        day=board.period.last_day,
        by="mau",
        at=datetime(2022, 4, 5, 1, 0, tzinfo=UTC),
    )
    rows = (*board.rows, *board.unplanned)
    basis = Basis(
        stamp=stamp,
        board=numbered(board),
        place="tỉnh Mẫu",
        agency=None,
        owners={row.indicator.owner: f"Sở {row.indicator.owner}" for row in rows},
        addresses={row.indicator.id: f"/indicators/{row.indicator.id}" for row in rows},
        tasks=(),
        findings=(),
        plans=(),
        province=usual_province("tỉnh Mẫu", "Mẫu", "vi"),
    )
    return replace(basis, **changes)  # type: ignore[arg-type] # the fields of a basis


def sample_basis(sort: Sort = Sort.QUARTER, **changes: object) -> Basis:
    """The sample board of publishing with tasks, a finding and a plan."""
    given = {"tasks": TASKS, "findings": (FINDING,), "plans": (PLAN,), **changes}
    return basis_of_board(sample_board(), sort, **given)


def board_of_one(
    measure: Indicator, wanted: str | None, found: str, period: Period = QUARTER, **claims: str | None
) -> Board:
    """A board of one indicator with a result, and a target where one is wanted."""
    entries = [entry(measure, target(wanted))] if wanted else []
    return build_board([*entries, entry(measure, result(found, **claims), "Báo cáo")], period, catalogue(measure))


__all__ = ["basis_of_board", "board_of_one", "indicator", "sample_basis"]
