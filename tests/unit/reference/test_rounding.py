from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.reference.rounding import is_count, last_place, printed
from tiendo.reference.units import read_unit
from tiendo.text.numbers import parse_number

# As a document prints them: number, unit, what they can have been rounded from.
NUMBERS = [
    ("28,1", "%", "28.05", "28.15"),
    ("22", "%", "21.5", "22.5"),
    ("22,0", "%", "21.95", "22.05"),
    ("3,15", "%", "3.145", "3.155"),
    ("9", "xã", "9", "9"),
    ("89", "doanh nghiệp", "89", "89"),
    ("755.950", "lượt", "755950", "755950"),
    ("755.950", "lượt khách", "755950", "755950"),
    ("3.460", "nghìn lượt", "3459.5", "3460.5"),
    ("2.894,40", "triệu đồng", "2894.395", "2894.405"),
    ("2.923,36", "triệu đồng", "2923.355", "2923.365"),
    ("277", "tỷ đồng", "276.5", "277.5"),
    ("1.600", "tỷ đồng", "1599.5", "1600.5"),
    ("10.984,2", "tỷ đồng", "10984.15", "10984.25"),
    ("2.530", "ha", "2529.5", "2530.5"),
    ("800", "triệu USD", "799.5", "800.5"),
    ("170", "triệu cây", "169.5", "170.5"),
    ("233.580", "kg", "233579.5", "233580.5"),
]

ABOUT = [
    # The last digit that is not zero gives way: half of its place at least.
    ("150", "triệu đồng", "145", "155"),
    ("2.600", "tỷ đồng", "2550", "2650"),
    ("28,1", "%", "28.05", "28.15"),
    ("500", "hộ", "450", "550"),
]


@pytest.mark.parametrize(("number", "unit", "low", "high"), NUMBERS)
def test_a_printed_number_stands_for_all_that_round_to_its_digits(number, unit, low, high):
    interval = printed(parse_number(number), read_unit(unit))
    assert (interval.low, interval.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(("number", "unit", "low", "high"), ABOUT)
def test_khoang_gives_way_by_the_last_digit_that_is_not_zero(number, unit, low, high):
    interval = printed(parse_number(number), read_unit(unit), approximate=True)
    assert interval.low <= Fraction(low)
    assert interval.high >= Fraction(high)
    assert interval.width <= 2 * (Fraction(high) - Fraction(low))


@pytest.mark.parametrize(
    ("unit", "counted"),
    [
        ("xã", True),
        ("doanh nghiệp", True),
        ("lượt", True),
        ("lượt khách", True),
        ("nghìn lượt", False),
        ("triệu cây", False),
        ("%", False),
        ("ha", False),
        ("đồng", False),
        ("tỷ đồng", False),
        ("tấn", False),
        ("USD", False),
    ],
)
def test_whole_things_are_counted_and_all_else_is_measured(unit, counted):
    assert is_count(read_unit(unit)) is counted


@pytest.mark.parametrize(("value", "place"), [("28.1", -1), ("277", 0), ("2894.40", -2), ("1.5E+2", 1)])
def test_the_last_place_of_a_number_is_known(value, place):
    assert last_place(Decimal(value)) == place


@given(st.decimals(0, 100_000, places=2), st.sampled_from(["%", "ha", "tỷ đồng", "xã"]))
def test_a_number_stands_for_itself_and_khoang_for_no_less(value, unit):
    exact, about = (printed(value, read_unit(unit), approximate=approximate) for approximate in (False, True))
    assert exact.low <= Fraction(value) <= exact.high
    assert about.low <= exact.low
    assert exact.high <= about.high
