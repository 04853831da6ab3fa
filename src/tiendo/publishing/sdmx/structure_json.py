"""Structures as an SDMX-JSON 2.0 message, every name in Vietnamese and English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from tiendo.facts.wording import Wording
from tiendo.publishing.sdmx.describing import (
    METRIC,
    VALIDITY,
    concept_urn,
    languages_of,
    metrics_of,
    usage_of,
    validity_words,
)
from tiendo.publishing.sdmx.header import SENDER, Header
from tiendo.publishing.sdmx.model import (
    Availability,
    Component,
    Dataflow,
    DataStructure,
    Item,
    ItemList,
    Kind,
    Role,
    Structure,
    Structures,
)

MEDIA_TYPE: Final = "application/vnd.sdmx.structure+json;version=2.0.0"
SCHEMA: Final = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
    "sdmx-json-structure-schema.json"
)
_COLLECTIONS = {
    Kind.AGENCIES: ("agencySchemes", "agencies"),
    Kind.CODELIST: ("codelists", "codes"),
    Kind.CONCEPTS: ("conceptSchemes", "concepts"),
    Kind.STRUCTURE: ("dataStructures", ""),
    Kind.FLOW: ("dataflows", ""),
    Kind.CONSTRAINT: ("dataConstraints", ""),
}


def written_json(structures: Structures, header: Header, language: str = "vi") -> bytes:
    """The message; `language` is that of the names which stand alone, beside them are all."""
    data: dict[str, list[Any]] = {}
    for one in structures.parts:
        data.setdefault(_COLLECTIONS[one.reference.kind][0], []).append(_described(one, language))
    message = {"meta": meta_of(header, SCHEMA, language), "data": data}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def meta_of(header: Header, schema: str, language: str) -> dict[str, Any]:
    """The head of a message."""
    others = [one for one in ("vi", "en") if one != language]
    return {
        "schema": schema,
        "id": header.id,
        "test": False,
        "prepared": header.prepared,
        "contentLanguages": [language, *others],
        "sender": {"id": SENDER},
    }


def named(words: Wording, language: str, singular: str = "name") -> dict[str, Any]:
    """Words in the language asked for, and in all."""
    return {singular: words.sentence(language), f"{singular}s": dict(languages_of(words))}


def _described(one: Structure, language: str) -> Mapping[str, Any]:
    reference = one.reference
    head: dict[str, Any] = {"id": reference.id, "agencyID": reference.agency, **named(one.names, language)}
    if reference.kind is not Kind.AGENCIES:
        head["version"] = reference.version
    if one.is_stub:
        return head | {"isExternalReference": True, "links": [{"href": reference.address, "rel": "self"}]}
    match one:
        case ItemList():
            items = [_item(item, language) for item in one.items]
            return head | {"isPartial": one.is_partial, _COLLECTIONS[reference.kind][1]: items}
        case DataStructure():
            return head | {"dataStructureComponents": _components(one)}
        case Dataflow():
            about = named(one.description, language, "description") if one.description else {}
            return head | about | {"structure": one.structure.urn}
    return head | _availability(one)


def _item(item: Item, language: str) -> dict[str, Any]:
    said: dict[str, Any] = {"id": item.id, **named(item.names, language)}
    if item.description is not None:
        said |= named(item.description, language, "description")
    if item.parent is not None:
        said["parent"] = item.parent
    if days := validity_words(item):
        said["annotations"] = [{"title": days, "type": VALIDITY}]
    return said


def _components(one: DataStructure) -> dict[str, Any]:
    dimensions = [
        _component(one, component) | {"position": place} for place, component in enumerate(one.of(Role.DIMENSION))
    ]
    attributes = [
        _component(one, component) | {"usage": usage_of(component), "attributeRelationship": {"observation": {}}}
        for component in one.of(Role.ATTRIBUTE)
    ]
    measures = [_component(one, component) | {"usage": usage_of(component)} for component in one.of(Role.MEASURE)]
    times = [_component(one, component) for component in one.of(Role.TIME)]
    return {
        "dimensionList": {"id": "DimensionDescriptor", "dimensions": dimensions, "timeDimension": times[0]},
        "attributeList": {"id": "AttributeDescriptor", "attributes": attributes},
        "measureList": {"id": "MeasureDescriptor", "measures": measures},
    }


def _component(within: DataStructure, component: Component) -> dict[str, Any]:
    coded = component.codelist
    representation = {"enumeration": coded.urn} if coded else {"format": {"dataType": component.text_type}}
    return {
        "id": component.id,
        "conceptIdentity": concept_urn(within, component),
        "localRepresentation": representation,
    }


def _availability(one: Availability) -> dict[str, Any]:
    keys: list[dict[str, Any]] = [
        {"id": dimension, "include": True, "values": [{"value": value} for value in values]}
        for dimension, values in one.values.items()
    ]
    if one.first is not None and one.last is not None:
        ends = {"startPeriod": one.first, "endPeriod": one.last}
        span = {name: {"period": day.isoformat(), "isInclusive": True} for name, day in ends.items()}
        keys.append({"id": "TIME_PERIOD", "include": True, "timeRange": span})
    return {
        "role": "Actual",
        "annotations": [{"id": name, "title": str(count), "type": METRIC} for name, count in metrics_of(one)],
        "constraintAttachment": {"dataflows": [one.flow.urn]},
        "cubeRegions": [{"include": True, "keyValues": keys}],
    }
