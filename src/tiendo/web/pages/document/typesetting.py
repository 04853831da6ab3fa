"""Sets a part of a document as HTML: headings, paragraphs and tables as what they are, with the marks in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tiendo.documents.model import BlockKind
from tiendo.ledger.selectors.document_text import TableCell, TextBlock, TextTable
from tiendo.web.pages.document.marking import Mark, anchor_at, marked_html
from tiendo.web.pages.document.parts import Part, Unit

# The page has a heading for the text, so those of the text begin one below it.
_FIRST_LEVEL, _LAST_LEVEL = 3, 6
_CLASSES = {
    BlockKind.TITLE: "title",
    BlockKind.LEGAL_BASIS: "basis",
    BlockKind.PARAGRAPH: "",
    BlockKind.BULLET: "bullet",
    BlockKind.CLOSING: "closing",
}
_NUMERIC = frozenset("0123456789.,%()/+-–− ~≥≤")


@dataclass(frozen=True)
class Typesetter:
    """Sets the units of a part.

    `text` is that of the part, `places` get anchors, `table_name` names a table. `provisions` are the addresses of
    provisions by the place where their content begins; each gets an anchor.
    """

    part: Part
    text: str
    marks: Sequence[Mark]
    places: Collection[int]
    table_name: str
    provisions: Mapping[int, str] = field(default_factory=dict)

    def html(self) -> SafeString:
        """The part as HTML."""
        return format_html_join("\n", "{}", ((block,) for block in self._blocks()))

    def _blocks(self) -> Iterator[SafeString]:
        level = _FIRST_LEVEL - 1
        for item, units in groupby(self.part.units, key=lambda unit: unit.item):
            if isinstance(item, TextTable):
                yield self._table(item, list(units))
                continue
            for unit in units:
                if unit.is_heading:
                    level = max(_FIRST_LEVEL, min(item.depth + _FIRST_LEVEL - 1, level + 1, _LAST_LEVEL))
                    yield self._heading(unit, item, level)
                else:
                    yield self._paragraph(unit, item)

    def _heading(self, unit: Unit, item: TextBlock, level: int) -> SafeString:
        return format_html(
            '<h{0} id="{1}" class="depth-{2}">{3}{4}</h{0}>',
            level,
            anchor_at(unit.content),
            min(item.depth, _LAST_LEVEL),
            self._provision(unit),
            self._marked(*self._shown(unit), unit.content),
        )

    def _paragraph(self, unit: Unit, item: TextBlock) -> SafeString:
        start, end = self._shown(unit)
        if start >= end:
            return SafeString()
        name = _CLASSES.get(item.kind, "")
        return format_html(
            '<p id="{}"{}>{}{}</p>',
            anchor_at(unit.content),
            format_html(' class="{}"', name) if name else "",
            self._provision(unit),
            self._marked(start, end, unit.content),
        )

    def _provision(self, unit: Unit) -> SafeString:
        """The anchor of the provision that begins here."""
        address = self.provisions.get(unit.content)
        return format_html('<span class="place" id="{}"></span>', address) if address else SafeString()

    def _table(self, table: TextTable, units: Sequence[Unit]) -> SafeString:
        cells = [cell for unit in units for cell in unit.cells]
        first_row = min((cell.row for cell in table.cells), default=0)
        rows = groupby(cells, key=lambda cell: cell.row)
        start = max(units[0].start, table.start)
        return format_html(
            '<div class="scroll" id="{}" role="region" aria-label="{}" tabindex="0">'
            '<table class="printed">{}</table></div>',
            anchor_at(start),
            self.table_name,
            format_html_join(
                "", "<tr>{}</tr>", ((self._row(listed, row == first_row, start),) for row, listed in rows)
            ),
        )

    def _row(self, cells: Iterable[TableCell], is_head: bool, borne: int) -> SafeString:
        return format_html_join("", "{}", ((self._cell(cell, "th" if is_head else "td", borne),) for cell in cells))

    def _cell(self, cell: TableCell, tag: str, borne: int) -> SafeString:
        words = self._words(cell.start, cell.end)
        is_number = tag == "td" and any(sign.isdigit() for sign in words) and _NUMERIC.issuperset(words)
        return format_html(
            "<{0}{1}{2}{3}>{4}</{0}>",
            tag,
            format_html(' class="{}"', "num") if is_number else "",
            format_html(' rowspan="{}"', cell.rowspan) if cell.rowspan > 1 else "",
            format_html(' colspan="{}"', cell.colspan) if cell.colspan > 1 else "",
            self._marked(cell.start, cell.end, borne),
        )

    def _shown(self, unit: Unit) -> tuple[int, int]:
        """The stretch of a unit without white space at its ends; its marker belongs to it."""
        words = self._words(unit.start, unit.end)
        start = unit.start + len(words) - len(words.lstrip())
        return start, max(start, unit.start + len(words.rstrip()))

    def _words(self, start: int, end: int) -> str:
        return self.text[start - self.part.start : end - self.part.start]

    def _marked(self, start: int, end: int, borne: int) -> SafeString:
        """A stretch with its marks and the anchors of its places; the element around it bears that of `borne`."""
        touching = self._marks_before(end)
        marks = [one for one in touching if one.end > start]
        return marked_html(self._words(start, end), start, marks, {*self.places} - {borne})

    def _marks_before(self, end: int) -> Sequence[Mark]:
        """Marks are in the order of their beginnings."""
        return self.marks[: bisect_left(self.marks, end, key=lambda mark: mark.start)]
