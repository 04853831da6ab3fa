"""What holds for every text, however odd: built from the words of the language itself."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.reading import RESULTS, describe, read
from tests.unit.documents.samples import source
from tiendo.documents.readers.plain import read_plain
from tiendo.extraction.alternation import listed

EXAMPLES = 100

_WORDS = st.sampled_from(
    listed(
        """đạt | ước đạt | tăng | giảm | giảm còn | bằng | vượt | có thêm | từ | đến | lên | xuống còn | khoảng | trên
    | dưới | ít nhất | không quá | trở lên | so với cùng kỳ | so với tháng trước | cùng kỳ | kế hoạch | dự toán
    | trong đó | gồm | và | hoặc | với | mỗi xã | bình quân | hằng năm | lũy kế | phấn đấu | đã | hiện có
    | đến năm 2030 | năm 2024 | quý I/2024 | tính đến ngày 20/10/2024 | 6 tháng đầu năm | giai đoạn 2021 - 2025
    | Tổng thu ngân sách | tỷ lệ hộ nghèo | Cơ cấu kinh tế | diện tích rừng | xã đạt chuẩn | doanh thu
    | tốc độ tăng trưởng | Nghị quyết số 96/NQ-CP | Điều 5 | lớp 3 | COVID-19 | tỷ lệ 1/500"""
    )
)
_NUMBERS = st.sampled_from("0 03 7 1.250 2.202,4 0,05 7-7,5 8–9 12~13 261/411 9.99 1,2,3 100 99999999999".split())
_UNITS = st.sampled_from(
    listed(
        """% | ‰ | tỷ đồng | nghìn tỷ đồng | triệu USD | ha | nghìn lượt khách | xã | hộ | dự án | vụ | bác sĩ/vạn dân
    | tạ/ha | điểm phần trăm | lần | tuổi | tháng | m3/ngày đêm | tỷ | triệu | người | đơn"""
    )
)
_QUANTITIES = st.builds("{} {}".format, _NUMBERS, _UNITS)
_MARKS = st.sampled_from([*",;:.()-“”", "**", ". Đến nay", "\n", "\n\n", "\n- ", "\n+ ", "\n1. "])
_TEXTS = st.lists(st.one_of(_WORDS, _QUANTITIES, _MARKS), min_size=1, max_size=25).map(" ".join)
_HEADINGS = st.sampled_from([RESULTS, "I. MỤC TIÊU NĂM 2025", "II. KINH TẾ", "Điều 1. Mức hỗ trợ", "PHỤ LỤC"])
_DOCUMENTS = st.builds("{}\n{}\n".format, _HEADINGS, _TEXTS)
# How a file breaks its lines is told from all of them, so what follows may join lines; a text of one line is safe.
_ONE_LINERS = st.builds("{}\n{}\n".format, _HEADINGS, _TEXTS.map(lambda text: " ".join(text.split())))


@given(_DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_a_quote_is_the_text_at_its_place(text: str) -> None:
    for record in read(text, "2024"):
        assert text[record.start : record.end] == record.quote


@given(_DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_no_two_quotes_overlap(text: str) -> None:
    assert all(before.end <= after.start for before, after in pairwise(read(text, "2024")))


@given(_DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_bounds_are_in_order_and_positive(text: str) -> None:
    for record in read(text, "2024"):
        bounds = [bound for bound in (record.quantity.low, record.quantity.high) if bound is not None]
        assert bounds
        assert bounds == sorted(bounds)
        assert bounds[0] >= 0


@given(_DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_a_subject_is_a_stretch_of_the_text(text: str) -> None:
    joined = " ".join(text.replace("*", " ").split())

    for record in read(text, "2024"):
        assert record.subject
        assert record.subject in joined
        assert record.within is None or record.within in joined


@given(_DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_a_subject_is_never_the_number_itself(text: str) -> None:
    for record in read(text, "2024"):
        assert any(character.isalpha() for character in record.subject)
        assert record.subject != record.quote, text


@given(_DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text, "2024") == read(text, "2024")


@given(_DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_a_file_in_decomposed_letters_gives_the_same_records(text: str) -> None:
    text = f"Kế hoạch năm 2024 của tỉnh\n{text}"  # a word or two alone say too little about their encoding
    composed, decomposed = (
        read_plain(source(unicodedata.normalize(form, text).encode())).text for form in ("NFC", "NFD")
    )

    assert [describe(one) for one in read(decomposed, "2024")] == [describe(one) for one in read(composed, "2024")]


@given(_ONE_LINERS)
@settings(max_examples=EXAMPLES)
def test_what_follows_in_a_section_of_its_own_changes_nothing_before_it(text: str) -> None:
    before = [describe(record) for record in read(text, "2024")]

    after = [describe(record) for record in read(f"{text}\nIX. PHẦN CUỐI\nĐây là đoạn không có số liệu nào.\n", "2024")]

    assert after == before


@given(_DOCUMENTS, _DOCUMENTS)
@settings(max_examples=EXAMPLES)
def test_the_records_of_a_text_lie_inside_it(first: str, second: str) -> None:
    text = first + "\n" + second

    assert all(0 <= record.start < record.end <= len(text) for record in read(text, None))


@given(st.text(alphabet="0123456789.,-–/%() \nxãđồngtỷhaTừ", max_size=200))
@settings(max_examples=EXAMPLES)
def test_no_jumble_of_digits_and_marks_breaks_the_reading(text: str) -> None:
    assert all(record.quote in text for record in read(f"{RESULTS}\n{text}", "2024"))
