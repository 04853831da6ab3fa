"""Numbers in words are read, written, and found at the head of a phrase."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.number_words import number_words, parse_number_words, read_number_words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("không", "0"),
        ("mười", "10"),
        ("mười lăm", "15"),
        ("hai mươi mốt", "21"),
        ("hai mươi tư", "24"),
        ("ba chục", "30"),
        ("Một trăm linh năm", "105"),
        ("một trăm lẻ năm", "105"),
        ("hai trăm linh ba nghìn, hai trăm ba mươi mốt", "203231"),
        ("hai nghìn không trăm linh ba", "2003"),
        ("hai ngàn linh ba", "2003"),
        ("mười tám nghìn tỷ", "18000000000000"),
        ("hai phẩy năm triệu", "2500000"),
        ("ba phẩy mười bốn", "3.14"),
        ("không phẩy không năm", "0.05"),
        ("ba tỷ rưỡi", "3500000000"),
        ("một trăm rưỡi", "150"),
        ("bẩy tỉ", "7000000000"),
    ],
)
def test_number_words_have_a_value(words: str, value: str) -> None:
    assert parse_number_words(words) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    [
        *("", "trung tâm", "mươi", "tỷ", "rưỡi", "phẩy năm", "hai phẩy", "tư", "mốt", "mười mốt"),
        *("hai mươi năm", "hai trăm ba", "hai nghìn ba", "không trăm linh ba", "một tỷ hai tỷ", "hai xã"),
    ],
)
def test_other_words_and_doubtful_ones_have_none(words: str) -> None:
    assert parse_number_words(words) is None


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_every_number_survives_being_written_in_words(value: int) -> None:
    assert parse_number_words(number_words(value)) == value


@pytest.mark.parametrize("value", [-1, 10**18])
def test_numbers_that_no_one_writes_in_words_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match="cannot be written in words"):
        number_words(value)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("hai trung tâm", 2, "hai"),
        ("mười hai xã", 12, "mười hai"),
        ("ba mươi  mốt hộ", 31, "ba mươi  mốt"),
        ("hai mươi năm qua", 20, "hai mươi"),
        ("hai, ba phương án", 2, "hai"),
    ],
)
def test_the_number_at_the_head_of_a_phrase_is_read(text: str, value: int, words: str) -> None:
    assert read_number_words(text) == (Decimal(value), len(words))


@pytest.mark.parametrize("text", ["xã hai", "haicái", "", "rưỡi ngày"])
def test_a_phrase_without_a_number_at_its_head_gives_none(text: str) -> None:
    assert read_number_words(text) is None
