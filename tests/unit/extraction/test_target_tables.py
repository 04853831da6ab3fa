"""Value tables of annexes: which cells become records, and with what unit, period and kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.spec.reading import describe
from tiendo.documents.model import Document
from tiendo.documents.outline import outline
from tiendo.documents.tables import pipe_tables
from tiendo.extraction.target_tables import extract_target_tables
from tiendo.facts.period import Period
from tiendo.facts.records import Observation, Target
from tiendo.text.numbers import NumberStyle


def read(table: str, period: str | None = "2025") -> list[Target | Observation]:
    text = f"I. CHỈ TIÊU\n{table}\n"
    tables = pipe_tables(text)
    document = Document("t.txt", "txt", text, outline(text, tables), tables)
    default = Period.parse(period) if period else None
    return extract_target_tables(document, text, text.lower(), NumberStyle.VIETNAMESE, default)


PLAN_TABLE = """\
| TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2024 | Kế hoạch 2025 |
|---|---|---|---|---|
| 1 | Tốc độ tăng GRDP | % | 7,1 | 7,5 - 8 |
| 2 | Thu ngân sách | Tỷ đồng | 6.120,5 | 6.500 |
| - | Thu nội địa | " | 2.100 | ≥ 2.300 |
| 3 | Giường bệnh | giường/vạn dân | 31 | 32 |
| 4 | Giảm tỷ lệ hộ nghèo | % | 3 | từ 2 trở lên |
"""


def test_every_value_cell_is_a_record_in_the_order_of_the_table() -> None:
    assert [record.quote for record in read(PLAN_TABLE)] == [
        *("7,1", "7,5 - 8", "6.120,5", "6.500", "2.100", "2.300", "31", "32", "3", "2"),
    ]


CELLS = [
    ("7,1", "observation | 7.1 | PT | about Tốc độ tăng GRDP | in 2024"),
    ("7,5 - 8", "target | 7.5..8 | PT | about Tốc độ tăng GRDP | in 2025"),
    ("6.120,5", "observation | 6120.5 | VND+9 | about Thu ngân sách"),
    ("6.500", "target | 6500 | VND+9 | within nothing"),
    ("2.300", "target | 2300.. | VND+9 | about Thu nội địa"),
    ("32", "target | 32 | GIUONG_BENH | per vạn dân | about Giường bệnh"),
    ("2", "target | 2.. | PT | decrease | about Giảm tỷ lệ hộ nghèo"),
]


@pytest.mark.parametrize(("quote", "said"), CELLS)
def test_row_and_column_give_a_cell_its_meaning(quote: str, said: str) -> None:
    (record,) = [record for record in read(PLAN_TABLE) if record.quote == quote]

    assert set(said.split(" | ")) <= set(describe(record)), describe(record)


def test_a_part_stands_within_the_row_above_it_and_inherits_its_unit() -> None:
    header = "| Chỉ tiêu | Đơn vị | Năm 2025 |\n|---|---|---|\n"
    table = header + "| Thu ngân sách | tỷ đồng | 90 |\n| - Thu nội địa | | 60 |\n"

    part = read(table)[1]

    assert {"60", "VND+9", "about Thu nội địa", "within Thu ngân sách"} <= set(describe(part))


HEADERS = [
    ("Năm 2025", "target", "2025"),
    ("2025", "target", "2025"),
    ("Kế hoạch", "target", "2025"),
    ("Thực hiện năm 2023", "observation", "2023"),
    ("Mục tiêu đến năm 2030", "target", "../2030"),
    ("Giai đoạn 2021 - 2025", "target", "2021/2025"),
    ("TH 2024", "observation", "2024"),
    ("KH 2026", "target", "2026"),
]


@pytest.mark.parametrize(("header", "kind", "period"), HEADERS, ids=[header for header, _, _ in HEADERS])
def test_a_column_header_gives_kind_and_period(header: str, kind: str, period: str) -> None:
    (record,) = read(f"| Chỉ tiêu | Đơn vị | {header} |\n|---|---|---|\n| Che phủ rừng | % | 60 |\n")

    assert {kind, f"in {period}"} <= set(describe(record)), describe(record)


def test_what_a_column_estimates_is_estimated() -> None:
    (record,) = read("| Chỉ tiêu | Đơn vị | Ước thực hiện năm 2024 |\n|---|---|---|\n| Che phủ rừng | % | 60 |\n")

    assert {"observation", "estimated", "in 2024"} <= set(describe(record))


def test_a_heading_over_several_columns_holds_for_all_of_them() -> None:
    text = (
        "| Chỉ tiêu | Đơn vị | Thực hiện | | Kế hoạch | |\n| | | 2023 | 2024 | 2025 | 2026 |\n"
        "| Che phủ rừng | % | 57 | 58 | 60 | 61 |\n"
    )
    (table,) = pipe_tables(text)
    wide = ("Thực hiện", "Kế hoạch")
    cells = [replace(cell, colspan=2) if text[cell.start : cell.end] in wide else cell for cell in table.cells]
    merged = replace(table, cells=tuple(cell for cell in cells if cell.end > cell.start))
    document = Document("t.txt", "txt", text, (), (merged,))

    records = extract_target_tables(document, text, text.lower(), NumberStyle.VIETNAMESE, None)

    assert [(type(record), str(record.period)) for record in records] == [
        (Observation, "2023"), (Observation, "2024"), (Target, "2025"), (Target, "2026"),
    ]  # fmt: skip


def test_a_unit_may_stand_in_the_name_or_in_the_cell() -> None:
    table = "| Chỉ tiêu | Năm 2025 |\n|---|---|\n| Che phủ rừng (%) | 60 |\n| Thu ngân sách | 90 tỷ đồng |\n"

    forest, revenue = read(table)

    assert {"60", "PT"} <= set(describe(forest))
    assert {"90 tỷ đồng", "90", "VND+9"} <= set(describe(revenue))


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("| TT | Nhiệm vụ | Cơ quan |\n|---|---|---|\n| 1 | Trồng 20 ha rừng | Sở A |\n", "no column names indicators"),
        ("| Chỉ tiêu | Cơ quan |\n|---|---|\n| Che phủ rừng | Sở A |\n", "no column holds values"),
        ("| Chỉ tiêu | Năm 2025 |\n|---|---|\n| Che phủ rừng | đạt chuẩn |\n", "the cell holds no number"),
        ("| Chỉ tiêu | Năm 2025 |\n|---|---|\n| | 60 |\n", "the row has no name"),
        ("| Chỉ tiêu | Năm 2025 |\n|---|---|\n| Hạng cải cách (%) | 15/63 |\n", "a rank is no value"),
    ],
)
def test_other_tables_and_cells_give_no_records(table: str, why: str) -> None:
    assert read(table) == [], why


def test_the_place_of_a_record_is_that_of_its_number() -> None:
    text = "I. CHỈ TIÊU\n| Chỉ tiêu | Năm 2025 |\n|---|---|\n| Che phủ rừng | ≥ 60 % |\n"
    tables = pipe_tables(text)
    document = Document("t.txt", "txt", text, outline(text, tables), tables)

    (record,) = extract_target_tables(document, text, text.lower(), NumberStyle.VIETNAMESE, None)

    assert text[record.start : record.end] == record.quote == "60 %"
    assert record.provision == ("I",)
