"""language.md 7.5: relation to plan, patterns 103 to 116."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, result

CASES = [
    result(103, "Trồng rừng được 310 ha, đạt 38,7% kế hoạch.", "310 ha | 310 | plan 38.7"),
    result(103, "Thu ngân sách đạt 28,1% dự toán.", "28,1% | 28.1 | plan 28.1 | about Thu ngân sách"),
    result(104, "Gieo cấy được 4.200 ha, bằng 47% kế hoạch năm.", "4.200 ha | 4200 | plan 47"),
    # A second plan percentage of one value is a record of its own.
    result(
        105, "Thu nội địa đạt 900 tỷ đồng, đạt 61% dự toán Trung ương giao, 57% dự toán tỉnh giao.",
        "900 tỷ đồng | plan 61 | about Thu nội địa", "57% | 57 | plan 57 | about Thu nội địa",
    ),
    result(105, "Thu nội địa đạt 900 tỷ đồng, bằng 62% HĐND tỉnh giao.", "900 tỷ đồng | plan 62"),
    result(106, "Sản lượng chè đạt 2.100 tấn, vượt 6% kế hoạch.", "2.100 tấn | 2100 | plan 106"),
    # A distance from the plan in the unit itself is a change, and none on the year before.
    result(
        107, "Toàn tỉnh có 25 xã đạt chuẩn nông thôn mới, vượt 3 xã so với kế hoạch.",
        "25 xã | 25 | level", "3 xã | 3 | increase | no yoy | no yoy by",
    ),
    result(
        108, "Thu tiền sử dụng đất hụt 120 tỷ đồng so với dự toán.",
        "120 tỷ đồng | 120 | decrease | about Thu tiền sử dụng đất | no plan",
    ),
    result(109, "Thu nội địa đạt 800 tỷ đồng, bằng 94,2% cùng kỳ.", "800 tỷ đồng | yoy -5.8 | no plan"),
    result(110, "Thu nội địa đạt 800 tỷ đồng, bằng 104% so với cùng kỳ năm trước.", "800 tỷ đồng | yoy 4 | no plan"),
    result(110, "Thu nội địa đạt 800 tỷ đồng, bằng 104% so với thực hiện năm trước.", "800 tỷ đồng | yoy 4 | no plan"),
    result(
        111, "Có 13/15 chỉ tiêu đạt và vượt kế hoạch.",
        "13/15 chỉ tiêu | 13 | of 15",
    ),
    # Work done is no money spent, and no percentage of a plan.
    result(
        112, "Công trình hoàn thành 60% khối lượng.",
        "60% | 60 | no plan | about Công trình",
    ),
    result(113, "Còn lại 22 hộ chưa di dời.", "22 hộ | 22 | HO | level"),
    result(
        114, "Giá trị khối lượng thực hiện 90 tỷ đồng, giải ngân 71 tỷ đồng, đạt 64% kế hoạch.",
        "90 tỷ đồng | no plan | about Giá trị khối lượng", "71 tỷ đồng | plan 64 | about giải ngân",
    ),
    result(115, "Giải ngân 71 tỷ đồng, đạt 70% kế hoạch giao đầu năm.", "71 tỷ đồng | plan 70"),
    result(116, "Thu nội địa đạt tiến độ dự toán."),
    # The second figure says how much was planned.
    result(
        82, "Tỷ lệ hộ dùng nước sạch đạt 72,5%/chỉ tiêu 70%.", "72,5% | observation",
        "70% | target | about Tỷ lệ hộ dùng nước sạch",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_percentage_of_a_plan_belongs_to_the_value_before_it(case: Case) -> None:
    assert lines_read(case) == case.expected
