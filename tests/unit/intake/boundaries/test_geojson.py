"""Boundary files that are wrong, huge or hostile are refused with a sentence that says why."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.intake.boundaries.shapes import collection, feature, square
from tiendo.facts.errors import DocumentTooLarge, TiendoError, WrongFormat
from tiendo.intake.boundaries import geojson
from tiendo.intake.boundaries.geojson import read_features


def polygon(coordinates: Any, kind: str = "Polygon") -> bytes:
    return collection([{"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}}])


def test_polygons_and_multipolygons_are_read_with_their_holes() -> None:
    several = {"type": "MultiPolygon", "coordinates": [[square(0), square(1)], [square(2)]]}
    content = collection([feature({"ma": 20}, square(0)), {"type": "Feature", "properties": None, "geometry": several}])
    first, second = read_features(content, "x.geojson")
    assert first.properties == {"ma": 20}
    assert len(first.rings[0]) == 4  # the repeated point is left out
    assert (second.properties, len(second.rings)) == ({}, 3)


def test_properties_that_are_no_short_text_or_number_are_left_out() -> None:
    content = collection(
        [feature({"a": True, "b": [1], "c": 1.5, "d": "x" * 300, "e": "x", "f" * 300: "y"}, square(0))]
    )
    assert read_features(content, "x")[0].properties == {"e": "x"}


def test_a_byte_order_mark_does_no_harm() -> None:
    assert len(read_features(b"\xef\xbb\xbf" + collection([feature({}, square(0))]), "x")) == 1


BAD = {
    "no JSON": (b"{", "no valid JSON"),
    "not UTF-8": (b"\xff\xfe{}", "no valid JSON"),
    "nested too deep": (b"[" * 200_000, "no valid JSON"),
    "NaN": (polygon([[[0, 0], [1, 0], [1, 1], [0, 0]]]).replace(b"[1, 1]", b"[NaN, 1]"), "NaN is no number"),
    "infinite": (polygon([[[0, 0], [1, 0], [1, 1], [0, 0]]]).replace(b"[1, 1]", b"[1e999, 1]"), "not in degrees"),
    "huge number": (
        polygon([[[0, 0], [1, 0], [1, 1], [0, 0]]]).replace(b"[1, 1]", b"[" + b"9" * 9999 + b", 1]"),
        "no valid",
    ),
    "a list": (b"[]", "a FeatureCollection is needed"),
    "a feature alone": (json.dumps(feature({}, square(0))).encode(), "a FeatureCollection is needed"),
    "empty": (collection([]), "it has no feature"),
    "no geometry": (
        b'{"type": "FeatureCollection", "features": [{"geometry": null}]}',
        "feature 1: it has no geometry",
    ),
    "feature is text": (b'{"type": "FeatureCollection", "features": ["x"]}', "feature 1: it has no geometry"),
    "a point": (polygon([1, 2], "Point"), "Point is no (Multi)Polygon"),
    "a collection": (polygon([], "GeometryCollection"), "GeometryCollection is no (Multi)Polygon"),
    "kind is a list": (polygon([], ["Polygon"]), "is no (Multi)Polygon"),  # type: ignore[arg-type]
    "no rings": (polygon([]), "the geometry is empty"),
    "polygon is a number": (polygon([7], "MultiPolygon"), "a polygon is no list of rings"),
    "ring is text": (polygon(["abcd"]), "a ring needs at least 4 points"),
    "short ring": (polygon([[[0, 0], [1, 1], [0, 0]]]), "a ring needs at least 4 points"),
    "open ring": (polygon([[[0, 0], [1, 0], [1, 1], [0, 1]]]), "a ring is not closed"),
    "point is a number": (polygon([[0, 1, 2, 3]]), "a point needs longitude and latitude"),
    "point is text": (polygon([["ab", "cd", "ef", "ab"]]), "a point needs longitude and latitude"),
    "coordinate is text": (polygon([[["1", 0], [1, 0], [1, 1], ["1", 0]]]), "not in degrees"),
    "coordinate is true": (polygon([[[True, 0], [1, 0], [1, 1], [True, 0]]]), "not in degrees"),
    "metres": (polygon([[[431000, 2415000], [431000, 2416000], [432000, 2415000], [431000, 2415000]]]), "EPSG:4326"),
}


@pytest.mark.parametrize(("content", "says"), BAD.values(), ids=BAD)
def test_what_is_no_boundary_file_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(WrongFormat) as caught:
        read_features(content, "ranh-gioi.geojson")
    assert says in caught.value.en
    assert "ranh-gioi.geojson" in caught.value.vi


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    content = collection([feature({}, square(0)), feature({}, square(1))])
    for name, limit in (("LARGEST_FILE", 100), ("MOST_FEATURES", 1), ("MOST_POINTS", 9)):
        with monkeypatch.context() as patch:
            patch.setattr(geojson, name, limit)
            with pytest.raises(DocumentTooLarge, match="the limit is"):
                read_features(content, "x")
    assert len(read_features(content, "x")) == 2


def test_hostile_words_of_a_file_cannot_steer_a_terminal_or_page() -> None:
    with pytest.raises(TiendoError) as caught:
        read_features(polygon([[["<b>\x1b[2J" * 100, 0]] * 4]), "x")
    assert len(caught.value.en) < 250
