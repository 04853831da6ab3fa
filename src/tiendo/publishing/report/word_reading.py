"""Reads a report back that was edited in Word or LibreOffice: what became of its fields, what was typed beside them.

The file is hostile until seen: it is unpacked within limits, and its XML has neither entities nor outside parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tiendo.documents.limits import DEFAULT, Limits
from tiendo.documents.readers.docx_package import Package
from tiendo.documents.readers.source import Source
from tiendo.facts.errors import UnusableReport
from tiendo.publishing.report.model import Figure
from tiendo.publishing.report.returned import LooseNumber, Returned, ReturnedField
from tiendo.publishing.report.stamp import Sealed, from_json
from tiendo.publishing.report.word_attachment import NUMBERS, STAMP
from tiendo.publishing.report.word_numbers import FIELD, PARAGRAPH, numbers_in, text_of, text_outside
from tiendo.publishing.report.word_xml import W, field_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_VALUE = f"{{{W}}}val"
_PROPERTIES = f"{{{W}}}sdtPr"
# LibreOffice 7.4 drops the tag and keeps the title.
_NAMES = (f"{{{W}}}tag", f"{{{W}}}alias")
_EMPTY = f"{{{W}}}showingPlcHdr"
_BLOCKS = tuple(f"{{{W}}}{name}" for name in ("p", "tbl", "sdt", "ins", "customXml"))
_LONGEST_AROUND = 300  # characters: enough to find the place again


@dataclass(frozen=True, slots=True)
class _Beside:
    """What lies beside the text: the stamp, and the numbers that were written as words."""

    sealed: Sealed
    written: Counter[str]


def read_word(name: str, data: bytes, limits: Limits = DEFAULT) -> Returned:
    """What became of a report that Tiến Độ wrote as Word.

    Raises `UnusableReport` where the file holds no stamp, or more than one, and `UnreadableDocument` where it is no
    Word file, damaged, or too large.
    """
    package = Package(Source(name, data, limits))
    beside = _beside(name, package)
    by_name = named_figures(beside.sealed)
    fields: list[ReturnedField] = []
    loose: list[LooseNumber] = []
    main = package.main_part() or ""
    for block in package.elements(main, *_BLOCKS, within=f"{{{W}}}body"):
        for paragraph in block.iter(PARAGRAPH):
            fields += [field for _, field in fields_of(paragraph, by_name)]
            loose += _typed(paragraph, beside.written)
    left = {field.figure.binding.key for field in fields}
    removed = tuple(figure for figure in beside.sealed.figures if figure.binding.key not in left)
    return Returned(sealed=beside.sealed, fields=tuple(fields), removed=removed, loose=tuple(loose))


def named_figures(kept: Sealed) -> Mapping[str, Figure]:
    """The figures by the names of their fields."""
    return {field_name(figure.binding.key): figure for figure in kept.figures}


def _beside(name: str, package: Package) -> _Beside:
    """LibreOffice writes the part twice: the same stamp again is no second one."""
    stamps: dict[str, Counter[str]] = {}
    for part in package.names():
        if part.startswith("customXml/item") and part.endswith(".xml"):
            said = {element.tag: element.text or "" for element in package.elements(part, STAMP, NUMBERS)}
            if STAMP in said:
                stamps.setdefault(said[STAMP], Counter(said.get(NUMBERS, "").split()))
    if len(stamps) > 1:
        raise UnusableReport(
            vi=f"Tệp {name} mang hơn một dấu báo cáo: hãy dùng tệp do Tiến Độ ghi ra, không ghép từ nhiều báo cáo.",
            en=f"The file {name} carries more than one stamp: take the file that Tiến Độ wrote, not several in one.",
        )
    for line, written in stamps.items():
        return _Beside(from_json(line), written)
    raise UnusableReport(
        vi=f"Tệp {name} không mang dấu của Tiến Độ: tệp không do Tiến Độ ghi ra, hoặc dấu đã mất khi lưu bằng phần mềm"
        " khác; hãy xuất lại báo cáo.",
        en=f"The file {name} carries no stamp of Tiến Độ: it was not written here, or another program dropped the stamp"
        " when it saved the file; write the report again.",
    )


def fields_of(paragraph: _Element, by_name: Mapping[str, Figure]) -> Iterator[tuple[_Element, ReturnedField]]:
    """The fields of a paragraph that were given one of these names, each with its element."""
    for element in paragraph.iter(FIELD):
        figure = by_name.get(_name_of(element, by_name) or "")
        if figure is not None:
            is_empty = element.find(f"{_PROPERTIES}/{_EMPTY}") is not None
            text = "" if is_empty else text_of(element).strip()
            yield element, ReturnedField(figure=figure, text=text, around=around(paragraph))


def _name_of(field: _Element, known: Container[str]) -> str | None:
    """The name of a field if it is one of those `known`: its tag, or its title where the tag was lost."""
    for tag in _NAMES:
        named = field.find(f"{_PROPERTIES}/{tag}")
        value = None if named is None else named.get(_VALUE)
        if value and value in known:
            return value
    return None


def _typed(paragraph: _Element, written: Counter[str]) -> Iterator[LooseNumber]:
    """The numbers of a paragraph that were not written as words; each that was is counted off."""
    for number in numbers_in(text_outside(paragraph)):
        if written[number] > 0:
            written[number] -= 1
        else:
            yield LooseNumber(number, around(paragraph))


def around(paragraph: _Element) -> str:
    """The text of a paragraph, as much of it as finds the place again."""
    return " ".join(text_of(paragraph).split())[:_LONGEST_AROUND]
