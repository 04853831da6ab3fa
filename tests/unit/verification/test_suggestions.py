from __future__ import annotations

import pytest

from tests.unit.verification.samples import claim, term
from tiendo.facts.findings import Slip
from tiendo.facts.quantity import Change
from tiendo.verification.expressions import Sum, before_change, percent_of
from tiendo.verification.suggestions import Neighbours, likely_slips

# Expenditure as it is printed with one slip: 1.798,4 was meant.
BALANCED = term("1.789,4 tỷ đồng", 100)
PROGRAMMES = term("162 tỷ đồng", 200)
TOTAL = term("1.960,4 tỷ đồng", 0)
PLAN = term("9.669 tỷ đồng", 10, document="nghi-quyet.txt", is_plan=True)
PERCENT = term("18,6%", 150)

SUM = claim(Sum((BALANCED, PROGRAMMES)), TOTAL)
OF_PLAN = claim(percent_of(BALANCED, PLAN), PERCENT, check="plan-percent")


def slips(one, *others):
    """The likeliest slips of a claim among others: quote, likely text, slip."""
    found = likely_slips(one, Neighbours((one, *others)))
    return [(each.place.quote, each.likely, each.slip) for each in found.suggestions]


def test_the_single_number_that_mends_several_relations_is_named_first():
    """`PERCENT` alone could mend the percentage, `TOTAL` alone the sum; only one number mends both."""
    expected = ("1.789,4 tỷ đồng", "1.798,4 tỷ đồng", Slip.SWAPPED_DIGITS)
    assert not SUM.holds()
    assert not OF_PLAN.holds()
    assert slips(SUM, OF_PLAN)[0] == expected
    assert slips(OF_PLAN, SUM)[0] == expected


def test_it_is_known_that_the_first_suggestion_explains_others_too():
    assert likely_slips(SUM, Neighbours((SUM, OF_PLAN))).mends_others
    assert not likely_slips(SUM, Neighbours((SUM,))).mends_others


def test_a_change_that_breaks_another_relation_is_not_suggested():
    """127 is ten too many; once something else confirms it, one of the parts has to be the slip."""
    parts, total = (term("45 xã"), term("72 xã", 50)), term("127 xã", 90)
    one = claim(Sum(parts), total)
    confirmed = claim(percent_of(total, term("254 xã", 130)), term("50%", 170))
    assert confirmed.holds()
    assert "127 xã" in {quote for quote, _, _ in slips(one)}
    assert {quote for quote, _, _ in slips(one, confirmed)} == {"45 xã", "72 xã"}


def test_a_question_that_does_not_hold_is_no_reason_against_a_change():
    asked = claim(term("5 xã", 300), term("9 xã", 310), asserted=False)
    assert slips(SUM, asked) == slips(SUM)


def test_no_more_than_two_numbers_are_named_and_each_once():
    named = slips(SUM)
    assert 0 < len(named) <= 2
    assert len({quote for quote, _, _ in named}) == len(named)


def test_nothing_is_suggested_where_no_single_slip_mends_it():
    assert slips(claim(term("612 xã"), term("87.345 xã", 50))) == []


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            claim(percent_of(term("2.530 ha"), term("9.000 ha", 50, is_plan=True)), term("21,8%", 90)),
            ("21,8%", "28,1%", Slip.SWAPPED_DIGITS),
        ),
        (
            claim(
                before_change(term("660 tỷ đồng"), term("10%", 90, added=100, change=Change.DECREASE)),
                term("600 tỷ đồng", 150),
            ),
            ("10%", "tăng 10%", Slip.SIGN),
        ),
        (
            claim(Sum((term("1.854,6 tỷ đồng"), term("1.623 tỷ đồng", 50))), term("2.016,9 tỷ đồng", 90)),
            ("1.623 tỷ đồng", "162,3 tỷ đồng", Slip.DECIMAL_MARK),
        ),
        (
            claim(Sum((term("750 tỷ đồng"), term("523 tỷ đồng", 50))), term("1.273 triệu đồng", 90)),
            ("1.273 triệu đồng", "1.273 tỷ đồng", Slip.UNIT),
        ),
        (
            claim(Sum((term("45 xã"), term("72 xã", 50))), term("17 xã", 90)),
            ("17 xã", "117 xã", Slip.LOST_DIGIT),
        ),
        (
            claim(Sum((term("45 xã"), term("72 xã", 50))), term("1117 xã", 90)),
            ("1117 xã", "117 xã", Slip.DOUBLED_DIGIT),
        ),
    ],
)
def test_each_kind_of_slip_is_recognised(one, expected):
    assert slips(one)[0] == expected


def test_a_plan_is_less_likely_to_be_wrong_than_the_report_about_it():
    """9.000 against 9.090 or 2.530 against 2.503: a swap either way; the plan was printed long before."""
    report, plan = term("45 xã"), term("54 xã", 50, is_plan=True)
    first, *_ = slips(claim(report, plan))
    assert first == ("45 xã", "54 xã", Slip.SWAPPED_DIGITS)


def test_a_number_that_others_confirm_is_named_later():
    result, percent, plan = term("2.530 ha"), term("21,8%", 50), term("9.000 ha", 90)
    broken = claim(percent_of(result, plan), percent)
    confirmed = claim(Sum((term("1.530 ha", 200), term("1.000 ha", 240))), result)
    assert slips(broken, confirmed)[0][0] == "21,8%"


def test_the_message_of_a_suggestion_speaks_both_languages():
    first = likely_slips(SUM, Neighbours((SUM, OF_PLAN))).suggestions[0]
    assert first.message.vi == "Có thể “1.789,4 tỷ đồng” phải là “1.798,4 tỷ đồng” (hai chữ số đổi chỗ)."
    assert first.message.en == "“1.789,4 tỷ đồng” may have to be “1.798,4 tỷ đồng” (two digits swapped)."
