"""Norms, prices, thresholds and terms of formulas are told from facts."""

from __future__ import annotations

import pytest

from tiendo.extraction.norms import states_a_norm
from tiendo.extraction.number_phrases import find_number_phrases
from tiendo.text.numbers import NumberStyle


def first_is_norm(sentence: str, *, norms: bool) -> bool:
    """Whether the first quantity of a sentence is one; `norms` says that its document sets norms."""
    lower = sentence.lower()
    phrase = find_number_phrases(lower, 0, len(lower), NumberStyle.VIETNAMESE, [])[0]
    return states_a_norm(lower, 0, phrase, len(lower), norms)


ANYWHERE = [
    ("Hỗ trợ 50 triệu đồng/hộ để sửa nhà.", True),
    ("Đơn giá 1.200 nghìn đồng/m2.", True),
    ("Vốn hỗ trợ = 30% x tổng mức đầu tư.", True),
    ("Tỷ lệ giải ngân 90% được 10 điểm.", True),
    ("Thu nhập bình quân đạt 60 triệu đồng/người.", False),
    ("Hỗ trợ 50 hộ sửa nhà.", False),
    ("Năng suất lúa đạt 52 tạ/ha.", False),
    # The signs of bounds are no formula.
    ("Tỷ lệ hài lòng >= 90%.", False),
    ("Tỷ lệ quá hạn <= 2%.", False),
]


@pytest.mark.parametrize(("sentence", "expected"), ANYWHERE)
def test_prices_and_formulas_are_norms_in_any_document(sentence: str, expected: bool) -> None:
    assert first_is_norm(sentence, norms=False) is expected


AMONG_NORMS = [
    "Đến 500.000 người được cộng 10 điểm.",
    "Từ 30 ha trở lên thì áp dụng mức 2.",
    "Mức vay không quá 100 triệu đồng.",
    "Ngân sách tỉnh chi trả 70%.",
    "Hỗ trợ 30% chi phí.",
]


@pytest.mark.parametrize("sentence", AMONG_NORMS)
def test_thresholds_and_support_are_norms_where_a_document_sets_norms(sentence: str) -> None:
    assert first_is_norm(sentence, norms=True)


def test_the_same_words_are_facts_elsewhere() -> None:
    assert not first_is_norm("Mức vay đạt 100 triệu đồng.", norms=False)
    assert not first_is_norm("Ngân sách tỉnh chi trả 70%.", norms=False)
