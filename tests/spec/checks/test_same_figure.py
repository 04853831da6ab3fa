"""The check `same-figure`: one measure, period and place has one value."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import audit, first_suggestion, plan, report, row, texts, worst_verdict


def two_plans(first: str, second: str, **frame: str) -> dict[str, str]:
    """Two resolutions on one year, the second of the summer."""
    return {"a.txt": plan(first), "b.txt": plan(second, **({"day": "15/7/2022"} | frame))}


CASES = [
    # In one document.
    row("said twice", "consistent", "Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa đạt 612,4 tỷ đồng."),
    row(
        "said twice in two units", "consistent", "Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa đạt 612.400 triệu đồng."
    ),
    row("said twice, once rounded", "consistent", "Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa đạt 612 tỷ đồng."),
    row("digits swapped", "inconsistent", "Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa đạt 621,4 tỷ đồng."),
    row(
        "a wholly different number is of something else",
        "-",
        "Thu nội địa đạt 612,4 tỷ đồng.",
        "Thu nội địa đạt 87 tỷ đồng.",
    ),
    texts(
        "the same number in the other direction",
        "inconsistent",
        {
            "kh.txt": plan(
                "Kim ngạch xuất khẩu hàng địa phương bình quân hằng năm tăng 8 - 9%.",
                "Kim ngạch xuất khẩu hàng địa phương bình quân hằng năm giảm 8 - 9%.",
            )
        },
    ),
    row(
        "khoảng says that it is not exact", "-", "Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa đạt khoảng 621 tỷ đồng."
    ),
    row("trên is open", "-", "Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa đạt trên 600 tỷ đồng."),
    row("an estimate and the value", "-", "Thu nội địa ước đạt 621,4 tỷ đồng.", "Thu nội địa đạt 612,4 tỷ đồng."),
    row(
        "last year's value beside it",
        "-",
        "Thu nội địa đạt 621,4 tỷ đồng (cùng kỳ 612,4 tỷ đồng).",
    ),
    row(
        "two periods",
        "-",
        "Thu nội địa tháng 1 năm 2022 đạt 612,4 tỷ đồng.",
        "Thu nội địa tháng 2 năm 2022 đạt 621,4 tỷ đồng.",
    ),
    row("a change and a level", "-", "Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa tăng 621,4 tỷ đồng."),
    # In two documents.
    texts("two plans agree", "consistent", two_plans("Trồng rừng mới 9.000 ha.", "Trồng rừng mới 9.000 ha.")),
    texts("two plans differ", "question", two_plans("Trồng rừng mới 9.000 ha.", "Trồng rừng mới 9.500 ha.")),
    texts(
        "of two provinces",
        "-",
        two_plans("Trồng rừng mới 9.000 ha.", "Trồng rừng mới 9.500 ha.", place="Cao Bằng"),
    ),
    texts(
        "of two years",
        "-",
        two_plans("Trồng rừng mới 9.000 ha.", "Trồng rừng mới 9.500 ha.", time="năm 2023"),
    ),
    texts(
        "a target and a result",
        "-",
        {
            "a.txt": plan("Trồng rừng mới 9.000 ha."),
            "b.txt": report("Trồng rừng mới 9.500 ha.", time="năm 2022", day="30/12/2022"),
        },
    ),
    texts(
        "two ranges that overlap",
        "consistent",
        two_plans("Tốc độ tăng trưởng GRDP đạt 7 - 8%.", "Tốc độ tăng trưởng GRDP đạt 7,5 - 8%."),
    ),
    texts(
        "two ranges apart",
        "question",
        two_plans("Tốc độ tăng trưởng GRDP đạt 7 - 7,5%.", "Tốc độ tăng trưởng GRDP đạt 8 - 8,5%."),
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_one_figure_has_one_value(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("same-figure", documents) == expected


def test_the_slip_between_two_prints_of_a_figure_is_named() -> None:
    documents = {"a.txt": report("Thu nội địa đạt 612,4 tỷ đồng.", "Thu nội địa đạt 621,4 tỷ đồng.")}
    assert first_suggestion("same-figure", documents) == ("621,4 tỷ đồng", "612,4 tỷ đồng", "swapped-digits")


def test_of_two_documents_the_later_one_is_named() -> None:
    documents = two_plans("Trồng rừng mới 9.000 ha.", "Trồng rừng mới 9.500 ha.")
    documents["b.txt"] = documents["b.txt"].replace("NGHỊ QUYẾT", "QUYẾT ĐỊNH")
    (finding,) = (finding for finding in audit(documents) if finding.check == "same-figure")
    assert "The later one: Quyết định." in finding.message.en
