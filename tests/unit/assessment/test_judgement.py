"""What holds for every judgement: units, monotony, ceilings, rounding, thresholds, age and owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.assessment.figures import indicator, judged, result, target
from tiendo.assessment.aim import Demand
from tiendo.assessment.comparison import Comparison
from tiendo.assessment.judgement import Assessment, Case, assess
from tiendo.assessment.path import covered_share, whole_of
from tiendo.assessment.status import Status, Thresholds, pace
from tiendo.catalogue.model import Direction, Semantics
from tiendo.facts.errors import InvalidFact
from tiendo.facts.period import Period
from tiendo.facts.quantity import Quantity, Unit
from tiendo.facts.records import Observation, Target
from tiendo.facts.wording import Wording

AMOUNTS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal(1_000_000), places=1)
PERIODS = st.sampled_from(["2022-Q1", "2022-H1", "2022-M09", "2022"])
WORSE_TO_BETTER = [Status.BEHIND, Status.WATCH, Status.ON_PATH, Status.REACHED]
PERFECT = "1.000 ha @2022"


def case_of(
    wanted: Decimal, found: Decimal, period: str, unit: Unit, semantics: Semantics = Semantics.FLOW
) -> Assessment:
    def quantity(value: Decimal) -> Quantity:
        return Quantity(low=value, high=value, written_unit="đơn vị", unit=unit)

    plan: Target = replace(target(PERFECT), quantity=quantity(wanted))
    seen: Observation = replace(result(f"1 ha @{period}"), quantity=quantity(found))
    return assess(Case(indicator=indicator(semantics), target=plan, observation=seen, on=date(2022, 12, 31)))


def compared(made: Assessment) -> Comparison:
    assert made.comparison is not None
    return made.comparison


@given(AMOUNTS, AMOUNTS, PERIODS, st.integers(-6, 12))
def test_a_unit_changes_no_status(wanted: Decimal, found: Decimal, period: str, shift: int) -> None:
    plain = case_of(wanted, found, period, Unit("HA"))
    scaled = case_of(wanted.scaleb(shift), found.scaleb(shift), period, Unit("HA"))
    assert (scaled.status, scaled.ratio, scaled.borderline) == (plain.status, plain.ratio, plain.borderline)


@given(AMOUNTS, AMOUNTS, AMOUNTS, PERIODS)
def test_more_is_never_worse_where_more_is_wanted(wanted: Decimal, less: Decimal, extra: Decimal, period: str) -> None:
    lower = case_of(wanted, less, period, Unit("HA")).status
    higher = case_of(wanted, less + extra, period, Unit("HA")).status
    assert WORSE_TO_BETTER.index(higher) >= WORSE_TO_BETTER.index(lower)


@given(AMOUNTS, AMOUNTS, PERIODS)
def test_a_ceiling_is_the_mirror_of_a_goal(allowed: Decimal, used: Decimal, period: str) -> None:
    ceiling = case_of(allowed, used, period, Unit("HA"), Semantics.CEILING)
    ratio = ceiling.ratio
    assert ratio is not None
    goal_reached = Fraction(allowed) * ratio
    share = compared(ceiling).path.elapsed
    mirrored = pace(goal_reached * share / (Fraction(allowed) * share))
    if used > allowed:
        assert ceiling.status is Status.EXCEEDED
    else:
        assert (ceiling.status is Status.WITHIN) == (mirrored is Status.ON_PATH)


@given(AMOUNTS, AMOUNTS, PERIODS)
def test_a_status_is_borderline_when_its_rounding_could_change_it(wanted: Decimal, found: Decimal, period: str) -> None:
    made = case_of(wanted, found, period, Unit("HA"))
    half = Decimal("0.05")
    ends = [case_of(wanted, found + step, period, Unit("HA")).status for step in (-half, half)]
    assert made.borderline == (found != wanted and any(end is not made.status for end in ends))


def test_a_count_has_no_rounding() -> None:
    made = judged(indicator(Semantics.INCREMENT, unit="trường"), "thêm 15 trường @2022", "15 trường @2022")
    assert compared(made).reached.interval.low == compared(made).reached.interval.high == 15


def test_an_approximate_count_gives_way_by_its_last_digit() -> None:
    made = judged(indicator(unit="xã"), "160 xã @2022", "~150 xã @2022")
    assert compared(made).reached.ends == (145, 155)


def test_a_result_with_an_open_side_is_borderline_unless_it_is_good() -> None:
    assert judged(indicator(Semantics.RATIO, unit="%"), "95 % @2022", "≥85 % @2022").borderline
    assert not judged(indicator(Semantics.RATIO, unit="%"), "80 % @2022", "≥85 % @2022").borderline


def test_what_is_still_needed_is_spread_on_the_quarters_left() -> None:
    needed = compared(judged(indicator(), "7.850 tỷ đồng @2022", "2.202,4 tỷ đồng @2022-Q1")).needed
    assert needed is not None
    assert (needed.amount, needed.periods, needed.every.value) == (Fraction("5647.6"), 3, "quarter")
    assert needed.each == Fraction("5647.6") / 3


def test_the_years_left_must_average_more_after_a_weak_year() -> None:
    made = judged(indicator(Semantics.GROWTH, unit="%"), "8,5 % @2022/2031 hằng năm", "7,25 % @2022")
    needed = compared(made).needed
    assert needed is not None
    assert (needed.amount, needed.periods, round(float(needed.each), 2)) == (None, 9, 8.64)


def test_thresholds_of_an_indicator_need_a_reason() -> None:
    with pytest.raises(InvalidFact, match="need a reason"):
        Thresholds(on_path=Fraction(9, 10))
    own = Thresholds(on_path=Fraction(85, 100), reason=Wording("Mùa du lịch từ quý II.", "The season starts in Q2."))
    made = assess(
        Case(
            indicator=indicator(),
            target=target("3.460 nghìn lượt @2022"),
            observation=result("755.950 lượt @2022-Q1"),
            on=date(2022, 3, 31),
            thresholds=own,
        )
    )
    assert made.status is Status.ON_PATH


def test_a_judgement_says_whose_it_is_and_how_old_the_result_is() -> None:
    made = judged(indicator(owner="STC"), "7.850 tỷ đồng @2022", "2.202,4 tỷ đồng @2022-Q1", on=date(2022, 4, 15))
    assert (made.owner, made.age_days) == ("STC", 15)


def test_an_undated_figure_is_not_compared() -> None:
    undated = replace(result("5 ha @2022"), period=None)
    made = assess(Case(indicator=indicator(), target=target(PERFECT), observation=undated, on=date(2022, 3, 31)))
    assert (made.status, made.age_days) == (Status.NOT_COMPARABLE, None)


@pytest.mark.parametrize(
    ("wanted", "year", "whole"),
    [
        ("5 ha @2022", 2022, "2022"),
        ("5 ha @../2022", 2022, "2022"),
        ("5 ha @../2022-Q2", 2022, "2022-M06"),
        ("5 ha @../2022-07-27", 2022, "2022-01-01/2022-07-27"),
        ("5 ha @2016/2020", 2018, "2016/2020"),
        ("5 ha @2016/2020 hằng năm", 2018, "2018"),
        ("5 ha @../2030", 2022, None),
    ],
)
def test_an_amount_is_spread_on_a_known_time(wanted: str, year: int, whole: str | None) -> None:
    found = whole_of(target(wanted), year)
    assert (str(found) if found else None) == whole


@pytest.mark.parametrize(
    ("found", "share"),
    [
        ("1 ha @2022-Q1", Fraction(1, 4)),
        ("1 ha @2022-Q3", Fraction(1, 4)),
        ("1 ha @2022-M09", Fraction(3, 4)),
        ("1 ha @2022-09", Fraction(1, 12)),
        ("1 ha @2022-09-30", Fraction(3, 4)),
        ("1 ha @2021/2022", None),
        ("1 ha @2023", None),
    ],
)
def test_a_result_covers_its_own_share_of_the_year(found: str, share: Fraction | None) -> None:
    assert covered_share(result(found), Period.of_year(2022)) == share


def test_the_easier_bound_of_a_range_decides() -> None:
    up = compared(judged(indicator(Semantics.RATIO, unit="%"), "7 – 7,5 % @2022", "7 % @2022")).aim
    down = compared(judged(indicator(Semantics.RATIO, Direction.DOWN, unit="%"), "20 – 21 % @2022", "21 % @2022")).aim
    assert (up.demand, up.deciding, up.shown) == (Demand.AT_LEAST, 7, Fraction(15, 2))
    assert (down.demand, down.deciding, down.shown) == (Demand.AT_MOST, 21, 20)
