"""language.md 7.8: rates and people, patterns 165 to 174."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, result

CASES = [
    result(165, "Tỷ lệ đô thị hóa đạt 31%.", "31% | about Tỷ lệ đô thị hóa"),
    result(166, "Toàn tỉnh có 30,5 giường bệnh/vạn dân.", "30,5 giường bệnh | per vạn dân | about giường bệnh"),
    result(166, "Số bác sĩ đạt 11 người/vạn dân.", "11 người | 11 | per vạn dân | about Số bác sĩ"),
    result(167, "Tỷ suất sinh thô là 16,2‰.", "16,2‰ | 16.2 | about Tỷ suất sinh thô"),
    result(168, "Tỷ lệ tử vong trên số ca mắc là 0,05%.", "0,05% | 0.05 | about Tỷ lệ tử vong trên số ca mắc"),
    # Ages say who is counted.
    result(169, "Tiêm vắc xin cho trẻ từ 12 đến dưới 18 tuổi."),
    result(169, "Tỷ lệ tiêm của trẻ từ 12 đến dưới 18 tuổi đạt 91%.", "91% | 91"),
    result(170, "Tỷ lệ tiêm của dân số trên 18 tuổi đạt 97%.", "97% | 97 | about Tỷ lệ tiêm của dân số trên 18 tuổi"),
    # So do the dose and the round.
    result(171, "Tỷ lệ tiêm mũi 2 đạt 93%.", "93% | 93 | about Tỷ lệ tiêm mũi 2"),
    result(172, "Đợt 2 hỗ trợ 40 máy tính bảng.", "40 máy tính bảng | 40"),
    plan(
        173, "Tỷ lệ lao động có bằng cấp, chứng chỉ đạt 35%.",
        "35% | 35 | about Tỷ lệ lao động có bằng cấp, chứng chỉ",
    ),
    # What follows straight on a number is its denominator and not that of the next.
    plan(
        174, "Trồng rừng mới 9.000 ha mỗi năm; tỷ lệ che phủ rừng đạt 60%.",
        "9.000 ha | annual | about Trồng rừng mới", "60% | per nothing | not annual | about tỷ lệ che phủ rừng",
    ),
    plan(
        174, "Tạo việc làm cho 15.000 lao động mỗi năm, tỷ lệ lao động qua đào tạo đạt 60%.",
        "15.000 lao động", "60% | per nothing | not annual | about tỷ lệ lao động qua đào tạo",
    ),
    # Two indicators that differ in one word keep it.
    result(
        174, "Tỷ lệ hộ nghèo đa chiều là 12%, tỷ lệ hộ cận nghèo là 8%.",
        "12% | about Tỷ lệ hộ nghèo đa chiều", "8% | about tỷ lệ hộ cận nghèo",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_rates_keep_their_denominators_and_their_groups(case: Case) -> None:
    assert lines_read(case) == case.expected
