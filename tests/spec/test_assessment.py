"""The rules of assessment as a table: kind of measure, target, result → status and its reason.

The notation is that of `tests/unit/assessment/figures.py`.
"""

from __future__ import annotations

import pytest

from tests.unit.assessment.figures import indicator, judged
from tiendo.assessment.rules import Outcome
from tiendo.assessment.status import Status
from tiendo.catalogue.model import Direction, Semantics

UP, DOWN, BAND, NONE = Direction.UP, Direction.DOWN, Direction.BAND, Direction.NONE
REACHED, ON_PATH, WATCH, BEHIND = Status.REACHED, Status.ON_PATH, Status.WATCH, Status.BEHIND
WITHIN, EXCEEDED = Status.WITHIN, Status.EXCEEDED
EARLY, NO_DATA, APART = Status.TOO_EARLY, Status.NO_DATA, Status.NOT_COMPARABLE

FLOWS = [
    # the figures of Lạng Sơn, first quarter of 2022
    ("7.850 tỷ đồng @2022", "2.202,4 tỷ đồng @2022-Q1", ON_PATH, None),
    ("2.600 tỷ đồng @2022", "277 tỷ đồng @2022-Q1", BEHIND, None),
    ("3.460 nghìn lượt @2022", "755.950 lượt @2022-Q1", WATCH, None),
    ("9.000 ha @2022", "2.530 ha @2022-Q1", ON_PATH, None),
    # the thresholds
    ("1.000 ha @2022", "237,5 ha @2022-Q1", ON_PATH, None),
    ("1.000 ha @2022", "237,4 ha @2022-Q1", WATCH, None),
    ("1.000 ha @2022", "200 ha @2022-Q1", WATCH, None),
    ("1.000 ha @2022", "199,9 ha @2022-Q1", BEHIND, None),
    ("1.000 ha @2022", "1.000 ha @2022-Q1", REACHED, None),
    ("1.000 ha @2022", "990 ha @2022", ON_PATH, None),
    ("1.000 ha @2022", "700 ha @2022", BEHIND, None),
    # what part of the year a result covers
    ("1.000 ha @2022", "500 ha @2022-H1", ON_PATH, None),
    ("1.000 ha @2022", "500 ha @2022-M09", BEHIND, None),
    ("1.000 ha @2022", "250 ha @2022-Q2", ON_PATH, None),
    ("1.000 ha @2022", "500 ha @2022-06-30 lũy kế", ON_PATH, None),
    ("1.000 ha @2022", "10 ha @2022-01", EARLY, Outcome.JUST_BEGUN),
    ("1.000 ha @2022", "500 ha @2021", APART, Outcome.PERIOD_MISMATCH),
    ("5.400 ha @../2022-Q2", "2.700 ha @2022-Q1", ON_PATH, None),
    ("5.400 ha @../2022-Q2", "5.500 ha @2022-M07", APART, Outcome.PERIOD_MISMATCH),
    # ranges, open sides, approximations
    ("~31 – 32 nghìn tỷ đồng @2022", "31.000 tỷ đồng @2022", REACHED, None),
    ("≥100 ha @2022", "25 ha @2022-Q1", ON_PATH, None),
    ("≤100 ha @2022", "30 ha @2022-Q1", WATCH, None),
    ("≤100 ha @2022", "90 ha @2022", REACHED, None),
    # several years
    ("76 nghìn tỷ đồng @2016/2020 lũy kế", "15,4 nghìn tỷ đồng @2016", ON_PATH, None),
    ("76 nghìn tỷ đồng @2016/2020 lũy kế", "10 nghìn tỷ đồng @2018", BEHIND, None),
    ("9.000 ha @2016/2020 hằng năm", "9.100 ha @2018", ON_PATH, None),
    ("9.000 ha @2016/2020 hằng năm", "6.000 ha @2018", EARLY, Outcome.YEARLY_AVERAGE),
    ("6.000 nghìn lượt @../2030", "755.950 lượt @2022-Q1", EARLY, Outcome.PERIOD_MISMATCH),
    # what cannot be compared
    ("9.000 ha @2022", "277 tỷ đồng @2022-Q1", APART, Outcome.DIFFERENT_UNITS),
    ("140 triệu USD @2022", "600 tỷ đồng @2022-Q1", APART, Outcome.DIFFERENT_CURRENCY),
    ("0 ha @2022", "5 ha @2022-Q1", REACHED, Outcome.ZERO_TARGET),
]


@pytest.mark.parametrize(("wanted", "found", "status", "outcome"), FLOWS)
def test_a_flow_follows_the_share_of_its_period(
    wanted: str, found: str, status: Status, outcome: Outcome | None
) -> None:
    made = judged(indicator(), wanted, found)
    assert (made.status, made.outcome) == (status, outcome)


OTHERS = [
    # increments: recognised late in the year, single things, additions against totals
    (Semantics.INCREMENT, UP, "thêm 15 trường @2022", "9 trường @2022-Q1", ON_PATH, None),
    (Semantics.INCREMENT, UP, "thêm 10 xã @2022", "0 xã @2022-Q1", EARLY, Outcome.LATE_RECOGNITION),
    (Semantics.INCREMENT, UP, "thêm 10 xã @2022", "thêm 7 xã @2022", BEHIND, None),
    (Semantics.INCREMENT, UP, "thêm 10 xã @2022", "181 xã @2022 lũy kế", APART, Outcome.INCREMENT_VERSUS_STOCK),
    (Semantics.INCREMENT, UP, "thêm 1 đơn vị @2022", "0 đơn vị @2022-Q1", EARLY, Outcome.MILESTONE),
    (Semantics.INCREMENT, UP, "thêm 1 đơn vị @2022", "1 đơn vị @2022-Q1", REACHED, None),
    (Semantics.INCREMENT, UP, "thêm 50 trường @../2025", "9 trường @2022", EARLY, Outcome.NO_STARTING_POINT),
    (Semantics.STOCK, UP, "thêm 10 xã @2022", "181 xã @2022", APART, Outcome.INCREMENT_VERSUS_STOCK),
    (Semantics.RATIO, DOWN, "giảm ≥3 % @2022", "giảm 3,2 % @2022", REACHED, None),
    (Semantics.RATIO, DOWN, "giảm ≥3 % @2022", "giảm 1 % @2022-H1", EARLY, Outcome.LATE_RECOGNITION),
    # rates
    (Semantics.GROWTH, UP, "tăng 9 – 10 % @2022", "tăng 7,7 % @2022-Q1", WATCH, None),
    (Semantics.GROWTH, UP, "tăng 9 – 10 % @2022", "tăng 12 % @2022-Q1", ON_PATH, None),
    (Semantics.GROWTH, UP, "tăng 9 – 10 % @2022", "tăng 9 % @2022", REACHED, None),
    (Semantics.GROWTH, UP, "tăng 9 – 10 % @2022", "giảm 2 % @2022-Q1", BEHIND, None),
    (Semantics.GROWTH, UP, "7 – 7,5 % @2022", "tăng 7,22 % @2022", REACHED, None),
    (Semantics.GROWTH, DOWN, "giảm ≥5 % @2022", "giảm 6 % @2022", REACHED, None),
    (Semantics.GROWTH, DOWN, "giảm ≥5 % @2022", "giảm 3 % @2022-H1", BEHIND, None),
    (Semantics.GROWTH, DOWN, "giảm ≥5 % @2022", "tăng 2 % @2022-Q1", BEHIND, None),
    (Semantics.GROWTH, DOWN, "tăng ≤4 % @2022", "tăng 3,1 % @2022-Q1", ON_PATH, None),
    (Semantics.GROWTH, DOWN, "tăng ≤4 % @2022", "giảm 1 % @2022", REACHED, Outcome.NEGATIVE_BASE),
    (Semantics.GROWTH, UP, "9 – 10 % @2021/2030 hằng năm", "giảm 21,5 % @2022-Q1", EARLY, Outcome.PERIOD_MISMATCH),
    (Semantics.GROWTH, UP, "8 – 9 % @2021/2030 hằng năm", "7,25 % @2022", EARLY, Outcome.YEARLY_AVERAGE),
    (Semantics.GROWTH, UP, "8 – 9 % @2021/2030 hằng năm", "8,5 % @2022", ON_PATH, None),
    (Semantics.GROWTH, UP, "8 – 9 % @2016/2020 hằng năm", "8,2 % @2020", APART, Outcome.YEARS_MISSING),
    (Semantics.GROWTH, UP, "8 – 9 % @2016/2020 hằng năm", "7,9 % @2016/2020 hằng năm", ON_PATH, None),
    # levels
    (Semantics.RATIO, UP, "63,8 % @2022", "63,8 % @2022", REACHED, None),
    (Semantics.RATIO, UP, "63,8 % @2022", "63,2 % @2022-Q1", EARLY, Outcome.NO_STARTING_POINT),
    (Semantics.RATIO, UP, "63,8 % @2022", "64 % @2022-Q1", REACHED, None),
    (Semantics.RATIO, DOWN, "5 % @2022", "6 % @2022", WATCH, None),
    (Semantics.RATIO, DOWN, "5 % @2022", "4,5 % @2022", REACHED, None),
    (Semantics.RATIO, DOWN, "5 % @2022", "0 % @2022", REACHED, Outcome.DIVISION_BY_ZERO),
    (Semantics.RATIO, UP, "≥95 % @../2030", "95,5 % @2025", REACHED, None),
    (Semantics.INDEX, UP, "65 điểm @2022", "62 điểm @2022", ON_PATH, None),
    # compositions
    (Semantics.COMPOSITION_PART, BAND, "50 – 51 % @2022", "50,4 % @2022", REACHED, None),
    (Semantics.COMPOSITION_PART, BAND, "50 – 51 % @2022", "54 % @2022", WATCH, None),
    (Semantics.COMPOSITION_PART, BAND, "50 – 51 % @2022", "40 % @2022", WATCH, None),
    (Semantics.COMPOSITION_PART, BAND, "50 – 51 % @2022", "44 % @2022-Q1", EARLY, Outcome.PERIOD_MISMATCH),
    (Semantics.COMPOSITION_PART, DOWN, "20 – 21 % @2022", "20,8 % @2022", REACHED, None),
    (Semantics.COMPOSITION_PART, DOWN, "20 – 21 % @2022", "22,5 % @2022", WATCH, None),
    (Semantics.COMPOSITION_PART, UP, "23 – 24 % @2022", "23 % @2022", REACHED, None),
    # ceilings
    (Semantics.CEILING, NONE, "10.984,2 tỷ đồng @2022", "1.960,4 tỷ đồng @2022-Q1", WITHIN, None),
    (Semantics.CEILING, NONE, "10.984,2 tỷ đồng @2022", "2.850 tỷ đồng @2022-Q1", WITHIN, None),
    (Semantics.CEILING, NONE, "10.984,2 tỷ đồng @2022", "4.000 tỷ đồng @2022-Q1", WATCH, None),
    (Semantics.CEILING, NONE, "10.984,2 tỷ đồng @2022", "10.984,2 tỷ đồng @2022", WITHIN, None),
    (Semantics.CEILING, NONE, "10.984,2 tỷ đồng @2022", "11.000 tỷ đồng @2022", EXCEEDED, None),
    # ranks
    (Semantics.RANK, UP, "15 hạng @2022", "12 hạng @2022", REACHED, Outcome.RANK),
    (Semantics.RANK, UP, "15 hạng @2022", "20 hạng @2022", WATCH, Outcome.RANK),
    (Semantics.RANK, UP, "15 hạng @../2025", "20 hạng @2022", EARLY, Outcome.RANK),
]


@pytest.mark.parametrize(("semantics", "direction", "wanted", "found", "status", "outcome"), OTHERS)
def test_every_kind_of_measure_has_its_own_rule(
    semantics: Semantics, direction: Direction, wanted: str, found: str, status: Status, outcome: Outcome | None
) -> None:
    made = judged(indicator(semantics, direction, unit="%"), wanted, found)
    assert (made.status, made.outcome) == (status, outcome)


LINES = [
    # forest cover: ahead of the line from 60 % in 2020; insurance: behind the line in distance, not in ratio
    ("67 % @../2030", "63,8 % @2022", ["mục tiêu: ~60 % @../2020"], "61,4", ON_PATH),
    ("95 % @../2030", "90,4 % @2022", ["mục tiêu: 90 % @../2020"], "91", ON_PATH),
    ("80 % @../2025", "60 % @2022", ["kết quả: 65 % @2020"], "71", WATCH),
    ("80 % @../2025", "50 % @2022", ["kết quả: 65 % @2020"], "71", BEHIND),
    # a result is a better starting point than a later promise
    ("70 % @2022", "66 % @2022-H1", ["kết quả: 60 % @2020", "mục tiêu: 69 % @2021"], "67,5", ON_PATH),
    # what has been reached is held: the line does not fall back to the target
    ("60 % @2022", "58 % @2022-H1", ["kết quả: 64 % @2021"], "60", ON_PATH),
]


@pytest.mark.parametrize(("wanted", "found", "known", "expected", "status"), LINES)
def test_a_level_follows_the_line_between_dated_waypoints(
    wanted: str, found: str, known: list[str], expected: str, status: Status
) -> None:
    made = judged(indicator(Semantics.RATIO, unit="%"), wanted, found, *known)
    assert made.comparison is not None
    assert made.comparison.path.expectation is not None
    assert float(made.comparison.path.expectation.deciding) == float(expected.replace(",", "."))
    assert made.status is status


def test_a_flow_follows_the_share_that_past_years_had_reached() -> None:
    past = [
        "kết quả: 400 ha @2021-Q1",
        "kết quả: 1.000 ha @2021",
        "kết quả: 200 ha @2020-Q1",
        "kết quả: 1.000 ha @2020",
    ]
    linear = judged(indicator(unit="ha"), "1.000 ha @2022", "240 ha @2022-Q1")
    seasonal = judged(indicator(unit="ha"), "1.000 ha @2022", "240 ha @2022-Q1", *past)
    assert (linear.status, seasonal.status) == (ON_PATH, WATCH)
    assert seasonal.comparison is not None
    assert seasonal.comparison.path.rule.id == "path-past-share"


def test_a_moved_definition_makes_two_figures_incomparable() -> None:
    made = judged(indicator(Semantics.RATIO, unit="%", breaks=(2021,)), "99 % @../2020", "49 % @2022")
    assert (made.status, made.outcome) == (APART, Outcome.DEFINITION_MOVED)


def test_a_line_does_not_start_before_a_moved_definition() -> None:
    moved = indicator(Semantics.RATIO, unit="%", breaks=(2021,))
    made = judged(moved, "80 % @../2030", "49 % @2022", "mục tiêu: 99 % @../2020")
    assert (made.status, made.outcome) == (EARLY, Outcome.NO_STARTING_POINT)


def test_a_stock_that_halves_is_an_addition_told_without_its_word() -> None:
    made = judged(
        indicator(Semantics.STOCK), "375 trường @../2030", "9 trường @2022-Q1", "mục tiêu: 200 trường @../2020"
    )
    assert (made.status, made.outcome) == (APART, Outcome.INCREMENT_VERSUS_STOCK)


def test_without_a_target_or_a_result_the_status_says_so() -> None:
    assert judged(indicator(), "9.000 ha @2022", None).status is NO_DATA
    assert judged(indicator(), None, "9.000 ha @2022").outcome is Outcome.MISSING_PLAN


def test_a_mean_rate_counts_all_years_when_its_time_is_over() -> None:
    years = ["kết quả: 8,4 % @2016", "kết quả: 8,6 % @2017", "kết quả: 8,1 % @2018", "kết quả: 8,5 % @2019"]
    made = judged(indicator(Semantics.GROWTH, unit="%"), "8 – 9 % @2016/2020 hằng năm", "6,9 % @2020", *years)
    assert made.status is REACHED
    assert made.comparison is not None
    assert float(made.comparison.reached.value) == 8.1
