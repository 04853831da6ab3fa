"""The axes of a chart: round numbers, and days where a reader looks for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.publishing.chart_scales import TimeScale, round_step, value_scale

VALUES = st.lists(st.floats(-1e9, 1e9).filter(lambda value: value == 0 or abs(value) > 1e-6), min_size=1, max_size=12)


def scale(*values, from_zero=False, whole=None, most=6, language="vi"):
    return value_scale(
        list(values), bottom=300, top=40, from_zero=from_zero, whole=whole, most_ticks=most, language=language
    )


def texts(*values, **more):
    return [tick.text for tick in scale(*values, **more).ticks]


@pytest.mark.parametrize(
    ("span", "step"), [(100, "20"), (7, "2"), (10, "2"), (14, "2.5"), (0.3, "0.05"), (1, "0.2"), (2202.4, "500")]
)
def test_distances_between_ticks_are_round(span, step):
    assert round_step(span, 6) == Decimal(step)


def test_a_share_near_its_whole_does_not_go_beyond_it():
    assert texts(90, 95, 100, whole=100)[-1] == "100"
    assert texts(90, 104, whole=100)[-1] != "100", "what is more than the whole is drawn all the same"


def test_an_amount_is_measured_from_nothing_and_a_level_is_not():
    assert texts(8000, 9000, from_zero=True)[0] == "0"
    assert texts(60, 67)[0] != "0"
    assert texts(1, 40)[0] == "0", "no share is below nothing"


def test_numbers_are_written_as_in_the_language_of_the_page():
    assert "2.000" in texts(1200, 4900)
    assert "2,000" in texts(1200, 4900, language="en")
    assert "62,5" in texts(61, 73)
    assert "62.5" in texts(61, 73, language="en")


@given(VALUES, st.booleans())
def test_every_value_lies_on_the_axis(values, from_zero):
    made = scale(*values, from_zero=from_zero)
    assert all(40 <= made.at(value) <= 300 for value in values)
    assert made.low <= min(values)
    assert max(values) <= made.high
    assert 2 <= len(made.ticks) <= 10
    assert len({tick.text for tick in made.ticks}) == len(made.ticks)


def years(first, last, room, *, wanted=(), at_end=False, width=1000):
    made = TimeScale(date(first, 1, 1), date(last, 12, 31), 0, width).years(at_end=at_end, room=room, wanted=wanted)
    return [tick.text for tick in made]


def test_years_are_told_as_far_as_there_is_room():
    assert years(2015, 2020, 40) == ["2015", "2016", "2017", "2018", "2019", "2020"]
    assert years(2005, 2030, 100) == ["2005", "2010", "2015", "2020", "2025", "2030"]
    assert "2022" in years(2005, 2030, 60, wanted=(2022,)), "the year of a target is told where there is room"
    assert "2021" not in years(2005, 2030, 60, wanted=(2021,))


def test_a_level_stands_at_the_end_of_its_year_and_an_amount_in_the_middle():
    made = TimeScale(date(2020, 1, 1), date(2021, 12, 31), 0, 730)
    middle, end = (made.years(at_end=at_end, room=10)[0].at for at_end in (False, True))
    assert middle == pytest.approx(183, abs=2)
    assert end == pytest.approx(365, abs=2)


def test_a_short_time_is_told_in_quarters():
    short = TimeScale(date(2022, 1, 1), date(2022, 12, 31), 0, 100)
    assert short.is_short
    assert [tick.text for tick in short.quarters(at_end=False)] == ["I", "II", "III", "IV"]
    assert not TimeScale(date(2015, 1, 1), date(2022, 12, 31), 0, 100).is_short
