"""A collective phrase is a closed set of codes on a day, or an open set that stays text."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.reference.collectives import expand

IN_2022 = date(2022, 4, 1)
IN_2026 = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("phrase", "on", "count"),
    [
        ("các sở, ban, ngành", IN_2022, 30),  # 20 departments and 10 vertical bodies
        ("Các sở, ban, ngành tỉnh", IN_2022, 30),
        ("các sở, ngành", IN_2026, 24),
        ("UBND các huyện, thành phố", IN_2022, 11),
        ("Ủy ban nhân dân các huyện, thành phố", IN_2022, 11),
        ("các huyện, thành phố", IN_2022, 11),
        ("UBND các huyện", IN_2022, 10),
        ("UBND các huyện, thành phố", IN_2026, 0),
        ("UBND các huyện biên giới", IN_2022, 5),
        ("UBND các xã, phường", IN_2026, 65),
        ("UBND các xã, phường, thị trấn", IN_2022, 200),
        ("UBND cấp xã", date(2025, 1, 15), 194),
        ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương", IN_2022, 63),
        ("các tổ chức chính trị - xã hội", IN_2022, 6),
    ],
)
def test_a_closed_set_expands_to_codes_on_a_day(phrase: str, on: date, count: int) -> None:
    expansion = expand(phrase, on, province="Lạng Sơn")
    assert expansion is not None
    assert expansion.closed
    assert len(expansion.codes) == len(set(expansion.codes)) == count


def test_the_border_districts_are_marked_as_to_be_confirmed() -> None:
    expansion = expand("UBND các huyện biên giới", IN_2022, province="Lạng Sơn")
    assert expansion is not None
    assert expansion.codes == ("UBND-180", "UBND-182", "UBND-183", "UBND-188", "UBND-189")
    assert expansion.to_confirm


@pytest.mark.parametrize(
    "phrase",
    [
        "các cơ quan liên quan",
        "các cơ quan có liên quan",
        "các sở, ban, ngành liên quan",
        "các lực lượng chức năng",
        "cơ quan chức năng",
        "các cấp, các ngành",
        "các nhà đầu tư",
        "các địa phương",
        "các cơ quan thông tấn báo chí",
    ],
)
def test_an_open_set_stays_text(phrase: str) -> None:
    expansion = expand(phrase, IN_2022, province="Lạng Sơn")
    assert expansion is not None
    assert (expansion.closed, expansion.codes) == (False, ())


@pytest.mark.parametrize("phrase", ["Sở Y tế", "UBND tỉnh", "huyện Cao Lộc", "Chức năng của Sở Y tế", ""])
def test_a_single_body_is_no_collective(phrase: str) -> None:
    assert expand(phrase, IN_2022, province="Lạng Sơn") is None


@pytest.mark.parametrize("province", [None, "Thanh Hóa"])
def test_another_provinces_departments_are_not_lang_sons(province: str | None) -> None:
    expansion = expand("các sở, ban, ngành", IN_2022, province=province)
    assert expansion is not None
    assert (expansion.closed, expansion.codes) == (True, ())


def test_a_set_of_the_whole_country_needs_no_province() -> None:
    expansion = expand("UBND các tỉnh, thành phố", IN_2026)
    assert expansion is not None
    assert len(expansion.codes) == 34
