"""What describes the tables to programs: a Frictionless data package, and CSV on the Web."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tiendo.facts.wording import Wording
from tiendo.publishing.open_data.fields import Field, FieldKind, TableKind, fields_of
from tiendo.publishing.open_data.provenance import DESCRIPTIONS, METHOD, TITLES, Provenance

PACKAGE_FILE = "datapackage.json"
CSVW_FILE = "csv-metadata.json"

_FRICTIONLESS: dict[FieldKind, dict[str, Any]] = {
    FieldKind.INTEGER: {"type": "integer"},
    FieldKind.NUMBER: {"type": "number"},
    FieldKind.CODE: {"type": "string"},
    FieldKind.TEXT: {"type": "string"},
    FieldKind.DAY: {"type": "date", "format": "default"},
    FieldKind.MOMENT: {"type": "datetime", "format": "any"},
    FieldKind.FLAG: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}
_CSVW = {
    FieldKind.INTEGER: "integer",
    FieldKind.NUMBER: "decimal",
    FieldKind.CODE: "string",
    FieldKind.TEXT: "string",
    FieldKind.DAY: "date",
    FieldKind.MOMENT: "dateTime",
    FieldKind.FLAG: "boolean",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A table in a file: its address or its path beside the description, and where it is known its size."""

    kind: TableKind
    path: str
    size: int | None = None
    digest: str | None = None


def data_package(title: Wording, resources: Sequence[Resource], provenance: Provenance) -> dict[str, Any]:
    """The description of a data package of these tables; it names the licence, the publisher and the method."""
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tien-do",
        "id": f"{provenance.site}/data#{provenance.seal[:16]}",
        "title": title.vi,
        "description": f"{METHOD.vi}\n\n{METHOD.en}",
        "homepage": f"{provenance.site}/data",
        "created": provenance.stamp()["recorded_at"],
        "version": f"0.0.{provenance.horizon}",
        "licenses": [_licence(provenance)] if provenance.licence else None,
        "contributors": [{"title": provenance.publisher, "path": provenance.site, "roles": ["publisher"]}],
        "sources": [{"title": provenance.publisher, "path": f"{provenance.site}/documents"}],
        "keywords": ["Việt Nam", "kinh tế - xã hội", "socio-economic", "plan"],
        "tiendo": {**provenance.stamp(), "title": {"vi": title.vi, "en": title.en}, "contact": provenance.contact},
        "resources": [_resource(one) for one in resources],
    }
    return {name: value for name, value in described.items() if value}


def _licence(provenance: Provenance) -> dict[str, str]:
    if provenance.licence_address:
        return {"path": provenance.licence_address, "title": provenance.licence}
    # A licence has a name of this form or an address; the words that were chosen stand in its title.
    return {"path": f"{provenance.site}/data#licence", "title": provenance.licence}


def _resource(one: Resource) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": f"{one.kind}s",
        "path": one.path,
        "title": TITLES[one.kind].vi,
        "description": f"{DESCRIPTIONS[one.kind].vi}\n\n{DESCRIPTIONS[one.kind].en}",
        "tiendo": {"title": {"vi": TITLES[one.kind].vi, "en": TITLES[one.kind].en}},
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": one.size,
        "hash": f"sha256:{one.digest}" if one.digest else None,
        "schema": table_schema(fields_of(one.kind)),
    }
    return {name: value for name, value in described.items() if value is not None}


def table_schema(fields: Sequence[Field]) -> dict[str, Any]:
    """The columns as a Frictionless table schema: the value is told apart by its number."""
    return {
        "fields": [
            {
                "name": field.name,
                **_FRICTIONLESS[field.kind],
                "title": field.title.vi,
                "description": f"{field.says.vi} / {field.says.en}",
                "constraints": {"required": field.required},
            }
            for field in fields
        ],
        "primaryKey": ["id"],
        "missingValues": [""],
    }


def csvw(title: Wording, resources: Sequence[Resource], provenance: Provenance) -> dict[str, Any]:
    """The same tables as CSV on the Web describes them, with names in both languages."""
    described: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
        "dc:title": _in_both(title),
        "dc:description": _in_both(METHOD),
        "dc:publisher": {"schema:name": {"@value": provenance.publisher}, "schema:url": {"@id": provenance.site}},
        "dc:license": _csvw_licence(provenance),
        "dc:modified": {"@value": provenance.day.isoformat(), "@type": "xsd:date"},
        "dc:identifier": {"@value": provenance.seal},
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "delimiter": ",", "header": True},
        "tables": [_table(one) for one in resources],
    }
    return {name: value for name, value in described.items() if value}


def _csvw_licence(provenance: Provenance) -> dict[str, str] | None:
    if not provenance.licence:
        return None
    return {"@id": provenance.licence_address} if provenance.licence_address else {"@value": provenance.licence}


def _table(one: Resource) -> dict[str, Any]:
    return {
        "url": one.path,
        "dc:title": _in_both(TITLES[one.kind]),
        "dc:description": _in_both(DESCRIPTIONS[one.kind]),
        "tableSchema": {
            "columns": [
                {
                    "name": field.name,
                    # The heading of the file is one of the titles; without a language, as it is a name.
                    "titles": {"und": [field.name], "vi": [field.title.vi], "en": [field.title.en]},
                    "dc:description": _in_both(field.says),
                    "datatype": _CSVW[field.kind],
                    "required": field.required,
                }
                for field in fields_of(one.kind)
            ],
            "primaryKey": "id",
        },
    }


def _in_both(words: Wording) -> list[dict[str, str]]:
    return [{"@value": words.vi, "@language": "vi"}, {"@value": words.en, "@language": "en"}]
