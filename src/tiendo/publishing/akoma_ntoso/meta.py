"""What a document says about itself and what the record knows of it, in the metadata of the standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
_Referred = tuple[str, str, str, str]
"""An element, its address, a code where the thing has one, and its name."""
_FIXED: tuple[_Referred, ...] = (
    ("TLCEvent", "issued", "", "Ban hành"),
    ("TLCEvent", "recorded", "", "Vào sổ"),
    ("TLCEvent", "superseded", "", "Thay thế bản trước"),
    ("TLCRole", "author", "", "Cơ quan ban hành"),
    ("TLCRole", "editor", "", "Biên tập"),
)


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
    identification = add(meta, "identification", source=f"#{_EDITOR}")
    part = f"/!{component or 'main'}"
    expression = f"{document.work.uri}/{LANGUAGE}@{expression_day(document).isoformat()}"
    _add_work(add(identification, "FRBRWork"), document, part, is_whole=not component)
    _add_expression(add(identification, "FRBRExpression"), document, expression, part)
    level = add(identification, "FRBRManifestation")
    _add_addresses(level, expression, part, ".xml")
    _add_date_and_author(level, document.versions[_place(document)].recorded, "recorded", (_EDITOR, "editor"))
    add(level, "FRBRformat", value="application/akn+xml")


def _add_work(level: etree._Element, document: WrittenDocument, part: str, *, is_whole: bool) -> None:
    work = document.work
    _add_addresses(level, work.uri, part, "")
    if is_whole:
        add(level, "FRBRalias", value=document.address, name="tiendo")
    if document.issued:
        _add_date_and_author(level, document.issued, "issued", (ISSUER, "author"))
    else:
        _add_date_and_author(level, document.versions[0].recorded, "recorded", (ISSUER, "author"))
    add(level, "FRBRcountry", value=f"{COUNTRY}-{work.locality}" if work.locality else COUNTRY)
    add(level, "FRBRsubtype", value=work.subtype)
    if document.number and has_number(document.number):
        add(level, "FRBRnumber", value=document.number)
    if document.subject:
        add(level, "FRBRname", value=document.subject)
    add(level, "FRBRprescriptive", value="true" if work.kind == "act" else "false")


def _add_expression(level: etree._Element, document: WrittenDocument, uri: str, part: str) -> None:
    place = _place(document)
    _add_addresses(level, uri, part, "")
    said = "issued" if document.issued and place == 0 else "recorded"
    _add_date_and_author(level, expression_day(document), said, (ISSUER, "author"))
    add(level, "FRBRversionNumber", value=str(place + 1))
    add(level, "FRBRauthoritative", value="false")
    add(level, "FRBRlanguage", language=LANGUAGE)


def _add_addresses(level: etree._Element, uri: str, part: str, ending: str) -> None:
    add(level, "FRBRthis", value=f"{uri}{part}{ending}")
    add(level, "FRBRuri", value=f"{uri}{ending}")


def _add_date_and_author(level: etree._Element, day: date, said: str, author: tuple[str, str]) -> None:
    add(level, "FRBRdate", date=day.isoformat(), name=said)
    made = add(level, "FRBRauthor", href=f"#{author[0]}")
    made.set("as", f"#{author[1]}")


def _add_lifecycle(meta: etree._Element, document: WrittenDocument) -> None:
    """The issue, and every version that the record had up to this one; each took the place of the one before."""
    lifecycle = add(meta, "lifecycle", source=f"#{_EDITOR}")
    said = {"source": "#original", "type": "generation"}
    if document.issued:
        add(lifecycle, "eventRef", date=document.issued.isoformat(), refersTo="#issued", **said)
    for number, one in enumerate(document.versions, start=1):
        refers = "#recorded" if number == 1 else "#superseded"
        add(lifecycle, "eventRef", eId=f"eref_{number}", date=one.recorded.isoformat(), refersTo=refers, **said)


def _add_references(meta: etree._Element, document: WrittenDocument) -> None:
    """All that the text and the metadata refer to, each with the address of a concept of its own."""
    references = add(meta, "references", source=f"#{_EDITOR}")
    add(references, "original", eId="original", href=document.work.uri, showAs=document.number or "Bản gốc")
    for element, key, code, words in (*_people(document), *_FIXED, *_things(document)):
        group = element.removeprefix("TLC").lower()
        made = add(references, element, eId=key, href=f"{_ONTOLOGY}/{group}/{slug(code or words) or key}", showAs=words)
        if element == "TLCReference":
            made.set("name", "cited")


def _people(document: WrittenDocument) -> Iterator[_Referred]:
    """Who issued and signed the document, and the bodies that lead its tasks."""
    yield "TLCOrganization", ISSUER, "", document.issuer or _UNKNOWN_ISSUER
    yield "TLCOrganization", _EDITOR, "", "Tiến Độ"
    bodies = {body_key(code): (code, name) for one in document.facts for code, name in one.bodies}
    for key, (code, name) in sorted(bodies.items()):
        yield "TLCOrganization", key, code, name
    if document.signer:
        yield "TLCPerson", SIGNER, "", document.signer
        if document.signer_position:
            yield "TLCRole", "position", "", document.signer_position


def _things(document: WrittenDocument) -> Iterator[_Referred]:
    """The indicators that are measured, and the cited documents of which no more is known than their names."""
    measured = {one.indicator: one.indicator_name for one in document.facts if one.indicator}
    for code, name in sorted(measured.items()):
        yield "TLCConcept", concept_key(code), code, name or code
    unknown = {citation_key(one.name): " ".join(one.name.split()) for one in document.citations if one.work is None}
    for key, name in sorted(unknown.items()):
        yield "TLCReference", key, "", name


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


def _columns(one: MarkedFact, place: str) -> Iterator[tuple[str, str | None]]:
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
