"""The chart of an indicator: what is drawn, what is joined, and what everybody can read of it."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.assessment.figures import figure, indicator
from tiendo.catalogue.model import Direction, Semantics
from tiendo.publishing import chart_skin
from tiendo.publishing.chart_labels import Box
from tiendo.publishing.chart_layout import COMPACT, WIDE, framed
from tiendo.publishing.chart_naming import labels_of, notes_of
from tiendo.publishing.chart_of_indicator import Sourced, chart_of
from tiendo.publishing.chart_tips import placed, tips_of
from tiendo.publishing.chart_within_year import within_year
from tiendo.publishing.indicator_chart import on_page, picture

FOREST = (
    "mục tiêu: ~60 % @../2020", "mục tiêu: 63,8 % @2022", "mục tiêu: 67 % @../2030",
    "kết quả: 57,9 % @2017", "kết quả: 60 % @2018", "kết quả: 61,5 % @2019", "kết quả: 64 % @2024 ước",
)  # fmt: skip


def chart(semantics, *notations, language="vi", today=date(2022, 4, 4), direction=Direction.UP, unit="%", breaks=()):
    measure = indicator(semantics, direction, name="Tỷ lệ che phủ rừng", unit=unit, breaks=breaks)
    values = [Sourced(figure(one), "62/NQ-HĐND, I.3.c") for one in notations]
    return chart_of(measure, values, language=language, today=today)


def drawn(made, layout=WIDE):
    return ElementTree.fromstring(on_page(made, layout))


def parts(svg, name):
    """The drawn parts of a class."""
    return [one for one in svg.iter() if one.get("class") == f"chart-{name}"]


def heard(svg):
    """All that a reader of the screen is told."""
    return " ".join([svg.findtext("desc") or "", *(one.get("aria-label") or "" for one in svg.iter())])


@pytest.mark.parametrize("layout", [WIDE, COMPACT])
def test_every_value_is_told_in_words(layout):
    svg = drawn(chart(Semantics.RATIO, *FOREST), layout)
    for value in ("~60%", "63,8%", "67%", "57,9%", "61,5%", "ước 64%"):
        assert value in heard(svg), value
    assert "Đến năm 2030: 67%, mục tiêu. 62/NQ-HĐND, I.3.c" in heard(svg)


def test_targets_are_steps_results_are_points_and_estimates_are_hollow():
    svg = drawn(chart(Semantics.RATIO, *FOREST))
    in_key = 1
    assert len(parts(svg, "step")) == 3 + in_key
    assert len(parts(svg, "point")) == 3 + in_key
    assert len(parts(svg, "estimate")) == 1 + in_key
    assert len(parts(svg, "mark")) == 7, "each of them can be reached by key"
    assert all(one.get("tabindex") == "0" and one.get("aria-label") for one in parts(svg, "mark"))


def test_ranges_are_bands_with_the_deciding_bound_marked():
    made = chart(Semantics.GROWTH, "mục tiêu: 7 – 7,5 % @2022", direction=Direction.UP)
    step = made.steps[0]
    assert (step.low, step.high, step.deciding) == (7.0, 7.5, 7.0)
    assert len(parts(drawn(made), "band")) == 1 + 1
    falling = chart(Semantics.RATIO, "mục tiêu: 3 – 4 % @2022", direction=Direction.DOWN)
    assert falling.steps[0].deciding == 4.0, "where less is better the upper bound decides"


def test_floors_and_caps_are_shown_as_such():
    floor, cap = chart(Semantics.RATIO, "mục tiêu: ≥95 % @../2030"), chart(Semantics.RATIO, "mục tiêu: ≤3 % @../2030")
    assert floor.steps[0].is_floor
    assert cap.steps[0].is_cap
    assert "tối thiểu" in heard(drawn(floor))
    assert "tối đa" in heard(drawn(cap))
    assert parts(drawn(floor), "side")[0].get("d") != parts(drawn(cap), "side")[0].get("d")


def test_a_moved_definition_splits_line_and_ladder_and_says_why():
    values = [f"kết quả: {20 - year % 10} % @{year}" for year in range(2018, 2026)]
    targets = ("mục tiêu: 8 % @../2020", "mục tiêu: 5 % @../2025")
    whole = drawn(chart(Semantics.RATIO, *values, *targets))
    cut = drawn(chart(Semantics.RATIO, *values, *targets, breaks=(2022,)))
    in_key = 1
    assert len(parts(whole, "line")) - in_key == 1
    assert len(parts(cut, "line")) - in_key == 2
    assert len(parts(whole, "ladder")) - in_key == 1
    assert len(parts(cut, "ladder")) - in_key == 0, "one target on each side: nothing to join"
    assert len(parts(cut, "break")) == 1
    assert "Từ năm 2022 đổi định nghĩa: đổi cách tính" in heard(cut)


def test_a_quarter_is_not_joined_with_years():
    made = chart(
        Semantics.FLOW, "kết quả: 5000 tỷ đồng @2020", "kết quả: 6000 tỷ đồng @2021", "kết quả: 1500 tỷ đồng @2022-Q1",
        "kết quả: 1300 tỷ đồng @2021-Q1", unit="tỷ đồng",
    )  # fmt: skip
    assert [point.year for point in made.line] == [2020, 2021]
    assert [point.year for point in made.open_parts] == [2022], "of a year that is known the parts are another chart"
    assert "1.300 tỷ đồng" in heard(drawn(made)), "they are told all the same"


def test_levels_of_any_day_make_one_line():
    made = chart(
        Semantics.STOCK, "kết quả: 100 xã @2020", "kết quả: 104 xã @2021-06-30", "kết quả: 110 xã @2021", unit="xã"
    )
    assert [point.value for point in made.line] == [100, 104, 110]


def test_a_final_figure_counts_before_an_estimate_of_the_same_year():
    made = chart(Semantics.RATIO, "kết quả: 63,3 % @2022", "kết quả: 64 % @2022 ước")
    assert [(point.value, point.estimated) for point in made.line] == [(63.3, False)]


def test_other_units_are_converted_or_left_out_and_counted():
    made = chart(
        Semantics.FLOW, "mục tiêu: 6 triệu lượt @../2030", "kết quả: 3460 nghìn lượt @2022", "kết quả: 12 xã @2022",
        unit="nghìn lượt",
    )  # fmt: skip
    assert made.steps[0].deciding == 6000
    assert made.left_out == 1
    assert chart(Semantics.RATIO, "kết quả: thêm 3 % @2022").left_out == 1, "a change is no level"


def test_a_fall_of_a_growth_rate_is_below_nothing():
    made = chart(Semantics.GROWTH, "kết quả: giảm 3 % @2020", "mục tiêu: giảm ≥5 % @2022")
    assert made.line[0].value == -3
    assert (made.steps[0].low, made.steps[0].high, made.steps[0].deciding) == (None, -5, -5)


def test_a_yearly_mean_lasts_over_all_its_years():
    made = chart(Semantics.GROWTH, "mục tiêu: 8 – 9 % @2021/2030 hằng năm")
    assert (made.steps[0].first_day.year, made.steps[0].last_day.year) == (2021, 2030)
    left, right = framed(made, WIDE).ends_of(made.steps[0])
    assert right - left > WIDE.width * 0.8


def test_what_two_documents_promise_alike_is_one_step():
    measure = indicator(Semantics.RATIO, unit="%")
    values = [Sourced(figure("mục tiêu: 67 % @../2030"), name) for name in ("23/KH-UBND", "5/NQ-HĐND")]
    made = chart_of(measure, values, language="vi", today=None)
    assert [step.sources for step in made.steps] == [("23/KH-UBND", "5/NQ-HĐND")]


def test_today_is_drawn_where_it_lies_within_the_picture():
    assert len(parts(drawn(chart(Semantics.RATIO, *FOREST)), "today")) == 1
    assert not parts(drawn(chart(Semantics.RATIO, *FOREST, today=date(2040, 1, 1))), "today")


def test_an_empty_chart_draws_nothing():
    assert on_page(chart(Semantics.RATIO), WIDE) == ""


HOSTILE = '<script>alert("x")</script>\x00\u202e]]> \' onload=1'


def test_hostile_words_stay_words():
    measure = indicator(Semantics.RATIO, name=HOSTILE, unit="%")
    made = chart_of(measure, [Sourced(figure("mục tiêu: 67 % @2022"), HOSTILE)], language="vi", today=None)
    for svg in (on_page(made, WIDE), picture(made, under_title=HOSTILE, foot=HOSTILE)):
        read = ElementTree.fromstring(svg)
        assert not [one for one in read.iter() if one.tag.endswith("script")]
        assert not [one for one in read.iter() if any(name.startswith("on") for name in one.attrib)]
        assert "alert" in "".join(read.itertext())


def test_the_picture_has_colours_of_its_own_and_needs_no_page():
    svg = picture(chart(Semantics.RATIO, *FOREST), under_title="Tỉnh Lạng Sơn · %", foot="Tiến Độ")
    assert "class=" not in svg
    assert "var(" not in svg
    assert "href" not in svg
    read = ElementTree.fromstring(svg)
    told = read.findtext("{http://www.w3.org/2000/svg}desc") or ""
    assert all(value in told for value in ("~60%", "63,8%", "67%", "57,9%"))


def test_the_page_paints_every_part_that_the_picture_paints():
    styles = files("tiendo.web").joinpath("static/tiendo/chart.css").read_text(encoding="utf-8")
    painted = set(re.findall(r"\.chart-([a-z-]+)", styles))
    assert set(chart_skin.PICTURE) - {"title", "paper"} <= painted


NOTATIONS = st.one_of(
    st.builds(
        "mục tiêu: {} – {} % @{}{}".format,
        st.integers(1, 40), st.integers(41, 99), st.sampled_from(["../", ""]), st.integers(2005, 2035),
    ),
    st.builds("mục tiêu: {} % @../{}".format, st.integers(0, 99), st.integers(2005, 2035)),
    st.builds(
        "kết quả: {} % @{}{}".format,
        st.integers(0, 99), st.integers(2005, 2025), st.sampled_from(["", "-Q1", " ước"]),
    ),
)  # fmt: skip


@given(
    st.lists(NOTATIONS, min_size=1, max_size=25),
    st.sampled_from([Semantics.RATIO, Semantics.GROWTH, Semantics.FLOW]),
    st.sampled_from([WIDE, COMPACT]),
    st.sets(st.integers(2008, 2024), max_size=2),
)
def test_whatever_is_drawn_no_label_covers_another_and_tips_stay_inside(notations, semantics, layout, breaks):
    made = chart(semantics, *notations, breaks=tuple(sorted(breaks)))
    svg = drawn(made, layout)
    frame = framed(made, layout)
    notes = notes_of(frame)
    labels = labels_of(frame, [], notes)
    boxes = [one.place.box(one.text, layout.letters) for one in labels.labels]
    boxes += [one.place.box(one.text, layout.ticks) for one in notes.labels]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for tip in tips_of(frame):
        x, y = placed(tip.area, 200, 80, frame)
        assert Box(x, y, x + 200, y + 80).lies_in(Box(0, 0, layout.width, layout.height))
    assert all(step.said in heard(svg) for step in made.steps)
    assert all(point.said in heard(svg) for point in (*made.line, *made.parts))
    assert not re.search(r"nan|inf", re.sub(r"<desc.*?</desc>", "", on_page(made, layout)))


def run(*notations):
    return within_year(chart(Semantics.FLOW, *notations, unit="tỷ đồng"))


def test_running_totals_are_laid_beside_the_years_before():
    made = run(
        "kết quả: 1300 tỷ đồng @2021-Q1", "kết quả: 2700 tỷ đồng @2021-H1", "kết quả: 6000 tỷ đồng @2021",
        "kết quả: 1500 tỷ đồng @2022-Q1", "kết quả: 3100 tỷ đồng @2022-H1", "mục tiêu: 7000 tỷ đồng @2022",
    )  # fmt: skip
    assert [(point.day, point.value) for point in made.line] == [(date(2022, 3, 31), 1500), (date(2022, 6, 30), 3100)]
    assert [[(point.day, point.value) for point in year] for year in made.earlier] == [
        [(date(2022, 3, 31), 1300), (date(2022, 6, 30), 2700), (date(2022, 12, 31), 6000)]
    ]
    assert [step.deciding for step in made.steps] == [7000]
    assert "2021" in "".join(drawn(made).itertext())


def test_a_quarter_that_stands_alone_is_no_running_total():
    assert (
        run("kết quả: 1300 tỷ đồng @2021-Q2", "kết quả: 1300 tỷ đồng @2022-Q3", "kết quả: 9 tỷ đồng @2022-Q2") is None
    )
    assert within_year(chart(Semantics.RATIO, *FOREST)) is None, "shares do not run up"
