"""Fewer points for the same outlines: points that change an outline least go first (Visvalingam and Whyatt, 1993).

Neighbours that share points keep sharing them: where the rings that pass through a point change, the point stays, and
the line between two such points is simplified in one direction, whichever ring it is a part of. Where the borders of
neighbours do not have the same points, small gaps or overlaps can show.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tiendo.intake.boundaries.geojson import Point, Ring

_LEAST_POINTS = 3  # of a ring that has an inside

Rings = Mapping[Point, frozenset[int]]
"""Which rings pass through a point."""


def simplified(rings: Sequence[Ring], least_area: float) -> list[Ring]:
    """The rings without the points whose triangle with their neighbours is smaller than `least_area`.

    A ring keeps at least three points. Areas are in the square of the unit of the points.
    """
    passing: defaultdict[Point, set[int]] = defaultdict(set)
    for number, ring in enumerate(rings):
        for point in ring:
            passing[point].add(number)
    shared = {point: frozenset(numbers) for point, numbers in passing.items()}
    return [_ring(ring, shared, least_area) for ring in rings]


def _ring(ring: Ring, passing: Rings, least_area: float) -> Ring:
    if len(ring) <= _LEAST_POINTS:
        return ring
    corners = _corners(ring, passing)
    turned = ring[corners[0] :] + ring[: corners[0] + 1]
    places = [corner - corners[0] for corner in corners] + [len(ring)]
    kept: list[Point] = []
    for first, last in pairwise(places):
        kept += _line(turned[first : last + 1], least_area)[:-1]
    return tuple(kept) if len(kept) >= _LEAST_POINTS else _triangle(ring)


def _corners(ring: Ring, passing: Rings) -> list[int]:
    """The places of the points that stay: where neighbours begin and end, and two for a ring that stands alone."""
    count = len(ring)
    found = [place for place in range(count) if passing[ring[place - 1]] != passing[ring[(place + 1) % count]]]
    if len(found) > 1:
        return found
    # Rings through the same points choose the same ones, wherever they begin.
    first = found[0] if found else min(range(count), key=lambda place: ring[place])
    far = max(range(count), key=lambda place: (_distance(ring[first], ring[place]), ring[place]))
    return sorted({first, far})


def _triangle(ring: Ring) -> Ring:
    """The three points that say most: the outermost two, and the one farthest from the line between them."""
    first, last = min(ring), max(ring)
    third = max(ring, key=lambda point: _area(first, point, last))
    return first, last, third


def _line(points: Ring, least_area: float) -> Ring:
    """A line between two points that stay, always simplified from the smaller of them to the greater."""
    if points[0] > points[-1]:
        return _one_way(points[::-1], least_area)[::-1]
    return _one_way(points, least_area)


def _one_way(points: Ring, least_area: float) -> Ring:
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    areas = {place: _area(*points[place - 1 : place + 2]) for place in range(1, len(points) - 1)}
    waiting = [(area, place) for place, area in areas.items()]
    heapq.heapify(waiting)
    while waiting:
        area, place = heapq.heappop(waiting)
        if areas.get(place) != area:
            continue  # it was worked out anew since, or is gone
        if area >= least_area:
            break
        del areas[place]
        left, right = before[place], after[place]
        after[left], before[right] = right, left
        for near in (left, right):
            if near in areas:
                # Never less than what went before: what a detail stood on must not go first.
                areas[near] = max(area, _area(points[before[near]], points[near], points[after[near]]))
                heapq.heappush(waiting, (areas[near], near))
    return tuple(points[place] for place in (0, *sorted(areas), len(points) - 1))


def _area(one: Point, other: Point, third: Point) -> float:
    return abs((other[0] - one[0]) * (third[1] - one[1]) - (third[0] - one[0]) * (other[1] - one[1])) / 2


def _distance(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
