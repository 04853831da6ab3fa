"""Changes: what they record, rehearsals, keys, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from tiendo.ledger.chain import head
from tiendo.ledger.models import Act, Fact, Observation, Publication, Submission, TaskUpdate
from tiendo.ledger.standing import FOREVER
from tiendo.web.models import GivenAnswer

pytestmark = pytest.mark.django_db
URL = "/api/v1/observations"
ROW = {"indicator": "budget_revenue", "territory": "20", "period": "2022-Q3", "value": "2750.50"}


def send(client, method, path, body, **headers):
    return client.generic(method, path, data=json.dumps(body), content_type="application/json", headers=headers)


def report(client, *rows, query="", headers=None, **more):
    body = {"why": "báo cáo quý", "agency": "STC", "rows": list(rows)} | more
    return send(client, "POST", URL + query, body, **(headers or {}))


def test_reported_rows_become_one_submission(as_one, sample):
    answer = report(as_one("reporter"), ROW, {**ROW, "period": "2022-Q4", "estimated": True})
    assert answer.status_code == 201
    said = answer.json()
    assert (said["recorded"], said["corrected"], said["refused"], said["dryRun"]) == (1, 1, 0, False)
    assert [(one["row"], one["code"]) for one in said["rows"]] == [(0, "corrected"), (1, "recorded")]
    act = Act.objects.order_by("-number").first()
    assert (act.command, act.by, act.why) == ("report_observations", "reporter", "báo cáo quý")
    assert Observation.objects.filter(low="2750.50", submission=said["submission"]).exists()


def test_a_refused_row_keeps_all_others_out_and_is_named(as_one, sample):
    before = head()
    answer = report(as_one("reporter"), ROW, {**ROW, "value": "2,5"}, {**ROW, "indicator": "x"})
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/rows-refused"
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [
        ("body.rows.1.value", "ambiguous-number"), ("body.rows.2.indicator", "unknown-indicator"),
    ]  # fmt: skip
    assert head() == before


def test_where_it_is_wished_the_sound_rows_are_recorded(as_one, sample):
    answer = report(as_one("reporter"), ROW, {**ROW, "value": "x"}, allOrNothing=False)
    assert (answer.status_code, answer.json()["corrected"], answer.json()["refused"]) == (201, 1, 1)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/observations", {"agency": "STC", "rows": [ROW]}),
        ("POST", "/tasks/{task}/updates", {"on": "2026-01-06", "state": "done", "note": "xong", "agency": "STC"}),
        ("POST", "/findings/{finding}/dismissal", {}),
        ("POST", "/documents/{draft}/publication", {}),
        ("DELETE", "/documents/{published}/publication", {}),
        ("POST", "/submissions/{hidden_submission}/publication", {}),
        ("POST", "/facts/{waiting}/review", {"choice": "accept"}),
        ("POST", "/facts/{waiting}/review", {"choice": "correct", "changes": {"low": "901", "high": "901"}}),
    ],
)
def test_a_rehearsal_records_nothing_and_the_change_does(as_one, sample, method, path, body):
    client = as_one("approver")
    address = "/api/v1" + path.format(**{name: getattr(sample, name) for name in sample.__dataclass_fields__})
    before = head()
    tried = send(client, method, address + "?dryRun=true", {"why": "thử", **body}, **{"Idempotency-Key": "k"})
    assert (tried.status_code, tried.json()["dryRun"], head()) == (200, True, before), tried.content
    done = send(client, method, address, {"why": "thật", **body}, **{"Idempotency-Key": "k"})
    assert done.status_code in (200, 201)
    assert head().act > before.act


def test_a_task_is_reported_on_by_its_agency(as_one, sample):
    body = {"why": "xong", "on": "2026-01-06", "state": "done", "note": "Đã trình", "agency": "STC"}
    answer = send(as_one("reporter"), "POST", f"/api/v1/tasks/{sample.task}/updates", body)
    assert answer.status_code == 201
    assert TaskUpdate.objects.get(id=answer.json()["entry"]).note == "Đã trình"


def test_a_review_changes_what_counts_and_audits_again(as_one, sample):
    body = {"why": "đúng", "choice": "choose-indicator", "indicator": "budget_revenue", "remember": False}
    answer = send(as_one("officer"), "POST", f"/api/v1/facts/{sample.waiting}/review", body)
    assert answer.status_code == 201
    assert Fact.objects.get(id=answer.json()["entry"]).state == "accepted"


def test_who_saw_an_older_entry_is_told_that_somebody_was_quicker(as_one, sample):
    seen = Fact.objects.standing(FOREVER).get(root=sample.waiting).id
    path = f"/api/v1/facts/{sample.waiting}/review"
    body = {"why": "x", "choice": "accept", "expected": seen}
    assert send(as_one("officer"), "POST", path, body).status_code == 201
    answer = send(as_one("officer"), "POST", path, body)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/superseded")


def test_what_is_published_twice_is_refused(as_one, sample):
    answer = send(as_one("approver"), "POST", f"/api/v1/documents/{sample.published}/publication", {"why": "x"})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-change")


KEY = {"Idempotency-Key": "lan-1"}


def test_the_same_request_under_one_key_is_made_once(as_one, sample):
    client = as_one("reporter")
    first = report(client, ROW, headers=KEY)
    count = Submission.objects.count()
    again = report(client, ROW, headers=KEY)
    assert (again.status_code, again.content, again["Idempotent-Replayed"]) == (201, first.content, "true")
    assert Submission.objects.count() == count


def test_another_request_under_the_same_key_is_refused(as_one, sample):
    client = as_one("reporter")
    report(client, ROW, headers=KEY)
    answer = report(client, {**ROW, "value": "1"}, headers=KEY)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/key-used-otherwise")


def test_a_key_belongs_to_its_account(as_one, sample):
    path = f"/api/v1/documents/{sample.draft}/publication"
    assert send(as_one("approver"), "POST", path, {"why": "x"}, **KEY).status_code == 201
    answer = send(as_one("administrator"), "POST", path, {"why": "x"}, **KEY)
    assert answer.json()["type"] == "/problems/invalid-change"


def test_a_request_that_is_under_way_is_not_made_again(as_one, sample):
    asked_at = datetime.now(UTC)
    GivenAnswer.objects.create(account="reporter", key="lan-1", asked_sha256="0" * 64, asked_at=asked_at)
    answer = report(as_one("reporter"), ROW, headers=KEY)
    assert (answer.status_code, answer.json()["type"], answer["Retry-After"]) == (409, "/problems/under-way", "2")


def test_a_request_that_was_broken_off_can_be_made_again(as_one, sample):
    asked_at = datetime.now(UTC) - timedelta(minutes=2)
    GivenAnswer.objects.create(account="reporter", key="lan-1", asked_sha256="0" * 64, asked_at=asked_at)
    assert report(as_one("reporter"), ROW, headers=KEY).status_code == 201


def test_after_a_day_a_key_is_forgotten(as_one, sample):
    report(as_one("reporter"), ROW, headers=KEY)
    GivenAnswer.objects.update(asked_at=datetime.now(UTC) - timedelta(hours=25))
    assert report(as_one("reporter"), {**ROW, "value": "3"}, headers=KEY).status_code == 201


def test_a_refused_request_does_not_use_up_its_key(as_one, sample):
    client = as_one("reporter")
    assert report(client, {**ROW, "value": "x"}, headers=KEY).status_code == 422
    assert not GivenAnswer.objects.exists()
    assert report(client, ROW, headers=KEY).status_code == 201


def test_a_change_and_the_note_of_its_key_are_one(as_one, sample, monkeypatch):
    def fails(*arguments, **named):
        raise RuntimeError("made up")

    monkeypatch.setattr("django.db.models.query.QuerySet.update", fails)
    client = as_one("approver")
    client.raise_request_exception = False
    answer = send(client, "POST", f"/api/v1/documents/{sample.draft}/publication", {"why": "x"}, **KEY)
    assert answer.status_code == 500
    assert not Publication.objects.filter(subject=sample.draft).exists()
    assert not GivenAnswer.objects.exists()
