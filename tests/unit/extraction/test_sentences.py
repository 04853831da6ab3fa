"""Where sentences end: each row is a paragraph with `|` between the sentences that are expected."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.extraction.sentences import sentences

PARAGRAPHS = [
    "Rà soát quy hoạch.|Hoàn thành hồ sơ trước ngày 30/6.",
    "Đầu tư tại TP. Hồ Chí Minh và các tỉnh.|Thu hút vốn.",
    "Mời PGS. TS. Lan tham gia; Đ/c. Hòa phụ trách.|Báo cáo kết quả.",
    "Mua gạo, muối, v.v. Giao Sở Công Thương theo dõi.",
    "Phát triển chế biến, lắp ráp, điện tử,...|Khuyến khích làng nghề.",
    "Xây dựng hạ tầng số (5G, IoT…).|Phủ sóng các thôn.",
    "Trồng các loại cây như hồi, quế... và mắc ca.|Chăm sóc rừng.",
    "Làm theo phương châm “Nhanh. Gọn. Đúng.” của tỉnh.|Tổng kết cuối năm.",
    "Hoàn thành tuyến đường (đoạn qua huyện. Gồm 3 cầu) đúng hạn.|Bàn giao công trình.",
    "Khởi công các dự án (Nút giao; Khu tái định cư.|Bố trí đủ vốn.",
    "Thu 1.250,5 tỷ đồng, tăng 7,5%.|Chi đúng dự toán.",
    "Triển khai thực hiện Nghị quyết./.",
    "Phấn đấu thoát nghèo năm 2025.|100% xã có đường ô tô.",
    "Yêu cầu như sau: 1. Bộ Tài chính bố trí vốn; 2. Bộ Nội vụ rà soát biên chế.|Báo cáo trong tháng.",
]


def cut(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in sentences(paragraph, 0, len(paragraph))]


@pytest.mark.parametrize("row", PARAGRAPHS)
def test_sentences_end_where_a_reader_ends_them(row: str) -> None:
    expected = row.split("|")
    assert cut(" ".join(expected)) == expected


@given(st.text(alphabet="aÂ.…()“” \n;:1", max_size=200))
def test_sentences_cover_all_that_is_no_blank(text: str) -> None:
    spans = list(sentences(text, 0, len(text)))
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    cut_out = "".join(text[start:end] for start, end in spans)
    assert "".join(cut_out.split()) == "".join(text.split())


def test_only_the_stretch_that_is_asked_for_is_cut() -> None:
    text = "Câu một. Câu hai. Câu ba."
    start = text.index("Câu hai")
    assert [text[a:b] for a, b in sentences(text, start, len(text))] == ["Câu hai.", "Câu ba."]
