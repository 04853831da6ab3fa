"""The check `currencies`: one value in two kinds of money gives an exchange rate."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.spec.checks.audit import first_suggestion, row, worst_verdict

CASES = [
    row("a possible rate", "consistent", "Dự án có vốn 230 tỷ đồng (tương đương 10 triệu USD)."),
    row("a rate ten times too high", "question", "Dự án có vốn 2.300 tỷ đồng (tương đương 10 triệu USD)."),
    row("a rate a thousand times too low", "question", "Dự án có vốn 230 triệu đồng (tương đương 10 triệu USD)."),
    row("yuan", "consistent", "Dự án có vốn 35 tỷ đồng (khoảng 10 triệu nhân dân tệ)."),
    row("yuan at the rate of the dollar", "question", "Dự án có vốn 230 tỷ đồng (khoảng 10 triệu nhân dân tệ)."),
    row(
        "two rates that agree",
        "consistent",
        "Dự án thứ nhất có vốn 230 tỷ đồng (tương đương 10 triệu USD). "
        "Dự án thứ hai có vốn 460 tỷ đồng (tương đương 20 triệu USD).",
    ),
    row(
        "two rates that differ",
        "question",
        "Dự án thứ nhất có vốn 230 tỷ đồng (tương đương 10,0 triệu USD). "
        "Dự án thứ hai có vốn 640 tỷ đồng (tương đương 20,0 triệu USD).",
    ),
    row(
        "two rates that agree within rounding",
        "consistent",
        "Dự án thứ nhất có vốn 230 tỷ đồng (tương đương 10 triệu USD). "
        "Dự án thứ hai có vốn 470 tỷ đồng (tương đương 20 triệu USD).",
    ),
    row(
        "khoảng leaves room",
        "consistent",
        "Dự án thứ nhất có vốn 230 tỷ đồng (khoảng 10 triệu USD). "
        "Dự án thứ hai có vốn 50 tỷ đồng (khoảng 2 triệu USD).",
    ),
    row("two values of two things", "-", "Thu nội địa đạt 230 tỷ đồng; xuất khẩu đạt 500 triệu USD."),
    row("one kind of money", "-", "Dự án có vốn 230 tỷ đồng (tăng 20 tỷ đồng)."),
    row(
        "the rate is printed, the amount further off",
        "consistent",
        "GRDP bình quân đầu người 66,1 triệu đồng, gấp 1,5 lần năm 2015, "
        "tương đương 2.754 USD (tỷ giá 24.000 đồng/USD).",
    ),
]

SLIPS = [
    row(
        "a wrong unit",
        ("10 nghìn USD", "10 triệu USD", "unit"),
        "Dự án có vốn 230 tỷ đồng (tương đương 10 nghìn USD).",
    ),
    row(
        "a mark in the wrong place",
        ("2.300 tỷ đồng", "230,0 tỷ đồng", "decimal-mark"),
        "Dự án có vốn 2.300 tỷ đồng (tương đương 10 triệu USD).",
    ),
]


@pytest.mark.parametrize(("expected", "documents"), CASES)
def test_two_kinds_of_money_give_a_rate_that_can_be(expected: str, documents: Mapping[str, str]) -> None:
    assert worst_verdict("currencies", documents) == expected


@pytest.mark.parametrize(("expected", "documents"), SLIPS)
def test_the_number_that_was_mistyped_is_suggested(
    expected: tuple[str, str, str], documents: Mapping[str, str]
) -> None:
    assert first_suggestion("currencies", documents) == expected
