"""language.md 7.3: the words that say who vouches for a number, patterns 61 to 82."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, result

CASES = [
    plan(
        61, "Phấn đấu có thêm 8 xã đạt chuẩn nông thôn mới.",
        "8 xã | target | increase | about xã đạt chuẩn nông thôn mới",
    ),
    # A plan word next to the number wins over the heading.
    result(61, "Năm 2026 phấn đấu trồng mới 900 ha rừng.", "900 ha | target | in 2026"),
    plan(62, "Chỉ tiêu trồng rừng giao cho huyện là 400 ha.", "400 ha | 400 | target"),
    result(
        63, "Sản lượng thịt hơi ước đạt 2.030 tấn.",
        "2.030 tấn | observation | estimated | about Sản lượng thịt hơi",
    ),
    result(63, "Doanh thu vận tải ước tính 310 tỷ đồng.", "310 tỷ đồng | estimated | about Doanh thu vận tải"),
    result(64, "Trồng rừng ước thực hiện 640 ha.", "640 ha | estimated"),
    result(65, "Tổng sản phẩm trên địa bàn dự ước tăng 5,1%.", "5,1% | observation | estimated | increase"),
    # "dự kiến" looks ahead: what is expected is planned.
    plan(
        65, "Tổng sản phẩm trên địa bàn dự kiến tăng 5,1%.",
        "5,1% | target | increase | about Tổng sản phẩm trên địa bàn",
    ),
    # A preliminary figure is no estimate in the sense of "ước".
    result(66, "Tăng trưởng kinh tế theo số liệu sơ bộ đạt 7,31%.", "7,31% | observation | not estimated"),
    result(67, "Quyết toán thu ngân sách là 5.118 tỷ đồng.", "5.118 tỷ đồng | observation | not estimated"),
    result(68, "Trồng cây phân tán thực hiện 510 ha.", "510 ha | observation | not estimated"),
    result(69, "Lũy kế đến nay có 380 hợp tác xã.", "380 hợp tác xã | cumulative | level"),
    result(69, "Luỹ kế đến nay có 380 hợp tác xã.", "380 hợp tác xã | cumulative | level"),
    result(70, "Giải ngân lũy kế từ đầu năm đạt 92 tỷ đồng.", "92 tỷ đồng | cumulative"),
    result(71, "Lũy kế toàn tỉnh có 3.050 doanh nghiệp.", "3.050 doanh nghiệp | cumulative | level"),
    result(
        72, "Giải ngân trong tháng 9 đạt 41 tỷ đồng, cộng dồn 9 tháng đạt 380 tỷ đồng.",
        "41 tỷ đồng | in 2024-09 | not cumulative", "380 tỷ đồng | in 2024-M09 | cumulative",
    ),
    result(73, "Giải ngân vốn đầu tư công mới đạt 32% kế hoạch.", "32% | 32 | plan 32"),
    result(73, "Giải ngân vốn sự nghiệp chỉ đạt 28% kế hoạch.", "28% | 28 | plan 28"),
    result(74, "Thu nội địa đạt và vượt dự toán giao."),
    plan(75, "Duy trì tỷ lệ tiêm chủng đầy đủ 98%.", "98% | target | level"),
    plan(76, "Không để xảy ra cháy rừng lớn."),
    result(
        77, "Công tác tuyển quân hoàn thành 100% chỉ tiêu được giao.",
        "100% | 100 | plan 100 | about Công tác tuyển quân",
    ),
    plan(78, "Các chủ đầu tư cam kết giải ngân 95% kế hoạch vốn.", "95% | target"),
    # The old value is what was; the new one has the kind of the sentence.
    plan(
        79, "Điều chỉnh diện tích trồng rừng từ 300 ha thành 280 ha.",
        "300 ha | observation", "280 ha | target | level",
    ),
    # A first value without its unit belongs to the unit behind the second.
    plan(79, "Điều chỉnh diện tích trồng rừng từ 300 thành 280 ha.", "280 ha | target | level"),
    plan(80, "Bổ sung thêm 45 tỷ đồng vốn đầu tư.", "45 tỷ đồng | increase | about vốn đầu tư"),
    # A bare action names the measure itself.
    plan(80, "Bổ sung thêm 45 tỷ đồng cho chương trình.", "45 tỷ đồng | increase"),
    # What a value leaves out or includes is said in words and makes no record.
    result(81, "Tổng vốn là 1.950 tỷ đồng (chưa bao gồm vốn nước ngoài).", "1.950 tỷ đồng | 1950 | about Tổng vốn"),
    result(82, "Tổng vốn là 2.310 tỷ đồng, bao gồm cả vốn kéo dài.", "2.310 tỷ đồng | 2310 | about Tổng vốn"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_status_words_say_whether_a_number_is_planned_or_reported(case: Case) -> None:
    assert lines_read(case) == case.expected
