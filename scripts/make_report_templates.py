"""Writes the Word templates of reports, Vietnamese and English, in the layout of Decree 30/2020.

Run it after a change here: `python scripts/make_report_templates.py`. The same code gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from tiendo.publishing.report import word_filling as fields
from tiendo.publishing.report.letterhead_words import COUNTRY, MOTTO, NUMBER, RECIPIENTS
from tiendo.publishing.report.word_package import LOCALES, packed
from tiendo.publishing.report.word_styles import Style
from tiendo.publishing.report.word_xml import NAMESPACES, TWIPS_A_MILLIMETRE, plain
from tiendo.text.folding import fold

FOLDER = Path(__file__).resolve().parent.parent / "src" / "tiendo" / "publishing" / "report" / "templates"
FONT = "Times New Roman"
INDENT = 12.7  # millimetres: the first line of a paragraph
TEXT_WIDTH = 165  # millimetres between the margins
ISSUER_CELL, LEFT_CELL = 65, 80  # millimetres: the left cells of the letterhead and of the signature
ISSUER_RULE, SUBJECT_RULE = 20, 60  # millimetres: between a third and half of the line above
MADE = datetime(2020, 3, 5)  # noqa: DTZ001 -- the day of the decree: the properties of a file have no zone

UNUSED_PARTS = ("thumbnail", "customXml", "numbering", "stylesWithEffects", "extended-properties")
SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)  # A4; 20, 15, 20 and 30 mm; the page number stands 10 mm below the edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a style looks: sizes and distances in points, indents in millimetres."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = "center"
    first: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    lines: float = 1
    level: int | None = None
    stays: bool = False


BODY = Look(align="both", first=INDENT, after=6, lines=1.1)
HEADING = replace(BODY, bold=True, before=6, stays=True)
CELL = Look(size=11, before=1.5, after=1.5)
STRONG = Look(size=13, bold=True)
LOOKS: Mapping[str, Look] = {
    Style.HEADING_1: replace(HEADING, caps=True, level=0),
    Style.HEADING_2: replace(HEADING, level=1),
    Style.HEADING_3: replace(HEADING, bold=False, level=2),
    Style.BODY: BODY,
    Style.DASH: BODY,
    Style.GROUND: replace(BODY, italic=True),
    Style.NOTE: replace(BODY, size=12, italic=True, first=0),
    Style.RECIPIENT: Look(size=11, align="left"),
    Style.ADDRESSEE: Look(after=6, lines=1.1),
    Style.ADDRESSEE_LISTED: Look(align="left", left=55, after=6, lines=1.1),
    Style.ANNEX_LABEL: Look(bold=True, level=0, stays=True),
    Style.ANNEX_TITLE: Look(bold=True, stays=True),
    Style.ANNEX_NOTE: Look(italic=True, after=12, stays=True),
    Style.CAPTION: Look(size=13, bold=True, before=6, after=6, stays=True),
    Style.TABLE_HEAD: replace(CELL, bold=True),
    Style.TABLE_TEXT: replace(CELL, align="left"),
    Style.TABLE_NUMBER: replace(CELL, align="right"),
    Style.TABLE_GROUP: replace(CELL, align="left", bold=True),
    Style.SECTION_END: Look(size=1),
    "BC Quốc hiệu": STRONG,
    "BC Tiêu ngữ": Look(bold=True),
    "BC Cơ quan chủ quản": Look(size=13),
    "BC Cơ quan ban hành": STRONG,
    "BC Số, ký hiệu": Look(size=13, before=6),
    "BC Địa danh, ngày tháng": Look(italic=True, before=6),
    "BC Tên loại": Look(bold=True, before=18),
    "BC Trích yếu": Look(bold=True),
    "BC Đường kẻ": Look(size=2),
    "BC Chữ Nơi nhận": Look(size=12, bold=True, italic=True, align="left"),
    "BC Quyền hạn, chức vụ": Look(bold=True, stays=True),
    "BC Người ký": Look(bold=True, before=72),  # room for the signature and the seal
    "BC Số trang": Look(),
}


MOTTO_LENGTHS = {"vi": 60.5, "en": 78.5}  # millimetres, in 14 points bold: the rule below is as long


def template(language: str) -> bytes:
    """The bytes of a template."""
    document = Document()
    _forget_the_samples(document)
    _set_styles(document, language)
    _set_settings(document, language)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _replace_content(section.header, _page_number())
    _replace_content(section.first_page_header, _paragraph("BC Số trang", ""))
    body = document.element.body
    end = body[-1]
    for size in [child for child in end if child.tag.endswith(("}pgSz", "}pgMar"))]:
        end.remove(size)
    place = [child for child in end if child.tag.endswith("Reference")][-1]
    for element in reversed(_elements(SECTION)):
        place.addnext(element)
    for element in _elements(_content(language)):
        end.addprevious(element)
    properties = document.core_properties
    properties.title = "Mẫu báo cáo" if language == "vi" else "Report template"
    properties.author = properties.last_modified_by = "Tiến Độ"
    properties.comments = ""
    properties.created = properties.modified = MADE
    return packed(document)


def _content(language: str) -> str:
    head = _table(
        ISSUER_CELL,
        [
            (
                _field("BC Cơ quan chủ quản", fields.PARENT)
                + _field("BC Cơ quan ban hành", fields.ISSUER)
                + _rule(ISSUER_RULE, ISSUER_CELL),
                _paragraph("BC Quốc hiệu", COUNTRY.sentence(language))
                + _paragraph("BC Tiêu ngữ", MOTTO.sentence(language))
                + _rule(MOTTO_LENGTHS[language], TEXT_WIDTH - ISSUER_CELL),
            ),
            (
                _paragraph(
                    "BC Số, ký hiệu", f"{NUMBER.sentence(language)} {{{{{fields.NUMBER}}}}}/{{{{{fields.SYMBOL}}}}}"
                ),
                _field("BC Địa danh, ngày tháng", fields.PLACE_AND_DATE),
            ),
        ],
    )
    title = (
        _field("BC Tên loại", fields.TYPE_NAME)
        + _field("BC Trích yếu", fields.SUBJECT)
        + _rule(SUBJECT_RULE, TEXT_WIDTH, after=12)
    )
    text = _field(Style.ADDRESSEE, fields.ADDRESSEES) + _field(Style.GROUND, fields.GROUNDS)
    text += _field(Style.BODY, fields.BODY)
    foot = _table(
        LEFT_CELL,
        [
            (
                _paragraph("BC Chữ Nơi nhận", RECIPIENTS.sentence(language))
                + _field(Style.RECIPIENT, fields.RECIPIENTS),
                _field("BC Quyền hạn, chức vụ", fields.AUTHORITY)
                + _field("BC Quyền hạn, chức vụ", fields.ROLE)
                + _field("BC Người ký", fields.SIGNER),
            )
        ],
    )
    return head + title + text + _paragraph("BC Đường kẻ", "") + foot + _field(Style.ANNEX_NOTE, fields.ANNEXES)


def _field(style: str, name: str) -> str:
    return _paragraph(style, f"{{{{{name}}}}}")


def _paragraph(style: str, text: str, properties: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{plain(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{_id(style)}"/>{properties}</w:pPr>{run}</w:p>'


def _rule(length: float, width: float, after: float = 0) -> str:
    """A line in the middle of `width`, drawn as the upper border of an empty paragraph."""
    side = _twips((width - length) / 2)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    spacing = f'<w:spacing w:before="40" w:after="{round(after * 20)}" w:line="40" w:lineRule="exact"/>'
    return _paragraph("BC Đường kẻ", "", f'{border}{spacing}<w:ind w:left="{side}" w:right="{side}"/>')


def _table(left: float, rows: list[tuple[str, str]]) -> str:
    """Two columns without borders: parts of a document that stand beside each other."""
    widths = _twips(left), _twips(TEXT_WIDTH - left)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _page_number() -> str:
    parts = ('<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>')
    parts += ('<w:fldChar w:fldCharType="separate"/>', "<w:t>2</w:t>", '<w:fldChar w:fldCharType="end"/>')
    runs = "".join(f"<w:r>{part}</w:r>" for part in parts)
    return f'<w:p><w:pPr><w:pStyle w:val="{_id("BC Số trang")}"/></w:pPr>{runs}</w:p>'


def _set_styles(document: Any, language: str) -> None:
    """The styles of the template and no others: an officer finds in Word's list what reports are made of."""
    styles = document.styles.element
    for child in list(styles):
        if not child.tag.endswith("}latentStyles"):
            styles.remove(child)
    locale = LOCALES[language]
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    styles.insert(0, _elements(defaults)[0])
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    ordinary = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    for element in _elements(normal + ordinary + "".join(_style(name, look) for name, look in LOOKS.items())):
        styles.append(element)


def _set_settings(document: Any, language: str) -> None:
    """The settings of a new file of Word 2013 and later: no mode of compatibility, nothing of a former file."""
    decimal, listed = (",", ";") if language == "vi" else (".", ",")
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for element in _elements(
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:compatSetting {mode}/></w:compat>"
        f'<w:themeFontLang w:val="{LOCALES[language]}"/>'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{listed}"/>'
    ):
        settings.append(element)


def _style(name: str, look: Look) -> str:
    """A style that stands on no other, so that it can be carried over into a template that lacks it."""
    stays = "<w:keepNext/>" * look.stays
    level = "" if look.level is None else f'<w:outlineLvl w:val="{look.level}"/>'
    indent = f'<w:ind w:left="{_twips(look.left)}" w:firstLine="{_twips(look.first)}"/>'
    marks = "<w:b/>" * look.bold + "<w:i/>" * look.italic + "<w:caps/>" * look.caps
    size = round(look.size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{_id(name)}"><w:name w:val="{plain(name)}"/>'
        f'<w:qFormat/><w:pPr>{stays}<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"'
        f' w:line="{round(look.lines * 240)}" w:lineRule="auto"/>{indent}<w:jc w:val="{look.align}"/>{level}</w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>{marks}'
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    ).replace(' w:customStyle="1"', "" if name.startswith("heading") else ' w:customStyle="1"')


def _id(name: str) -> str:
    """The id of a style: its name in plain letters."""
    return re.sub("[^a-z0-9]", "", fold(name))


def _forget_the_samples(document: Any) -> None:
    """What python-docx's own first file brings along and no report needs, its lists and the name of its program too."""
    for relations in (document.part.rels, document.part.package.rels):
        for number in [number for number, each in relations.items() if each.reltype.endswith(UNUSED_PARTS)]:
            relations.pop(number)


def _replace_content(header: Any, content: str) -> None:
    header.is_linked_to_previous = False
    root = header._element
    for child in list(root):
        root.remove(child)
    for element in _elements(content):
        root.append(element)


def _elements(content: str) -> list[Any]:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return list(parse_xml(f"<w:body {declared}>{content}</w:body>"))


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_A_MILLIMETRE)


def main() -> None:
    """Write both templates."""
    FOLDER.mkdir(exist_ok=True)
    for language in LOCALES:
        (FOLDER / f"report-{language}.docx").write_bytes(template(language))


if __name__ == "__main__":
    main()
