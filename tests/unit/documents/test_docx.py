from __future__ import annotations

import pytest

from tests.unit.documents.samples import (
    cell,
    cells_of,
    content_of,
    listed,
    numbering,
    paragraph,
    source,
    styles,
    table,
    word_file,
)  # fmt: skip
from tiendo.documents.model import RawText
from tiendo.documents.readers.docx import read_docx


def read(*body: str, **parts: str) -> RawText:
    return read_docx(source(word_file(*body, **parts)))


def test_paragraphs_come_in_order_and_empty_ones_are_left_out() -> None:
    assert read(paragraph("Điều 1"), paragraph(""), paragraph("Nội dung")).text == "Điều 1\n\nNội dung"


INSIDE_A_PARAGRAPH = [
    ("an inserted run is read", "<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t> xã</w:t></w:r>", "12 xã"),
    ("a deleted run is not", "<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:r><w:t>12 xã</w:t></w:r>", "12 xã"),
    ("a moved run is read once", "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:r><w:t>y</w:t></w:r>", "y"),
    ("a link is read", "<w:hyperlink><w:r><w:t>62/NQ-HĐND</w:t></w:r></w:hyperlink>", "62/NQ-HĐND"),
    ("a content control is read", "<w:sdt><w:sdtContent><w:r><w:t>2022</w:t></w:r></w:sdtContent></w:sdt>", "2022"),
    ("a field's code is not", "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
    ("a tab is a blank", "<w:r><w:t>Số:</w:t><w:tab/><w:t>05</w:t></w:r>", "Số: 05"),
    ("a line break stays", "<w:r><w:t>TỈNH</w:t><w:br/><w:t>LẠNG SƠN</w:t></w:r>", "TỈNH\nLẠNG SƠN"),
    ("a no-break hyphen is a hyphen", "<w:r><w:t>2016</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r>", "2016-2020"),
    ("hidden text is not read", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", "hiện"),
    ("text that only could be hidden is", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r>', "hiện"),
    ("a formula's letters are read", "<m:oMath><m:r><m:t>x = 1</m:t></m:r></m:oMath>", "x = 1"),
]


@pytest.mark.parametrize(("what", "markup", "expected"), INSIDE_A_PARAGRAPH, ids=[row[0] for row in INSIDE_A_PARAGRAPH])
def test_inside_a_paragraph(what: str, markup: str, expected: str) -> None:
    assert read(paragraph(markup)).text == expected


def test_a_text_box_follows_its_paragraph_and_stands_once_though_it_is_stored_twice() -> None:
    box = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"

    assert read(paragraph(f"<w:r><w:t>Ngoài khung</w:t>{drawing}</w:r>")).text == "Ngoài khung\n\nTrong khung"


def test_footnotes_are_left_out_with_a_note() -> None:
    raw = read(paragraph('<w:r><w:t>63,8%</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'))

    assert raw.text == "63,8%"
    assert [note.code for note in raw.notes] == ["footnotes-left-out"]


def test_blocks_inside_wrappers_are_read() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{paragraph('Trong')}<w:ins>{paragraph('Chèn')}</w:ins></w:sdtContent></w:sdt>"
    removed = f"<w:del>{paragraph('Xóa')}</w:del>"

    assert read(wrapped, removed, paragraph("Sau")).text == "Trong\n\nChèn\n\nSau"


# --- numbers that Word prints by itself ---


def test_list_numbers_are_printed_as_word_prints_them() -> None:
    levels = [(0, "I."), (1, "1."), (2, "1.1."), (2, "1.2."), (1, "2."), (3, "a)"), (3, "b)"), (4, "-"), (0, "II."),
              (1, "1.")]  # fmt: skip
    raw = read(*(listed(f"mục {index}", level) for index, (level, _) in enumerate(levels)), numbering=numbering())

    assert raw.text.split("\n\n") == [f"{label} mục {index}" for index, (_, label) in enumerate(levels)]


FORMATS = [
    ("decimalZero", "%1.", ["01.", "02."]),
    ("lowerRoman", "(%1)", ["(i)", "(ii)"]),
    ("upperLetter", "%1.", ["A.", "B."]),
    ("decimal", "Điều %1.", ["Điều 1.", "Điều 2."]),
    ("bullet", "\uf0b7", ["•", "•"]),
    ("bullet", "+", ["+", "+"]),
    ("none", "", ["", ""]),
    ("chineseCounting", "%1.", ["1.", "2."]),
]


@pytest.mark.parametrize(("style", "pattern", "labels"), FORMATS)
def test_number_formats(style: str, pattern: str, labels: list[str]) -> None:
    raw = read(listed("a", 0), listed("b", 0), numbering=numbering(((style, pattern),)))

    assert raw.text.split("\n\n") == [f"{label} {content}".strip() for label, content in zip(labels, "ab", strict=True)]


def test_a_list_that_starts_anew_counts_for_itself() -> None:
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/>'
        "</w:lvlOverride></w:num>"
    )
    raw = read(listed("a", 1), listed("b", 1, number=2), listed("c", 1), numbering=numbering(extra=anew))

    assert raw.text.split("\n\n") == ["1. a", "4. b", "2. c"]


def test_a_style_brings_its_list_along_and_so_does_the_style_that_it_rests_on() -> None:
    based = styles(
        '<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:styleId="MucNho"><w:basedOn w:val="Muc"/></w:style>',
        '<w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>',
    )
    body = [paragraph(name, f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "MucNho", "Vong")]

    assert read(*body, numbering=numbering(), styles=based).text == "I. Muc\n\nII. MucNho\n\nVong"


def test_number_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    based = styles('<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
    out = paragraph("ngoài", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    assert read(out, numbering=numbering(), styles=based).text == "ngoài"


# --- tables ---


def test_a_table_has_cells_in_place() -> None:
    raw = read(table(cell("TT") + cell("Chỉ tiêu"), cell("1") + cell("GRDP")), paragraph("Hết"))

    assert raw.text == "TT | Chỉ tiêu\n1 | GRDP\n\nHết"
    assert cells_of(raw) == [(0, 0, "TT"), (0, 1, "Chỉ tiêu"), (1, 0, "1"), (1, 1, "GRDP")]


def test_merged_cells_stand_once_with_their_spans() -> None:
    raw = read(
        table(
            cell("Chỉ tiêu", '<w:vMerge w:val="restart"/>') + cell("Kế hoạch", '<w:gridSpan w:val="2"/>'),
            cell("", "<w:vMerge/>") + cell("2022") + cell("2025"),
            cell("GRDP") + cell("7") + cell("8"),
        )
    )
    spans = {
        content_of(raw, found): (found.row, found.column, found.rowspan, found.colspan) for found in raw.tables[0].cells
    }

    assert spans["Chỉ tiêu"] == (0, 0, 2, 1)
    assert spans["Kế hoạch"] == (0, 1, 1, 2)
    assert spans["2025"] == (1, 2, 1, 1)
    assert raw.text == "Chỉ tiêu | Kế hoạch\n2022 | 2025\nGRDP | 7 | 8"


def test_rows_that_a_tracked_change_deleted_are_gone() -> None:
    deleted = "<w:trPr><w:del/></w:trPr>" + cell("cũ") + cell("0")
    raw = read(table(cell("a") + cell("b"), deleted, cell("c") + cell("d")))

    assert raw.text == "a | b\nc | d"


def test_paragraphs_of_a_cell_stay_lines() -> None:
    both = "<w:tc>" + paragraph("- Sở A;") + paragraph("- Sở B") + "</w:tc>"
    raw = read(table(cell("Nhiệm vụ") + cell("Chủ trì"), cell("Rà soát") + both))

    assert cells_of(raw)[-1] == (1, 1, "- Sở A;\n- Sở B")


def test_a_table_in_a_cell_of_a_large_table_is_read_as_text() -> None:
    inner = table(cell("x") + cell("y"), cell("1") + cell("2"))
    row = "".join(cell(text) for text in "abc")
    raw = read(table(row, row, row, cell("d") + f"<w:tc>{inner}</w:tc>" + cell("e") + cell("f")))

    assert cells_of(raw)[-3] == (3, 1, "x\ny\n1\n2")


def test_deep_nesting_is_read_to_its_end() -> None:
    depth = 120  # the parser allows 256 levels, two a wrapper
    raw = read("<w:sdt><w:sdtContent>" * depth + paragraph("đáy") + "</w:sdtContent></w:sdt>" * depth)

    assert raw.text == "đáy"


def test_text_in_an_old_font_becomes_unicode_in_tables_too() -> None:
    body = ["B¸o c¸o t×nh h×nh ph¸t triÓn kinh tÕ - x· héi quý I n¨m 2022 cña tØnh L¹ng S¬n"] * 3
    raw = read(*map(paragraph, body), table(cell("ChØ tiªu") + cell("N¨m 2022"), cell("§é che phñ") + cell("63,8")))

    assert "Báo cáo tình hình phát triển kinh tế - xã hội quý I năm 2022 của tỉnh Lạng Sơn" in raw.text
    assert cells_of(raw)[0] == (0, 0, "Chỉ tiêu")
    assert [note.code for note in raw.notes] == ["converted-tcvn3"]
