"""How a result differs from that of the year before, where the two can be compared."""

from __future__ import annotations

import pytest

from tests.unit.assessment.figures import indicator, result
from tiendo.catalogue.model import Semantics
from tiendo.web.pages.indicator.changes import by_period, change_words


def change(now, before, semantics=Semantics.FLOW, unit="tỷ đồng", breaks=(), language="vi", **claims):
    record = result(now, **claims)
    return change_words(
        record, by_period([result(before), record]), indicator(semantics, unit=unit, breaks=breaks), language
    )


@pytest.mark.parametrize(
    ("now", "before", "semantics", "said"),
    [
        ("110 tỷ đồng @2022", "100 tỷ đồng @2021", Semantics.FLOW, "+10%"),
        ("1,1 nghìn tỷ đồng @2022", "1000 tỷ đồng @2021", Semantics.FLOW, "+10%"),
        ("95,5 tỷ đồng @2022-Q1", "100 tỷ đồng @2021-Q1", Semantics.FLOW, "−4,5%"),
        ("63,3 % @2022", "63 % @2021", Semantics.RATIO, "+0,3 điểm %"),
        ("5,65 % @2022", "7,88 % @2021", Semantics.RATIO, "−2,23 điểm %"),
        ("2 % @2022", "giảm 1 % @2021", Semantics.GROWTH, "+3 điểm %"),
        ("100 tỷ đồng @2022", "100 tỷ đồng @2021", Semantics.FLOW, "0%"),
        # Nothing to compare with.
        ("110 tỷ đồng @2022", "100 tỷ đồng @2020", Semantics.FLOW, ""),
        ("110 tỷ đồng @2022", "100 tỷ đồng @2021-Q1", Semantics.FLOW, ""),
        ("110 tỷ đồng @2022", "100 xã @2021", Semantics.FLOW, ""),
        ("110 tỷ đồng @2022", "100 tỷ đồng @2021 lũy kế", Semantics.FLOW, ""),
        ("≥60 % @2022", "50 % @2021", Semantics.RATIO, ""),
        ("12 hạng @2022", "15 hạng @2021", Semantics.RANK, ""),
    ],
)  # fmt: skip
def test_changes(now, before, semantics, said):
    assert change(now, before, semantics) == said


def test_nothing_is_compared_across_a_new_definition():
    assert change("12 % @2022", "6 % @2021", Semantics.RATIO, unit="%", breaks=(2022,)) == ""


def test_what_the_document_claims_comes_first():
    assert change("110 tỷ đồng @2022", "100 tỷ đồng @2021", yoy="-8.9") == "−8,9%"


def test_in_english():
    assert change("63,3 % @2022", "63 % @2021", Semantics.RATIO, language="en") == "+0.3 points"
