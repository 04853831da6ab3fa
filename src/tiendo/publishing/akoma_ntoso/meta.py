"""What a document says about itself and what the record knows of it, in the metadata of the standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from lxml import etree

from tiendo.facts.records import Citation, Measurement, Task
from tiendo.publishing.akoma_ntoso.closing import ISSUER, SIGNER
from tiendo.publishing.akoma_ntoso.marks import body_key, citation_key, concept_key, plain
from tiendo.publishing.akoma_ntoso.model import MarkedFact, WrittenDocument
from tiendo.publishing.akoma_ntoso.words import add, clean, top
from tiendo.publishing.akoma_ntoso.works import COUNTRY, has_number, slug

LANGUAGE = "vie"
FACTS_NAMESPACE = "urn:tiendo:facts:1"
"""The name of our own part of the metadata: the facts of the record and where they stand."""
_EDITOR = "tiendo"  # the address of this program among the references
_ONTOLOGY = "/akn/ontology"
_UNKNOWN_ISSUER = "không nêu"  # "not stated"


def expression_day(document: WrittenDocument) -> date:
    """The day of this text: that of issue for the first version, that of its recording for a corrected one."""
    place = _place(document)
    return document.issued if document.issued and place == 0 else document.versions[place].recorded


def add_meta(parent: etree._Element, document: WrittenDocument, places: Mapping[int, str], component: str = "") -> None:
    """The metadata of a document; of one of its annexes where `component` names it, and then only which it is."""
    meta = add(parent, "meta")
    _add_identification(meta, document, component)
    if component:
        return
    if document.published:
        add(meta, "publication", date=document.published.isoformat(), name=_EDITOR, showAs="Tiến Độ")
    _add_lifecycle(meta, document)
    _add_references(meta, document)
    _add_facts(meta, document, places)


def _place(document: WrittenDocument) -> int:
    return next(place for place, one in enumerate(document.versions) if one.entry == document.entry)


def _add_identification(meta: etree._Element, document: WrittenDocument, component: str) -> None:
    work = document.work
    part = f"/!{component or 'main'}"
    recorded = document.versions[_place(document)].recorded.isoformat()
    day = expression_day(document).isoformat()
    expression = f"{work.uri}/{LANGUAGE}@{day}"
    identification = add(meta, "identification", source=f"#{_EDITOR}")
    level = add(identification, "FRBRWork")
    _add_addresses(level, work.uri, part, "")
    if not component:
        add(level, "FRBRalias", value=document.address, name="tiendo")
    _add_date_and_author(
        level,
        (document.issued.isoformat(), "issued") if document.issued else (recorded, "recorded"),
        (ISSUER, "author"),
    )
    add(level, "FRBRcountry", value=f"{COUNTRY}-{work.locality}" if work.locality else COUNTRY)
    add(level, "FRBRsubtype", value=work.subtype)
    if document.number and has_number(document.number):
        add(level, "FRBRnumber", value=document.number)
    if document.subject:
        add(level, "FRBRname", value=document.subject)
    add(level, "FRBRprescriptive", value="true" if work.kind == "act" else "false")
    level = add(identification, "FRBRExpression")
    _add_addresses(level, expression, part, "")
    is_first = document.issued is not None and _place(document) == 0
    _add_date_and_author(level, (day, "issued" if is_first else "recorded"), (ISSUER, "author"))
    add(level, "FRBRversionNumber", value=str(_place(document) + 1))
    add(level, "FRBRauthoritative", value="false")
    add(level, "FRBRlanguage", language=LANGUAGE)
    level = add(identification, "FRBRManifestation")
    _add_addresses(level, expression, part, ".xml")
    _add_date_and_author(level, (recorded, "recorded"), (_EDITOR, "editor"))
    add(level, "FRBRformat", value="application/akn+xml")


def _add_addresses(level: etree._Element, uri: str, part: str, ending: str) -> None:
    add(level, "FRBRthis", value=f"{uri}{part}{ending}")
    add(level, "FRBRuri", value=f"{uri}{ending}")


def _add_date_and_author(level: etree._Element, dated: tuple[str, str], author: tuple[str, str]) -> None:
    add(level, "FRBRdate", date=dated[0], name=dated[1])
    made = add(level, "FRBRauthor", href=f"#{author[0]}")
    made.set("as", f"#{author[1]}")


def _add_lifecycle(meta: etree._Element, document: WrittenDocument) -> None:
    """The issue, and every version that the record had up to this one; each took the place of the one before."""
    lifecycle = add(meta, "lifecycle", source=f"#{_EDITOR}")
    if document.issued:
        add(
            lifecycle,
            "eventRef",
            date=document.issued.isoformat(),
            source="#original",
            type="generation",
            refersTo="#issued",
        )
    for place, one in enumerate(document.versions):
        refers = "#superseded" if place else "#recorded"
        made = add(lifecycle, "eventRef", eId=f"eref_{place + 1}", date=one.recorded.isoformat(), source="#original")
        made.set("type", "generation")
        made.set("refersTo", refers)


def _add_references(meta: etree._Element, document: WrittenDocument) -> None:
    references = add(meta, "references", source=f"#{_EDITOR}")
    add(references, "original", eId="original", href=document.work.uri, showAs=document.number or "Bản gốc")
    issuer = document.issuer or _UNKNOWN_ISSUER
    _add_reference(references, "TLCOrganization", ISSUER, "organization", issuer)
    _add_reference(references, "TLCOrganization", _EDITOR, "organization", "Tiến Độ")
    bodies = dict(pair for one in document.facts for pair in one.bodies)
    for code, name in sorted(bodies.items()):
        _add_reference(references, "TLCOrganization", body_key(code), "organization", name, code)
    if document.signer:
        _add_reference(references, "TLCPerson", SIGNER, "person", document.signer)
    for key, words in (("issued", "Ban hành"), ("recorded", "Vào sổ"), ("superseded", "Thay thế bản trước")):
        _add_reference(references, "TLCEvent", key, "event", words)
    for key, words in (("author", "Cơ quan ban hành"), ("editor", "Biên tập")):
        _add_reference(references, "TLCRole", key, "role", words)
    if document.signer and document.signer_position:
        _add_reference(references, "TLCRole", "position", "role", document.signer_position)
    indicators = {one.indicator: one.indicator_name for one in document.facts if one.indicator}
    for code, name in sorted(indicators.items()):
        _add_reference(references, "TLCConcept", concept_key(code), "concept", name or code, code)
    unknown = {citation_key(one.name): " ".join(one.name.split()) for one in document.citations if one.work is None}
    for key, name in sorted(unknown.items()):
        _add_reference(references, "TLCReference", key, "reference", name).set("name", "cited")


def _add_reference(
    references: etree._Element, element: str, key: str, group: str, words: str, code: str = ""
) -> etree._Element:
    href = f"{_ONTOLOGY}/{group}/{slug(code) or slug(words) or key}"
    return add(references, element, eId=key, href=href, showAs=words)


def _add_facts(meta: etree._Element, document: WrittenDocument, places: Mapping[int, str]) -> None:
    """The facts of the record, each with the address of its mark: `refersTo` leads to the words."""
    marked = [one for one in document.facts if one.root in places]
    if not marked:
        return
    proprietary = add(meta, "proprietary", source=f"#{_EDITOR}")
    listed = top("facts", FACTS_NAMESPACE)
    proprietary.append(listed)
    for one in marked:
        row = etree.SubElement(listed, f"{{{FACTS_NAMESPACE}}}fact")
        for name, value in _columns(one, places[one.root]):
            if value is not None:
                row.set(name, clean(value))


def _columns(one: MarkedFact, place: str) -> Iterable[tuple[str, str | None]]:
    record = one.record
    yield from (("id", str(one.root)), ("kind", one.kind), ("refersTo", f"#{place}"))
    if isinstance(record, Measurement):
        quantity = record.quantity
        yield from (("indicator", one.indicator), ("low", plain(quantity.low)), ("high", plain(quantity.high)))
        yield from (("unit", quantity.unit.measure), ("multiplier", str(quantity.unit.multiplier)))
        yield ("period", str(record.period) if record.period else None)
    elif isinstance(record, Task):
        yield ("lead", " ".join(code for code, _ in one.bodies) or None)
        yield ("deadline", str(record.deadline) if record.deadline else None)
    elif isinstance(record, Citation):
        yield ("number", record.number)
