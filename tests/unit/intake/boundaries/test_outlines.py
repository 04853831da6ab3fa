"""Outlines are linked, drawn and simplified: nothing is guessed, neighbours stay neighbours, nobody vanishes."""

from __future__ import annotations

import math
import random
import re
import time
from datetime import date
from typing import Any

import pytest

from tests.unit.intake.boundaries.shapes import collection, feature, square, units
from tiendo.facts.errors import LookupRefused, WrongFormat
from tiendo.intake.boundaries.geojson import Ring, read_features
from tiendo.intake.boundaries.importing import Imported, import_boundaries
from tiendo.intake.boundaries.linking import Properties, link
from tiendo.intake.boundaries.projecting import drawn
from tiendo.intake.boundaries.simplifying import simplified

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
BY_CODE, BY_NAME, BY_BOTH = Properties("ma", None), Properties(None, "ten"), Properties("ma", "ten")


def rehearsed(features: list[dict[str, Any]], on: date, properties: Properties) -> Imported:
    return import_boundaries(
        collection(features), name="x.geojson", province="20", on=on, properties=properties, rehearsal=True
    )


@pytest.mark.parametrize("properties", [BY_CODE, BY_NAME, BY_BOTH])
@pytest.mark.parametrize(("on", "count"), [(BEFORE, 11), (AFTER, 65)])
def test_every_unit_is_found_by_code_and_by_name(on: date, count: int, properties: Properties) -> None:
    imported = rehearsed(units(on), on, properties)
    assert imported.is_whole
    assert imported.place is None
    assert len(imported.linked.features) == count
    assert not imported.linked.unlinked


def whys(*properties: dict[str, Any], on: date = AFTER, by: Properties = BY_BOTH) -> list[str]:
    features = read_features(collection([feature(one, square(at)) for at, one in enumerate(properties)]), "x")
    return [one.why.en for one in link(features, "20", on, by).unlinked]


def test_a_number_is_a_code_without_the_zeros_at_its_front() -> None:
    assert whys({"ma": 5977}, by=BY_CODE) == []
    assert whys({"ma": "5977"}, by=BY_CODE) == ["no unit has this code on that day"]


def test_what_is_not_sure_is_told_and_not_guessed() -> None:
    assert whys({"ma": "99999"}) == ["no unit has this code on that day"]
    assert whys({"ma": "180"}) == ["no unit has this code on that day"]  # a district, after their end
    assert whys({"ma": "180"}, on=BEFORE) == []
    assert whys({"ten": "Thành phố Mới"}) == ["it is not clear which unit that is on that day"]
    assert whys({"ma": "06001", "ten": "xã Quốc Khánh"}) == ["code and name are those of two units"]
    assert whys({"khac": 1}) == ["it lacks the property that was named"]
    assert whys({"ma": "06001"}, {"ma": "06001"}) == ["another feature is this unit already"]


def test_where_a_unit_lacks_its_outline_nothing_is_kept() -> None:
    imported = import_boundaries(collection(units(AFTER)[1:]), name="x", province="20", on=AFTER, properties=BY_CODE)
    assert not imported.is_whole
    assert imported.place is None
    assert [unit.code for unit in imported.linked.missing] == ["05977"]


def test_a_file_without_named_properties_is_answered_with_those_that_it_has() -> None:
    with pytest.raises(WrongFormat, match="The file has the properties: ma, ten"):
        rehearsed(units(AFTER), AFTER, Properties(None, None))


def test_a_province_whose_insides_are_not_known_is_refused() -> None:
    with pytest.raises(LookupRefused, match="no unit below the province '01'"):
        import_boundaries(b"{}", name="x", province="01", on=AFTER, properties=BY_CODE)


def test_north_is_up_and_degrees_of_longitude_are_shorter() -> None:
    drawing = drawn({"1": [((106.0, 21.0), (107.0, 21.0), (107.0, 22.0))]})  # south-west, south-east, north-east
    assert drawing is not None
    assert drawing.height == 1000
    assert drawing.width == math.ceil(1000 * math.cos(math.radians(21.5)))
    assert set(re.findall(r"[0-9.]+ [0-9.]+", drawing.paths["1"])) == {"0 1000", "930.4 1000", "930.4 0"}


def test_what_has_no_extent_is_no_drawing() -> None:
    assert drawn({"1": [((106.0, 21.0), (106.0, 21.0), (106.0, 21.0))]}) is None


def test_a_small_island_goes_and_a_small_unit_stays() -> None:
    tiny = ((106.5, 21.5), (106.50001, 21.5), (106.50001, 21.50001))
    large = ((106.0, 21.0), (107.0, 21.0), (107.0, 22.0), (106.0, 22.0))
    drawing = drawn({"1": [large, tiny], "2": [tiny]})
    assert drawing is not None
    assert drawing.paths["1"].count("M") == 1
    assert drawing.paths["2"].count("M") == 1


def test_paths_hold_nothing_but_numbers() -> None:
    drawing = drawn({"1": [tuple((106 + math.cos(one), 21 + math.sin(one)) for one in range(60))]})
    assert drawing is not None
    assert re.fullmatch(r"(M[0-9. L]+Z)+", drawing.paths["1"])


def coast(seed: int, points: int) -> list[tuple[float, float]]:
    """A rough line from (500, 0) to (500, 1000)."""
    chosen = random.Random(seed)
    middle = [(500 + chosen.uniform(-30, 30), 1000 * one / points) for one in range(1, points)]
    return [(500.0, 0.0), *middle, (500.0, 1000.0)]


def segments(ring: Ring) -> set[frozenset[tuple[float, float]]]:
    return {frozenset((point, ring[place - 1])) for place, point in enumerate(ring)}


def test_neighbours_share_what_is_left_of_their_border() -> None:
    border = coast(1, 400)
    left: Ring = ((0.0, 0.0), *border, (0.0, 1000.0))
    right: Ring = ((1000.0, 1000.0), *reversed(border), (1000.0, 0.0))
    # The second ring begins in the middle of the border, and runs the other way round.
    turned = right[200:] + right[:200]
    simple_left, simple_right = simplified([left, turned], 400.0)
    shared = segments(simple_left) & segments(simple_right)
    assert len(simple_left) < len(left) / 2
    assert len(shared) == len(simple_left) - 3  # all of its sides but those along the frame


def test_a_ring_alone_and_one_that_fills_a_hole_keep_the_same_points() -> None:
    circle = [(500 + 300 * math.cos(one / 50), 500 + 300 * math.sin(one / 50)) for one in range(314)]
    hole, island = tuple(circle), tuple(reversed(circle[77:] + circle[:77]))
    first, second = simplified([hole, island], 50.0)
    assert set(first) == set(second)
    assert 3 <= len(first) < 100


@pytest.mark.parametrize("ring", [((0.0, 0.0),), ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)), ((0.0, 0.0), (1.0, 1.0)) * 5])
def test_rings_that_are_hardly_any_do_no_harm(ring: Ring) -> None:
    assert len(simplified([ring], 1.0)[0]) >= 1


def test_a_zigzag_of_many_points_takes_no_longer_than_others() -> None:
    points = 100_000
    zigzag = tuple((one * 1000 / points, (one % 2) * 500.0) for one in range(points))
    began = time.process_time()
    simplified([zigzag], 1.5)
    assert time.process_time() - began < 20  # seconds; a way that takes the square of the points needs hours
