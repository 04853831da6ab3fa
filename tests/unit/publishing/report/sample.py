"""A whole report with every sort of block, as it stands before it has a form; its figures and names are made up."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from tiendo.facts.period import Period
from tiendo.publishing.report.model import (
    Annex,
    Binding,
    Column,
    Figure,
    Heading,
    Letterhead,
    Manner,
    Meaning,
    Paragraph,
    Report,
    RulerCell,
    Runs,
    Signature,
    Sort,
    Stamp,
    Table,
    TableRow,
    Words,
)


def figure(
    text: str,
    value: str,
    *,
    indicator: str | None = "thu-ngan-sach-dia-ban",
    meaning: Meaning = Meaning.RESULT,
    unit: str = "VND:9",
    bold: bool = False,
) -> Figure:
    """A printed figure with its binding; its key follows from what it says."""
    binding = Binding(
        key=f"{indicator or 'count'}/2022-Q1/{meaning.value}",
        meaning=meaning,
        indicator=indicator,
        period="2022-Q1",
        value=Decimal(value),
        unit=unit,
        places=len(value.partition(".")[2]),
        entries=(101, 102),
        address=f"/indicators/{indicator}" if indicator else "/tasks",
    )
    return Figure(text, binding, bold)


def words(text: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """A cell or paragraph of plain words."""
    return (Words(text, bold, italic),)


BUDGET = (
    Words("Tổng thu ngân sách nhà nước trên địa bàn ước thực hiện "),
    figure("2.202,4", "2202.4"),
    Words(" tỷ đồng, đạt "),
    figure("28,1", "28.1", meaning=Meaning.PLAN_PERCENT, unit="PT"),
    Words("% dự toán, giảm "),
    figure("8,9", "-8.9", meaning=Meaning.YEAR_ON_YEAR, unit="PT"),
    Words("% so với cùng kỳ."),
)

TARGETS = Table(
    caption="Kết quả thực hiện các chỉ tiêu quý I năm 2022",
    columns=(
        Column("TT", 0.05),
        Column("Chỉ tiêu", 0.3),
        Column("Đơn vị tính", 0.1),
        Column("Mục tiêu năm 2022", 0.12, is_number=True),
        Column("Kết quả quý I", 0.12, is_number=True),
        Column("Tiến độ", 0.16),
        Column("Đánh giá", 0.15),
    ),
    rows=(
        TableRow((words("I. Ngân sách", bold=True),), group=True),
        TableRow(
            (
                words("1"),
                words("Tổng thu ngân sách nhà nước trên địa bàn"),
                words("tỷ đồng"),
                (figure("7.850", "7850", meaning=Meaning.TARGET),),
                (figure("2.202,4", "2202.4"),),
                RulerCell(
                    reached=0.247,
                    expected=0.22,
                    band=None,
                    status="on-path",
                    says="Tổng thu ngân sách: 2.202,4 trên 7.850 tỷ đồng, đúng tiến độ",
                ),
                words("đúng tiến độ"),
            )
        ),
        TableRow(
            (
                words("2"),
                words("Tốc độ tăng <thu nội địa> & phí"),
                words("%"),
                (
                    figure("9", "9", indicator="tang-thu-noi-dia", meaning=Meaning.TARGET, unit="PT"),
                    Words(" – "),
                    figure("10", "10", indicator="tang-thu-noi-dia", meaning=Meaning.TARGET_UPPER, unit="PT"),
                ),
                words("–"),
                RulerCell(reached=None, expected=None, band=(0.88, 0.97), status="no-data", says="chưa có số liệu"),
                words("chưa có số liệu"),
            )
        ),
    ),
)

SAMPLE = Report(
    letterhead=Letterhead(
        parent="",
        issuer="ỦY BAN NHÂN DÂN TỈNH MẪU",
        number="",
        symbol="BC-UBND",
        place_and_date="Mẫu, ngày 05 tháng 4 năm 2022",
        type_name="BÁO CÁO",
        subject="Tình hình thực hiện các chỉ tiêu, nhiệm vụ phát triển kinh tế - xã hội quý I năm 2022",
        addressee=("Hội đồng nhân dân tỉnh Mẫu",),
    ),
    grounds=(Paragraph(words("Căn cứ Nghị quyết số 62/NQ-HĐND của Hội đồng nhân dân tỉnh Mẫu."), Manner.GROUND),),
    blocks=(
        Paragraph(words("Ủy ban nhân dân tỉnh Mẫu báo cáo tình hình quý I năm 2022 như sau:")),
        Heading(1, "I.", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"),
        Heading(2, "1.", "Ngân sách"),
        Paragraph(BUDGET),
        Heading(3, "a)", "Thu nội địa"),
        Paragraph((Words("Chưa có số liệu: tốc độ tăng thu nội địa "), Words("(nghìn tỷ)", italic=True), Words("."))),
        Heading(1, "II.", "NHIỆM VỤ"),
        Paragraph(
            (
                Words("Sở Mẫu: "),
                figure("3", "3", indicator=None, meaning=Meaning.COUNT, unit="", bold=True),
                Words(" nhiệm vụ đã hoàn thành;"),
            ),
            Manner.DASH,
        ),
        Paragraph(words("Số liệu lấy từ sổ tại mốc đã nêu ở cuối báo cáo."), Manner.NOTE),
        Paragraph(words("Trên đây là báo cáo quý I năm 2022./.")),
    ),
    annexes=(
        Annex("Phụ lục I", "CHỈ TIÊU VÀ KẾT QUẢ", (TARGETS,)),
        Annex(
            "Phụ lục II",
            "PHƯƠNG PHÁP",
            (Paragraph(words("Tỷ lệ thực hiện là kết quả chia cho mức nên đạt."), Manner.DASH),),
            landscape=False,
        ),
    ),
    recipients=("Hội đồng nhân dân tỉnh;", "Các sở, ban, ngành;", "Lưu: VT, TH."),
    signature=Signature(authority="TM. ỦY BAN NHÂN DÂN", role="CHỦ TỊCH", name=""),
    stamp=Stamp(
        seal="ab" * 32,
        horizon=1642,
        as_of=datetime(2022, 4, 5, 1, 0, tzinfo=UTC),
        period=Period.quarter(2022, 1),
        sort=Sort.QUARTER,
        territory="20",
        agency=None,
        day=date(2022, 3, 31),
        by="system",
        at=datetime(2022, 4, 5, 1, 30, tzinfo=UTC),
    ),
    language="vi",
)
"""A quarter report of a made-up province."""
