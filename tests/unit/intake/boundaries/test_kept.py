"""Outlines are kept whole or not at all, and what is damaged is not drawn."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.intake.boundaries.shapes import collection, units
from tiendo.facts.errors import PlaceRefused
from tiendo.intake.boundaries.importing import import_boundaries
from tiendo.intake.boundaries.kept import boundaries_folder, boundaries_stamp, kept_boundaries
from tiendo.intake.boundaries.linking import Properties

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    settings.TIENDO = replace(settings.TIENDO, data_dir=tmp_path)
    return tmp_path


def imported(on: date) -> Path:
    found = import_boundaries(
        collection(units(on)), name="goc.geojson", province="20", on=on, properties=Properties("ma", None)
    )
    assert found.place is not None
    return found.place


def test_districts_and_communes_are_kept_beside_each_other_and_hold_on_their_days() -> None:
    imported(BEFORE)
    imported(AFTER)
    districts, communes = kept_boundaries("20", "district", BEFORE), kept_boundaries("20", "commune", AFTER)
    assert districts is not None
    assert communes is not None
    assert (len(districts.paths), len(communes.paths)) == (11, 65)
    assert (districts.valid_to, communes.valid_from) == (BEFORE, AFTER)
    assert communes.source == "goc.geojson"
    assert kept_boundaries("20", "district", AFTER) is None
    assert kept_boundaries("20", "commune", BEFORE) is None
    assert kept_boundaries("04", "commune", AFTER) is None


def test_a_new_file_takes_the_place_of_the_old_one_at_once() -> None:
    place = imported(AFTER)
    assert kept_boundaries("20", "commune", AFTER) is not None
    changed = place.read_text(encoding="utf-8").replace("goc.geojson", "moi.geojson")
    place.write_text(changed, encoding="utf-8")
    os.utime(place, ns=(1, 1))
    found = kept_boundaries("20", "commune", AFTER)
    assert found is not None
    assert found.source == "moi.geojson"
    assert [one.name for one in boundaries_folder().iterdir()] == ["20-commune.json"]  # no part is left behind


def test_an_import_is_noticed() -> None:
    stamps = [boundaries_stamp()]
    for day in (BEFORE, AFTER, AFTER):
        imported(day)
        stamps.append(boundaries_stamp())
    assert stamps[0] == 0
    assert len(set(stamps)) == len(stamps)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 2),
        ("width", 0),
        ("width", 1e9),
        ("height", "1000"),
        ("valid_from", "1/7/2025"),
        ("paths", {"05977": 'M0 0L1 1Z"><script>'}),
        ("paths", {"../x": "M0 0L1 1Z"}),
        ("paths", []),
    ],
)
def test_what_the_importer_did_not_write_is_not_drawn(key: str, value: object) -> None:
    place = imported(AFTER)
    held = json.loads(place.read_text(encoding="utf-8"))
    place.write_text(json.dumps({**held, key: value}), encoding="utf-8")
    assert kept_boundaries("20", "commune", AFTER) is None


def test_half_a_file_is_not_drawn() -> None:
    place = imported(AFTER)
    place.write_bytes(place.read_bytes()[:500])
    assert kept_boundaries("20", "commune", AFTER) is None


def test_where_nothing_can_be_written_the_old_file_stays(own_folder: Path) -> None:
    (own_folder / "boundaries").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(PlaceRefused, match="cannot be written"):
        imported(AFTER)
