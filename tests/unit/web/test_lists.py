"""How tasks are counted and put in order, how far a deadline is, and the working of a finding in columns."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tiendo.facts.findings import Finding, Severity, Verdict
from tiendo.facts.intervals import Interval
from tiendo.facts.wording import Wording
from tiendo.ledger.selectors.agency_register import Agencies
from tiendo.ledger.selectors.task_register import ListedTask, ToldTask
from tiendo.ledger.selectors.tasks import Standing
from tiendo.web.pages.findings.working import working_of
from tiendo.web.pages.shortening import shortened
from tiendo.web.pages.tasks.distance import distance
from tiendo.web.pages.tasks.listing import Grouping, Names, View, counts, grouped, in_order

TODAY = date(2022, 3, 31)
NAMES = Names(Agencies({}, {}), {}, TODAY)


def listed(root=1, due=None, lead=("Sở A",), state=Standing.OPEN, document=1):
    told = ToldTask(root, 1, "20", root, "việc", (), lead, (), (), (), None, due, "viec")
    overdue = due is not None and due < TODAY and state not in (Standing.DONE, Standing.STOPPED)
    return ListedTask(told, document, state, None, overdue)


@pytest.mark.parametrize(
    ("task", "views"),
    [
        (listed(due=TODAY - timedelta(1)), {View.OVERDUE}),
        (listed(due=TODAY), {View.SOON}),
        (listed(due=TODAY + timedelta(30)), {View.SOON}),
        (listed(due=TODAY + timedelta(31)), set()),
        (listed(), {View.UNDATED}),
        (listed(lead=()), {View.UNDATED, View.UNOWNED}),
        (listed(lead=(), state=Standing.DONE), {View.DONE}),  # what is done lacks nothing any more
        (listed(due=TODAY - timedelta(1), state=Standing.DONE), {View.DONE}),
        (listed(lead=(), state=Standing.STOPPED), set()),
    ],
)
def test_a_task_belongs_to_the_views_that_ask_for_it(task, views):
    assert set(counts([task], TODAY)) == views


def test_what_is_overdue_comes_first_and_what_has_no_date_last():
    late, soon, undated = listed(3, TODAY - timedelta(9)), listed(2, TODAY + timedelta(9)), listed(1)
    assert in_order([undated, soon, late], Grouping.AGENCY, NAMES) == [late, soon, undated]


@pytest.mark.parametrize(
    ("grouping", "keys"),
    [
        (Grouping.AGENCY, ["Sở A", "Sở B", None]),
        (Grouping.DEADLINE, [date(2022, 1, 1), date(2022, 4, 1), None]),
        (Grouping.DOCUMENT, [2, 1]),  # neither has a date: as they were recorded
    ],
)
def test_groups_stand_in_order_and_count_all_pages(grouping, keys):
    tasks = [
        listed(1, date(2022, 5, 1), ("Sở B",), document=1),
        listed(2, date(2022, 3, 31), ("Sở A",), document=2),
        listed(3, None, (), document=2),
    ]
    ordered = in_order(tasks, grouping, NAMES)
    groups = grouped(ordered[:2], ordered, grouping, NAMES)
    everything = grouped(ordered, ordered, grouping, NAMES)
    assert sorted(map(str, (one.key for one in everything))) == sorted(map(str, keys))
    assert everything[-1].key is None or grouping is Grouping.DOCUMENT
    assert sum(one.total for one in everything) == len(tasks)
    assert sum(len(one.tasks) for one in groups) == 2


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, ("tasks.due.today", 0)),
        (1, ("tasks.due.left-days", 1)),
        (-1, ("tasks.due.late-days", 1)),
        (60, ("tasks.due.left-days", 60)),
        (61, ("tasks.due.left-months", 2)),
        (-365, ("tasks.due.late-months", 12)),
        (-1_500, ("tasks.due.late-years", 4)),
    ],
)
def test_a_deadline_is_so_far_away_as_one_can_picture(days, said):
    assert distance(TODAY + timedelta(days), TODAY) == said


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("ngắn", "ngắn"),
        ("Rà soát, hoàn thiện quy hoạch tỉnh", "Rà soát, hoàn thiện…"),
        ("x" * 40, "x" * 23 + "…"),
        ("hai\ndòng", "hai dòng"),
    ],
)
def test_long_words_are_cut_between_two_of_them(text, short):
    assert shortened(text, 24) == short


def finding(computed, claimed, *steps):
    working = tuple(Wording(vi, vi.replace("từ ", "").replace("đến", "to")) for vi in steps)
    return Finding(
        check="sums", verdict=Verdict.INCONSISTENT, severity=Severity.HIGH, message=Wording("", ""), places=(),
        computed=computed, claimed=claimed, working=working,
    )  # fmt: skip


def interval(low, high):
    return Interval(Fraction(low), Fraction(high))


def test_the_working_stands_in_columns_with_the_gap_under_it():
    whole = finding(
        interval("28.106", "28.117"), interval("21.75", "21.85"),
        "2.530 ha: từ 2.529,5 đến 2.530,5.", "21,8%: từ 21,75 đến 21,85.",
        "2.530 ha / 9.000 ha × 100%: từ 28,106 đến 28,117.", "Hai khoảng không có điểm chung.",
    )  # fmt: skip
    working = working_of(whole, "vi")
    assert [(step.term, step.value, step.mark) for step in working.steps] == [
        ("2.530 ha", "2.529,5 – 2.530,5", ""),
        ("2.530 ha / 9.000 ha × 100%", "28,106 – 28,117", "sum"),
        ("21,8%", "21,75 – 21,85", "printed"),
    ]
    assert working.gap == "6,256"


def test_a_value_that_no_step_shows_is_named_all_the_same():
    working = working_of(finding(interval(1, 2), interval(5, 5)), "en")
    assert [(step.term, step.value) for step in working.steps] == [("worked out", "1 – 2"), ("printed", "5")]
    assert working.gap == "3"


@pytest.mark.parametrize(
    ("computed", "claimed"), [(None, None), (interval(1, 2), None), (interval(1, 3), interval(2, 4))]
)
def test_where_values_meet_there_is_no_gap(computed, claimed):
    assert working_of(finding(computed, claimed), "vi").gap == ""
