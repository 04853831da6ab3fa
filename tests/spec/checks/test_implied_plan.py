"""The check `implied-plan`: a value over its percentage of plan is a plan, and plans have to fit each other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import first_suggestion, plan, report, row, texts, worst_verdict

# 600 / 25% = 2.400 and 1.600 / 32% = 5.000 make 7.400, and 2.200 / 29,7% is about that.
TOTAL = (
    "Tổng thu ngân sách nhà nước trên địa bàn đạt 2.200 tỷ đồng, đạt {whole}% dự toán, gồm: thu nội địa 600 tỷ đồng, "
    "đạt {inland}% dự toán; thu từ hoạt động xuất nhập khẩu 1.600 tỷ đồng, đạt {border}% dự toán."
)
# 420 / 16,8% = 2.500 and 413 / 16,5% = 2.503: one plan.
TWO_SHARES = (
    "Giá trị khối lượng thực hiện vốn đầu tư công đạt 420 tỷ đồng, bằng {done}% kế hoạch; giải ngân vốn đầu tư công "
    "đạt 413 tỷ đồng, bằng {paid}% kế hoạch."
)

CASES = [
    # The plans of the parts make the plan of the whole.
    row("parts and whole", "consistent", TOTAL.format(whole="29,7", inland="25,0", border="32,0")),
    row("a part's percentage is wrong", "inconsistent", TOTAL.format(whole="29,7", inland="52,0", border="32,0")),
    row("the whole's percentage is wrong", "inconsistent", TOTAL.format(whole="27,9", inland="25,0", border="32,0")),
    row("whole percentages are rounded", "consistent", TOTAL.format(whole="30", inland="25", border="32")),
    texts(
        "the parts against the target of the whole",
        "inconsistent",
        {
            "bao-cao.txt": report(TOTAL.format(whole="29,7", inland="25,0", border="32,0")),
            "nghi-quyet.txt": plan("Tổng thu ngân sách nhà nước trên địa bàn đạt 9.900 tỷ đồng."),
        },
    ),
    texts(
        "the parts agree with the target of the whole",
        "consistent",
        {
            "bao-cao.txt": report(TOTAL.format(whole="29,7", inland="25,0", border="32,0")),
            "nghi-quyet.txt": plan("Tổng thu ngân sách nhà nước trên địa bàn đạt 7.400 tỷ đồng."),
        },
    ),
    row(
        "a part without a percentage: the others do not exceed the whole",
        "consistent",
        "Tổng thu ngân sách nhà nước trên địa bàn đạt 2.200 tỷ đồng, đạt 20,0% dự toán, gồm: thu nội địa 600 tỷ đồng, "
        "đạt 25,0% dự toán; thu từ hoạt động xuất nhập khẩu 1.500 tỷ đồng, đạt 32,0% dự toán; viện trợ 100 tỷ đồng.",
    ),
    row(
        "a part without a percentage: the others are already too much",
        "inconsistent",
        "Tổng thu ngân sách nhà nước trên địa bàn đạt 2.200 tỷ đồng, đạt 40,0% dự toán, gồm: thu nội địa 600 tỷ đồng, "
        "đạt 25,0% dự toán; thu từ hoạt động xuất nhập khẩu 1.500 tỷ đồng, đạt 32,0% dự toán; viện trợ 100 tỷ đồng.",
    ),
    row(
        "trong đó leaves parts out",
        "-",
        "Tổng chi đạt 900 tỷ đồng, đạt 30% dự toán, trong đó chi thường xuyên 300 tỷ đồng, đạt 10% dự toán.",
    ),
    # Two percentages of one plan.
    row("work done and money paid out", "consistent", TWO_SHARES.format(done="16,8", paid="16,5")),
    row("work done and money paid out of two plans", "inconsistent", TWO_SHARES.format(done="16,8", paid="15,6")),
    # The plan of a count is a whole number.
    row("89 of 500 enterprises", "consistent", "Thành lập mới 89 doanh nghiệp, đạt 17,8% kế hoạch."),
    row("no whole number of communes gives it", "inconsistent", "Có 7 xã về đích, đạt 55,5% kế hoạch."),
    row("a rounded percentage leaves room", "consistent", "Có 7 xã về đích, đạt 54% kế hoạch."),
    row("money is no count", "-", "Chi sự nghiệp đạt 7 tỷ đồng, đạt 55,5% kế hoạch."),
    row("khoảng leaves room", "-", "Có khoảng 7 xã về đích, đạt 55,5% kế hoạch."),
]

SLIPS = [
    row(
        "digits of a part's percentage swapped",
        ("52,0%", "25,0%", "swapped-digits"),
        TOTAL.format(whole="29,7", inland="52,0", border="32,0"),
    ),
    row(
        "digits of one of two percentages swapped",
        ("15,6%", "16,5%", "swapped-digits"),
        TWO_SHARES.format(done="16,8", paid="15,6"),
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_plans_that_percentages_imply_fit_each_other(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("implied-plan", documents) == expected


@pytest.mark.parametrize(("expected", "documents"), SLIPS)
def test_the_number_that_was_mistyped_is_suggested_first(
    expected: tuple[str, str, str], documents: Mapping[str, str]
) -> None:
    assert first_suggestion("implied-plan", documents) == expected
