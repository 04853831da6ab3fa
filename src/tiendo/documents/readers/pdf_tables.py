"""Finds the tables of a PDF page by their ruled lines: the lines come from PDFium, the grid from pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tiendo.documents.readers.pdf_lines import clean
from tiendo.documents.tables import Grid, GridCell

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage, PdfTextPage

    Point = tuple[float, float]
    Box = tuple[float, float, float, float]

# Points. A line is straight where it leaves its axis by less; ends that are nearer than this meet.
_STRAIGHT = 1.5
_MEETING = 3.0
# Shorter strokes are drawings.
_SHORTEST_RULE = 5.0
# A page with more objects is a map or a drawing; so is one with more rules after those in a row are joined.
_MOST_OBJECTS = 20_000
_MOST_RULES = 400
# The fewest rules of a table: two rows of two cells have three each way.
_FEWEST_RULES = 3


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table's place on its page, in points from the lower left corner, and its cells."""

    left: float
    bottom: float
    right: float
    top: float
    grid: Grid

    def holds(self, point: Point) -> bool:
        """True for a point inside the table."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


def page_tables(page: PdfPage, textpage: PdfTextPage) -> list[PageTable]:
    """The tables with ruled lines on a page, from top to bottom."""
    boxes = [box for box in _tables_of_cells(list(_rules(page))) if len(box) > 1]
    tables = [_page_table(cells, textpage) for cells in boxes]
    return sorted(tables, key=lambda table: -table.top)


def _rules(page: PdfPage) -> Iterator[tuple[Point, Point]]:
    """The horizontal and vertical strokes of a page, also those drawn as thin rectangles."""
    from pypdfium2 import raw

    if raw.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
        return
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        for start, end in _segments(path):
            (left, bottom), (right, top) = start, end
            short, long = sorted((abs(right - left), abs(top - bottom)))
            if short < _STRAIGHT and long >= _SHORTEST_RULE:
                yield start, end


def _segments(path: PdfObject) -> Iterator[tuple[Point, Point]]:
    """The straight strokes of a path in points of the page."""
    from ctypes import c_float

    from pypdfium2 import raw

    matrix = path.get_matrix()
    x, y = c_float(), c_float()
    first = last = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, first
        last = point


def _tables_of_cells(rules: list[tuple[Point, Point]]) -> list[list[Box]]:
    """The boxes of the cells of each table that the rules draw."""
    edges = [_edge(start, end) for start, end in rules]
    if min(sum(edge["orientation"] == way for edge in edges) for way in "hv") < _FEWEST_RULES:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    joined = merge_edges(edges, _MEETING, _MEETING, _MEETING, _MEETING)
    if len(joined) > _MOST_RULES:
        return []
    crossings = edges_to_intersections(joined, _MEETING, _MEETING)
    return list(cells_to_tables(intersections_to_cells(crossings)))


def _edge(start: Point, end: Point) -> dict[str, float | str]:
    """A rule as pdfplumber describes it; there the page is seen from above, so heights are turned round."""
    x0, x1 = sorted((start[0], end[0]))
    top, bottom = sorted((-start[1], -end[1]))
    if x1 - x0 > bottom - top:
        middle = (top + bottom) / 2
        place = {"x0": x0, "x1": x1, "top": middle, "bottom": middle, "width": x1 - x0, "height": 0.0}
        return {"orientation": "h", **place}
    middle = (x0 + x1) / 2
    place = {"x0": middle, "x1": middle, "top": top, "bottom": bottom, "width": 0.0, "height": bottom - top}
    return {"orientation": "v", **place}


def _page_table(boxes: list[Box], textpage: PdfTextPage) -> PageTable:
    """A table from the boxes of its cells: rows and columns are the distances between all their edges."""
    columns = sorted({edge for left, _, right, _ in boxes for edge in (left, right)})
    rows = sorted({edge for _, top, _, bottom in boxes for edge in (top, bottom)})
    cells = []
    for left, top, right, bottom in boxes:
        row, column = rows.index(top), columns.index(left)
        content = textpage.get_text_bounded(left=left, bottom=-bottom, right=right, top=-top)
        words = " ".join(clean(content).split())
        cells.append(GridCell(row, column, rows.index(bottom) - row, columns.index(right) - column, (words,)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return PageTable(columns[0], -rows[-1], columns[-1], -rows[0], Grid(tuple(cells)))
