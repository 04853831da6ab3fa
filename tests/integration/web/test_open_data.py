"""Open data at its addresses: for everybody the same, told apart by what is published, never more than that."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from datetime import date

import openpyxl
import pandas
import pytest
from django.test import Client
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from tests.integration.api.samples import CORRECTED, make_sample, reported
from tests.integration.web.accounts import made, sign_in
from tests.unit.ledger.samples import moment
from tiendo.ledger.actors import OPERATOR
from tiendo.ledger.commands.publish import publish

pytestmark = pytest.mark.django_db

DCAT = Namespace("http://www.w3.org/ns/dcat#")
TABLES = [
    f"/data/{name}.{ending}" for name in ("observations", "targets") for ending in ("csv", "parquet", "json", "xlsx")
]
YEARS = ["/data/20/2022.csv", "/data/20/2022.zip"]
DESCRIPTIONS = [
    f"/data/{name}" for name in ("catalogue.jsonld", "catalogue.ttl", "datapackage.json", "csv-metadata.json")
]
ALL = [*TABLES, *YEARS, *DESCRIPTIONS, "/data/tien-do.zip"]


@pytest.fixture
def sample(db):
    return make_sample()


def content(address, client=None):
    answer = (client or Client()).get(address)
    assert answer.status_code == 200, address
    return b"".join(answer)


@pytest.mark.parametrize("address", ALL)
def test_an_answer_is_told_apart_and_sent_once(sample, address):
    client = Client()
    answer = client.get(address)
    body = b"".join(answer)
    assert answer["Cache-Control"] == "public, no-cache"
    assert body
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    head = client.head(address)
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])
    assert head["Content-Type"] == answer["Content-Type"]
    publish(subject=reported(CORRECTED, 8), by=OPERATOR, at=moment(9), why="test")
    changed = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert changed.status_code == 200
    assert b"".join(changed)


@pytest.mark.parametrize("address", ALL)
def test_whoever_is_signed_in_gets_what_the_public_gets(sample, address):
    made("quan", "administrator")
    staff = Client()
    sign_in(staff, "quan")
    assert content(address, staff) == content(address)


def test_other_programs_read_the_tables(sample):
    csv = pandas.read_csv(io.BytesIO(content("/data/observations.csv")))
    parquet = pandas.read_parquet(io.BytesIO(content("/data/observations.parquet")))
    records = json.loads(content("/data/observations.json"))["records"]
    sheet = openpyxl.load_workbook(io.BytesIO(content("/data/observations.xlsx"))).worksheets[0]
    assert csv["id"].tolist() == parquet["id"].tolist() == [one["id"] for one in records]
    assert sorted(csv["value"]) == [2500.0, 2530.1, 2600.0]
    assert sheet.max_row == 1 + len(csv)


def test_a_draft_is_at_no_address(sample):
    for address in ALL:
        body = content(address)
        if body.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(body)) as archive:
                body = b"".join(archive.read(name) for name in archive.namelist())
        assert b"2700" not in body, address


def test_a_past_day_gives_what_it_gave(sample):
    day = moment(0).date().isoformat()
    before = content(f"/data/observations.csv?asOf={day}")
    publish(subject=reported(CORRECTED, 48), by=OPERATOR, at=moment(49), why="test")
    assert content(f"/data/observations.csv?asOf={day}") == before
    assert content("/data/observations.csv") != before


@pytest.mark.parametrize(
    "address", ["/data/20/1999.csv", "/data/99/2022.csv", "/data/20/0000.zip", "/data/facts.parquet"]
)
def test_what_there_is_not_does_not_exist(sample, address):
    assert Client().get(address).status_code == 404


def test_an_empty_record_has_tables_with_their_names(db):
    assert content("/data/observations.csv").startswith(b"\xef\xbb\xbfid,entry,")
    assert json.loads(content("/data/targets.json"))["records"] == []


def test_the_catalogue_leads_to_files_that_are_there(sample):
    graph = Graph().parse(data=content("/data/catalogue.ttl"), format="turtle")
    addresses = {str(one).removeprefix("http://testserver") for one in graph.objects(None, DCAT.downloadURL)}
    assert addresses == {*TABLES, *YEARS, "/data/20/2023.csv", "/data/20/2023.zip"} - {
        "/data/20/2023.csv",
        "/data/20/2023.zip",
    }
    for address in addresses:
        assert content(address)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        same = Graph().parse(data=content("/data/catalogue.jsonld"), format="json-ld")
    assert set(same.subjects(RDF.type, DCAT.Dataset)) == set(graph.subjects(RDF.type, DCAT.Dataset))


def test_a_year_of_a_province_holds_periods_that_end_in_it(sample):
    frame = pandas.read_csv(io.BytesIO(content("/data/20/2022.csv")))
    assert {date.fromisoformat(day).year for day in frame["last_day"]} == {2022}
    with zipfile.ZipFile(io.BytesIO(content("/data/20/2022.zip"))) as archive:
        assert {"observations.csv", "targets.csv", "datapackage.json"} <= set(archive.namelist())
