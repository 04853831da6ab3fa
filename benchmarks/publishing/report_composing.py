"""How fast a report is composed once its board is there, and written as the forms that are text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from statistics import median
from time import perf_counter
from typing import TypeVar

from benchmarks.rows import Row
from tiendo.assessment.board import BoardEntry, build_board
from tiendo.catalogue.load import load_catalogue
from tiendo.catalogue.model import Direction, Indicator, Semantics
from tiendo.facts.decisions import Matched
from tiendo.facts.period import Period
from tiendo.facts.quantity import Quantity
from tiendo.facts.records import Observation, Target
from tiendo.publishing.report.basis import Basis, ReportTask, Standing
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.html import as_html
from tiendo.publishing.report.markdown import as_markdown
from tiendo.publishing.report.model import Report, Sort, Stamp
from tiendo.publishing.report.province import usual_province
from tiendo.publishing.report.stamp import as_json, sealed

INDICATORS, TASKS = 80, 300
COMPOSING_SECONDS = 0.5

Subject = TypeVar("Subject")
_PERIOD = Period.quarter(2022, 1)
_AGENCIES = 20
_PLANNED, _REACHED = Decimal(1_000), Decimal("187.5")  # three quarters of what is expected: every row says all it can


def measure(rounds: int) -> list[Row]:
    """Seconds of composing and of the text forms: the first time in this process, and the median after that."""
    basis = basis_of(INDICATORS, TASKS)
    first = _seconds(compose, basis)
    report = compose(basis)
    size = f"{INDICATORS} indicators, {TASKS} tasks"
    return [
        Row(f"report composed, first in a process ({size})", first, "s", 3, at_most=COMPOSING_SECONDS),
        Row("report composed, after that", _median(compose, basis, rounds), "s", 3, at_most=COMPOSING_SECONDS),
        Row("· as Markdown", _median(as_markdown, report, rounds), "s", 3),
        Row("· as HTML", _median(as_html, report, rounds), "s", 3),
        Row("· its stamp", _median(_stamped, report, rounds), "s", 3),
    ]


def basis_of(indicators: int, tasks: int) -> Basis:
    """A made-up basis: so many indicators of the catalogue that are behind, and tasks of every standing."""
    catalogue = load_catalogue()
    chosen = [one for one in catalogue if one.semantics is Semantics.FLOW and one.direction is Direction.UP]
    measures = [*chosen, *(one for one in catalogue if one not in chosen)][:indicators]
    board = build_board([entry for one in measures for entry in _entries(one)], _PERIOD, catalogue)
    moment = datetime(2022, 4, 5, tzinfo=UTC)
    return Basis(
        stamp=Stamp(
            seal="ab" * 32, horizon=1, as_of=moment, period=_PERIOD, sort=Sort.QUARTER, territory="99", agency=None,
            day=_PERIOD.last_day, by="mau", at=moment,
        ),
        board=board,
        place="tỉnh Mẫu",
        agency=None,
        owners={one.owner: f"Sở {one.owner}" for one in measures},
        addresses={one.id: f"/indicators/{one.id}" for one in measures},
        tasks=tuple(_tasks(tasks)),
        findings=(),
        plans=(),
        province=usual_province("tỉnh Mẫu", "Mẫu", "vi"),
    )  # fmt: skip


def _entries(indicator: Indicator) -> Iterator[BoardEntry]:
    unit = indicator.measured_in

    def quantity(value: Decimal) -> Quantity:
        return Quantity(low=value, high=value, written_unit=unit.written, unit=unit.unit, per=unit.per)

    shared = {"start": 0, "end": 1, "quote": "1", "subject": indicator.names.vi}
    plan = Target(**shared, quantity=quantity(_PLANNED), period=Period.of_year(2022))  # type: ignore[arg-type]
    found = Observation(
        **shared,  # type: ignore[arg-type]
        quantity=quantity(_REACHED),
        period=_PERIOD,
        estimated=True,
        yoy_percent=Decimal("-8.9"),
    )
    for number, record in enumerate((plan, found)):
        yield BoardEntry(str(number), "62/NQ-HĐND", record, Matched(indicator.id, ("alias",)), "99", number)


def _tasks(count: int) -> Iterator[ReportTask]:
    for number in range(count):
        standing = list(Standing)[number % len(Standing)]
        yield ReportTask(
            entry=number,
            quote=f"Hoàn thành phần việc thứ {number} của kế hoạch phát triển kinh tế - xã hội năm 2022.",
            leaders=(f"Sở Mẫu {number % _AGENCIES}",),
            standing=standing,
            due=date(2022, 1 + number % 12, 28),
            overdue=standing is Standing.OPEN and number % 12 < 2,  # due in January or February
            document="62/NQ-HĐND",
            address=f"/tasks/{number}",
        )


def _stamped(report: Report) -> str:
    return as_json(sealed(report))


def _median(do: Callable[[Subject], object], subject: Subject, rounds: int) -> float:
    return median(_seconds(do, subject) for _ in range(rounds))


def _seconds(do: Callable[[Subject], object], subject: Subject) -> float:
    started = perf_counter()
    do(subject)
    return perf_counter() - started
