"""The service of SDMX-REST: what it gives to whom, in which form, and what it refuses."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from pysdmx.io import read_sdmx

from tests.integration.api.samples import CORRECTED, reported
from tests.integration.api.sdmx_answers import ALL, CSV, JSON, STRUCTURE_XML, XML, ask, code_of, rows, values
from tests.unit.ledger.samples import moment
from tests.unit.publishing.sdmx.samples import faults_of_json
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish
from tiendo.ledger.commands.withdraw_document import withdraw_document
from tiendo.web.api.sdmx import data_view

pytestmark = pytest.mark.django_db
EVERYBODY = {
    "public": {"F"},
    "nobody": {"F"},
    "reporter": {"F", "N"},
    "other-reporter": {"F"},
    "officer": {"F", "N"},
    "other-officer": {"F"},
    "approver": {"F", "N"},
    "other-approver": {"F"},
    "administrator": {"F", "N"},
    "other-administrator": {"F"},
}


def test_the_public_gets_what_is_published_and_nothing_else(public, sample):
    found = rows(public)

    assert values(found) == [
        ("RESULT", "2022-Q1", "2500"),
        ("RESULT", "2022-Q2", "2600"),
        ("RESULT", "2022-Q1", "2530.10"),
        ("TARGET", "2022", "10000"),
    ]
    assert {row["CONF_STATUS"] for row in found} == {"F"}
    assert [row["SOURCE"] for row in found] == ["1/NQ-HĐND", "STC", "STC", "1/NQ-HĐND"]


@pytest.mark.parametrize("who", EVERYBODY)
def test_everybody_sees_the_drafts_that_they_may_see_marked_as_such(public, sample, as_one, who):
    client = public if who == "public" else as_one(who)

    assert {row["CONF_STATUS"] for row in rows(client)} == EVERYBODY[who]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/xml", XML),
        ("text/csv", CSV),
        ("application/vnd.sdmx.data+csv", CSV),
        ("application/vnd.sdmx.data+csv;version=2.0.0;labels=id", CSV),
        ("application/vnd.sdmx.data+xml;version=2.1, application/vnd.sdmx.data+xml;version=3.0.0;q=0.5", XML),
        ("application/vnd.sdmx.data+json;version=2.0", JSON),
        ("text/csv;q=0.4, application/xml;q=0.9", XML),
    ],
)
def test_the_form_is_the_one_that_is_liked_best(public, sample, accept, media_type):
    assert ask(public, ALL, accept).media_type == media_type


@pytest.mark.parametrize(
    "accept",
    [
        "text/html",
        "application/vnd.sdmx.data+csv;version=1.0.0",
        "application/vnd.sdmx.data+csv;labels=both",
        "application/vnd.sdmx.structure+json;version=2.0.0",
        "text/csv;q=0",
    ],
)
def test_a_form_that_there_is_not_is_refused(public, sample, accept):
    assert code_of(ask(public, ALL, accept)) == (406, "not-acceptable")


def test_format_in_the_address_does_for_a_browser(public, sample):
    assert ask(public, f"{ALL}?format=csv", "text/html").media_type == CSV
    assert ask(public, "/sdmx/v2/structure/dataflow?format=xml").media_type == STRUCTURE_XML
    assert code_of(ask(public, f"{ALL}?format=pdf")) == (406, "not-acceptable")


@pytest.mark.parametrize("level", ["TIME_PERIOD", "AllDimensions"])
def test_all_forms_are_valid_and_say_the_same(public, sample, level):
    query = f"{ALL}?dimensionAtObservation={level}"
    message = ask(public, query, JSON).body
    xml = ask(public, query, XML).body

    assert faults_of_json(message, "data") == []
    frame = read_sdmx(xml.decode(), validate=True).data[0].data
    assert sorted(frame["OBS_VALUE"]) == sorted(row["OBS_VALUE"] for row in rows(public))
    (series,) = {"series", "observations"} & json.loads(message)["data"]["dataSets"][0].keys()
    assert (series == "series") == (level == "TIME_PERIOD")


@pytest.mark.parametrize(
    ("key", "query", "expected"),
    [
        ("Q", "", {"2500", "2600", "2530.10"}),
        ("A.VN20.budget_revenue.TARGET", "", {"10000"}),
        ("*.VN20.budget_revenue.*", "c[MEASURE]=RESULT", {"2500", "2600", "2530.10"}),
        ("A..,Q...TARGET", "", {"10000"}),
        ("*", "c[FREQ]=A,M", {"10000"}),
        ("*", "c[TIME_PERIOD]=ge:2022-Q2", {"2600"}),
        ("*", "c[TIME_PERIOD]=ge:2022-Q2%2Ble:2022-S1", {"2600"}),
        ("*", "c[TIME_PERIOD]=le:2022-Q1,eq:2022-Q2", {"2500", "2530.10", "2600"}),
        ("*", "c[TIME_PERIOD]=2022", {"10000"}),
        ("*", "c[OBS_VALUE]=gt:2500+le:2600", {"2600", "2530.10"}),
        ("*", "c[OBS_VALUE]=2530.1", {"2530.10"}),
        ("*", "c[SOURCE]=co:NQ", {"2500", "10000"}),
        ("*", "c[SOURCE]=ne:STC", {"2500", "10000"}),
        ("*", "c[STATEMENT]=2", {"2530.10"}),
        ("*", "firstNObservations=1&c[MEASURE]=RESULT", {"2500", "2530.10"}),
        ("*", "lastNObservations=1&c[MEASURE]=RESULT", {"2600", "2530.10"}),
        ("*", "offset=1&limit=1", {"2600"}),
        ("*", "c[REF_AREA]=VN20&c[INDICATOR]=budget_revenue,visitors&limit=1", {"2500"}),
    ],
)
def test_keys_and_conditions_choose(public, sample, key, query, expected):
    assert {row["OBS_VALUE"] for row in rows(public, query, key)} == expected


@pytest.mark.parametrize(
    "address",
    [
        f"{ALL}/M",
        f"{ALL}/Q.VN04",
        f"{ALL}?c[INDICATOR]=nonsense",
        f"{ALL}?c[MEASURE]=TARGET&c[FREQ]=Q",
        f"{ALL}/A.VN20.visitors?c[INDICATOR]=budget_revenue",
        f"{ALL}?asOf=2020-01-01",
        f"{ALL}?limit=0",
        "/sdmx/v2/data/dataflow/TIENDO/OTHER",
        "/sdmx/v2/data/dataflow/ECB/PROGRESS",
        "/sdmx/v2/data/dataflow/TIENDO/PROGRESS/2.0",
        "/sdmx/v2/data/provisionagreement",
        "/sdmx/v2/availability/dataflow/TIENDO/PROGRESS/1.0/M",
        "/sdmx/v2/structure/codelist/TIENDO/CL_NOTHING",
        "/sdmx/v2/structure/hierarchy",
        "/sdmx/v2/nothing",
        "/sdmx",
    ],
)
def test_where_nothing_fits_nothing_is_found(public, sample, address):
    assert code_of(ask(public, address)) == (404, "not-found")


@pytest.mark.parametrize(
    "address",
    [
        "/sdmx/v2/data/nonsense",
        f"{ALL}/A.B.C.D.E.F.G.H",
        f"{ALL}/A.'--",
        f"{ALL}/*/more",
        f"{ALL}?nonsense=1",
        f"{ALL}?c[NONSENSE]=1",
        f"{ALL}?c[FREQ]=",
        f"{ALL}?c[FREQ]=A&c[FREQ]=Q",
        f"{ALL}?c[TIME_PERIOD]=ge:2022-W01",
        f"{ALL}?c[TIME_PERIOD]=ge:x",
        f"{ALL}?c[OBS_VALUE]=gt:x",
        f"{ALL}?c[OBS_VALUE]=gt:NaN",
        f"{ALL}?limit=-1",
        f"{ALL}?firstNObservations=x",
        f"{ALL}?asOf=yesterday",
        f"{ALL}?asOf=2025-01-01&updatedAfter=2030-01-03",
        f"{ALL}?attributes=NONSENSE",
        f"{ALL}?measures=NONSENSE",
        f"{ALL}?dimensionAtObservation=NONSENSE",
        f"{ALL}?c[FREQ]={'A,' * 300}A",
        f"{ALL}/{'A' * 2001}",
        "/sdmx/v2/structure/nonsense",
        "/sdmx/v2/structure/codelist?references=nonsense",
        "/sdmx/v2/structure/codelist?detail=nonsense",
        "/sdmx/v2/availability/dataflow/TIENDO/PROGRESS/1.0/*/NONSENSE",
        "/sdmx/v2/availability/dataflow?references=nonsense",
    ],
)
def test_a_query_that_is_none_is_refused_with_a_sentence(public, sample, address):
    said = ask(public, address)

    assert code_of(said) == (400, "invalid-query")
    assert len(json.loads(said.body)["detail"]) < 400


@pytest.mark.parametrize(
    "address",
    [
        f"{ALL}?includeHistory=true",
        f"{ALL}?sort=REF_AREA",
        f"{ALL}?reportingYearStartDay=--07-01",
        f"{ALL}?dimensionAtObservation=REF_AREA",
        "/sdmx/v2/structure/codelist?detail=referencepartial",
        "/sdmx/v2/availability/dataflow?mode=available",
        "/sdmx/v2/schema/dataflow/TIENDO/PROGRESS",
        "/sdmx/v2/metadata/metadataset",
        "/sdmx/v2/registration",
    ],
)
def test_what_is_not_offered_says_so(public, sample, address):
    assert code_of(ask(public, address)) == (501, "not-offered")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_sent(public, sample, method):
    answer = getattr(public, method)(ALL)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_a_strange_token_is_refused_and_the_question_not_answered(sample):
    said = ask(Client(headers={"Authorization": "Bearer nonsense"}), ALL)
    assert code_of(said) == (401, "wrong-token")


def test_attributes_and_measures_are_left_out_on_demand(public, sample):
    bare, *_ = rows(public, "attributes=none&measures=none")
    some, *_ = rows(public, "attributes=UNIT_MULT,SOURCE")

    assert list(bare)[3:] == [
        *("FREQ", "REF_AREA", "INDICATOR", "MEASURE", "BASIS", "UNIT_MEASURE", "STATEMENT", "TIME_PERIOD"),
    ]
    assert list(some)[-3:] == ["OBS_VALUE", "UNIT_MULT", "SOURCE"]


def test_an_answer_that_is_held_already_is_not_sent_again(public, sample):
    first = public.get(ALL)

    assert public.get(ALL, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert public.get(f"{ALL}?format=csv")["ETag"] != first["ETag"]
    assert public.get(ALL, headers={"Accept-Language": "vi"})["ETag"] != first["ETag"]
    head = public.head(ALL)
    assert (head["Content-Length"], head.content) == (str(len(first.content)), b"")
    assert first["Cache-Control"] == "public, no-cache"


def test_as_of_a_day_the_record_is_what_it_was(public, sample):
    before = rows(public, "asOf=2026-01-05T20:00:00Z")
    later = reported(CORRECTED, 30)
    publish(subject=later, by=OPERATOR, at=moment(31), why="test")

    assert rows(public, "asOf=2026-01-05T20:00:00Z") == before
    assert ("RESULT", "2022-Q1", "2531") in values(rows(public))


def test_what_changed_since_is_what_was_recorded_or_published_since(public, sample):
    since = (moment(8) + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert code_of(ask(public, f"{ALL}?updatedAfter={since}")) == (404, "not-found")

    publish(subject=sample.hidden_submission, by=OPERATOR, at=moment(30), why="test")
    (found,) = rows(public, f"updatedAfter={since}")

    assert (found["ACTION"], found["OBS_VALUE"]) == ("R", "2700")


def test_what_was_withdrawn_since_is_to_be_deleted_and_later_statements_move_up(public, sample):
    since = (moment(8) + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    copy = {tuple(row.values())[3:11]: row["OBS_VALUE"] for row in rows(public)}

    withdraw_document(document=sample.published, by=OPERATOR, at=moment(30), why="test")
    for row in rows(public, f"updatedAfter={since}"):
        key = tuple(row.values())[3:11]
        if row["ACTION"] == "D":
            del copy[key]
        else:
            copy[key] = row["OBS_VALUE"]

    assert copy == {tuple(row.values())[3:11]: row["OBS_VALUE"] for row in rows(public)}
    assert sorted(copy.values()) == ["2530.10", "2600"]


def test_a_large_answer_waits_in_a_file_and_one_that_is_too_large_is_refused(public, sample, monkeypatch):
    whole = ask(public, ALL, XML).body
    monkeypatch.setattr("tiendo.web.api.sdmx.answering._IN_MEMORY", 100)

    answer = public.get(f"{ALL}?offset=0", headers={"Accept": XML})
    assert answer.streaming
    assert b"".join(answer.streaming_content) == whole
    assert answer["Content-Length"] == str(len(whole))
    head = public.head(f"{ALL}?offset=0", headers={"Accept": XML})
    assert (head["Content-Length"], b"".join(head.streaming_content)) == (str(len(whole)), b"")

    monkeypatch.setattr(data_view, "MOST_OBSERVATIONS", 3)
    assert code_of(ask(public, f"{ALL}?offset=0", CSV)) == (413, "answer-too-large")
    assert len(rows(public, "limit=3")) == 3


def test_a_query_does_not_go_through_everything_for_nothing(public, sample, monkeypatch):
    monkeypatch.setattr(data_view, "MOST_LOOKED_AT", 3)

    for address in (f"{ALL}?c[SOURCE]=nonsense", "/sdmx/v2/availability/dataflow/TIENDO/PROGRESS"):
        assert code_of(ask(public, address)) == (413, "answer-too-large")
    assert len(rows(public, key="*.VN20.budget_revenue.TARGET")) == 1
