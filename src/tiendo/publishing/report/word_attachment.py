"""What lies in a Word file beside its text: the stamp, the bindings, and the numbers that are no fields."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from tiendo.publishing.report.model import Report
from tiendo.publishing.report.stamp import as_json, sealed
from tiendo.publishing.report.word_numbers import numbers_outside
from tiendo.publishing.report.word_xml import plain

if TYPE_CHECKING:
    from docx.document import Document

NAMESPACE = "urn:tiendo:report:1"
STAMP, NUMBERS = f"{{{NAMESPACE}}}stamp", f"{{{NAMESPACE}}}numbers"
PART = "/customXml/item%d.xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def attach(document: Document, report: Report) -> None:
    """Put the stamp and the bindings into a part of their own; the text is complete by now."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    line = as_json(sealed(report))
    outside = " ".join(numbers_outside(document.element.body))
    data = f'<report xmlns="{NAMESPACE}"><stamp>{plain(line)}</stamp><numbers>{plain(outside)}</numbers></report>'
    package = document.part.package
    part = Part(package.next_partname(PART), "application/xml", _declared(data), package)
    properties_name = PackURI(part.partname.replace("/item", "/itemProps"))
    properties = Part(properties_name, _PROPERTIES_TYPE, _declared(_properties(line)), package)
    part.relate_to(properties, f"{_RELATIONS}/customXmlProps")
    document.part.relate_to(part, f"{_RELATIONS}/customXml")


def _properties(line: str) -> str:
    # Word knows a part by its number: made from the content, so that the same report gives the same file.
    number = UUID(bytes=sha256(line.encode()).digest()[:16])
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        f'<ds:datastoreItem xmlns:ds="{schema}" ds:itemID="{{{str(number).upper()}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _declared(data: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{data}'.encode()
