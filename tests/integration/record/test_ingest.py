from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.integration.record.texts import REPORT, TO_SOFTWARE, resolution, write
from tiendo.facts.period import Period
from tiendo.intake.ingest import ingest_job, keep_file, work_on
from tiendo.intake.jobs import do_job, take_job
from tiendo.intake.models import JobState
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.chain import head
from tiendo.ledger.commands.review_fact import choose_indicator, reject_fact
from tiendo.ledger.files import path_of
from tiendo.ledger.models import Document, Fact, Finding, Observation, Target, Task
from tiendo.ledger.proof import prove
from tiendo.ledger.selectors.board import board_at
from tiendo.ledger.selectors.review_queue import waiting_facts
from tiendo.ledger.set_up import set_up
from tiendo.ledger.standing import FOREVER
from tiendo.ledger.stream import stream_chain

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(db):
    set_up()


def ingest(*paths, again=False):
    """Take files into the record; what became of each."""
    job = ingest_job([keep_file(path) for path in paths], by=OPERATOR, why="thử", again=again)
    taken = take_job(job.pk)
    assert taken is not None
    do_job(taken, lambda mine: work_on(mine, by=OPERATOR))
    job.refresh_from_db()
    assert job.state == JobState.DONE
    return job.outcomes


def standing(model):
    return list(model.objects.standing(FOREVER).order_by("id"))


def test_a_document_becomes_targets_tasks_and_a_question(tmp_path):
    (outcome,) = ingest(write(tmp_path, "nghi-quyet.txt", resolution()))
    assert (outcome["outcome"], outcome["title"], outcome["waiting"]) == ("new", "901/NQ-HĐND", 1)
    assert {row.indicator: str(row.low) for row in standing(Target)} == {
        "budget_revenue": "7850",
        "forest_cover": "63.8",
    }
    (task,) = standing(Task)
    assert (task.lead_codes, task.coordinator_codes, task.deadline) == (["STC"], ["CTHUE"], "../2022-06-30")
    assert [(item.record.subject, item.reasons) for item in waiting_facts()] == [
        ("Tổng tiền góp quỹ đèn lồng phố cổ", ("indicator-unknown",))
    ]


def test_the_register_says_what_the_document_says_of_itself(tmp_path):
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()))
    (one,) = standing(Document)
    assert (one.code_number, one.code_notation, str(one.issued_date)) == ("901", "NQ-HĐND", "2021-12-10")
    assert (one.type_name, one.territory, one.name) == ("Nghị quyết", "20", "nghi-quyet.txt")
    assert path_of(one.file).read_text(encoding="utf-8") == resolution()


def test_every_quote_is_the_text_at_its_place(tmp_path):
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()), write(tmp_path, "bao-cao.txt", REPORT))
    texts = {one.id: one.text for one in standing(Document)}
    for row in (*standing(Fact), *standing(Target), *standing(Observation), *standing(Task)):
        assert texts[row.document][row.start : row.end] == row.quote


def test_the_same_file_twice_changes_nothing(tmp_path):
    path = write(tmp_path, "nghi-quyet.txt", resolution())
    ingest(path)
    before = head()
    (outcome,) = ingest(path)
    assert outcome["outcome"] == "unchanged"
    assert head() == before


def test_the_same_bytes_under_two_names_are_one_document(tmp_path):
    outcomes = ingest(write(tmp_path, "a.txt", resolution()), write(tmp_path, "b.txt", resolution()))
    assert [outcome["outcome"] for outcome in outcomes] == ["new", "unchanged"]


def test_a_corrected_file_supersedes_and_shows_what_changed(tmp_path):
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()))
    early = head().entry
    (outcome,) = ingest(write(tmp_path, "nghi-quyet-sua.txt", resolution("7.900")))
    assert outcome["outcome"] == "replaced"
    assert [change["change"] for change in outcome["changes"]] == ["changed"]
    assert "7.850" in outcome["changes"][0]["vi"]
    assert "7.900" in outcome["changes"][0]["vi"]
    shown = [
        [str(row.low) for row in Target.objects.standing(at).filter(indicator="budget_revenue")]
        for at in (early, FOREVER)
    ]
    assert shown == [["7850"], ["7900"]]


def test_what_a_person_rejected_stays_rejected_in_a_corrected_file(tmp_path):
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()))
    (item,) = waiting_facts()
    reject_fact(fact=item.root, by=OPERATOR, at=datetime.now(UTC), why="không theo dõi")
    (outcome,) = ingest(write(tmp_path, "nghi-quyet-sua.txt", resolution("7.900")))
    assert outcome["waiting"] == 0
    assert list(waiting_facts()) == []


def test_a_name_that_was_taught_is_known_the_next_time(tmp_path):
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()))
    (item,) = waiting_facts()
    choose_indicator(fact=item.root, indicator="domestic_revenue", by=OPERATOR, at=datetime.now(UTC))
    other = resolution().replace("901/NQ-HĐND", "903/NQ-HĐND").replace("1.200", "1.300")
    ingest(write(tmp_path, "khac.txt", other))
    assert list(waiting_facts()) == []
    assert [str(row.low) for row in standing(Target) if row.indicator == "domestic_revenue"] == ["1200", "1300"]


def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path):
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    outcomes = ingest(broken, write(tmp_path, "nghi-quyet.txt", resolution()))
    assert [outcome["outcome"] for outcome in outcomes] == ["failed", "new"]
    assert str(broken) in outcomes[0]["vi"]


def test_a_percentage_that_does_not_hold_is_found_across_documents(tmp_path):
    wrong = REPORT.replace("28,1%", "82,1%")
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()), write(tmp_path, "bao-cao.txt", wrong))
    (finding,) = [one for one in standing(Finding) if one.verdict == "inconsistent"]
    assert finding.check_name == "plan-percent"
    assert sorted(finding.documents) == sorted(one.root for one in standing(Document))
    board = board_at(Period.parse("2022-Q1"), territory="20", horizon=head().entry)
    assert [row.indicator.id for row in board.rows if row.findings] == ["budget_revenue"]
    ingest(write(tmp_path, "bao-cao-sua.txt", REPORT))
    assert [one for one in standing(Finding) if one.verdict == "inconsistent"] == []


def test_words_to_software_are_shown_and_change_nothing(tmp_path):
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()))
    plain = [(row.indicator, str(row.low)) for row in standing(Target)]
    spiked = resolution().replace("901/NQ-HĐND", "905/NQ-HĐND") + TO_SOFTWARE
    (outcome,) = ingest(write(tmp_path, "la.txt", spiked))
    assert outcome["addressed"] >= 1
    assert [(row.indicator, str(row.low)) for row in standing(Target)] == plain * 2
    assert {item.addressed_to_software for item in waiting_facts(document=outcome["document"])} == {True}


def test_the_record_of_all_this_proves(tmp_path):
    ingest(write(tmp_path, "nghi-quyet.txt", resolution()), write(tmp_path, "bao-cao.txt", REPORT))
    ingest(write(tmp_path, "nghi-quyet-sua.txt", resolution("7.900")))
    assert prove(stream_chain()).digest == head().digest
