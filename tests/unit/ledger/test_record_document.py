from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.unit.ledger.samples import citation, document, moment, read, recorded, result, target, task
from tiendo.facts.errors import NotPermitted, SupersededMeanwhile
from tiendo.ledger.actors import OPERATOR, PUBLIC
from tiendo.ledger.chain import head
from tiendo.ledger.commands.record_document import CHANGED_SINCE_REVIEW, ReadProvision, Recorded, record_document
from tiendo.ledger.commands.review_fact import accept_fact, correct_fact, reject_fact
from tiendo.ledger.identity import number_key
from tiendo.ledger.models import Citation, Document, Fact, FactState, Observation, Provision, Target, Task
from tiendo.ledger.standing import FOREVER

pytestmark = pytest.mark.django_db


def standing(model):
    return list(model.objects.standing(FOREVER).order_by("id"))


def test_what_is_sure_counts_and_what_is_not_waits():
    done = recorded(document(read(target("100")), read(result("30", start=40), "budget_revenue", "reading-doubtful")))
    assert (done.outcome, done.facts, done.waiting) == (Recorded.NEW, 2, 1)
    assert [(one.indicator, str(one.low), one.reviewed) for one in standing(Target)] == [
        ("budget_revenue", "100", None)
    ]
    assert standing(Observation) == []
    assert [one.state for one in standing(Fact)] == [FactState.SURE, FactState.WAITING]


def test_each_kind_of_fact_becomes_what_it_is():
    recorded(document(read(target("1")), read(task("xây cầu", start=20)), read(citation("62/NQ-HĐND", start=40))))
    assert [one.lead for one in standing(Task)] == [["Sở Mẫu"]]
    assert [one.cited for one in standing(Citation)] == [number_key("62/NQ-HĐND", None)]


def test_a_figure_of_no_indicator_is_kept_as_a_fact_only():
    recorded(document(read(target("1"), None)))
    assert standing(Target) == []
    assert len(standing(Fact)) == 1


def test_a_corrected_file_supersedes_and_the_past_stays_as_it_was():
    first = recorded(document(read(target("100"))))
    early = head().entry
    (fact,) = standing(Fact)
    done = recorded(document(read(target("110")), file="b" * 64), hours=1, before=first, carried=[(0, fact.id)])
    assert (done.outcome, done.root) == (Recorded.REPLACED, first.root)
    assert [str(one.low) for one in standing(Target)] == ["110"]
    assert [str(one.low) for one in Target.objects.standing(early)] == ["100"]
    assert standing(Target)[0].root == Target.objects.standing(early).get().root


def test_a_fact_that_is_gone_counts_no_longer():
    first = recorded(document(read(target("100")), read(result("30", start=40))))
    kept = standing(Fact)[0]
    recorded(document(read(target("100")), file="b" * 64), before=first, carried=[(0, kept.id)], same=[0])
    assert standing(Observation) == []
    assert len(standing(Target)) == 1


def test_what_a_person_decided_holds_on_for_a_fact_that_says_the_same():
    first = recorded(document(read(target("100")), read(target("5", start=40))))
    one, other = standing(Fact)
    correct_fact(fact=one.root, changes={"low": "101", "high": "101"}, by=OPERATOR, at=moment(1))
    reject_fact(fact=other.root, by=OPERATOR, at=moment(1))
    moved = document(read(target("100", start=7)), read(target("5", start=47)), file="b" * 64)
    carried = [(0, standing(Fact)[0].id), (1, standing(Fact)[1].id)]
    recorded(moved, hours=2, before=first, carried=carried, same=[0, 1])
    assert [(str(row.low), row.start, row.reviewed) for row in standing(Target)] == [("101", 7, True)]
    assert [fact.state for fact in standing(Fact)] == [FactState.ACCEPTED, FactState.REJECTED]


def test_a_reviewed_fact_that_changed_is_asked_about_again():
    first = recorded(document(read(target("100"))))
    (fact,) = standing(Fact)
    accept_fact(fact=fact.root, by=OPERATOR, at=moment(1))
    carried = [(0, standing(Fact)[0].id)]
    recorded(document(read(target("110")), file="b" * 64), hours=2, before=first, carried=carried)
    (fact,) = standing(Fact)
    assert (fact.state, fact.reasons) == (FactState.WAITING, [CHANGED_SINCE_REVIEW])
    assert standing(Target) == []


def test_whoever_compared_with_an_older_version_has_to_compare_again():
    first = recorded(document(read(target("100"))))
    recorded(document(read(target("110")), file="b" * 64), hours=1, before=first)
    with pytest.raises(SupersededMeanwhile):
        recorded(document(read(target("120")), file="c" * 64), hours=2, before=first)
    with pytest.raises(SupersededMeanwhile):
        recorded(document(read(target("120")), file="c" * 64), hours=2)
    assert [str(one.low) for one in standing(Target)] == ["110"]


def test_nobody_without_the_role_records():
    with pytest.raises(NotPermitted):
        record_document(document=document(), replaces=None, by=PUBLIC, at=moment(0), why="")
    assert not Document.objects.exists()


def test_an_amending_document_takes_the_place_of_what_it_cites():
    recorded(document(read(target("100"))))
    recorded(
        document(
            read(target("90")),
            read(citation("1/NQ-HĐND", date(2021, 12, 10), start=40)),
            identity="number:9/nq-hdnd|2022|20",
            subject="về việc điều chỉnh mục tiêu năm 2022",
            issued=date(2022, 7, 20),
            title="9/NQ-HĐND",
        ),
        hours=1,
    )
    old, new = standing(Target)
    assert (new.amends, new.in_force_from) == (old.root, date(2022, 7, 20))


def test_a_document_that_only_cites_amends_nothing():
    recorded(document(read(target("100"))))
    cites = document(
        read(target("90")),
        read(citation("1/NQ-HĐND", date(2021, 12, 10), start=40)),
        identity="number:9/nq-hdnd|2022|20",
    )
    recorded(cites, hours=1)
    assert [one.amends for one in standing(Target)] == [None, None]


def test_a_percentage_of_plan_names_the_plan_as_it_then_stood():
    recorded(document(read(target("100"))))
    plan = standing(Target)[0]
    report = document(
        read(result("30", plan_percent=Decimal(30))),
        identity="number:5/bc-ubnd|2022|20",
        issued=date(2022, 4, 5),
        title="5/BC-UBND",
    )
    recorded(report, hours=1)
    assert standing(Observation)[0].plan == plan.id


def test_provisions_belong_to_the_version_that_they_were_read_from():
    first = recorded(replace(document(), provisions=(ReadProvision(path=("Điều 1",), heading="Một", start=0, end=1),)))
    provisions = (ReadProvision(path=("Điều 2",), heading="Hai", start=0, end=1),)
    second = recorded(replace(document(file="b" * 64), provisions=provisions), hours=1, before=first)
    said = {one.entry: [row.heading for row in Provision.objects.filter(document=one.entry)] for one in (first, second)}
    assert said == {first.entry: ["Một"], second.entry: ["Hai"]}
