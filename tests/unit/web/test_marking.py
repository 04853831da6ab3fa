"""The text stays what it is whatever is marked in it, and every mark can be reached."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tiendo.web.pages.document.marking import Mark, anchor_at, marked_html, pieces

KINDS = ("observation", "target", "task", "citation", "comparison", "finding")
# What HTML itself means something by, what breaks lines, letters of two code units, and marks that combine.
TEXT = st.text(st.sampled_from("ab <>&\"'\n|ắ𝟙e\u0301\u202e/=`"), max_size=60)


@st.composite
def marked_texts(draw):
    """A stretch of text at some offset, with marks that lie in it, cross its edges, nest and overlap."""
    text = draw(TEXT)
    offset = draw(st.integers(0, 50))
    places = st.integers(max(0, offset - 5), offset + len(text) + 5)
    edges = draw(st.lists(st.tuples(places, places).filter(lambda two: two[0] != two[1]).map(sorted), max_size=8))
    marks = [
        Mark(
            key=f"f-{number}",
            kind=draw(st.sampled_from(KINDS)),
            start=start,
            end=end,
            address=f"?fact={number}#f-{number}",
            reading=draw(TEXT),
            opens=number,
        )
        for number, (start, end) in enumerate(edges)
    ]
    return text, offset, marks, draw(st.sets(places, max_size=3))


class Seen(HTMLParser):
    """What a browser makes of the HTML: the text, the elements, and which are open at the end."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.open, self.elements = "", [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@given(marked_texts())
def test_without_its_tags_the_html_is_exactly_the_text(given_text):
    text, offset, marks, places = given_text
    html = marked_html(text, offset, marks, places)
    assert unescape(re.sub(r"<[^>]*>", "", re.sub(r'="[^"]*"', "", html))) == text
    assert Seen(html).text == text


@given(marked_texts())
def test_the_html_is_whole_and_holds_only_links_and_places(given_text):
    text, offset, marks, places = given_text
    seen = Seen(marked_html(text, offset, marks, places))
    assert seen.open == []
    assert {tag for tag, _ in seen.elements} <= {"a", "span"}
    assert {name for _, given in seen.elements for name in given} <= {
        *("class", "id", "href", "data-fact", "data-reading", "tabindex", "aria-label"),
    }


@given(marked_texts())
def test_every_mark_has_a_link_that_leads_to_it_and_its_reading(given_text):
    text, offset, marks, places = given_text
    seen = Seen(marked_html(text, offset, marks, places))
    led_to = {(given["href"], given["data-reading"]) for tag, given in seen.elements if tag == "a"}
    shown = [one for one in marks if text and one.start < offset + len(text) and one.end > offset]
    assert led_to == {(one.address, one.reading) for one in shown}


@given(marked_texts())
def test_every_mark_that_begins_here_has_one_anchor_and_no_anchor_stands_twice(given_text):
    text, offset, marks, places = given_text
    seen = Seen(marked_html(text, offset, marks, places))
    anchors = [given["id"] for _, given in seen.elements if "id" in given]
    end = offset + len(text)
    begun = {one.key for one in marks if offset <= one.start < end}
    asked = {anchor_at(place) for place in places if offset <= place < end}
    assert sorted(anchors) == sorted(begun | asked)


@given(marked_texts())
def test_the_keyboard_stops_at_most_once_at_a_mark(given_text):
    text, offset, marks, places = given_text
    seen = Seen(marked_html(text, offset, marks, places))
    stops = [given["href"] for tag, given in seen.elements if tag == "a" and given.get("tabindex") != "-1"]
    assert len(stops) == len(set(stops))


@given(marked_texts())
def test_pieces_follow_each_other_and_say_what_covers_them(given_text):
    text, offset, marks, places = given_text
    cut = pieces(offset, offset + len(text), marks, places)
    assert "".join(text[one.start - offset : one.end - offset] for one in cut) == text
    for piece in cut:
        for place in range(piece.start, piece.end):
            assert {one.key for one in piece.marks} == {one.key for one in marks if one.start <= place < one.end}
        lengths = [one.end - one.start for one in piece.marks]
        assert lengths == sorted(lengths, reverse=True)


def test_a_document_that_writes_html_writes_text():
    text = '<script>alert(1)</script> & "x"'
    mark = Mark(key="f-1", kind="task", start=0, end=8, address='"><img src=x>', reading="<b>\n'\"", opens=1)
    html = marked_html(text, 0, [mark])
    assert "<script" not in html
    assert "<img" not in html
    assert Seen(html).text == text
