"""Data messages: whatever the values, other programs read the same observations back from every form."""

import csv
import io
import json

import sdmx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pysdmx.io import read_sdmx
from sdmx.reader.csv import Reader

from tests.unit.publishing.sdmx.samples import (
    HEADER,
    STRUCTURES,
    XML_SCHEMA,
    column,
    faults_of_json,
    published,
    stated,
)
from tiendo.publishing.sdmx import data_csv, data_json, data_xml
from tiendo.publishing.sdmx.changes import changes
from tiendo.publishing.sdmx.definition import COLUMNS
from tiendo.publishing.sdmx.observations import ACTION
from tiendo.publishing.sdmx.structure_xml import written_xml
from tiendo.publishing.sdmx.structures import names_of

NAMES = names_of(STRUCTURES)
MESSAGES = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

numbers = st.decimals(0, 10**15, places=3).map(str) | st.integers(0, 10**18).map(str)
periods = st.sampled_from(["2022", "2022-H1", "2022-Q3", "2022-07", "2022-M09", "2016/2020", "2022-03-31", "../2030"])
# Whatever a document prints: no surrogates and none of the marks that XML cannot hold, which are replaced.
texts = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=30)


@st.composite
def rows(draw):
    count = draw(st.integers(1, 6))
    return [
        stated(
            draw(numbers),
            record=place + 1,
            indicator=draw(st.sampled_from(["budget_revenue", "forest_cover"])),
            territory=draw(st.sampled_from(["20", "178", "06040"])),
            period=draw(periods),
            change=draw(st.sampled_from([None, "increase", "decrease"])),
            plan_percent=draw(st.none() | numbers),
            per=draw(st.none() | texts),
            source=draw(texts),
            approximate=draw(st.booleans()),
            is_published=draw(st.booleans()),
        )
        for place in range(count)
    ]


def as_mappings(observations):
    return [dict(zip(COLUMNS, row, strict=False)) for row in observations]


def joined(chunks):
    return b"".join(chunks)


def filled(mapping):
    return {name: value for name, value in mapping.items() if value}


def in_order(mappings):
    return sorted((filled(one) for one in mappings), key=lambda one: sorted(one.items()))


def read_json(message):
    """The observations of a message, read as the standard says."""
    data = json.loads(message, parse_float=str, parse_int=str)["data"]
    (structure,) = data["structures"]
    levels = structure["dimensions"]
    dimensions = [*levels.get("series", []), *levels["observation"]]
    others = [*structure["measures"]["observation"], *structure["attributes"]["observation"]]
    for dataset in data["dataSets"]:
        for key, values in _keyed(dataset):
            at = [one["values"][int(place)] for one, place in zip(dimensions, key.split(":"), strict=True)]
            said = {one["id"]: value.get("id", value.get("value")) for one, value in zip(dimensions, at, strict=True)}
            yield said | {one["id"]: _meant(one, value) for one, value in zip(others, values, strict=True)}


def _keyed(dataset):
    yield from dataset.get("observations", {}).items()
    for series, held in dataset.get("series", {}).items():
        for key, values in held["observations"].items():
            yield f"{series}:{key}", values


def _meant(component, value):
    if value is None:
        return ""
    if value is True:
        return "true"
    return value if "format" in component else component["values"][int(value)]["id"]


def read_by_pysdmx(message):
    frame = read_sdmx(message.decode(), validate=True).data[0].data
    return frame.astype(object).where(frame.notna(), "").astype(str).to_dict(orient="records")


@given(rows())
@MESSAGES
def test_csv_gives_back_every_value(said):
    observations = published(*said)
    message = joined(data_csv.written_csv(observations)).decode()

    read = list(csv.DictReader(io.StringIO(message, newline="")))
    assert {one.pop("STRUCTURE_ID") for one in read} == {"TIENDO:PROGRESS(1.0)"}
    assert {(one.pop("STRUCTURE"), one.pop("ACTION")) for one in read} == {("dataflow", "I")}
    bare = [{**one, "SOURCE": _armed(one["SOURCE"]), "UNIT_PER": _armed(one["UNIT_PER"])} for one in read]
    assert bare == as_mappings(observations)


def _armed(text):
    return text[1:] if text.startswith("'") and text[1:2] in ("=", "+", "-", "@") else text


@given(rows(), st.booleans())
@MESSAGES
def test_json_is_valid_and_gives_back_every_value(said, is_flat):
    observations = published(*said)
    message = joined(data_json.written_json(observations, HEADER, NAMES, is_flat=is_flat))

    assert faults_of_json(message, "data") == []
    assert in_order(read_json(message)) == in_order(as_mappings(observations))


@given(rows(), st.booleans())
@MESSAGES
def test_pysdmx_finds_xml_valid_and_reads_every_value(said, is_flat):
    observations = published(*said)
    message = joined(data_xml.written_xml(observations, HEADER, is_flat=is_flat))

    read = etree.fromstring(message)
    found = [{**obs.getparent().attrib, **obs.attrib} if not is_flat else dict(obs.attrib) for obs in read.iter("Obs")]
    assert in_order(found) == in_order(as_mappings(observations))
    assert len(read_by_pysdmx(message)) == len(observations)


SEVERAL = published(
    stated("2202.40", record=1, estimated=True, plan_percent="28.1"),
    stated("2500", record=2, period="2022-M09", source='Báo cáo "thử", dòng 2'),
    stated("7850", record=3, period="2022", territory="178"),
    stated("4", record=4, period="2022", change="decrease", indicator="criminal_cases_growth", unit_measure="PT"),
)


def test_pysdmx_reads_all_forms_alike():
    forms = (
        joined(data_csv.written_csv(SEVERAL)),
        joined(data_xml.written_xml(SEVERAL, HEADER)),
        joined(data_xml.written_xml(SEVERAL, HEADER, is_flat=False)),
    )

    read = [in_order(read_by_pysdmx(message)) for message in forms]
    assert read[1] == read[2] == in_order(as_mappings(SEVERAL))
    assert [{**one, "OBS_VALUE": ""} for one in read[0]] == [{**one, "OBS_VALUE": ""} for one in read[1]]


def test_sdmx1_reads_csv_by_the_structure():
    structures = sdmx.read_sdmx(io.BytesIO(written_xml(STRUCTURES, HEADER)))
    structure = structures.structure["PROGRESS"]

    message = Reader().convert(io.BytesIO(joined(data_csv.written_csv(SEVERAL))), structure=structure)

    (data,) = message.data
    assert sorted(str(obs.value) for obs in data.obs) == sorted(column(SEVERAL, "OBS_VALUE"))


def test_a_message_that_is_complete_but_for_its_own_schema_is_valid():
    message = joined(data_xml.written_xml(SEVERAL, HEADER))

    XML_SCHEMA.validate(etree.fromstring(message))
    # The type of a data set is declared by a schema of our data structure, which the general ones cannot know.
    assert {error.type_name for error in XML_SCHEMA.error_log} <= {"SCHEMAV_CVC_ELT_4_2", "SCHEMAV_CVC_TYPE_2"}


def test_what_xml_cannot_hold_is_replaced():
    message = joined(data_xml.written_xml(published(stated(source="a\x00b\x1f<&\"'")), HEADER))

    (observation,) = etree.fromstring(message).iter("Obs")
    assert observation.get("SOURCE") == "a\ufffdb\ufffd<&\"'"


def test_words_of_a_document_are_never_run_by_a_spreadsheet():
    message = joined(data_csv.written_csv(published(stated(source="=HYPERLINK()", per="+1")))).decode()

    assert ",'+1," in message
    assert ",'=HYPERLINK()," in message


def test_what_was_withdrawn_stands_in_a_data_set_of_its_own():
    before = published(stated(record=2, period="2021"))
    there, gone = ([one] for one in changes(before, published(stated())))

    xml = joined(data_xml.written_xml(there + gone, HEADER))
    actions = [one.get("action") for one in etree.fromstring(xml).iter("{*}DataSet")]
    assert actions == ["Replace", "Delete"]
    message = joined(data_json.written_json(there + gone, HEADER, NAMES))
    assert faults_of_json(message, "data") == []
    assert [one["action"] for one in json.loads(message)["data"]["dataSets"]] == ["Replace", "Delete"]
    assert [row[ACTION] for row in there + gone] == ["R", "D"]
    _, *lines = joined(data_csv.written_csv(there + gone)).decode().split()
    assert [line.split(",")[2] for line in lines] == ["R", "D"]


def test_chosen_columns_are_all_that_is_said():
    columns = ("FREQ", "INDICATOR", "TIME_PERIOD", "OBS_VALUE")

    header, *_ = joined(data_csv.written_csv(SEVERAL, columns)).decode().split("\r\n")
    assert header == "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,TIME_PERIOD,OBS_VALUE"


def test_json_names_its_codes_and_says_when_a_period_is():
    (structure,) = json.loads(joined(data_json.written_json(SEVERAL, HEADER, NAMES, language="en")))["data"][
        "structures"
    ]

    by_id = {one["id"]: one["values"] for one in structure["dimensions"]["observation"]}
    assert by_id["MEASURE"] == [
        {"id": "RESULT", "name": "Result", "names": {"vi": "Kết quả thực hiện", "en": "Result"}}
    ]
    assert {"value": "2022-01-01/P9M", "start": "2022-01-01T00:00:00Z", "end": "2022-09-30T23:59:59Z"} in by_id[
        "TIME_PERIOD"
    ]


def test_messages_come_portion_by_portion():
    many = published(*(stated(record=number, territory=f"{number:05}") for number in range(1, 6001)))

    for chunks in (
        data_csv.written_csv(many),
        data_xml.written_xml(many, HEADER),
        data_json.written_json(many, HEADER, NAMES),
    ):
        sizes = [len(chunk) for chunk in chunks]
        assert len(sizes) > 3
        assert max(sizes) < sum(sizes) / 2
