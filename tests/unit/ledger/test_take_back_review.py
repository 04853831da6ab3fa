from __future__ import annotations

import pytest

from tests.unit.ledger.samples import document, moment, read, recorded, target
from tests.unit.ledger.test_review_fact import DEFINITION, counting, fact, waiting
from tiendo.facts.errors import InvalidChange, NoSuchEntry, NotPermitted, SupersededMeanwhile
from tiendo.facts.exchange import record_from_json
from tiendo.ledger.actors import OPERATOR, Actor
from tiendo.ledger.catalogues import catalogue_at, taught_names
from tiendo.ledger.commands.review_fact import (
    accept_fact,
    choose_indicator,
    correct_fact,
    make_indicator,
    reject_fact,
)
from tiendo.ledger.commands.take_back_review import take_back_review
from tiendo.ledger.models import Act, Fact, IndicatorName, ReviewDecision, Target
from tiendo.ledger.selectors.review_queue import waiting_count
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db


def decision():
    return ReviewDecision.objects.standing(FOREVER).order_by("-id").values_list("root", flat=True).first()


def test_what_was_accepted_waits_again_and_counts_no_longer():
    root = waiting(target("100"))
    accept_fact(fact=root, by=OPERATOR, at=moment(1))
    take_back_review(decision=decision(), by=OPERATOR, at=moment(2), why="nhầm dòng")
    assert (fact().state, fact().reasons, counting(Target), waiting_count()) == (
        "waiting",
        ["reading-doubtful"],
        [],
        1,
    )


def test_the_record_keeps_the_decision_and_that_it_was_taken_back():
    root = waiting(target("100"))
    reject_fact(fact=root, by=OPERATOR, at=moment(1), why="không phải số liệu")
    take_back_review(decision=decision(), by=OPERATOR, at=moment(2), why="nhầm dòng")
    kept = ReviewDecision.objects.order_by("id")
    assert [(one.choice, one.withdrawn) for one in kept] == [("reject", False), ("reject", True)]
    last = Act.objects.order_by("-number").first()
    assert (last.command, last.by, last.why) == ("take_back_review", "operator", "nhầm dòng")
    assert Fact.objects.count() == 3


def test_a_correction_taken_back_says_again_what_was_read():
    root = waiting(target("100"))
    correct_fact(fact=root, changes={"low": "7", "high": "7"}, by=OPERATOR, at=moment(1))
    take_back_review(decision=decision(), by=OPERATOR, at=moment(2))
    assert str(record_from_json(fact().record).quantity.low) == "100"
    assert fact().reader_version == "reader 1"


def test_of_two_decisions_the_last_one_is_taken_back_first():
    root = waiting(target("100"))
    accept_fact(fact=root, by=OPERATOR, at=moment(1))
    first = decision()
    reject_fact(fact=root, by=OPERATOR, at=moment(2))
    with pytest.raises(InvalidChange):
        take_back_review(decision=first, by=OPERATOR, at=moment(3))
    take_back_review(decision=decision(), by=OPERATOR, at=moment(3))
    assert (fact().state, len(counting(Target))) == ("accepted", 1)


def test_a_name_that_the_decision_taught_is_unlearnt():
    root = waiting(target("100", subject="Số thu quen gọi"), indicator=None)
    choose_indicator(fact=root, indicator="budget_revenue", by=OPERATOR, at=moment(1))
    assert taught_names().aliases
    take_back_review(decision=decision(), by=OPERATOR, at=moment(2))
    assert not taught_names().aliases
    assert not IndicatorName.objects.standing(FOREVER).exists()


def test_an_indicator_that_another_figure_uses_stays():
    root = waiting(target("100"), indicator=None)
    make_indicator(fact=root, definition=DEFINITION, by=OPERATOR, at=moment(1))
    made = decision()
    other = recorded(document(read(target("5"), "made_up_measure"), identity="2/NQ 2021 20", file="b" * 64), hours=2)
    with pytest.raises(InvalidChange, match="used for other figures"):
        take_back_review(decision=made, by=OPERATOR, at=moment(3))
    assert other.facts == 1
    assert "made_up_measure" in catalogue_at()


def test_nothing_is_taken_back_twice():
    root = waiting(target("100"))
    accept_fact(fact=root, by=OPERATOR, at=moment(1))
    made = decision()
    take_back_review(decision=made, by=OPERATOR, at=moment(2))
    with pytest.raises((NoSuchEntry, SupersededMeanwhile)):
        take_back_review(decision=made, by=OPERATOR, at=moment(3))


def test_it_needs_the_permission_to_review():
    root = waiting(target("100"))
    accept_fact(fact=root, by=OPERATOR, at=moment(1))
    with pytest.raises(NotPermitted):
        take_back_review(decision=decision(), by=Actor("somebody"), at=moment(2))
