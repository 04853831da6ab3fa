from __future__ import annotations

from datetime import date

import pytest

from tiendo.assessment.timeliness import Report, last_whole_quarter, quarters_until, timeliness
from tiendo.catalogue import load_catalogue
from tiendo.facts.period import Period

Q1 = Period.quarter(2022, 1)
END = Q1.last_day


def record(*reports, indicators=("budget_revenue",), quarter=Q1):
    catalogue = load_catalogue()
    return timeliness([catalogue[code] for code in indicators], reports, [quarter])[0]


@pytest.mark.parametrize(
    ("days_known", "days"),
    [
        ([date(2022, 4, 10)], 10),
        ([date(2022, 4, 20), date(2022, 4, 10)], 10),  # the first counts
        ([None, date(2022, 4, 10)], 10),  # a document without a day takes nothing away
        ([date(2022, 3, 25)], 0),  # an estimate before the end is not late, and not early either
        ([None], None),
    ],
)
def test_days_are_counted_from_the_end_of_the_quarter_to_the_first_report(days_known, days):
    told = record(*(Report("budget_revenue", END, on) for on in days_known))
    assert told.days == {"budget_revenue": days}


def test_a_result_of_another_quarter_does_not_count():
    assert record(Report("budget_revenue", date(2021, 12, 31), date(2022, 4, 1))).days == {}


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [(1, {"monthly"}), (2, {"monthly", "half_yearly"}), (3, {"monthly"}), (4, {"monthly", "half_yearly", "annual"})],
)
def test_a_result_is_expected_as_often_as_it_is_published(quarter, expected):
    catalogue = load_catalogue()
    one_of_each = {one.frequency.value: one.id for one in catalogue.indicators.values()}
    told = record(indicators=tuple(one_of_each.values()), quarter=Period.quarter(2022, quarter))
    assert {catalogue[code].frequency.value for code in told.expected} - {"quarterly"} == expected & set(one_of_each)


def test_quarters_run_back_over_the_turn_of_the_year():
    assert quarters_until(Period.quarter(2022, 2), 3) == (
        Period.quarter(2022, 2),
        Period.quarter(2022, 1),
        Period.quarter(2021, 4),
    )


@pytest.mark.parametrize(
    ("on", "last"), [(date(2022, 3, 31), (2021, 4)), (date(2022, 4, 1), (2022, 1)), (date(2022, 12, 31), (2022, 3))]
)
def test_a_quarter_is_whole_on_the_day_after_its_end(on, last):
    assert last_whole_quarter(on) == Period.quarter(*last)


def test_the_known_days_are_in_order():
    told = record(
        Report("budget_revenue", END, date(2022, 4, 20)),
        Report("grdp", END, None),
        Report("visitors", END, date(2022, 4, 5)),
    )
    assert told.dated == [5, 20]
