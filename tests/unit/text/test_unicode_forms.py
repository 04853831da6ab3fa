"""The canonical form changes letters and line ends, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.unicode_forms import canonical_text, to_nfc


def test_text_that_is_composed_already_is_the_same_object() -> None:
    text = "Ủy ban nhân dân"

    assert to_nfc(text) is text


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [
        (unicodedata.normalize("NFD", "Kế hoạch"), "Kế hoạch"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffMục tiêu", "Mục tiêu"),
        ("10\u00a0xã\u200b, 5\tha  ", "10\u00a0xã\u200b, 5\tha  "),
        ("giữa \ufeff dòng", "giữa \ufeff dòng"),
    ],
)
def test_the_canonical_form_is_nfc_with_plain_line_ends(raw: str, canonical: str) -> None:
    assert canonical_text(raw) == canonical


@given(st.text())
def test_the_canonical_form_is_stable(text: str) -> None:
    once = canonical_text(text)

    assert canonical_text(once) == once.removeprefix("\ufeff")
    assert "\r" not in once
