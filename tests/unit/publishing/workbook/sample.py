"""What a report of the sample board is composed from; names of people and tasks are made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from tests.unit.publishing.sample import board
from tiendo.facts.findings import Finding, Place, Severity, Verdict
from tiendo.facts.period import Period
from tiendo.facts.wording import Wording
from tiendo.publishing.report.basis import Basis, ReportFinding, ReportTask, Standing
from tiendo.publishing.report.model import Sort, Stamp
from tiendo.publishing.report.province import usual_province

HANOI = timezone(timedelta(hours=7))
EVIL = '=HYPERLINK("http://evil.example";"bấm vào đây")'


def basis(*, tasks: tuple[ReportTask, ...] | None = None, findings: tuple[ReportFinding, ...] | None = None) -> Basis:
    """The sample; with other tasks or findings where they are given."""
    return Basis(
        stamp=Stamp(
            seal="ab" * 32,
            horizon=1808,
            as_of=datetime(2022, 4, 15, 1, 30, tzinfo=UTC).astimezone(HANOI),
            period=Period.quarter(2022, 1),
            sort=Sort.QUARTER,
            territory="20",
            agency=None,
            day=date(2022, 3, 31),
            by="nguoi-lap-mau",
            at=datetime(2022, 4, 16, 2, 0, tzinfo=UTC).astimezone(HANOI),
        ),
        board=replace(board(), territory="20"),
        place="tỉnh Lạng Sơn",
        agency=None,
        owners={"STC": "Sở Tài chính", "SCT": "Sở Công Thương"},
        addresses={},
        tasks=_TASKS if tasks is None else tasks,
        findings=_FINDINGS if findings is None else findings,
        plans=(),
        province=usual_province("tỉnh Lạng Sơn", "Lạng Sơn", "vi"),
    )


def task(
    quote: str, leaders: tuple[str, ...] = ("Sở Mẫu",), *, standing: Standing = Standing.OPEN, due: date | None = None,
    overdue: bool = False,
) -> ReportTask:  # fmt: skip
    """A task of a made-up document."""
    return ReportTask(
        entry=1,
        quote=quote,
        leaders=leaders,
        standing=standing,
        due=due,
        overdue=overdue,
        document="1/KH-MẪU",
        address="",
    )


_TASKS = (
    task("Trồng hoa trước trụ sở.", due=date(2022, 6, 30)),
    task("Quét sân.", due=date(2022, 1, 31), overdue=True),
    task("Sơn cổng.", standing=Standing.DONE),
    task("Họp giao ban.", ()),
    task(EVIL, ("Ban Mẫu",)),
)
_FINDINGS = (
    ReportFinding(
        entry=2,
        finding=Finding(
            check="plan-percent",
            verdict=Verdict.INCONSISTENT,
            severity=Severity.HIGH,
            message=Wording("2.530 ha không bằng 30% của 9.000 ha.", "2,530 ha is not 30% of 9,000 ha."),
            places=(Place("2", 10, 15, "2.530"),),
            working=(Wording("2530 / 9000 = 28,1%", "2530 / 9000 = 28.1%"),),
        ),
        documents=("Thông cáo quý I",),
        address="",
    ),
)
