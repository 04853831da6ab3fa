"""A name means a body on a day and in a province; a body that is gone names its heirs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.facts.decisions import Ambiguous, Matched, Rejected, Unknown
from tiendo.reference.agencies import agencies_in, agency_name, find_agency, successors

GOLD = Path(__file__).parents[4] / "shared" / "facts" / "gold"

IN_2022 = date(2022, 4, 1)
IN_2026 = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        # departments, by name, abbreviation, symbol and sector
        ("Sở Kế hoạch và Đầu tư", "SKHDT"),
        ("Sở KH&ĐT", "SKHDT"),
        ("SKHĐT", "SKHDT"),
        ("Sở Lao động - Thương binh và Xã hội", "SLDTBXH"),
        ("LĐ-TB&XH", "SLDTBXH"),
        ("Sở Văn hoá, Thể thao và Du lịch", "SVHTTDL"),
        ("sở công thương", "SCT"),
        ("Sở Nội vụ", "SNV"),
        ("Sở Ngoại vụ", "SNGV"),
        ("ngành Giao thông vận tải", "SGTVT"),
        ("các ngành Y tế", "SYT"),
        ("Giám đốc Sở Y tế", "SYT"),
        ("Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn", "BQLKKTCK"),
        ("BQL Khu KTCK", "BQLKKTCK"),
        # vertical bodies, courts, party, front
        ("Công an tỉnh", "CAT"),
        ("Bộ CHQS tỉnh", "BCHQS"),
        ("Bộ Chỉ huy bộ đội Biên phòng tỉnh", "BCHBDBP"),
        ("Cục Hải quan tỉnh", "CHQ"),
        ("Toà án nhân dân tỉnh", "TANDT"),
        ("VKSND tỉnh", "VKSNDT"),
        ("Ban Thường vụ Tỉnh uỷ", "BTVTU"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "MTTQT"),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh", "DTNT"),
        ("Văn phòng Điều phối Chương trình MTQG xây dựng NTM", "VPDPNTM"),
        # committees and councils come from the territories
        ("UBND tỉnh", "UBND-20"),
        ("Uỷ ban nhân dân tỉnh", "UBND-20"),
        ("Chủ tịch UBND tỉnh", "UBND-20"),
        ("HĐND tỉnh", "HDND-20"),
        ("UBND thành phố Lạng Sơn", "UBND-178"),
        ("Ủy ban nhân dân huyện Cao Lộc", "UBND-183"),
        ("huyện Bình Gia", "UBND-181"),
        ("UBND xã Chi Lăng, huyện Tràng Định", "UBND-06034"),
        ("UBND tỉnh Đồng Tháp", "UBND-87"),
        ("Thành phố Hồ Chí Minh", "UBND-79"),
        # the centre
        ("Bộ Giao thông vận tải", "BGTVT"),
        ("Bộ trưởng Bộ Xây dựng", "BXD"),
        ("Thủ tướng Chính phủ", "TTG"),
        ("NHNN", "NHNN"),
        ("VNPT", "VNPT"),
        ("VNPT Lạng Sơn", "VNPTT"),
    ],
)
def test_a_name_in_a_document_of_lang_son_means_one_body_in_2022(name: str, code: str) -> None:
    decision = find_agency(name, IN_2022, province="Lạng Sơn")
    assert isinstance(decision, Matched)
    assert decision.code == code
    assert agency_name(code, IN_2022)


@pytest.mark.parametrize(
    ("name", "code", "warning"),
    [
        ("Sở Kế hoạch và Đầu tư", "SKHDT", "kết thúc ngày 28/02/2025; kế tiếp: Sở Tài chính"),
        ("Ban Dân tộc tỉnh", "BDT", "kế tiếp: Sở Dân tộc và Tôn giáo"),
        ("Cục Hải quan tỉnh", "CHQ", "kết thúc ngày 14/3/2025; kế tiếp: Chi cục Hải quan khu vực VI"),
        ("Cục Thuế tỉnh", "CTHUE", "kế tiếp: Thuế tỉnh Lạng Sơn"),  # two steps on
        ("Bộ Tài nguyên và Môi trường", "BTNMT", "kế tiếp: Bộ Nông nghiệp và Môi trường"),
        ("UBND huyện Đình Lập", "UBND-189", "kế tiếp: UBND-06613, UBND-06616, UBND-06625, UBND-06637"),
    ],
)
def test_a_body_that_is_gone_matches_with_a_warning_that_names_its_heirs(name: str, code: str, warning: str) -> None:
    decision = find_agency(name, IN_2026, province="20")
    assert isinstance(decision, Matched)
    assert decision.code == code
    assert warning in "; ".join(decision.warnings)


def test_a_body_that_took_over_others_says_so() -> None:
    decision = find_agency("Sở Tài chính", IN_2026, province="Lạng Sơn")
    assert isinstance(decision, Matched)
    assert decision.warnings == ("sau 28/02/2025 nhận thêm nhiệm vụ của Sở Kế hoạch và Đầu tư",)


@pytest.mark.parametrize("name", ["Sở Dân tộc và Tôn giáo", "Sở Nông nghiệp và Môi trường", "UBND phường Kỳ Lừa"])
def test_a_body_that_does_not_exist_yet_is_rejected(name: str) -> None:
    decision = find_agency(name, IN_2022, province="Lạng Sơn")
    assert isinstance(decision, Rejected)
    assert "từ 01/" in decision.reasons[0]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("CT", ("CTHUE",)),
        ("TC", ("STC", "BTC")),
        ("KH", ("SKHDT", "SKHCN")),
        ("TTr", ("TTT", "TTCP")),
        ("TTCP", ("TTG", "TTCP")),
        ("UBND xã Hòa Bình", ("UBND-06103", "UBND-06274", "UBND-06397", "UBND-06508")),
    ],
)
def test_what_may_mean_several_things_waits_for_a_person(name: str, codes: tuple[str, ...]) -> None:
    decision = find_agency(name, IN_2022, province="Lạng Sơn")
    assert isinstance(decision, Ambiguous)
    assert decision.codes == codes


def test_a_name_without_its_level_is_taken_for_the_provinces_with_a_warning() -> None:
    decision = find_agency("công an", IN_2022, province="Lạng Sơn")
    assert isinstance(decision, Matched)
    assert decision.warnings == ("'công an' không ghi cấp; hiểu là Công an tỉnh",)


@pytest.mark.parametrize(
    ("name", "province", "sentence"),
    [
        ("Sở Tài chính", None, "cần biết tỉnh"),
        ("UBND tỉnh", None, "cần biết tỉnh"),
        ("UBND huyện Cao Lộc", None, "cần biết tỉnh"),
        ("Công an tỉnh", "Thanh Hóa", "tỉnh khác (mã tỉnh 38)"),
        ("Sở Tài chính tỉnh Thanh Hóa", "Lạng Sơn", "tỉnh khác (mã tỉnh 38)"),
        ("UBND cấp xã", "Lạng Sơn", "không nói rõ"),
        ("UBND xã Trên Mây", "Lạng Sơn", "không xác định được"),
        ("Sở Vui chơi", "Lạng Sơn", "không có cơ quan nào"),
        ("", "Lạng Sơn", "không có cơ quan nào"),
    ],
)
def test_nobody_elses_body_silently_becomes_lang_sons(name: str, province: str | None, sentence: str) -> None:
    decision = find_agency(name, IN_2022, province=province)
    assert isinstance(decision, Unknown)
    assert sentence in " ".join(decision.reasons)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sở Tài chính tỉnh Lạng Sơn", "STC"),
        ("UBND huyện Cao Lộc, tỉnh Lạng Sơn", "UBND-183"),
        ("Bộ Tài chính", "BTC"),
        ("tỉnh Lâm Đồng", "UBND-68"),
    ],
)
def test_a_name_that_says_its_province_or_needs_none_resolves_alone(name: str, code: str) -> None:
    decision = find_agency(name, IN_2022)
    assert isinstance(decision, Matched)
    assert decision.code == code


@pytest.mark.parametrize(
    ("code", "on", "heirs"),
    [
        ("SKHDT", IN_2022, ("SKHDT",)),
        ("SKHDT", IN_2026, ("STC",)),
        ("STNMT", IN_2026, ("SNNMT",)),
        ("BCHBDBP", IN_2026, ("BANCHBDBP", "BCHQS")),
        ("CTHUE", date(2025, 5, 1), ("CCTKV6",)),
        ("CTHUE", IN_2026, ("THUETINH",)),
        ("SNNMT", IN_2022, ()),
        ("UBND-181", IN_2022, ("UBND-181",)),
        ("HDND-189", IN_2026, ("HDND-06613", "HDND-06616", "HDND-06625", "HDND-06637")),
        ("UBND-17", IN_2026, ("UBND-25",)),
        ("UBND-99999", IN_2026, ()),
        ("NO-SUCH", IN_2026, ()),
    ],
)
def test_the_work_of_a_body_is_done_by_its_heirs(code: str, on: date, heirs: tuple[str, ...]) -> None:
    assert successors(code, on) == heirs


def test_twenty_departments_became_fourteen_and_two_new_ones() -> None:
    before, after = ({body.code for body in agencies_in("departments", on)} for on in (IN_2022, IN_2026))
    assert len(before) == 20
    assert before - after == {"SKHDT", "SGTVT", "STNMT", "SNNPTNT", "STTTT", "SLDTBXH", "BDT"}
    assert after - before == {"SNNMT", "SDTTG"}


def test_every_department_that_leads_in_the_gold_records_is_known() -> None:
    if not GOLD.is_dir():
        pytest.skip("the gold records (../shared/facts/gold) are not beside this checkout")
    records = [json.loads(line) for file in GOLD.glob("*.jsonl") for line in file.read_text("utf-8").splitlines()]
    bodies = {name for record in records for name in record.get("lead", []) + record.get("coordinators", [])}
    departments = {name for name in bodies if name.startswith(("Sở ", "Bộ ", "Cục ", "UBND huyện", "Công an"))}
    found = {name: find_agency(name, IN_2022, province="Lạng Sơn") for name in departments}
    assert len(departments) > 15
    assert {name for name, decision in found.items() if not isinstance(decision, Matched)} == set()


@given(st.text(max_size=40) | st.sampled_from(["giám đốc " * 3000, "UBND " * 3000, "a, " * 3000]), st.dates())
def test_any_text_gets_an_answer(name: str, on: date) -> None:
    assert find_agency(name, on, province="Lạng Sơn").reasons
