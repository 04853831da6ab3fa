from __future__ import annotations

from dataclasses import replace

from tiendo.catalogue import load_catalogue
from tiendo.intake.reading import Request
from tiendo.intake.recordable import recordable
from tiendo.intake.whole_reading import WholeReading, read_whole

TEXT = """HỘI ĐỒNG NHÂN DÂN
TỈNH LẠNG SƠN
Số: 12/NQ-HĐND
Lạng Sơn, ngày 08 tháng 12 năm 2021

NGHỊ QUYẾT
Về mục tiêu năm 2022

Điều 1. Mục tiêu
1. Thu nội địa huyện Hữu Lũng năm 2022 đạt 150 tỷ đồng.
2. Tỷ lệ che phủ rừng năm 2022 đạt 63,8%.
"""


def whole(tmp_path, text=TEXT) -> WholeReading:
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    read = read_whole(Request(str(path)), load_catalogue())
    assert isinstance(read, WholeReading)
    return read


def taken(read):
    return recordable(read, sha256="a" * 64, size=1, name="noi/khac/van-ban.txt")


def test_a_document_is_known_by_number_year_and_place(tmp_path):
    assert taken(whole(tmp_path)).identity == "number:12 nq hdnd|2021|20"
    assert taken(whole(tmp_path)).name == "van-ban.txt"


def test_a_figure_belongs_to_the_place_that_its_words_name(tmp_path):
    assert [fact.territory for fact in taken(whole(tmp_path)).facts] == ["186", "20"]


def test_the_provisions_are_those_of_the_outline(tmp_path):
    provisions = {one.path: one.heading for one in taken(whole(tmp_path)).provisions}
    assert provisions[("Điều 1",)] == "Mục tiêu"
    assert ("Điều 1", "1") in provisions


def test_characters_that_no_database_keeps_are_replaced_in_their_place(tmp_path):
    read = whole(tmp_path)
    broken = read.document.text.replace("năm 2022\n", "năm\x002022\n").replace("Mục tiêu\n", "Mục\ud800tiêu\n")
    spoilt = replace(read, document=replace(read.document, text=broken))
    kept = taken(spoilt)
    assert kept.text == broken.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert all(kept.text[one.record.start : one.record.end] == one.record.quote for one in kept.facts)
