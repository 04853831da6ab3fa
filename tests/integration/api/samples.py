"""The record that the API is asked about: small, with something that is published and something that is not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.unit.ledger.samples import MORNING, citation, document, moment, read, recorded, result, target, task
from tiendo.intake.observations import load_observations
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.record_document import ReadFact, ReadProvision
from tiendo.ledger.commands.record_findings import FoundFinding, record_findings
from tiendo.ledger.commands.update_task import update_task
from tiendo.ledger.models import Fact, Finding, Submission, Task, TaskState
from tiendo.ledger.set_up import set_up

REPORTED = "indicator,territory,period,value\nbudget_revenue,20,2022-Q1,2530.10\nbudget_revenue,20,2022-Q2,2600\n"
CORRECTED = "indicator,territory,period,value\nbudget_revenue,20,2022-Q1,2531\n"
DRAFT = "indicator,territory,period,value\nbudget_revenue,20,2022-Q3,2700\n"


@dataclass(frozen=True)
class Sample:
    """The roots of what is in the record."""

    published: int
    draft: int
    submission: int
    hidden_submission: int
    fact: int
    waiting: int
    task: int
    hidden_task: int
    finding: int


def make_sample() -> Sample:
    """Fill an empty record."""
    set_up(MORNING - timedelta(days=1))
    done = ReadFact(record=task("Lập đề án mẫu", start=30, lead="Sở Tài chính"), territory="20", lead_codes=("STC",))
    open_document = document(
        read(target("10000", start=0)),
        read(result("2500", "2022-Q1", start=15)),
        done,
        read(citation("9/NQ-HĐND", date(2021, 1, 1), start=50)),
        read(target("900", "2023", start=70), "budget_revenue", "unsure-period"),
    )
    open_document = _with_provision(open_document)
    published = recorded(open_document, hours=1).root
    draft = recorded(
        document(
            read(target("77", "2022"), place="20"),
            ReadFact(record=task("Việc chưa công bố", start=30), territory="20", lead_codes=("SNNPTNT",)),
            identity="2/KH 2021 20", file="b" * 64, title="2/KH-DRAFT", subject="dự thảo",
        ),
        hours=2,
    ).root  # fmt: skip
    publish(subject=published, by=OPERATOR, at=moment(3), why="test")
    submission = reported(REPORTED, 4)
    publish(subject=submission, by=OPERATOR, at=moment(5), why="test")
    hidden = reported(DRAFT, 6)
    tasks = list(Task.objects.order_by("id").values_list("root", flat=True))
    update_task(
        task=tasks[0], on=date(2026, 1, 5), state=TaskState.RUNNING, note="Đã có dự thảo", agency="STC",
        by=OPERATOR, at=moment(7), why="test",
    )  # fmt: skip
    record_findings(
        territory="20",
        findings=[_finding(published)],
        auditor_version="audit 1",
        by=OPERATOR,
        at=moment(8),
        why="test",
    )
    facts = dict(Fact.objects.filter(document=published).order_by("id").values_list("state", "root"))
    return Sample(
        published=published,
        draft=draft,
        submission=submission,
        hidden_submission=hidden,
        fact=facts["sure"],
        waiting=facts["waiting"],
        task=tasks[0],
        hidden_task=tasks[1],
        finding=Finding.objects.values_list("root", flat=True).get(),
    )


def _with_provision(read_document):
    return replace(
        read_document, provisions=(ReadProvision(path=("Điều 1",), heading="Điều 1. Mục tiêu", start=0, end=20),)
    )


def reported(rows: str, hours: int) -> int:
    """Load a table for the agency STC; the root of the submission."""
    outcome = load_observations(
        rows.encode(), name="=rows.csv", agency="STC", by=OPERATOR, at=moment(hours), why="test"
    )
    assert not outcome.refused, outcome
    return Submission.objects.values_list("root", flat=True).get(id=outcome.submission)


def _finding(published: int) -> FoundFinding:
    place = {"document": str(published), "start": 0, "end": 5, "quote": "10000"}
    words = {"vi": "Tổng không khớp.", "en": "The sum does not hold."}
    return FoundFinding(
        key="f" * 64,
        check_name="sums",
        verdict="inconsistent",
        severity="high",
        documents=(published,),
        content={
            "check": "sums",
            "verdict": "inconsistent",
            "severity": "high",
            "message": words,
            "places": [place],
        },
    )
