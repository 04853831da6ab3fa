"""Which provision of a cited document the words before it name."""

from __future__ import annotations

import pytest

from tiendo.publishing.akoma_ntoso.portions import portion_before


@pytest.mark.parametrize(
    ("before", "portion"),
    [
        ("theo Điều 5 ", "art_5"),
        ("quy định tại khoản 2 Điều 5 ", "art_5__para_2"),
        ("điểm đ khoản 2, Điều 15a của ", "art_15a__para_2__point_đ"),
        ("điểm a\nkhoản 1\nĐiều 3\ncủa ", "art_3__para_1__point_a"),
        ("điểm a Điều 3 ", "art_3"),  # a point of no paragraph is not told apart
        ("khoản 1, khoản 2 Điều 5 ", ""),  # two of them: neither is chosen
        ("khoản 1 và khoản 2 Điều 5 ", ""),
        ("từ khoản 1 đến khoản 3 Điều 5 ", ""),
        ("theo ", ""),
        ("Điều 1. Thông qua ", ""),
    ],
)
def test_a_provision_before_a_citation(before, portion):
    text = f"{before}Nghị quyết số 55/NQ-HĐND"
    found, start = portion_before(text, len(before))
    assert found == portion
    assert text[start:] == text[len(before) :] if not portion else text[start:].startswith(("điểm", "khoản", "Điều"))
