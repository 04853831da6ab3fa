from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.cli.samples import CITATION, OBSERVATION, TARGET, TASK, at, quantity
from tests.unit.facts.generated import RECORDS
from tiendo.facts.period import Period
from tiendo.facts.quantity import Unit
from tiendo.facts.records import Observation, Target, Task
from tiendo.intake.differences import Change, differences

REVENUE = replace(OBSERVATION, plan_percent=None, yoy_percent=None, subject="Thu ngân sách", provision=("I", "1"))
HIGHER = replace(REVENUE, quantity=quantity("2302.4", "2302.4", "tỷ đồng", Unit("VND", 9)))
MOVED = replace(REVENUE, start=900, end=900 + len(REVENUE.quote), provision=("II",), confidence=0.5, doubts=())
LATER = "Sở Tài chính phối hợp với Cục Thuế rà soát nguồn thu, xong trong tháng 9/2022."


def task(quote: str, **fields) -> Task:
    return Task(**at(300, quote), lead=("Sở Tài chính",), coordinators=("Cục Thuế",), **fields)


def told(old, new) -> list[tuple[str, str]]:
    return [(one.change.value, one.sentence.vi) for one in differences(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [REVENUE], [REVENUE],
            [("same", "Giữ nguyên: Thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng")],
            id="nothing changed",
        ),
        pytest.param(
            [REVENUE], [MOVED],
            [("same", "Giữ nguyên: Thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng")],
            id="it stands elsewhere, read with other doubts",
        ),
        pytest.param(
            [REVENUE], [HIGHER],
            [("changed", "Thu ngân sách quý I năm 2022: 2.202,4 → 2.302,4 tỷ đồng")],
            id="the value was corrected",
        ),
        pytest.param(
            [REVENUE], [replace(REVENUE, quantity=quantity("2202.40", "2202.40", "tỷ đồng", Unit("VND", 9)))],
            [("changed", "Thu ngân sách quý I năm 2022: 2.202,4 → 2.202,40 tỷ đồng")],
            id="the value is printed with another rounding",
        ),
        pytest.param(
            [REVENUE], [replace(REVENUE, quantity=quantity("2202400", "2202400", "triệu đồng", Unit("VND", 6)))],
            [("changed", "Thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng → 2.202.400 triệu đồng")],
            id="the value is printed in another unit",
        ),
        pytest.param(
            [replace(REVENUE, plan_percent=Decimal("28.1"))], [replace(HIGHER, plan_percent=Decimal("29.3"))],
            [("changed", "Thu ngân sách quý I năm 2022: 2.202,4 → 2.302,4 tỷ đồng; so với kế hoạch 28,1% → 29,3%")],
            id="the value and its comparison",
        ),
        pytest.param(
            [REVENUE], [replace(REVENUE, yoy_percent=Decimal("-8.9"))],
            [("changed", "Thu ngân sách quý I năm 2022: so với cùng kỳ không nêu → −8,9%")],
            id="a comparison was added",
        ),
        pytest.param(
            [TARGET], [replace(TARGET, quantity=quantity("9", "10"))],
            [("changed", "Kim ngạch xuất khẩu hàng địa phương năm 2022: tăng 9 – 10 → 9 – 10%")],
            id="a change became a level",
        ),
        pytest.param(
            [REVENUE], [replace(REVENUE, subject="Tổng thu ngân sách")],
            [("changed", "Thu ngân sách quý I năm 2022: tên Thu ngân sách → Tổng thu ngân sách")],
            id="renamed, with the same value at the same provision",
        ),
        pytest.param(
            [REVENUE], [replace(REVENUE, period=Period.half(2022, 1))],
            [("changed", "Thu ngân sách quý I năm 2022: thời gian quý I năm 2022 → 6 tháng đầu năm 2022")],
            id="of another time, with the same value at the same provision",
        ),
        pytest.param(
            [REVENUE], [replace(MOVED, subject="Tổng thu ngân sách")],
            [
                ("removed", "Không còn: Thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng"),
                ("added", "Mới: Tổng thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng"),
            ],
            id="another name at another provision is another fact",
        ),
        pytest.param(
            [REVENUE], [Target(**at(120, REVENUE.quote), subject="Thu ngân sách", provision=("I", "1"),
                               quantity=REVENUE.quantity, period=REVENUE.period)],
            [
                ("removed", "Không còn: Thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng"),
                ("added", "Mới: Thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng"),
            ],
            id="a result does not become a target",
        ),
        pytest.param(
            [TASK], [task(LATER, deadline=Period.month(2022, 9))],
            [(
                "changed",
                f"{TASK.quote}: nội dung … tháng 6/2022. → … tháng 9/2022.; "
                    "thời hạn tháng 6 năm 2022 → tháng 9 năm 2022",
            )],
            id="a deadline was put off",
        ),
        pytest.param(
            [TASK], [replace(TASK, lead=("Cục Thuế",), coordinators=())],
            [(
                "changed",
                f"{TASK.quote}: chủ trì Sở Tài chính → Cục Thuế; phối hợp Cục Thuế → không nêu",
            )],
            id="another body leads",
        ),
        pytest.param(
            [CITATION], [replace(CITATION, date=date(2021, 12, 10))],
            [("changed", "Nghị quyết 62/NQ-HĐND: ngày 9/12/2021 → 10/12/2021")],
            id="the date of a citation was corrected",
        ),
        pytest.param(
            [REVENUE, TASK], [CITATION, REVENUE],
            [
                ("added", "Mới: Nghị quyết 62/NQ-HĐND"),
                ("same", "Giữ nguyên: Thu ngân sách quý I năm 2022: 2.202,4 tỷ đồng"),
                ("removed", f"Không còn: {TASK.quote}"),
            ],
            id="what is gone is told where it stood",
        ),
    ],
)  # fmt: skip
def test_a_reviewer_is_told_what_became_of_each_fact(old, new, expected):
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "english"),
    [
        ([REVENUE], [HIGHER], "Thu ngân sách Q1 2022: 2,202.4 → 2,302.4 billion VND"),
        ([REVENUE], [], "Removed: Thu ngân sách Q1 2022: 2,202.4 billion VND"),
        ([], [TARGET], "Added: Kim ngạch xuất khẩu hàng địa phương 2022: up 9 – 10%"),
        ([CITATION], [replace(CITATION, issuer="HĐND tỉnh")], "Nghị quyết 62/NQ-HĐND: issuer not stated → HĐND tỉnh"),
    ],
)
def test_the_same_is_told_in_english(old, new, english):
    assert [one.sentence.en for one in differences(old, new)] == [english]


def test_repeated_facts_pair_in_their_order_and_one_that_came_in_between_is_new():
    old = [replace(REVENUE, start=start, end=start + len(REVENUE.quote)) for start in (0, 100)]
    new = [HIGHER, *old]
    assert [(one.change, one.old, one.new) for one in differences(old, new)] == [
        (Change.ADDED, None, 0),
        (Change.SAME, 0, 1),
        (Change.SAME, 1, 2),
    ]


def test_a_fact_at_its_own_provision_goes_before_one_that_says_the_same_elsewhere():
    elsewhere = replace(REVENUE, provision=("II",))
    pairs = [(one.old, one.new) for one in differences([REVENUE, elsewhere], [elsewhere, REVENUE])]
    assert pairs == [(1, 0), (0, 1)]


def test_words_behind_a_task_are_told_with_the_word_before_them():
    longer = replace(TASK, end=TASK.end + 12, quote=TASK.quote + " Báo cáo UB.")
    assert told([TASK], [longer]) == [("changed", f"{TASK.quote}: nội dung … 6/2022. → … 6/2022. Báo cáo UB.")]


def test_a_long_task_is_told_in_one_line():
    long = task("Rà soát " + "nguồn thu " * 40)
    assert len(differences([], [long])[0].sentence.vi) < 110


LISTS = st.lists(RECORDS, max_size=6)


@st.composite
def versions(draw):
    """Two versions that share much: facts that stay, are corrected, go, or come."""
    old = draw(LISTS)
    new = [replace(one, confidence=0.5) for one in old if draw(st.booleans())]
    for index, one in enumerate(new):
        if isinstance(one, Observation | Target) and draw(st.booleans()):
            new[index] = replace(one, plan_percent=draw(st.none() | st.just(Decimal("28.1"))))
    return old, draw(st.permutations(new + draw(st.lists(RECORDS, max_size=2))))


@given(versions())
def test_every_fact_of_both_versions_is_told_exactly_once(both):
    old, new = both
    found = differences(old, new)
    assert sorted(one.old for one in found if one.old is not None) == list(range(len(old)))
    assert [one.new for one in found if one.new is not None] == list(range(len(new)))
    for one in found:
        assert (one.old is None) == (one.change is Change.ADDED)
        assert (one.new is None) == (one.change is Change.REMOVED)
        assert bool(one.fields) == (one.change is Change.CHANGED)


@given(versions())
def test_looked_at_backwards_added_is_removed_and_pairs_stay(both):
    old, new = both
    turned = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
    there = {(one.change, one.old, one.new) for one in differences(old, new)}
    back = {(turned.get(one.change, one.change), one.new, one.old) for one in differences(new, old)}
    assert there == back


@given(LISTS)
def test_a_version_does_not_differ_from_itself(facts):
    assert {one.change for one in differences(facts, facts)} <= {Change.SAME}
    assert [(one.old, one.new) for one in differences(facts, facts)] == [(i, i) for i in range(len(facts))]


def test_thousands_of_facts_are_compared_in_a_moment():
    old = [replace(REVENUE, subject=f"Chỉ tiêu {index}") for index in range(4000)]
    new = [replace(HIGHER, subject=f"Chỉ tiêu {index}") for index in range(4000)]
    start = time.perf_counter()
    found = differences(old, new)
    assert {one.change for one in found} == {Change.CHANGED}
    assert time.perf_counter() - start < 10  # a quadratic comparison would take minutes
