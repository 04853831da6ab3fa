from __future__ import annotations

from fractions import Fraction
from operator import add, mul, sub, truediv

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tiendo.facts.intervals import Interval


def interval(low: object, high: object) -> Interval:
    """An interval of two numbers as text or `None`."""
    return Interval(*(None if end is None else Fraction(str(end)) for end in (low, high)))


ENDS = st.none() | st.fractions(-1000, 1000, max_denominator=100)
CLOSED = st.tuples(*[st.fractions(-1000, 1000, max_denominator=100)] * 2).map(lambda ends: Interval(*sorted(ends)))
OPEN = st.tuples(ENDS, ENDS).map(
    lambda ends: Interval(*(ends if None in ends or ends[0] <= ends[1] else (ends[1], ends[0])))
)
ANY = CLOSED | OPEN
STEPS = st.fractions(0, 1000, max_denominator=100)


def member(data: st.DataObject, one: Interval) -> Fraction:
    """Some value inside."""
    low = one.low if one.low is not None else (one.high if one.high is not None else Fraction(0)) - 500
    high = one.high if one.high is not None else low + 500
    return low + (high - low) * data.draw(st.fractions(0, 1, max_denominator=20))


def holds(one: Interval, value: Fraction) -> bool:
    """Whether a value lies inside."""
    return (one.low is None or one.low <= value) and (one.high is None or value <= one.high)


def holds_all_of(outer: Interval, inner: Interval) -> bool:
    """Whether every value of one lies in the other."""
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def widened(one: Interval, below: Fraction | None, above: Fraction | None) -> Interval:
    """The interval with more room on both sides; `None` opens a side."""
    return Interval(
        None if one.low is None or below is None else one.low - below,
        None if one.high is None or above is None else one.high + above,
    )


# --- one by one ---


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (interval("28.05", "28.15") + interval(1, 2), interval("29.05", "30.15")),
        (interval(1, 2) - interval(5, 7), interval(-6, -3)),
        (-interval(1, 2), interval(-2, -1)),
        (interval(-2, 3) * interval(4, 5), interval(-10, 15)),
        (interval(-3, -2) * interval(-5, -4), interval(8, 15)),
        (interval(4, 6) / interval(2, 3), interval("4/3", 3)),
        (interval(4, 6) / interval(-3, -2), interval(-3, "-4/3")),
        (interval(1, None) + interval(1, 2), interval(2, None)),
        (interval(1, None) * interval(2, 3), interval(2, None)),
        (-interval(1, None), interval(None, -1)),
        (interval(1, 2).scaled(Fraction(-3)), interval(-6, -3)),
        (Interval.total([interval(1, 2), interval(3, 4), interval(5, 6)]), interval(9, 12)),
        (Interval.total([]), interval(0, 0)),
        (Interval.hull([interval(3, 4), interval(1, 2)]), interval(1, 4)),
        (Interval.hull([interval(3, None), interval(1, 2)]), interval(1, None)),
        (Interval.exactly(9), interval(9, 9)),
    ],
)
def test_arithmetic_is_exact(result, expected):
    assert result == expected


def test_a_division_across_zero_is_open_on_both_sides():
    assert interval(1, 2) / interval(-1, 1) == interval(None, None)
    assert interval(1, 2) / interval(None, None) == interval(None, None)
    assert interval(1, 2) / interval(0, 0) == interval(None, None)


def test_a_division_by_what_begins_at_zero_is_open_above():
    assert interval(1, 2) / interval(0, 4) == interval("1/4", None)
    assert interval(1, 2) / interval(0, None) == interval(0, None)


def test_a_division_by_an_open_end_reaches_down_to_zero():
    assert interval(1, 2) / interval(4, None) == interval(0, "1/2")


def test_a_hull_of_nothing_is_refused():
    with pytest.raises(ValueError, match="empty"):
        Interval.hull([])


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (interval(1, 2), interval(2, 3), True),
        (interval(1, 2), interval("2.01", 3), False),
        (interval(1, 5), interval(2, 3), True),
        (interval(1, None), interval(7, 9), True),
        (interval(None, 1), interval(7, 9), False),
        (interval(None, None), interval(7, 9), True),
    ],
)
def test_intervals_meet_where_they_share_a_value(one, other, meet):
    assert one.meets(other) is meet
    assert other.meets(one) is meet


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (interval(1, 2), interval(2, 3), True),
        (interval(2, 3), interval(1, 2), True),
        (interval("2.01", 3), interval(1, 2), False),
        (interval(None, 3), interval(1, 2), True),
        (interval(5, 6), interval(1, None), True),
    ],
)
def test_one_may_be_at_most_another_where_some_values_are(one, other, may):
    assert one.may_be_at_most(other) is may


@pytest.mark.parametrize(
    ("one", "whole"),
    [
        (interval("92.784", "93.426"), True),
        (interval("8.211", "8.229"), False),
        (interval(9, 9), True),
        (interval("-0.5", "0.5"), True),
        (interval("-1.4", "-1.1"), False),
        (interval("8.2", None), True),
    ],
)
def test_a_whole_number_lies_inside_or_not(one, whole):
    assert one.holds_whole_number() is whole


def test_the_width_is_from_end_to_end_and_unknown_where_a_side_is_open():
    assert interval("28.05", "28.15").width == Fraction(1, 10)
    assert interval(9, 9).width == 0
    assert interval(9, None).width is None


def test_only_a_single_value_is_exact():
    assert interval(9, 9).is_exact
    assert not interval(9, 10).is_exact
    assert not interval(None, None).is_exact
    assert not interval(None, 9).is_exact


# --- for all intervals ---

OPERATIONS = pytest.mark.parametrize("operation", [add, sub, mul, truediv], ids=lambda one: one.__name__)


@OPERATIONS
@given(one=ANY, other=ANY, data=st.data())
def test_a_result_holds_every_result_of_values_inside(operation, one, other, data):
    first, second = member(data, one), member(data, other)
    assume(operation is not truediv or second)
    assert holds(operation(one, other), operation(first, second))


@OPERATIONS
@given(one=CLOSED, other=CLOSED, below=STEPS, above=STEPS)
def test_a_wider_operand_never_gives_a_narrower_result(operation, one, other, below, above):
    """Required of the product: more room for rounding never makes a contradiction."""
    # Over exactly zero there is no result at all: the answer "anything" cannot become wider.
    assume(operation is not truediv or not {one, other} & {Interval.exactly(0)})
    wider = widened(one, below, above)
    assert holds_all_of(operation(wider, other), operation(one, other))
    assert holds_all_of(operation(other, wider), operation(other, one))


@pytest.mark.parametrize(
    "operation",
    [
        add,
        sub,
        pytest.param(mul),
        truediv,
    ],
    ids=lambda one: one.__name__,
)
@given(one=ANY, other=ANY, below=st.none() | STEPS, above=st.none() | STEPS)
@example(one=Interval.exactly(0), other=Interval(Fraction(1), None), below=Fraction(2), above=Fraction(0))
def test_a_wider_operand_with_open_sides_never_gives_a_narrower_result(operation, one, other, below, above):
    assume(operation is not truediv or other != Interval.exactly(0))  # as above
    assert holds_all_of(operation(one, widened(other, below, above)), operation(one, other))
    assert holds_all_of(operation(widened(one, below, above), other), operation(one, other))


@given(one=ANY, other=ANY, below=st.none() | STEPS, above=st.none() | STEPS)
def test_a_wider_interval_still_answers_yes(one, other, below, above):
    wider = widened(one, below, above)
    assert wider.meets(other) or not one.meets(other)
    assert wider.may_be_at_most(other) or not one.may_be_at_most(other)
    assert other.may_be_at_most(wider) or not other.may_be_at_most(one)
    assert wider.holds_whole_number() or not one.holds_whole_number()


@given(one=CLOSED, other=CLOSED, third=CLOSED)
def test_addition_and_multiplication_do_not_ask_for_an_order(one, other, third):
    assert one + other == other + one
    assert one * other == other * one
    assert (one + other) + third == one + (other + third)
    assert (one * other) * third == one * (other * third)


@given(one=CLOSED, other=CLOSED)
def test_the_ends_of_a_sum_and_of_a_product_are_reached(one, other):
    """No wider than needed: the smallest interval that holds all results."""
    ends = [first * second for first in (one.low, one.high) for second in (other.low, other.high)]
    assert (one * other).low in ends
    assert (one * other).high in ends
    assert (one + other).width == one.width + other.width


@given(value=st.fractions(-1000, 1000, max_denominator=100), other=st.fractions(1, 1000, max_denominator=100))
def test_exact_numbers_calculate_like_numbers(value, other):
    one, two = Interval.exactly(value), Interval.exactly(other)
    for operation in (add, sub, mul, truediv):
        assert operation(one, two) == Interval.exactly(operation(value, other))


@given(one=CLOSED, factor=st.fractions(-50, 50, max_denominator=10))
def test_scaling_is_multiplication_by_an_exact_number(one, factor):
    assert one.scaled(factor) == one * Interval.exactly(factor)


@given(st.lists(ANY, min_size=1, max_size=5))
def test_a_hull_holds_each_of_its_intervals(intervals):
    hull = Interval.hull(intervals)
    assert all(holds_all_of(hull, one) for one in intervals)
