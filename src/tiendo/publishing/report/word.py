"""A report as a Word file in the layout of Decree 30/2020, poured into a template that an officer can change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tiendo.publishing.report import word_filling as fields
from tiendo.publishing.report.letterhead_words import (
    addressee_lines,
    annex_note,
    issuer_lines,
    number_of,
    recipient_lines,
    title_of,
)
from tiendo.publishing.report.model import Annex, Block, Heading, Manner, Paragraph, Report, Words
from tiendo.publishing.report.word_attachment import attach
from tiendo.publishing.report.word_package import describe, packed, part_roots, set_language
from tiendo.publishing.report.word_sections import Section, restarted, section_of, text_width
from tiendo.publishing.report.word_styles import Style, StyleIds, with_all_styles
from tiendo.publishing.report.word_tables import table
from tiendo.publishing.report.word_template import Template, opened, shipped
from tiendo.publishing.report.word_xml import NAMESPACES, Numbers, paragraph, runs, words

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_MANNERS = {
    Manner.BODY: Style.BODY,
    Manner.DASH: Style.DASH,
    Manner.GROUND: Style.GROUND,
    Manner.NOTE: Style.NOTE,
}
_HEADINGS = {1: Style.HEADING_1, 2: Style.HEADING_2, 3: Style.HEADING_3}
_DASH = Words("- ")


def as_word(report: Report, template: Template | None = None) -> bytes:
    """The bytes of a .docx, the same for the same report and template.

    Every figure is a content control that is named after its binding; the stamp and all bindings lie in a part of the
    file beside the text. Raises `ReportRefused` or `UnreadableDocument` where the template cannot be used.
    """
    chosen = template or shipped(report.language)
    document = opened(chosen)
    ids = with_all_styles(document.styles.element, opened(shipped(report.language)).styles.element)
    _fill(document, report, chosen.name, _Setter(report, ids))
    set_language(document, report.language)
    describe(document, report, title_of(report))
    attach(document, report)
    return packed(document)


class _Setter:
    """Sets the parts of one report in the styles of one template."""

    def __init__(self, report: Report, ids: StyleIds) -> None:
        self._report = report
        self._ids = ids
        self._numbers = Numbers()

    def blocks(self, blocks: Iterable[Block], width: int) -> str:
        """Headings, paragraphs and tables as XML; tables are `width` twips wide."""
        return "".join(self._block(block, width) for block in blocks)

    def lines(self, lines: Iterable[str], style: Style) -> str:
        """A paragraph a line."""
        return "".join(self.line(line, style) for line in lines)

    def line(self, text: str, style: Style, properties: str = "") -> str:
        """A paragraph of plain words."""
        return paragraph(self._ids[style], words(Words(text)), properties)

    def annex(self, annex: Annex, width: int) -> str:
        """The head of an annex and what it holds."""
        head = (
            self.line(annex.label, Style.ANNEX_LABEL)
            + self.line(annex.title, Style.ANNEX_TITLE)
            + self.line(annex_note(self._report), Style.ANNEX_NOTE)
        )
        return head + self.blocks(annex.blocks, width)

    def section_end(self, section: Section | None = None) -> str:
        """A paragraph without words; it carries the paper and margins of the section that it ends."""
        from lxml import etree

        ended = "" if section is None else etree.tostring(section, encoding="unicode")
        return paragraph(self._ids[Style.SECTION_END], "", ended)

    def _block(self, block: Block, width: int) -> str:
        if isinstance(block, Heading):
            style = _HEADINGS.get(block.level, Style.HEADING_3)
            return self.line(f"{block.label} {block.text}".strip(), style)
        if isinstance(block, Paragraph):
            parts = (_DASH, *block.runs) if block.manner is Manner.DASH else block.runs
            return paragraph(self._ids[_MANNERS[block.manner]], runs(parts, self._numbers))
        return table(block, width, self._ids, self._numbers)


def _fill(document: Document, report: Report, name: str, setter: _Setter) -> None:
    body = document.element.body
    places = fields.blocks(body, name)
    fields.require(places, fields.BODY, name)
    if report.annexes:
        fields.require(places, fields.ANNEXES, name)
        fields.require_in_text(places[fields.ANNEXES], body, name)
    for root in part_roots(document):
        fields.fill_lines(root, _values(report), name)
    section = section_of(body, name)
    width = text_width(section)
    filled = {
        fields.ADDRESSEES: _addressees(report, setter),
        fields.GROUNDS: setter.blocks(report.grounds, width),
        fields.BODY: setter.blocks(report.blocks, width),
        fields.RECIPIENTS: setter.lines(recipient_lines(report), Style.RECIPIENT),
    }
    for field, content in filled.items():
        if field in places:
            fields.put(places[field], _elements(content))
    if fields.ANNEXES in places:
        _put_annexes(places[fields.ANNEXES], report.annexes, section, setter)


def _put_annexes(place: _Element, annexes: Sequence[Annex], section: Section, setter: _Setter) -> None:
    """Each annex is a section of its own paper and page numbers; the last one takes the place of the body's."""
    if not annexes:  # a document ends with a paragraph, be it an empty one
        fields.put(place, _elements(setter.section_end()))
        return
    ends: Section = section
    content = ""
    for annex in annexes:
        content += setter.section_end(restarted(ends, landscape=None))
        ends = restarted(section, landscape=annex.landscape)
        content += setter.annex(annex, text_width(ends))
    fields.put(place, _elements(content))
    section.addnext(ends)
    fields.remove(section)


def _addressees(report: Report, setter: _Setter) -> str:
    first, *listed = addressee_lines(report) or ("",)
    return (setter.line(first, Style.ADDRESSEE) if first else "") + setter.lines(listed, Style.ADDRESSEE_LISTED)


def _values(report: Report) -> dict[str, str]:
    letterhead, signature = report.letterhead, report.signature
    return {
        fields.PARENT: issuer_lines(letterhead.parent),
        fields.ISSUER: issuer_lines(letterhead.issuer),
        fields.NUMBER: number_of(letterhead),
        fields.SYMBOL: letterhead.symbol,
        fields.PLACE_AND_DATE: letterhead.place_and_date,
        fields.TYPE_NAME: letterhead.type_name,
        fields.SUBJECT: letterhead.subject,
        fields.AUTHORITY: signature.authority,
        fields.ROLE: signature.role,
        fields.SIGNER: signature.name,
    }


def _elements(content: str) -> _Element:
    """The parsed content, inside an element that only holds it together."""
    from lxml import etree

    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<all {declared}>{content}</all>".encode())
