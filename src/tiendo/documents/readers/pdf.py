"""Reads PDF files: lines joined to paragraphs, ruled tables, and pages that are pictures through tesseract."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tiendo.documents.model import Note, RawText
from tiendo.documents.readers import refusals
from tiendo.documents.readers.images import OCR_NOTE, ocr_program, recognised_paragraphs
from tiendo.documents.readers.pdf_lines import PdfLine, margins, page_lines, paragraphs, without_running_lines
from tiendo.documents.readers.pdf_tables import PageTable, page_tables
from tiendo.documents.readers.result import of_items
from tiendo.documents.readers.source import Source
from tiendo.documents.tables import Grid, Item, continue_over_pages, unfold
from tiendo.facts.errors import MissingHelper

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD
# A page with a picture and fewer letters than this is a scan; stamps and page numbers give some letters.
_FEWEST_LETTERS = 40
_POINTS_PER_INCH = 72
# Tesseract reads best where capitals are 30 pixels high.
_OCR_DOTS_PER_INCH = 300

_UNREAD_SCANS = Note(
    "scanned-pages-left-out",
    "Một số trang là ảnh quét và không được đọc: hãy cài tesseract-ocr và tesseract-ocr-vie rồi chạy lại.",
    "Some pages are scans and were left out: install tesseract-ocr and tesseract-ocr-vie and run again.",
)


@dataclass(slots=True)
class _Page:
    """What was found on a page: printed lines and tables, or the paragraphs of a scan."""

    lines: list[PdfLine] = field(default_factory=list)
    tables: list[PageTable] = field(default_factory=list)
    scanned: list[Item] | None = None


def read_pdf(source: Source) -> RawText:
    """The text of a PDF file.

    A scan needs tesseract: without it a file of scans only is refused with `MissingHelper`, and one
    that has other pages too is read with a note.
    """
    from pypdfium2 import PdfiumError

    try:
        with closing(_opened(source)) as document:
            pages, notes = _read_pages(source, document)
    except PdfiumError as broken:
        raise refusals.damaged(source.name, "PDF") from broken
    return of_items(_items(pages), "pdf", notes)


def _opened(source: Source) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(source.data)
    except PdfiumError as refused:
        if refused.err_code == _PASSWORD_NEEDED:
            raise refusals.protected(source.name) from refused
        raise
    if len(document) > source.limits.max_pages:
        pages = len(document)
        document.close()
        raise refusals.too_many_pages(source.name, pages, source.limits.max_pages)
    return document


def _read_pages(source: Source, document: PdfDocument) -> tuple[list[_Page], tuple[Note, ...]]:
    pages: list[_Page] = []
    scans: list[int] = []
    characters = 0
    for index in range(len(document)):
        with closing(document[index]) as page:
            found, is_scan = _read_page(page)
        pages.append(found)
        scans += [index] if is_scan else []
        characters += sum(len(line.text) for line in found.lines)
        if characters > source.limits.max_text_chars:
            raise refusals.too_much_text(source.name, source.limits.max_text_chars)
    return pages, _recognise(source, document, pages, scans)


def _read_page(page: PdfPage) -> tuple[_Page, bool]:
    """The lines and tables of a page, and whether it is a scan."""
    from pypdfium2 import raw

    with closing(page.get_textpage()) as textpage:
        found = _Page(page_lines(textpage), page_tables(page, textpage))
    if sum(len(line.text) for line in found.lines) >= _FEWEST_LETTERS:
        return found, False
    return found, any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))


def _recognise(source: Source, document: PdfDocument, pages: list[_Page], scans: list[int]) -> tuple[Note, ...]:
    """Reads the scans among the pages into them; the notes say that it was done, or could not be."""
    if not scans:
        return ()
    if len(scans) > source.limits.max_ocr_pages:
        raise refusals.too_many_pages(source.name, len(scans), source.limits.max_ocr_pages)
    try:
        ocr_program(source.name)
    except MissingHelper:
        if len(scans) == len(pages):
            raise
        return (_UNREAD_SCANS,)
    for index in scans:
        with closing(document[index]) as page:
            picture = _picture(page, source.limits.max_pixels)
        pages[index].scanned = recognised_paragraphs(source.name, picture)
    return (OCR_NOTE,)


def _picture(page: PdfPage, max_pixels: int) -> bytes:
    """The page as a grey picture in PGM form, at 300 dots an inch or as many as the limit allows."""
    scale = _OCR_DOTS_PER_INCH / _POINTS_PER_INCH
    area = max(page.get_width() * page.get_height(), 1.0)
    scale = min(scale, (max_pixels / area) ** 0.5)
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        rows = memoryview(bitmap.buffer).cast("B")
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        lines = (bytes(rows[row * stride : row * stride + width]) for row in range(height))
        return b"P5 %d %d 255\n" % (width, height) + b"".join(lines)


def _items(pages: list[_Page]) -> list[Item]:
    """Paragraphs and tables of all pages in reading order, joined over page breaks."""
    texts = without_running_lines([page.lines for page in pages])
    outside = [
        [line for line in lines if not any(table.holds(line.middle) for table in page.tables)]
        for page, lines in zip(pages, texts, strict=True)
    ]
    edges = margins(line for lines in outside for line in lines)
    items: list[Item] = []
    run: list[PdfLine] = []
    for part in _parts(pages, texts):
        if isinstance(part, PdfLine):
            run.append(part)
            continue
        items += paragraphs(run, edges)
        run.clear()
        items.append(part)
    items += paragraphs(run, edges)
    return list(_with_whole_tables(items))


def _parts(pages: list[_Page], texts: list[list[PdfLine]]) -> Iterator[PdfLine | Item]:
    """Lines, tables at the place of their first line, and paragraphs of scans, in reading order."""
    for page, lines in zip(pages, texts, strict=True):
        if page.scanned is not None:
            yield from page.scanned
            continue
        waiting = list(page.tables)
        for line in lines:
            table = next((table for table in page.tables if table.holds(line.middle)), None)
            if table is None:
                yield line
            elif table in waiting:
                waiting.remove(table)
                yield table.grid


def _with_whole_tables(items: list[Item]) -> Iterator[Item]:
    """The items, with tables put together that stand right behind one another and have the same columns."""
    parts: list[Grid] = []
    for item in [*items, ""]:
        if parts and not (isinstance(item, Grid) and item.columns == parts[0].columns):
            yield from unfold(continue_over_pages(parts))
            parts = []
        if isinstance(item, Grid):
            parts.append(item)
        else:
            yield item
