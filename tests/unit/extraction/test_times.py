"""Offsets, the document's year, and the guarantees that every list of times gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.extraction.times import TimeRole, as_result, find_times
from tiendo.facts.period import Period

_PIECES = [
    *("năm 2022", "đến", "từ", "trước", "quý I", "quý II/2023", "tháng 6", "tháng 12/2025", "9 tháng", "cùng kỳ"),
    *("ngày 31/3/2022", "ngày 15/11", "2021 - 2025", "giai đoạn", "năm học", "so với", "và", ",", "hết", "năm", "2030"),
    *("29/2", "ngày 29/2", "tháng 2", "6 tháng đầu năm", "định hướng", "tính đến", "\n", "02 tháng cuối năm 2025"),
]
texts = st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join)


def test_offsets_count_in_the_whole_text_and_stay_in_the_stretch() -> None:
    text = "Đến năm 2020 đạt 45%. Đến năm 2030 đạt 60%."
    start = text.index(". ") + 2

    (found,) = find_times(text, start, len(text), default_year=None)

    assert text[found.start : found.end] == "Đến năm 2030"


def test_words_before_the_stretch_give_no_role() -> None:
    text = "đến năm 2030"

    (found,) = find_times(text, text.index("năm"), len(text), default_year=None)

    assert found.role is TimeRole.DURING


@pytest.mark.parametrize("text", ["quý I", "6 tháng đầu năm", "tháng 3", "9 tháng", "đến cuối năm", "so với cùng kỳ"])
def test_a_time_without_a_year_needs_that_of_the_document(text: str) -> None:
    (found,) = find_times(text, 0, len(text), default_year=2022)

    assert found.follows_document_year
    assert find_times(text, 0, len(text), default_year=None) == []


@pytest.mark.parametrize("text", ["quý I/2022", "năm 2022", "ngày 31/3/2022", "9 tháng năm 2022", "cùng kỳ năm 2021"])
def test_a_written_year_does_not_follow_the_document(text: str) -> None:
    (found,) = find_times(text, 0, len(text), default_year=1999)

    assert not found.follows_document_year


def test_a_leap_day_keeps_its_year_in_a_span() -> None:
    text = "từ ngày 29/2 đến ngày 15/3/2025"

    found = find_times(text, 0, len(text), default_year=2024)

    assert [str(time.period) for time in found] == ["2024-02-29/2025-03-15"]


def test_in_a_report_the_day_until_which_is_the_day_of_the_figures() -> None:
    text = "đến ngày 20/10/2024, toàn tỉnh giải ngân 60%"
    (found,) = find_times(text, 0, len(text), default_year=2024)

    assert as_result(found) == replace(found, role=TimeRole.AS_OF, period=Period.parse("2024-10-20"))


@pytest.mark.parametrize("text", ["đến năm 2030", "năm 2022", "tính đến 31/3/2022"])
def test_in_a_report_other_times_stay_what_they_are(text: str) -> None:
    (found,) = find_times(text, 0, len(text), default_year=2022)

    assert as_result(found) == found


@given(texts, st.none() | st.integers(2000, 2040))
def test_times_stand_in_order_and_do_not_overlap(text: str, default_year: int | None) -> None:
    found = find_times(text, 0, len(text), default_year=default_year)

    edges = [edge for time in found for edge in (time.start, time.end)]
    assert edges == sorted(edges)
    assert all(time.start < time.end <= len(text) for time in found)
    assert all(time.period.is_deadline == (time.role is TimeRole.BY) for time in found)
