"""Periods: the contract form, the calendar they cover, and what may be asked of them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tiendo.facts.errors import InvalidPeriod
from tiendo.facts.period import Period, PeriodKind

years = st.integers(min_value=1900, max_value=2100)
parts = st.one_of(
    st.builds(Period.of_year, years),
    st.builds(Period.half, years, st.integers(1, 2)),
    st.builds(Period.quarter, years, st.integers(1, 4)),
    st.builds(Period.month, years, st.integers(1, 12)),
    st.builds(Period.as_of, st.dates(date(1900, 1, 1), date(2100, 12, 31))),
)
first_months = st.builds(Period.first_months, years, st.integers(1, 12))


@st.composite
def spans(draw: st.DrawFn) -> Period:
    first, last = draw(parts), draw(parts)
    assume(first.kind is last.kind and first < last)
    return Period.span(first, last)


calendar_periods = st.one_of(parts, first_months, spans())
periods = st.one_of(calendar_periods, st.builds(Period.by, st.one_of(parts, first_months)))

FORMS = [
    ("2022", "2022-01-01", "2022-12-31", PeriodKind.YEAR),
    ("2022-H1", "2022-01-01", "2022-06-30", PeriodKind.HALF),
    ("2022-H2", "2022-07-01", "2022-12-31", PeriodKind.HALF),
    ("2022-Q1", "2022-01-01", "2022-03-31", PeriodKind.QUARTER),
    ("2024-02", "2024-02-01", "2024-02-29", PeriodKind.MONTH),
    ("2022-M09", "2022-01-01", "2022-09-30", PeriodKind.FIRST_MONTHS),
    ("2022-03-31", "2022-03-31", "2022-03-31", PeriodKind.DAY),
    ("2016/2020", "2016-01-01", "2020-12-31", PeriodKind.SPAN),
    ("2025-11/2025-12", "2025-11-01", "2025-12-31", PeriodKind.SPAN),
    ("2022-Q1/2022-Q3", "2022-01-01", "2022-09-30", PeriodKind.SPAN),
    ("2023-12-15/2024-03-14", "2023-12-15", "2024-03-14", PeriodKind.SPAN),
    ("../2030", "2030-01-01", "2030-12-31", PeriodKind.YEAR),
    ("../2022-07-27", "2022-07-27", "2022-07-27", PeriodKind.DAY),
]


@pytest.mark.parametrize(("text", "first", "last", "kind"), FORMS)
def test_a_form_names_its_first_and_last_day(text: str, first: str, last: str, kind: PeriodKind) -> None:
    period = Period.parse(text)

    assert (period.first_day.isoformat(), period.last_day.isoformat(), period.kind) == (first, last, kind)
    assert period.is_deadline == text.startswith("../")
    assert str(period) == text


@given(periods)
def test_every_period_survives_being_written_and_read(period: Period) -> None:
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text",
    [
        *("", "22", "0000", "2022-13", "2022-00", "2022-02-30", "2022-Q5", "2022-Q0", "2022-H3", "2022-M00"),
        *("2022-M13", "2022-M9", "2022-Q01", "2022-", "2022/", "/", "../", "../2016/2020", "../../2022"),
        *("2022/2021", "2022/2022", "2022-03/2024", "2022-M03/2022-M06", "../2022/2024", "2022 ", "năm 2022"),
    ],
)
def test_what_is_no_period_is_refused_in_both_languages(text: str) -> None:
    with pytest.raises(InvalidPeriod) as caught:
        Period.parse(text)

    assert "không phải là một kỳ hợp lệ" in caught.value.vi
    assert "is no valid period" in caught.value.en


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (PeriodKind.YEAR, date(2022, 1, 1), date(2022, 12, 30)),
        (PeriodKind.MONTH, date(2022, 3, 2), date(2022, 3, 31)),
        (PeriodKind.QUARTER, date(2022, 2, 1), date(2022, 4, 30)),
        (PeriodKind.DAY, date(2022, 2, 1), date(2022, 2, 2)),
        (PeriodKind.FIRST_MONTHS, date(2022, 2, 1), date(2022, 9, 30)),
    ],
)
def test_days_that_do_not_fit_the_kind_cannot_be_built(kind: PeriodKind, first: date, last: date) -> None:
    with pytest.raises(InvalidPeriod):
        Period(kind=kind, grain=kind, first_day=first, last_day=last)


def test_only_a_span_may_differ_in_kind_and_grain() -> None:
    with pytest.raises(InvalidPeriod):
        Period(
            kind=PeriodKind.YEAR,
            grain=PeriodKind.MONTH,
            first_day=date(2022, 1, 1),
            last_day=date(2022, 12, 31),
        )


def test_a_span_has_no_deadline_form_and_a_deadline_starts_no_span() -> None:
    with pytest.raises(InvalidPeriod):
        Period.by(Period.span(2016, 2020))
    with pytest.raises(InvalidPeriod):
        Period.span(Period.parse("../2016"), Period.parse("2020"))


def test_a_deadline_is_not_the_period_that_it_names() -> None:
    deadline = Period.by(Period.of_year(2030))

    assert deadline != Period.of_year(2030)
    assert deadline.named == Period.of_year(2030)
    assert Period.by(deadline) == deadline


def test_the_same_days_in_another_kind_are_another_period() -> None:
    assert len({Period.parse(text) for text in ("2022-Q1", "2022-M03", "2022-01/2022-03", "2022-Q1")}) == 3


def test_periods_are_ordered_by_their_end() -> None:
    ordered = ["2021", "2022-01", "2022-03", "2022-Q1", "2022-03-31", "2022-M09", "2022-12", "2022"]
    shuffled = sorted(map(Period.parse, reversed(ordered)), key=lambda period: (period.last_day, period.first_day))

    assert [p.last_day for p in sorted(map(Period.parse, ordered))] == [p.last_day for p in shuffled]
    assert Period.parse("2022-Q1") < Period.parse("2022-03") < Period.parse("2022-03-31") < Period.parse("2022-Q2")


@given(periods, periods)
def test_exactly_one_of_less_equal_and_greater_holds(first: Period, second: Period) -> None:
    assert (first < second) + (first == second) + (first > second) == 1


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        ("2022", "2022-Q1", True),
        ("2022", "2022-12-31", True),
        ("2022", "2023-01", False),
        ("2022-Q1", "2022", False),
        ("2021/2025", "2023-H2", True),
        ("../2030", "2022", True),
        ("../2030", "../2025", True),
        ("../2030", "2031-01-01", False),
        ("2030", "../2030", False),
    ],
)
def test_a_period_contains_what_lies_inside(outer: str, inner: str, inside: bool) -> None:
    assert Period.parse(outer).contains(Period.parse(inner)) is inside


@pytest.mark.parametrize(
    ("period", "whole", "share"),
    [
        ("2022-Q1", "2022", Fraction(1, 4)),
        ("2022-03-31", "2022", Fraction(1, 4)),
        ("2022-03-15", "2022", Fraction(2 * 31 + 15, 12 * 31)),
        ("2022-M09", "2022", Fraction(3, 4)),
        ("2018", "2016/2020", Fraction(3, 5)),
        ("2015", "2016/2020", Fraction(0)),
        ("2023-01", "2022", Fraction(1)),
        ("2022-05", "2022-Q2", Fraction(2, 3)),
        ("2025-11", "2025-11/2025-12", Fraction(1, 2)),
    ],
)
def test_the_elapsed_share_counts_equal_months(period: str, whole: str, share: Fraction) -> None:
    assert Period.parse(period).elapsed_share_of(Period.parse(whole)) == share


@given(calendar_periods)
def test_a_period_has_elapsed_in_full_at_its_own_end(period: Period) -> None:
    assert period.elapsed_share_of(period) == 1


@pytest.mark.parametrize(
    ("period", "before"),
    [
        *[("2022", "2021"), ("2022-Q1", "2021-Q1"), ("2022-H2", "2021-H2"), ("2022-03", "2021-03")],
        *[("2022-M09", "2021-M09"), ("2021-M02", "2020-M02"), ("2025-02", "2024-02")],
        *[("2022-03-31", "2021-03-31"), ("2024-02-29", "2023-02-28"), ("../2030", "../2029")],
    ],
)
def test_the_year_before_is_the_same_period_a_year_earlier(period: str, before: str) -> None:
    assert str(Period.parse(period).year_before()) == before


def test_a_span_has_no_year_before() -> None:
    assert Period.span(2016, 2020).year_before() is None


@pytest.mark.parametrize(
    ("period", "following"),
    [
        *[("2022", "2023"), ("2022-Q4", "2023-Q1"), ("2022-H1", "2022-H2"), ("2024-01", "2024-02")],
        *[("2022-12-31", "2023-01-01"), ("2016/2020", "2021/2025"), ("2025-11/2025-12", "2026-01/2026-02")],
        *[("2023-12-15/2024-03-14", "2024-03-15/2024-06-13"), ("../2022-Q2", "../2022-Q3")],
    ],
)
def test_next_and_previous_are_neighbours(period: str, following: str) -> None:
    assert str(Period.parse(period).next()) == following
    assert str(Period.parse(following).previous()) == period


def test_the_first_months_of_a_year_have_no_neighbour() -> None:
    nine_months = Period.first_months(2022, 9)

    assert (nine_months.next(), nine_months.previous()) == (None, None)


@pytest.mark.parametrize("period", ["9999", "9999-12", "9999-12-31"])
def test_nothing_follows_the_end_of_the_calendar(period: str) -> None:
    with pytest.raises(InvalidPeriod):
        Period.parse(period).next()


@pytest.mark.parametrize(
    ("period", "vietnamese", "english"),
    [
        ("2022", "năm 2022", "2022"),
        ("2022-H1", "6 tháng đầu năm 2022", "the first half of 2022"),
        ("2022-H2", "6 tháng cuối năm 2022", "the second half of 2022"),
        ("2022-Q1", "quý I năm 2022", "Q1 2022"),
        ("2022-M09", "9 tháng đầu năm 2022", "the year to September 2022"),
        ("2022-03", "tháng 3 năm 2022", "March 2022"),
        ("2022-03-31", "tính đến 31/3/2022", "as of 31 March 2022"),
        ("2016/2020", "giai đoạn 2016 - 2020", "2016 to 2020"),
        ("2025-11/2025-12", "từ tháng 11 năm 2025 đến tháng 12 năm 2025", "November 2025 to December 2025"),
        ("2023-12-15/2024-03-14", "từ ngày 15/12/2023 đến ngày 14/3/2024", "15 December 2023 to 14 March 2024"),
        ("../2030", "đến năm 2030", "by the end of 2030"),
        ("../2022-Q2", "đến hết quý II năm 2022", "by the end of Q2 2022"),
        ("../2022-07-27", "đến ngày 27/7/2022", "by 27 July 2022"),
    ],
)
def test_a_period_is_named_as_reports_name_it(period: str, vietnamese: str, english: str) -> None:
    assert Period.parse(period).vietnamese() == vietnamese
    assert Period.parse(period).english() == english


def test_the_day_of_an_event_is_named_without_as_of() -> None:
    day = Period.as_of(date(2025, 12, 19))

    assert day.vietnamese(as_of=False) == "ngày 19/12/2025"
    assert day.english(as_of=False) == "19 December 2025"
