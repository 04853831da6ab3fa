"""Reads the polygons of a GeoJSON file that may be wrong, huge or hostile: everything is counted and checked.

Source of the format: RFC 7946. Coordinates are degrees of longitude and latitude (WGS 84).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, TypeGuard

from tiendo.facts.errors import DocumentTooLarge, WrongFormat

LARGEST_FILE = 32 * 1024 * 1024  # bytes; the boundaries of all communes of a province take some 10 MB
MOST_FEATURES = 5_000  # more than all communes of the country
MOST_POINTS = 1_000_000  # simplified in about ten seconds
_LONGEST_PROPERTY = 200  # characters of a code or a name
_LEAST_IN_RING = 4  # a triangle, with its first point again at the end
_LEAST_PLACES = 2  # longitude and latitude; a height may follow
_LONGITUDES, _LATITUDES = 180.0, 90.0

Point = tuple[float, float]
Ring = tuple[Point, ...]
"""A closed line without its last point, which repeats the first."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its properties that are text or numbers, and all its rings, outer ones and holes alike."""

    number: int
    properties: dict[str, str | int]
    rings: tuple[Ring, ...]


def read_features(content: bytes, name: str) -> tuple[Feature, ...]:
    """The features of a file, numbered from 1.

    Raises `WrongFormat` where it is no GeoJSON of polygons in degrees, `DocumentTooLarge` where it holds too much.
    """
    if len(content) > LARGEST_FILE:
        raise too_large(name, f"{len(content):,} bytes", f"{LARGEST_FILE:,}")
    try:
        held = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as fault:  # also what is nested too deep, and numbers of thousands of digits
        raise _wrong(name, f"không phải JSON hợp lệ ({fault})", f"it is no valid JSON ({fault})") from fault
    if not isinstance(held, dict) or held.get("type") != "FeatureCollection" or not _is_list(held.get("features")):
        raise _wrong(name, "cần một FeatureCollection", "a FeatureCollection is needed")
    features = held["features"]
    if not features:
        raise _wrong(name, "không có đối tượng (feature) nào", "it has no feature")
    if len(features) > MOST_FEATURES:
        raise too_large(name, f"{len(features):,} features", f"{MOST_FEATURES:,}")
    counter = _Points(name)
    return tuple(_feature(one, number, counter) for number, one in enumerate(features, start=1))


def too_large(name: str, found: str, limit: str) -> DocumentTooLarge:
    """The refusal of a file that is over a limit."""
    return DocumentTooLarge(
        vi=f"Tệp ranh giới {name} có {found}, giới hạn là {limit}. Hãy lược bớt điểm hoặc tách tệp.",
        en=f"The boundary file {name} has {found}, the limit is {limit}. Simplify or split the file.",
    )


class _Points:
    """Counts points, and refuses the first that is no place on earth."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._left = MOST_POINTS

    def ring(self, written: object, where: str) -> Ring:
        """A ring of a polygon."""
        if not _is_list(written) or len(written) < _LEAST_IN_RING:
            self.refuse(where, "đường bao cần ít nhất 4 điểm", "a ring needs at least 4 points")
        self._left -= len(written)
        if self._left < 0:
            raise too_large(self.name, f"more than {MOST_POINTS:,} points", f"{MOST_POINTS:,}")
        points = tuple(self._point(one, where) for one in written)
        if points[0] != points[-1]:
            self.refuse(where, "đường bao không khép kín", "a ring is not closed")
        return points[:-1]

    def _point(self, written: object, where: str) -> Point:
        if not _is_list(written) or len(written) < _LEAST_PLACES:
            self.refuse(where, "một điểm cần kinh độ và vĩ độ", "a point needs longitude and latitude")
        longitude, latitude = written[0], written[1]
        for one, most in ((longitude, _LONGITUDES), (latitude, _LATITUDES)):
            if type(one) not in (int, float) or not math.isfinite(one) or abs(one) > most:
                self.refuse(
                    where,
                    f"tọa độ {str(one)[:40]} không phải là độ; hãy chuyển tệp sang WGS 84 (EPSG:4326)",
                    f"the coordinate {str(one)[:40]} is not in degrees; convert the file to WGS 84 (EPSG:4326)",
                )
        return float(longitude), float(latitude)

    def refuse(self, where: str, vi: str, en: str) -> NoReturn:
        """Say what is wrong with a feature."""
        raise _wrong(self.name, f"đối tượng {where}: {vi}", f"feature {where}: {en}")


def _feature(written: object, number: int, points: _Points) -> Feature:
    where = str(number)
    geometry = written.get("geometry") if isinstance(written, dict) else None
    if not isinstance(written, dict) or not isinstance(geometry, dict):
        points.refuse(where, "thiếu hình (geometry)", "it has no geometry")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not _is_list(coordinates):
        shown = str(kind)[:40]
        points.refuse(where, f"hình {shown} không phải Polygon hay MultiPolygon", f"{shown} is no (Multi)Polygon")
    polygons: list[Any] = [coordinates] if kind == "Polygon" else coordinates
    rings = tuple(points.ring(ring, where) for ring in _rings(polygons, where, points))
    if not rings:
        points.refuse(where, "hình rỗng", "the geometry is empty")
    return Feature(number, _properties(written.get("properties")), rings)


def _rings(polygons: list[Any], where: str, points: _Points) -> Iterator[object]:
    for polygon in polygons:
        if not _is_list(polygon):
            points.refuse(where, "đa giác không phải là danh sách đường bao", "a polygon is no list of rings")
        yield from polygon


def _properties(written: object) -> dict[str, str | int]:
    if not isinstance(written, dict):
        return {}
    kept = {key: value for key, value in written.items() if type(value) in (str, int) and len(key) <= _LONGEST_PROPERTY}
    return {key: value for key, value in kept.items() if len(str(value)) <= _LONGEST_PROPERTY}


def _is_list(written: object) -> TypeGuard[list[Any]]:
    return isinstance(written, list)


def _refuse_constant(written: str) -> NoReturn:
    raise ValueError(f"{written} is no number of JSON")


def _wrong(name: str, vi: str, en: str) -> WrongFormat:
    return WrongFormat(
        vi=f"Tệp ranh giới {name} không dùng được: {vi}.", en=f"The boundary file {name} cannot be used: {en}."
    )
