"""The rule of printed numbers: dots group, a comma begins the decimals; English is the mirror image."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.text.numbers import NumberStyle, format_number, is_ambiguous, parse_number

NO_NUMBER = None
#   token         Vietnamese      English         mixed           two readings?
READINGS = [
    ("7", "7", "7", "7", False),
    ("01", "1", "1", "1", False),
    ("2022", "2022", "2022", "2022", False),
    ("64,7", "64.7", NO_NUMBER, "64.7", False),
    ("64.7", NO_NUMBER, "64.7", "64.7", False),
    ("2,0", "2.0", NO_NUMBER, "2.0", False),
    ("1.000", "1000", "1.000", "1000", True),
    ("1,000", "1.000", "1000", "1.000", True),
    ("12.480", "12480", "12.480", "12480", True),
    ("1.234.567", "1234567", NO_NUMBER, "1234567", False),
    ("1,234,567", NO_NUMBER, "1234567", "1234567", False),
    ("3.215,46", "3215.46", NO_NUMBER, "3215.46", False),
    ("3,215.46", NO_NUMBER, "3215.46", "3215.46", False),
    ("557,480", "557.480", "557480", "557.480", True),
    ("0,125", "0.125", NO_NUMBER, "0.125", False),
    ("0.125", NO_NUMBER, "0.125", "0.125", False),
    ("1250,125", "1250.125", NO_NUMBER, "1250.125", False),
    ("1.2345", NO_NUMBER, "1.2345", "1.2345", False),
    ("12.34.567", NO_NUMBER, NO_NUMBER, NO_NUMBER, False),
    ("1,2,3", NO_NUMBER, NO_NUMBER, NO_NUMBER, False),
    ("14.9.2020", NO_NUMBER, NO_NUMBER, NO_NUMBER, False),
    ("", NO_NUMBER, NO_NUMBER, NO_NUMBER, False),
]


@pytest.mark.parametrize(("token", "vietnamese", "english", "mixed", "ambiguous"), READINGS)
def test_a_token_reads_as_its_style_says(
    token: str, vietnamese: str | None, english: str | None, mixed: str | None, ambiguous: bool
) -> None:
    expected = {NumberStyle.VIETNAMESE: vietnamese, NumberStyle.ENGLISH: english, NumberStyle.MIXED: mixed}
    for style, value in expected.items():
        if value is NO_NUMBER:
            with pytest.raises(ValueError, match="is no number"):
                parse_number(token, style)
        else:
            assert str(parse_number(token, style)) == value
    assert is_ambiguous(token) is ambiguous


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        ("2202.4", None, "2.202,4"),
        ("7", None, "7"),
        ("2.0", None, "2,0"),
        ("1234567", None, "1.234.567"),
        ("-8.9", None, "-8,9"),
        ("28.05", 1, "28,1"),
        ("28.049", 1, "28,0"),
        ("999.5", 0, "1.000"),
    ],
)
def test_numbers_are_printed_the_vietnamese_way(value: str, places: int | None, printed: str) -> None:
    assert format_number(Decimal(value), places) == printed
