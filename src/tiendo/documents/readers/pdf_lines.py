"""The printed lines of a PDF page with their places, and the paragraphs that they make up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# PDFium gives U+FFFE for a hyphen at the end of a line and drops the line break. Vietnamese is not hyphenated,
# so the hyphen is the text's own ("kinh tế-xã hội").
_GLYPHS = str.maketrans({
    "\ufffe": "-", "\x02": "-", "\u00ad": None, "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
    "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\0": None,
    "\uf0b7": "•", "\uf0a7": "•", "\uf0fc": "•", "\uf02d": "-",  # bullets of the fonts Symbol and Wingdings
})  # fmt: skip

_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:(?:Trang|Page)\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MARKER = re.compile(r"(?:[-–—+*•●▪o]|\d{1,3}(?:\.\d{1,3})*[.)/]|[a-zđA-ZĐ][.)]|[IVX]{1,5}[.)]|(?:Điều|ĐIỀU)\s\d+\.)\s")
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’)]*$")

# Points. Lines that start within this distance start at the same edge.
_SAME_EDGE = 3.0
# The first line of a paragraph is set in by 28 to 36 points, list items by as much again.
_DEEPEST_INDENT = 75.0
# A running header is the same, but for numbers, on so many pages and on so large a share of them.
_HEADER_PAGES = 3
_HEADER_SHARE = 0.5
# Only lines longer than this share of the longest say where the right margin is.
_LONG_LINE_SHARE = 0.5
# Of those, a few may stick out on either side.
_OUTSIDE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line; the edges are in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside the line's first letter, to tell which cell or table it stands in."""
        return self.left + 1.0, (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of the document's running text begin and end, in points."""

    left: float
    right: float


def page_lines(textpage: PdfTextPage) -> list[PdfLine]:
    """The lines of a page in the order of the file, which is the order of reading in files from word processors."""
    from pypdfium2 import PdfiumError

    text = textpage.get_text_range()
    placed = len(text) == textpage.count_chars()  # else some characters have no place of their own
    lines: list[PdfLine] = []
    start = 0
    for raw in text.split("\r\n"):
        content = clean(raw)
        if content:
            first = start + len(raw) - len(raw.lstrip())
            last = start + len(raw.rstrip()) - 1
            try:
                left, bottom, _, top = textpage.get_charbox(first) if placed else (0.0, 0.0, 0.0, 0.0)
                right = textpage.get_charbox(last)[2] if placed else 0.0
            except PdfiumError:
                left = bottom = right = top = 0.0
            lines.append(PdfLine(content, left, right, bottom, top))
        start += len(raw) + 2
    return lines


def clean(text: str) -> str:
    """The letters of a stretch of a page, without the signs of its typesetting."""
    return text.translate(_GLYPHS).strip()


def without_running_lines(pages: Sequence[list[PdfLine]]) -> list[list[PdfLine]]:
    """The pages without page numbers and without headers and footers that run through the document."""
    edges = [{id(line): line for line in _edge_lines(page)} for page in pages]
    seen = Counter(key for page in edges for key in {_running_key(line) for line in page.values()})
    enough = max(_HEADER_PAGES, _HEADER_SHARE * len(pages))
    return [
        [
            line
            for line in page
            if id(line) not in edge or not (_PAGE_NUMBER.fullmatch(line.text) or seen[_running_key(line)] >= enough)
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge_lines(page: list[PdfLine]) -> list[PdfLine]:
    """The highest and the lowest line of a page."""
    placed = [line for line in page if line.top > line.bottom]
    if not placed:
        return []
    return [max(placed, key=lambda line: line.bottom), min(placed, key=lambda line: line.bottom)]


def _running_key(line: PdfLine) -> str:
    return _DIGITS.sub("0", line.text)


def margins(lines: Iterable[PdfLine]) -> Margins | None:
    """The margins of the running text, `None` where no lines have a place."""
    placed = [line for line in lines if line.right > line.left]
    if not placed:
        return None
    longest = max(line.right - line.left for line in placed)
    full = [line for line in placed if line.right - line.left >= _LONG_LINE_SHARE * longest]
    inside = int(_OUTSIDE_SHARE * (len(full) - 1))
    return Margins(sorted(line.left for line in full)[inside], sorted(line.right for line in full)[-1 - inside])


def paragraphs(lines: Iterable[PdfLine], page: Margins | None) -> Iterator[str]:
    """Joins the lines that the typesetting broke; a line that had room for the next word ends a paragraph."""
    open_lines: list[PdfLine] = []
    for line in lines:
        if open_lines and not (page is not None and _goes_on(open_lines[-1], line, page)):
            yield " ".join(open_line.text for open_line in open_lines)
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield " ".join(line.text for line in open_lines)


def _goes_on(line: PdfLine, after: PdfLine, page: Margins) -> bool:
    """True where `after` continues the paragraph of `line`."""
    if not _is_full(line, after, page) or not _is_aligned(line, after, page):
        return False
    ends = _SENTENCE_END.search(line.text) is not None
    indented = after.left > page.left + _SAME_EDGE
    if _MARKER.match(after.text):
        return not ends and not indented
    return not (ends and indented and after.text[0].isupper())


def _is_aligned(line: PdfLine, after: PdfLine, page: Margins) -> bool:
    """True where `after` begins at an edge at which a paragraph that `line` belongs to would go on."""
    indent = line.left - page.left
    if abs(after.left - page.left) <= _SAME_EDGE:
        is_centred = indent > _SAME_EDGE and abs(page.right - line.right - indent) <= _SAME_EDGE
        return indent <= _DEEPEST_INDENT and not (is_centred and after.text[0].isupper())
    hangs = _MARKER.match(line.text) is not None and 0 < after.left - line.left <= _DEEPEST_INDENT
    return hangs or abs(after.left - line.left) <= _SAME_EDGE


def _is_full(line: PdfLine, after: PdfLine, page: Margins) -> bool:
    """True where the first word of `after` had no room at the end of `line`."""
    letter = (line.right - line.left) / len(line.text)
    word = len(after.text.split(maxsplit=1)[0]) + 1
    return line.right + word * letter > page.right - _SAME_EDGE
