"""The sentences of a report as a table: kind of measure, target, result → what an officer reads.

The notation is that of `tests/unit/assessment/figures.py`.
"""

from __future__ import annotations

import pytest

from tests.unit.assessment.figures import catalogue, entry, indicator, result, target
from tests.unit.publishing.report.bases import basis_of_board, board_of_one
from tiendo.assessment.board import build_board
from tiendo.catalogue.model import Direction, Semantics
from tiendo.facts.period import Period
from tiendo.publishing.report.basis import Basis
from tiendo.publishing.report.judged import judged, lagging
from tiendo.publishing.report.model import Paragraph
from tiendo.publishing.report.patterns import text_of
from tiendo.publishing.report.results import told_by_sector
from tiendo.publishing.report.sentences import sentence

FLOW, GROWTH, RATIO, STOCK = Semantics.FLOW, Semantics.GROWTH, Semantics.RATIO, Semantics.STOCK
UP, DOWN, NONE = Direction.UP, Direction.DOWN, Direction.NONE

# kind, direction, unit, name, target, result, plan as claimed, change on the year as claimed, vi, en
CASES = [
    # an amount: estimated or not, up, down, unchanged, nothing to compare with
    (FLOW, UP, "tỷ đồng", "Thu ngân sách", "7.850 tỷ đồng @2022", "2.202,4 tỷ đồng @2022-Q1 ước", None, "-8.9",
     "Thu ngân sách ước thực hiện 2.202,4 tỷ đồng, đạt 28,1% kế hoạch năm, giảm 8,9% so với cùng kỳ.",
     "Measure: an estimated 2,202.4 billion VND, 28.1% of the plan of the year, "
     "down 8.9% on the same period of the year before."),
    (FLOW, UP, "tỷ đồng", "Thu ngân sách", None, "600,6 tỷ đồng @2022-Q1 ước", "25.6", "3",
     "Thu ngân sách ước thực hiện 600,6 tỷ đồng, đạt 25,6% kế hoạch, tăng 3% so với cùng kỳ.",
     "Measure: an estimated 600.6 billion VND, 25.6% of the plan, up 3% on the same period of the year before."),
    (FLOW, UP, "ha", "Trồng rừng", None, "2.530 ha @2022-Q1", None, "0",
     "Trồng rừng đạt 2.530 ha, bằng cùng kỳ năm trước.",
     "Measure: 2,530 ha, as much as in the same period of the year before."),
    (FLOW, DOWN, "vụ", "Số vụ buôn lậu", None, "818 vụ @2022-Q1", None, None,
     "Số vụ buôn lậu là 818 vụ.", "Measure: 818 vụ."),
    # a running total, a day, another period than the report's
    (FLOW, UP, "ha", "Trồng rừng", None, "2.530 ha @2022-Q1 lũy kế", None, None,
     "Trồng rừng lũy kế đạt 2.530 ha.", "Measure: a running total of 2,530 ha."),
    (STOCK, UP, "tỷ đồng", "Tổng dư nợ", None, "37.500 tỷ đồng @2022-03-31 ước", None, None,
     "Tính đến ngày 31/3/2022, tổng dư nợ ước đạt 37.500 tỷ đồng.",
     "As of 2022-03-31, measure: an estimated 37,500 billion VND."),
    (RATIO, UP, "%", "Tỷ lệ che phủ", None, "63,2 % @2022-03", None, None,
     "Tỷ lệ che phủ tháng 3 năm 2022 đạt 63,2%.", "Measure in March 2022: 63.2%."),
    # a level says its target and no share of it
    (RATIO, UP, "%", "Tỷ lệ che phủ", "63,8 % @2022", "63,2 % @2022-Q1", None, None,
     "Tỷ lệ che phủ đạt 63,2%, mục tiêu năm 2022 là 63,8%.",
     "Measure: 63.2%, against a target of 63.8% (2022)."),
    (RATIO, UP, "%", "Tỷ lệ nước sạch", "≥99 % @../2030", "97 % @2022-Q1", None, None,
     "Tỷ lệ nước sạch đạt 97%, mục tiêu đến năm 2030 là từ 99% trở lên.",
     "Measure: 97%, against a target of 99% or more (by the end of 2030)."),
    # a growth is a verb
    (GROWTH, UP, "%", "Tốc độ tăng chỉ số sản xuất", "tăng 9 – 10 % @2022", "tăng 6,4 % @2022-Q1", None, "6.4",
     "Chỉ số sản xuất tăng 6,4% so với cùng kỳ, mục tiêu năm 2022 là tăng 9 - 10%.",
     "Measure: up 6.4% on the same period of the year before, against a target of up 9 - 10% (2022)."),
    (GROWTH, UP, "%", "Tốc độ tăng tổng dư nợ", None, "giảm 0,4 % @2022-Q1 ước", None, None,
     "Tổng dư nợ ước giảm 0,4%.", "Measure: down an estimated 0.4%."),
    # ranges, floors and what is about so much
    (FLOW, UP, "triệu cây", "Cây giống", None, "~150 triệu cây @2022-Q1", None, None,
     "Cây giống đạt khoảng 150 triệu cây.", "Measure: about 150 triệu cây."),
    (RATIO, UP, "%", "Tỷ lệ điều trị", None, "≥92 % @2022-Q1", None, None,
     "Tỷ lệ điều trị đạt từ 92% trở lên.", "Measure: 92% or more."),
    # names that would stammer with "đạt"
    (FLOW, UP, "trường", "Số trường được công nhận đạt chuẩn", "15 trường @2022", "9 trường @2022-Q1", None, None,
     "Số trường được công nhận đạt chuẩn là 9 trường, bằng 60% kế hoạch năm.",
     "Measure: 9 schools, 60% of the plan of the year."),
    (FLOW, UP, "doanh nghiệp", "Số doanh nghiệp thành lập mới", None, "89 doanh nghiệp @2022-Q1", "17.8", None,
     "Số doanh nghiệp thành lập mới là 89 doanh nghiệp, bằng 17,8% kế hoạch.",
     "Measure: 89 enterprises, 17.8% of the plan."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "direction", "unit", "name", "wanted", "found", "plan", "yoy", "vietnamese", "english"), CASES
)
def test_a_result_is_told_as_an_officer_writes_it(
    kind: Semantics,
    direction: Direction,
    unit: str,
    name: str,
    wanted: str | None,
    found: str,
    plan: str | None,
    yoy: str | None,
    vietnamese: str,
    english: str,
) -> None:
    measure = indicator(kind, direction, name=name, english="Measure", unit=unit)
    basis = basis_of_board(board_of_one(measure, wanted, found, plan=plan, yoy=yoy))
    for language, expected in (("vi", vietnamese), ("en", english)):
        [(_, [told])] = told_by_sector(basis, language)
        assert text_of(sentence(told)) == expected


# kind, direction, unit, target, result, vi, en
BEHIND = [
    (FLOW, UP, "tỷ đồng", "2.600 tỷ đồng @2022", "277 tỷ đồng @2022-Q1",
     "Doanh thu (chậm; Sở so-tai-chinh): bằng 42,6% mức nên đạt 650 tỷ đồng; "
     "còn thiếu 2.323 tỷ đồng, bình quân 774,3 tỷ đồng mỗi quý trong 3 quý còn lại.",
     "Revenue (behind; Sở so-tai-chinh): 42.6% of the expected 650 billion VND; "
     "2,323 billion VND are still missing, 774.3 billion VND a quarter on average over the 3 quarters left."),
    # one period is left, and none
    (FLOW, UP, "tỷ đồng", "1.000 tỷ đồng @2022", "450 tỷ đồng @2022-M09",
     "Doanh thu (chậm; Sở so-tai-chinh): bằng 60% mức nên đạt 750 tỷ đồng; còn thiếu 550 tỷ đồng trong 1 quý còn lại.",
     "Revenue (behind; Sở so-tai-chinh): 60% of the expected 750 billion VND; "
     "550 billion VND are still missing in the 1 quarter left."),
    (FLOW, UP, "tỷ đồng", "1.000 tỷ đồng @2022", "450 tỷ đồng @2022",
     "Doanh thu (chậm; Sở so-tai-chinh): bằng 45% mức phải đạt 1.000 tỷ đồng.",
     "Revenue (behind; Sở so-tai-chinh): 45% of the 1,000 billion VND that is due."),
    (GROWTH, UP, "%", "tăng 9 – 10 % @2022", "tăng 7,7 % @2022-Q1",
     "Doanh thu (cần chú ý; Sở so-tai-chinh): bằng 85,6% mức phải đạt 9%; 3 quý còn lại phải bình quân 9,43%.",
     "Revenue (watch; Sở so-tai-chinh): 85.6% of the 9% that is due; the 3 quarters left must average 9.43%."),
    (Semantics.CEILING, Direction.BAND, "tỷ đồng", "1.000 tỷ đồng @2022", "1.200 tỷ đồng @2022-Q1",
     "Doanh thu (vượt trần; Sở so-tai-chinh): mức theo thời gian là 250 tỷ đồng.",
     "Revenue (over ceiling; Sở so-tai-chinh): the time allows 250 billion VND."),
    (Semantics.CEILING, Direction.BAND, "tỷ đồng", "1.000 tỷ đồng @2022", "600 tỷ đồng @2022-Q1",
     "Doanh thu (cần chú ý; Sở so-tai-chinh): mức theo thời gian là 250 tỷ đồng; "
     "còn được dùng 400 tỷ đồng, bình quân 133,3 tỷ đồng mỗi quý trong 3 quý còn lại.",
     "Revenue (watch; Sở so-tai-chinh): the time allows 250 billion VND; "
     "400 billion VND may still be used, 133.3 billion VND a quarter on average over the 3 quarters left."),
    (GROWTH, DOWN, "%", "giảm 5 % @2022", "tăng 2 % @2022-Q1",
     "Doanh thu (chậm; Sở so-tai-chinh): mức phải đạt là giảm 5%; 3 quý còn lại phải bình quân giảm 7,33%.",
     "Revenue (behind; Sở so-tai-chinh): down 5% is due; the 3 quarters left must average down 7.33%."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "direction", "unit", "wanted", "found", "vietnamese", "english"), BEHIND)
def test_what_is_behind_comes_with_what_is_needed_and_whose_it_is(
    kind: Semantics, direction: Direction, unit: str, wanted: str, found: str, vietnamese: str, english: str
) -> None:
    measure = indicator(kind, direction, name="Doanh thu", english="Revenue", unit=unit)
    period = Period.parse(found.partition("@")[2])
    basis = basis_of_board(board_of_one(measure, wanted, found, period))
    [row] = basis.board.rows
    assert text_of(lagging(row, basis, "vi").runs) == vietnamese
    assert text_of(lagging(row, basis, "en").runs) == english


# kind, direction, unit, target, result, vi: what nobody can say yet is said, with the reason
UNDECIDED = [
    (FLOW, UP, "ha", "1.000 ha @2022", "10 ha @2022-01",
     "Trồng rừng: quá sớm. Mới qua chưa tới một phần mười thời gian: một chứng từ muộn cũng đủ làm lệch tỷ lệ."),
    (FLOW, UP, "ha", "1.000 tỷ đồng @2022", "10 ha @2022-Q1",
     "Trồng rừng: không so sánh được. Kết quả và mục tiêu đo bằng hai đơn vị không đổi được cho nhau."),
    (Semantics.INCREMENT, UP, "xã", "thêm 10 xã @2022", "thêm 1 xã @2022-Q1",
     "Trồng rừng: quá sớm. Phần tăng thêm thường được công nhận theo đợt vào cuối năm: "
     "chưa hết năm thì chưa kết luận là chậm."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "direction", "unit", "wanted", "found", "vietnamese"), UNDECIDED)
def test_what_nobody_can_say_yet_is_said_so(
    kind: Semantics, direction: Direction, unit: str, wanted: str, found: str, vietnamese: str
) -> None:
    measure = indicator(kind, direction, name="Trồng rừng", unit=unit)
    period = Period.month(2022, 1) if "2022-01" in found else Period.quarter(2022, 1)
    basis = basis_of_board(board_of_one(measure, wanted, found, period))
    assert vietnamese in _lines(basis)


def test_what_has_no_data_is_named_with_who_answers_for_it() -> None:
    measure = indicator(RATIO, UP, name="Tỷ lệ che phủ", unit="%")
    other = indicator(code="other", name="Doanh thu")
    board = build_board(
        [entry(measure, target("63,8 % @2022")), entry(other, result("5 tỷ đồng @2022-Q1"))],
        Period.quarter(2022, 1),
        catalogue(measure, other),
    )
    assert "Sở so-tai-chinh (1 chỉ tiêu): tỷ lệ che phủ." in _lines(basis_of_board(board))


def _lines(basis: Basis) -> list[str]:
    return [text_of(block.runs) for block in judged(basis, "vi") if isinstance(block, Paragraph)]
