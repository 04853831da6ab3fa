from __future__ import annotations

import pytest

from tests.unit.ledger.samples import document, moment, read, recorded, result, target, task
from tiendo.facts.errors import InvalidChange, NoSuchEntry, NotPermitted, SupersededMeanwhile
from tiendo.facts.exchange import record_from_json
from tiendo.ledger.actors import OPERATOR, Actor, GrantedRole
from tiendo.ledger.catalogues import catalogue_at, taught_names
from tiendo.ledger.chain import head
from tiendo.ledger.commands.review_fact import (
    accept_fact,
    choose_indicator,
    correct_fact,
    make_indicator,
    merge_fact,
    reject_fact,
)
from tiendo.ledger.models import Fact, FactState, Observation, ReviewDecision, Role, Target, Task
from tiendo.ledger.selectors.review_queue import waiting_count, waiting_facts
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db

DEFINITION = {
    "id": "made_up_measure",
    "names": {"vi": "Số cầu treo làm mới", "en": "New suspension bridges"},
    "unit": {"measure": "VND", "multiplier": "9", "written": "tỷ đồng"},
    "semantics": "flow",
    "direction": "up",
    "frequency": "annual",
    "sector": "budget",
    "owner": "STC",
    "definition": {"vi": "Chỉ tiêu bịa ra để thử.", "en": "Made up for a test."},
}


def waiting(record, indicator="budget_revenue"):
    """The root of the one fact of a new document, which waits."""
    recorded(document(read(record, indicator, "reading-doubtful")))
    return Fact.objects.standing(FOREVER).get().root


def counting(model):
    return list(model.objects.standing(FOREVER))


def fact():
    return Fact.objects.standing(FOREVER).get()


def test_the_queue_shows_what_waits_and_why():
    waiting(target("100"))
    (item,) = waiting_facts()
    assert (item.reasons, item.candidates, item.document_title) == (
        ("reading-doubtful",),
        ("budget_revenue",),
        "1/NQ-HĐND",
    )
    assert waiting_count() == 1


def test_an_accepted_fact_counts_and_leaves_the_queue():
    root = waiting(target("100"))
    accept_fact(fact=root, by=OPERATOR, at=moment(1))
    assert [(str(row.low), row.reviewed) for row in counting(Target)] == [("100", True)]
    assert waiting_count() == 0
    assert [one.choice for one in ReviewDecision.objects.all()] == ["accept"]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"low": "100.50", "high": "100.50"}, ("100.50", "100.50", "2022")),
        ({"high": ""}, ("100", None, "2022")),
        ({"period": "2023"}, ("100", "100", "2023")),
        ({"period": ""}, ("100", "100", None)),
    ],
)
def test_a_correction_says_what_the_text_says(changes, shown):
    root = waiting(target("100"))
    correct_fact(fact=root, changes=changes, by=OPERATOR, at=moment(1))
    (row,) = counting(Target)
    assert tuple(value if value is None else str(value) for value in (row.low, row.high, row.period)) == shown
    assert fact().reader_version == "person"


def test_a_target_that_is_a_result_becomes_one():
    root = waiting(target("100"))
    accept_fact(fact=root, by=OPERATOR, at=moment(1))
    correct_fact(fact=root, changes={"kind": "observation", "estimated": "true"}, by=OPERATOR, at=moment(2))
    assert counting(Target) == []
    assert [(str(row.low), row.estimated) for row in counting(Observation)] == [("100", True)]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"start": 3},
        {"quote": "x"},
        {"low": "abc"},
        {"period": "2022-Q7"},
        {"low": "200"},
        {"annual": "maybe"},
        {"x": 1},
    ],
)
def test_a_correction_that_does_not_fit_is_refused(changes):
    root = waiting(target("100"))
    before = head()
    with pytest.raises(InvalidChange):
        correct_fact(fact=root, changes=changes, by=OPERATOR, at=moment(1))
    assert head() == before


def test_a_task_gets_the_lead_that_the_text_names():
    recorded(document(read(task("làm đường"), None, "reading-doubtful")))
    correct_fact(fact=fact().root, changes={"lead": "Sở A; Sở B"}, by=OPERATOR, at=moment(1))
    assert [row.lead for row in counting(Task)] == [["Sở A", "Sở B"]]


def test_a_rejected_fact_counts_no_longer():
    recorded(document(read(target("100"))))
    reject_fact(fact=fact().root, by=OPERATOR, at=moment(1), why="là số của huyện")
    assert counting(Target) == []
    assert fact().state == FactState.REJECTED


def test_a_merged_fact_leaves_the_counting_to_the_other():
    recorded(document(read(result("30")), read(result("30", start=40), "budget_revenue", "reading-doubtful")))
    first, second = Fact.objects.standing(FOREVER).order_by("id")
    merge_fact(fact=second.root, into=first.root, by=OPERATOR, at=moment(1))
    assert [row.fact for row in counting(Observation)] == [first.root]


def test_a_fact_is_not_merged_into_itself_or_into_one_that_does_not_count():
    recorded(document(read(result("30")), read(result("30", start=40), "budget_revenue", "reading-doubtful")))
    first, second = Fact.objects.standing(FOREVER).order_by("id")
    for one, into in ((first, first), (first, second)):
        with pytest.raises(InvalidChange):
            merge_fact(fact=one.root, into=into.root, by=OPERATOR, at=moment(1))


def test_a_chosen_indicator_is_remembered_by_the_name():
    root = waiting(target("100", subject="Tổng số tiền thu về"), None)
    choose_indicator(fact=root, indicator="budget_revenue", by=OPERATOR, at=moment(1))
    assert [row.indicator for row in counting(Target)] == ["budget_revenue"]
    assert taught_names().aliases == {"budget_revenue": ("Tổng số tiền thu về",)}
    assert "Tổng số tiền thu về" in catalogue_at()["budget_revenue"].aliases


def test_a_choice_need_not_be_remembered():
    root = waiting(target("100", subject="Tổng số tiền thu về"), None)
    choose_indicator(fact=root, indicator="budget_revenue", remember=False, by=OPERATOR, at=moment(1))
    assert taught_names().aliases == {}


def test_a_made_indicator_is_one_of_the_catalogue_from_then_on():
    root = waiting(target("100"), None)
    early = head().entry
    make_indicator(fact=root, definition=DEFINITION, by=OPERATOR, at=moment(1))
    assert [row.indicator for row in counting(Target)] == ["made_up_measure"]
    assert "made_up_measure" in catalogue_at()
    assert "made_up_measure" not in catalogue_at(early)


@pytest.mark.parametrize("change", [{"id": "budget_revenue"}, {"semantics": "nonsense"}, {"names": "x"}])
def test_an_indicator_that_does_not_fit_is_not_made(change):
    root = waiting(target("100"), None)
    with pytest.raises(InvalidChange):
        make_indicator(fact=root, definition=DEFINITION | change, by=OPERATOR, at=moment(1))


def test_an_unknown_indicator_cannot_be_chosen():
    root = waiting(target("100"), None)
    with pytest.raises(InvalidChange):
        choose_indicator(fact=root, indicator="no_such_thing", by=OPERATOR, at=moment(1))


def test_of_two_reviewers_the_second_is_told_that_the_fact_changed():
    root = waiting(target("100"))
    seen = fact().id
    accept_fact(fact=root, expected=seen, by=OPERATOR, at=moment(1))
    with pytest.raises(SupersededMeanwhile):
        reject_fact(fact=root, expected=seen, by=OPERATOR, at=moment(2))
    assert fact().state == FactState.ACCEPTED


def test_a_fact_that_is_not_there_cannot_be_reviewed():
    with pytest.raises(NoSuchEntry):
        accept_fact(fact=1, by=OPERATOR, at=moment(1))


@pytest.mark.parametrize(("place", "allowed"), [("20", True), ("01", False)])
def test_an_officer_reviews_within_the_own_territory(place, allowed):
    root = waiting(target("100"))
    officer = Actor("officer", (GrantedRole(Role.OFFICER, None, place),))
    if allowed:
        accept_fact(fact=root, by=officer, at=moment(1))
    else:
        with pytest.raises(NotPermitted):
            accept_fact(fact=root, by=officer, at=moment(1))
    assert (fact().state == FactState.ACCEPTED) is allowed


def test_a_correction_keeps_the_comparisons_of_the_text():
    root = waiting(result("30"))
    correct_fact(fact=root, changes={"low": "31", "high": "31"}, by=OPERATOR, at=moment(1))
    assert record_from_json(fact().record).comparisons == result("30").comparisons
