"""The check `plan-percent`: a percentage of a plan against the plan, printed beside it or in another document."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import first_suggestion, plan, report, row, texts, worst_verdict

RESOLUTION = plan(
    "Trồng rừng mới 9.000 ha.",
    "Tổng thu ngân sách nhà nước trên địa bàn đạt 7.850 tỷ đồng.",
    "Lượng khách du lịch đạt 3.460 nghìn lượt.",
)


def against(resolution: str, sentence: str, **frame: str) -> dict[str, str]:
    """A report with one sentence beside a resolution."""
    return {"bao-cao.txt": report(sentence, **frame), "nghi-quyet.txt": resolution}


CASES = [
    # The plan is printed in the same sentence.
    row("plan in a bracket", "consistent", "Trồng rừng mới 2.250 ha, đạt 25,0% kế hoạch (kế hoạch 9.000 ha)."),
    row("plan in a bracket that misses", "inconsistent", "Trồng rừng mới 2.250 ha, đạt 26,0% kế hoạch (9.000 ha)."),
    row(
        "plan before the result",
        "consistent",
        "Vốn sự nghiệp: kế hoạch giao 1.200 tỷ đồng, thực hiện 900 tỷ đồng, đạt 75% kế hoạch.",
    ),
    row(
        "plan before the result that misses",
        "inconsistent",
        "Vốn sự nghiệp: kế hoạch giao 1.200 tỷ đồng, thực hiện 900 tỷ đồng, đạt 79% kế hoạch.",
    ),
    row("written ratio", "consistent", "Đã hoàn thành 45/60 công trình, đạt 75% kế hoạch."),
    row("written ratio that misses", "inconsistent", "Đã hoàn thành 45/60 công trình, đạt 57% kế hoạch."),
    row("written ratio, unit twice", "consistent", "Trồng rừng mới 2.250 ha/9.000 ha, đạt 25,0% kế hoạch."),
    row(
        "written ratio of numbers with dots",
        "inconsistent",
        "Trồng rừng mới 2.250/9.000 ha, đạt 52,0% kế hoạch.",
    ),
    row("above the plan", "consistent", "Trồng rừng mới 9.225 ha, vượt 2,5% kế hoạch (kế hoạch 9.000 ha)."),
    row("above the plan, missing", "inconsistent", "Trồng rừng mới 9.225 ha, vượt 5,5% kế hoạch (kế hoạch 9.000 ha)."),
    row("no plan at hand", "unknown", "Trồng rừng mới 2.250 ha, đạt 25,0% kế hoạch."),
    row("no percentage, no claim", "-", "Trồng rừng mới 2.250 ha."),
    # The plan stands in another document.
    texts("28,1% of 9.000", "consistent", against(RESOLUTION, "Trồng rừng mới 2.530 ha, bằng 28,1% kế hoạch.")),
    texts("digits swapped", "inconsistent", against(RESOLUTION, "Trồng rừng mới 2.530 ha, bằng 21,8% kế hoạch.")),
    texts(
        "a percentage rounded to a whole one",
        "consistent",
        against(RESOLUTION, "Lượng khách du lịch đạt 755.950 lượt, bằng 22% kế hoạch."),
    ),
    texts(
        "the same, as if it were 22,0",
        "inconsistent",
        against(RESOLUTION, "Lượng khách du lịch đạt 755.950 lượt, bằng 22,0% kế hoạch."),
    ),
    texts(
        "just below the rounding limit",
        "consistent",
        against(RESOLUTION, "Tổng thu ngân sách nhà nước trên địa bàn đạt 2.202,4 tỷ đồng, bằng 28,1% dự toán."),
    ),
    texts(
        "another unit of the same measure",
        "consistent",
        against(RESOLUTION, "Tổng thu ngân sách nhà nước trên địa bàn đạt 785.000 triệu đồng, bằng 10% dự toán."),
    ),
    texts(
        "another unit, missing by a thousand",
        "inconsistent",
        against(RESOLUTION, "Tổng thu ngân sách nhà nước trên địa bàn đạt 785.000 tỷ đồng, bằng 10% dự toán."),
    ),
    texts(
        "khoảng widens the result",
        "consistent",
        against(RESOLUTION, "Trồng rừng mới khoảng 2.500 ha, bằng 28,1% kế hoạch."),
    ),
    texts(
        "gần widens the percentage",
        "consistent",
        against(RESOLUTION, "Trồng rừng mới 2.530 ha, đạt gần 29% kế hoạch."),
    ),
    texts("trên is open above", "consistent", against(RESOLUTION, "Trồng rừng mới 2.530 ha, đạt trên 28% kế hoạch.")),
    texts(
        "trên is closed below", "inconsistent", against(RESOLUTION, "Trồng rừng mới 2.530 ha, đạt trên 60% kế hoạch.")
    ),
    # What must not be taken for the plan.
    texts(
        "a plan of another province",
        "unknown",
        against(RESOLUTION, "Trồng rừng mới 2.530 ha, bằng 21,8% kế hoạch.", place="Cao Bằng"),
    ),
    texts(
        "a plan of another year",
        "unknown",
        against(
            plan("Trồng rừng mới 9.000 ha.", time="năm 2023", day="10/12/2022"),
            "Trồng rừng mới 2.530 ha, bằng 21,8% kế hoạch.",
        ),
    ),
    texts(
        "a plan that the Government gave",
        "question",
        against(
            RESOLUTION,
            "Tổng thu ngân sách nhà nước trên địa bàn đạt 2.202,4 tỷ đồng, bằng 31,2% dự toán Trung ương giao.",
        ),
    ),
    texts(
        "a plan of the quarter",
        "unknown",
        against(RESOLUTION, "Trồng rừng mới 2.530 ha, bằng 95% kế hoạch quý I."),
    ),
    texts(
        "a plan of another measure",
        "unknown",
        against(RESOLUTION, "Thu nội địa đạt 2.202,4 tỷ đồng, bằng 40% dự toán."),
    ),
    # Several versions of a plan.
    texts(
        "one of two versions fits",
        "consistent",
        {
            "bao-cao.txt": report("Trồng rừng mới 2.530 ha, bằng 28,1% kế hoạch."),
            "a.txt": plan("Trồng rừng mới 9.000 ha."),
            "b.txt": plan("Trồng rừng mới 10.000 ha.", day="15/7/2022"),
        },
    ),
    texts(
        "none of two versions fits",
        "inconsistent",
        {
            "bao-cao.txt": report("Trồng rừng mới 2.530 ha, bằng 21,8% kế hoạch."),
            "a.txt": plan("Trồng rừng mới 9.000 ha."),
            "b.txt": plan("Trồng rừng mới 10.000 ha.", day="15/7/2022"),
        },
    ),
    row(
        "the plan follows at once",
        "consistent",
        "Trồng rừng mới được 47.215 ha, vượt 4,9% so với kế hoạch đề ra là 45.000 ha.",
    ),
    row(
        "the plan follows, missing",
        "inconsistent",
        "Trồng rừng mới được 47.215 ha, vượt 9,4% so với kế hoạch đề ra là 45.000 ha.",
    ),
    row(
        "the plan of another authority in the bracket",
        "unknown",
        "Thu ngân sách đạt 8.215,4 tỷ đồng, đạt 85,1% dự toán HĐND tỉnh giao, "
        "đạt 92,3% dự toán Trung ương giao (8.900 tỷ đồng).",
    ),
    row(
        "behind the last part, said of the total",
        "consistent",
        "Kim ngạch 1.215,7 triệu USD, gồm xuất khẩu 486,3 triệu USD, nhập khẩu 729,4 triệu USD, "
        "hoàn thành 51,7% so với kế hoạch năm là 2.350 triệu USD.",
    ),
    row(
        "behind the last part, of neither",
        "inconsistent",
        "Kim ngạch 1.215,7 triệu USD, gồm xuất khẩu 486,3 triệu USD, nhập khẩu 729,4 triệu USD, "
        "hoàn thành 57,1% so với kế hoạch năm là 2.350 triệu USD.",
    ),
]

SLIPS = [
    texts(
        "digits of the percentage swapped",
        ("21,8%", "28,1%", "swapped-digits"),
        against(RESOLUTION, "Trồng rừng mới 2.530 ha, bằng 21,8% kế hoạch."),
    ),
    texts(
        "the decimal mark of the percentage",
        ("2,81%", "28,1%", "decimal-mark"),
        against(RESOLUTION, "Trồng rừng mới 2.530 ha, bằng 2,81% kế hoạch."),
    ),
    texts(
        "the unit of the result",
        ("2.202,4 triệu đồng", "2.202,4 tỷ đồng", "unit"),
        against(RESOLUTION, "Tổng thu ngân sách nhà nước trên địa bàn đạt 2.202,4 triệu đồng, bằng 28,1% dự toán."),
    ),
    texts(
        "a digit lost in the result",
        ("202,4 tỷ đồng", "2.202,4 tỷ đồng", "lost-digit"),
        against(RESOLUTION, "Tổng thu ngân sách nhà nước trên địa bàn đạt 202,4 tỷ đồng, bằng 28,1% dự toán."),
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_the_result_over_the_plan_gives_the_printed_percentage(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("plan-percent", documents) == expected


@pytest.mark.parametrize(("expected", "documents"), SLIPS)
def test_the_number_that_was_mistyped_is_suggested_first(
    expected: tuple[str, str, str], documents: Mapping[str, str]
) -> None:
    assert first_suggestion("plan-percent", documents) == expected
