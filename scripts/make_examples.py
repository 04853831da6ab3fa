"""Builds the binary sample documents of `examples/lang-son/` from their sources.

    python scripts/make_examples.py [FOLDER]

The Word file comes from a small text file (its marks are explained at `read_resolution`), the PDF
from a Typst file. The same sources and library versions always give the same bytes: dates are fixed.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "lang-son"
SOURCES = EXAMPLES / "sources"
RESOLUTION = "nghi-quyet-muc-tieu-2022"
REPORT = "bao-cao-quy-1-2022"

MOTTO = ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
REPORT_DATE = datetime(2022, 4, 1, tzinfo=UTC)
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that the zip format can hold

# The look that Decree 30/2020/NĐ-CP, annex I, asks for: A4, Times New Roman, these margins.
FONT = "Times New Roman"
BODY_POINTS = 13
FRAME_POINTS = 12
SMALL_POINTS = 11
PAGE_MILLIMETRES = (210, 297)
MARGIN_MILLIMETRES = {"top": 20, "bottom": 20, "left": 30, "right": 15}
FIRST_LINE_MILLIMETRES = 10
COLUMN_MILLIMETRES = (65, 100)

LIST_SEPARATOR = "|"
SIGNED = "(đã ký)"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution as its source gives it: the fields of the frame, and marked paragraphs."""

    fields: Mapping[str, str]
    paragraphs: Sequence[tuple[str, str]]  # (mark, text); the mark is one of "=", "^", "~", "-", ""

    def lines(self, name: str) -> list[str]:
        """A field that holds several lines."""
        return [line.strip() for line in self.fields[name].split(LIST_SEPARATOR)]


def read_resolution(source: str) -> Resolution:
    """Read `name: value` lines up to a blank line, then one paragraph a line.

    A paragraph may begin with a mark and a space: `=` heading, `^` centred heading, `~` legal
    basis, `-` bullet.
    """
    head, body = source.split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Resolution(fields, [split_mark(line) for line in body.splitlines() if line])


def split_mark(line: str) -> tuple[str, str]:
    """The mark of a source line, empty where it has none, and its text."""
    mark, _, text = line.partition(" ")
    return (mark, text) if mark in {"=", "^", "~", "-"} else ("", line)


def build_resolution(source: str) -> bytes:
    """The Word file of the resolution."""
    import docx

    resolution = read_resolution(source)
    document = docx.Document()
    set_page(document)
    set_properties(document, resolution)
    add_frame(document, resolution)
    add_title(document, resolution)
    for mark, text in resolution.paragraphs:
        add_paragraph(document, mark, text)
    add_signature(document, resolution)
    write(document.add_paragraph(), resolution.fields["notice"], italic=True, centred=True, points=SMALL_POINTS)
    buffer = io.BytesIO()
    document.save(buffer)
    return with_fixed_dates(buffer.getvalue())


def set_page(document: Document) -> None:
    """Page size, margins, font, and page numbers that begin on the second page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = (Mm(length) for length in PAGE_MILLIMETRES)
    for side, millimetres in MARGIN_MILLIMETRES.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY_POINTS)
    normal.paragraph_format.space_after = Pt(0)
    number = section.header.paragraphs[0]
    write(number, "", centred=True)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)


def set_properties(document: Document, resolution: Resolution) -> None:
    """The file's own metadata, with the document's date in place of the clock's."""
    created = datetime.fromisoformat(resolution.fields["created"])
    properties = document.core_properties
    properties.created = properties.modified = created
    properties.author = properties.last_modified_by = "Tiến Độ"
    properties.title = resolution.fields["subject"]
    properties.comments = resolution.fields["notice"]


def add_frame(document: Document, resolution: Resolution) -> None:
    """Issuer and number on the left, motto, place and date on the right."""
    left, right = add_columns(document)
    for line in resolution.lines("issuer"):
        write(next_paragraph(left), line, bold=True, centred=True, points=FRAME_POINTS)
    for line in MOTTO:
        write(next_paragraph(right), line, bold=True, centred=True, points=FRAME_POINTS)
    add_rule(left, indent_millimetres=22)
    add_rule(right, indent_millimetres=24)
    write(next_paragraph(left), f"Số: {resolution.fields['number']}", centred=True)
    write(next_paragraph(right), resolution.fields["place_and_date"], italic=True, centred=True)


def add_title(document: Document, resolution: Resolution) -> None:
    """Type, subject and deciding body, centred."""
    document.add_paragraph()
    for line in (resolution.fields["type"], resolution.fields["subject"]):
        write(document.add_paragraph(), line, bold=True, centred=True)
    document.add_paragraph()
    for line in resolution.lines("body"):
        write(document.add_paragraph(), line, bold=True, centred=True)
    document.add_paragraph()


def add_paragraph(document: Document, mark: str, text: str) -> None:
    """One paragraph of the body; a bullet keeps its dash as text, as most offices type it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(6)
    if mark == "^":
        write(paragraph, text, bold=True, centred=True)
        return
    paragraph.paragraph_format.first_line_indent = Mm(FIRST_LINE_MILLIMETRES)
    paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.keep_with_next = mark == "="
    write(paragraph, f"- {text}" if mark == "-" else text, bold=mark == "=", italic=mark == "~")


def add_signature(document: Document, resolution: Resolution) -> None:
    """Recipients on the left, the signer on the right."""
    document.add_paragraph()
    left, right = add_columns(document)
    write(next_paragraph(left), "Nơi nhận:", bold=True, italic=True, points=SMALL_POINTS + 1)
    *recipients, last = resolution.lines("recipients")
    for recipient in [*(f"- {name};" for name in recipients), f"- {last}."]:
        write(next_paragraph(left), recipient, points=SMALL_POINTS)
    write(next_paragraph(right), resolution.fields["signer_role"], bold=True, centred=True)
    for line in ("", SIGNED, ""):
        write(next_paragraph(right), line, italic=True, centred=True)
    write(next_paragraph(right), resolution.fields["signer"], bold=True, centred=True)
    document.add_paragraph()


def add_columns(document: Document) -> tuple[_Cell, _Cell]:
    """A table of two cells without borders that stays on one page, the usual frame of official letters."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(COLUMN_MILLIMETRES))
    table.autofit = False
    row = table.rows[0]
    left, right = row.cells
    for column, millimetres in zip(table.columns, COLUMN_MILLIMETRES, strict=True):
        column.width = column.cells[0].width = Mm(millimetres)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return left, right


def add_rule(cell: _Cell, *, indent_millimetres: int) -> None:
    """The short line that the decree asks for under the issuer and under the motto."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paragraph = next_paragraph(cell)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent_millimetres)
    paragraph.paragraph_format.line_spacing = Pt(6)
    top = OxmlElement("w:top")
    for name, value in {"val": "single", "sz": "6", "space": "1", "color": "auto"}.items():
        top.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(top)
    layout = paragraph._p.get_or_add_pPr()
    layout.insert(0, borders)  # the schema wants borders before spacing and indents


def next_paragraph(cell: _Cell) -> Paragraph:
    """A fresh paragraph of the cell; a new cell already has one, which is used first."""
    first: Paragraph = cell.paragraphs[0]
    untouched = len(cell.paragraphs) == 1 and not first.runs
    return first if untouched else cell.add_paragraph()


def write(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    centred: bool = False,
    points: int = BODY_POINTS,
) -> None:
    """Put one run of text into the paragraph."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(points)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def with_fixed_dates(archive: bytes) -> bytes:
    """The same zip archive with one fixed date on every member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return buffer.getvalue()


def build_report(source: Path) -> bytes:
    """The PDF of the first-quarter report, set with the fonts that Typst brings along."""
    import typst

    compiler = typst.Compiler(source, ignore_system_fonts=True)
    result = compiler.compile(format="pdf", timestamp=REPORT_DATE)
    if not isinstance(result, bytes):
        raise TypeError(f"Typst gave no single PDF for {source}")
    return result


def make_examples(folder: Path) -> list[Path]:
    """Write the binary samples into `folder` and return their paths."""
    resolution = (SOURCES / f"{RESOLUTION}.txt").read_text(encoding="utf-8")
    built = {
        f"{RESOLUTION}.docx": build_resolution(resolution),
        f"{REPORT}.pdf": build_report(SOURCES / f"{REPORT}.typ"),
    }
    for name, content in built.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in built]


if __name__ == "__main__":
    for path in make_examples(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES):
        print(path)
