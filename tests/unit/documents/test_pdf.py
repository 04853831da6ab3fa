from __future__ import annotations

import shutil

import pytest

from tests.unit.documents.samples import cells_of, content_of, pdf_file, scanned_pdf, source
from tiendo.documents.model import RawText
from tiendo.documents.readers.pdf import read_pdf
from tiendo.documents.readers.pdf_lines import Margins, PdfLine, paragraphs, without_running_lines
from tiendo.facts.errors import MissingHelper

PAGE = '#set page(paper: "a4", margin: 2cm, numbering: "1"); #set text(size: 13pt); #set par(justify: true)\n'
LONG = (
    "Tổng thu ngân sách nhà nước trên địa bàn ước đạt 2.202,4 tỷ đồng, đạt 28,1% dự toán, trong đó thu nội địa"
    " 600,6 tỷ đồng, thu từ hoạt động xuất nhập khẩu 1.600 tỷ đồng."
)


def read(markup: str) -> RawText:
    return read_pdf(source(pdf_file(PAGE + markup)))


def test_lines_that_the_typesetting_broke_are_one_paragraph() -> None:
    assert read(f"{LONG}\n\n{LONG}").text == f"{LONG}\n\n{LONG}"


def test_a_paragraph_goes_on_over_a_page_break_and_page_numbers_are_gone() -> None:
    many = "\n\n".join([LONG] * 20)

    raw = read(many)
    assert raw.text == many


def test_short_lines_stay_lines_of_their_own() -> None:
    title = "#align(center)[KẾ HOẠCH \\ Phát triển kinh tế - xã hội năm 2022]"

    assert read(f"{title}\n\n{LONG}").text == f"KẾ HOẠCH\n\nPhát triển kinh tế - xã hội năm 2022\n\n{LONG}"


def test_a_running_header_is_left_out() -> None:
    header = "#set page(header: [Phụ lục kèm theo Kế hoạch số 23/KH-UBND])\n"

    raw = read(header + "#pagebreak()\n".join(f"Nội dung của trang thứ {page} của phụ lục này.\n" for page in "abcd"))
    assert "Kế hoạch số 23" not in raw.text
    assert raw.text.count("Nội dung") == 4


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    assert "kinh tế-xã hội" in read("Phát triển kinh tế-#linebreak()xã hội của tỉnh").text


TABLE = "#table(columns: (auto, 1fr, auto), [TT], [Chỉ tiêu], [Năm 2022], table.cell(colspan: 3)[Kinh tế], %s)"
ROWS = ", ".join(f"[{row}], [Chỉ tiêu thứ {row} của tỉnh], [{row},5]" for row in range(1, 81))


def test_a_ruled_table_has_cells_in_place_and_stands_where_it_stands() -> None:
    raw = read(f"Biểu 1\n\n{TABLE % '[1], [Che phủ rừng], [63,8]'}\n\nGhi chú")

    assert raw.text == "Biểu 1\n\nTT | Chỉ tiêu | Năm 2022\nKinh tế\n1 | Che phủ rừng | 63,8\n\nGhi chú"
    merged = next(cell for cell in raw.tables[0].cells if content_of(raw, cell) == "Kinh tế")
    assert (merged.row, merged.column, merged.colspan) == (1, 0, 3)


def test_a_table_over_several_pages_is_one_table() -> None:
    raw = read(TABLE % ROWS)

    assert len(raw.tables) == 1
    assert [text for _, column, text in cells_of(raw) if column == 2] == ["Năm 2022"] + [
        f"{row},5" for row in range(1, 81)
    ]


def test_lines_broken_inside_a_cell_are_joined() -> None:
    raw = read("#table(columns: (3cm, 3cm), [Chỉ tiêu], [Mức], [Tỷ lệ dân số tham gia bảo hiểm y tế], [90,4%])")

    assert cells_of(raw)[2] == (1, 0, "Tỷ lệ dân số tham gia bảo hiểm y tế")


def test_boxes_and_underlines_are_no_tables() -> None:
    raw = read(f"#rect[Khung chữ] #line(length: 100%) {LONG}")

    assert raw.tables == ()
    assert "Khung chữ" in raw.text


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract-ocr and tesseract-ocr-vie are not installed")
def test_a_scan_is_recognised_with_a_note() -> None:
    raw = read_pdf(source(scanned_pdf(pdf_file(PAGE + LONG))))

    assert "Tổng thu ngân sách nhà nước" in raw.text.replace("\n", " ")
    assert [note.code for note in raw.notes] == ["ocr"]


def test_a_scan_without_tesseract_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(MissingHelper, match="apt install tesseract-ocr tesseract-ocr-vie"):
        read_pdf(source(scanned_pdf(pdf_file(PAGE + LONG))))


# --- joining lines, without a file ---

WIDTH = Margins(left=50, right=500)


def line(text: str, right: float = 500, left: float = 50) -> PdfLine:
    return PdfLine(text, left, right, 100, 112)


JOINING = [
    ("a full line goes on", [line("Phấn đấu đến năm 2030 đạt mức thu nhập"), line("bình quân")], 1),
    ("a line with room to spare ends", [line("Mục tiêu chung", 200), line("bình quân")], 2),
    ("a bullet begins anew", [line("giai đoạn tới của tỉnh."), line("- Thu hút đầu tư", left=70)], 2),
    ("a broken range goes on", [line("kế hoạch giai đoạn 2026"), line("- 2030 của tỉnh")], 1),
    ("an indented sentence begins anew", [line("các chỉ tiêu đề ra."), line("Thu hút đầu tư", left=80)], 2),
    ("a centred line stands alone", [line("Số: 05/BC-UBND, ngày 5 tháng 7"), line("BÁO CÁO", 300, left=250)], 2),
    ("a centred title ends", [line("Về kết quả quý I năm 2022", 480, left=70), line("Quý I năm nay")], 2),
    ("a set-in first line goes on", [line("Trong quý I, tỉnh tập trung", left=80), line("chống dịch")], 1),
    ("a hanging item goes on", [line("- Sở Tài chính chủ trì", left=70), line("theo dõi", left=88)], 1),
    ("a quoted block goes on", [line("a) bãi bỏ khoản 1 của", left=120), line("điều này", left=120)], 1),
    ("an unindented sentence goes on", [line("các chỉ tiêu đề ra."), line("Thu hút đầu tư")], 1),
]


@pytest.mark.parametrize(("what", "lines", "count"), JOINING, ids=[row[0] for row in JOINING])
def test_joining_lines(what: str, lines: list[PdfLine], count: int) -> None:
    assert len(list(paragraphs(lines, WIDTH))) == count


PAGE_NUMBERS = ["7", "- 7 -", "Trang 7", "7/12", "trang 7 / 12"]


@pytest.mark.parametrize("number", PAGE_NUMBERS)
def test_a_page_number_at_the_edge_is_dropped_and_a_number_inside_stays(number: str) -> None:
    top, body, inside = PdfLine(number, 290, 300, 800, 812), line("Nội dung"), PdfLine("2022", 50, 70, 90, 99)
    low = PdfLine("cuối trang", 50, 99, 60, 70)

    assert without_running_lines([[top, body, inside, low]]) == [[body, inside, low]]
