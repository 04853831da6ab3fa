"""The Word file that a report is poured into: the one that is shipped, or a province's own, hostile until seen.

A template gives paper, margins, styles and fixed words; `{{…}}` says where the parts of a report go.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from tiendo.documents.limits import MEBIBYTE, Limits
from tiendo.documents.readers.docx_package import Package
from tiendo.documents.readers.source import Source
from tiendo.facts.errors import ReportRefused
from tiendo.publishing.report.word_package import try_out

if TYPE_CHECKING:
    from docx.document import Document

TEMPLATE_LIMITS = Limits(max_bytes=8 * MEBIBYTE, max_expanded_bytes=32 * MEBIBYTE)
"""A letterhead with an emblem weighs some hundred kilobytes."""

_FOLDER = Path(__file__).with_name("templates")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_INSTRUCTIONS = tuple(
    f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}" for name in ("instrText", "fldSimple")
)
_INSTRUCTION = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr"
# Field codes that only count or repeat; others fetch files or start programs when the document is opened.
_HARMLESS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF", "TOC", "PAGEREF"})
_ACTIVE = ("vbaproject", "/embeddings/", "/activex/", "attachedtoolbars", "vbadata", "/afchunk")


@dataclass(frozen=True, slots=True)
class Template:
    """A Word file by the name that messages call it; one that is `shipped` needs no looking through."""

    name: str
    data: bytes
    shipped: bool = False


@cache
def shipped(language: str) -> Template:
    """The template of the product in that language, Vietnamese where there is none."""
    path = _FOLDER / f"report-{'en' if language == 'en' else 'vi'}.docx"
    return Template(path.name, path.read_bytes(), shipped=True)


def opened(template: Template) -> Document:
    """The template as a document; raises `ReportRefused` or `UnreadableDocument` where it must not be used."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    if template.shipped:
        return Document(BytesIO(template.data))
    _inspect(template)
    try:
        document = Document(BytesIO(template.data))
        try_out(document)
    except (PackageNotFoundError, BadZipFile, LxmlError, KeyError, ValueError, AttributeError, TypeError) as broken:
        raise ReportRefused(
            vi=f"Mẫu {template.name} không phải tệp Word .docx dùng được: hãy mở bằng Word và lưu lại dạng .docx.",
            en=f"The template {template.name} is no usable Word file: open it in Word and save it as .docx.",
        ) from broken
    return document


def _inspect(template: Template) -> None:
    """Refuse what unpacks too far, declares entities, reaches outside, or brings a program along."""
    if len(template.data) > TEMPLATE_LIMITS.max_bytes:
        raise _too_large(template.name)
    package = Package(Source(template.name, template.data, TEMPLATE_LIMITS))
    for part in package.names():
        _refuse_programs(template.name, part, package)
        if part.endswith(".rels"):
            _refuse_outside(template.name, part, package)
        elif part.endswith(".xml"):
            _refuse_fields(template.name, part, package)


def _refuse_programs(name: str, part: str, package: Package) -> None:
    active = any(mark in f"/{part}".casefold() for mark in _ACTIVE)
    if part == "[Content_Types].xml":
        tags = (f"{_CONTENT_TYPES}Default", f"{_CONTENT_TYPES}Override")
        types = (element.get("ContentType", "").casefold() for element in package.elements(part, *tags))
        active = any("macroenabled" in type_ or "vbaproject" in type_ for type_ in types)
    if active:
        raise ReportRefused(
            vi=f"Mẫu {name} chứa macro hoặc đối tượng nhúng nên không được dùng: hãy lưu lại thành .docx không macro.",
            en=f"The template {name} holds macros or embedded objects and is not used: save it as .docx without them.",
        )


def _refuse_outside(name: str, part: str, package: Package) -> None:
    for relation in package.elements(part, _RELATIONSHIP):
        outside = relation.get("TargetMode", "").casefold() == "external"
        if outside and not relation.get("Type", "").endswith("/hyperlink"):  # opened by a reader's click alone
            raise ReportRefused(
                vi=f"Mẫu {name} liên kết tới tệp bên ngoài ({relation.get('Target', '')[:60]}) nên không được dùng:"
                " hãy nhúng hình vào mẫu, hoặc bỏ liên kết.",
                en=f"The template {name} links to a file outside ({relation.get('Target', '')[:60]}) and is not used:"
                " put the picture into the template, or remove the link.",
            )


def _refuse_fields(name: str, part: str, package: Package) -> None:
    for element in package.elements(part, *_INSTRUCTIONS):
        code = (element.get(_INSTRUCTION) or element.text or "").split()
        if code and code[0].upper() not in _HARMLESS and not code[0].startswith("\\"):
            raise ReportRefused(
                vi=f"Mẫu {name} có trường Word {code[0][:20]}, có thể lấy dữ liệu từ bên ngoài, nên không được dùng:"
                " hãy xóa trường đó, chỉ giữ trường số trang.",
                en=f"The template {name} has the Word field {code[0][:20]}, which can fetch from outside, and is not"
                " used: delete it and keep page numbers only.",
            )


def _too_large(name: str) -> ReportRefused:
    limit = TEMPLATE_LIMITS.max_bytes // MEBIBYTE
    return ReportRefused(
        vi=f"Mẫu {name} lớn hơn {limit} MB: hãy giảm cỡ hình trong mẫu.",
        en=f"The template {name} is larger than {limit} MB: make its pictures smaller.",
    )
