"""Reads web pages (.html, .htm, .mht): what a reader sees, in the order of the page, with tables and list numbers."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tiendo.documents.model import RawText
from tiendo.documents.readers import refusals
from tiendo.documents.readers.counters import spelt
from tiendo.documents.readers.result import decoded, of_items
from tiendo.documents.readers.source import Source
from tiendo.documents.tables import Grid, GridCell, Item, unfold

if TYPE_CHECKING:
    from lxml.etree import _Element

# Not part of the document: code, navigation, forms.
_DROPPED = frozenset(
    ("head", "script", "style", "template", "noscript", "nav", "aside", "iframe", "object", "svg", "button", "select",
     "textarea", "dialog")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
     "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ol", "ul"))

_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_COUNTER_STYLES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "none": "none",
}  # fmt: skip
# Many pages type the number or bullet into the list item.
_OWN_MARK = re.compile(r"(?:[-–—+*•]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s")

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_CHARSET_WITHIN = 2048
# Declarations that can be believed; pages in TCVN3 and VNI call themselves Latin-1 or Windows-1252.
_TRUSTED = frozenset(("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1258"))

# The parser forgives all faults but nesting beyond its limit, where it drops the rest of the page.
_GAVE_UP = "ERR_RESOURCE_LIMIT"

_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDEST_TABLE = 200  # no printed table has more columns; a larger span is damage
_LONGEST_NUMBER = 6  # digits of a span or a list number; more is damage


def read_html(source: Source) -> RawText:
    """The visible text of a page; `EmptyDocument` or `DamagedDocument` where there is no page."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    markup = _decoded(source).replace("\0", "")
    root: _Element | None = etree.fromstring(markup.encode("utf-8"), parser)
    if any(fault.type_name == _GAVE_UP for fault in parser.error_log):
        raise refusals.damaged(source.name, "HTML")
    if root is None:
        raise refusals.no_text(source.name)
    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            page.leave(element)
        elif _is_seen(element):
            page.enter(element)
        else:
            walk.skip_subtree()
    return of_items(page.items(), "html")


def read_mhtml(source: Source) -> RawText:
    """The page inside a web archive (.mht, .mhtml), the first part that is HTML."""
    from email import message_from_bytes

    try:
        for part in message_from_bytes(source.data).walk():
            payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(payload, bytes):
                return read_html(replace(source, data=payload))
    except (RecursionError, LookupError, ValueError) as broken:  # of the mail parser: it is lenient, but not always
        raise refusals.damaged(source.name, "MHTML") from broken
    raise refusals.no_text(source.name)


def _decoded(source: Source) -> str:
    data = source.data
    declared = _CHARSET.search(data, 0, _CHARSET_WITHIN)
    if declared:
        try:
            codec = codecs.lookup(declared.group(1).decode("ascii"))
            if codec.name in _TRUSTED:
                return data.decode(codec.name)
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong: the bytes decide
    return decoded(source).text


def _is_seen(element: _Element) -> bool:
    if element.tag in _DROPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    return _HIDING_STYLE.search(element.get("style", "")) is None


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read: its cells so far and the columns that reach down from earlier rows."""

    cells: list[GridCell] = field(default_factory=list)
    row: int = -1
    column: int = 0
    reach: dict[int, int] = field(default_factory=dict)  # column → last row that a cell above covers

    def next_row(self) -> None:
        self.row += 1
        self.column = 0

    def add(self, content: list[Item], rowspan: int, colspan: int) -> None:
        row, column = max(self.row, 0), self.column
        while column < _WIDEST_TABLE and self.reach.get(column, -1) >= row:
            column += 1
        self.cells.append(GridCell(row, column, rowspan, colspan, tuple(content)))
        self.column = column + colspan
        for covered in range(column, min(self.column, _WIDEST_TABLE)):
            self.reach[covered] = row + rowspan - 1

    def grid(self) -> Grid:
        """The grid, with spans that end where the table ends."""
        rows = max(self.row, 0) + 1
        return Grid(tuple(replace(cell, rowspan=min(cell.rowspan, rows - cell.row)) for cell in self.cells))


@dataclass(slots=True)
class _OpenList:
    """A list that is being read: how its items are counted, and the next number."""

    ordered: bool
    style: str
    next: int

    def label(self, depth: int, value: int | None) -> str:
        number = self.next if value is None else value
        self.next = number + 1
        if self.style == "none":
            return ""
        if not self.ordered:
            return "-" if depth == 1 else "+"  # the bullets of Vietnamese documents at their two levels
        return spelt(number, self.style) + "."


class _Page:
    """Collects paragraphs, cells and list numbers while the elements of a page open and close."""

    def __init__(self) -> None:
        self._pieces: list[str] = []  # of the paragraph that is being read
        self._contents: list[list[Item]] = [[]]  # of the page, and of each open cell inside
        self._tables: list[_OpenTable] = []
        self._lists: list[_OpenList] = []
        self._label = ""
        self._preformatted = 0

    def items(self) -> list[Item]:
        self._end_paragraph()
        return self._contents[0]

    def enter(self, element: _Element) -> None:
        tag = element.tag
        if tag == "br":
            self._pieces.append("\n")
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._open(element)
        self._write(element.text)

    def leave(self, element: _Element) -> None:
        if element.tag in _BLOCKS and _is_seen(element):
            self._end_paragraph()
            self._close(element)
        self._write(element.tail)

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if tag == "table":
            self._tables.append(_OpenTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].next_row()
        elif tag in _CELLS and self._tables:
            self._contents.append([])
        elif tag in _LISTS:
            self._lists.append(_open_list(element))
        elif tag == "li" and self._lists:
            self._label = self._lists[-1].label(len(self._lists), _whole(element.get("value")))
        elif tag == "pre":
            self._preformatted += 1

    def _close(self, element: _Element) -> None:
        tag = element.tag
        if tag == "table":
            self._contents[-1] += unfold(self._tables.pop().grid())
        elif tag in _CELLS and self._tables:
            rowspan, colspan = _whole(element.get("rowspan")) or 1, _whole(element.get("colspan")) or 1
            self._tables[-1].add(self._contents.pop(), rowspan, min(colspan, _WIDEST_TABLE))
        elif tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        elif tag == "pre":
            self._preformatted -= 1

    def _write(self, text: str | None) -> None:
        if text:
            self._pieces.append(text if self._preformatted else _SPACE.sub(" ", text))

    def _end_paragraph(self) -> None:
        text = "".join(self._pieces).strip()
        self._pieces.clear()
        if not text:
            return
        if self._label and not _OWN_MARK.match(text):
            text = f"{self._label} {text}"
        self._label = ""
        self._contents[-1].append(text)


def _open_list(element: _Element) -> _OpenList:
    css = _LIST_STYLE.search(element.get("style", ""))
    name = css.group(1).lower() if css else element.get("type", "1")
    start = _whole(element.get("start"))
    return _OpenList(element.tag == "ol", _COUNTER_STYLES.get(name, "decimal"), 1 if start is None else start)


def _whole(text: str | None) -> int | None:
    """A whole number in an attribute, `None` where there is none."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else None
