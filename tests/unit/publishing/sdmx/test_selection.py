"""Which observations a query takes: the grammar, compared with a slow and obvious reading of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.publishing.sdmx.samples import column, published, stated
from tiendo.facts.errors import LookupRefused
from tiendo.publishing.sdmx.selection import selection

ROWS = published(
    *(
        stated(value, record=place, period=period, territory=territory, plan_percent=percent)
        for place, (value, period, territory, percent) in enumerate(
            [
                ("10", "2021", "20", None),
                ("2.5", "2022-Q1", "20", "28.1"),
                ("5", "2022-H1", "20", "50"),
                ("7.5", "2022-M09", "20", None),
                ("3", "2022-03", "178", None),
                ("9", "2022-03-31", "178", "9"),
                ("40", "2016/2020", "20", None),
            ],
            start=1,
        )
    )
)


def taken(key="*", **conditions):
    return set(column(list(selection(key, conditions).of(ROWS)), "OBS_VALUE"))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("ge:2022", {"2.5", "5", "7.5", "3", "9"}),
        ("gt:2021", {"2.5", "5", "7.5", "3", "9"}),
        ("ge:2022-Q2", set()),
        ("le:2021", {"10", "40"}),
        ("lt:2021", {"40"}),
        ("le:2022-03", {"10", "40", "2.5", "3", "9"}),
        ("ge:2022-01 le:2022-06", {"2.5", "5", "3", "9"}),
        ("eq:2022-01-01/P9M", {"7.5"}),
        ("2022-S1,2022-Q1", {"5", "2.5"}),
        ("2022-M03", {"3"}),
        ("ne:2021", {"2.5", "5", "7.5", "3", "9", "40"}),
        ("lt:2021,ge:2022-03-31", {"40", "9"}),
    ],
)
def test_periods_are_compared_by_their_days(condition, expected):
    assert taken(TIME_PERIOD=condition) == expected


@given(st.sampled_from(["eq", "ne", "lt", "le", "gt", "ge"]), st.decimals(0, 50, places=1).map(str))
def test_numbers_are_compared_as_numbers(operator, bound):
    compared = {
        "eq": Decimal.__eq__, "ne": Decimal.__ne__, "lt": Decimal.__lt__,
        "le": Decimal.__le__, "gt": Decimal.__gt__, "ge": Decimal.__ge__,
    }[operator]  # fmt: skip
    values = column(ROWS, "OBS_VALUE")

    assert taken(OBS_VALUE=f"{operator}:{bound}") == {one for one in values if compared(Decimal(one), Decimal(bound))}


def test_what_is_absent_equals_nothing_and_is_no_smaller():
    assert taken(PLAN_PERCENT="le:50") == {"2.5", "5", "9"}
    assert taken(PLAN_PERCENT="ne:50") == {"10", "2.5", "7.5", "3", "9", "40"}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("*", {"10", "2.5", "5", "7.5", "3", "9", "40"}),
        ("Q", {"2.5"}),
        ("*.VN178", {"3", "9"}),
        (".VN178.", {"3", "9"}),
        ("Q,M.VN178", {"2.5", "3"}),
        ("Q,*", {"10", "2.5", "5", "7.5", "3", "9", "40"}),
        ("A.VN20.budget_revenue.RESULT.PERIOD.VND.1", {"10"}),
    ],
)
def test_a_key_names_codes_in_the_order_of_the_dimensions(key, expected):
    assert taken(key) == expected


def test_a_comma_is_or_and_a_plus_sign_is_and():
    assert taken(OBS_VALUE="ge:3+le:5,40") == {"3", "5", "40"}
    assert taken(SOURCE="sw:12/+ew:UBND") == set(column(ROWS, "OBS_VALUE"))
    assert taken(SOURCE="nc:BC") == set()


def test_a_space_in_words_is_a_space():
    (row,) = published(stated(source="Thông cáo báo chí"))

    for condition in ("Thông cáo báo chí", "co:cáo báo", "sw:Thông ew:chí"):
        assert list(selection("*", {"SOURCE": condition}).of([row])) == [row]
    assert list(selection("*", {"SOURCE": "co:cáo chí"}).of([row])) == []


def test_values_that_must_be_met_are_told():
    chosen = selection("*.VN20.budget_revenue,*.VN178.budget_revenue", {"MEASURE": "RESULT,TARGET"})

    assert chosen.values("REF_AREA") == {"VN20", "VN178"}
    assert chosen.values("INDICATOR") == {"budget_revenue"}
    assert chosen.values("MEASURE") == {"RESULT", "TARGET"}
    assert chosen.values("FREQ") is None
    assert selection("*", {"INDICATOR": "ne:visitors"}).values("INDICATOR") is None
    assert selection("*.*.visitors", {"INDICATOR": "budget_revenue"}).values("INDICATOR") == frozenset()


@pytest.mark.parametrize(
    ("key", "conditions"),
    [
        ("A.B.C.D.E.F.G.H", {}),
        ("A'", {}),
        ("*", {"NOTHING": "1"}),
        ("*", {"FREQ": ""}),
        ("*", {"FREQ": "A,"}),
        ("*", {"TIME_PERIOD": "2022-W1"}),
        ("*", {"OBS_VALUE": "gt:many"}),
        ("*", {"UNIT_MULT": "Infinity"}),
        (",".join(["Q"] * 201), {}),
    ],
)
def test_what_the_grammar_does_not_know_is_refused_in_both_languages(key, conditions):
    with pytest.raises(LookupRefused) as refused:
        selection(key, conditions)
    assert refused.value.vi != refused.value.en
