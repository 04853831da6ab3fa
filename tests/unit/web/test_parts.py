"""A long text is cut into parts without losing a character, and a place is found again in its part."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.documents.model import BlockKind
from tiendo.ledger.selectors.document_text import Layout, TableCell, TextBlock, TextTable
from tiendo.web.pages.document.parts import LONGEST_PART, part_at, parts_of
from tiendo.web.pages.document.typesetting import Typesetter

LONG = LONGEST_PART * 2 + 17


@st.composite
def layouts(draw):
    """Blocks and tables one after the other, some longer than a part, with gaps before and behind."""
    items, place = [], draw(st.integers(0, 3))
    for _ in range(draw(st.integers(0, 12))):
        if draw(st.booleans()) and draw(st.booleans()):
            table = _table(place, draw(st.integers(1, 60)), draw(st.integers(1, 4)), draw(st.integers(1, 300)))
            items.append(table)
        else:
            kind = draw(st.sampled_from([BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET]))
            length = draw(st.one_of(st.integers(1, 3_000), st.just(LONG)))
            items.append(TextBlock(kind, place, place + length, draw(st.integers(0, 7))))
        place = items[-1].end + draw(st.integers(0, 4))
    return Layout(place + draw(st.integers(0, 3)), tuple(items))


def _table(start, rows, columns, width):
    cells, place = [], start
    for row in range(rows):
        for column in range(columns):
            cells.append(TableCell(place, place + width, row, column, 1, 1))
            place += width + 3
    return TextTable(start, place - 3, tuple(cells))


@given(layouts())
def test_parts_follow_each_other_from_the_first_character_to_the_last(layout):
    parts = parts_of(layout)
    assert (parts[0].start, parts[-1].end) == (0, layout.length)
    assert all(one.end == other.start for one, other in pairwise(parts))
    for part in parts:
        edges = [(unit.start, unit.end) for unit in part.units]
        assert all(one[1] == other[0] for one, other in pairwise(edges))
        assert not edges or (edges[0][0], edges[-1][1]) == (part.start, part.end)


@given(layouts())
def test_a_part_is_no_longer_than_allowed_unless_it_is_one_unit(layout):
    for part in parts_of(layout):
        assert part.end - part.start <= LONGEST_PART or len(part.units) == 1


@given(layouts(), st.integers(0, 200_000))
def test_a_place_is_found_in_the_part_that_holds_it(layout, place):
    parts = parts_of(layout)
    part = part_at(parts, place)
    if place < layout.length:
        assert part.start <= place < part.end
    else:
        assert part is parts[-1]


class Levels(HTMLParser):
    """The headings of some HTML in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag, _attrs):
        if len(tag) == 2 and tag[0] == "h":
            self.found.append(int(tag[1]))


class Words(HTMLParser):
    """The text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.text += data


@settings(max_examples=40)
@given(layouts())
def test_what_is_set_is_the_text_and_headings_never_skip_a_level(layout):
    letters = "abc déf gắh "
    text = (letters * (layout.length // len(letters) + 1))[: layout.length]
    bars = {place for item in layout.items if isinstance(item, TextTable) for place in _between_cells(item)}
    for part in parts_of(layout):
        html = Typesetter(part, text[part.start : part.end], (), (), "table").html()
        expected = [text[place] for place in range(part.start, part.end) if place not in bars]
        assert _squeezed(Words(html).text) == _squeezed("".join(expected))
        levels = [2, *Levels(html).found]
        assert all(after <= before + 1 for before, after in pairwise(levels))


def _between_cells(table):
    inside = {place for cell in table.cells for place in range(cell.start, cell.end)}
    return set(range(table.start, table.end)) - inside


def _squeezed(text):
    return "".join(text.split())


def test_rows_that_a_merged_cell_ties_together_stay_together():
    cells = (
        TableCell(0, 5_000, 0, 0, 2, 1),
        TableCell(5_003, 9_000, 0, 1, 1, 1),
        TableCell(9_003, 12_000, 1, 1, 1, 1),
        TableCell(12_003, 16_000, 2, 0, 1, 1),
    )
    parts = parts_of(Layout(16_000, (TextTable(0, 16_000, cells),)))
    assert [[cell.row for unit in part.units for cell in unit.cells] for part in parts] == [[0, 0, 1], [2]]


def test_a_heading_begins_a_part_where_the_part_before_is_long_enough():
    blocks = (
        TextBlock(BlockKind.PARAGRAPH, 0, 6_500, 1),
        TextBlock(BlockKind.HEADING, 6_502, 6_540, 1),
        TextBlock(BlockKind.PARAGRAPH, 6_542, 8_000, 1),
    )
    assert [(part.start, part.end) for part in parts_of(Layout(8_000, blocks))] == [(0, 6_500), (6_500, 8_000)]
