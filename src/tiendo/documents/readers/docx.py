"""Reads Word files (.docx): paragraphs with their printed numbers, tables, text boxes; tracked changes as accepted.

The parts are read with lxml rather than python-docx, whose paragraphs lack inserted text, content
controls and list numbers, and which loads the whole file whatever its size.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tiendo.documents.model import Note, RawText
from tiendo.documents.readers import refusals
from tiendo.documents.readers.docx_numbering import VAL, Numbering, W, read_numbering
from tiendo.documents.readers.docx_package import Package
from tiendo.documents.readers.result import of_items
from tiendo.documents.readers.source import Source
from tiendo.documents.tables import Grid, GridCell, Item, unfold

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = frozenset((W + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_TEXT_BOX = W + "txbxContent"
_PARAGRAPH, _TABLE, _RUN = W + "p", W + "tbl", W + "r"
_PROPERTIES, _RUN_PROPERTIES, _HIDDEN = W + "pPr", W + "rPr", W + "vanish"
_BLOCKS = (_PARAGRAPH, _TABLE, *(W + wrapper for wrapper in ("sdt", "customXml", "ins", "moveTo")))
_FOOTNOTES = frozenset({W + "footnoteReference", W + "endnoteReference"})
_WRITTEN = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": " "}
# Taken out by a tracked change, or no text of the document: field codes, phonetic guides.
_SKIPPED = frozenset({W + name for name in ("del", "moveFrom", "instrText", "delText", "rt", "pPr", "sectPr", "tblPr")})
# No printed table is wider; a larger span is damage.
_WIDEST_TABLE = 100


def read_docx(source: Source) -> RawText:
    """The text of a Word file; `DamagedDocument`, `ProtectedDocument` or `DocumentTooLarge` where it cannot be read."""
    package = Package(source)
    main_part = package.main_part()
    if main_part is None or main_part not in package:
        raise refusals.damaged(source.name, "Word")
    reader = _Reader(read_numbering(package, main_part))
    items: list[Item] = []
    for element in package.elements(main_part, *_BLOCKS, within=W + "body"):
        items += reader.block(element)
    return of_items(items, "docx", reader.notes())


class _Reader:
    """Turns block elements into paragraphs and grids; keeps the list counters and what is worth a note."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._has_footnotes = False

    def notes(self) -> tuple[Note, ...]:
        if not self._has_footnotes:
            return ()
        return (Note("footnotes-left-out", "Chú thích cuối trang không được đọc.", "Footnotes were left out."),)

    def blocks(self, parent: _Element) -> Iterator[Item]:
        for child in parent:
            yield from self.block(child)

    def block(self, element: _Element) -> Iterator[Item]:
        """The paragraphs and tables of one block element, or of the wrapper around several."""
        if element.tag == _PARAGRAPH:
            yield from self._paragraph(element)
        elif element.tag == _TABLE:
            yield from unfold(self._grid(element))
        elif element.tag not in _SKIPPED:
            yield from self.blocks(element)

    def _paragraph(self, element: _Element) -> Iterator[Item]:
        boxes: list[_Element] = []
        label = self._numbering.label(element.find(_PROPERTIES))  # an empty paragraph counts too
        text = "".join(self._pieces(element, boxes)).strip()
        if text:
            yield f"{label} {text}" if label else text
        for box in boxes:
            yield from self.blocks(box)

    def _pieces(self, element: _Element, boxes: list[_Element]) -> Iterator[str]:
        """The text below `element`; text boxes are put aside in `boxes`."""
        for child in element:
            tag = child.tag
            if tag in _TEXT:
                yield child.text or ""
            elif tag in _WRITTEN:
                yield _WRITTEN[tag]
            elif tag in _SKIPPED or (tag == _RUN and _is_hidden(child)):
                continue
            elif tag == _TEXT_BOX:
                boxes.append(child)
            elif tag == _ALTERNATIVES:  # the same drawing for newer and for older readers
                yield from self._pieces(child[0], boxes) if len(child) else ()
            else:
                self._has_footnotes |= tag in _FOOTNOTES
                yield from self._pieces(child, boxes)

    def _grid(self, table: _Element) -> Grid:
        """The cells of a table; those that a vertical merge covers lengthen the cell above them."""
        cells: list[GridCell] = []
        open_merges: dict[int, int] = {}  # column → index of the cell that goes on downwards
        for row, element in enumerate(_rows(table)):
            column = _number(element.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _cells(element):
                properties = cell.find(W + "tcPr")
                width = _number(None if properties is None else properties.find(W + "gridSpan"), 1)
                merge = None if properties is None else properties.find(W + "vMerge")
                if merge is not None and merge.get(VAL) != "restart" and column in open_merges:
                    above = open_merges[column]
                    cells[above] = _lengthened(cells[above], row)
                else:
                    cells.append(GridCell(row, column, 1, width, tuple(self.blocks(cell))))
                    open_merges.pop(column, None)
                    if merge is not None:
                        open_merges[column] = len(cells) - 1
                column += width
        return Grid(tuple(cells))


def _lengthened(cell: GridCell, row: int) -> GridCell:
    """The cell, reaching down to `row`."""
    return GridCell(cell.row, cell.column, row - cell.row + 1, cell.colspan, cell.content)


def _rows(table: _Element) -> Iterator[_Element]:
    for row in table.iterchildren(W + "tr", W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
        if row.tag != W + "tr":
            yield from _rows(row)
        elif row.find(f"{W}trPr/{W}del") is None:
            yield row


def _cells(row: _Element) -> Iterator[_Element]:
    for cell in row.iterchildren(W + "tc", W + "sdt", W + "sdtContent", W + "customXml"):
        if cell.tag == W + "tc":
            yield cell
        else:
            yield from _cells(cell)


def _is_hidden(run: _Element) -> bool:
    properties = run.find(_RUN_PROPERTIES)
    mark = None if properties is None else properties.find(_HIDDEN)
    return mark is not None and mark.get(VAL, "true") not in ("0", "false", "off")


def _number(element: _Element | None, otherwise: int) -> int:
    """A cell count as Word writes it, held below the widest table."""
    text = None if element is None else element.get(VAL)
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= len(str(_WIDEST_TABLE))):
        return otherwise
    return min(int(text), _WIDEST_TABLE)
