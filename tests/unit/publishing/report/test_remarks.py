"""What is said at a field of a report that came back: what the record says now, and what was typed over it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.unit.publishing.report.sample import SAMPLE
from tiendo.publishing.report.agreement import compared
from tiendo.publishing.report.agreement_text import remarks
from tiendo.publishing.report.model import Figure
from tiendo.publishing.report.returned import Returned, ReturnedField
from tiendo.publishing.report.stamp import figures_of, sealed

FIGURES = {figure.binding.key: figure for figure in figures_of(SAMPLE)}
REVENUE = FIGURES["thu-ngan-sach-dia-ban/2022-Q1/result"]


def _said(text: str, now: Figure) -> str | None:
    field = ReturnedField(figure=REVENUE, text=text, around="")
    returned = Returned(sealed=sealed(SAMPLE), fields=(field,))
    others = [each for key, each in FIGURES.items() if key != REVENUE.binding.key]
    found = compared(returned, [*others, now], is_of_this_record=True)
    return remarks(found, lambda _: "tổng thu", "vi")(field)


def test_a_field_that_agrees_has_no_remark() -> None:
    assert _said(REVENUE.text, REVENUE) is None


def test_a_changed_record_and_a_changed_text_are_both_told() -> None:
    now = Figure("2.300", replace(REVENUE.binding, value=Decimal(2300)))
    assert _said(REVENUE.text, now) == "✗ đã đổi: tổng thu, kết quả: 2.202,4 → 2.300"
    both = _said("2.250", now)
    assert both is not None
    assert both.split("\n")[1] == "✗ sửa tay: tổng thu, kết quả: sổ ghi 2.202,4, báo cáo in 2.250"
