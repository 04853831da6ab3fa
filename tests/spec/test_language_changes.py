"""language.md 7.6: change over time, patterns 117 to 144."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, result

CASES = [
    result(117, "Sản lượng than tăng 4,2% so với cùng kỳ.", "4,2% | increase | yoy 4.2 | about Sản lượng than"),
    result(117, "Sản lượng than giảm 4,2% so với cùng kỳ năm trước.", "4,2% | decrease | yoy -4.2"),
    result(117, "Sản lượng than đạt 9.400 tấn, giảm 4,2% so với cùng kỳ.", "9.400 tấn | level | yoy -4.2"),
    result(118, "Sản lượng than tăng 4,2% so với cùng kỳ năm 2023.", "4,2% | increase | yoy 4.2"),
    # The same period of another year than the one before is another base.
    result(118, "Sản lượng than tăng 4,2% so với cùng kỳ năm 2019.", "4,2% | increase | no yoy"),
    result(119, "Chỉ số giá tiêu dùng giảm 0,3% so với tháng trước.", "0,3% | decrease | no yoy"),
    result(120, "Chỉ số giá tiêu dùng tăng 2,1% so với tháng 12/2023.", "2,1% | increase | no yoy"),
    result(121, "Dư nợ cho vay tăng 1,4% so với 31/12/2023.", "1,4% | increase | no yoy | about Dư nợ cho vay"),
    result(121, "Dư nợ cho vay tăng 1,4% so với đầu năm.", "1,4% | increase | no yoy"),
    result(121, "Dư nợ cho vay tăng 1,4% so với cuối năm 2023.", "1,4% | increase | no yoy | in 2024"),
    result(122, "Theo giá so sánh 2010, tổng sản phẩm trên địa bàn tăng 6%.", "6% | increase | no yoy"),
    # More than planned is 102,5% of the plan.
    result(123, "Thu nội địa tăng 2,5% so với kế hoạch.", "2,5% | 2.5 | increase | plan 102.5 | no yoy"),
    result(
        124, "Xuất khẩu đạt 210 triệu USD, tăng 3% so với cùng kỳ; nhập khẩu đạt 90 triệu USD, giảm 8%.",
        "210 triệu USD | yoy 3 | about Xuất khẩu", "90 triệu USD | yoy -8 | about nhập khẩu",
    ),
    result(125, "Lượng khách đạt 52.000 lượt, gấp 2,4 lần cùng kỳ.", "52.000 lượt | yoy 140"),
    # Multiples in words hold no printed number.
    result(126, "Sản lượng tăng gấp đôi, doanh thu gấp rưỡi năm 2020."),
    # "tăng 3 lần": three times as much, or three times more? As printed, and compared with no year before.
    result(127, "Doanh thu du lịch tăng 3 lần so với năm 2020.", "3 lần | 3 | LAN | increase | no yoy"),
    result(128, "Số vụ cháy giảm một nửa, số người bị thương giảm 1/3."),
    result(
        129, "Có 40 doanh nghiệp thành lập mới, giảm 5 doanh nghiệp so với cùng kỳ.",
        "40 doanh nghiệp | yoy by -5 | no yoy",
    ),
    result(
        130, "Xảy ra 134 vụ va chạm giao thông, tăng 12 vụ (tăng 9,8%) so với cùng kỳ.",
        "134 vụ | yoy by 12 | yoy 9.8",
    ),
    result(131, "Tỷ lệ giải ngân đạt 62%, tăng 1,8 điểm phần trăm so với cùng kỳ.", "62% | yoy by 1.8 | no yoy"),
    result(131, "Chỉ số hài lòng tăng 1,8 điểm phần trăm.", "1,8 điểm phần trăm | 1.8 | PP | increase"),
    result(131, "Chỉ số hài lòng tăng 1,8 điểm %.", "1,8 điểm % | 1.8 | PP | increase"),
    plan(132, "Tỷ lệ hộ nghèo giảm 2,5%/năm.", "2,5% | decrease | annual | about Tỷ lệ hộ nghèo", period="2021/2025"),
    plan(
        133, "Nâng tỷ lệ lao động qua đào tạo từ 45% lên 52%.",
        "45% | observation | level", "52% | target | level | about tỷ lệ lao động qua đào tạo",
    ),
    result(
        134, "Số xã đạt chuẩn tăng từ 12 xã năm 2020 lên 31 xã năm 2023.",
        "12 xã | level | in 2020", "31 xã | level | in 2023",
    ),
    plan(135, "Tăng thêm 15 trường đạt chuẩn quốc gia.", "15 trường | increase"),
    plan(136, "Có thêm 9 sản phẩm đạt chuẩn OCOP.", "9 sản phẩm | increase | about sản phẩm đạt chuẩn OCOP"),
    # "thêm" holds for the whole list.
    plan(136, "Có thêm 9 sản phẩm đạt chuẩn OCOP, 2 làng nghề.", "9 sản phẩm | increase", "2 làng nghề | increase"),
    plan(
        137, "Có thêm 15 trường đạt chuẩn, nâng tổng số lên 205 trường.", "15 trường | increase", "205 trường | level",
    ),
    result(138, "Chỉ số sản xuất công nghiệp bằng 106,4% so với cùng kỳ.", "106,4% | 106.4 | level | yoy 6.4"),
    # Ranks, their changes, and scores are no facts.
    result(139, "Chỉ số chuyển đổi số tăng 3 bậc, chỉ số hành chính công tụt 6 bậc."),
    result(140, "Chỉ số năng lực cạnh tranh xếp thứ 21/63 tỉnh, thành phố."),
    result(141, "Chỉ số hành chính công đạt 43,8 điểm, tăng 0,25 điểm."),
    result(142, "Số vụ cháy tương đương cùng kỳ, giá cả ổn định."),
    # A negative growth is printed with its sign in words.
    result(143, "Khu vực công nghiệp tăng trưởng âm 1,2%.", "1,2% | 1.2 | decrease"),
    # One record for the fixed set of three: the text gives no names.
    plan(144, "Tai nạn giao thông giảm cả 3 tiêu chí, từ 6% trở lên.", "6% | 6.. | decrease"),
    plan(144, "Giảm tai nạn giao thông cả 3 tiêu chí từ 6% trở lên.", "6% | 6.. | decrease"),
    # "gấp" says how many times as much, whatever verb stands before it.
    result(125, "Khách quốc tế đạt 310 nghìn lượt, tăng gấp 3 lần so với cùng kỳ.", "310 nghìn lượt | yoy 200"),
    # The base of an index may stand before it, or at one member of its list.
    result(138, "Diện tích sắn đạt 640 ha, so với cùng kỳ bằng 88%.", "640 ha | yoy -12 | about Diện tích sắn"),
    result(
        138, "Ngô đạt 410 ha, bằng 97,5%; lạc đạt 120 ha, bằng 104% so với cùng kỳ.", "410 ha | yoy -2.5",
        "120 ha | yoy 4",
    ),
    result(
        123, "Diện tích chè đạt 350 ha, giảm 2,5% kế hoạch và tăng 4% so với cùng kỳ.", "350 ha | plan 97.5 | yoy 4",
    ),
    result(
        123, "Năng suất ngô đạt 48 tạ/ha, so kế hoạch giảm 2 tạ/ha.", "48 tạ | per ha",
        "2 tạ | decrease | about Năng suất ngô",
    ),
    # A bracket behind a change says it again in the unit of the value; behind a plan it speaks of the plan.
    result(
        130, "Diện tích đậu tương đạt 900 ha, giảm 10% (100 ha) so với cùng kỳ.", "900 ha | yoy -10 | yoy by -100",
    ),
    result(
        130, "Diện tích mía đạt 820 ha, đạt 102,5% kế hoạch (tăng 20 ha), tăng 3% so với cùng kỳ.",
        "820 ha | plan 102.5 | yoy 3 | no yoy by", "20 ha | increase",
    ),
    result(
        130, "Giải quyết việc làm cho 4.100 lượt người, tăng 300 người so với cùng kỳ.",
        "4.100 lượt người | yoy by 300",
    ),
    result(
        134, "Giảm đáng kể tỷ lệ lao động nông nghiệp từ 57% (năm 2019) xuống còn 41% (năm 2024).",
        "57% | level | in 2019 | about tỷ lệ lao động nông nghiệp", "41% | level | in 2024",
    ),
    result(
        129, "Có 42 cơ sở, tổng vốn 90 tỷ đồng, tăng 5% về số cơ sở so với cùng kỳ.", "42 cơ sở | yoy 5",
        "90 tỷ đồng | no yoy",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_change_keeps_its_direction_and_its_base(case: Case) -> None:
    assert lines_read(case) == case.expected
