from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.verification.samples import claim, fall, printed, term
from tiendo.facts.findings import Verdict
from tiendo.facts.intervals import Interval
from tiendo.verification.claims import Comparator
from tiendo.verification.expressions import Sum, Term, before_change, percent_of

SMALL, LARGE = term("600 tỷ đồng"), term("700 tỷ đồng", 50)


@pytest.mark.parametrize(
    ("computed", "comparator", "claimed", "holds"),
    [
        (SMALL, Comparator.EQUAL, SMALL, True),
        (SMALL, Comparator.EQUAL, LARGE, False),
        (SMALL, Comparator.EQUAL, term("600,4 tỷ đồng", 90), True),
        (SMALL, Comparator.EQUAL, term("600,6 tỷ đồng", 90), False),
        (SMALL, Comparator.AT_MOST, LARGE, True),
        (LARGE, Comparator.AT_MOST, SMALL, False),
        (term("600,4 tỷ đồng"), Comparator.AT_MOST, SMALL, True),
        (LARGE, Comparator.AT_LEAST, SMALL, True),
        (SMALL, Comparator.AT_LEAST, LARGE, False),
        (before_change(term("135 vụ"), term("45%", 50, added=100)), Comparator.WHOLE, term("135 vụ"), True),
        (before_change(term("12 vụ"), term("45,2%", 50, added=100)), Comparator.WHOLE, term("12 vụ"), False),
    ],
)
def test_a_claim_holds_where_some_values_stand_as_it_says(computed, comparator, claimed, holds):
    assert claim(computed, claimed, comparator=comparator).holds() is holds


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({}, Verdict.INCONSISTENT),
        ({"asserted": False}, Verdict.QUESTION),
        ({"readings": (LARGE,)}, Verdict.QUESTION),
        ({"readings": (LARGE,), "any_reading": True}, Verdict.CONSISTENT),
        ({"readings": (term("650 tỷ đồng", 90),)}, Verdict.INCONSISTENT),
        ({"readings": (term("650 tỷ đồng", 90),), "any_reading": True}, Verdict.INCONSISTENT),
    ],
)
def test_the_verdict_depends_on_what_the_text_asserts_and_on_other_readings(more, verdict):
    assert claim(SMALL, LARGE, **more).verdict() is verdict


def test_a_claim_that_holds_is_consistent_even_if_nobody_asserts_it():
    assert claim(SMALL, SMALL, asserted=False).verdict() is Verdict.CONSISTENT


def test_the_reading_that_holds_is_known_the_computed_side_first():
    assert claim(SMALL, LARGE, readings=(LARGE,)).holding_reading() is LARGE
    assert claim(LARGE, LARGE, readings=(SMALL,)).holding_reading() is LARGE
    assert claim(SMALL, LARGE).holding_reading() is None


def test_each_printed_number_is_listed_once():
    one = claim(Sum((SMALL, LARGE, SMALL)), SMALL, readings=(LARGE,))
    assert [number.text for number in one.numbers()] == ["600 tỷ đồng", "700 tỷ đồng"]


def test_an_edit_can_make_a_claim_hold():
    one = claim(SMALL, LARGE)
    assert one.holds({SMALL.number.key: printed("700 tỷ đồng").interval})
    assert not one.holds({SMALL.number.key: printed("800 tỷ đồng").interval})


AMOUNTS = st.integers(1, 5_000)


@given(AMOUNTS, AMOUNTS, AMOUNTS, st.integers(0, 2), st.integers(0, 10**9), st.integers(0, 10**9))
def test_widening_a_printed_interval_never_breaks_a_claim_that_holds(one, two, whole, which, below, above):
    """Required of the product: more room for rounding is never a contradiction."""
    terms = tuple(term(f"{value} tỷ đồng", 50 * place) for place, value in enumerate((one, two, whole)))
    claims = [
        claim(Sum(terms[:2]), terms[2], comparator=comparator)
        for comparator in (Comparator.EQUAL, Comparator.AT_MOST, Comparator.AT_LEAST)
    ]
    claims.append(claim(percent_of(terms[0], terms[1]), term("50%", 300)))
    claims.append(claim(before_change(terms[0], fall("8,9%", 300)), terms[1]))
    edited = terms[which].number
    assert edited.interval.low is not None
    assert edited.interval.high is not None
    wider = {edited.key: Interval(edited.interval.low - below, edited.interval.high + above)}
    for each in claims:
        assert each.holds(wider) or not each.holds()


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_scaling_all_numbers_by_a_unit_changes_no_verdict(one, two, whole):
    """Required of the product: the same intervals in another unit give the same verdict."""
    large = [term(f"{value} tỷ đồng", 50 * place) for place, value in enumerate((one, two, whole))]
    small = [_in_millions(value, 50 * place) for place, value in enumerate((one, two, whole))]
    for comparator in (Comparator.EQUAL, Comparator.AT_MOST, Comparator.AT_LEAST):
        first, second = (
            claim(Sum(tuple(terms[:2])), terms[2], comparator=comparator).verdict() for terms in (large, small)
        )
        assert first is second


def _in_millions(billions: int, start: int) -> Term:
    """The same amount in triệu, known to as many digits."""
    value = Decimal(billions).scaleb(3)
    return term(f"{billions * 1000} triệu đồng", start, low=value, high=value)
