"""Words that were looked for are marked, whole and as they are written; nothing of a text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.text.unicode_forms import to_nfc
from tiendo.web.search.marking import ELLIPSIS, Piece, excerpt, marked
from tiendo.web.search.query import Likeness, Term


def _terms(*words: str) -> list[Term]:
    return [Term(word, Likeness.SAME) for word in words]


def _shown(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("Số sạp ở chợ phiên", _terms("cho"), "Số sạp ở [chợ] phiên"),
        ("Số sạp ở chợ phiên", _terms("cho", "phien"), "Số sạp ở [chợ phiên]"),
        ("Chợ, phiên chợ", _terms("cho", "phien"), "Chợ, [phiên chợ]"),
        ("Sở Mận và Sở Chợ", _terms("so", "cho"), "Sở Mận và [Sở Chợ]"),
        ("Sở Mận, chợ Sở", _terms("so", "man", "cho"), "[Sở Mận], [chợ Sở]"),
        ("Thủ tục thu phí", [Term("thu", Likeness.SAME, "thu")], "Thủ tục [thu] phí"),
        ("Thủ tục", [Term("thu", Likeness.SAME, "thu")], "[Thủ] tục"),
        ("Nghị quyết", [Term("ngh", Likeness.BEGINNING)], "[Nghị] quyết"),
        ("Tỷ lệ", _terms("ti"), "[Tỷ] lệ"),
        ("15/NQ-HĐND", _terms("15", "hdnd"), "[15]/NQ-[HĐND]"),
        ("không có gì", _terms("cho"), "không có gì"),
        ("", _terms("cho"), ""),
    ],
)
def test_words_are_marked(text: str, terms: list[Term], shown: str) -> None:
    assert _shown(marked(text, terms)) == shown


@given(st.text(), st.lists(st.text(alphabet="abcdh", min_size=1, max_size=4)))
def test_the_text_stays_the_same(text: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, _terms(*words))) == to_nfc(text)


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "mở đầu " * 40 + "có chợ phiên ở đây " + "kết thúc " * 40

    shown = excerpt(text, _terms("cho", "phien"), 120)

    assert Piece("chợ phiên", marked=True) in shown
    assert shown[0].text.startswith(f"{ELLIPSIS}mở") or shown[0].text.startswith(f"{ELLIPSIS}đầu")
    assert shown[-1].text.endswith(ELLIPSIS)
    assert sum(len(piece.text) for piece in shown) <= 122


@given(st.text(alphabet="ab chợ,.", max_size=300), st.integers(20, 80))
def test_an_excerpt_is_never_longer_than_asked_for(text: str, longest: int) -> None:
    shown = "".join(piece.text for piece in excerpt(text, _terms("cho"), longest))

    assert len(shown) <= longest + 2 * len(ELLIPSIS)
    assert shown.strip(ELLIPSIS) in to_nfc(text)
