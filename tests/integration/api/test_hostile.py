"""Requests that nobody should send: each gets one clear problem, and nothing is recorded."""

from __future__ import annotations

import json

import pytest

from tiendo.ledger.chain import head

pytestmark = pytest.mark.django_db
ROW = {"indicator": "budget_revenue", "territory": "20", "period": "2022-Q3", "value": "1"}


def problem(answer):
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    said = answer.json()
    assert said["status"] == answer.status_code
    assert {"type", "title", "status", "detail"} <= said.keys()
    return answer.status_code, said["type"].removeprefix("/problems/")


@pytest.mark.parametrize(
    "query",
    [
        "territory=20' OR 1=1--", "territory=%00", "territory=%ff", "indicator=a;DROP TABLE ledger_act", "limit=0",
        "limit=99999", "limit=1e3", "limit=１", "limit=-1", "document=0", "period=2022-Q9",
        "period=2022-02-30", "from=2022-13-01", "from=20220101", "asOf=yesterday", "asOf=2022-01-01T25:00:00Z",
        "asOf=2022-01-01T00:00:00%2B99:99", "updatedAfter=99999999999999999999", "format=xml", "nonsense=1",
        "territory=20&territory=21",
        "document=99999999999999999999", "as_of=2022-01-01", "valid_on=2022-01-01", "__proto__=1", "territory[]=20",
    ],
)  # fmt: skip
def test_a_strange_parameter_is_named(public, sample, query):
    answer = public.get(f"/api/v1/targets?{query}")
    assert problem(answer) == (422, "invalid-request")
    (fault, *_) = answer.json()["errors"]
    assert fault["field"].startswith("query.")
    assert fault["message"]


def test_all_wrong_parameters_are_named_with_a_code(public, sample):
    answer = public.get("/api/v1/targets?period=x&from=y&limit=z")
    codes = {one["field"]: one["code"] for one in answer.json()["errors"]}
    assert codes == {"query.period": "wrong-period", "query.from": "wrong-day", "query.limit": "int-parsing"}


@pytest.mark.parametrize(
    "moment", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00%2B23:59"]
)
def test_the_ends_of_the_calendar_are_days_as_others(public, sample, moment):
    assert public.get(f"/api/v1/tasks?asOf={moment}&updatedAfter={moment}&from=0001-01-01").status_code == 200
    assert public.get(f"/api/v1/scoreboard?period=2022&asOf={moment}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/api", "/api/", "/api/v2/tasks", "/api/v1/nothing", "/api/v1/tasks/x", "/api/v1/tasks/-1", "/api/v1/tasks/1/2/3",
     "/api/v1/documents/%00", "/api/v1/documents/1%2F..%2F2", "/api/v1/indicators/..", "/api/v1/tasks/"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_a_problem_document(public, sample, path):
    assert problem(public.get(path))[0] in (404, 422)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "BREW"])
def test_a_wrong_method_is_told_the_right_ones(public, sample, method):
    answer = public.generic(method, "/api/v1/tasks")
    assert problem(answer) == (405, "wrong-method")
    assert answer["Allow"] == "GET, HEAD"


def test_a_head_is_a_get_without_its_body(public, sample):
    whole, head_only = public.get("/api/v1/tasks"), public.head("/api/v1/tasks")
    assert (head_only.status_code, head_only.content) == (200, b"")
    assert (head_only["ETag"], head_only["Content-Length"]) == (whole["ETag"], str(len(whole.content)))


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/*", "application/json;q=0"])
def test_a_form_that_there_is_not_is_refused(public, sample, accept):
    assert problem(public.get("/api/v1/tasks", headers={"Accept": accept})) == (406, "not-acceptable")


@pytest.mark.parametrize("accept", ["*/*", "application/*", "text/csv;q=0.5, application/json", ""])
def test_json_is_what_most_want(public, sample, accept):
    assert public.get("/api/v1/tasks", headers={"Accept": accept})["Content-Type"].startswith("application/json")


def test_one_thing_comes_as_json_only(public, sample):
    path = f"/api/v1/documents/{sample.published}"
    assert problem(public.get(path, headers={"Accept": "text/csv"})) == (406, "not-acceptable")
    assert problem(public.get(f"{path}?format=csv")) == (406, "not-acceptable")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", (415, "wrong-media-type")),
        (b"{", (400, "invalid-body")),
        (b"\xff\xfe{}", (400, "invalid-body")),
        (b"\x00", (400, "invalid-body")),
        (b'{"why": NaN}', (422, "invalid-request")),
        (b"[" * 100_000, (400, "invalid-body")),
        (b'{"a":' * 50_000, (400, "invalid-body")),
        (b"[]", (422, "invalid-request")),
        (b'"text"', (422, "invalid-request")),
        (b"null", (422, "invalid-request")),
        (b'{"why": 1}', (422, "invalid-request")),
        (b'{"why": " "}', (422, "invalid-request")),
        (b'{"why": "\\u0000x"}', (422, "invalid-request")),
        (b'{"why": "\\ud800"}', (422, "invalid-request")),
        (b'{"why": "x", "more": 1}', (422, "invalid-request")),
        (b'{"why": "' + b"x" * 3_000 + b'"}', (422, "invalid-request")),
    ],
)
def test_a_strange_body_is_refused(as_one, sample, body, expected):
    before = head()
    answer = as_one("approver").post(
        f"/api/v1/documents/{sample.draft}/publication", body, content_type="application/json"
    )
    assert problem(answer) == expected
    assert head() == before


@pytest.mark.parametrize(
    "change",
    [
        {"value": 1}, {"value": "1\n2"}, {"value": 'x"'}, {"value": "=1+1"}, {"value": "1;2"}, {"period": "2022-Q3,2"},
        {"value": "x" * 300}, {"estimated": "yes, please"}, {"unit": "furlong"}, {"more": "x"}, {"value": None},
        {"indicator": "budget_revenue,20"}, {"value": "9" * 60}, {"territory": "zz"}, {"period": "2999"},
    ],
)  # fmt: skip
def test_a_strange_row_is_named_and_not_recorded(as_one, sample, change):
    before = head()
    body = {"why": "x", "agency": "STC", "rows": [ROW, {**ROW, "period": "2022-Q4", **change}]}
    answer = as_one("officer").post("/api/v1/observations", json.dumps(body), content_type="application/json")
    assert problem(answer)[0] == 422
    assert all(one["field"].startswith("body.") for one in answer.json()["errors"])
    assert any("rows.1" in one["field"] for one in answer.json()["errors"])
    assert head() == before


def test_a_body_that_is_too_large_is_refused_before_it_is_read(as_one, sample, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    body = json.dumps({"why": "x" * 2_000})
    answer = as_one("approver").post(
        f"/api/v1/documents/{sample.draft}/publication", body, content_type="application/json"
    )
    assert problem(answer) == (413, "body-too-large")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_body_that_is_no_json_is_refused(as_one, sample, kind):
    answer = as_one("approver").post(f"/api/v1/documents/{sample.draft}/publication", b"x", content_type=kind)
    assert problem(answer) == (415, "wrong-media-type")


@pytest.mark.parametrize("key", ["", "x" * 201, "a b", "é"])
def test_a_strange_key_is_refused(as_one, sample, key):
    answer = as_one("approver").post(
        f"/api/v1/documents/{sample.draft}/publication", '{"why": "x"}', content_type="application/json",
        headers={"Idempotency-Key": key},
    )  # fmt: skip
    assert problem(answer) == (422, "invalid-request")


def test_a_problem_speaks_the_language_that_is_asked_for(public, sample):
    vietnamese = public.get("/api/v1/nothing", headers={"Accept-Language": "vi"})
    english = public.get("/api/v1/nothing", headers={"Accept-Language": "fr, en;q=0.5"})
    assert (vietnamese["Content-Language"], vietnamese.json()["title"]) == ("vi", "Không tìm thấy")
    assert (english["Content-Language"], english.json()["title"]) == ("en", "Not found")


def test_a_fault_inside_tells_nothing_of_the_inside(public, sample, monkeypatch, caplog):
    def fails(*arguments, **named):
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr("tiendo.web.api.routers.tasks.tasks.tasks", fails)
    answer = public.get("/api/v1/tasks?limit=7")
    assert problem(answer) == (500, "internal")
    assert "secret" not in answer.content.decode()
    assert "a secret of the inside" in caplog.text


def test_a_busy_record_is_asked_for_again_later(as_one, sample, monkeypatch):
    from tiendo.facts.errors import RecordBusy

    def busy(**named):
        raise RecordBusy(vi="bận", en="busy")

    monkeypatch.setattr("tiendo.web.api.routers.publications.publish", busy)
    answer = as_one("approver").post(
        f"/api/v1/documents/{sample.draft}/publication", '{"why": "x"}', content_type="application/json"
    )
    assert problem(answer) == (503, "busy")
    assert int(answer["Retry-After"]) > 0


def test_the_documentation_comes_from_here(public):
    page = public.get("/api/v1/docs").content.decode()
    assert "/static/ninja/" in page
    assert "http://" not in page
    assert "https://" not in page
