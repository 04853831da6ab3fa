"""Where one sentence ends and the next begins, for the reading of quantities."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.extraction.sentence_spans import sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentence_spans(text, 0, len(text))]


SENTENCES = [
    ("Thu đạt khá. Chi đạt thấp.", ["Thu đạt khá.", "Chi đạt thấp."]),
    ("Thu đạt 2.202,4 tỷ đồng. Chi đạt 1.000 tỷ đồng.", ["Thu đạt 2.202,4 tỷ đồng.", "Chi đạt 1.000 tỷ đồng."]),
    ("Đến TP. Hồ Chí Minh dự họp.", ["Đến TP. Hồ Chí Minh dự họp."]),
    ("Giao GS. TS. chủ nhiệm đề tài.", ["Giao GS. TS. chủ nhiệm đề tài."]),
    ("Cây, con, v.v. Được chú trọng.", ["Cây, con, v.v. Được chú trọng."]),
    ("Thu đạt khá; chi đạt thấp.", ["Thu đạt khá; chi đạt thấp."]),
    ("Ông nói: “Đã xong.” Mọi người về.", ["Ông nói: “Đã xong.”", "Mọi người về."]),
    ("Thu đạt khá.", ["Thu đạt khá."]),
    ("Thu đạt khá", ["Thu đạt khá"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_full_stop_before_a_capital_ends_a_sentence_but_for_abbreviations(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet="aĐT.v ,;“”\n", max_size=120))
@settings(max_examples=100)
def test_spans_lie_in_order_and_leave_out_nothing_but_blanks(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))

    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    edges = [(0, 0), *spans, (len(text), len(text))]
    assert all(not text[before[1] : after[0]].strip() for before, after in pairwise(edges))
