"""Writes the sheets as a file: frozen heads, filters, what is printed and how; the same sheets give the same bytes.

Words are always written as words: what a document says is never run as a formula nor opened as an address.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tiendo.publishing.columns import cut, printable, wrapped
from tiendo.publishing.workbook import styles
from tiendo.publishing.workbook.charts import height_of, ruler_chart
from tiendo.publishing.workbook.sheets import Cell, Front, Marked, Number, Sheet
from tiendo.publishing.workbook.stamp import SHEET

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_TEXT = 32_000  # letters in a cell; the format takes some hundred more
_LONGEST_IN_HEADER = 90  # of a header that may have 255 with its codes
_A4 = 9  # how the format numbers paper
_HEAD_ROW = 4  # above it stand title, what it is of, a note, and a free line
_LINE, _TITLE_LINE, _TALLEST = 15.0, 24.0, 405.0  # heights in points; no row may be taller than the last
_SIDES, _LETTERS_A_DIGIT = 2, 1.15  # digits that fit beside the words of a cell, and letters in the room of a digit
_ROW_POINTS = 20  # a row of one line, in points of the screen
_LETTER_POINTS, _PADDING_POINTS = 7, 5  # a column of the screen: for each letter of its width, and at its sides
_ROWS_OF_PAGE = 32  # of one line each, on a sheet that lies across
_BAR_COLOUR = "#8FBFB6"
_MARGINS = {"left": 0.5, "right": 0.4, "top": 0.75, "bottom": 0.65}  # inches, as the format has them
_FACE = f'&"{styles.TYPEFACE},Regular"&9'
_PAGE = {"vi": "Trang &P/&N", "en": "Page &P/&N"}


def written(
    front: Front,
    sheets: Sequence[Sheet],
    *,
    hidden: Sequence[str],
    stamp: str,
    by: str,
    at: datetime,
    language: str,
) -> bytes:
    """The file; `stamp` stands at the foot of every page, `at` is when it says that it was made.

    The `hidden` lines go along on a sheet that no program shows.
    """
    # Here and not above: only who wants a workbook should wait for its library.
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, _options()) as book:
        book.set_properties(
            {"title": front.title, "subject": front.under, "author": by, "comments": stamp, "created": _bare(at)}
        )
        writer = _Writer(book, stamp, language)
        writer.front(front, sheets)
        for sheet in sheets:
            writer.table(sheet, front.under)
        kept = book.add_worksheet(SHEET)
        for row, line in enumerate(hidden):
            kept.write_string(row, 0, line)
        kept.very_hidden()
    return out.getvalue()


def _options() -> dict[str, Any]:
    """The options of one workbook, which writes into them."""
    return {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        # The width of columns is told in digits of this typeface.
        "default_format_properties": {"font_name": styles.TYPEFACE, "font_size": styles.SIZE},
    }  # fmt: skip


def _bare(at: datetime) -> datetime:
    """The moment as the clock on the wall showed it: the format knows no time zones."""
    return at.replace(tzinfo=None, microsecond=0)


class _Writer:
    """Writes sheets into one workbook."""

    def __init__(self, book: Workbook, stamp: str, language: str) -> None:
        self._book = book
        self._stamp = stamp
        self._language = language
        self._style: Callable[..., Format] = styles.styles_of(book)

    def front(self, front: Front, sheets: Sequence[Sheet]) -> None:
        """The first sheet."""
        page = self._page(front.name, front.title, front.under, landscape=False)
        page.set_column(0, 0, 34)
        page.set_column(1, 1, 70)
        row = _HEAD_ROW - 1
        for label, value in front.pairs:
            row += 1
            page.write_string(row, 0, label, self._style(**styles.LABEL))
            self._cell(page, row, 1, value, styles.LEFT)
        row = self._counts(page, front, row + 2)
        page.write_string(row + 1, 0, front.contents, self._style(bold=True))
        for sheet in sheets:
            row += 1
            target = f"internal:'{sheet.name}'!A1"
            page.write_url(row + 1, 0, target, self._style(font_color="#0E5A52", underline=1), sheet.name)
            page.write_string(row + 1, 1, sheet.title, self._style(**styles.WORDS))
        page.print_area(0, 0, row + 1, 1)

    def _counts(self, page: Worksheet, front: Front, row: int) -> int:
        page.write_string(row, 0, front.counted, self._style(bold=True))
        for word, count in front.counts:
            row += 1
            self._cell(page, row, 0, word, {})
            self._cell(page, row, 1, count, styles.LEFT)
        return row + 1

    def table(self, sheet: Sheet, heading: str) -> None:
        """A table, with its charts below."""
        page = self._page(sheet.name, sheet.title, heading, sheet.under)
        last = _HEAD_ROW + len(sheet.rows)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
            page.write_string(_HEAD_ROW, at, column.title, self._style(**styles.HEAD))
            if column.is_bar and sheet.rows:
                page.conditional_format(_HEAD_ROW + 1, at, last, at, _bar())
        page.set_row(_HEAD_ROW, _height([column.title for column in sheet.columns], sheet))
        for row, cells in enumerate(sheet.rows, _HEAD_ROW + 1):
            page.set_row(row, _height(cells, sheet))
            for at, cell in enumerate(cells):
                self._cell(page, row, at, cell, styles.BODY)
        page.freeze_panes(_HEAD_ROW + 1, sheet.fixed)
        page.autofilter(_HEAD_ROW, 0, last, len(sheet.columns) - 1)
        page.print_area(0, 0, self._charts(page, sheet, last), sheet.printed - 1)
        if not sheet.charts:
            page.repeat_rows(_HEAD_ROW)

    def _charts(self, page: Worksheet, sheet: Sheet, last: int) -> int:
        """Insert the charts, none of them across two pages; the last row that they reach."""
        width = sum(int(column.width * _LETTER_POINTS + _PADDING_POINTS) for column in sheet.columns[: sheet.printed])
        row, breaks, used = last + 2, [], (last + 2) % _ROWS_OF_PAGE
        for chart in sheet.charts:
            rows = math.ceil(height_of(chart) / _ROW_POINTS)
            if used + rows > _ROWS_OF_PAGE:
                breaks.append(row)
                used = 0
            page.insert_chart(row, 0, ruler_chart(self._book, sheet, chart, _HEAD_ROW, width))
            row, used = row + rows, used + rows
        if sheet.charts:
            # Where the width is fitted, breaks are not heeded: these columns are as wide as the paper already.
            page.set_print_scale(100)
            page.set_h_pagebreaks(breaks)
        return row - 1 if sheet.charts else last

    def _page(self, name: str, title: str, heading: str, under: str = "", *, landscape: bool = True) -> Worksheet:
        page = self._book.add_worksheet(name)
        page.set_row(0, _TITLE_LINE)
        page.write_string(0, 0, title, self._style(**styles.TITLE))
        for row, words in enumerate((heading, under), 1):
            page.write_string(row, 0, _text(words), self._style(**styles.UNDER))
        if landscape:
            page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(**_MARGINS)
        page.set_header(f"&L{_FACE}{_in_header(title)}&R{_FACE}{_in_header(heading)}")
        page.set_footer(f"&L{_FACE}{_in_header(self._stamp)}&R{_FACE}{_PAGE[self._language]}")
        page.hide_gridlines(2)
        return page

    def _cell(self, page: Worksheet, row: int, at: int, cell: Cell, look: dict[str, Any]) -> None:
        match cell:
            case None:
                page.write_blank(row, at, None, self._style(**look))
            case str():
                page.write_string(row, at, _text(cell), self._style(**look | styles.WORDS))
            case Marked():
                style = self._style(**look | styles.WORDS | {"font_color": cell.colour, "bold": True})
                page.write_string(row, at, _text(cell.text), style)
            case Number():
                page.write_number(row, at, cell.value, self._style(**look | {"num_format": cell.shape}))
            case datetime():
                shape = styles.MOMENTS[self._language]
                page.write_datetime(row, at, _bare(cell), self._style(**look | {"num_format": shape}))
            case date():
                shape = styles.DAYS[self._language]
                page.write_datetime(row, at, cell, self._style(**look | {"num_format": shape, "align": "right"}))


def _height(cells: Sequence[Cell], sheet: Sheet) -> float:
    """The height that the longest words of a row need: not every program works it out when it opens a file."""
    lines = [
        len(wrapped(cell.text if isinstance(cell, Marked) else cell, _letters(column.width)))
        for cell, column in zip(cells, sheet.columns[: sheet.printed], strict=False)
        if isinstance(cell, str | Marked)
    ]
    return min(_LINE * max(lines, default=1), _TALLEST)


def _letters(width: float) -> int:
    """How many letters of a sentence a line of a column takes, beside what is free at its sides."""
    return max(int((width - _SIDES) * _LETTERS_A_DIGIT), 1)


def _text(words: str) -> str:
    return cut(printable(words), _LONGEST_TEXT)


def _in_header(words: str) -> str:
    """Words for the head or foot of a page, where an ampersand would begin a code."""
    return cut(printable(words), _LONGEST_IN_HEADER).replace("&", "&&")


def _bar() -> dict[str, Any]:
    return {
        "type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_color": _BAR_COLOUR,
        "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1,
    }  # fmt: skip
