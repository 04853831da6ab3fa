"""Structures of the service of SDMX-REST, and which data it says that there are."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from tests.integration.api.sdmx_answers import STRUCTURE_JSON, STRUCTURE_XML, ask
from tests.unit.publishing.sdmx.samples import XML_SCHEMA, faults_of_json

pytestmark = pytest.mark.django_db


def test_json_speaks_the_language_that_is_asked_for(public, sample):
    names = {}
    for language in ("vi", "en"):
        answer = public.get("/sdmx/v2/structure/dataflow", headers={"Accept-Language": language})
        names[language] = answer.json()["data"]["dataflows"][0]["name"]

    assert names == {"vi": "Tiến độ thực hiện kế hoạch", "en": "Progress of plans"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("dataflow/TIENDO/PROGRESS/1.0", {"Dataflow": 1}),
        ("dataflow/TIENDO/PROGRESS/~?references=children", {"Dataflow": 1, "DataStructure": 1}),
        ("dataflow?references=codelist", {"Dataflow": 1, "Codelist": 12}),
        (
            "dataflow?references=descendants",
            {"Dataflow": 1, "DataStructure": 1, "Codelist": 12, "ConceptScheme": 1},
        ),
        ("codelist/TIENDO/CL_MEASURE?references=parents", {"Codelist": 1, "DataStructure": 1}),
        (
            "codelist/SDMX/CL_FREQ/*?references=ancestors",
            {"Codelist": 1, "DataStructure": 1, "Dataflow": 1},
        ),
        ("datastructure?references=parentsandsiblings", {"DataStructure": 1, "Dataflow": 1}),
        ("codelist/SDMX,TIENDO/CL_FREQ,CL_AREA/*", {"Codelist": 2}),
        ("agencyscheme/SDMX/AGENCIES", {"AgencyScheme": 1}),
        (
            "*",
            {"Dataflow": 1, "DataStructure": 1, "Codelist": 12, "ConceptScheme": 1, "AgencyScheme": 1},
        ),
    ],
)
def test_structures_come_with_what_is_asked_for_beside_them(public, sample, address, expected):
    said = ask(public, f"/sdmx/v2/structure/{address}", STRUCTURE_XML)

    root = etree.fromstring(said.body)
    XML_SCHEMA.assertValid(root)
    found = [etree.QName(one).localname for one in root.findall("{*}Structures/*/*")]
    assert {name: found.count(name) for name in found} == expected
    message = ask(public, f"/sdmx/v2/structure/{address}", STRUCTURE_JSON).body
    assert faults_of_json(message, "structure") == []


def test_a_stub_says_where_the_whole_is(public, sample):
    address = "/sdmx/v2/structure/dataflow?references=children&detail=referencestubs"
    root = etree.fromstring(ask(public, address, STRUCTURE_XML).body)
    XML_SCHEMA.assertValid(root)
    (stub,) = root.iter("{*}DataStructure")

    assert (stub.get("isExternalReference"), len(stub)) == ("true", 2)
    assert ask(public, stub.get("structureURL")).status == 200
    assert faults_of_json(ask(public, address, STRUCTURE_JSON).body, "structure") == []


def test_single_codes_come_with_those_that_they_lie_in(public, sample):
    message = ask(public, "/sdmx/v2/structure/codelist/TIENDO/CL_AREA/1.0/VN178").body

    (areas,) = json.loads(message)["data"]["codelists"]
    assert ([code["id"] for code in areas["codes"]], areas["isPartial"]) == (["VN", "VN178", "VN20"], True)


def test_availability_names_the_values_and_counts(public, sample):
    message = ask(public, "/sdmx/v2/availability/dataflow/TIENDO/PROGRESS/1.0/Q?references=codelist").body

    assert faults_of_json(message, "structure") == []
    data = json.loads(message)["data"]
    (found,) = data["dataConstraints"]
    region = {one["id"]: one for one in found["cubeRegions"][0]["keyValues"]}
    assert [one["value"] for one in region["MEASURE"]["values"]] == ["RESULT"]
    assert region["TIME_PERIOD"]["timeRange"]["endPeriod"]["period"] == "2022-06-30"
    assert {one["id"]: one["title"] for one in found["annotations"]} == {"series_count": "2", "obs_count": "3"}
    measures = next(one for one in data["codelists"] if one["id"] == "CL_MEASURE")
    assert [code["id"] for code in measures["codes"]] == ["RESULT"]
    XML_SCHEMA.assertValid(
        etree.fromstring(ask(public, "/sdmx/v2/availability/dataflow?references=all", STRUCTURE_XML).body)
    )


def test_availability_of_one_dimension_is_of_that_alone(public, sample):
    message = ask(public, "/sdmx/v2/availability/dataflow/TIENDO/PROGRESS/1.0/*/INDICATOR").body

    (found,) = json.loads(message)["data"]["dataConstraints"]
    assert [one["id"] for one in found["cubeRegions"][0]["keyValues"]] == ["INDICATOR"]


def test_what_may_not_be_seen_is_not_available(public, sample, as_one):
    address = "/sdmx/v2/availability/dataflow/TIENDO/PROGRESS/1.0/*/TIME_PERIOD"
    ends = []
    for client in (public, as_one("officer")):
        (found,) = json.loads(ask(client, address).body)["data"]["dataConstraints"]
        ends.append(found["annotations"][1]["title"])

    assert ends == ["4", "6"]
