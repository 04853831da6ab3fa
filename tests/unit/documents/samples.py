"""Small files of every format, made on the spot from what a test wants in them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tiendo.documents.limits import DEFAULT, Limits
from tiendo.documents.model import Cell, RawText
from tiendo.documents.readers.source import Source

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)

_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)

# One list with the levels of a provincial plan: I. → 1. → 1.1. → a) → -
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"), ("bullet", "-"))


def source(data: bytes, name: str = "văn-bản", limits: Limits = DEFAULT) -> Source:
    return Source(name, data, limits)


def paragraph(content: str, properties: str = "") -> str:
    """A Word paragraph; content that is no markup becomes a run."""
    runs = (
        content if content.startswith("<") or not content else f"<w:r><w:t xml:space='preserve'>{content}</w:t></w:r>"
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def listed(content: str, level: int, number: int = 1) -> str:
    """A paragraph that Word numbers by itself."""
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(content: str = "", properties: str = "") -> str:
    inside = content if content.startswith("<w:") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def numbering(levels: tuple[tuple[str, str], ...] = LEVELS, *, extra: str = "") -> str:
    """A `numbering.xml` with one list, number 1."""
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (style, pattern) in enumerate(levels)
    )
    return (
        f'<w:numbering {_WORD}><w:abstractNum w:abstractNumId="7">{inside}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{extra}</w:numbering>'
    )


def word_file(*body: str, document: str | None = None, **parts: str) -> bytes:
    """A .docx whose body holds the given elements; `parts` are further parts by name (`numbering`, `styles`)."""
    whole = document or f"<w:document {_WORD} {_MORE}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONSHIPS)
        archive.writestr("word/document.xml", whole)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return made.getvalue()


def styles(*inside: str) -> str:
    return f"<w:styles {_WORD}>{''.join(inside)}</w:styles>"


def pdf_file(markup: str) -> bytes:
    """A PDF drawn from Typst markup, with its built-in font."""
    import typst

    made: bytes = typst.compile(markup.encode("utf-8"))
    return made


def scanned_pdf(data: bytes, *, dots_per_inch: int = 150) -> bytes:
    """The same pages as pictures, as a scanner makes them."""
    from pypdfium2 import PdfDocument

    pictures = [page.render(scale=dots_per_inch / 72).to_pil() for page in PdfDocument(data)]
    made = BytesIO()
    pictures[0].save(made, "PDF", save_all=True, append_images=pictures[1:], resolution=dots_per_inch)
    return made.getvalue()


def picture(data: bytes, format_: str = "PNG", *, dots_per_inch: int = 200) -> bytes:
    """The first page of a PDF as a picture."""
    from pypdfium2 import PdfDocument

    made = BytesIO()
    PdfDocument(data)[0].render(scale=dots_per_inch / 72).to_pil().save(made, format_)
    return made.getvalue()


def cells_of(raw: RawText, index: int = 0) -> list[tuple[int, int, str]]:
    """Row, column and content of the cells of one of a text's tables."""
    return [(cell.row, cell.column, content_of(raw, cell)) for cell in raw.tables[index].cells]


def content_of(raw: RawText, cell: Cell) -> str:
    return raw.text[cell.start : cell.end]
