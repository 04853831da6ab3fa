from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.documents.stacked_tables import stacked_tables


def stacked(*rows: tuple[str, ...]) -> str:
    """Rows of cells, written with every bar on a line of its own; an empty cell leaves no line."""
    return "\n".join(
        "\n".join(["|", *(line for cell in row for line in ((cell, "|") if cell else ("|",)))]) for row in rows
    )


def cells(text: str) -> list[tuple[int, int, int, str]]:
    (table,) = stacked_tables(text)
    return [(cell.row, cell.column, cell.colspan, text[cell.start : cell.end]) for cell in table.cells]


HEADER = ("**TT**", "**Chỉ tiêu**", "Năm 2025")


def test_rows_of_stacked_cells_are_a_table_in_place() -> None:
    text = "Biểu 1\n\n" + stacked(HEADER, ("1", "Tỷ lệ che phủ\nrừng (%)", "64")) + "\n\nGhi chú"

    assert cells(text) == [
        (0, 0, 1, "TT"), (0, 1, 1, "Chỉ tiêu"), (0, 2, 1, "Năm 2025"),
        (1, 0, 1, "1"), (1, 1, 1, "Tỷ lệ che phủ\nrừng (%)"), (1, 2, 1, "64"),
    ]  # fmt: skip
    (table,) = stacked_tables(text)
    assert text[: table.start] + text[table.end :] == "Biểu 1\n\n\n\nGhi chú"


def test_empty_cells_keep_their_columns() -> None:
    text = stacked(HEADER, ("I", "Kinh tế", ""), ("", "", "8"))

    assert [(row, column, content) for row, column, _, content in cells(text) if content][3:] == [
        (1, 0, "I"), (1, 1, "Kinh tế"), (2, 2, "8"),
    ]  # fmt: skip


def test_a_row_with_fewer_cells_ends_in_a_merged_one() -> None:
    text = stacked(HEADER, ("I", "Các chỉ tiêu kinh tế"), ("1", "GRDP", "8"))

    assert cells(text)[3:5] == [(1, 0, 1, "I"), (1, 1, 2, "Các chỉ tiêu kinh tế")]
    assert cells(text)[-1] == (2, 2, 1, "8")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (stacked(("ỦY BAN NHÂN DÂN", "CỘNG HÒA"), ("Số: 01", "Ngày 5")), "a letterhead has two columns"),
        (stacked(HEADER), "a single row"),
        (stacked(HEADER, ("1", "GRDP", "8")) + "\nchữ liền sau vạch", "it does not end where a row ends"),
        ("|\n|\n|\n|\n", "nothing but bars"),
        ("không có vạch", "no bars"),
    ],
)
def test_other_bars_are_no_table(text: str, why: str) -> None:
    assert stacked_tables(text) == (), why


@given(st.lists(st.sampled_from(["|", "|", "", "a", "- b", "1,5"]), max_size=60).map("\n".join))
def test_cells_lie_in_order_inside_their_table(text: str) -> None:
    for table in stacked_tables(text):
        edges = [table.start, *(edge for cell in table.cells for edge in (cell.start, cell.end)), table.end]
        assert edges == sorted(edges)
        assert all("\n|\n" not in f"\n{text[cell.start : cell.end]}\n" for cell in table.cells)
