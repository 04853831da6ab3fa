"""language.md 7.11: what a number takes over from its sentence, its list and its heading.

Rules 6 to 9 (better when smaller, tolerance, sums, rounded shares) are those of assessment and verification.
"""

from __future__ import annotations

import pytest

from tests.spec.reading import Case, lines_read, plan, read, result

CASES = [
    # 1. The base of the nearest member before it …
    result(
        "1", "Thu nội địa đạt 90 tỷ đồng, tăng 4% so với cùng kỳ; thu hải quan đạt 70 tỷ đồng, giảm 3%.",
        "90 tỷ đồng | yoy 4", "70 tỷ đồng | yoy -3",
    ),
    # … also where it stands once, at the end of the list.
    result(
        "1", "Thu nội địa tăng 4%, thu hải quan giảm 3% so với cùng kỳ.",
        "4% | increase | yoy 4", "3% | decrease | yoy -3",
    ),
    # Another base is inherited like it.
    result(
        "1", "Dư nợ đạt 90 tỷ đồng, tăng 4% so với tháng trước; huy động vốn đạt 70 tỷ đồng, giảm 3%.",
        "90 tỷ đồng | no yoy", "4% | increase | no yoy", "70 tỷ đồng | no yoy", "3% | decrease | no yoy",
    ),
    # Without any base nothing is claimed about the year before.
    result("1", "Giá trị sản xuất công nghiệp tăng 4%.", "4% | increase | no yoy"),
    # Behind a percentage of a plan the change keeps its own base.
    result(
        "1", "Thu ngân sách đạt 75 tỷ đồng, bằng 61% dự toán và tăng 15% so với cùng kỳ.",
        "75 tỷ đồng | plan 61 | yoy 15",
    ),
    # Of two changes each has its own base; that on the year before belongs to the value.
    result(
        "1", "Doanh thu đạt 75 tỷ đồng, tăng 2% so với tháng trước và tăng 14% so với cùng kỳ.",
        "75 tỷ đồng | yoy 14", "2% | increase | no yoy | about Doanh thu",
    ),
    result(
        "1", "Giá tiêu dùng tăng 2% so với tháng trước và tăng 14% so với cùng kỳ.",
        "2% | increase | no yoy", "14% | increase | yoy 14 | about Giá tiêu dùng",
    ),
    # 3. "ước" in a quarter's section is the quarter's value.
    result("3", "Thu ngân sách ước đạt 75 tỷ đồng.", "75 tỷ đồng | estimated | in 2024-Q1", period="2024-Q1"),
    # 4. "kế hoạch" and "dự toán" alone are the year's.
    result(
        "4", "Thu ngân sách đạt 75 tỷ đồng, đạt 25% dự toán.",
        "75 tỷ đồng | plan 25 | in 2024-Q1", period="2024-Q1",
    ),
    # 5. After a semicolon a new noun takes the old verb.
    result(
        "5", "Khám được 900 lượt; điều trị nội trú 120 lượt.",
        "900 lượt | about Khám", "120 lượt | about điều trị nội trú",
    ),
    # The estimate reaches the parts of its sentence, not the next sentence.
    result(
        "estimate", "Tổng thu ước đạt 90 tỷ đồng, trong đó thu nội địa 60 tỷ đồng. Thu hải quan đạt 30 tỷ đồng.",
        "90 tỷ đồng | estimated", "60 tỷ đồng | estimated", "30 tỷ đồng | not estimated",
    ),
    # 10. Result and target of different years in one sentence.
    plan(
        "10", "Tỷ lệ che phủ rừng năm 2020 đã đạt 55%, phấn đấu đến năm 2030 đạt 60%.",
        "55% | observation | in 2020", "60% | target | in ../2030",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_a_list_leaves_out_is_inherited(case: Case) -> None:
    assert lines_read(case) == case.expected


HEADINGS = [
    ("I. KẾT QUẢ THỰC HIỆN QUÝ II/2024", "2024-Q2", "Observation"),
    ("I. MỤC TIÊU ĐẾN NĂM 2030", "../2030", "Target"),
    ("I. CHỈ TIÊU GIAI ĐOẠN 2021 - 2025", "2021/2025", "Target"),
    ("I. TÌNH HÌNH 9 THÁNG NĂM 2023", "2023-M09", "Observation"),
    # The first telling word decides: the results of objectives are results.
    ("I. KẾT QUẢ THỰC HIỆN MỤC TIÊU NĂM 2022", "2022", "Observation"),
]


@pytest.mark.parametrize(("heading", "period", "kind"), HEADINGS, ids=[period for _, period, _ in HEADINGS])
def test_period_and_kind_come_from_the_heading(heading: str, period: str, kind: str) -> None:
    (record,) = read(f"{heading}\nTỷ lệ che phủ rừng đạt 55%.\n", "2020")

    assert (str(record.period), type(record).__name__) == (period, kind)


def test_the_nearest_heading_decides() -> None:
    text = (
        "I. KẾT QUẢ NĂM 2023\n1. Kinh tế\nThu ngân sách đạt 75 tỷ đồng.\n"
        "II. MỤC TIÊU NĂM 2025\n1. Kinh tế\nThu ngân sách đạt 90 tỷ đồng.\n"
    )

    found = [(record.quote, str(record.period), type(record).__name__) for record in read(text, None)]

    assert found == [("75 tỷ đồng", "2023", "Observation"), ("90 tỷ đồng", "2025", "Target")]


def test_principles_and_conditions_hold_no_facts() -> None:
    text = "I. NGUYÊN TẮC\nMức hỗ trợ không quá 50% tổng vốn.\nII. MỤC TIÊU\nTỷ lệ hộ nghèo còn 5%.\n"

    assert [record.quote for record in read(text, "2025")] == ["5%"]
