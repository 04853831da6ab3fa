"""The board in the terminal: widths, alignment, languages, colours and reasons."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest

from tests.unit.assessment.figures import catalogue, entry, indicator, result, target
from tests.unit.publishing.sample import board
from tiendo.assessment.board import build_board
from tiendo.facts.period import Period
from tiendo.publishing.board_text import render
from tiendo.publishing.columns import cut, fitted, printable, width_of, wrapped, wrapped_items
from tiendo.reference.territories import NATIONAL

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [80, 96, 120, 140, 160])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    lines = render(board(), language, width).splitlines()
    assert max(width_of(line) for line in lines) <= width


def test_a_row_reads_like_a_line_of_a_printed_table() -> None:
    lines = render(board(), "vi", 140).splitlines()
    (tourism,) = [line for line in lines if line.startswith("Doanh thu du lịch · ước")]
    assert re.search(r" 277  tỷ đồng +2\.600  ━+─+┼─+┤ +■ chậm +−19,3%  Thông cáo quý I, I\.3$", tourism)


def test_numbers_end_in_one_column() -> None:
    lines = render(board(), "vi", 140).splitlines()
    table = lines[: lines.index("Vì sao")]
    numbers = ("2.202,4", "1.960,4", "755.950")
    ends = {line.index(number) + len(number) for line in table for number in numbers if number in line}
    assert len(ends) == 1


def test_the_totals_name_every_status_that_occurs() -> None:
    assert "● 3 đúng tiến độ   ◇ 1 trong mức trần   ▲ 2 cần chú ý   ■ 1 chậm   ○ 4 chưa có số liệu" in render(
        board(), "vi", 140
    )


def test_only_rows_that_need_attention_are_explained() -> None:
    text = render(board(), "vi", 140)
    why = text[text.index("Vì sao") : text.index("Kết quả không có")]
    assert why.count("■") == 1
    assert why.count("▲") == 2
    assert "277 tỷ đồng, bằng 42,6% mức nên đạt 650 tỷ đồng." in why
    assert "Còn thiếu 2.323 tỷ đồng, bình quân 774,3 tỷ đồng mỗi quý trong 3 quý còn lại." in why
    assert "Sở Văn hóa, Thể thao và Du lịch" in why
    assert "Thu ngân sách" not in why


def test_the_english_board_is_english() -> None:
    text = render(board(), "en", 140)
    assert "277 billion VND, 42.6% of the expected 650 billion VND." in text
    assert "The 3 quarters left must average 9.43%." in text
    assert "by the end of 2030: ~6 million visits" in text


def test_colours_change_nothing_but_colours() -> None:
    coloured = render(board(), "vi", 120, color=True)
    assert "\x1b[31m" in coloured
    plain = "\n".join(line.rstrip() for line in ESCAPE.sub("", coloured).splitlines())
    assert plain == render(board(), "vi", 120).rstrip("\n")


def test_a_document_cannot_steer_the_terminal() -> None:
    measure = indicator(code="forest", unit="ha")
    plan = entry(measure, target("9 ha @2022"), "\x1b[2J\x07tiêu đề\n")
    text = render(build_board([plan], Period.of_year(2022), catalogue(measure)), "vi", 120)
    assert not any(unicodedata.category(letter) == "Cc" for letter in text.replace("\n", ""))
    assert "tiêu đề" in text


def test_an_empty_board_says_so() -> None:
    text = render(build_board([], Period.of_year(2022), catalogue()), "en", 80)
    assert "The documents read hold no target for this period." in text


def test_many_results_without_a_target_are_cut_short_and_counted() -> None:
    measures = [indicator(code=f"m{number}", name=f"Kết quả {number}") for number in range(15)]
    entries = [entry(one, result("5 tỷ đồng @2022")) for one in measures]
    text = render(build_board(entries, Period.of_year(2022), catalogue(*measures)), "vi", 100)
    assert "… và 3 kết quả nữa" in text


@pytest.mark.parametrize(
    ("text", "width"), [("rừng", 4), (unicodedata.normalize("NFD", "rừng"), 4), ("ước 日本", 8), ("", 0)]
)
def test_the_width_of_a_text_counts_letters_and_not_marks(text: str, width: int) -> None:
    assert width_of(text) == width


def test_texts_are_padded_cut_and_wrapped_by_columns() -> None:
    assert fitted("rừng", 6) == "rừng  "
    assert fitted("9", 3, right=True) == "  9"
    assert cut("che phủ rừng", 8) == "che phủ…"
    assert wrapped("Tỷ lệ che phủ rừng", 9) == ["Tỷ lệ che", "phủ rừng"]
    assert wrapped_items(["Sở Y tế", "ước", "đến năm 2030: 12"], 16) == ["Sở Y tế · ước", "đến năm 2030: 12"]
    assert printable("a\x1b[0m\tb\n") == "a[0m b"


@pytest.mark.parametrize(
    ("territory", "vietnamese", "english"),
    [
        ("20", "Tỉnh Lạng Sơn, quý I năm 2022", "Lạng Sơn, "),
        (NATIONAL, "Cả nước, quý I năm 2022", "Viet Nam, "),
        (None, "Quý I năm 2022", ""),
    ],
)
def test_the_title_names_the_territory_where_it_is_known(territory: str | None, vietnamese: str, english: str) -> None:
    made = replace(board(), territory=territory)

    assert render(made, "vi", 120).splitlines()[0] == vietnamese
    assert render(made, "en", 120).startswith(english)


@pytest.mark.parametrize(("language", "sentence"), [("vi", "7 số liệu của địa bàn khác"), ("en", "7 of other")])
def test_the_board_says_how_many_figures_of_other_places_it_leaves_out(language: str, sentence: str) -> None:
    assert sentence in render(replace(board(), elsewhere=7), language, 120)
    assert sentence[2:] not in render(replace(board(), elsewhere=0), language, 120)
