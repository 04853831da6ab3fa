"""What describes the tables: the package is valid for Frictionless, the catalogue is one for DCAT-AP."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from datetime import date

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import to_isomorphic
from rdflib.namespace import DCTERMS, FOAF, RDF

from tests.unit.publishing.open_data.samples import PROVENANCE, columns, row
from tiendo.facts.wording import Wording
from tiendo.publishing.open_data.csv_text import csv_chunks
from tiendo.publishing.open_data.dcat import Dataset, Form, Service, catalogue
from tiendo.publishing.open_data.fields import fields_of
from tiendo.publishing.open_data.graph import Iri, as_json_ld, as_turtle
from tiendo.publishing.open_data.package import Resource, csvw, data_package

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # libraries below it speak of their own future
    from frictionless import Package

DCAT = Namespace("http://www.w3.org/ns/dcat#")
TITLE = Wording("Gói mẫu", "Sample package")
RESOURCES = (Resource(kind="observation", path="observations.csv"), Resource(kind="target", path="targets.csv"))
FORMS = (Form(name="CSV", path="/data/observations.csv", media_type="text/csv", code="CSV"),)
DATASETS = (
    Dataset(path="observations", title=TITLE, description=TITLE, forms=FORMS),
    Dataset(
        path="20-2022", title=TITLE, description=TITLE, forms=FORMS,
        place="Tỉnh Mẫu", first_day=date(2022, 1, 1), last_day=date(2022, 12, 31),
    ),
)  # fmt: skip
SERVICES = (Service(path="api/v1", title=TITLE, description_path="/api/v1/openapi.json"),)


@pytest.mark.filterwarnings("ignore")
def test_a_data_package_with_its_tables_is_valid(tmp_path):
    rows = {
        "observation": [row(), row(id=3, value=None, low="6", high="7", quote='=1+1,"\n')],
        "target": [row(in_force_from="2021-12-10")],
    }
    for one in RESOURCES:
        content = b"".join(csv_chunks(fields_of(one.kind), [columns(*rows[one.kind], kind=one.kind)]))
        (tmp_path / one.path).write_bytes(content)
    described = tmp_path / "datapackage.json"
    described.write_text(json.dumps(data_package(TITLE, RESOURCES, PROVENANCE)), encoding="utf-8")
    package = Package(str(described))
    report = package.validate()
    assert report.valid, report.flatten(["title", "note", "fieldName"])
    assert [one["id"] for one in package.get_resource("observations").read_rows()] == [1, 3]


@pytest.mark.filterwarnings("ignore")
def test_a_table_that_is_not_as_described_is_told(tmp_path):
    """Else the test above would show nothing."""
    content = b"".join(csv_chunks(fields_of("observation"), [columns(row(value="much"), row(id=None))]))
    (tmp_path / "observations.csv").write_bytes(content)
    described = tmp_path / "datapackage.json"
    described.write_text(json.dumps(data_package(TITLE, RESOURCES[:1], PROVENANCE)), encoding="utf-8")
    assert {"type-error", "constraint-error"} <= {
        one[0] for one in Package(str(described)).validate().flatten(["type"])
    }


def test_the_package_says_licence_publisher_method_and_state():
    described = data_package(TITLE, RESOURCES, PROVENANCE)
    assert described["licenses"] == [{"path": PROVENANCE.licence, "title": PROVENANCE.licence}]
    assert described["contributors"][0]["title"] == PROVENANCE.organisation
    assert described["tiendo"]["seal"] == PROVENANCE.seal
    assert described["tiendo"]["title"] == {"vi": "Gói mẫu", "en": "Sample package"}
    assert "asOf" in described["description"]
    unsaid = data_package(TITLE, RESOURCES, replace(PROVENANCE, licence="", organisation=""))
    assert "licenses" not in unsaid
    assert unsaid["contributors"][0]["title"] == PROVENANCE.site


def test_csv_on_the_web_names_every_column_of_the_file():
    described = csvw(TITLE, RESOURCES, PROVENANCE)
    assert [table["url"] for table in described["tables"]] == ["observations.csv", "targets.csv"]
    for table, one in zip(described["tables"], RESOURCES, strict=True):
        named = [column["name"] for column in table["tableSchema"]["columns"]]
        assert named == [field.name for field in fields_of(one.kind)]
        for column in table["tableSchema"]["columns"]:
            assert column["titles"]["und"] == [column["name"]]
            assert all(column["titles"][language][0] for language in ("vi", "en"))


def graphs(provenance=PROVENANCE):
    nodes = catalogue(DATASETS, SERVICES, provenance)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a class that the reader of JSON-LD itself uses
        json_ld = Graph().parse(data=as_json_ld(nodes), format="json-ld")
    return Graph().parse(data=as_turtle(nodes), format="turtle"), json_ld


def test_turtle_and_json_ld_say_the_same():
    turtle, json_ld = graphs()
    assert len(turtle) > 60
    assert to_isomorphic(turtle) == to_isomorphic(json_ld)


MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL,),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL),
    FOAF.Agent: (FOAF.name,),
}
"""What DCAT-AP 3 asks of each kind of thing."""


@pytest.mark.parametrize("provenance", [PROVENANCE, replace(PROVENANCE, licence="", organisation="", contact="")])
def test_everything_has_what_dcat_ap_asks_for(provenance):
    graph, _ = graphs(provenance)
    for kind, properties in MANDATORY.items():
        things = list(graph.subjects(RDF.type, kind))
        assert things, kind
        for thing in things:
            for property_ in properties:
                assert list(graph.objects(thing, property_)), (thing, property_)
    languages = {title.language for title in graph.objects(None, DCTERMS.title)}
    assert {"vi", "en"} <= languages


def test_whatever_is_named_is_described():
    graph, _ = graphs()
    addresses = {one for one in graph.objects() if isinstance(one, URIRef)}
    own = {one for one in addresses if one.startswith(f"{PROVENANCE.site}/data#")}
    assert own
    assert all((one, RDF.type, None) in graph for one in own)


def test_a_licence_without_an_address_is_named_by_its_words():
    graph, _ = graphs(replace(PROVENANCE, licence='Giấy phép "mẫu"\n'))
    (licence,) = set(graph.objects(None, DCTERMS.license))
    assert str(graph.value(licence, DCTERMS.title)) == 'Giấy phép "mẫu"\n'


def test_words_cannot_end_an_address():
    graph, json_ld = graphs(replace(PROVENANCE, site='https://a.example/> <x:y> "'))
    assert to_isomorphic(graph) == to_isomorphic(json_ld)
    assert Iri("a> b").safe == "a%3E%20b"
