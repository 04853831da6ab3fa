"""A line of the size of a word."""

from __future__ import annotations

from xml.etree import ElementTree

from tiendo.publishing.sparkline import sparkline


def course(svg):
    return ElementTree.fromstring(svg).find("path").get("d")


def test_it_is_cut_where_the_meaning_moved():
    years = [(2020, 7.9), (2021, 5.6), (2022, 12.2), (2023, 9.2)]
    assert course(sparkline(years, "x")).count("M") == 1
    assert course(sparkline(years, "x", breaks=(2022,))).count("M") == 2


def test_its_label_is_told_and_escaped():
    read = ElementTree.fromstring(sparkline([(2020, 1.0)], 'từ 1 <b>"'))
    assert read.get("role") == "img"
    assert read.get("aria-label") == 'từ 1 <b>"'


def test_nothing_is_drawn_of_nothing_and_a_flat_line_lies_in_the_middle():
    assert sparkline([], "x") == ""
    assert course(sparkline([(2020, 5.0), (2021, 5.0)], "x")) == "M3.0 11.0L85.0 11.0"
