"""A made-up quarter report of any size, in the shape that reports from the record have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

from tiendo.facts.period import Period
from tiendo.publishing.report.model import (
    Annex,
    Binding,
    Block,
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

_INDICATORS_IN_A_SECTOR = 5
_TASKS_OF_AN_AGENCY = 12
_STATUSES = ("reached", "on-path", "watch", "behind", "no-data")
_INDICATOR_COLUMNS = (
    Column("TT", 0.05),
    Column("Chỉ tiêu", 0.26),
    Column("Đơn vị", 0.09),
    Column("Mục tiêu", 0.1, is_number=True),
    Column("Kết quả", 0.1, is_number=True),
    Column("So với kế hoạch (%)", 0.08, is_number=True),
    Column("So với cùng kỳ (%)", 0.08, is_number=True),
    Column("Tiến độ", 0.12),
    Column("Đánh giá", 0.12),
)
_TASK_COLUMNS = (
    Column("TT", 0.05),
    Column("Nhiệm vụ", 0.5),
    Column("Thời hạn", 0.15),
    Column("Tình trạng", 0.15),
    Column("Văn bản giao", 0.15),
)


def report_of(indicators: int, tasks: int) -> Report:
    """A report with so many indicators and tasks, each in the text and in an annex."""
    return Report(
        letterhead=Letterhead(
            parent="",
            issuer="ỦY BAN NHÂN DÂN TỈNH MẪU",
            number="07",
            symbol="BC-UBND",
            place_and_date="Mẫu, ngày 05 tháng 4 năm 2022",
            type_name="BÁO CÁO",
            subject="Tình hình thực hiện các chỉ tiêu, nhiệm vụ quý I năm 2022",
        ),
        grounds=(),
        blocks=(*_text(indicators), Heading(1, "II.", "Nhiệm vụ"), *map(_task_line, range(tasks))),
        annexes=(
            Annex("Phụ lục I", "CHỈ TIÊU", (Table("", _INDICATOR_COLUMNS, tuple(_indicator_rows(indicators))),)),
            Annex("Phụ lục II", "NHIỆM VỤ", (Table("", _TASK_COLUMNS, tuple(_task_rows(tasks))),)),
        ),
        recipients=("Lưu: VT.",),
        signature=Signature(authority="TM. ỦY BAN NHÂN DÂN", role="CHỦ TỊCH", name=""),
        stamp=Stamp(
            seal="ab" * 32,
            horizon=1,
            as_of=datetime(2022, 4, 5, tzinfo=UTC),
            period=Period.quarter(2022, 1),
            sort=Sort.QUARTER,
            territory=None,
            agency=None,
            day=date(2022, 3, 31),
            by="benchmark",
            at=datetime(2022, 4, 5, tzinfo=UTC),
        ),
        language="vi",
    )


def _text(indicators: int) -> Iterator[Block]:
    yield Heading(1, "I.", "Chỉ tiêu")
    for number in range(indicators):
        if number % _INDICATORS_IN_A_SECTOR == 0:
            yield Heading(2, f"{number // _INDICATORS_IN_A_SECTOR + 1}.", "Lĩnh vực mẫu")
        yield Paragraph(
            (
                Words(f"Giá trị của chỉ tiêu mẫu thứ {number} trên địa bàn tỉnh ước thực hiện "),
                _figure(number, Meaning.RESULT, number * 17 + 3),
                Words(" tỷ đồng, đạt "),
                _figure(number, Meaning.PLAN_PERCENT, number % 100),
                Words("% kế hoạch, tăng "),
                _figure(number, Meaning.YEAR_ON_YEAR, number % 30),
                Words("% so với cùng kỳ."),
            )
        )


def _figure(number: int, meaning: Meaning, value: int) -> Figure:
    binding = Binding(
        key=f"chi-tieu-mau-{number}/2022-Q1/{meaning.value}",
        meaning=meaning,
        indicator=f"chi-tieu-mau-{number}",
        period="2022-Q1",
        value=Decimal(value),
        unit="VND:9",
        places=0,
        entries=(number,),
        address=f"/indicators/chi-tieu-mau-{number}",
    )
    return Figure(str(value), binding)


def _task_line(number: int) -> Paragraph:
    return Paragraph(_words(f"Nhiệm vụ mẫu thứ {number} do cơ quan mẫu chủ trì đang được thực hiện;"), Manner.DASH)


def _indicator_rows(indicators: int) -> Iterator[TableRow]:
    for number in range(indicators):
        if number % _INDICATORS_IN_A_SECTOR == 0:
            yield TableRow((_words("Lĩnh vực mẫu"),), group=True)
        ruler = RulerCell(
            reached=number % 97 / 100,
            expected=0.22,
            band=None,
            status=_STATUSES[number % len(_STATUSES)],
            says=f"chỉ tiêu mẫu {number}: một câu nói thước đang chỉ gì",
        )
        yield TableRow(
            (
                _words(str(number + 1)),
                _words(f"Chỉ tiêu mẫu thứ {number} về giá trị trên địa bàn tỉnh"),
                _words("tỷ đồng"),
                (_figure(number, Meaning.TARGET, number * 70),),
                (_figure(number, Meaning.RESULT, number * 17 + 3),),
                (_figure(number, Meaning.PLAN_PERCENT, number % 100),),
                (_figure(number, Meaning.YEAR_ON_YEAR, number % 30),),
                ruler,
                _words("đúng tiến độ"),
            )
        )


def _task_rows(tasks: int) -> Iterator[TableRow]:
    for number in range(tasks):
        if number % _TASKS_OF_AN_AGENCY == 0:
            yield TableRow((_words(f"Cơ quan mẫu {number // _TASKS_OF_AN_AGENCY}"),), group=True)
        yield TableRow(
            (
                _words(str(number + 1)),
                _words(f"Nhiệm vụ mẫu thứ {number}: xây dựng, trình ban hành và tổ chức thực hiện đề án mẫu"),
                _words("30/6/2022"),
                _words("đang thực hiện"),
                _words("62/NQ-HĐND"),
            )
        )


def _words(text: str) -> Runs:
    return (Words(text),)
