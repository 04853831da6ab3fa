"""The board: which figures are compared, how rows are grouped and counted, against a slow obvious twin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.assessment.figures import catalogue, entry, indicator, result, target
from tests.unit.publishing.sample import board
from tiendo.assessment.board import Board, BoardEntry, Row, build_board
from tiendo.assessment.rules import Outcome
from tiendo.assessment.status import Status
from tiendo.catalogue.model import Catalogue, Indicator, Semantics
from tiendo.facts.decisions import Unknown
from tiendo.facts.period import Period
from tiendo.matching.reasons import NEAR_NAME
from tiendo.reference.territories import NATIONAL

FIRST_QUARTER = Period.quarter(2022, 1)
FOREST = indicator(code="forest", unit="ha")


def board_of(*figures: str, period: Period = FIRST_QUARTER, measure: Indicator = FOREST) -> Board:
    """A board of one indicator; targets begin with `mục tiêu: `."""
    entries = []
    for figure in figures:
        kind, _, notation = figure.partition(": ")
        entries.append(entry(measure, target(notation) if kind == "mục tiêu" else result(notation)))
    return build_board(entries, period, catalogue(measure))


def only_row(made: Board) -> Row:
    (row,) = made.rows
    return row


def test_the_sample_board_reads_as_the_officer_would() -> None:
    statuses = {row.indicator.id: row.assessment.status for row in board().rows}
    assert statuses == {
        "grdp": Status.NO_DATA,
        "visitors": Status.WATCH,
        "tourism": Status.BEHIND,
        "exports_growth": Status.WATCH,
        "revenue": Status.ON_PATH,
        "expenditure": Status.WITHIN,
        "schools": Status.ON_PATH,
        "communes": Status.NO_DATA,
        "accidents": Status.NO_DATA,
        "forest": Status.ON_PATH,
        "cover": Status.NO_DATA,
    }
    assert [section.sector.id for section in board().sections] == ["economy", "society", "environment"]
    assert [row.indicator.id for row in board().unplanned] == ["exports", "retail"]


def test_totals_count_every_row_once() -> None:
    totals = board().totals
    assert totals.rows == 11
    assert totals.fresh_share == Fraction(7, 11)
    assert {status.value: count for status, count in totals.counts.items() if count} == {
        "on-path": 3,
        "watch": 2,
        "behind": 1,
        "within": 1,
        "no-data": 4,
    }


def test_the_years_own_target_comes_before_nearer_and_later_ones() -> None:
    row = only_row(board_of("mục tiêu: 100 ha @../2030", "mục tiêu: 5 ha @../2022-Q2", "mục tiêu: 9 ha @2022"))
    assert row.target is not None
    assert str(row.target.record.period) == "2022"
    assert [str(one.record.period) for one in row.horizons] == ["../2030"]


def test_without_an_own_target_the_nearest_later_one_counts() -> None:
    row = only_row(board_of("mục tiêu: 100 ha @../2030", "mục tiêu: 50 ha @../2025", "mục tiêu: 40 ha @2016/2020"))
    assert row.target is not None
    assert str(row.target.record.period) == "../2025"


def test_one_value_written_in_two_units_is_one_horizon() -> None:
    later = ("mục tiêu: ~6 triệu lượt @../2030", "mục tiêu: 6.000 nghìn lượt @../2030")
    row = only_row(board_of("mục tiêu: 3.460 nghìn lượt @2022", *later, measure=indicator(unit="nghìn lượt")))
    assert [one.record.quote for one in row.horizons] == ["~6 triệu lượt @../2030"]


def test_a_plan_that_has_not_begun_is_only_a_horizon() -> None:
    assert board_of("mục tiêu: 40 ha @2026/2030").rows == ()


def test_a_share_of_the_plan_is_no_target_of_the_amount() -> None:
    assert board_of("mục tiêu: ≥60 % @../2022-Q2 kế hoạch").rows == ()


def test_the_periods_own_value_comes_before_running_totals_and_parts() -> None:
    second = Period.quarter(2022, 2)
    figures = ("kết quả: 30 ha @2022-04", "kết quả: 45 ha @2022-Q2", "kết quả: 90 ha @2022-H1")
    row = only_row(board_of("mục tiêu: 200 ha @2022", *figures, period=second))
    assert row.result is not None
    assert row.result.record.quote == "45 ha @2022-Q2"


def test_the_latest_state_of_a_level_counts() -> None:
    cover = indicator(Semantics.RATIO, code="cover", unit="%")
    figures = ("kết quả: 61 % @2022-03-15", "kết quả: 62 % @2022-03-31", "kết quả: 60 % @2022-02-28")
    row = only_row(board_of("mục tiêu: 62 % @2022", *figures, measure=cover))
    assert row.result is not None
    assert row.result.record.quote == "62 % @2022-03-31"


def test_a_final_value_comes_before_an_estimate() -> None:
    row = only_row(board_of("mục tiêu: 9 ha @2022", "kết quả: 3 ha @2022-Q1", "kết quả: 4 ha @2022-Q1 ước"))
    assert row.result is not None
    assert row.result.record.quote == "3 ha @2022-Q1"


def test_an_old_result_is_judged_by_its_own_date_and_is_not_fresh() -> None:
    row = only_row(board_of("mục tiêu: 1.000 ha @2022", "kết quả: 250 ha @2022-Q1", period=Period.parse("2022-H1")))
    assert (row.assessment.status, row.assessment.age_days, row.is_fresh) == (Status.ON_PATH, 91, False)


def test_a_growth_target_takes_the_change_claimed_beside_the_amount() -> None:
    (row,) = [row for row in board().rows if row.indicator.id == "exports_growth"]
    assert row.from_claim
    assert row.result is not None
    assert row.result.record.quantity.low == row.result.record.yoy_percent


def test_figures_of_no_known_indicator_and_without_a_period_are_counted() -> None:
    unknown = BoardEntry("a.txt", "a", result("5 ha @2022"), Unknown(("no-such-name",)))
    undated = entry(FOREST, replace(result("5 ha @2022"), period=None))
    made = build_board([unknown, undated], FIRST_QUARTER, catalogue(FOREST))
    assert (made.unlinked, made.undated, made.rows) == (1, 1, ())


def test_a_near_name_on_one_side_only_is_not_compared() -> None:
    plan = entry(FOREST, target("9 ha @2022"), "62/NQ-HĐND", f"{NEAR_NAME}:forest#0")
    found = entry(FOREST, result("3 ha @2022-Q1"))
    row = only_row(build_board([plan, found], FIRST_QUARTER, catalogue(FOREST)))
    assert (row.assessment.status, row.assessment.outcome) == (Status.NOT_COMPARABLE, Outcome.NEAR_NAMES)
    assert row.warnings == (f"{NEAR_NAME}:forest#0",)


def test_the_board_of_nothing_is_empty() -> None:
    made = build_board([], FIRST_QUARTER, catalogue(FOREST), on=date(2022, 4, 4))
    assert (made.rows, made.totals.rows, made.totals.fresh_share) == ((), 0, None)


PLACES = st.sampled_from(["2021", "2022", "2022-Q1", "2022-03", "2022-M03", "2022-Q2", "../2022-Q2", "../2030"])
FIGURES = st.lists(st.tuples(st.booleans(), st.integers(1, 9), PLACES), max_size=8)


@given(FIGURES)
def test_the_choice_agrees_with_a_slow_obvious_twin(drawn: list[tuple[bool, int, str]]) -> None:
    figures = [
        f"{'mục tiêu' if wanted or '..' in period else 'kết quả'}: {value} ha @{period}"
        for wanted, value, period in drawn
    ]
    made = board_of(*figures)
    rows = (*made.rows, *made.unplanned)
    found = [
        (row.target.record.quote if row.target else None, row.result.record.quote if row.result else None)
        for row in rows
    ]
    assert found == _slow_choice(figures)


def _slow_choice(figures: list[str]) -> list[tuple[str | None, str | None]]:
    """The rules in the words of `docs/method.md`, one after the other."""
    wanted = [figure.partition(": ")[2] for figure in figures if figure.startswith("mục tiêu")]
    seen = [figure.partition(": ")[2] for figure in figures if figure.startswith("kết quả")]
    own, to_the_day = _of(wanted, "2022"), _of(wanted, "2022-Q1", "2022-M03", "2022-03")
    in_the_year, later = _of(wanted, "../2022-Q2"), _of(wanted, "../2030")
    chosen_target = next(iter(own + to_the_day + in_the_year + later), None)
    # The quarter's own value, else the running total; the later reading corrects the earlier.
    once = list(dict.fromkeys(seen))
    chosen_result = next(iter(_of(once, "2022-Q1")[::-1] + _of(once, "2022-M03")[::-1]), None)
    return [(chosen_target, chosen_result)] if chosen_target or chosen_result else []


def _of(quotes: list[str], *periods: str) -> list[str]:
    return [quote for quote in quotes if quote.rpartition("@")[2] in periods]


def test_catalogue_sectors_give_the_order_of_the_sections() -> None:
    water = indicator(code="water", sector="environment")
    roads = indicator(code="roads", sector="economy")
    other = indicator(code="other", sector="elsewhere")
    listed: Catalogue = catalogue(water, roads, other)
    entries = [entry(one, target("5 tỷ đồng @2022")) for one in (other, water, roads)]
    made = build_board(entries, FIRST_QUARTER, listed)
    assert [section.sector.id for section in made.sections] == ["economy", "environment", "elsewhere"]


def test_figures_of_another_province_and_of_the_country_are_left_out() -> None:
    plan, found = entry(FOREST, target("100 ha @2022")), entry(FOREST, result("20 ha @2022-Q1"))
    abroad = replace(entry(FOREST, result("70 ha @2022-Q1")), territory="04")
    national = replace(entry(FOREST, result("90 ha @2022-Q1")), territory=NATIONAL)
    ours = [replace(one, territory="20") for one in (plan, found)]

    made = build_board([abroad, national, *ours], FIRST_QUARTER, catalogue(FOREST))

    assert (made.territory, made.elsewhere) == ("20", 2)
    assert only_row(made).result == ours[1]


def test_a_board_of_national_documents_is_of_the_country() -> None:
    plan = replace(entry(FOREST, target("100 ha @2022")), territory=NATIONAL)

    made = build_board([plan], FIRST_QUARTER, catalogue(FOREST))

    assert (made.territory, made.elsewhere, len(made.rows)) == (NATIONAL, 0, 1)
