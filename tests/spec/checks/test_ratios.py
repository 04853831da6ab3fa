"""The check `ratios`: shares and means with both terms printed, and rates that lie between those of the parts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import first_suggestion, plan, row, texts, worst_verdict

FIVE_YEARS = plan("Trồng rừng mới 45.500 ha, {}.", time="5 năm 2021 - 2025")

CASES = [
    # A share with both terms.
    row("written ratio", "consistent", "Đã giải quyết 49/58 đơn, đạt 84,5%."),
    row("written ratio that misses", "inconsistent", "Đã giải quyết 49/58 đơn, đạt 48,5%."),
    row("ratio in a bracket", "consistent", "Tỷ lệ giải quyết đạt 84,5% (49/58 đơn)."),
    row("ratio in a bracket that misses", "inconsistent", "Tỷ lệ giải quyết đạt 84,9% (49/58 đơn)."),
    row("total earlier in the sentence", "consistent", "Tiếp nhận 58 đơn, đã giải quyết 49 đơn, đạt 84,5%."),
    row("total earlier, missing", "inconsistent", "Tiếp nhận 58 đơn, đã giải quyết 49 đơn, đạt 48,5%."),
    row("total behind the share", "consistent", "Có 104 xã đạt chuẩn, đạt 57,5% trong tổng số 181 xã."),
    row("total behind the share, missing", "inconsistent", "Có 104 xã đạt chuẩn, đạt 75,5% trong tổng số 181 xã."),
    row("rounded to a whole percentage", "consistent", "Đã giải quyết 49/58 đơn, đạt 84%."),
    row("rounded the wrong way", "inconsistent", "Đã giải quyết 49/58 đơn, đạt 85%."),
    row("khoảng leaves room", "consistent", "Đã giải quyết 49/58 đơn, đạt khoảng 85%."),
    row("gần leaves room", "consistent", "Đã giải quyết 49/58 đơn, đạt gần 85%."),
    row("trên is open above", "consistent", "Đã giải quyết 49/58 đơn, đạt trên 80%."),
    row("trên is closed below", "inconsistent", "Đã giải quyết 49/58 đơn, đạt trên 90%."),
    # Not the share of what stands before it.
    row("a share of the plan", "-", "Tiếp nhận 58 đơn, đã giải quyết 49 đơn, đạt 98% kế hoạch."),
    row("a share of last year", "-", "Tiếp nhận 58 đơn, đã giải quyết 49 đơn, bằng 98% cùng kỳ."),
    row("a share of the demand", "-", "Nhập về 900 tấn giống, đã cấp 300 tấn, đạt 70% nhu cầu."),
    row("a share of something without a number", "-", "Đã giải quyết 49 đơn, đạt 84,5%."),
    # Shares of one whole in a list.
    row(
        "shares of a list, one whole",
        "consistent",
        "Có 200 hộ được hỗ trợ, trong đó hộ nghèo 120 hộ, chiếm 60%; hộ cận nghèo 50 hộ, chiếm 25%.",
    ),
    row(
        "shares of a list, one of them wrong",
        "inconsistent",
        "Có 200 hộ được hỗ trợ, trong đó hộ nghèo 120 hộ, chiếm 60%; hộ cận nghèo 50 hộ, chiếm 52%.",
    ),
    # Means.
    row("a mean", "consistent", "Cấp gạo cho 15.200 nhân khẩu của 4.000 hộ, bình quân 3,8 nhân khẩu/hộ."),
    row("a mean that misses", "inconsistent", "Cấp gạo cho 15.200 nhân khẩu của 4.000 hộ, bình quân 8,3 nhân khẩu/hộ."),
    # Totals between their parts.
    row(
        "a rate between those of its parts",
        "consistent",
        "Chỉ số sản xuất công nghiệp tăng 6,4%, gồm: khai khoáng tăng 3,2%, chế biến tăng 7,5%, điện tăng 9,9%.",
    ),
    row(
        "a rate above all its parts",
        "inconsistent",
        "Chỉ số sản xuất công nghiệp tăng 16,4%, gồm: khai khoáng tăng 3,2%, chế biến tăng 7,5%, điện tăng 9,9%.",
    ),
    row(
        "trong đó may leave out the part that explains it",
        "-",
        "Chỉ số sản xuất công nghiệp tăng 16,4%, trong đó khai khoáng tăng 3,2%, chế biến tăng 7,5%.",
    ),
    row(
        "a percentage of plan between those of the parts",
        "consistent",
        "Tổng thu đạt 1.000 tỷ đồng, đạt 30% dự toán, gồm: thu nội địa 400 tỷ đồng, đạt 25% dự toán; thu xuất nhập "
        "khẩu 600 tỷ đồng, đạt 34% dự toán.",
    ),
    row(
        "a percentage of plan above those of the parts",
        "inconsistent",
        "Tổng thu đạt 1.000 tỷ đồng, đạt 43% dự toán, gồm: thu nội địa 400 tỷ đồng, đạt 25% dự toán; thu xuất nhập "
        "khẩu 600 tỷ đồng, đạt 34% dự toán.",
    ),
    row(
        "a change between those of the parts",
        "consistent",
        "Tổng thu đạt 1.000 tỷ đồng, giảm 5,2% so với cùng kỳ, gồm: thu nội địa 400 tỷ đồng, giảm 20% so với cùng kỳ; "
        "thu xuất nhập khẩu 600 tỷ đồng, tăng 8% so với cùng kỳ.",
    ),
    row(
        "a change outside those of the parts",
        "inconsistent",
        "Tổng thu đạt 1.000 tỷ đồng, giảm 25,2% so với cùng kỳ, gồm: thu nội địa 400 tỷ đồng, giảm 20% so với cùng kỳ; "
        "thu xuất nhập khẩu 600 tỷ đồng, tăng 8% so với cùng kỳ.",
    ),
    # A mean over the years of a total.
    row(
        "a mean over printed years",
        "consistent",
        "Thu ngân sách 5 năm đạt 29.845 tỷ đồng, bình quân mỗi năm 5.969 tỷ đồng.",
    ),
    row(
        "a mean over years, missing",
        "inconsistent",
        "Thu ngân sách 5 năm đạt 29.845 tỷ đồng, bình quân mỗi năm 5.696 tỷ đồng.",
    ),
    texts("a mean over the span of the plan", "consistent", {"kh.txt": FIVE_YEARS.format("bình quân 9.100 ha/năm")}),
    texts("a mean over the span, missing", "inconsistent", {"kh.txt": FIVE_YEARS.format("bình quân 1.900 ha/năm")}),
    row("no span of years, no mean", "-", "Trồng rừng mới 45.500 ha, bình quân 9.100 ha/năm."),
    row(
        "people and members of households", "consistent", "Di dời 1.985 hộ với 7.344 nhân khẩu, bình quân 3,7 người/hộ."
    ),
    row(
        "people of households, missing", "inconsistent", "Di dời 1.985 hộ với 7.344 nhân khẩu, bình quân 7,3 người/hộ."
    ),
    # Parts and totals that the words name.
    row("a part named by trong đó", "inconsistent", "Toàn tỉnh có 181 xã, trong đó 56 xã đạt chuẩn, bằng 35,9%."),
    row(
        "of what is called a number",
        "consistent",
        "Tạm ứng ngân sách 60 tỷ đồng, đã chi 47,4 tỷ đồng, bằng 79% số tạm ứng.",
    ),
    row(
        "the count before the bracket, not the last one in it",
        "consistent",
        "Đã chấp thuận 14 dự án (9 dự án trong nước và 5 dự án FDI) với tổng vốn 2.793,0 tỷ đồng, "
        "bình quân 199,5 tỷ đồng/dự án.",
    ),
]

SLIPS = [
    row("digits of the share swapped", ("48,5%", "84,5%", "swapped-digits"), "Đã giải quyết 49/58 đơn, đạt 48,5%."),
    row(
        "digits of the mean swapped",
        ("8,3 nhân khẩu", "3,8 nhân khẩu", "swapped-digits"),
        "Cấp gạo cho 15.200 nhân khẩu của 4.000 hộ, bình quân 8,3 nhân khẩu/hộ.",
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_a_ratio_comes_out_as_printed(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("ratios", documents) == expected


@pytest.mark.parametrize(("expected", "documents"), SLIPS)
def test_the_number_that_was_mistyped_is_suggested_first(
    expected: tuple[str, str, str], documents: Mapping[str, str]
) -> None:
    assert first_suggestion("ratios", documents) == expected
