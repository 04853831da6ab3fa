"""Typed operations: what may be added, and what may not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.unit.assessment.figures import indicator, result, target
from tiendo.assessment.semantics import TRAITS, definition_moved, refusal, total_over_parts, total_over_time
from tiendo.catalogue.model import Semantics
from tiendo.facts.errors import LookupRefused
from tiendo.facts.intervals import Interval
from tiendo.facts.quantity import Unit
from tiendo.reference.rounding import printed

QUARTERS = (Decimal("2202.4"), Decimal("1800"))
ADD_OVER_TIME = {Semantics.FLOW, Semantics.INCREMENT, Semantics.CEILING}
ADD_OVER_PARTS = ADD_OVER_TIME | {Semantics.STOCK, Semantics.CUMULATIVE_FLOW}


def test_every_kind_of_measure_has_its_arithmetic() -> None:
    assert set(TRAITS) == set(Semantics)


@pytest.mark.parametrize("semantics", Semantics)
def test_only_amounts_are_added_over_time(semantics: Semantics) -> None:
    if semantics in ADD_OVER_TIME:
        assert total_over_time(semantics, QUARTERS) == Decimal("4002.4")
    else:
        with pytest.raises(LookupRefused, match="are not added over periods"):
            total_over_time(semantics, QUARTERS)


@pytest.mark.parametrize("semantics", Semantics)
def test_rates_shares_and_ranks_are_not_added_over_places(semantics: Semantics) -> None:
    if semantics in ADD_OVER_PARTS:
        assert total_over_parts(semantics, QUARTERS) == Decimal("4002.4")
    else:
        with pytest.raises(LookupRefused, match="are not added over places"):
            total_over_parts(semantics, QUARTERS)


def test_percent_means_points_only_where_the_indicator_is_measured_in_points() -> None:
    wanted, found = target("giảm ≥3 % @2022"), result("giảm 3,1 điểm phần trăm @2022")
    assert refusal(indicator(Semantics.INCREMENT, unit="điểm phần trăm"), wanted, found) is None
    assert refusal(indicator(Semantics.INCREMENT, unit="%"), wanted, found) is not None


@pytest.mark.parametrize(("years", "moved"), [((2020, 2022), True), ((2021, 2022), False), ((2019, 2020), False)])
def test_a_definition_moves_between_the_years_around_its_break(years: tuple[int, int], moved: bool) -> None:
    assert definition_moved(indicator(breaks=(2021,)), *years) is moved


@pytest.mark.parametrize(
    ("value", "unit", "low", "high"),
    [
        ("28.1", Unit("PT"), "28.05", "28.15"),
        ("22", Unit("PT"), "21.5", "22.5"),
        ("17.0", Unit("PT"), "16.95", "17.05"),
        ("9", Unit("TRUONG_HOC"), "9", "9"),
        ("170", Unit("CAY", 6), "169.5", "170.5"),
    ],
)
def test_a_printed_number_is_an_interval_of_its_last_digit(value: str, unit: Unit, low: str, high: str) -> None:
    interval = printed(Decimal(value), unit)
    assert interval == Interval(low=interval.low, high=interval.high)
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))
