"""Keys fall together where only spelling, marks or capitals differ, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.folding import fold, fold_chars, name_key
from tiendo.text.unicode_forms import to_nfc


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ĐƯỜNG Quốc lộ 4B", "duong quoc lo 4b"),
        ("Ủy ban – Mặt trận", "uy ban – mat tran"),
        ("1.234,5 m²", "1.234,5 m²"),
        ("größe ñ", "größe ñ"),
    ],
)
def test_folded_characters_keep_their_places(text: str, folded: str) -> None:
    assert fold_chars(text) == folded


@given(st.text())
def test_folding_characters_keeps_the_length(text: str) -> None:
    composed = to_nfc(text)

    assert len(fold_chars(composed)) == len(composed)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Hoá chất", "hoa chat"),
        ("  Nông, lâm nghiệp\n và\u00a0thủy sản ", "nong lam nghiep va thuy san"),
        ("Tốc độ tăng (GRDP)", "toc do tang grdp"),
        ("m² – m³", "m2 m3"),
        ("“Xanh”… sạch!", "xanh sach"),
        ("không\u200bgian", "khonggian"),
        ("Đ", "d"),
        ("", ""),
    ],
)
def test_a_key_has_neither_marks_nor_punctuation(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạ ,.-", max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert name_key(name_key(text)) == name_key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "Uỷ ban nhân dân tỉnh"),
        ("HĐND TP. Hà Nội", "Hội đồng nhân dân thành phố Hà Nội"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("tỷ lệ tham gia BHYT", "Tỉ lệ tham gia bảo hiểm y tế"),
        ("xã đạt chuẩn NTM", "xã đạt chuẩn nông thôn mới"),
        ("bác sỹ", "Bác sĩ"),
        ("hằng năm", "hàng năm"),
        ("sức khoẻ", "sức khỏe"),
        ("công nghiệp hoá", "công nghiệp hóa"),
        ("phát triển KT-XH", "phát triển kinh tế - xã hội"),
        ("lý luận, kỹ thuật", "lí luận, kĩ thuật"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("thúy", "thúi"), ("quỹ", "quỳnh"), ("TT Đồng Đăng", "thị trấn Đồng Đăng"), ("huyện", "tỉnh"), ("tay", "tai")],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
