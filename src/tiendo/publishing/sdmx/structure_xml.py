"""Structures as an SDMX-ML 3.0 message, every name in Vietnamese and English.

Written here and not by pysdmx, which stamps each name as English and knows one language only.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

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
from tiendo.publishing.sdmx.header import NAMESPACE, SENDER, Header
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

MEDIA_TYPE: Final = "application/vnd.sdmx.structure+xml;version=3.0.0"
_MESSAGE, _STRUCTURE, _COMMON = (f"{{{NAMESPACE}/{part}}}" for part in ("message", "structure", "common"))
_PREFIXES = {
    "mes": f"{NAMESPACE}/message",
    "str": f"{NAMESPACE}/structure",
    "com": f"{NAMESPACE}/common",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LISTS = {
    Kind.AGENCIES: ("AgencySchemes", "AgencyScheme", "Agency"),
    Kind.CODELIST: ("Codelists", "Codelist", "Code"),
    Kind.CONCEPTS: ("ConceptSchemes", "ConceptScheme", "Concept"),
}
_OTHERS = {
    Kind.STRUCTURE: ("DataStructures", "DataStructure"),
    Kind.FLOW: ("Dataflows", "Dataflow"),
    Kind.CONSTRAINT: ("DataConstraints", "DataConstraint"),
}
# The schema wants the collections in the order of their names.
_ORDER = (Kind.AGENCIES, Kind.CODELIST, Kind.CONCEPTS, Kind.CONSTRAINT, Kind.FLOW, Kind.STRUCTURE)

Element = etree._Element


def written_xml(structures: Structures, header: Header) -> bytes:
    """The message."""
    root = etree.Element(f"{_MESSAGE}Structure", nsmap=_PREFIXES)
    head = etree.SubElement(root, f"{_MESSAGE}Header")
    for name, text in (("ID", header.id), ("Test", "false"), ("Prepared", header.prepared)):
        etree.SubElement(head, _MESSAGE + name).text = text
    etree.SubElement(head, f"{_MESSAGE}Sender", id=SENDER)
    body = etree.SubElement(root, f"{_MESSAGE}Structures")
    for kind in _ORDER:
        if found := structures.of(kind):
            collection = _add(body, (_LISTS.get(kind) or _OTHERS[kind])[0])
            for one in found:
                _write(collection, one)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _write(collection: Element, one: Structure) -> None:
    if one.is_stub:
        _maintained(collection, one)
        return
    match one:
        case ItemList():
            _write_list(collection, one)
        case DataStructure():
            _write_structure(collection, one)
        case Dataflow():
            flow = _maintained(collection, one)
            _add(flow, "Structure").text = one.structure.urn
        case Availability():
            _write_availability(collection, one)


def _write_list(collection: Element, one: ItemList) -> None:
    element = _maintained(collection, one)
    element.set("isPartial", _truth(one.is_partial))
    tag = _LISTS[one.reference.kind][2]
    for item in one.items:
        _write_item(element, tag, item)


def _write_item(parent: Element, tag: str, item: Item) -> None:
    element = _add(parent, tag, id=item.id)
    if days := validity_words(item):
        annotations = etree.SubElement(element, f"{_COMMON}Annotations")
        annotation = etree.SubElement(annotations, f"{_COMMON}Annotation")
        # As a title: pysdmx stumbles over an annotation with a value.
        etree.SubElement(annotation, f"{_COMMON}AnnotationTitle").text = days
        etree.SubElement(annotation, f"{_COMMON}AnnotationType").text = VALIDITY
    _named(element, item.names, item.description)
    if item.parent is not None:
        _add(element, "Parent").text = item.parent


def _write_structure(collection: Element, one: DataStructure) -> None:
    parts = _add(_maintained(collection, one), "DataStructureComponents")
    dimensions = _add(parts, "DimensionList", id="DimensionDescriptor")
    for place, component in enumerate(one.of(Role.DIMENSION), start=1):
        _component(dimensions, "Dimension", one, component, position=str(place))
    for component in one.of(Role.TIME):
        _component(dimensions, "TimeDimension", one, component)
    attributes = _add(parts, "AttributeList", id="AttributeDescriptor")
    for component in one.of(Role.ATTRIBUTE):
        element = _component(attributes, "Attribute", one, component, usage=usage_of(component))
        _add(_add(element, "AttributeRelationship"), "Observation")
    measures = _add(parts, "MeasureList", id="MeasureDescriptor")
    for component in one.of(Role.MEASURE):
        _component(measures, "Measure", one, component, usage=usage_of(component))


def _component(parent: Element, tag: str, within: DataStructure, component: Component, **marks: str) -> Element:
    element = _add(parent, tag, id=component.id, **marks)
    _add(element, "ConceptIdentity").text = concept_urn(within, component)
    representation = _add(element, "LocalRepresentation")
    if component.codelist is not None:
        _add(representation, "Enumeration").text = component.codelist.urn
    else:
        _add(representation, "TextFormat", textType=component.text_type)
    return element


def _write_availability(collection: Element, one: Availability) -> None:
    element = _maintained(collection, one)
    element.set("role", "Actual")
    _counted(element, one)
    _add(_add(element, "ConstraintAttachment"), "Dataflow").text = one.flow.urn
    region = _add(element, "CubeRegion", include="true")
    for dimension, values in one.values.items():
        key = _add(region, "KeyValue", id=dimension, include="true")
        for value in values:
            _add(key, "Value").text = value
    if one.first is not None and one.last is not None:
        span = _add(_add(region, "KeyValue", id="TIME_PERIOD", include="true"), "TimeRange")
        _add(span, "StartPeriod", isInclusive="true").text = one.first.isoformat()
        _add(span, "EndPeriod", isInclusive="true").text = one.last.isoformat()


def _counted(element: Element, one: Availability) -> None:
    annotations = etree.Element(f"{_COMMON}Annotations")
    for name, count in metrics_of(one):
        annotation = etree.SubElement(annotations, f"{_COMMON}Annotation", id=name)
        etree.SubElement(annotation, f"{_COMMON}AnnotationTitle").text = str(count)
        etree.SubElement(annotation, f"{_COMMON}AnnotationType").text = METRIC
    element.insert(0, annotations)


def _maintained(collection: Element, one: Structure) -> Element:
    reference = one.reference
    tag = (_LISTS.get(reference.kind) or _OTHERS[reference.kind])[1]
    element = _add(collection, tag, id=reference.id, agencyID=reference.agency, isExternalReference=_truth(one.is_stub))
    if one.is_stub:
        element.set("structureURL", reference.address)
    if reference.kind is not Kind.AGENCIES:  # the one list that has no version
        element.set("version", reference.version)
    _named(element, one.names, one.description if isinstance(one, Dataflow) else None)
    return element


def _named(element: Element, names: Wording, description: Wording | None) -> None:
    for tag, words in (("Name", names), ("Description", description)):
        for language, text in languages_of(words):
            child = etree.SubElement(element, _COMMON + tag)
            child.set(_LANGUAGE, language)
            child.text = text


def _add(parent: Element, tag: str, **marks: str) -> Element:
    return etree.SubElement(parent, _STRUCTURE + tag, marks)


def _truth(value: bool) -> str:
    return "true" if value else "false"
