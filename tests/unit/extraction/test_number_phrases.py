"""Which printed numbers are quantities, and what belongs to them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.extraction.number_phrases import NumberPhrase, find_number_phrases
from tiendo.text.numbers import NumberStyle


def phrases(text: str, style: NumberStyle = NumberStyle.VIETNAMESE) -> list[NumberPhrase]:
    return find_number_phrases(text.lower(), 0, len(text), style, [])


def quotes(text: str) -> list[str]:
    return [text[phrase.start : phrase.end] for phrase in phrases(text)]


QUOTES = [
    ("đạt 2.202,4 tỷ đồng, tăng 7,9 %", ["2.202,4 tỷ đồng", "7,9 %"]),
    ("tăng 7 - 7,5% và 31 – 32 nghìn tỷ đồng", ["7 - 7,5%", "31 – 32 nghìn tỷ đồng"]),
    ("từ 25 đến 30 xã", ["25 đến 30 xã"]),
    ("đến 30 xã", ["30 xã"]),
    ("261/411 thửa", ["261/411 thửa"]),
    ("17 cuộc thanh tra, 40 vụ việc", ["17 cuộc", "40 vụ việc"]),
    ("68 tổ chức, cá nhân vi phạm", ["68 tổ chức, cá nhân"]),
    ("có 11 bác sĩ/vạn dân", ["11 bác sĩ"]),
    ("1.700km đường", ["1.700km"]),
    # Behind a leading zero an unknown noun is believed.
    ("lắp đặt 05 cổng chào", ["05 cổng"]),
    ("lắp đặt 5 cổng chào", []),
    ("giảm 9 - 3% mỗi năm", ["3%"]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_a_quote_is_the_number_with_its_unit_and_no_more(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


BOUNDS = [
    ("đạt 55%", "55", "55"),
    ("trên 55%", "55", None),
    ("ít nhất 3 xã", "3", None),
    ("không dưới 60 triệu đồng", "60", None),
    ("≥ 30%", "30", None),
    ("55% trở lên", "55", None),
    ("55% (tính cả năm) trở lên", "55", None),
    ("dưới 5%", None, "5"),
    ("không quá 5%", None, "5"),
    ("không vượt quá 5%", None, "5"),
    ("tối đa 5%", None, "5"),
    ("5% trở xuống", None, "5"),
    ("trên dưới 500 tấn", "500", "500"),
    ("hơn 500 tấn", "500", "500"),
    ("từ 8 - 9%", "8", "9"),
    ("khoảng 8 - 9%", "8", "9"),
    ("từ 10 đến dưới 15 tấn", "10", "15"),
    ("thấp hơn 5%", "5", "5"),
]


@pytest.mark.parametrize(("text", "low", "high"), BOUNDS)
def test_comparators_open_a_side(text: str, low: str | None, high: str | None) -> None:
    (phrase,) = phrases(text)

    assert (phrase.low, phrase.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize("word", ["khoảng", "gần", "hơn", "xấp xỉ", "chừng", "trên dưới", "~"])
def test_words_that_round_make_a_number_approximate(word: str) -> None:
    (phrase,) = phrases(f"đạt {word} 500 tấn")

    assert phrase.approximate
    assert phrase.low == phrase.high == 500


@pytest.mark.parametrize("text", ["cao hơn 5%", "thấp hơn 5%", "đạt 5%", "trên 5%"])
def test_comparisons_round_nothing(text: str) -> None:
    (phrase,) = phrases(text)

    assert not phrase.approximate


DENOMINATORS = [
    ("11,2 bác sỹ/vạn dân", "vạn dân"),
    ("11,2 bác sỹ/1 vạn dân", "vạn dân"),
    ("32 giường bệnh trên 1 vạn dân", "vạn dân"),
    ("32 giường bệnh trên một vạn dân", "vạn dân"),
    ("14 tiêu chí/xã", "xã"),
    ("52 tạ/ha", "ha"),
    ("1.850 m3/ngày đêm", "ngày đêm"),
    ("7%/năm", "năm"),
    ("30 xã trên địa bàn", None),
]


@pytest.mark.parametrize(("text", "per"), DENOMINATORS)
def test_a_written_denominator_is_read_without_its_one(text: str, per: str | None) -> None:
    (phrase,) = phrases(text)

    assert phrase.per == per


def test_a_written_ratio_has_numerator_and_denominator() -> None:
    (phrase,) = phrases("cấp được 261/411 thửa")

    assert (phrase.low, phrase.high, phrase.of) == (261, 261, 411)


@pytest.mark.parametrize(
    "text",
    [
        "điều 12 hộ kinh doanh",
        "phụ lục 3 dự án",
        "quốc lộ 31 xã",
        "năm 2024 xã đạt",
        "đợt 2 hộ",
        "nhóm 15 tỉnh",
        "trên 10.000 dân",
        "bình quân 01 xã",
        "trẻ 12 tuổi",
        "trong 5 ngày làm việc",
        "24/24 giờ",
        "mạng 5g",
        "covid-19 người",
        "số 52/2025",
        "một số dự án",
    ],
)
def test_labels_terms_and_names_are_no_quantities(text: str) -> None:
    assert quotes(text) == []


def test_a_number_that_does_not_fit_the_style_is_left_alone() -> None:
    assert phrases("đạt 1.23 tấn") == []


def test_the_style_of_the_document_decides_what_a_comma_is() -> None:
    (vietnamese,) = phrases("đạt 1,250 ha")
    (english,) = phrases("đạt 1,250 ha", NumberStyle.ENGLISH)

    assert (vietnamese.low, english.low) == (Decimal("1.25"), 1250)


def test_excluded_spans_hold_no_quantities() -> None:
    text = "ngày 31/3/2022 có 40 hộ"

    found = find_number_phrases(text, 0, len(text), NumberStyle.VIETNAMESE, [(0, text.index(" có"))])

    assert [text[phrase.start : phrase.end] for phrase in found] == ["40 hộ"]


def test_nothing_is_read_outside_the_stretch() -> None:
    text = "có 40 hộ, 50 hộ"

    assert find_number_phrases(text, 0, text.index(" hộ"), NumberStyle.VIETNAMESE, []) == []
