from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.verification.samples import between, fall, term
from tiendo.facts.intervals import Interval
from tiendo.facts.quantity import Change
from tiendo.verification.expressions import Between, Constant, Minus, Over, Sum, Term, before_change, percent_of


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (term("28,1%"), between("28.05", "28.15")),
        (term("9 xã"), between(9, 9)),
        (term("12%", added=100, change=Change.INCREASE), between("111.5", "112.5")),
        (fall("8,9%"), between("91.05", "91.15")),
        (term("7 vụ", change=Change.DECREASE), between(-7, -7)),
        (Constant(Fraction(100), "100%"), between(100, 100)),
        (Sum((term("230 triệu USD"), term("570 triệu USD", 50))), between(799_000_000, 801_000_000)),
        (Minus(term("9 xã"), term("4 xã", 50)), between(5, 5)),
        (Over(term("9 xã"), term("3 xã", 50)), between(3, 3)),
        (percent_of(term("49 vụ"), term("50 vụ", 50)), between(98, 98)),
        (before_change(term("110 vụ"), term("110%", 50)), between("22000/221", "22000/219")),
        (Between((term("3,15%"), term("9,97%", 50))), between("3.145", "9.975")),
    ],
)
def test_a_formula_gives_the_interval_of_all_results(expression, value):
    assert expression.value() == value


@pytest.mark.parametrize(
    ("expression", "formula"),
    [
        (term("28,1%"), "28,1%"),
        (term("7 vụ", change=Change.DECREASE), "−7 vụ"),
        (fall("8,9%"), "100% − 8,9%"),
        (term("12%", added=100, change=Change.INCREASE), "100% + 12%"),
        (Sum((term("9 xã"), term("4 xã", 50))), "9 xã + 4 xã"),
        (Minus(term("9 xã"), term("4 xã", 50)), "9 xã − 4 xã"),
        (Minus(term("9 xã"), Sum((term("4 xã", 50), term("3 xã", 60)))), "9 xã − (4 xã + 3 xã)"),
        pytest.param(
            Minus(term("12 vụ"), term("5 vụ", 50, change=Change.DECREASE)),
            "12 vụ − (−5 vụ)",
        ),
        (percent_of(term("9 xã"), term("12 xã", 50)), "9 xã / 12 xã × 100%"),
        (Over(term("9 xã"), term("12 xã", 50), 10_000), "9 xã / 12 xã × 10.000"),
        (before_change(term("75 vụ"), fall("5,7%", 50)), "75 vụ / (100% − 5,7%) × 100%"),
        (Between((term("3,15%"), term("9,97%", 50))), "[3,15% … 9,97%]"),
    ],
)
def test_a_formula_reads_as_it_would_be_written_by_hand(expression, formula):
    assert expression.formula() == formula


def test_a_formula_lists_its_printed_numbers_in_their_order():
    expression = Minus(Sum((term("9 xã", 0), term("4 xã", 50))), Over(term("3 xã", 90), Constant(Fraction(2), "2")))
    assert [number.text for number in expression.numbers()] == ["9 xã", "4 xã", "3 xã"]


def test_an_edit_replaces_one_printed_number_and_leaves_the_others():
    first, second = term("9 xã"), term("4 xã", 50)
    assert Sum((first, second)).value({first.number.key: Interval.exactly(90)}) == between(94, 94)


def test_an_edit_of_a_change_still_counts_from_a_hundred():
    rise = term("12%", added=100, change=Change.INCREASE)
    assert rise.value({rise.number.key: Interval.exactly(21)}) == between(121, 121)


def test_the_same_digits_at_another_place_are_another_number():
    assert term("9 xã", 0).number.key != term("9 xã", 50).number.key
    assert term("9 xã").number.key != term("9 xã", document="b.txt").number.key


NUMBERS = st.integers(1, 9_999).map(lambda value: f"{value} triệu USD")


@given(NUMBERS, NUMBERS, NUMBERS, st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_wider_number_never_gives_a_narrower_result(one, two, three, less, more):
    first, second, third = term(one), term(two, 50), term(three, 90)
    wider = Interval(_low(first) - less, _high(first) + more)
    parts = (first, second)
    for expression in (
        Sum(parts), Minus(first, second), Minus(second, first), Over(first, second), Over(second, first),
        percent_of(first, Sum((second, third))), Between((first, second, third)),
    ):  # fmt: skip
        assert _holds(expression.value({first.number.key: wider}), expression.value())


def _low(one: Term) -> Fraction:
    assert one.number.interval.low is not None
    return one.number.interval.low


def _high(one: Term) -> Fraction:
    assert one.number.interval.high is not None
    return one.number.interval.high


def _holds(outer: Interval, inner: Interval) -> bool:
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high
