"""The check `sanity`: shares over a hundred percent, falls by more than all, jumps by a power of ten."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import plan, report, row, texts, worst_verdict


def two_years(first: str, second: str, **frame: str) -> dict[str, str]:
    """Reports on the first quarters of 2021 and 2022."""
    return {
        "2021.txt": report(first, time="quý I năm 2021", day="05/4/2021"),
        "2022.txt": report(second, **frame),
    }


CASES = [
    # Shares. What keeps the bound is not worth a word.
    row("a share", "-", "Tỷ lệ che phủ rừng đạt 63,5%."),
    row("a share of all", "-", "Tỷ lệ che phủ rừng đạt 100%."),
    row("a known share above all", "inconsistent", "Tỷ lệ che phủ rừng đạt 163,5%."),
    row("a share by its name only", "question", "Tỷ lệ hòa giải thành ở cơ sở đạt 185%."),
    row("trên keeps the bound", "-", "Tỷ lệ che phủ rừng đạt trên 63%."),
    row("trên breaks the bound", "inconsistent", "Tỷ lệ che phủ rừng đạt trên 163%."),
    row("a percentage of the plan may exceed it", "-", "Tổng thu ngân sách đạt 2.200 tỷ đồng, đạt 128% dự toán."),
    row("a plan by its name", "-", "Tỷ lệ hoàn thành kế hoạch thu đạt 128%."),
    row("growth may exceed it", "-", "Tốc độ tăng kim ngạch đạt 128%."),
    row("last year's share as an index", "-", "Tổng thu ngân sách đạt 2.200 tỷ đồng, bằng 128% so với cùng kỳ."),
    # Falls.
    row("a fall", "-", "Thu nội địa đạt 600 tỷ đồng, giảm 21,5% so với cùng kỳ."),
    row("a fall by more than all", "inconsistent", "Thu nội địa đạt 600 tỷ đồng, giảm 215% so với cùng kỳ."),
    row("a rise by more than all", "-", "Thu nội địa đạt 600 tỷ đồng, tăng 215% so với cùng kỳ."),
    # Jumps from document to document.
    texts("a like value", "-", two_years("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 640 tỷ đồng.")),
    texts("ten times as much", "question", two_years("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 6.400 tỷ đồng.")),
    texts(
        "a thousandth",
        "question",
        two_years("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 640 triệu đồng."),
    ),
    texts("four times as much", "-", two_years("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 2.400 tỷ đồng.")),
    texts(
        "ten times as much in another province",
        "-",
        two_years("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 6.400 tỷ đồng.", place="Cao Bằng"),
    ),
    texts(
        "a year against a quarter",
        "-",
        two_years("Thu nội địa đạt 600 tỷ đồng.", "Thu nội địa đạt 6.400 tỷ đồng.", time="năm 2022", day="30/12/2022"),
    ),
    texts(
        "a target against a result",
        "-",
        {
            "a.txt": plan("Thu nội địa đạt 6.400 tỷ đồng."),
            "b.txt": report("Thu nội địa đạt 640 tỷ đồng.", time="năm 2022", day="30/12/2022"),
        },
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_a_value_that_cannot_be_is_found(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("sanity", documents) == expected
