from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tiendo.documents.metadata import read_metadata
from tiendo.documents.model import Metadata
from tiendo.documents.outline import outline
from tiendo.documents.read import read_document
from tiendo.documents.tables import pipe_tables

SHARED = Path(__file__).parents[4] / "shared" / "documents"


def metadata(text: str) -> Metadata:
    return read_metadata(text, outline(text, pipe_tables(text)))


@dataclass(frozen=True)
class Case:
    """A document in brief, and what it says about itself; what is not named is not stated."""

    text: str
    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: date | None = None
    partial_date: str | None = None
    signer: str | None = None
    title: str | None = None
    period: str | None = None


LETTERHEAD = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BODY = "\nThực hiện chương trình công tác, đơn vị báo cáo như sau:\nI. KẾT QUẢ\n1. Thu ngân sách đạt 50% dự toán.\n"

CASES = {
    "a report with its letterhead": Case(
        LETTERHEAD + "Số: 120/BC-UBND\nLạng Sơn, ngày 05 tháng 7 năm 2022\nBÁO CÁO\n"
        "Tình hình kinh tế - xã hội 6 tháng đầu năm 2022\n" + BODY,
        type="Báo cáo", number="120/BC-UBND", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", place="Lạng Sơn",
        date=date(2022, 7, 5), title="Tình hình kinh tế - xã hội 6 tháng đầu năm 2022", period="2022-H1",
    ),
    "a resolution that names its body below the title": Case(
        "NGHỊ QUYẾT\nVề nhiệm vụ phát triển\nkinh tế - xã hội năm 2023\nHỘI ĐỒNG NHÂN DÂN TỈNH LẠNG SƠN\n"
        "KHÓA XVII, KỲ HỌP THỨ MƯỜI\nCăn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT NGHỊ:\n"
        "Điều 1. Thông qua nhiệm vụ năm 2023.\n"
        "Nghị quyết này được Hội đồng nhân dân tỉnh thông qua ngày 10 tháng 12 năm 2022./.\n",
        type="Nghị quyết", issuer="Hội đồng nhân dân tỉnh Lạng Sơn", date=date(2022, 12, 10),
        title="Về nhiệm vụ phát triển kinh tế - xã hội năm 2023", period="2023",
    ),
    "a normative decision with its year": Case(
        LETTERHEAD + "Số: 09/2024/QĐ-UBND\nLạng Sơn, ngày 01 tháng 02 năm 2024\nQUYẾT ĐỊNH\nBan hành Quy chế làm việc\n"
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nCăn cứ Luật Giá;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế.\n",
        type="Quyết định", number="09/2024/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", place="Lạng Sơn",
        date=date(2024, 2, 1), title="Ban hành Quy chế làm việc",
    ),
    "a Party programme with a hyphen in its number": Case(
        "TỈNH ỦY LẠNG SƠN\n*\nSố 52-CTr/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLạng Sơn, ngày 27 tháng 10 năm 2022\n"
        "CHƯƠNG TRÌNH HÀNH ĐỘNG\nphát triển vùng đến năm 2030\n" + BODY,
        type="Chương trình hành động", number="52-CTr/TU", issuer="Tỉnh ủy Lạng Sơn", place="Lạng Sơn",
        date=date(2022, 10, 27), title="phát triển vùng đến năm 2030", period="../2030",
    ),
    "a draft with blanks for number and day": Case(
        LETTERHEAD + "Số:      /KH-UBND\nLạng Sơn, ngày      tháng 4 năm 2022\nKẾ HOẠCH\n"
        "Chuyển đổi số quý II năm 2022\n" + BODY,
        type="Kế hoạch", number="/KH-UBND", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", place="Lạng Sơn",
        partial_date="2022-04", title="Chuyển đổi số quý II năm 2022", period="2022-Q2",
    ),
    "a draft that leaves the month blank too": Case(
        LETTERHEAD + "Số: ...../KH-UBND\nLạng Sơn, ngày ... tháng ... năm 2022\nKẾ HOẠCH\nChuyển đổi số\n" + BODY,
        type="Kế hoạch", number="/KH-UBND", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", place="Lạng Sơn",
        partial_date="2022", title="Chuyển đổi số",
    ),
    "a department below its committee": Case(
        "UBND TỈNH LẠNG SƠN\nSỞ TÀI CHÍNH\nSố: 15/BC-STC\nLạng Sơn, ngày 12 tháng 3 năm 2024\nBÁO CÁO\n"
        "Công tác tháng 3 năm 2024\n" + BODY,
        type="Báo cáo", number="15/BC-STC", issuer="Sở Tài chính", place="Lạng Sơn", date=date(2024, 3, 12),
        title="Công tác tháng 3 năm 2024", period="2024-03",
    ),
    "an official letter, which has no type line": Case(
        LETTERHEAD + "Số: 300/UBND-KT\nV/v báo cáo kết quả quý I năm 2024\nLạng Sơn, ngày 02 tháng 4 năm 2024\n"
        "Kính gửi: Các sở, ban, ngành\n" + BODY,
        type="Công văn", number="300/UBND-KT", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", place="Lạng Sơn",
        date=date(2024, 4, 2), title="báo cáo kết quả quý I năm 2024", period="2024-Q1",
    ),
    "a letterhead in two narrow columns, with bars and marks": Case(
        "|\n**UỶ BAN NHÂN DÂN**\nTỈNH BẮC GIANG\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\n"
        "Độc lập - Tự do - Hạnh phúc\n|\n|\nSố: 77/KH-UBND\n|\n*Bắc Giang, ngày 20\ntháng 11 năm 2024*\n|\n\n"
        "**KẾ HOẠCH**\n\nCẢI CÁCH HÀNH CHÍNH NĂM 2025\n\nThực hiện nhiệm vụ được giao, đơn vị ban hành như sau:\n",
        type="Kế hoạch", number="77/KH-UBND", issuer="Ủy ban nhân dân tỉnh Bắc Giang", place="Bắc Giang",
        date=date(2024, 11, 20), title="CẢI CÁCH HÀNH CHÍNH NĂM 2025", period="2025",
    ),
    "a web page's table of labels and headline": Case(
        "Kế hoạch 88/KH-UBND năm 2023 về nước sạch đến năm 2030 do tỉnh Lạng Sơn ban hành\nSố hiệu | 88/KH-UBND |\n"
        "Ngày ban hành | 26/01/2023 |\nLoại văn bản | Kế hoạch |\nCơ quan ban hành | Tỉnh Lạng Sơn |\n"
        "Người ký | Nguyễn Văn A |\nỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + BODY,
        type="Kế hoạch", number="88/KH-UBND", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", date=date(2023, 1, 26),
        signer="Nguyễn Văn A", title="Kế hoạch 88/KH-UBND năm 2023 về nước sạch đến năm 2030 do tỉnh Lạng Sơn ban hành",
        period="../2030",
    ),
    "a signature below the authority that it is given on": Case(
        LETTERHEAD + "BÁO CÁO\nCông tác năm 2024\n" + BODY + "Nơi nhận:\n- Thường trực Tỉnh ủy;\n- Lưu: VT.\n"
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Thị B\n",
        type="Báo cáo", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", signer="Trần Thị B",
        title="Công tác năm 2024", period="2024",
    ),
    "a title broken before the name of a body": Case(
        "NGHỊ QUYẾT\nSỬA ĐỔI NGHỊ QUYẾT NĂM 2019 CỦA\nHỘI ĐỒNG NHÂN DÂN TỈNH VỀ PHÍ\nHỘI ĐỒNG NHÂN DÂN TỈNH CAO BẰNG\n"
        "Căn cứ Luật Phí và lệ phí;\nQUYẾT NGHỊ:\nĐiều 1. Sửa đổi mức thu.\n",
        type="Nghị quyết", issuer="Hội đồng nhân dân tỉnh Cao Bằng",
        title="SỬA ĐỔI NGHỊ QUYẾT NĂM 2019 CỦA HỘI ĐỒNG NHÂN DÂN TỈNH VỀ PHÍ", period="2019",
    ),
    "a slice from the middle": Case("II. MỤC TIÊU\n1. Đến năm 2030, tỷ lệ che phủ rừng đạt 67%.\n"),
    "a scan that puts blanks into the number": Case(
        "BỘ CHÍNH TRỊ\nSố: 27/NQ- TW\nHà Nội, ngày 09 tháng 11 năm 2022\nNGHỊ QUYẾT\nvề nhà nước pháp quyền\n" + BODY,
        type="Nghị quyết", number="27/NQ-TW", issuer="Bộ Chính trị", place="Hà Nội", date=date(2022, 11, 9),
        title="về nhà nước pháp quyền",
    ),
    "a letterhead that a narrow column broke": Case(
        "ỦY\nBAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:\n31/KH-UBND\n"
        "TP.\nCần Thơ, ngày 08 tháng 5 năm 2023\nKẾ HOẠCH\nTrồng cây\n" + BODY,
        type="Kế hoạch", number="31/KH-UBND", issuer="Ủy ban nhân dân thành phố Cần Thơ", place="Cần Thơ",
        date=date(2023, 5, 8), title="Trồng cây",
    ),
    "a place right below a number that ends in small letters": Case(
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 90/CĐ-TTg\nHà Nội, ngày 02 tháng 9 năm 2023\nCÔNG ĐIỆN\nVề trực ban\n" + BODY,
        type="Công điện", number="90/CĐ-TTg", issuer="Thủ tướng Chính phủ", place="Hà Nội", date=date(2023, 9, 2),
        title="Về trực ban",
    ),
    "a chairman who decides, and bases with a dash": Case(
        "UBND TỈNH YÊN BÁI\nSố: 12/QĐ-UBND\nYên Bái, ngày 03 tháng 4 năm 2019\nQUYẾT ĐỊNH\nV/v giao chỉ tiêu.\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH YÊN BÁI\n- Căn cứ Luật Đầu tư công;\nQUYẾT ĐỊNH:\nĐiều 1. Giao chỉ tiêu.\n",
        type="Quyết định", number="12/QĐ-UBND", issuer="Chủ tịch Ủy ban nhân dân tỉnh Yên Bái", place="Yên Bái",
        date=date(2019, 4, 3), title="V/v giao chỉ tiêu.",
    ),
    "a law": Case(
        "QUỐC HỘI\nLuật số: 16/2023/QH15\nLUẬT\nGIÁ\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Giá.\nĐiều 1. Phạm vi\n",
        type="Luật", number="16/2023/QH15", issuer="Quốc hội", title="GIÁ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_document_says_about_itself(case: Case) -> None:
    found = metadata(case.text)

    assert (found.type, found.number, found.issuer) == (case.type, case.number, case.issuer)
    assert (found.place, found.date) == (case.place, case.date)
    assert (found.title, found.signer) == (case.title, case.signer)
    assert [str(period) if period else None for period in (found.partial_date, found.period)] == [
        case.partial_date, case.period,
    ]  # fmt: skip


def test_legal_bases_are_the_lines_that_name_them() -> None:
    text = CASES["a resolution that names its body below the title"].text

    (basis,) = metadata(text).legal_bases
    assert text[basis.start : basis.end] == "Căn cứ Luật Tổ chức chính quyền địa phương;"


REAL = {
    "2022-annual-resolution": Metadata(
        type="Nghị quyết", issuer="Hội đồng nhân dân tỉnh Lạng Sơn", date=date(2021, 12, 9)
    ),
    "2016-2020-five-year-plan": Metadata(
        type="Nghị quyết", issuer="Hội đồng nhân dân tỉnh Lạng Sơn", signer="Đoàn Thị Hậu"
    ),
    "2022-q1-press-release": Metadata(
        type="Thông cáo báo chí", number="/TC-UBND", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", place="Lạng Sơn",
        signer="Phạm Hùng Trường",
    ),
    "2023-action-plan-2030": Metadata(
        type="Kế hoạch", number="23/KH-UBND", issuer="Ủy ban nhân dân tỉnh Lạng Sơn", place="Lạng Sơn",
        date=date(2023, 1, 26), signer="Hồ Tiến Thiệu",
    ),
}  # fmt: skip
REAL_PERIODS = {
    "2022-annual-resolution": ("2022", 3),
    "2016-2020-five-year-plan": ("2016/2020", 4),
    "2022-q1-press-release": ("2022-Q1", 0),
    "2023-action-plan-2030": ("../2030", 0),
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not beside the repository")
@pytest.mark.parametrize("name", REAL)
def test_the_real_documents_of_lang_son(name: str) -> None:
    found, expected = read_document(SHARED / f"{name}.txt").metadata, REAL[name]

    assert (found.type, found.number, found.issuer) == (expected.type, expected.number, expected.issuer)
    assert (found.place, found.date, found.signer) == (expected.place, expected.date, expected.signer)
    assert (str(found.period), len(found.legal_bases)) == REAL_PERIODS[name]
