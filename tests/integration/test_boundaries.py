"""`tiendo boundaries` as a new user would try it: without the property, with the wrong one, then right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.integration.processes import command
from tests.unit.intake.boundaries.shapes import collection, units

DISTRICTS = date(2025, 6, 30)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "huyen.geojson"
    path.write_bytes(collection(units(DISTRICTS)))
    return path


def test_outlines_are_taken_in(own_record: dict[str, str], file: Path) -> None:
    asked = command("boundaries", str(file), environ=own_record)
    assert asked.returncode == 1
    assert "Tệp có các thuộc tính: ma, ten" in asked.stderr

    today = command("--lang", "en", "boundaries", str(file), "--name-property", "ten", environ=own_record)
    assert today.returncode == 1
    assert "feature 1 (thành phố Lạng Sơn): it is not clear which unit that is on that day" in today.stdout
    assert "Nothing was kept" in today.stdout

    right = command("boundaries", str(file), "--name-property", "ten", "--on", "2025-06-30", environ=own_record)
    assert right.returncode == 0, right.stderr
    assert "11 đối tượng, 11 ghép được" in right.stdout
    kept = Path(own_record["TIENDO_DATA_DIR"]) / "boundaries"
    assert [one.name for one in kept.iterdir()] == ["20-district.json"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--on", "30/6/2025"), 2, "'30/6/2025' is no day"),
        (("--province", "../20", "--code-property", "ma"), 1, "The list has no unit below the province '../20'"),
    ],
)
def test_wrong_arguments_are_named(
    own_record: dict[str, str], file: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    done = command("--lang", "en", "boundaries", str(file), *arguments, environ=own_record)
    assert done.returncode == code
    assert says in done.stderr


def test_a_file_that_is_missing_or_no_boundary_file_is_named(own_record: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "la.geojson").write_text('{"type": "Topology"}', encoding="utf-8")
    for name, says in (("la.geojson", "a FeatureCollection is needed"), ("mat.geojson", "mat.geojson")):
        done = command("--lang", "en", "boundaries", str(tmp_path / name), "--code-property", "ma", environ=own_record)
        assert done.returncode == 1
        assert says in done.stderr
