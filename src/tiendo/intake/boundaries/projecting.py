"""Degrees become a flat drawing, and rings become SVG paths."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tiendo.intake.boundaries.geojson import Point, Ring
from tiendo.intake.boundaries.simplifying import simplified

_LONGER_SIDE = 1_000  # of the drawing; one unit is less than a pixel of a page
_LEAST_AREA = 4.0  # of the drawing: a triangle two pixels high and four wide, which nobody misses
_TENTHS = 1  # places behind the mark of a coordinate
_LEAST_SIDE = 1e-9  # degrees; a drawing needs some width and height


@dataclass(frozen=True, slots=True)
class Drawing:
    """Paths by code within a drawing of this size, and how many points the outlines had and kept."""

    width: int
    height: int
    paths: Mapping[str, str]
    points_before: int
    points_after: int


def drawn(rings_of: Mapping[str, Sequence[Ring]]) -> Drawing | None:
    """The outlines as a drawing, north up; `None` where they have no extent.

    Equirectangular at the latitude of the middle: within a province no distance is wrong by more than some parts of a
    thousand. All rings are simplified together, so that neighbours keep sharing their borders.
    """
    everything = [ring for rings in rings_of.values() for ring in rings]
    west, east, south, north = _bounds(everything)
    shrinking = math.cos(math.radians((south + north) / 2))
    across, down = (east - west) * shrinking, north - south
    if min(across, down) < _LEAST_SIDE:
        return None
    scale = _LONGER_SIDE / max(across, down)

    def flat(point: Point) -> Point:
        x, y = (point[0] - west) * shrinking * scale, (north - point[1]) * scale
        return round(x, _TENTHS), round(y, _TENTHS)

    flattened = [_without_repeats([flat(point) for point in ring]) for ring in everything]
    kept = iter(simplified(flattened, _LEAST_AREA))
    after = {code: [next(kept) for _ in rings] for code, rings in rings_of.items()}
    paths = {code: _path(rings) for code, rings in after.items()}
    return Drawing(
        math.ceil(across * scale),
        math.ceil(down * scale),
        paths,
        sum(map(len, everything)),
        sum(len(ring) for rings in after.values() for ring in rings),
    )


def _bounds(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    longitudes, latitudes = zip(*(point for ring in rings for point in ring), strict=True)
    return min(longitudes), max(longitudes), min(latitudes), max(latitudes)


def _without_repeats(points: Sequence[Point]) -> Ring:
    return tuple(point for place, point in enumerate(points) if point != points[place - 1]) or (points[0],)


def _path(rings: Sequence[Ring]) -> str:
    """The rings that have an inside; the largest one in any case, so that no unit vanishes."""
    largest = max(rings, key=lambda ring: abs(_signed_area(ring)))
    shown = [ring for ring in rings if ring is largest or abs(_signed_area(ring)) >= _LEAST_AREA]
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z" for ring in shown)


def _signed_area(ring: Ring) -> float:
    following = (*ring[1:], ring[0])
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in zip(ring, following, strict=True)) / 2
