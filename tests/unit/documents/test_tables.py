from __future__ import annotations

from itertools import pairwise
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.documents.tables import Grid, GridCell, compose, continue_over_pages, pipe_tables, unfold


def grid(*rows: tuple[str, ...]) -> Grid:
    """A grid without merged cells."""
    return Grid(
        tuple(
            GridCell(row, column, 1, 1, (text,)) for row, texts in enumerate(rows) for column, text in enumerate(texts)
        )
    )


def test_paragraphs_and_rows_stand_apart_and_cells_know_their_place() -> None:
    text, tables = compose(["Biểu 1", grid(("TT", "Chỉ tiêu"), ("1", "Che phủ rừng")), "Hết"])

    assert text == "Biểu 1\n\nTT | Chỉ tiêu\n1 | Che phủ rừng\n\nHết"
    assert text[tables[0].start : tables[0].end] == "TT | Chỉ tiêu\n1 | Che phủ rừng"
    assert [text[cell.start : cell.end] for cell in tables[0].cells] == ["TT", "Chỉ tiêu", "1", "Che phủ rừng"]


def test_an_empty_cell_keeps_its_column_and_has_no_length() -> None:
    text, tables = compose([grid(("Chỉ tiêu", "2022"), ("GRDP", ""))])

    empty = tables[0].cells[-1]
    assert (empty.row, empty.column, empty.start) == (1, 1, empty.end)
    assert text == "Chỉ tiêu | 2022\nGRDP | "


def test_a_table_without_any_text_is_left_out() -> None:
    assert compose([grid(("", ""), ("", "")), "Văn bản"]) == ("Văn bản", ())


def test_decomposed_letters_are_composed_before_places_are_counted() -> None:
    text, tables = compose([normalize("NFD", "Tỷ lệ hộ nghèo"), grid(("a", normalize("NFD", "tỷ đồng")), ("b", "c"))])

    assert is_normalized("NFC", text)
    assert text[tables[0].cells[1].start : tables[0].cells[1].end] == "tỷ đồng"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((("Điều khoản", "Nội dung"),), "a single row has no heading over it"),
        ((("Khung",), ("Chữ trong khung",)), "a single column is a frame"),
        ((("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 01/BC-UBND", "Ngày")), "a letterhead"),
        ((("Nơi nhận:\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN"), ("", "Nguyễn Văn A")), "signature and recipients"),
    ],
)
def test_a_table_that_only_arranges_the_page_becomes_paragraphs(rows: tuple[tuple[str, ...], ...], why: str) -> None:
    assert unfold(grid(*rows)) == tuple(text for row in rows for text in row), why


def test_a_table_inside_a_layout_table_stays_a_table() -> None:
    inner = grid(("Chỉ tiêu", "2022"), ("GRDP", "7"))
    outer = Grid((GridCell(0, 0, 1, 1, ("Phụ lục", inner)), GridCell(1, 0, 1, 1, ("Ghi chú",))))

    assert unfold(outer) == ("Phụ lục", inner, "Ghi chú")


def test_a_table_goes_on_over_a_page_break_without_its_repeated_header() -> None:
    header = ("TT", "Nhiệm vụ")
    whole = continue_over_pages([grid(header, ("1", "a")), grid(header, ("2", "b")), grid(("3", "c"))])

    assert [(cell.row, cell.content) for cell in whole.cells if cell.column == 1] == [
        (0, ("Nhiệm vụ",)), (1, ("a",)), (2, ("b",)), (3, ("c",)),
    ]  # fmt: skip


PIPED = {
    "with a delimiter row": "Biểu\n\n| TT | Chỉ tiêu |\n|----|:------|\n| 1 | **GRDP** |\n\nHết",
    "without bars at the edges": "TT | Chỉ tiêu\n---|---\n1 | GRDP",
    "labels above a web page's text": "TT | Chỉ tiêu |\n1 | GRDP |\nVĂN BẢN |\n",
}


@pytest.mark.parametrize("text", PIPED.values(), ids=PIPED)
def test_rows_of_bars_are_a_table_in_place(text: str) -> None:
    (table,) = pipe_tables(text)

    found = [(cell.row, cell.column, text[cell.start : cell.end]) for cell in table.cells]
    assert found == [(0, 0, "TT"), (0, 1, "Chỉ tiêu"), (1, 0, "1"), (1, 1, "GRDP")]


@pytest.mark.parametrize(
    "text",
    [
        "không có bảng",
        "một | hàng",
        "|\nTỈNH BẮC NINH\n|\n",
        "a | b\n\nc | d",
        "a | b\nc | d | e",
        "mũ \\| a\nmũ \\| b",
    ],
)
def test_other_bars_are_no_table(text: str) -> None:
    assert pipe_tables(text) == ()


def test_neighbouring_runs_of_different_width_are_two_tables() -> None:
    assert len(pipe_tables("a | b\nc | d\ne | f | g\nh | i | k\n")) == 2


@given(st.text(alphabet="a1 |-:*\\\nđ", max_size=200))
def test_cells_lie_in_order_inside_their_table(text: str) -> None:
    for table in pipe_tables(text):
        places = [(cell.start, cell.end) for cell in table.cells]
        assert all(table.start <= start <= end <= table.end for start, end in places)
        assert all(before[1] <= after[0] for before, after in pairwise(places))
        assert all("|" not in text[start:end].replace("\\|", "") for start, end in places)
