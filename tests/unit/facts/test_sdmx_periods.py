"""SDMX time periods: the same calendar, other codes."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.unit.facts.test_period import calendar_periods
from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period, PeriodKind
from tiendo.facts.sdmx_periods import from_sdmx, to_sdmx


@pytest.mark.parametrize(
    ("period", "sdmx"),
    [
        ("2022", "2022"),
        ("2022-H1", "2022-S1"),
        ("2022-Q3", "2022-Q3"),
        ("2022-03", "2022-03"),
        ("2022-M09", "2022-01-01/P9M"),
        ("2022-03-31", "2022-03-31"),
        ("2016/2020", "2016-01-01/P5Y"),
        ("2025-11/2025-12", "2025-11-01/P2M"),
        ("2023-12-15/2024-03-14", "2023-12-15/P91D"),
    ],
)
def test_a_period_has_one_sdmx_form_and_comes_back(period: str, sdmx: str) -> None:
    assert to_sdmx(Period.parse(period)) == sdmx
    assert str(from_sdmx(sdmx)) == period


@pytest.mark.parametrize(
    ("sdmx", "period"),
    [
        ("2022-A1", "2022"),
        ("2022-M03", "2022-03"),
        ("2022-S2", "2022-H2"),
        ("2022-04-01/P3M", "2022-04/2022-06"),
        ("2022-04-01T00:00:00/P1M", "2022-04"),
        ("2022-01-01/P1Y", "2022"),
        ("2022-05-10/P1D", "2022-05-10"),
    ],
)
def test_other_sdmx_forms_are_read(sdmx: str, period: str) -> None:
    assert str(from_sdmx(sdmx)) == period


def test_a_deadline_is_published_as_the_period_that_it_names() -> None:
    assert to_sdmx(Period.parse("../2030")) == "2030"


@pytest.mark.parametrize(
    "text",
    [
        *("2022-W05", "2022-T1", "2022-A2", "2022-Q5", "2022-M13"),
        *("2022-02-15/P2M", "2022-01-01/P0D", "9999-12-31/P2D", "x"),
    ],
)
def test_what_our_periods_cannot_say_is_refused(text: str) -> None:
    with pytest.raises(InvalidPeriod):
        from_sdmx(text)


@given(calendar_periods)
def test_the_days_survive_the_journey_through_sdmx(period: Period) -> None:
    returned = from_sdmx(to_sdmx(period))

    assert (returned.first_day, returned.last_day) == (period.first_day, period.last_day)
    assert returned == period or period.kind is PeriodKind.SPAN
