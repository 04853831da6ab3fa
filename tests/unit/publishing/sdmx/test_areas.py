"""Reference areas: one for each unit that ever bore a code."""

import pytest

from tiendo.publishing.sdmx.areas import area_of, areas, code_of


@pytest.mark.parametrize(
    ("code", "day", "area"),
    [
        ("VN", "2022-03-31", "VN"),
        ("20", "2022-03-31", "VN20"),
        ("20", "2030-12-31", "VN20"),
        ("06040", "2022-03-31", "VN06040"),
        ("06040", "2025-01-01", "VN06040_20241201"),
        ("06040", "2025-07-01", "VN06040_20250701"),
        ("06040", "2010-01-01", "VN06040"),
        ("178", "2026-01-01", "VN178"),
        ("99999", "2022-03-31", "VN99999"),
    ],
)
def test_a_code_is_the_unit_that_bore_it_on_the_day(code, day, area):
    assert area_of(code, day) == area
    assert code_of(area) == code


def test_every_area_stands_once_in_the_list_below_one_that_stands_there_too():
    ids = [item.id for item in areas().items]

    assert len(ids) == len(set(ids)) == 349
    assert all(item.parent in ids for item in areas().items if item.id != "VN")


def test_a_district_lies_in_its_province_and_a_new_commune_too():
    parents = {item.id: item.parent for item in areas().items}

    assert (parents["VN178"], parents["VN20"]) == ("VN20", "VN")
    assert parents["VN06040"] == "VN180"
    assert parents["VN06040_20250701"] == "VN20"
