"""The list of tasks and the page of a task: who sees what, what may stand in the address, what a report records."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.integration.api.samples import Sample, make_sample
from tests.integration.web.accounts import made, signed_in
from tests.unit.ledger.samples import MORNING, document, moment, read, recorded, target, task
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.record_document import ReadFact, ReadProvision
from tiendo.ledger.models import StoredFile, Task, TaskUpdate
from tiendo.ledger.set_up import set_up

pytestmark = pytest.mark.django_db

REPORT = {"state": "done", "on": "2026-01-06", "note": "Đã trình đề án.", "agency": "STC"}


@pytest.fixture
def sample(db) -> Sample:
    """A published document with a task of STC that is under way, and a draft with another task."""
    return make_sample()


def text(answer) -> str:
    """What a reader reads, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def published_task(words: str, *, hours: int = 20, **more: object) -> None:
    """A task in a published document of its own."""
    fact = ReadFact(record=task(words), territory="20", **more)
    root = recorded(document(fact, identity=f"{hours}/KH", file=f"{hours:064x}", title=f"{hours}/KH"), hours=hours).root
    publish(subject=root, by=OPERATOR, at=moment(hours), why="test")


# --- who sees what ---


def test_the_public_sees_the_tasks_of_published_documents(sample):
    said = text(Client().get("/tasks"))
    assert "Lập đề án mẫu" in said
    assert "Việc chưa công bố" not in said


def test_a_task_of_a_draft_does_not_exist_for_the_public(sample):
    assert Client().get(f"/tasks/{sample.hidden_task}").status_code == 404
    assert Client().get(f"/tasks/{sample.hidden_task}/evidence/1").status_code == 404
    assert Client().get(f"/tasks?document={sample.draft}").status_code == 400


def test_an_officer_sees_the_tasks_of_drafts(sample):
    made("mai", "officer", territory="20")
    assert "Việc chưa công bố" in text(signed_in("mai").get("/tasks"))
    assert signed_in("mai").get(f"/tasks/{sample.hidden_task}").status_code == 200


def test_a_reporter_sees_the_draft_tasks_of_their_agency_without_the_document(sample):
    made("lan", "reporter", agency="SNNPTNT")
    client = signed_in("lan")
    answer = client.get(f"/tasks/{sample.hidden_task}")
    assert "Việc chưa công bố" in text(answer)
    assert "2/KH-DRAFT" not in text(answer)
    made("tam", "reporter", agency="SCT")
    assert signed_in("tam").get(f"/tasks/{sample.hidden_task}").status_code == 404


def test_names_of_accounts_are_for_staff(sample):
    made("mai", "officer", territory="20")
    assert "operator" not in text(Client().get(f"/tasks/{sample.task}"))
    assert "operator ghi ngày" in text(signed_in("mai").get(f"/tasks/{sample.task}"))


# --- the list ---


def test_a_task_shows_how_it_stands_and_leads_to_its_place(sample):
    answer = Client().get("/tasks")
    assert "Đang làm" in text(answer)
    assert f'href="/documents/{sample.published}?at=30#at-30"' in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("agency=STC", True),
        ("agency=SCT", False),
        ("agency=STC&role=lead", True),
        ("agency=CTK&role=lead", False),
        ("state=running", True),
        ("state=done", False),
        ("view=undated", True),
        ("view=overdue", False),
        ("q=lap+de+an", True),  # without marks
        ("q=ĐỀ+ÁN+lập", True),  # in any order
        ("q=thuyền", False),
        ("from=2020-01-01", False),  # it has no date
    ],
)
def test_filters_leave_what_they_say(sample, query, found):
    said = text(Client().get(f"/tasks?{query}"))
    assert ("Lập đề án mẫu" in said) is found
    assert ("Không có nhiệm vụ nào như vậy" in said) is not found


@pytest.mark.parametrize(
    "query",
    [
        "view=all'--",
        "by=1;DROP TABLE ledger_task",
        "state=nope",
        "agency=NOBODY",
        "agency=STC&role=chief",
        "agency=STC' OR '1'='1",
        "document=99999999999999999999999",
        "document=-1",
        "document=1 UNION SELECT 1",
        "from=yesterday",
        "to=9999-99-99",
        "page=one",
        "q=" + "x" * 5_000,
        "asOf=' OR 1=1",
    ],
)
def test_what_no_filter_can_mean_is_refused_with_a_sentence(sample, query):
    answer = Client().get(f"/tasks?{query}")
    assert answer.status_code == 400
    assert "Địa chỉ không đúng" in text(answer)
    assert "Traceback" not in text(answer)


@pytest.mark.parametrize("number", ["0", "9999999999", "9" * 40])
def test_a_number_that_no_task_has_is_not_found(sample, number):
    assert Client().get(f"/tasks/{number}").status_code == 404


def test_the_page_behind_the_last_one_is_the_last_one(sample):
    assert "Lập đề án mẫu" in text(Client().get("/tasks?page=9223372036854775807"))


def test_words_of_a_document_stay_words(sample):
    published_task("<script>alert(1)</script> & việc", lead_codes=("STC",))
    body = Client().get("/tasks").content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)" in body


def test_an_old_plan_without_codes_stands_under_the_same_name(sample):
    published_task("Việc một", lead_codes=("STC",), hours=21)
    published_task("Việc hai", hours=22)
    groups = re.findall(r'<th class="group".*?</th>', Client().get("/tasks").content.decode(), re.S)
    assert len(groups) == len({re.sub(r"<[^>]+>|\d", "", one).strip() for one in groups})


def test_an_open_page_asks_for_its_rows_alone(sample):
    answer = Client().get("/tasks?view=undated", headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
    assert "Lập đề án mẫu" in text(answer)


def test_a_table_holds_what_the_filters_leave_and_nothing_that_runs(sample):
    published_task("=cmd|'/c calc'!A1", lead_codes=("SCT",))
    answer = Client().get("/tasks.csv?agency=SCT")
    assert answer["Content-Disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["quote"] for row in rows] == ["'=cmd|'/c calc'!A1"]
    assert rows[0]["lead_codes"] == "SCT"


def test_without_tasks_an_officer_is_told_what_to_do_next(db):
    set_up(MORNING)
    made("mai", "officer", territory="20")
    assert "Chưa có nhiệm vụ nào" in text(Client().get("/tasks"))
    assert "Tải văn bản lên" in text(signed_in("mai").get("/tasks"))
    assert "Tải văn bản lên" not in text(Client().get("/tasks"))


# --- reporting ---


def test_a_report_is_recorded_with_its_evidence(sample):
    made("lan", "reporter", agency="STC")
    client = signed_in("lan")
    file = SimpleUploadedFile("C:\\ho so\\bao-cao.html", b"<script>alert(1)</script>", content_type="text/html")
    answer = client.post(f"/tasks/{sample.task}/report", REPORT | {"evidence": file})
    assert answer.status_code == 302
    assert answer["Location"] == f"/tasks/{sample.task}"
    update = TaskUpdate.objects.latest("id")
    assert (update.state, update.on, update.agency) == ("done", date(2026, 1, 6), "STC")
    assert StoredFile.objects.get(sha256=update.evidence).name == "bao-cao.html"
    said = text(client.get(f"/tasks/{sample.task}"))
    assert "Đã trình đề án." in said
    assert "Đã xong" in said


def test_evidence_is_saved_and_never_shown_as_a_page(sample):
    made("lan", "reporter", agency="STC")
    client = signed_in("lan")
    file = SimpleUploadedFile("trang.svg", b"<svg onload='alert(1)'/>", content_type="image/svg+xml")
    client.post(f"/tasks/{sample.task}/report", REPORT | {"evidence": file})
    update = TaskUpdate.objects.latest("id").root
    answer = client.get(f"/tasks/{sample.task}/evidence/{update}")
    assert answer.content == b"<svg onload='alert(1)'/>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="trang.svg"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Client().get(f"/tasks/{sample.task}/evidence/{update}").status_code == 404
    assert "có tệp minh chứng" in text(Client().get(f"/tasks/{sample.task}"))
    assert client.get(f"/tasks/{sample.hidden_task}/evidence/{update}").status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"note": "  "}, "Hãy viết đã làm gì."),
        ({"note": "x" * 4_001}, "Ghi chú dài quá"),
        ({"on": "2999-01-01"}, "không sau hôm nay"),
        ({"on": "hôm qua"}, "không sau hôm nay"),
        ({"state": "open"}, "Hãy chọn một tình trạng."),
        ({"evidence": SimpleUploadedFile("rong.pdf", b"")}, "Tệp này rỗng."),
    ],
)
def test_a_report_that_is_wrong_comes_back_with_what_was_written(sample, sent, said):
    made("lan", "reporter", agency="STC")
    before = TaskUpdate.objects.count()
    answer = signed_in("lan").post(f"/tasks/{sample.task}/report", REPORT | sent)
    assert answer.status_code == 422
    assert said in text(answer)
    if "note" not in sent:
        assert "Đã trình đề án." in text(answer)
    assert TaskUpdate.objects.count() == before


def test_who_may_not_report_sees_no_form_and_is_refused(sample):
    made("tam", "reporter", agency="SCT")
    client = signed_in("tam")
    assert "Báo cáo tiến độ" not in text(client.get(f"/tasks/{sample.task}"))
    before = TaskUpdate.objects.count()
    assert client.post(f"/tasks/{sample.task}/report", REPORT).status_code == 403
    assert client.post(f"/tasks/{sample.task}/report", REPORT | {"agency": ""}).status_code == 403
    assert TaskUpdate.objects.count() == before


def test_a_reporter_cannot_speak_for_another_agency(sample):
    made("lan", "reporter", agency="STC")
    answer = signed_in("lan").post(f"/tasks/{sample.task}/report", REPORT | {"agency": "SCT"})
    assert answer.status_code == 403


def test_the_public_is_sent_to_sign_in_and_the_address_takes_no_get(sample):
    answer = Client().post(f"/tasks/{sample.task}/report", REPORT)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in")
    assert Client().get(f"/tasks/{sample.task}/report").status_code == 405


def test_a_report_needs_the_token_of_the_form(sample):
    made("lan", "reporter", agency="STC")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in("lan").cookies
    assert strict.post(f"/tasks/{sample.task}/report", REPORT).status_code == 403


def test_nobody_reports_into_the_past(sample):
    made("lan", "reporter", agency="STC")
    assert "Báo cáo tiến độ" not in text(signed_in("lan").get(f"/tasks/{sample.task}?asOf=2026-01-05"))


# --- where it came from ---


def test_a_task_says_which_targets_stand_in_its_provision(sample):
    words = "Thu đủ ngân sách"
    facts = (ReadFact(record=task(words, start=50), territory="20"), read(target("9000", start=10)))
    whole = document(*facts, identity="30/NQ", file="3" * 64, title="30/NQ")
    provisions = (ReadProvision(path=("Điều 3",), heading="Điều 3. Thu ngân sách", start=0, end=80),)
    root = recorded(replace(whole, provisions=provisions), hours=30).root
    publish(subject=root, by=OPERATOR, at=moment(31), why="test")
    number = Task.objects.filter(quote=words).values_list("root", flat=True).get()
    said = text(Client().get(f"/tasks/{number}"))
    assert "9000 tỷ đồng" in said
    assert "cùng khoản, mục của văn bản" in said
    assert "Chỉ tiêu nêu cùng chỗ" in said
    assert "Điều 3. Thu ngân sách" in said


def test_no_target_is_named_where_none_stands_beside_a_task(sample):
    published_task("Việc đứng một mình", hours=40)
    number = Task.objects.filter(quote="Việc đứng một mình").values_list("root", flat=True).get()
    assert "Chỉ tiêu nêu cùng chỗ" not in text(Client().get(f"/tasks/{number}"))
