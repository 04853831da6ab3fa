"""language.md 7.4: periods and as-of dates, patterns 83 to 102."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, result

CASES = [
    result(83, "Thu ngân sách quý III/2024 đạt 610 tỷ đồng.", "610 tỷ đồng | in 2024-Q3"),
    result(83, "Thu ngân sách quý III năm 2024 đạt 610 tỷ đồng.", "610 tỷ đồng | in 2024-Q3"),
    result(83, "Thu ngân sách quý 1 đạt 610 tỷ đồng.", "610 tỷ đồng | in 2024-Q1"),
    # Two quarters and one number; neither is a decimal.
    result(84, "Giải ngân quý I, II đạt 310 tỷ đồng.", "310 tỷ đồng | 310"),
    result(85, "Thu ngân sách 6 tháng đầu năm đạt 940 tỷ đồng.", "940 tỷ đồng | in 2024-H1"),
    plan(85, "Giải ngân 6 tháng cuối năm 2025 đạt 720 tỷ đồng.", "720 tỷ đồng | in 2025-H2"),
    result(86, "Xuất khẩu 9 tháng năm 2023 đạt 96 triệu USD.", "96 triệu USD | in 2023-M09"),
    result(86, "Xuất khẩu 11 tháng đạt 120 triệu USD.", "120 triệu USD | in 2024-M11"),
    result(
        87, "Chỉ số giá tiêu dùng tháng 02/2024 tăng 1,1%, 2 tháng đầu năm tăng 2%.",
        "1,1% | in 2024-02 | increase", "2% | in 2024-M02 | increase | about Chỉ số giá tiêu dùng",
    ),
    result(88, "Tính đến ngày 20/10/2024, giải ngân đạt 380 tỷ đồng.", "380 tỷ đồng | in 2024-10-20"),
    result(88, "Đến hết ngày 20/10/2024, giải ngân đạt 380 tỷ đồng.", "380 tỷ đồng | in 2024-10-20"),
    result(88, "Giải ngân đến 30/6 đạt 380 tỷ đồng.", "380 tỷ đồng | in 2024-06-30"),
    # The date reaches the sentences on the same matter that follow.
    result(
        88, "Tính đến ngày 20/10/2024, giải ngân vốn tỉnh đạt 380 tỷ đồng. Giải ngân vốn huyện đạt 95 tỷ đồng.",
        "380 tỷ đồng | in 2024-10-20", "95 tỷ đồng | in 2024-10-20",
    ),
    # "đến nay" is the time of the document.
    result(89, "Đến nay có 210 hợp tác xã hoạt động.", "210 hợp tác xã | in 2024 | not cumulative"),
    plan(89, "Toàn tỉnh hiện có 210 hợp tác xã.", "210 hợp tác xã | observation"),
    plan(90, "Đến năm 2030, tỷ lệ đô thị hóa đạt 40%.", "40% | target | in ../2030"),
    plan(90, "Tỷ lệ đô thị hóa đến năm 2030 đạt 40%.", "40% | in ../2030 | about Tỷ lệ đô thị hóa"),
    # In use "trước năm" means the same as "đến năm".
    plan(91, "Trước năm 2027, tỷ lệ thôn có điện đạt 100%.", "100% | in ../2027"),
    plan(92, "Đến hết quý II/2025 giải ngân đạt 45% kế hoạch.", "45% | in ../2025-Q2"),
    plan(93, "Giai đoạn 2021 - 2025, giải quyết việc làm cho 70.000 lao động.", "70.000 lao động | in 2021/2025"),
    plan(93, "Trong 5 năm 2021 - 2025, trồng mới 45.000 ha rừng.", "45.000 ha | in 2021/2025"),
    plan(
        94, "Tổng vốn cả giai đoạn 2021 - 2025 là 60 nghìn tỷ đồng.",
        "60 nghìn tỷ đồng | in 2021/2025 | cumulative | not annual",
    ),
    plan(
        95, "Tốc độ tăng trưởng bình quân hằng năm giai đoạn 2021 - 2025 đạt 7%.",
        "7% | in 2021/2025 | annual | level",
    ),
    plan(95, "Giá trị xuất khẩu tăng bình quân 7%/năm.", "7% | per năm | annual | increase", period="2021/2025"),
    plan(96, "Hằng năm trồng mới 5.000 ha rừng.", "5.000 ha | annual", period="2021/2025"),
    plan(96, "Hàng năm trồng mới 5.000 ha rừng.", "5.000 ha | annual", period="2021/2025"),
    # How far a plan looks dates no value.
    plan(97, "Định hướng phát triển đô thị đến năm 2030, tầm nhìn đến năm 2050."),
    plan(
        97, "Theo quy hoạch đến năm 2030, tầm nhìn đến năm 2050, tỷ lệ cây xanh đô thị đạt 12%.",
        "12% | in 2025 | about tỷ lệ cây xanh đô thị",
    ),
    # School years and crop seasons name things; the value is that of the document's period.
    result(98, "Năm học 2023 - 2024 toàn tỉnh có 480 trường học.", "480 trường học | in 2024"),
    result(98, "Vụ Xuân năm 2024 gieo trồng 4.300 ha ngô.", "4.300 ha | in 2024"),
    result(99, "Lễ hội tổ chức vào ngày 15/8 âm lịch."),
    result(100, "Tổ chức kỷ niệm 60 năm thành lập trường."),
    result(101, "Báo cáo gửi ngày   tháng 4 năm 2022."),
    result(
        102, "Từ ngày 15/12/2023 đến ngày 14/3/2024, toàn tỉnh xảy ra 12 vụ cháy.",
        "12 vụ | in 2023-12-15/2024-03-14",
    ),
    # The parts of a value hold for its time.
    result(
        101, "Tổng thu 9 tháng là 410 tỷ đồng; trong đó, thu nội địa là 300 tỷ đồng.", "410 tỷ đồng | in 2024-M09",
        "300 tỷ đồng | in 2024-M09",
    ),
    # "hằng năm" belongs to the value that it follows, an average of income to no year.
    plan(
        101, "Tỷ lệ hộ nghèo giảm 1% hằng năm; có 11 bác sĩ trên 1 vạn dân.", "1% | annual", "11 bác sĩ | not annual",
        period="2021/2025",
    ),
    plan(
        101, "Thu nhập bình quân của người dân tăng 1,6 lần so với năm 2020.", "1,6 lần | not annual",
        period="2021/2025",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_value_gets_the_period_that_its_sentence_states(case: Case) -> None:
    assert lines_read(case) == case.expected
