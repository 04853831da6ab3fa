"""Classes of a map: nearly equal in size, with round bounds, and never a tie cut in two."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.publishing.class_bounds import MOST_CLASSES, class_bounds, class_of

numbers = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=2)


def decimals(written: str) -> list[Decimal]:
    return [Decimal(one) for one in written.split()]


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ("41 42.3 48 51 53 58 61 62 68 71 74", "52 62"),  # eleven districts: three classes
        ("1 2 3 4 5 60000", "4"),  # one giant does not push all others into one class
        ("-7.1 -3 -2 -1 2 3 5.5 6 9", "0 5"),  # zero is a bound
        ("3 3 3 3 3 3", ""),  # nothing to tell apart
        ("5", ""),
        ("", ""),
        ("1 1 1 1 1 1 9 9 9", "5"),
    ],
)
def test_bounds_are_round_and_lie_where_groups_are_equal(values: str, bounds: str) -> None:
    assert class_bounds(decimals(values)) == tuple(decimals(bounds))


@given(st.lists(numbers, max_size=80))
def test_every_class_has_a_unit_and_zero_parts_the_signs(values: list[Decimal]) -> None:
    bounds = class_bounds(values)
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) < MOST_CLASSES
    counts = Counter(class_of(value, bounds) for value in values)
    assert not values or set(counts) == set(range(1, len(bounds) + 2))
    if bounds and min(values) < 0 < max(values):
        assert Decimal(0) in bounds


@given(st.lists(st.integers(1, 10**6), min_size=65, max_size=65, unique=True))
def test_distinct_values_fill_the_classes_evenly(values: list[int]) -> None:
    bounds = class_bounds([Decimal(value) for value in values])
    counts = Counter(class_of(Decimal(value), bounds) for value in values)
    assert len(counts) == MOST_CLASSES
    assert max(counts.values()) <= 13 + 2 * 3 + 1  # each of two bounds may move over a quarter of a class


def test_a_bound_belongs_to_the_class_above() -> None:
    assert [class_of(Decimal(value), decimals("10 20")) for value in (9, 10, 19, 20, 21)] == [1, 2, 2, 3, 3]
