"""The PDF of a report: what it says, how it is set, and that it can be kept and listened to."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

import pypdfium2
import pytest
import typst

from tests.unit.publishing.report.sample import SAMPLE, words
from tiendo.facts.errors import ReportRefused, UnusableReport
from tiendo.publishing.report import pdf
from tiendo.publishing.report.model import Column, Heading, Paragraph, Table, TableRow
from tiendo.publishing.report.pdf import as_pdf
from tiendo.publishing.report.pdf_content import content_of
from tiendo.publishing.report.pdf_reading import read_pdf
from tiendo.publishing.report.pdf_typefaces import Typefaces
from tiendo.publishing.report.stamp import sealed

DATA = as_pdf(SAMPLE)
POINTS_A_MILLIMETRE = 72 / 25.4


def _pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def _objects(data: bytes) -> str:
    """All that the file says about itself, its packed objects unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    unpacked = []
    for stream in streams:
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return b"\n".join([data, *unpacked]).decode("latin-1")


def test_the_pages_say_what_the_report_says() -> None:
    first, targets, method = _pages(DATA)
    for said in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "TỈNH MẪU",
        "Mẫu, ngày 05 tháng 4 năm 2022",
        "Kính gửi: Hội đồng nhân dân tỉnh Mẫu",
        "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
        "ước thực hiện 2.202,4 tỷ đồng",
        "- Sở Mẫu: 3 nhiệm vụ đã hoàn thành;",
        "Trên đây là báo cáo quý I năm 2022./.",
        "Nơi nhận:",
        "- Lưu: VT, TH.",
        "CHỦ TỊCH",
    ):
        assert said in first
    assert "Phụ lục I\nCHỈ TIÊU VÀ KẾT QUẢ\n(Kèm theo Báo cáo số" in targets
    assert "Tốc độ tăng <thu nội địa> & phí" in targets
    assert "PHƯƠNG PHÁP" in method


def test_paper_and_margins_are_those_of_the_decree() -> None:
    document = pypdfium2.PdfDocument(DATA)
    try:
        sizes = [tuple(round(each / POINTS_A_MILLIMETRE) for each in page.get_size()) for page in document]
        page = document[0]
        text = page.get_textpage()
        boxes = [(text.get_text_range(number, 1), text.get_charbox(number)) for number in range(text.count_chars())]
    finally:
        document.close()
    assert sizes == [(210, 297), (297, 210), (210, 297)]
    printed = [box for letter, box in boxes if not letter.isspace()]
    assert min(box[0] for box in printed) / POINTS_A_MILLIMETRE >= 30 - 0.1
    assert max(box[2] for box in printed) / POINTS_A_MILLIMETRE <= 195 + 0.1
    assert max(box[3] for box in printed) / POINTS_A_MILLIMETRE <= 277 + 1.5  # accents stand above the first line


def test_it_can_be_kept_and_listened_to() -> None:
    said = _objects(DATA)
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in re.sub(r">\s+<", "><", said)
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "/StructTreeRoot" in said
    assert re.search(r"/MarkInfo\s*<<\s*/Marked true", said)
    assert re.search(r"/Lang\s*\(vi-VN\)", said)
    assert re.search(r"/DisplayDocTitle true", said)
    for tag in ("/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"):
        assert re.search(rf"/S\s*{tag}\b", said), tag


def test_the_ruler_says_what_it_shows() -> None:
    # PDF keeps such words as hexadecimal digits of UTF-16.
    assert "Tổng thu ngân sách: 2.202,4 trên 7.850".encode("utf-16-be").hex().upper() in _objects(DATA)


def test_the_title_is_that_of_the_report() -> None:
    document = pypdfium2.PdfDocument(DATA)
    try:
        told = document.get_metadata_dict()
    finally:
        document.close()
    assert told["Title"].startswith("Báo cáo Tình hình thực hiện")
    assert told["Author"] == "system"
    assert told["CreationDate"].startswith("D:20220405013000")


def test_the_stamp_is_read_back() -> None:
    assert read_pdf("a.pdf", DATA).sealed == sealed(SAMPLE)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", DATA[:5000]], ids=["empty", "head", "cut"])
def test_what_is_no_pdf_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableReport, match=r"a\.pdf is no PDF with a stamp"):
        read_pdf("a.pdf", data)


LONG = Table(
    "Bảng dài",
    (Column("Đầu bảng", 0.7), Column("Số", 0.3, is_number=True)),
    tuple(TableRow((words(f"dòng {number}"), words(str(number)))) for number in range(150)),
)


def test_pages_are_numbered_from_the_second_and_annexes_apart() -> None:
    long = replace(SAMPLE.annexes[0], blocks=(LONG,))
    pages = _pages(as_pdf(replace(SAMPLE, blocks=(LONG, *SAMPLE.blocks), annexes=(long, long))))
    firsts = [number for number, page in enumerate(pages) if "ỦY BAN NHÂN DÂN\nTỈNH MẪU" in page or "Kèm theo" in page]
    assert len(firsts) == 3
    expected = [
        number - start + 1
        for start, end in zip(firsts, [*firsts[1:], len(pages)], strict=True)
        for number in range(start, end)
    ]
    shown = [page.split("\n")[0] for page in pages]
    assert [int(each) if each.isdigit() else 1 for each in shown] == expected


def test_table_heads_are_repeated() -> None:
    pages = _pages(as_pdf(replace(SAMPLE, blocks=(LONG,), annexes=())))
    assert len(pages) > 2
    assert all("Đầu bảng" in page for page in pages if "dòng" in page)


def test_words_are_never_markup() -> None:
    strange = '= # $x$ *a* _b_ `c` @d <e> \\ // /* #panic() [f] ~ --- 1. + "g"'
    report = replace(SAMPLE, blocks=(Paragraph(words(strange)), Heading(1, "", strange)), annexes=())
    first = " ".join(_pages(as_pdf(report))[0].split())
    assert strange in first
    assert strange.upper() in first


def test_headings_that_skip_a_level_are_tagged_without_a_gap() -> None:
    blocks = (Heading(3, "a)", "sâu"), Heading(1, "I.", "Đầu"), Heading(3, "b)", "sâu"))
    report = replace(SAMPLE, blocks=blocks)
    assert [each["level"] for each in content_of(report)["blocks"]] == [1, 1, 2]
    assert as_pdf(report)  # PDF/UA refuses gaps


def test_letters_that_no_page_can_show_are_left_out() -> None:
    report = replace(SAMPLE, blocks=(Paragraph(words("a\x00b\ue000c\ud800d")),), annexes=())
    assert "abcd" in _pages(as_pdf(report))[0]


BUILT_IN = Typefaces(typst.Fonts(include_system_fonts=False), ("Libertinus Serif",))


@pytest.fixture
def _without_fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "chosen", lambda: BUILT_IN)
    monkeypatch.setattr(pdf, "everything", lambda: BUILT_IN)


@pytest.mark.usefixtures("_without_fonts_of_the_machine")
def test_a_letter_that_no_typeface_has_is_one_sentence() -> None:
    with pytest.raises(ReportRefused, match="can print “漢"):
        as_pdf(replace(SAMPLE, blocks=(Paragraph(words("漢字")),)))


VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ₫≥≤–−"


@pytest.mark.usefixtures("_without_fonts_of_the_machine")
def test_a_machine_without_fonts_prints_all_vietnamese_letters() -> None:
    report = replace(SAMPLE, blocks=(Paragraph(words(VIETNAMESE + VIETNAMESE.upper())),), annexes=())
    assert VIETNAMESE in _pages(as_pdf(report))[0].replace("\n", "")


def test_one_typeface_prints_all_vietnamese_letters() -> None:
    """Old versions of a typeface lack some, and would be patched letter by letter with those of another."""
    data = as_pdf(replace(SAMPLE, blocks=(Paragraph(words(VIETNAMESE[:-5])),)))
    families = {name.split(b"-")[0] for name in re.findall(rb"/BaseFont/[A-Z]{6}\+([A-Za-z-]+)", data)}
    assert len(families) == 1


def test_the_same_report_gives_the_same_bytes() -> None:
    assert as_pdf(SAMPLE) == DATA


def test_a_moment_with_parts_of_a_second_is_no_trouble() -> None:
    stamp = replace(SAMPLE.stamp, at=SAMPLE.stamp.at.replace(microsecond=123_456))
    assert as_pdf(replace(SAMPLE, stamp=stamp))


def test_an_english_report_speaks_english_in_its_head_too() -> None:
    data = as_pdf(replace(SAMPLE, language="en"))
    assert "SOCIALIST REPUBLIC OF VIET NAM" in _pages(data)[0]
    assert re.search(r"/Lang\s*\(en-GB\)", _objects(data))
