"""The outlines of a province as they lie in the data folder: one JSON file a level, replaced whole."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from tiendo.facts.errors import PlaceRefused
from tiendo.ledger.files import put

_VERSION = 1  # of the form of the file; another one is not read
_LARGEST_FILE = 8 * 1024 * 1024  # bytes; what the importer writes of a whole province is some hundred thousand
_PATH = re.compile(r"(?:M[0-9. L-]+Z)+")
_CODE = re.compile(r"[0-9]{2,5}")
_KEPT = 8  # districts and communes of a few provinces
_LARGEST_SIDE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """Outlines of all units of a level as SVG path data by code, for the days on which these units are in force."""

    province: str
    level: str
    valid_from: date | None
    valid_to: date | None
    source: str
    width: int
    height: int
    paths: dict[str, str]

    def covers(self, on: date) -> bool:
        """Whether the outlines are those of that day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


def boundaries_folder() -> Path:
    """Where the files lie."""
    return Path(settings.TIENDO.data_dir) / "boundaries"


def keep_boundaries(boundaries: Boundaries) -> Path:
    """Write the outlines in the place of those that were kept of the province and level; the file.

    Whoever reads meanwhile sees the old file or the new one. Raises `PlaceRefused`.
    """
    place = _place(boundaries.province, boundaries.level)
    content = json.dumps({"version": _VERSION, **asdict(boundaries)}, ensure_ascii=False, default=str)
    try:
        put(content.encode("utf-8"), place)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise PlaceRefused(
            vi=f"Không ghi được {place} ({reason}); ranh giới cũ vẫn giữ nguyên. Hãy kiểm tra dung lượng và quyền.",
            en=f"{place} cannot be written ({reason}); the old boundaries stay. Check room and permissions.",
        ) from fault
    return place


def kept_boundaries(province: str, level: str, on: date) -> Boundaries | None:
    """The outlines of a province's units on that day; `None` where nobody imported any, or the file is damaged."""
    place = _place(province, level)
    try:
        state = place.stat()
    except OSError:
        return None
    found = _read(place, state.st_mtime_ns, state.st_size)
    return found if found is not None and found.covers(on) else None


def boundaries_stamp() -> int:
    """Another number after each import; 0 where nobody imported any."""
    try:
        return boundaries_folder().stat().st_mtime_ns
    except OSError:
        return 0


def _place(province: str, level: str) -> Path:
    return boundaries_folder() / f"{province}-{level}.json"


@lru_cache(maxsize=_KEPT)
def _read(place: Path, _changed: int, size: int) -> Boundaries | None:
    """The file as it was then; a page is drawn with tiles rather than not at all."""
    if size > _LARGEST_FILE:
        return None
    try:
        held = json.loads(place.read_bytes())
        return _boundaries(held)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _boundaries(held: dict[str, Any]) -> Boundaries | None:
    paths, sides = held["paths"], (held["width"], held["height"])
    is_sound = (
        held["version"] == _VERSION
        and all(type(side) is int and 0 < side <= _LARGEST_SIDE for side in sides)
        and all(_CODE.fullmatch(code) and _PATH.fullmatch(path) for code, path in paths.items())
    )
    if not is_sound:
        return None
    days = [date.fromisoformat(day) if day else None for day in (held["valid_from"], held["valid_to"])]
    return Boundaries(
        province=str(held["province"]),
        level=str(held["level"]),
        valid_from=days[0],
        valid_to=days[1],
        source=str(held["source"]),
        width=sides[0],
        height=sides[1],
        paths=dict(paths),
    )
