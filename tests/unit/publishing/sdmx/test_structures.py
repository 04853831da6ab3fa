"""Structure messages: valid by the schemas, read by other programs, named in both languages."""

import io
import json
from datetime import date

import pytest
import sdmx
from lxml import etree
from pysdmx.io import read_sdmx

from tests.unit.publishing.sdmx.samples import HEADER, STRUCTURES, XML_SCHEMA, faults_of_json
from tiendo.catalogue import load_catalogue
from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.definition import COLUMNS, FLOW
from tiendo.publishing.sdmx.model import Availability, Kind, Reference, Structures
from tiendo.publishing.sdmx.structure_json import written_json
from tiendo.publishing.sdmx.structure_xml import written_xml

WITH_AVAILABILITY = Structures(
    (
        *STRUCTURES.parts,
        Availability(
            reference=Reference(Kind.CONSTRAINT, "TIENDO", "AVAILABLE"),
            names=Wording("Có số liệu", "Available"),
            flow=FLOW,
            values={"FREQ": ("A", "Q"), "STATEMENT": ("1",)},
            first=date(2016, 1, 1),
            last=date(2030, 12, 31),
            series=12,
            observations=34,
        ),
    )
)
XML = written_xml(STRUCTURES, HEADER)
JSON = written_json(STRUCTURES, HEADER)


@pytest.mark.parametrize("structures", [STRUCTURES, WITH_AVAILABILITY, Structures(())])
def test_the_xml_message_is_valid(structures):
    XML_SCHEMA.assertValid(etree.fromstring(written_xml(structures, HEADER)))


@pytest.mark.parametrize("structures", [STRUCTURES, WITH_AVAILABILITY, Structures(())])
def test_the_json_message_is_valid(structures):
    assert faults_of_json(written_json(structures, HEADER), "structure") == []


@pytest.mark.parametrize("message", [XML, JSON], ids=["xml", "json"])
def test_pysdmx_reads_the_data_structure_with_all_codes(message):
    read = read_sdmx(message.decode(), validate=message is XML)

    (structure,) = read.get_data_structure_definitions()
    assert sorted(one.id for one in structure.components) == sorted(COLUMNS)
    assert [one.id for one in structure.components.dimensions] == list(COLUMNS[:8])
    assert "budget_revenue" in structure.components["INDICATOR"].enumeration
    assert structure.components["UNIT_MULT"].enumeration["9"].name in ("Billions", "Tỷ")
    assert [one.id for one in read.get_dataflows()] == ["PROGRESS"]


def test_sdmx1_reads_the_names_in_both_languages():
    read = sdmx.read_sdmx(io.BytesIO(XML))

    target = read.codelist["CL_MEASURE"]["TARGET"]
    assert target.name.localizations == {"vi": "Chỉ tiêu phải đạt", "en": "Target"}
    assert read.structure["PROGRESS"].dimensions.components[0].id == "FREQ"


def test_json_gives_the_language_that_is_asked_for_and_all_beside_it():
    english = json.loads(written_json(STRUCTURES, HEADER, "en"))

    (flow,) = english["data"]["dataflows"]
    assert (flow["name"], flow["names"]["vi"]) == ("Progress of plans", "Tiến độ thực hiện kế hoạch")
    assert english["meta"]["contentLanguages"] == ["en", "vi"]


def test_a_unit_that_has_no_english_name_claims_none():
    units = next(one for one in STRUCTURES.lists(Kind.CODELIST) if one.reference.id == "CL_UNIT_MEASURE")
    (only,) = json.loads(written_json(Structures((units,)), HEADER))["data"]["codelists"]

    names = {code["id"]: code["names"] for code in only["codes"]}
    assert names["XA"] == {"vi": "xã"}
    assert names["HA"] == {"vi": "ha", "en": "Hectare"}


def test_the_same_structures_are_the_same_bytes():
    assert written_xml(STRUCTURES, HEADER) == XML
    assert written_json(STRUCTURES, HEADER) == JSON


def test_every_unit_of_an_indicator_stands_in_the_list_of_units():
    units = next(one for one in STRUCTURES.lists(Kind.CODELIST) if one.reference.id == "CL_UNIT_MEASURE")
    known = {item.id for item in units.items}
    used = {unit.unit.measure for one in load_catalogue() for unit in (one.measured_in, *one.also_measured_in)}
    assert used <= known
