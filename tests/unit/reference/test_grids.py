"""The grid files that we ship hold every unit once, and what is wrong with a file is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tiendo.facts.errors import ReferenceDataError
from tiendo.reference.grids import GRID_FOLDER, Cell, drawn_provinces, grid_of, read_grids
from tiendo.reference.territories import LANG_SON, children, heirs, territory

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def test_every_shipped_file_is_sound() -> None:
    assert LANG_SON in drawn_provinces()
    for province in drawn_provinces():
        assert read_grids(GRID_FOLDER / f"{province}.yaml")


@pytest.mark.parametrize(("on", "level", "count"), [(BEFORE, "district", 11), (AFTER, "commune", 65)])
def test_lang_son_has_its_districts_and_then_its_communes(on: date, level: str, count: int) -> None:
    grid = grid_of(LANG_SON, on)
    assert grid is not None
    assert grid.level == level
    assert set(grid.cells) == {unit.code for unit in children(LANG_SON, on)}
    assert len(set(grid.cells.values())) == count


def test_districts_lie_as_on_the_land() -> None:
    grid = grid_of(LANG_SON, BEFORE)
    assert grid is not None
    place = {unit.name: grid.cells[unit.code] for unit in children(LANG_SON, BEFORE)}
    assert place["Tràng Định"].row == 1
    assert place["Bắc Sơn"].column < place["Văn Quan"].column < place["Lạng Sơn"].column < place["Lộc Bình"].column
    assert place["Hữu Lũng"] == Cell(4, 1)
    assert place["Đình Lập"] == Cell(4, 4)
    assert _touch(place["Văn Lãng"], place["Cao Lộc"])
    assert _touch(place["Chi Lăng"], place["Hữu Lũng"])


def test_communes_of_a_district_lie_together() -> None:
    grid = grid_of(LANG_SON, AFTER)
    assert grid is not None
    for district in children(LANG_SON, BEFORE):
        cells = [grid.cells[code] for code in heirs(district, AFTER)]
        assert len(_reached(cells)) == len(cells), f"{district.name} falls apart"


def test_a_province_without_a_file_has_no_grid() -> None:
    assert grid_of("01", AFTER) is None
    assert grid_of("../20", AFTER) is None


FAULTS = {
    ("180", "   "): "all rows need the same number of cells",
    ("180", "181"): "181 has two cells",
    ("180", "999"): "180 Tràng Định has no cell",
    (".   180 .   .", ".   180 .  "): "all rows need the same number of cells",
    ("level: district", "level: county"): "the level is one of district, commune",
    ('valid_to: "2025-06-30"', "valid_to: 30/6/2025"): "valid_from and valid_to are days",
    ('valid_from: "2025-07-01"', 'valid_from: "2025-06-30"'): "another grid",
    ('    valid_to: "2025-06-30"\n', ""): "valid_from or valid_to is needed",
    ("rows:", "lines:"): "rows",
    ('province: "20"', 'province: "04"'): "the province must be that of the file name",
    ("grids:", "grids: ["): "it cannot be read",
}


@pytest.mark.parametrize(("change", "message"), FAULTS.items(), ids=lambda value: str(value)[:30])
def test_a_fault_is_named_with_its_file(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    text = (GRID_FOLDER / "20.yaml").read_text(encoding="utf-8")
    assert change[0] in text
    broken = tmp_path / "20.yaml"
    broken.write_text(text.replace(change[0], change[1], 1), encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=r"20\.yaml") as caught:
        read_grids(broken)
    assert message in str(caught.value)


def test_a_unit_that_is_not_in_force_has_no_cell(tmp_path: Path) -> None:
    text = (GRID_FOLDER / "20.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "20.yaml"
    broken.write_text(text.replace("186 187 .   189", "186 187 05977 189"), encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=r"05977 .*has a cell but is no district"):
        read_grids(broken)
    assert territory("05977", BEFORE) is not None  # the code was borne, by a ward of the city


def _touch(one: Cell, other: Cell) -> bool:
    return abs(one.row - other.row) + abs(one.column - other.column) == 1


def _reached(cells: list[Cell]) -> set[Cell]:
    """The cells that can be reached from the first one without leaving them, corners included."""
    found, waiting = {cells[0]}, [cells[0]]
    while waiting:
        here = waiting.pop()
        near = {cell for cell in cells if max(abs(cell.row - here.row), abs(cell.column - here.column)) == 1}
        waiting += near - found
        found |= near
    return found
