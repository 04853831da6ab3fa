from __future__ import annotations

from decimal import Decimal

import pytest

from tests.unit.verification.samples import between, printed
from tiendo.facts.quantity import Change
from tiendo.verification.numbers import bounds, significant_digits, with_value


@pytest.mark.parametrize(
    ("number", "stands_for"),
    [
        (printed("28,1%"), between("28.05", "28.15")),
        (printed("22%"), between("21.5", "22.5")),
        (printed("9 xã"), between(9, 9)),
        (printed("755.950 lượt"), between(755_950, 755_950)),
        (printed("3.460 nghìn lượt"), between(3_459_500, 3_460_500)),
        (printed("3.460 nghìn lượt", is_plan=True), between(3_460_000, 3_460_000)),
        (printed("9.000 ha", is_plan=True), between(90_000_000, 90_000_000)),
        (printed("10.984,2 tỷ đồng", is_plan=True), between(10_984_150_000_000, 10_984_250_000_000)),
        (printed("2.894,40 triệu đồng"), between(2_894_395_000, 2_894_405_000)),
        (printed("8,9%", change=Change.DECREASE), between("-8.95", "-8.85")),
        (printed("9%", low=Decimal(9), high=Decimal(10)), between("8.5", "10.5")),
        (printed("9%", low=Decimal(9), high=Decimal(10), is_plan=True), between(9, 10)),
        (printed("60%", high=None), between("59.5", None)),
        (printed("60%", low=None), between(0, "60.5")),
        (printed("60%", high=None, change=Change.DECREASE), between(None, "-59.5")),
    ],
    ids=lambda one: getattr(one, "text", ""),
)
def test_a_number_stands_for_what_it_can_have_been_rounded_from(number, stands_for):
    scale = 10_000 if number.base == "M2" else 1
    assert scale in (1, number.scale)
    assert number.interval == stands_for


def test_khoang_is_wider_than_the_number_alone_and_holds_it():
    plain, about = printed("150 triệu đồng"), printed("150 triệu đồng", approximate=True)
    assert about.interval.low <= plain.interval.low - 4_000_000
    assert plain.interval.high + 4_000_000 <= about.interval.high


@pytest.mark.parametrize(
    ("number", "is_count"),
    [
        (printed("9 xã"), True),
        (printed("755.950 lượt"), True),
        (printed("3.460 nghìn lượt"), False),
        (printed("9 xã", approximate=True), False),
        (printed("28,1%"), False),
    ],
    ids=lambda one: getattr(one, "text", ""),
)
def test_only_exact_things_are_counted_one_by_one(number, is_count):
    assert number.is_whole_count is is_count


def test_the_text_of_a_number_is_on_one_line():
    assert printed("9 xã").text == "9 xã"


@pytest.mark.parametrize(
    ("quote", "digits"), [("2.923 ha", 4), ("800 ha", 1), ("28,1%", 3), ("2.894,40 triệu đồng", 6)]
)
def test_the_digits_of_a_number_are_counted(quote, digits):
    assert significant_digits(printed(quote)) == digits


def test_another_value_takes_the_place_of_the_first_bound():
    point, span = printed("9%").figure.quantity, printed("9%", high=Decimal(10)).figure.quantity
    assert list(bounds(with_value(point, Decimal(8)))) == [8]
    assert list(bounds(with_value(span, Decimal(8)))) == [8, 10]
