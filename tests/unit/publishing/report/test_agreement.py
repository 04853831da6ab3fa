"""A report against the record of later: what still agrees, what changed, what was typed by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.unit.publishing.report.sample import SAMPLE
from tiendo.publishing.report.agreement import Agreement, ReportAgreement, compared
from tiendo.publishing.report.agreement_text import MEANINGS, render
from tiendo.publishing.report.model import Figure, Meaning
from tiendo.publishing.report.returned import LooseNumber, Returned, ReturnedField
from tiendo.publishing.report.stamp import sealed

KEPT = sealed(SAMPLE)
RESULT = KEPT.figures[0]


def _against(*now: Figure, returned: Returned | None = None, ours: bool = True) -> ReportAgreement:
    return compared(returned or Returned(sealed=KEPT), now, is_of_this_record=ours)


def _instead(figure: Figure) -> list[Figure]:
    return [figure, *KEPT.figures[1:]]


def test_the_same_figures_hold() -> None:
    found = _against(*KEPT.figures)
    assert found.holds
    assert len(found.of(Agreement.AGREES)) == len(KEPT.figures)


def test_another_value_has_changed() -> None:
    now = replace(RESULT, text="2.300", binding=replace(RESULT.binding, value=Decimal(2300)))
    found = _against(*_instead(now))
    assert [one.now for one in found.of(Agreement.CHANGED)] == [now]
    assert not found.holds
    assert "✗ đã đổi: Thu, kết quả: 2.202,4 → 2.300" in render(found, lambda _: "Thu", "vi")


def test_the_same_value_from_later_entries_is_superseded_and_holds() -> None:
    now = replace(RESULT, binding=replace(RESULT.binding, entries=(500,)))
    found = _against(*_instead(now))
    assert len(found.of(Agreement.SUPERSEDED)) == 1
    assert found.holds


def test_what_the_record_says_no_more_is_withdrawn() -> None:
    found = _against(*KEPT.figures[1:])
    assert [one.figure for one in found.of(Agreement.WITHDRAWN)] == [RESULT]
    assert not found.holds


def test_a_figure_taken_out_of_the_text_need_not_agree() -> None:
    found = _against(*KEPT.figures[1:], returned=Returned(sealed=KEPT, removed=(RESULT,)))
    assert found.holds
    assert "1 số liệu đã được bỏ khỏi báo cáo." in render(found, str, "vi")


def test_a_figure_typed_over_does_not_hold() -> None:
    field = ReturnedField(figure=RESULT, text="2.302,4", around="…")
    found = _against(*KEPT.figures, returned=Returned(sealed=KEPT, fields=(field,)))
    assert not found.holds
    assert "✗ sửa tay: Thu, kết quả: sổ ghi 2.202,4, báo cáo in 2.302,4" in render(found, lambda _: "Thu", "vi")


def test_numbers_typed_by_hand_are_shown_and_left_to_a_person() -> None:
    found = _against(*KEPT.figures, returned=Returned(sealed=KEPT, loose=(LooseNumber("45", "cao hơn 45\x1b[31m xã"),)))
    assert found.holds
    said = render(found, str, "en")
    assert "? typed by hand, not bound: 45" in said
    assert "\x1b" not in said


def test_a_report_of_another_record_does_not_hold() -> None:
    found = _against(*KEPT.figures, ours=False)
    assert not found.holds
    assert "This record never had the state" in render(found, str, "en")


def test_every_meaning_has_a_name() -> None:
    assert set(MEANINGS) == set(Meaning)
