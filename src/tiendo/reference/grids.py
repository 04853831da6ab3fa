"""Where the units of a province lie on a grid of tiles, for maps that need nobody's boundary file.

One file a province: `data/grids/20.yaml`. `docs/territory.md` says how to write one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from tiendo.facts.errors import TiendoError
from tiendo.reference.tables import DATA_FOLDER, wrong
from tiendo.reference.territories import children, territory
from tiendo.reference.validity import Validity

GRID_FOLDER = DATA_FOLDER / "grids"
_EMPTY = "."
_LEVELS = ("district", "commune")
_KEYS_OF_FILE = {"province", "grids"}
_KEYS_OF_GRID = {"level", "valid_from", "valid_to", "rows"}
_PROVINCE_CODE = re.compile(r"[0-9]{2}")


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place on a grid, counted from 1: columns from the west, rows from the north."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a province's units for the days on which these are in force."""

    province: str
    level: str
    validity: Validity
    cells: Mapping[str, Cell]

    @property
    def columns(self) -> int:
        """How many columns the grid has."""
        return max((cell.column for cell in self.cells.values()), default=0)

    @property
    def rows(self) -> int:
        """How many rows the grid has."""
        return max((cell.row for cell in self.cells.values()), default=0)


def grid_of(province: str, on: date) -> Grid | None:
    """The grid of the units directly below a province on that day; `None` where nobody has drawn one.

    Raises `ReferenceDataError` where the province's file is wrong.
    """
    return next((grid for grid in _grids(province) if grid.validity.covers(on)), None)


def drawn_provinces() -> tuple[str, ...]:
    """The codes of the provinces that have a grid file, in their order."""
    return tuple(sorted(path.stem for path in GRID_FOLDER.glob("*.yaml")))


@lru_cache(maxsize=64)  # there are 34 provinces
def _grids(province: str) -> tuple[Grid, ...]:
    if not _PROVINCE_CODE.fullmatch(province):
        return ()
    path = GRID_FOLDER / f"{province}.yaml"
    return read_grids(path) if path.is_file() else ()


def read_grids(path: Path) -> tuple[Grid, ...]:
    """All grids of a file, in its order; raises `ReferenceDataError`, which names the file and what is wrong."""
    held = _mapping(_yaml(path), _KEYS_OF_FILE, path.name, "province")
    province = str(held["province"])
    if province != path.stem:
        raise wrong(path.name, province, f"the province must be that of the file name, {path.stem!r}")
    written = held["grids"]
    if not isinstance(written, list) or not written:
        raise wrong(path.name, "grids", "a list of at least one grid is needed")
    grids = tuple(_grid(one, province, path.name) for one in written)
    for problem in grid_problems(grids):
        raise wrong(path.name, *problem)
    return grids


def grid_problems(grids: Iterable[Grid]) -> Iterator[tuple[str, str]]:
    """What is wrong with grids that could be read: the key, and what.

    Every unit that is in force stands in its grid once, no other does, and no day has two grids.
    """
    seen: list[Grid] = []
    for grid in grids:
        key = f"{grid.province} {grid.level}"
        for other in seen:
            if other.validity.overlaps(grid.validity):
                yield key, "holds on days for which the file has another grid"
        seen.append(grid)
        for on in _days_to_check(grid):
            yield from ((key, f"{what} (on {on})") for what in _wrong_units(grid, on))


def _wrong_units(grid: Grid, on: date) -> Iterator[str]:
    units = {unit.code for unit in children(grid.province, on) if unit.level == grid.level}
    for code in sorted(units - set(grid.cells)):
        yield f"{_described(code, on)} has no cell"
    for code in sorted(set(grid.cells) - units):
        yield f"{_described(code, on)} has a cell but is no {grid.level} of {grid.province}"


def _described(code: str, on: date) -> str:
    unit = territory(code, on)
    return f"{code} {unit.name}" if unit else code


def _days_to_check(grid: Grid) -> list[date]:
    """The first and the last day: the units of a grid do not change between."""
    days = {day for day in (grid.validity.start, grid.validity.end) if day is not None}
    return sorted(days)


def _grid(written: object, province: str, file_name: str) -> Grid:
    held = _mapping(written, _KEYS_OF_GRID, file_name, "level", "rows")
    level = held["level"]
    if level not in _LEVELS:
        raise wrong(file_name, str(level), f"the level is one of {', '.join(_LEVELS)}")
    key = f"{province} {level}"
    try:
        validity = Validity(_day(held.get("valid_from")), _day(held.get("valid_to")))
    except (ValueError, TiendoError) as fault:
        raise wrong(file_name, key, f"valid_from and valid_to are days such as 2025-07-01 ({fault})") from fault
    if validity == Validity():
        raise wrong(file_name, key, "valid_from or valid_to is needed: units change")
    return Grid(province, str(level), validity, _cells(held["rows"], key, file_name))


def _cells(rows: object, key: str, file_name: str) -> dict[str, Cell]:
    if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
        raise wrong(file_name, key, "rows is a list of lines, each with the codes of its cells")
    placed = [
        (code, Cell(row_number, column))
        for row_number, row in enumerate(rows, start=1)
        for column, code in enumerate(row.split(), start=1)
        if code != _EMPTY
    ]
    if len({len(row.split()) for row in rows}) > 1:
        raise wrong(file_name, key, "all rows need the same number of cells; an empty one is a dot")
    twice = [code for code, count in Counter(code for code, _ in placed).items() if count > 1]
    if twice:
        raise wrong(file_name, key, f"{twice[0]} has two cells")
    return dict(placed)


def _mapping(written: object, known: set[str], file_name: str, *required: str) -> dict[str, Any]:
    if not isinstance(written, dict):
        raise wrong(file_name, "", "key: value pairs are needed")
    for name in required:
        if name not in written:
            raise wrong(file_name, name, "is missing")
    for name in written:
        if name not in known:
            raise wrong(file_name, str(name), f"is unknown; the keys are {', '.join(sorted(known))}")
    return written


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _yaml(path: Path) -> object:
    import yaml  # brings the YAML library, which a mere import must not

    try:
        # Every scalar stays a string: a code such as 05977 is no number.
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 it builds strings only
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise wrong(path.name, "", f"it cannot be read ({fault})") from fault
