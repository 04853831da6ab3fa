"""Made-up boundary files: every unit of a province is a square beside the next."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from tiendo.reference.territories import LANG_SON, children

SIDE = 0.1  # degrees
COLUMNS = 8
WEST, NORTH = 106.0, 22.0


def square(number: int, *, dents: int = 0) -> list[list[float]]:
    """The ring of the n-th square; `dents` puts so many points on its upper side, none of which says much."""
    row, column = divmod(number, COLUMNS)
    west, north = round(WEST + column * SIDE, 6), round(NORTH - row * SIDE, 6)
    east, south = round(west + SIDE, 6), round(north - SIDE, 6)
    top = [[round(west + SIDE * one / (dents + 1), 6), north] for one in range(1, dents + 1)]
    return [[west, north], *top, [east, north], [east, south], [west, south], [west, north]]


def feature(properties: dict[str, Any], *rings: list[list[float]]) -> dict[str, Any]:
    """A feature with one polygon."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": list(rings)},
    }


def units(on: date) -> list[dict[str, Any]]:
    """All units below the province, with code and name."""
    return [
        feature({"ma": unit.code, "ten": unit.title}, square(number))
        for number, unit in enumerate(children(LANG_SON, on))
    ]


def collection(features: list[dict[str, Any]]) -> bytes:
    """The features as a file."""
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()
