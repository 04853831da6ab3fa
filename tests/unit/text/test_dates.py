"""Dates in running text: full, numeric, half blank; impossible days and document numbers are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "quote", "day"),
    [
        ("ban hành ngày 19 tháng 6 năm 2015;", "ngày 19 tháng 6 năm 2015", date(2015, 6, 19)),
        ("NGÀY 10 THÁNG 12 NĂM 2015", "NGÀY 10 THÁNG 12 NĂM 2015", date(2015, 12, 10)),
        ("ngày\n04 tháng 9\nnăm 2025", "ngày\n04 tháng 9\nnăm 2025", date(2025, 9, 4)),
        ("khánh thành dịp 19 tháng 12 năm 2025", "19 tháng 12 năm 2025", date(2025, 12, 19)),
        ("ngày 29/12/2021 của", "ngày 29/12/2021", date(2021, 12, 29)),
        ("đến 31/3/2022 đạt", "31/3/2022", date(2022, 3, 31)),
        ("ký 19-6-2015", "19-6-2015", date(2015, 6, 19)),
        ("ngày 14.9.2020.", "ngày 14.9.2020", date(2020, 9, 14)),
        ("Ngày 1 / 2 / 2022", "Ngày 1 / 2 / 2022", date(2022, 2, 1)),
        ("ngày 29/02/2024", "ngày 29/02/2024", date(2024, 2, 29)),
    ],
)
def test_a_date_is_found_with_its_place(text: str, quote: str, day: date) -> None:
    (mention,) = find_dates(text)

    assert (text[mention.start : mention.end], mention.date) == (quote, day)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lạng Sơn, ngày   tháng 4 năm 2022", (2022, 4, None)),
        ("ngày … tháng 5 năm 2022", (2022, 5, None)),
        ("ngày ..... tháng ..... năm 2022", (2022, None, None)),
    ],
)
def test_a_blank_is_kept_as_a_partial_date(text: str, parts: tuple[int, int | None, int | None]) -> None:
    (mention,) = find_dates(text)

    assert (mention.year, mention.month, mention.day) == parts
    assert mention.date is None


@pytest.mark.parametrize(
    "text",
    [
        *("31/2/2022", "00/1/2022", "ngày 32 tháng 1 năm 2022", "ngày 5 tháng 13 năm 2022", "0/0/0000"),
        *("52/12/2025/QĐ-UBND", "số 1/2/2022-CP", "3/12/20225", "15/3", "tháng 6/2022", "1.234.5678"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert list(find_dates(text)) == []


def test_a_stretch_is_searched_with_offsets_of_the_whole_text() -> None:
    text = "ngày 1/1/2020, ngày 2/2/2021, ngày 3/3/2022"

    assert [(m.start, m.date) for m in find_dates(text, 10, 30)] == [(15, date(2021, 2, 2))]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_every_day_is_read_in_every_form(day: date, mark: str) -> None:
    forms = (
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        f"ngày {day.day:02}{mark}{day.month:02}{mark}{day.year}",
    )

    assert [mention.date for form in forms for mention in find_dates(form)] == [day, day]
