"""One indicator in all units of a province: what counts, what is comparable, and who sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.unit.ledger.samples import document, moment, read, recorded, result
from tests.unit.ledger.test_report_observations import report, value
from tiendo.facts.period import Period
from tiendo.facts.quantity import Unit
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.withdraw_document import withdraw_submission
from tiendo.ledger.selectors.by_territory import ByTerritory, by_territory
from tiendo.ledger.selectors.territorial import territorial_indicators, territorial_periods
from tiendo.ledger.selectors.viewing import Known, Viewer, known_at

pytestmark = pytest.mark.django_db

INSIDE = Viewer(OPERATOR)
PUBLIC = Viewer()


def asked(
    period: str, viewer: Viewer = INSIDE, known: Known | None = None, code: str = "budget_revenue"
) -> ByTerritory:
    return by_territory(catalogue_at()[code], Period.parse(period), "20", viewer, known or known_at())


def values(found: ByTerritory) -> dict[str, str]:
    return {one.unit.code: str(one.value) for one in found.units if one.value is not None}


def test_units_are_those_of_the_last_day_of_the_period():
    assert len(asked("2025-H1").units) == 11
    assert len(asked("2025-Q3").units) == 65
    assert {one.unit.level for one in asked("2025").units} == {"commune"}


def test_every_unit_has_its_own_value_and_the_others_none():
    report(value("10", territory="180"), value("20", territory="181"), value("900"))
    found = asked("2022-Q1")
    assert values(found) == {"180": "10", "181": "20"}
    assert found.known == 2
    assert next(one for one in found.units if one.unit.code == "180").source == "bang.csv"
    assert next(one for one in found.units if one.unit.code == "182").result is None


def test_other_periods_that_end_on_the_same_day_are_others():
    report(value("10", "2022-Q1", territory="180"), value("3", "2022-03", territory="181"))
    assert values(asked("2022-Q1")) == {"180": "10"}
    assert values(asked("2022-03")) == {"181": "3"}


def test_a_correction_counts_from_its_moment():
    report(value("10", territory="180"))
    report(value("11", territory="180"), hours=2)
    assert values(asked("2022-Q1")) == {"180": "11"}
    assert values(asked("2022-Q1", known=known_at(moment(1)))) == {"180": "10"}
    assert values(asked("2022-Q1", known=known_at(moment(0)))) == {}


def test_a_final_value_comes_before_a_later_estimate_of_somebody_else():
    report(value("10", territory="180"), agency="STC")
    report(value("12", territory="180", estimated=True), agency="CTK", hours=2)
    assert values(asked("2022-Q1")) == {"180": "10"}


def test_running_totals_are_not_compared_with_values_of_the_period():
    report(value("10", territory="180"), value("20", territory="181"), value("70", territory="182", cumulative=True))
    found = asked("2022-Q1")
    assert values(found) == {"180": "10", "181": "20"}
    other = next(one for one in found.units if one.unit.code == "182")
    assert other.result is not None
    assert other.result.low == Decimal(70)


def test_units_of_measure_become_one():
    in_millions = result("5000", start=40)
    quantity = replace(in_millions.quantity, unit=Unit("VND", 6), written_unit="triệu đồng")
    recorded(
        document(
            read(result("7"), place="180"),
            read(replace(in_millions, quantity=quantity), place="181"),
        )
    )
    assert values(asked("2022-Q1")) == {"180": "7", "181": "5"}


def test_beside_a_value_stands_that_of_the_same_unit_a_year_before():
    report(value("10", "2021-Q1", territory="180"), value("12", territory="180"), value("5", territory="181"))
    before = {one.unit.code: one.before for one in asked("2022-Q1").units if one.value is not None}
    assert before == {"180": Decimal(10), "181": None}


def test_a_code_that_was_put_to_new_use_has_no_past():
    # 06040 was the town of Thất Khê until 30 June 2025 and is a commune three times as large since.
    report(value("4", "2024-Q3", territory="06040"), value("9", "2025-Q3", territory="06040"))
    found = next(one for one in asked("2025-Q3").units if one.unit.code == "06040")
    assert (found.value, found.before) == (Decimal(9), None)


def test_a_fall_is_negative_and_compared_with_rises():
    growth = "budget_revenue_growth"
    fall = value("3.5", territory="180", indicator=growth)._replace(negative=True)
    report(fall, value("2", territory="181", indicator=growth))
    assert values(asked("2022-Q1", code=growth)) == {"180": "-3.5", "181": "2"}


def test_the_public_sees_what_is_published():
    sent = report(value("10", territory="180"))
    report(value("20", territory="181", indicator="budget_expenditure"), hours=2)
    assert values(asked("2022-Q1", PUBLIC)) == {}
    assert territorial_indicators("20", PUBLIC, known_at()) == ()
    assert territorial_periods("budget_revenue", "20", PUBLIC, known_at()) == ()
    publish(subject=sent.submission, by=OPERATOR, at=moment(3), why="")
    assert values(asked("2022-Q1", PUBLIC)) == {"180": "10"}
    assert territorial_indicators("20", PUBLIC, known_at()) == ("budget_revenue",)
    assert territorial_indicators("20", INSIDE, known_at()) == ("budget_expenditure", "budget_revenue")
    assert territorial_indicators("20", PUBLIC, known_at(moment(2))) == ()


def test_the_public_is_offered_an_indicator_whose_first_result_is_hidden():
    report(value("10", territory="180"))
    second = report(value("20", territory="181"), hours=2)
    publish(subject=second.submission, by=OPERATOR, at=moment(3), why="")
    assert territorial_indicators("20", PUBLIC, known_at()) == ("budget_revenue",)


def test_only_units_directly_below_the_province_are_a_choice():
    report(
        value("1", "2022-Q1"),
        value("2", "2022-Q2", territory="06040"),  # a commune within a district: no map shows it
        value("3", "2022-Q3", territory="180"),
        value("4", "2025-Q3", territory="06040"),
    )
    found = territorial_periods("budget_revenue", "20", INSIDE, known_at())
    assert [str(period) for period in found] == ["2025-Q3", "2022-Q3"]
    assert territorial_indicators("20", INSIDE, known_at()) == ("budget_revenue",)
    assert territorial_indicators("20", INSIDE, known_at(date(2025, 1, 1))) == ()


def test_what_was_withdrawn_is_no_choice():
    sent = report(value("10", territory="180"))
    assert territorial_indicators("20", INSIDE, known_at()) == ("budget_revenue",)
    withdraw_submission(submission=sent.submission, by=OPERATOR, at=moment(2), why="sent by mistake")
    assert territorial_indicators("20", INSIDE, known_at()) == ()
    assert territorial_periods("budget_revenue", "20", INSIDE, known_at()) == ()
    assert values(asked("2022-Q1")) == {}
