from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.verification.samples import printed
from tiendo.facts.findings import Slip
from tiendo.facts.quantity import Change
from tiendo.verification.slips import is_one_slip_away, likely_text, variants


def likely(number, slip):
    """How the number can have been meant, by one kind of slip."""
    return {likely_text(number, variant) for variant in variants(number) if variant.slip is slip}


@pytest.mark.parametrize(
    ("number", "slip", "meant"),
    [
        (printed("21,8%"), Slip.SWAPPED_DIGITS, "28,1%"),
        (printed("1.789,4 tỷ đồng"), Slip.SWAPPED_DIGITS, "1.798,4 tỷ đồng"),
        (printed("1.789,4 tỷ đồng"), Slip.SWAPPED_DIGITS, "1.489,7 tỷ đồng"),
        (printed("8,9%", change=Change.DECREASE), Slip.SIGN, "tăng 8,9%"),
        (printed("8,9%", change=Change.INCREASE), Slip.SIGN, "giảm 8,9%"),
        (printed("2,81%"), Slip.DECIMAL_MARK, "28,1%"),
        (printed("281%"), Slip.DECIMAL_MARK, "28,1%"),
        (printed("2.202,4 triệu đồng"), Slip.UNIT, "2.202,4 tỷ đồng"),
        (printed("2.202,4 tỷ đồng"), Slip.UNIT, "2.202,4 triệu đồng"),
        (printed("252,5 tỷ đồng"), Slip.LOST_DIGIT, "2.252,5 tỷ đồng"),
        (printed("2.223,4 tỷ đồng"), Slip.DOUBLED_DIGIT, "223,4 tỷ đồng"),
        (printed("2.530 ha"), Slip.DOUBLED_DIGIT, "253 ha"),
        (printed("28,1%"), Slip.LOST_DIGIT, "28,15%"),
        (printed("28,1%"), Slip.WRONG_DIGIT, "28,7%"),
        (printed("9 xã"), Slip.WRONG_DIGIT, "8 xã"),
        (printed("9 xã"), Slip.LOST_DIGIT, "19 xã"),
    ],
    ids=lambda one: getattr(one, "text", str(one)),
)
def test_a_number_can_have_been_mistyped_in_this_way(number, slip, meant):
    assert meant in likely(number, slip)


@pytest.mark.parametrize(
    ("number", "slip"),
    [
        (printed("28,1%"), Slip.SIGN),
        (printed("9 xã"), Slip.UNIT),
        (printed("9 xã"), Slip.SWAPPED_DIGITS),
        (printed("22%"), Slip.SWAPPED_DIGITS),
        (printed("9 xã"), Slip.DOUBLED_DIGIT),
    ],
    ids=lambda one: getattr(one, "text", str(one)),
)
def test_a_number_cannot_have_been_mistyped_in_this_way(number, slip):
    assert likely(number, slip) == set()


def test_no_number_was_meant_as_zero():
    assert all(variant.interval.high is None or variant.interval.high > 0 for variant in variants(printed("1 xã")))


def test_a_count_stays_exact_and_a_rounded_number_keeps_its_rounding():
    assert all(variant.interval.is_exact for variant in variants(printed("12 xã")))
    (meant,) = (one for one in variants(printed("21,8%")) if likely_text(printed("21,8%"), one) == "28,1%")
    assert meant.interval == printed("28,1%").interval


def test_a_whole_plan_figure_stays_exact():
    plan = printed("9.000 ha", is_plan=True)
    swapped = [one for one in variants(plan) if one.slip is Slip.SWAPPED_DIGITS]
    assert swapped
    assert all(one.interval.is_exact for one in swapped)


def test_a_range_never_turns_around():
    span = printed("20%", high=Decimal(25))
    assert all(one.interval.low <= one.interval.high for one in variants(span))


def test_neighbours_swapped_are_likelier_than_digits_far_apart_and_those_than_nothing():
    number = printed("1.789,4 tỷ đồng")
    costs = {likely_text(number, one): one.cost for one in variants(number) if one.slip is Slip.SWAPPED_DIGITS}
    assert costs["1.798,4 tỷ đồng"] < costs["1.489,7 tỷ đồng"]


def test_a_swap_is_likelier_than_any_other_wrong_digit():
    number = printed("21,8%")
    swapped, others = [], []
    for one in variants(number):
        (swapped if one.slip is Slip.SWAPPED_DIGITS else others).append(one.cost)
    assert min(swapped) < min(others)


def test_a_number_too_long_to_try_has_no_slips():
    assert list(variants(printed("1234567890123456 lượt"))) == []


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [
        ("612,4 tỷ đồng", "621,4 tỷ đồng", True),
        ("612,4 tỷ đồng", "6.124 tỷ đồng", True),
        ("612,4 tỷ đồng", "87 tỷ đồng", False),
        ("612,4 tỷ đồng", "621,4 triệu đồng", False),
        ("612,4 tỷ đồng", "621,5 tỷ đồng", False),
    ],
)
def test_two_prints_are_one_slip_apart_or_not(one, other, away):
    assert is_one_slip_away(printed(one), printed(other)) is away
    assert is_one_slip_away(printed(other), printed(one)) is away


DIGITS = st.text("123456789", min_size=2, max_size=6)


@given(DIGITS, st.data())
def test_every_swap_of_two_neighbours_is_found(digits, data):
    at = data.draw(st.integers(0, len(digits) - 2))
    typed = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if typed != digits:
        assert f"{digits} xã" in likely(printed(f"{typed} xã"), Slip.SWAPPED_DIGITS)


@given(DIGITS, st.data())
def test_every_digit_lost_doubled_or_wrong_is_found(digits, data):
    at = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from("123456789".replace(digits[at], "")))
    meant = _value(digits)
    lost = digits[:at] + digits[at + 1 :]
    doubled = digits[:at] + digits[at] + digits[at:]
    wrong = digits[:at] + other + digits[at + 1 :]
    assert meant in _values(lost, Slip.LOST_DIGIT)
    assert meant in _values(doubled, Slip.DOUBLED_DIGIT)
    assert meant in _values(wrong, Slip.WRONG_DIGIT)


def _value(digits: str) -> int:
    return int(digits)


def _values(digits: str, slip: Slip) -> set[int]:
    return {int(one.interval.low) for one in variants(printed(f"{digits} xã")) if one.slip is slip}
