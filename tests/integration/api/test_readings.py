"""What each of the other questions answers about the sample."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.integration.api.samples import CORRECTED, reported
from tests.unit.ledger.samples import MORNING, moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.amend_target import amend_target
from tiendo.ledger.commands.dismiss_finding import dismiss_finding
from tiendo.ledger.commands.review_fact import accept_fact
from tiendo.ledger.models import Target

pytestmark = pytest.mark.django_db


def ask(client, path, **asked):
    answer = client.get(f"/api/v1{path}", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def items(client, path, **asked):
    return ask(client, path, **asked)["items"]


def test_targets_are_listed_with_their_source(public, sample):
    (goal,) = items(public, "/targets")
    assert (goal["low"], goal["period"], goal["document"], goal["inForceFrom"]) == (
        "10000", "2022", sample.published, "2021-12-10",
    )  # fmt: skip


def test_of_targets_only_those_hold_that_are_in_force_on_the_day(as_one, sample):
    officer = as_one("officer")
    old, new = Target.objects.order_by("id").values_list("root", flat=True)
    amend_target(target=new, amends=old, in_force_from=MORNING.date(), by=OPERATOR, at=moment(9), why="test")
    assert [one["id"] for one in items(officer, "/targets", validOn="2025-12-31")] == [old]
    assert [one["id"] for one in items(officer, "/targets", validOn="2026-02-01")] == [new]
    assert len(items(officer, "/targets")) == 2


def test_the_indicators_come_page_by_page_and_hold_what_the_catalogue_says(public, sample):
    first = ask(public, "/indicators", limit=3)
    again = ask(public, "/indicators", limit=3, cursor=first["next"])
    codes = [one["code"] for one in (*first["items"], *again["items"])]
    assert len(set(codes)) == 6
    revenue = ask(public, "/indicators/budget_revenue")
    assert (revenue["unit"]["measure"], revenue["ofCatalogue"]) == ("VND", True)
    assert {one["owner"] for one in items(public, "/indicators", agency="STC")} == {"STC"}


def test_a_history_holds_what_was_superseded(as_one, sample):
    path = "/indicators/budget_revenue/history"
    reported(CORRECTED, 9)
    officer = as_one("officer")
    told = [(one["period"], one["low"], one["supersedes"]) for one in items(officer, path, territory="20")]
    standing = [one["low"] for one in items(officer, path, territory="20", superseded=False)]
    assert [low for _, low, _ in told] == ["2500", "2530.10", "2531", "2600", "2700"]
    assert told[2][2] is not None
    assert standing == ["2500", "2531", "2600", "2700"]


def test_a_document_is_shown_with_its_provisions_and_versions(public, sample):
    shown = ask(public, f"/documents/{sample.published}")
    assert shown["document"]["number"] == "1/NQ-HĐND"
    assert shown["document"]["published"] is True
    assert [one["path"] for one in shown["provisions"]] == [["Điều 1"]]
    assert len(shown["versions"]) == 1
    assert "text" not in json.dumps(shown["document"])


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"territory": "20"}, 1), ({"territory": "04"}, 0), ({"number": "1/NQ-HĐND"}, 1), ({"number": "x"}, 0),
        ({"from": "2021-12-10", "to": "2021-12-10"}, 1), ({"from": "2021-12-11"}, 0), ({"type": "Nghị quyết"}, 0),
    ],
)  # fmt: skip
def test_documents_are_found_by_what_the_register_says(public, sample, asked, count):
    assert len(items(public, "/documents", **asked)) == count


def test_as_of_a_day_before_it_was_published_nobody_sees_a_document(public, as_one, sample):
    assert items(public, "/documents", asOf="2026-01-05T09:30:00Z") == []
    assert len(items(as_one("officer"), "/documents", asOf="2026-01-05T09:30:00Z")) == 1


def test_facts_tell_what_was_read_and_how_far_they_came(public, sample):
    kinds = [one["kind"] for one in items(public, f"/documents/{sample.published}/facts")]
    assert kinds == ["target", "observation", "task", "citation", "target"]
    (waiting,) = items(public, "/facts", state="waiting")
    assert (waiting["id"], waiting["reasons"], waiting["read"]["low"]) == (sample.waiting, ["unsure-period"], "900")
    assert waiting["decision"] == {
        "outcome": "matched", "codes": ["budget_revenue"], "reasons": ["same-name"], "warnings": [],
    }  # fmt: skip
    assert len(items(public, "/facts", kind="task")) == 1
    assert items(public, "/facts", document=sample.draft) == []


def test_a_fact_that_was_reviewed_is_among_what_changed(as_one, sample):
    officer = as_one("officer")
    horizon = ask(officer, "/facts")["horizon"]
    accept_fact(fact=sample.waiting, by=OPERATOR, at=moment(9), why="test")
    assert [one["id"] for one in items(officer, "/facts", updatedAfter=horizon)] == [sample.waiting]


def test_a_task_stands_as_its_latest_update_by_the_day_says(public, sample):
    path = f"/tasks/{sample.task}"
    assert ask(public, path, on="2026-01-04")["state"] == "open"
    shown = ask(public, path, on="2026-01-05")
    assert (shown["state"], shown["overdue"], len(shown["updates"])) == ("running", False, 1)


def test_tasks_are_found_by_agency_state_and_document(public, as_one, sample):
    assert [one["id"] for one in items(public, "/tasks")] == [sample.task]
    assert items(public, "/tasks", agency="SNNPTNT") == []
    assert [one["id"] for one in items(as_one("officer"), "/tasks", agency="SNNPTNT")] == [sample.hidden_task]
    assert [one["id"] for one in items(public, "/tasks", state="running")] == [sample.task]
    assert items(public, "/tasks", state="done") == []
    assert items(public, "/tasks", overdue=True) == []


def test_an_update_makes_its_task_one_that_changed(as_one, sample):
    officer = as_one("officer")
    assert [one["id"] for one in items(officer, "/tasks", updatedAfter="2026-01-05T14:30:00Z")] == [sample.task]


def test_a_finding_tells_whether_it_was_set_aside_and_to_staff_by_whom(public, as_one, sample):
    (found,) = items(public, "/findings")
    assert (found["check"], found["verdict"], found["dismissed"], found["dismissal"]) == (
        "sums", "inconsistent", False, None,
    )  # fmt: skip
    dismiss_finding(finding=sample.finding, by=OPERATOR, at=moment(9), why="đã hỏi lại")
    (found,) = items(public, "/findings", dismissed=True)
    assert (found["dismissed"], found["dismissal"]) == (True, None)
    (found,) = items(as_one("officer"), "/findings")
    assert (found["dismissal"]["by"], found["dismissal"]["why"]) == ("operator", "đã hỏi lại")


def test_the_scoreboard_is_made_of_what_one_may_see(public, as_one, sample):
    asked = {"period": "2022-Q3", "territory": "20"}
    assert ask(public, "/scoreboard", **asked)["rows"][0]["result"] is None
    row = ask(as_one("officer"), "/scoreboard", **asked)["rows"][0]
    assert (row["indicator"], row["result"]["low"]) == ("budget_revenue", "2700")
    assert row["name"]["vi"] == "Tổng thu ngân sách nhà nước trên địa bàn"


def test_the_scoreboard_of_a_past_day_is_shown_as_it_was(as_one, sample):
    asked = {"period": "2022-Q3", "territory": "20", "asOf": "2026-01-05T13:30:00Z"}
    assert ask(as_one("officer"), "/scoreboard", **asked)["rows"][0]["result"] is None


def test_the_scoreboard_comes_as_a_table_too(public, sample):
    answer = public.get("/api/v1/scoreboard?period=2022-Q1&format=csv")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode()))
    assert row["indicator"] == "budget_revenue"


def test_acts_say_who_when_and_why_and_staff_without_bounds_sees_all(as_one, sample):
    everything = items(as_one("administrator"), "/acts", limit=500)
    assert [one["number"] for one in everything] == list(range(1, len(everything) + 1))
    assert {one["command"] for one in everything} >= {"set_up", "record_document", "publish"}
    (act,) = items(as_one("administrator"), "/acts", entry=sample.published)
    assert (act["command"], act["by"], act["firstEntry"] <= sample.published) == ("record_document", "operator", True)
    assert items(as_one("officer"), "/acts") == []


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(as_one, sample, public):
    answer = public.get("/api/v1/facts?format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [json.loads(row["read"])["kind"] for row in rows][:2] == ["target", "observation"]


def test_nothing_changes_the_answer_about_a_past_day(public, sample):
    path = "/api/v1/documents?asOf=2026-01-05T12:30:00Z"
    before = public.get(path)
    dismiss_finding(finding=sample.finding, by=OPERATOR, at=moment(40), why="test")
    after = public.get(path)
    assert (before.content, before["ETag"]) == (after.content, after["ETag"])
