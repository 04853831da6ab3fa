from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.catalogue import bag_key, measure_key

ONE_KEY = [
    ("Tỷ lệ che phủ của rừng", "tỉ lệ che phủ rừng"),
    ("Tỷ lệ thôn có nhà văn hoá đạt chuẩn", "Tỷ lệ thôn có nhà văn hóa đạt chuẩn"),
    ("Tổng số trường học đạt chuẩn quốc gia", "số trường đạt chuẩn quốc gia"),
    ("Tổng thu NSNN trên địa bàn tỉnh Lạng Sơn", "Thu ngân sách nhà nước trên địa bàn"),
    ("Thu ngân sách trên địa bàn thành phố Hà Nội", "Thu ngân sách của tỉnh Bà Rịa - Vũng Tàu"),
    ("Trồng rừng mới bình quân hằng năm", "trồng rừng mới"),
    ("Trồng rừng mới giai đoạn 2021 - 2025", "trồng rừng mới"),
    ("Lượng khách du lịch 9 tháng đầu năm 2022", "khách du lịch"),
    ("Lượng khách du lịch quý I/2022", "khách du lịch"),
    ("Tỷ lệ dân cư thành thị được sử dụng nước sạch", "dân số đô thị sử dụng nước sạch"),
    ("05 xã đạt chuẩn NTM", "xã đạt chuẩn nông thôn mới"),
    ("Tốc độ tăng tổng sản phẩm (GRDP)", "tốc độ tăng tổng sản phẩm trên địa bàn"),
    ("Ty le che phu rung", "TỶ LỆ CHE PHỦ RỪNG"),
]

TWO_KEYS = [
    ("Tỷ lệ hộ nghèo", "hộ nghèo"),
    ("Tổng sản phẩm trên địa bàn", "sản phẩm"),
    ("Tổng chi", "Tổng thu"),
    ("xã đạt chuẩn nông thôn mới", "xã đạt chuẩn nông thôn mới nâng cao"),
    ("đường ô tô đến trung tâm xã", "đường ô tô đến trung tâm thôn"),
    ("Kim ngạch xuất khẩu hàng địa phương", "Kim ngạch nhập khẩu hàng địa phương"),
    ("Trồng rừng mới", "Trồng rừng"),
    ("Số doanh nghiệp của tỉnh giải thể", "Số doanh nghiệp"),
    ("Thu ngân sách trên địa bàn thành phố Lạng Sơn", "Thu ngân sách trên địa bàn tỉnh Lạng Sơn"),
    ("Thu ngân sách trên địa bàn huyện Hữu Lũng", "Thu ngân sách trên địa bàn"),
    ("GRDP bình quân đầu người", "GRDP"),
]


@pytest.mark.parametrize(("one", "other"), ONE_KEY)
def test_spellings_of_one_name_share_a_key(one, other):
    assert measure_key(one) == measure_key(other) != ""


@pytest.mark.parametrize(("one", "other"), TWO_KEYS)
def test_words_that_carry_meaning_stay_in_the_key(one, other):
    assert measure_key(one) != measure_key(other)


def test_the_order_of_words_is_left_to_the_bag():
    one, other = measure_key("Hàng địa phương xuất khẩu"), measure_key("Xuất khẩu hàng địa phương")
    assert one != other
    assert bag_key(one) == bag_key(other)


@given(st.text(max_size=200))
def test_any_text_has_a_key_of_plain_words(text):
    assert measure_key(text) == " ".join(measure_key(text).split())
    assert measure_key(text).isascii()


@given(st.lists(st.sampled_from("Tỷ lệ tổng số của được xã thôn mới nâng cao tỉnh 2022 quý I trên địa bàn".split())))
def test_a_key_is_its_own_key(words):
    key = measure_key(" ".join(words))
    assert measure_key(measure_key(key)) == measure_key(key)
