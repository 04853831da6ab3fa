"""The check `year-on-year`: a value and its change give the value of the year before."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import first_suggestion, report, row, texts, worst_verdict

# 2022: 240 + 560 = 800; 2021: 240 / 0,75 = 320 and 560 / 1,12 = 500 make 820, and 800 / 820 is a fall of 2,4%.
TOTAL = (
    "Tổng kim ngạch xuất nhập khẩu đạt 800 triệu USD, giảm {whole}% so với cùng kỳ, gồm: xuất khẩu 240 triệu USD, "
    "giảm 25% so với cùng kỳ; nhập khẩu 560 triệu USD, {inward}% so với cùng kỳ."
)
LAST_YEAR = {"time": "quý I năm 2021", "day": "05/4/2021"}


def two_years(this_year: str, last_year: str, **frame: str) -> dict[str, str]:
    """Reports on one quarter of two years."""
    return {"2022.txt": report(this_year), "2021.txt": report(last_year, **(LAST_YEAR | frame))}


CASES = [
    # The value of the year before is printed.
    row(
        "base in a bracket", "consistent", "Thu nội địa đạt 660 tỷ đồng, tăng 10% so với cùng kỳ (cùng kỳ 600 tỷ đồng)."
    ),
    row(
        "base in a bracket that misses",
        "inconsistent",
        "Thu nội địa đạt 660 tỷ đồng, tăng 20% so với cùng kỳ (cùng kỳ 600 tỷ đồng).",
    ),
    row("a fall", "consistent", "Chi sự nghiệp đạt 540 tỷ đồng, giảm 10% so với cùng kỳ (cùng kỳ 600 tỷ đồng)."),
    row(
        "a fall printed as a rise",
        "inconsistent",
        "Chi sự nghiệp đạt 540 tỷ đồng, tăng 10% so với cùng kỳ (cùng kỳ 600 tỷ đồng).",
    ),
    row("an amount", "consistent", "Xảy ra 18 vụ cháy, giảm 4 vụ so với cùng kỳ (cùng kỳ 22 vụ)."),
    row("an amount that misses", "inconsistent", "Xảy ra 18 vụ cháy, giảm 6 vụ so với cùng kỳ (cùng kỳ 22 vụ)."),
    row("so many times as much", "consistent", "Thu phí đạt 90 tỷ đồng, gấp 3 lần cùng kỳ (cùng kỳ 30 tỷ đồng)."),
    row(
        "so many times as much, missing",
        "inconsistent",
        "Thu phí đạt 90 tỷ đồng, gấp 5 lần cùng kỳ (cùng kỳ 30 tỷ đồng).",
    ),
    row("tăng 2 lần, as much", "consistent", "Thu phí đạt 60 tỷ đồng, tăng 2 lần so với cùng kỳ (cùng kỳ 30 tỷ đồng)."),
    row("tăng 2 lần, more", "consistent", "Thu phí đạt 90 tỷ đồng, tăng 2 lần so với cùng kỳ (cùng kỳ 30 tỷ đồng)."),
    # One change in two ways.
    row("amount and percentage", "consistent", "Xảy ra 18 vụ cháy, giảm 6 vụ (giảm 25%) so với cùng kỳ."),
    row("amount and percentage that miss", "inconsistent", "Xảy ra 18 vụ cháy, giảm 6 vụ (giảm 52%) so với cùng kỳ."),
    # A count of the year before is a whole number.
    row("135 after a rise of 45% was 93", "consistent", "Có 135 doanh nghiệp tạm ngừng, tăng 45% so với cùng kỳ."),
    row("no whole number gives it", "inconsistent", "Có 12 doanh nghiệp tạm ngừng, tăng 45,2% so với cùng kỳ."),
    row("money is no count", "-", "Thu phí đạt 12 tỷ đồng, tăng 45,2% so với cùng kỳ."),
    row("khoảng leaves room", "-", "Có khoảng 12 doanh nghiệp tạm ngừng, tăng 45,2% so với cùng kỳ."),
    # Totals and parts.
    row("the parts' bases make the total's", "consistent", TOTAL.format(whole="2,4", inward="tăng 12")),
    row(
        "a part behind the total's change is no base",
        "consistent",
        "Tổng kim ngạch xuất nhập khẩu đạt 800 triệu USD, giảm 2,4% so với cùng kỳ, gồm: xuất khẩu đạt 240 triệu USD, "
        "giảm 25% so với cùng kỳ; nhập khẩu đạt 560 triệu USD, tăng 12% so với cùng kỳ.",
    ),
    row("a part's sign is wrong", "inconsistent", TOTAL.format(whole="2,4", inward="giảm 12")),
    row("the total's change is wrong", "inconsistent", TOTAL.format(whole="12,4", inward="tăng 12")),
    # The report of the year before.
    texts(
        "the report of the year before agrees",
        "consistent",
        two_years("Thu nội địa đạt 660 tỷ đồng, tăng 10% so với cùng kỳ.", "Thu nội địa đạt 600 tỷ đồng."),
    ),
    texts(
        "the report of the year before does not agree",
        "inconsistent",
        two_years("Thu nội địa đạt 660 tỷ đồng, tăng 20% so với cùng kỳ.", "Thu nội địa đạt 600 tỷ đồng."),
    ),
    texts(
        "an estimate may have been revised",
        "question",
        two_years("Thu nội địa đạt 660 tỷ đồng, tăng 20% so với cùng kỳ.", "Thu nội địa ước đạt 600 tỷ đồng."),
    ),
    texts(
        "the report of another province",
        "-",
        two_years(
            "Thu nội địa đạt 660 tỷ đồng, tăng 20% so với cùng kỳ.", "Thu nội địa đạt 600 tỷ đồng.", place="Cao Bằng"
        ),
    ),
    texts(
        "the report on another quarter",
        "-",
        two_years(
            "Thu nội địa đạt 660 tỷ đồng, tăng 20% so với cùng kỳ.",
            "Thu nội địa đạt 600 tỷ đồng.",
            time="quý II năm 2021",
            day="05/7/2021",
        ),
    ),
    # What is not last year's value.
    row(
        "a plan in a bracket is no base",
        "-",
        "Thu nội địa đạt 660 tỷ đồng, tăng 20% so với cùng kỳ (kế hoạch 600 tỷ đồng).",
    ),
    row("khoảng widens the base", "consistent", "Thu nội địa đạt 660 tỷ đồng, tăng 12% (cùng kỳ khoảng 600 tỷ đồng)."),
    # The unit, the base or the value stands elsewhere.
    row("a change without its unit", "consistent", "Đã xử phạt 387 tổ chức, tăng 18 (4,9%)."),
    row("a change without its unit, missing", "inconsistent", "Đã xử phạt 387 tổ chức, tăng 18 (9,4%)."),
    row(
        "the base in front of the change",
        "consistent",
        "Tiếp 1.718 lượt với 2.105 người; so với năm 2021 giảm 146 lượt, tương đương 7,8%.",
    ),
    row(
        "the base in front, missing",
        "inconsistent",
        "Tiếp 1.718 lượt với 2.105 người; so với năm 2021 giảm 146 lượt, tương đương 8,7%.",
    ),
    row(
        "the value before in a bracket",
        "consistent",
        "Tỷ lệ giải quyết 87,5% (năm 2021 đạt 82,6%), tăng 4,9 điểm phần trăm.",
    ),
    row(
        "the value before in a bracket, missing",
        "inconsistent",
        "Tỷ lệ giải quyết 87,5% (năm 2021 đạt 82,6%), tăng 9,4 điểm phần trăm.",
    ),
    row(
        "behind the last part, said of the total",
        "consistent",
        "Đã đón 3.186,0 nghìn lượt khách, trong đó khách quốc tế 58,6 nghìn lượt, khách nội địa 3.127,4 nghìn lượt, "
        "gấp 1,20 lần năm 2021 (2.655,0 nghìn lượt).",
    ),
]

SLIPS = [
    row(
        "a rise printed as a fall",
        ("10%", "tăng 10%", "sign"),
        "Thu nội địa đạt 660 tỷ đồng, giảm 10% so với cùng kỳ (cùng kỳ 600 tỷ đồng).",
    ),
    row(
        "digits of the change swapped",
        ("52%", "25%", "swapped-digits"),
        "Xảy ra 18 vụ cháy, giảm 6 vụ (giảm 52%) so với cùng kỳ.",
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_a_value_and_its_change_give_the_value_before(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("year-on-year", documents) == expected


@pytest.mark.parametrize(("expected", "documents"), SLIPS)
def test_the_number_that_was_mistyped_is_suggested_first(
    expected: tuple[str, str, str], documents: Mapping[str, str]
) -> None:
    assert first_suggestion("year-on-year", documents) == expected
