from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.cli.samples import LINKED, TARGET, at, quantity
from tiendo.cli.fact_table import render
from tiendo.cli.messages import Messages
from tiendo.intake.reading import Linked

VIETNAMESE, ENGLISH = Messages("vi"), Messages("en")


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")


def row(table: str, beginning: str) -> str:
    return next(line for line in table.splitlines() if line.strip().startswith(beginning))


def test_the_counts_stand_above_the_facts():
    head = render(LINKED, "báo cáo.pdf", VIETNAMESE, first=True).splitlines()[0]
    assert head == "báo cáo.pdf · 1 chỉ tiêu, 1 kết quả, 1 nhiệm vụ, 1 trích dẫn"


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("10 ", ["chỉ tiêu", "Kim ngạch xuất khẩu hàng địa phương", "tăng 9 - 10%", "năm 2022"]),
        ("120 ", ["kết quả", "ước 2.202,4 tỷ đồng", "28,1% KH, −8,9% CK", "quý I năm 2022"]),
        ("300 ", ["nhiệm vụ", "Sở Tài chính phối hợp", "Sở Tài chính", "tháng 6 năm 2022"]),
        ("420 ", ["trích dẫn", "Nghị quyết 62/NQ-HĐND", "9/12/2021"]),
    ],
)
def test_a_fact_is_one_line_with_what_an_officer_looks_for(place, parts):
    line = row(render(LINKED, "a.txt", VIETNAMESE, first=True), place)
    positions = [line.index(part) for part in parts]
    assert positions == sorted(positions)


@pytest.mark.parametrize(
    ("low", "high", "approximate", "shown"),
    [("50", None, False, "≥ 50%"), (None, "5", False, "≤ 5%"), ("60", "60", True, "≈ 60%"), ("60", "60", False, "60%")],
)
def test_open_sides_and_approximations_are_shown_as_signs(low, high, approximate, shown):
    quote = f"{low or high}%"
    fact = replace(TARGET, **at(10, quote), quantity=quantity(low, high, approximate=approximate))
    line = row(render([Linked(fact)], "a.txt", VIETNAMESE, first=True), "10 ")
    assert f"  {shown}  " in line


def test_a_narrow_terminal_cuts_the_content_and_keeps_the_figures(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    line = row(render(LINKED, "a.txt", VIETNAMESE, first=True), "10 ")
    assert "Kim ngạch xuất khẩu hàn" in line
    assert "…" in line
    assert "tăng 9 - 10%" in line


def test_what_a_terminal_would_obey_is_not_passed_on():
    quote = "\x1b[31mđỏ\x07 rà\nsoát"
    fact = replace(LINKED[2].record, **at(0, quote))
    assert "\x1b" not in render([Linked(fact)], "\x1b[2J.txt", VIETNAMESE, first=True)


def test_a_document_without_facts_says_so():
    assert "Không tìm thấy" in render([], "a.txt", VIETNAMESE, first=True)
    assert "No figures" in render([], "a.txt", ENGLISH, first=True)
