"""Finding printed numbers, and telling the style of a document from them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.numbers import NUMBER, NumberStyle, detect_style, format_number, parse_number


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("thu 12.480,5 tỷ đồng, tăng 7%", ["12.480,5", "7"]),
        ("diện tích 58.939,7ha", ["58.939,7"]),
        ("03 dự án, 261/411 thửa", ["03", "261", "411"]),
        ("857,5km2, F0, COVID19", ["857,5"]),
        ("từ 7-7,5%.", ["7", "7,5"]),
        ("1,2,3", ["1,2,3"]),
        ("không có số nào", []),
    ],
)
def test_numbers_are_found_outside_words(text: str, tokens: list[str]) -> None:
    assert [match[0] for match in NUMBER.finditer(text)] == tokens


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Thu 1.234.567 đồng, đạt 12,5%.", NumberStyle.VIETNAMESE),
        ("Thu 1,234,567 đồng, đạt 12.5%.", NumberStyle.ENGLISH),
        ("Thu 1.234.567 đồng, đạt 12.5%.", NumberStyle.MIXED),
        ("Diện tích 1.000 ha và 1,000 ha.", NumberStyle.VIETNAMESE),
        ("Không có số liệu.", NumberStyle.VIETNAMESE),
        ("2.1. Công nghiệp\n  2.2 Dịch vụ\nNgày 14.9.2020, mục 2.1, bảng 3.5, tháng 9.2020", NumberStyle.VIETNAMESE),
        ("Phụ lục 1,2 và số 1,5/QĐ\nĐạt 12.5% và 1,250.5 ha", NumberStyle.ENGLISH),
    ],
)
def test_the_style_rests_on_numbers_that_read_one_way(text: str, style: NumberStyle) -> None:
    assert detect_style(text).style is style


def test_the_report_counts_its_evidence() -> None:
    report = detect_style("Đạt 12,5% và 1.200,5 ha; chi 1.000 đồng, 2,000 đồng; 3.5%.")

    assert (report.vietnamese, report.english, report.ambiguous) == (2, 1, 2)
    assert report.style is NumberStyle.MIXED


def test_a_single_slip_does_not_change_the_style_of_a_document() -> None:
    assert detect_style("đạt 12,5%; " * 20 + "đạt 12.5%").style is NumberStyle.VIETNAMESE


@given(st.decimals(min_value=0, max_value=10**15, places=3))
def test_a_printed_number_is_read_as_itself(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value
