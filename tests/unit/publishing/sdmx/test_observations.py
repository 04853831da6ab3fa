"""What becomes of a statement: which observations, in which columns, in which order."""

import pytest

from tests.unit.publishing.sdmx.samples import column, published, stated
from tiendo.publishing.sdmx.definition import COLUMNS, PLACE_OF


def values_of(row):
    return {name: row[place] for name, place in PLACE_OF.items() if row[place]}


def test_a_result_says_what_it_is_in_the_words_of_the_standard():
    (row,) = published(stated(estimated=True, plan_percent="28.1", yoy_percent="-8.9"))

    assert row[len(COLUMNS) :] == ("I",)
    assert values_of(row) == {
        "FREQ": "Q",
        "REF_AREA": "VN20",
        "INDICATOR": "budget_revenue",
        "MEASURE": "RESULT",
        "BASIS": "PERIOD",
        "UNIT_MEASURE": "VND",
        "STATEMENT": "1",
        "TIME_PERIOD": "2022-Q1",
        "OBS_VALUE": "2202.4",
        "UNIT_MULT": "9",
        "DECIMALS": "1",
        "OBS_STATUS": "E",
        "CONF_STATUS": "F",
        "HORIZON": "OF_PERIOD",
        "PLAN_PERCENT": "28.1",
        "YOY_PERCENT": "-8.9",
        "SOURCE": "12/BC-UBND",
        "RECORD": "1",
    }


@pytest.mark.parametrize(
    ("period", "frequency", "written", "horizon"),
    [
        ("2022", "A", "2022", "OF_PERIOD"),
        ("2022-H1", "S", "2022-S1", "OF_PERIOD"),
        ("2022-Q4", "Q", "2022-Q4", "OF_PERIOD"),
        ("2022-03", "M", "2022-03", "OF_PERIOD"),
        ("2022-03-31", "D", "2022-03-31", "OF_PERIOD"),
        ("2022-M09", "_O", "2022-01-01/P9M", "OF_PERIOD"),
        ("2016/2020", "_O", "2016-01-01/P5Y", "OF_PERIOD"),
        ("../2030", "A", "2030", "BY_END"),
        ("../2022-Q2", "Q", "2022-Q2", "BY_END"),
    ],
)
def test_a_period_has_its_frequency_and_its_form_in_sdmx(period, frequency, written, horizon):
    rows = published(stated(period=period))

    assert [column(rows, name) for name in ("FREQ", "TIME_PERIOD", "HORIZON")] == [[frequency], [written], [horizon]]


@pytest.mark.parametrize(
    ("low", "high", "change", "expected"),
    [
        ("8", "9", None, {"TARGET_MIN": "8", "TARGET_MAX": "9"}),
        ("95", None, None, {"TARGET_MIN": "95"}),
        (None, "5", None, {"TARGET_MAX": "5"}),
        ("9", "10", "increase", {"TARGET_MIN": "9", "TARGET_MAX": "10"}),
        ("5", None, "decrease", {"TARGET_MAX": "-5"}),
        ("2", "3", "decrease", {"TARGET_MIN": "-3", "TARGET_MAX": "-2"}),
        ("0.4", "0.4", "decrease", {"TARGET": "-0.4"}),
        ("0.00", "0.00", "decrease", {"TARGET": "0.00"}),
    ],
)
def test_bounds_are_observations_and_a_fall_turns_them_round(low, high, change, expected):
    rows = published(stated(low, high=high, change=change), are_targets=True)

    assert dict(zip(column(rows, "MEASURE"), column(rows, "OBS_VALUE"), strict=True)) == expected


def test_what_an_indicator_of_falls_measures_is_no_negative_value():
    rows = published(stated("3", high=None, change="decrease", is_of_falls=True), are_targets=True)

    assert (column(rows, "MEASURE"), column(rows, "OBS_VALUE"), column(rows, "CHANGE")) == (
        ["TARGET_MIN"],
        ["3"],
        ["D"],
    )


def test_a_running_total_is_another_series_than_the_value_of_the_period():
    rows = published(stated(record=1), stated("32987", record=2, cumulative=True), stated("8", record=3, annual=True))

    assert sorted(column(rows, "BASIS")) == ["CUMULATIVE", "EACH_YEAR", "PERIOD"]
    assert column(rows, "STATEMENT") == ["1", "1", "1"]


def test_what_is_said_again_of_the_same_gets_the_next_number_and_both_bounds_keep_it():
    first, again = stated("8", high="9", record=1), stated("8", high="10", record=7)

    rows = published(again, first)

    said = list(zip(column(rows, "MEASURE"), column(rows, "STATEMENT"), column(rows, "RECORD"), strict=True))
    assert said == [
        ("RESULT_MAX", "1", "1"),
        ("RESULT_MAX", "2", "7"),
        ("RESULT_MIN", "1", "1"),
        ("RESULT_MIN", "2", "7"),
    ]


def test_a_withdrawn_statement_is_silent_and_keeps_its_number():
    rows = published(stated(record=1, is_shown=False), stated("2300", record=2))

    assert (column(rows, "OBS_VALUE"), column(rows, "STATEMENT")) == (["2300"], ["2"])


def test_a_draft_says_that_it_is_none_for_publication():
    assert column(published(stated(is_published=False)), "CONF_STATUS") == ["N"]


def test_what_has_no_period_or_no_place_is_left_out():
    assert published(stated(period=None), stated(territory=None)) == []


def test_series_stand_together_and_run_with_the_time():
    rows = published(
        stated(record=1, period="2022-Q2"),
        stated(record=2, period="2021"),
        stated(record=3, period="2022-Q1"),
        stated(record=4, period="2022-Q1", territory="01"),
    )

    assert list(zip(column(rows, "REF_AREA"), column(rows, "TIME_PERIOD"), strict=True)) == [
        ("VN01", "2022-Q1"),
        ("VN20", "2021"),
        ("VN20", "2022-Q1"),
        ("VN20", "2022-Q2"),
    ]
