"""A name or a code means a place on a day; places split and merge with weights."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.facts.decisions import Ambiguous, Matched, Rejected, Unknown
from tiendo.facts.errors import LookupRefused
from tiendo.reference.territories import all_provinces, children, described, find_territory, mapped, territory

IN_2022 = date(2022, 4, 1)
EARLY_2025 = date(2025, 1, 15)
IN_2026 = date(2026, 1, 1)

COMMUNES = {"178": (8, 8), "180": (22, 20), "181": (19, 19), "182": (17, 17), "183": (22, 22), "184": (17, 15),
            "185": (18, 18), "186": (24, 23), "187": (20, 20), "188": (21, 20), "189": (12, 12)}  # fmt: skip


def communes(on: date) -> list[str]:
    below = children("20", on)
    return [unit.code for unit in below if len(unit.code) == 5] or [
        unit.code for district in below for unit in children(district.code, on)
    ]


@pytest.mark.parametrize(("on", "count"), [(IN_2022, 200), (date(2024, 11, 30), 200), (date(2024, 12, 1), 194),
                                           (date(2025, 6, 30), 194), (date(2025, 7, 1), 65)])  # fmt: skip
def test_the_province_had_200_then_194_then_65_communes(on: date, count: int) -> None:
    assert len(communes(on)) == count


@pytest.mark.parametrize("district", COMMUNES)
def test_every_district_has_its_communes_before_and_after_the_step_of_2024(district: str) -> None:
    assert tuple(len(children(district, on)) for on in (IN_2022, EARLY_2025)) == COMMUNES[district]


def test_the_65_new_communes_are_61_xa_and_4_phuong_and_districts_are_gone() -> None:
    kinds = [unit.kind for unit in children("20", IN_2026)]
    assert (kinds.count("xã"), kinds.count("phường"), len(kinds)) == (61, 4, 65)
    assert len(children("20", IN_2022)) == 11
    assert territory("183", IN_2026) is None


def test_viet_nam_had_63_provinces_and_has_34() -> None:
    assert [sum(unit.validity.covers(on) for unit in all_provinces()) for on in (IN_2022, IN_2026)] == [63, 34]


@pytest.mark.parametrize(
    ("asked", "on", "within", "title"),
    [
        # districts' names went to communes
        ("Cao Lộc", IN_2022, None, "huyện Cao Lộc, tỉnh Lạng Sơn"),
        ("Cao Lộc", IN_2026, None, "xã Cao Lộc, tỉnh Lạng Sơn"),
        ("thị trấn Cao Lộc", IN_2022, None, "thị trấn Cao Lộc, huyện Cao Lộc"),
        # a code is put to new use
        ("06103", IN_2022, None, "xã Hòa Bình, huyện Bình Gia"),
        ("06103", IN_2026, None, "xã Thiện Long, tỉnh Lạng Sơn"),
        ("06040", IN_2022, None, "xã Đại Đồng, huyện Tràng Định"),
        ("06040", EARLY_2025, None, "thị trấn Thất Khê, huyện Tràng Định"),
        ("06040", IN_2026, None, "xã Thất Khê, tỉnh Lạng Sơn"),
        # the district tells homonyms apart, by name, by code or in the text itself
        ("Chi Lăng", IN_2022, "Tràng Định", "xã Chi Lăng, huyện Tràng Định"),
        ("Chi Lăng", IN_2022, "180", "xã Chi Lăng, huyện Tràng Định"),
        ("xã Hòa Bình (huyện Hữu Lũng)", IN_2022, None, "xã Hòa Bình, huyện Hữu Lũng"),
        ("xã Hoà Bình, huyện Hữu Lũng, tỉnh Lạng Sơn", IN_2022, None, "xã Hòa Bình, huyện Hữu Lũng"),
        # spellings
        ("TP. Lạng Sơn", IN_2022, None, "thành phố Lạng Sơn, tỉnh Lạng Sơn"),
        ("XÃ THUỴ HÙNG", IN_2026, None, "xã Thụy Hùng, tỉnh Lạng Sơn"),
        ("TT Đồng Mỏ", IN_2022, None, "thị trấn Đồng Mỏ, huyện Chi Lăng"),
        ("P. Tam Thanh", IN_2022, None, "phường Tam Thanh, thành phố Lạng Sơn"),
        ("xã Tân Thanh", IN_2022, None, "xã Tân Thanh, huyện Văn Lãng"),  # not Tân Thành
        ("TT NT Thái Bình", IN_2022, None, "thị trấn Nông trường Thái Bình, huyện Đình Lập"),
        # elsewhere
        ("Thanh Hóa", IN_2022, None, "tỉnh Thanh Hóa"),  # not xã Thành Hòa
        ("tỉnh Hòa Bình", IN_2022, None, "tỉnh Hòa Bình"),
        ("Lạng Sơn", IN_2022, None, "tỉnh Lạng Sơn"),
        ("thành phố Huế", IN_2026, None, "thành phố Huế"),
    ],
)
def test_a_name_or_code_means_one_place_on_a_day(asked: str, on: date, within: str | None, title: str) -> None:
    decision = find_territory(asked, on, within)
    assert isinstance(decision, Matched)
    unit = territory(decision.code, on)
    assert unit is not None
    assert described(unit, on) == title


def test_four_communes_of_one_name_wait_for_a_person() -> None:
    decision = find_territory("Hòa Bình", IN_2022)
    assert isinstance(decision, Ambiguous)
    assert decision.codes == ("06103", "06274", "06397", "06508")
    assert "huyện Văn Quan (06274)" in decision.reasons[0]


def test_a_match_warns_of_others_with_the_name() -> None:
    decision = find_territory("Cao Lộc", IN_2022)
    assert isinstance(decision, Matched)
    assert decision.warnings == ("cùng tên với thị trấn Cao Lộc, huyện Cao Lộc (06187)",)


def test_a_place_that_is_gone_is_rejected_with_its_heirs() -> None:
    decision = find_territory("xã Vĩnh Tiến", IN_2026)
    assert isinstance(decision, Rejected)
    assert decision.code == "06007"
    assert decision.reasons == ("xã Vĩnh Tiến (06007) không còn sau 30/11/2024; nay thuộc xã Đoàn Kết (06001)",)


def test_a_place_that_does_not_exist_yet_is_rejected_with_its_first_day() -> None:
    decision = find_territory("phường Kỳ Lừa", IN_2022)
    assert isinstance(decision, Rejected)
    assert "từ 01/7/2025" in decision.reasons[0]


@pytest.mark.parametrize(
    ("asked", "within"),
    [("xã Trên Mây", None), ("99999", None), ("", None), ("Na Sầm", "Nơi Khác"), ("Na Sầm", "huyện Cao Lộc")],
)
def test_what_is_nowhere_is_unknown_and_says_what_was_asked(asked: str, within: str | None) -> None:
    decision = find_territory(asked, IN_2022, within)
    assert isinstance(decision, Unknown)
    assert repr(asked) in decision.reasons[0]


@pytest.mark.parametrize(
    ("code", "start", "end", "shares"),
    [
        ("06007", IN_2022, EARLY_2025, {"05998": "1"}),  # Vĩnh Tiến → Khánh Long
        ("06007", IN_2022, IN_2026, {"06001": "1"}),  # → Đoàn Kết, in two steps
        ("05995", IN_2022, EARLY_2025, {"06040": "1"}),  # thị trấn Thất Khê took over the code of Đại Đồng
        ("06040", EARLY_2025, IN_2026, {"06040": "1"}),
        ("06454", IN_2022, EARLY_2025, {"06385": "1"}),  # Sơn Hà → thị trấn Hữu Lũng
        ("06574", IN_2022, EARLY_2025, {"06559": "1"}),  # Tĩnh Bắc → Tam Gia
        ("05971", EARLY_2025, IN_2026, {"06187": "1"}),  # across a district border, to Kỳ Lừa
        ("06079", EARLY_2025, IN_2026, {"06079": "1"}),  # Hồng Phong of Bình Gia, which a public package splits
        ("183", IN_2022, EARLY_2025, {"183": "1"}),
        ("17", EARLY_2025, IN_2026, {"25": "1"}),  # tỉnh Hòa Bình → Phú Thọ
        ("20", IN_2022, IN_2026, {"20": "1"}),
    ],
)
def test_an_undivided_unit_goes_over_whole(code: str, start: date, end: date, shares: dict[str, str]) -> None:
    result = mapped(code, start, end)
    assert {share.code: str(share.weight) for share in result} == shares
    assert not any(share.estimated for share in result)


@pytest.mark.parametrize(
    ("code", "start", "shares"),
    [
        ("06622", EARLY_2025, {"06613": "0.5", "06625": "0.5"}),  # Bính Xá: the parts are not published
        ("06625", EARLY_2025, {"06625": "0.5", "06637": "0.5"}),  # Kiên Mộc
        ("06040", IN_2022, {"06004": "0.07", "06040": "0.93"}),  # Đại Đồng, split in 2024: one part is known
    ],
)
def test_a_split_unit_carries_estimated_weights(code: str, start: date, shares: dict[str, str]) -> None:
    result = mapped(code, start, IN_2026)
    assert {share.code: str(share.weight) for share in result} == shares
    assert all(share.estimated for share in result)


@pytest.mark.parametrize(
    ("code", "start", "end", "sentence"),
    [
        ("99999", IN_2022, IN_2026, "No territory has the code"),
        ("06040", IN_2026, IN_2022, "no way back"),
        ("183", IN_2022, IN_2026, "Map the communes"),
    ],
)
def test_a_mapping_that_does_not_exist_is_refused(code: str, start: date, end: date, sentence: str) -> None:
    with pytest.raises(LookupRefused, match=sentence):
        mapped(code, start, end)


@given(st.sampled_from(communes(IN_2022)), st.dates(IN_2022, IN_2026), st.dates(IN_2022, IN_2026))
def test_nothing_is_lost_on_the_way(code: str, middle: date, end: date) -> None:
    middle, end = sorted((middle, end))
    direct = {share.code: share.weight for share in mapped(code, IN_2022, end)}
    assert sum(direct.values()) == 1
    by_way: dict[str, Decimal] = {}
    for first in mapped(code, IN_2022, middle):
        for second in mapped(first.code, middle, end):
            by_way[second.code] = by_way.get(second.code, Decimal(0)) + first.weight * second.weight
    assert by_way == direct


def test_every_new_commune_got_something_from_an_old_one() -> None:
    reached = {share.code for code in communes(EARLY_2025) for share in mapped(code, EARLY_2025, IN_2026)}
    assert reached == set(communes(IN_2026))


@given(st.text(max_size=30), st.dates(), st.none() | st.text(max_size=10))
def test_any_text_gets_an_answer(asked: str, on: date, within: str | None) -> None:
    assert find_territory(asked, on, within).reasons
