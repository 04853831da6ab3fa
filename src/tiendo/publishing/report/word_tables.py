"""The tables of a report as XML of Word: fixed columns, heads that are repeated, rows that are never torn apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tiendo.publishing.report.model import Column, RulerCell, Runs, Table, TableRow, Words
from tiendo.publishing.report.word_ruler import ruler_run
from tiendo.publishing.report.word_styles import Style, StyleIds
from tiendo.publishing.report.word_xml import Numbers, paragraph, plain, runs, words

_PADDING = 85  # twips at the left and right of each cell: 1.5 mm
_EDGES = "top left bottom right insideH insideV".split()
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
_KEEP_WITH_NEXT = "<w:keepNext/>"


def table(shown: Table, width: int, styles: StyleIds, numbers: Numbers) -> str:
    """The caption and the table, `width` twips wide."""
    widths = column_widths(shown.columns, width)
    caption = paragraph(styles[Style.CAPTION], words(Words(shown.caption))) if shown.caption else ""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    margins = "".join(f'<w:{side} w:w="{_PADDING}" w:type="dxa"/>' for side in ("left", "right"))
    properties = (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{plain(shown.caption)}"/></w:tblPr>'
    )
    head = _head(shown.columns, widths, styles)
    body = "".join(_row(row, shown.columns, widths, styles, numbers) for row in shown.rows)
    return f"{caption}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"


def column_widths(columns: Sequence[Column], width: int) -> list[int]:
    """The widths in twips; together they are `width` exactly, whatever the shares add up to."""
    total = sum(column.share for column in columns) or 1
    edges = [0]
    so_far = 0.0
    for column in columns:
        so_far += column.share / total
        edges.append(round(so_far * width))
    return [right - left for left, right in pairwise(edges)]


def _head(columns: Sequence[Column], widths: Sequence[int], styles: StyleIds) -> str:
    cells = "".join(
        _cell(each, paragraph(styles[Style.TABLE_HEAD], words(Words(column.title))))
        for column, each in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: TableRow, columns: Sequence[Column], widths: Sequence[int], styles: StyleIds, numbers: Numbers) -> str:
    if row.group:
        content = _content(row.cells[0], sum(widths), numbers)
        # The name of a group stays with what it names.
        named = paragraph(styles[Style.TABLE_GROUP], content, _KEEP_WITH_NEXT)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(sum(widths), named, span=len(columns))}</w:tr>"
    cells = []
    for cell, column, width in zip(row.cells, columns, widths, strict=True):
        style = Style.TABLE_NUMBER if column.is_number else Style.TABLE_TEXT
        cells.append(_cell(width, paragraph(styles[style], _content(cell, width, numbers))))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _content(cell: Runs | RulerCell, width: int, numbers: Numbers) -> str:
    if isinstance(cell, RulerCell):
        return ruler_run(cell, width - 2 * _PADDING, numbers)
    return runs(cell, numbers)


def _cell(width: int, content: str, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )
