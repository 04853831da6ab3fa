"""A few records as a reader would find them, for the tests of the command."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tiendo.facts.decisions import Matched, Unknown
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity, Unit
from tiendo.facts.records import Citation, Observation, Target, Task
from tiendo.intake.reading import Linked


def quantity(low: str | None, high: str | None, written_unit: str = "%", unit: Unit | None = None, **more) -> Quantity:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Quantity(low=bounds[0], high=bounds[1], written_unit=written_unit, unit=unit or Unit("PT"), **more)


def at(start: int, quote: str) -> dict:
    return {"start": start, "end": start + len(quote), "quote": quote}


TARGET = Target(
    **at(10, "9 - 10%"),
    provision=("Điều 1", "I"),
    subject="Kim ngạch xuất khẩu hàng địa phương",
    quantity=quantity("9", "10", change=Change.INCREASE),
    period=Period.of_year(2022),
)
OBSERVATION = Observation(
    **at(120, "2.202,4 tỷ đồng"),
    subject="Tổng thu ngân sách nhà nước trên địa bàn",
    within=None,
    quantity=quantity("2202.4", "2202.4", "tỷ đồng", Unit("VND", 9)),
    period=Period.quarter(2022, 1),
    estimated=True,
    plan_percent=Decimal("28.1"),
    yoy_percent=Decimal("-8.90"),
    confidence=0.8125,
    doubts=("period-from-document",),
)
TASK = Task(
    **at(300, "Sở Tài chính phối hợp với Cục Thuế rà soát nguồn thu, xong trong tháng 6/2022."),
    lead=("Sở Tài chính",),
    coordinators=("Cục Thuế",),
    deadline=Period.month(2022, 6),
)
CITATION = Citation(
    **at(420, "Nghị quyết số 62/NQ-HĐND ngày 09/12/2021"),
    number="62/NQ-HĐND",
    type="Nghị quyết",
    date=date(2021, 12, 9),
)

LINKED = (
    Linked(TARGET, indicator=Unknown(("no such name",))),
    Linked(OBSERVATION, indicator=Matched("state_budget_revenue", ("name",))),
    Linked(TASK, leads=(Matched("so-tai-chinh", ("name",)),), coordinators=(Unknown(("no such name",)),)),
    Linked(CITATION),
)
