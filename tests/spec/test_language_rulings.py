"""The rulings of the fact contract on hard quantities, one sentence or more each."""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, read, result

CASES = [
    # "từ A lên B": A is an observation, B has the kind of the sentence.
    plan(
        "from to", "Giảm tỷ lệ hộ nghèo từ 6% xuống còn 4%.",
        "6% | observation | about tỷ lệ hộ nghèo", "4% | target | level | about tỷ lệ hộ nghèo",
    ),
    # "tương đương giảm C" is a record of its own.
    plan(
        "equivalent change", "Tỷ lệ hộ nghèo còn 4%, tương đương giảm 1.200 hộ.",
        "4% | level", "1.200 hộ | 1200 | decrease",
    ),
    # "bổ sung N" is an increase, like "thêm N".
    plan("added", "Bổ sung 12 biên chế cho cấp xã.", "12 biên chế | 12 | increase"),
    # Norms, support levels, points, terms of days and conditions are no facts.
    plan("support", "Hỗ trợ 50 triệu đồng/hộ cho hộ nghèo sửa nhà."),
    plan("points", "Tiêu chí giải ngân được 10 điểm."),
    plan("term", "Trả kết quả trong 05 ngày làm việc."),
    plan("term", "Thời gian thực hiện dự án là 36 tháng."),
    plan(
        "condition", "Khen thưởng các dự án có tỷ lệ giải ngân đạt trên 95%.",
    ),
    # A total that the plan itself sets is a target.
    plan("total", "Tổng kinh phí hỗ trợ là 120 tỷ đồng.", "120 tỷ đồng | target | about Tổng kinh phí hỗ trợ"),
    # A bracket that repeats the number in words is no record.
    plan("in words", "Tổng kinh phí là 12 tỷ đồng (mười hai tỷ đồng).", "12 tỷ đồng | 12"),
    # A comparison value is a record of its own, within the measure that is compared.
    result(
        "compared", "Tỷ lệ giải ngân đạt 61% (bình quân cả nước 54%).",
        "61% | about Tỷ lệ giải ngân", "54% | about bình quân cả nước | within Tỷ lệ giải ngân",
    ),
    # A share of a plan that is compared repeats the percentage of the plan.
    result(
        "compared plan", "Giải ngân đạt 61% kế hoạch (bình quân cả nước 54%).",
        "61% | plan 61 | about Giải ngân", "54% | plan 54 | within Giải ngân",
    ),
    # "khoảng trên" opens a side and is approximate.
    plan("about more than", "Quy mô kinh tế đạt khoảng trên 500 tỷ đồng.", "500 tỷ đồng | 500.. | approximate"),
    # Of a share of the product, the product encloses, and the subject is who contributes.
    plan("share of GDP", "Kinh tế số đóng góp 20% GRDP.", "20% | about Kinh tế số | within GRDP"),
    plan("share of GDP", "Kinh tế số chiếm khoảng 20% GRDP.", "20% | about Kinh tế số | within GRDP"),
    # A yearly denominator makes a value annual.
    result("per year", "Công suất nhà máy đạt 2 triệu m3/năm.", "2 triệu m3 | 2 | M3+6 | per năm | annual"),
    # The subject of "100%" is the clause that is to hold, without its purpose.
    plan(
        "all", "100% hồ sơ được giải quyết trực tuyến nhằm phục vụ người dân.",
        "100% | about hồ sơ được giải quyết trực tuyến",
    ),
    plan("all", "Bảo đảm 100% thôn có điện.", "100% | about thôn có điện"),
    plan("purpose", "Đầu tư lưới điện để 100% thôn có điện.", "100% | target | about thôn có điện"),
    # "thêm" holds for a whole list, and no further than its semicolon.
    plan(
        "more", "Có thêm 3 xã đạt chuẩn, 2 trường đạt chuẩn; có 40 trạm y tế.",
        "3 xã | increase", "2 trường | increase", "40 trạm y tế | level",
    ),
    # The level of a growth rate is a level.
    plan("growth rate", "Tốc độ tăng trưởng kinh tế đạt 7%.", "7% | level | about Tốc độ tăng trưởng kinh tế"),
    # A change alone is the record, and repeats itself as a change on the year before.
    result("only the change", "Khai khoáng tăng 4,9% so với cùng kỳ.", "4,9% | increase | yoy 4.9 | about Khai khoáng"),
    result("index", "Thu nội địa đạt 60 tỷ đồng, bằng 91,1% so với cùng kỳ.", "60 tỷ đồng | yoy -8.9"),
    result("multiple", "Lượng khách đạt 60 nghìn lượt, gấp 2 lần so với cùng kỳ.", "60 nghìn lượt | yoy 100"),
    # A ratio keeps its denominator.
    result("ratio", "Đã cấp giấy cho 26/41 thửa đất.", "26/41 thửa đất | 26 | of 41"),
    # "cả 3 tiêu chí", "5 trụ cột": a fixed set named by its number.
    plan("fixed set", "Cải thiện cả 3 tiêu chí và 5 trụ cột."),
    # One noun in brackets behind "gồm" stands within its total.
    result(
        "parts", "Toàn tỉnh có 20 hồ chứa, gồm 5 hồ lớn và 15 hồ nhỏ.",
        "20 hồ chứa | within nothing", "5 hồ | within hồ chứa", "15 hồ | within hồ chứa",
    ),
    # The estimate reaches verbless clauses.
    result(
        "estimate", "Sản lượng ước đạt 90 tấn; doanh thu 12 tỷ đồng.",
        "90 tấn | estimated", "12 tỷ đồng | estimated | about doanh thu",
    ),
    # A verb of change with a noun of its own behind the percentage is about that noun.
    plan(
        "own noun", "Giảm 50% thời gian giải quyết thủ tục, cắt giảm ít nhất 30% chi phí tuân thủ.",
        "50% | decrease | about thời gian giải quyết thủ tục", "30% | 30.. | decrease | about chi phí tuân thủ",
    ),
    plan("each year", "Số doanh nghiệp tăng 10%/năm trở lên.", "10% | 10.. | annual"),
    plan("each year", "Mỗi năm đào tạo 5.000 - 6.000 lao động.", "5.000 - 6.000 lao động | annual | per năm"),
    # A share without a name is the share of the value before it.
    result(
        "share of a total", "Toàn tỉnh có 18 trường đạt chuẩn, chiếm 60% tổng số trường.",
        "18 trường | about trường đạt chuẩn", "60% | about trường đạt chuẩn | within tổng số trường",
    ),
    # What the share is a share of is no name for the next number.
    result(
        "share of people", "Tỷ lệ bảo hiểm y tế đạt 94% dân số, vượt 2% kế hoạch.",
        "94% | plan 102 | about Tỷ lệ bảo hiểm y tế",
    ),
    # Casualties are told by their verb; each change belongs to its own.
    result(
        "casualties",
        "Xảy ra 12 vụ tai nạn, làm chết 8 người, bị thương 6 người;"
        " so với cùng kỳ giảm 3 vụ, giảm 2 người chết, tăng 1 người bị thương.",
        "12 vụ | yoy by -3", "8 người | yoy by -2", "6 người | yoy by 1",
    ),
    # Two values of one verb before one horizon.
    plan(
        "horizon behind", "Tỷ lệ che phủ rừng đạt 60% vào năm 2030.", "60% | about Tỷ lệ che phủ rừng | in 2030",
    ),
    plan(
        "two horizons", "Tỷ lệ đô thị hóa đến năm 2025 đạt 25%, đến năm 2030 đạt 35%.",
        "25% | in ../2025 | about Tỷ lệ đô thị hóa", "35% | in ../2030 | about Tỷ lệ đô thị hóa",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_hard_case_follows_its_ruling(case: Case) -> None:
    assert lines_read(case) == case.expected


def test_a_value_restated_in_a_heading_gets_a_record_of_its_own() -> None:
    text = "I. MỤC TIÊU\n1. Trồng mới 900 ha rừng\nPhấn đấu trồng mới 900 ha rừng phòng hộ.\n"

    assert [record.quote for record in read(text, "2025")] == ["900 ha", "900 ha"]
