"""The layout of Decree 30/2020, measured in the file that is handed out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from tests.unit.publishing.report.sample import SAMPLE, words
from tests.unit.publishing.report.word_file import W, all_paragraphs, names, opened, paragraph_with, part, text_of
from tiendo.publishing.report.model import Column, Table, TableRow
from tiendo.publishing.report.word import as_word
from tiendo.publishing.report.word_tables import column_widths

DATA = as_word(SAMPLE)
DOCUMENT = opened(DATA)


def test_paper_and_margins_are_those_of_the_decree() -> None:
    section = DOCUMENT.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20


# words, size, bold, italic, alignment
LOOKS = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, None, ALIGN.CENTER),
    ("Độc lập - Tự do - Hạnh phúc", 14, True, None, ALIGN.CENTER),
    ("TỈNH MẪU", 13, True, None, ALIGN.CENTER),
    ("/BC-UBND", 13, None, None, ALIGN.CENTER),
    ("Mẫu, ngày 05 tháng 4 năm 2022", 14, None, True, ALIGN.CENTER),
    ("BÁO CÁO", 14, True, None, ALIGN.CENTER),
    ("Tình hình thực hiện các chỉ tiêu", 14, True, None, ALIGN.CENTER),
    ("Kính gửi: Hội đồng nhân dân tỉnh Mẫu", 14, None, None, ALIGN.CENTER),
    ("Căn cứ Nghị quyết", 14, None, True, ALIGN.JUSTIFY),
    ("báo cáo tình hình quý I năm 2022 như sau", 14, None, None, ALIGN.JUSTIFY),
    ("I. KẾT QUẢ", 14, True, None, ALIGN.JUSTIFY),
    ("1. Ngân sách", 14, True, None, ALIGN.JUSTIFY),
    ("a) Thu nội địa", 14, None, None, ALIGN.JUSTIFY),
    ("- Sở Mẫu", 14, None, None, ALIGN.JUSTIFY),
    ("Nơi nhận:", 12, True, True, ALIGN.LEFT),
    ("- Các sở, ban, ngành;", 11, None, None, ALIGN.LEFT),
    ("TM. ỦY BAN NHÂN DÂN", 14, True, None, ALIGN.CENTER),
    ("CHỦ TỊCH", 14, True, None, ALIGN.CENTER),
]


@pytest.mark.parametrize(("said", "size", "bold", "italic", "alignment"), LOOKS)
def test_each_part_has_its_size_and_weight(said, size, bold, italic, alignment) -> None:
    style = paragraph_with(DOCUMENT, said).style
    assert style.font.name == "Times New Roman"
    assert (style.font.size.pt, style.font.bold, style.font.italic) == (size, bold, italic)
    assert style.paragraph_format.alignment == alignment


def test_the_parts_stand_in_the_order_of_the_decree() -> None:
    text = "\n".join(text_of(each._element) for each in all_paragraphs(DOCUMENT))
    places = [text.index(said) for said, *_ in LOOKS]
    issuer, country = text.index("ỦY BAN NHÂN DÂN"), text.index("CỘNG HÒA")
    assert issuer < country  # one line of two cells, the issuer at the left
    assert sorted(places[3:]) == places[3:]
    assert text.index("CHỦ TỊCH") < text.index("Phụ lục I\n") < text.index("Phụ lục II")


def test_the_body_is_indented_and_set_apart() -> None:
    layout = paragraph_with(DOCUMENT, "như sau").style.paragraph_format
    assert round(layout.first_line_indent.mm, 1) == 12.7
    assert layout.space_after.pt >= 6
    assert 1 <= layout.line_spacing <= 1.5


def test_rules_stand_below_motto_issuer_and_subject() -> None:
    drawn = [each for each in all_paragraphs(DOCUMENT) if each._element.find(f"{W}pPr/{W}pBdr/{W}top") is not None]
    above = [text_of(each._element.getprevious()) for each in drawn]
    assert [said.split("\n")[0][:12] for said in above] == ["ỦY BAN NHÂN ", "Độc lập - Tự", "Tình hình th"]


def test_the_issuer_and_its_territory_stand_on_two_lines() -> None:
    issuer = paragraph_with(DOCUMENT, "TỈNH MẪU")
    assert issuer.text == "ỦY BAN NHÂN DÂN\nTỈNH MẪU"


def test_parts_without_words_are_left_out() -> None:
    assert not any(style == "BC Cơ quan chủ quản" for style in _styles_used(DATA))
    assert "BC Cơ quan chủ quản" in _styles_used(
        as_word(replace(SAMPLE, letterhead=replace(SAMPLE.letterhead, parent="BỘ MẪU")))
    )


def _styles_used(data: bytes) -> set[str]:
    return {each.style.name for each in all_paragraphs(opened(data))}


def test_room_is_left_for_the_number_until_there_is_one() -> None:
    assert paragraph_with(DOCUMENT, "/BC-UBND").text.replace("\u00a0", "_") == "Số: ________/BC-UBND"
    numbered = opened(as_word(replace(SAMPLE, letterhead=replace(SAMPLE.letterhead, number="07"))))
    assert paragraph_with(numbered, "Số:").text == "Số: 07/BC-UBND"


def test_several_addressees_stand_below_each_other() -> None:
    several = replace(SAMPLE.letterhead, addressee=("Hội đồng nhân dân tỉnh Mẫu", "Sở Mẫu"))
    document = opened(as_word(replace(SAMPLE, letterhead=several)))
    said = [each.text for each in all_paragraphs(document) if "kính gửi" in each.style.name.lower()]
    assert said == ["Kính gửi:", "- Hội đồng nhân dân tỉnh Mẫu;", "- Sở Mẫu."]


def test_the_page_number_stands_in_the_top_margin_but_not_on_the_first_page() -> None:
    for section in DOCUMENT.sections:
        assert section.different_first_page_header_footer
        assert text_of(section.first_page_header._element) == ""
        (number,) = section.header.paragraphs
        assert " PAGE " in "".join(each.text for each in number._element.iter(f"{W}instrText"))
        assert number.style.paragraph_format.alignment == ALIGN.CENTER
        assert 13 <= number.style.font.size.pt <= 14
        assert section.header_distance < section.top_margin


def test_each_annex_is_a_section_of_its_own_paper_and_page_numbers() -> None:
    text, targets, method = DOCUMENT.sections
    assert [each.orientation for each in (text, targets, method)] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert round(targets.page_width.mm) == 297
    starts = [each._sectPr.find(f"{W}pgNumType").get(f"{W}start") for each in (text, targets, method)]
    assert starts == ["1", "1", "1"]


def test_an_annex_says_which_document_it_belongs_to() -> None:
    said = paragraph_with(DOCUMENT, "Kèm theo").text.replace("\u00a0", "")
    assert said == "(Kèm theo Báo cáo số /BC-UBND ngày 05 tháng 4 năm 2022)"


def test_headings_and_annexes_can_be_navigated() -> None:
    levels = {
        said: paragraph_with(DOCUMENT, said).style.element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for said in ("I. KẾT QUẢ", "1. Ngân sách", "a) Thu nội địa", "Phụ lục I")
    }
    assert levels == {"I. KẾT QUẢ": "0", "1. Ngân sách": "1", "a) Thu nội địa": "2", "Phụ lục I": "0"}
    assert paragraph_with(DOCUMENT, "I. KẾT QUẢ").style.name == "Heading 1"


def _annex_table():
    return next(each for each in DOCUMENT.tables if "Chỉ tiêu" in text_of(each._element))


def test_table_heads_are_repeated_and_rows_never_torn() -> None:
    rows = _annex_table()._element.findall(f"{W}tr")
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_numbers_stand_at_the_right_and_columns_fill_the_page() -> None:
    table, section = _annex_table(), DOCUMENT.sections[1]
    cells = table.rows[2].cells
    assert [each.paragraphs[0].style.paragraph_format.alignment for each in cells[1:5]] == [
        *(ALIGN.LEFT, ALIGN.LEFT, ALIGN.RIGHT, ALIGN.RIGHT),
    ]
    widths = [int(each.get(f"{W}w")) for each in table._element.find(f"{W}tblGrid")]
    assert sum(widths) == round((section.page_width - section.left_margin - section.right_margin) / 635)


def test_the_name_of_a_group_spans_the_table() -> None:
    (cell,) = _annex_table()._element.findall(f"{W}tr")[1].findall(f"{W}tc")
    assert cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val") == "7"
    assert text_of(cell) == "I. Ngân sách"


def test_columns_share_the_width_to_the_last_twip() -> None:
    thirds = [Column(str(number), 1 / 3) for number in range(3)]
    assert column_widths(thirds, 10_000) == [3333, 3334, 3333]
    assert sum(column_widths([Column("a", 0.1), Column("b", 0.2)], 9_355)) == 9_355


def test_the_ruler_is_a_drawing_that_says_what_it_shows() -> None:
    drawings = list(part(DATA, "word/document.xml").iter("{*}docPr"))
    assert [each.get("descr") for each in drawings] == [
        "Tổng thu ngân sách: 2.202,4 trên 7.850 tỷ đồng, đúng tiến độ",
        "chưa có số liệu",
    ]
    numbers = [each.get("id") for each in part(DATA, "word/document.xml").iter("{*}docPr", "{*}cNvPr")]
    assert len(numbers) == len(set(numbers))


def test_language_and_properties_say_what_the_file_is() -> None:
    said = part(DATA, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert said.get(f"{W}val") == "vi-VN"
    properties = DOCUMENT.core_properties
    assert properties.language == "vi-VN"
    assert properties.title.startswith("Báo cáo Tình hình thực hiện")
    assert properties.author == "system"
    assert properties.created.isoformat() == "2022-04-05T01:30:00+00:00"


def test_an_english_report_speaks_english_in_its_head_too() -> None:
    data = as_word(replace(SAMPLE, language="en"))
    text = "\n".join(text_of(each._element) for each in all_paragraphs(opened(data)))
    assert "SOCIALIST REPUBLIC OF VIET NAM" in text
    assert "Copies to:" in text
    assert "To: Hội đồng" in text
    assert opened(data).core_properties.language == "en-GB"


def test_a_report_without_annexes_has_one_section() -> None:
    document = opened(as_word(replace(SAMPLE, annexes=())))
    assert len(document.sections) == 1
    assert "{{" not in text_of(document.element.body)
    assert document.element.body[-2].tag == f"{W}p"  # Word wants a paragraph behind a table


def test_the_same_report_gives_the_same_bytes() -> None:
    assert as_word(SAMPLE) == DATA
    assert len(set(names(DATA))) == len(names(DATA))


def test_letters_that_no_file_can_hold_are_left_out_and_markup_stays_words() -> None:
    strange = Table("", (Column("a\x00", 1),), (TableRow((words("<w:b/> & \ufffe \ud800 \x0b {{số}}"),)),))
    data = as_word(replace(SAMPLE, blocks=(strange,)))
    said = text_of(opened(data).element.body)
    assert "<w:b/> &    {{số}}" in said


def test_a_range_is_not_torn_before_its_dash() -> None:
    (row,) = [each for each in _annex_table().rows if "Tốc độ tăng" in text_of(each._tr)]
    assert text_of(row.cells[3]._element) == "9\u00a0–\u00a010"
