"""Labels of a chart never cover each other, whatever there is to be labelled."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import fontpkg_be_vietnam_pro
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tiendo.publishing.chart_labels import Box, Place, Placing, width_of

ROOM = Box(0, 0, 400, 300)
PLACES = st.lists(
    st.builds(Place, st.floats(-50, 450), st.floats(-50, 350), st.sampled_from(["start", "middle", "end"])),
    min_size=1,
    max_size=6,
)
WANTED = st.lists(st.tuples(st.text(min_size=1, max_size=30), PLACES), max_size=30)


@given(WANTED)
def test_no_two_labels_overlap_and_none_leaves_the_picture(wanted):
    placing = Placing(ROOM, 13)
    for text, places in wanted:
        placing.put([text, text[:3]], places)
    boxes = [label.place.box(label.text, 13) for label in placing.labels]
    assert all(box.lies_in(ROOM) for box in boxes)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_a_label_takes_its_next_place_where_the_first_is_taken():
    placing = Placing(ROOM, 13)
    first, second = Place(100, 100, "middle"), Place(100, 140, "middle")
    assert placing.put(["63,8%"], [first, second])
    assert placing.put(["60%"], [first, second])
    assert [label.place for label in placing.labels] == [first, second]
    assert not placing.put(["67%"], [first, second]), "where nothing is free there is no label"


def test_the_short_form_stands_where_the_long_one_has_no_room():
    placing = Placing(Box(0, 0, 60, 40), 13)
    assert placing.put(["Nghị quyết 62: 63,8%", "63,8%"], [Place(5, 20, "start")])
    assert placing.labels[0].text == "63,8%"


def test_widths_are_those_of_letters_and_marks_have_none():
    assert width_of("mmm", 10) > width_of("iii", 10)
    assert width_of("e\u0302\u0301", 10) == width_of("e", 10), "the marks of a decomposed letter take no width"


def test_a_box_is_never_narrower_than_its_words():
    folder = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    font = TTFont(folder / "BeVietnamPro-Medium.ttf")
    letters, widths, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    words = "Nghị quyết số 62/NQ-HĐND, Kế hoạch 23/KH-UBND: từ 7 – 7,5% đến ≥95%, ước ~10.984,2 tỷ đồng (WQAÔƠƯỆ…)"
    for letter in words:
        assert width_of(letter, 1) >= widths[letters[ord(letter)]][0] / units, letter


def test_a_thin_line_is_covered_only_where_there_is_no_other_place():
    line = Box(99, 0, 101, 300)
    across, beside = Place(100, 100, "middle"), Place(200, 100, "middle")
    placing = Placing(ROOM, 13, avoided=[line])
    assert placing.put(["63,8%"], [across, beside])
    assert placing.put(["67%"], [Place(100, 150, "middle")])
    assert [label.place.x for label in placing.labels] == [200, 100]
