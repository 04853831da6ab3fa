"""The drawn map: every unit is a tile with a link, readable without colours, and nothing in it can become markup."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from tiendo.publishing.tile_labels import fits, initials, label_lines, told_apart
from tiendo.publishing.tile_map import LegendEntry, Place, Shapes, tile_map
from tiendo.reference.grids import grid_of
from tiendo.reference.territories import LANG_SON, children

SVG = "{http://www.w3.org/2000/svg}"
DISTRICTS, COMMUNES = date(2025, 6, 30), date(2026, 3, 31)


def places_on(day: date, **values: str) -> list[Place]:
    grid = grid_of(LANG_SON, day)
    assert grid is not None
    return [
        Place(
            code=unit.code,
            name=unit.name,
            column=grid.cells[unit.code].column,
            row=grid.cells[unit.code].row,
            address=f"#unit-{unit.code}",
            value=Decimal(value) if (value := values.get(f"_{unit.code}")) else None,
            printed=(value or "").replace(".", ","),
        )
        for unit in children(LANG_SON, day)
    ]


def drawn(places: list[Place], shapes: Shapes | None = None, language: str = "vi") -> ElementTree.Element:
    svg = tile_map(places, label="Hộ nghèo", unit="%", language=language, shapes=shapes).svg
    assert "style=" not in svg
    assert "<script" not in svg
    return ElementTree.fromstring(svg)


def test_every_unit_is_a_link_with_its_full_name_and_value() -> None:
    root = drawn(places_on(DISTRICTS, _180="12.5"))
    links = {link.get("href"): link for link in root.iter(f"{SVG}a")}
    assert len(links) == 11
    assert links["#unit-180"].get("aria-label") == "Tràng Định: 12,5%"
    assert links["#unit-181"].get("aria-label") == "Bình Gia: chưa có số liệu"
    title = links["#unit-180"].find(f"{SVG}title")
    assert title is not None
    assert title.text == "Tràng Định: 12,5%"


def test_what_has_no_data_is_hatched_and_not_only_grey() -> None:
    root = drawn(places_on(DISTRICTS, _180="12.5"))
    hatched = [link for link in root.iter(f"{SVG}a") if "missing" in (link.get("class") or "")]
    assert len(hatched) == 10
    for link in hatched:
        assert [rect.get("fill") for rect in link.iter(f"{SVG}rect")][1] == "url(#no-data-hatch)"


def test_tiles_do_not_overlap_and_stay_inside() -> None:
    root = drawn(places_on(COMMUNES))
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    faces = [rect for rect in root.iter(f"{SVG}rect") if rect.get("class") == "face"]
    corners = {(float(face.get("x", 0)), float(face.get("y", 0))) for face in faces}
    assert len(corners) == len(faces) == 65
    for face in faces:
        assert float(face.get("x", 0)) + float(face.get("width", 0)) <= width
        assert float(face.get("y", 0)) + float(face.get("height", 0)) <= height


def test_legend_counts_every_unit_once() -> None:
    values = {f"_{unit.code}": str(number) for number, unit in enumerate(children(LANG_SON, DISTRICTS)[:9], start=1)}
    entries = tile_map(places_on(DISTRICTS, **values), label="", unit="ha", language="vi").legend
    assert entries == (
        LegendEntry("step-1", "dưới 4", 3),
        LegendEntry("step-3", "từ 4 đến dưới 7", 3),
        LegendEntry("step-5", "từ 7 trở lên", 3),
        LegendEntry("missing", "chưa có số liệu", 2),
    )


def test_numbers_of_the_legend_are_those_of_the_language() -> None:
    values = {f"_{unit.code}": f"{number}500.5" for number, unit in enumerate(children(LANG_SON, DISTRICTS)[:9])}
    vi, en = (
        [entry.words for entry in tile_map(places_on(DISTRICTS, **values), label="", unit="", language=one).legend]
        for one in ("vi", "en")
    )
    assert vi[0] == "dưới 3.000"
    assert en[0] == "below 3,000"


def test_hostile_names_stay_text() -> None:
    place = Place(code="1", name='<b>"A"&', column=1, row=1, address='#"><script>', value=Decimal(1), printed="<1>")
    svg = tile_map([place], label='"><script>', unit="<i>", language="vi").svg
    assert "<script" not in svg
    assert "<b>" not in svg
    ElementTree.fromstring(svg)


def test_shapes_are_drawn_where_every_unit_has_one() -> None:
    places = places_on(DISTRICTS, _180="3")
    squares = {place.code: "M0 0H9V9H0Z" for place in places}
    root = drawn(places, Shapes(100, 80, squares))
    assert root.get("viewBox") == "0 0 100 80"
    assert len(list(root.iter(f"{SVG}path"))) == 11 + 10  # ten of them have no data: a hatch over the face
    del squares["180"]
    assert list(drawn(places, Shapes(100, 80, squares)).iter(f"{SVG}path")) == []


@pytest.mark.parametrize("day", [DISTRICTS, COMMUNES])
def test_short_labels_differ_and_are_short(day: date) -> None:
    names = {unit.code: unit.name for unit in children(LANG_SON, day)}
    short = told_apart(names)
    assert len(set(short.values())) == len(names)
    assert max(map(len, short.values())) <= 5


def test_labels() -> None:
    assert initials("Hoàng Văn Thụ") == "HVT"
    assert told_apart({"1": "Tân Tiến", "2": "Tân Tri", "3": "Tân Văn"}) == {"1": "TTi", "2": "TTr", "3": "TV"}
    assert told_apart({"1": "Ba Sơn", "2": "Bắc Sơn"}) == {"1": "BaS", "2": "BắcS"}
    assert label_lines("Bình Gia", 68, 13) == ("Bình Gia",)
    assert label_lines("Hoàng Văn Thụ", 68, 13) == ("Hoàng", "Văn Thụ")
    assert label_lines("Nghĩa Khánh Thượng Hạ Trung", 68, 13) == ("NKTHT",)
    assert fits("", 0, 13)


def test_every_name_of_the_province_fits_its_tile() -> None:
    root = drawn(places_on(COMMUNES))
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text") if text.get("class") == "name")
    assert not re.search(r"\b[A-ZĐ]{3,}\b", words)  # no commune had to be cut to initials
