"""Plain text and Markdown: the text of the file, and nothing else."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.documents.samples import cells_of, source
from tiendo.documents.readers.markdown import read_markdown
from tiendo.documents.readers.plain import read_plain
from tiendo.facts.errors import WrongFormat

VIETNAMESE = st.text(alphabet="aăâđêôơưáàảãạếềểễệ 1234,.%-\n", max_size=300)


@given(VIETNAMESE)
def test_the_text_is_the_files_text_in_composed_form(text: str) -> None:
    text = f"Kế hoạch năm 2022\n{text}"  # a word or two alone say too little about their encoding

    assert read_plain(source(normalize("NFD", text).encode())).text == normalize("NFC", text)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_one(ends: str) -> None:
    assert read_plain(source(f"Điều 1{ends}Nội dung{ends}".encode())).text == "Điều 1\nNội dung\n"


def test_markdown_keeps_its_marks_and_has_its_tables_in_place() -> None:
    text = "# KẾ HOẠCH\n\n| **Chỉ tiêu** | 2022 |\n|---|---|\n| Che phủ rừng | 63,8% |\n"
    raw = read_markdown(source(text.encode()))

    assert (raw.text, raw.format) == (text, "md")
    assert cells_of(raw) == [(0, 0, "Chỉ tiêu"), (0, 1, "2022"), (1, 0, "Che phủ rừng"), (1, 1, "63,8%")]


def test_an_old_encoding_is_converted_with_a_note() -> None:
    old = "B¸o c¸o t×nh h×nh ph¸t triÓn kinh tÕ - x· héi cña tØnh L¹ng S¬n n¨m 2022. " * 3
    raw = read_plain(source(old.encode("latin-1")))

    assert raw.text.startswith("Báo cáo tình hình phát triển kinh tế - xã hội của tỉnh Lạng Sơn năm 2022.")
    assert [note.code for note in raw.notes] == ["converted-tcvn3"]


def test_a_few_broken_bytes_are_replaced_with_a_note() -> None:
    raw = read_plain(source(("Kế hoạch phát triển kinh tế - xã hội. " * 20).encode() + b"\xff"))

    assert [note.code for note in raw.notes] == ["replaced-bytes"]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(WrongFormat, match="binary data"):
        read_plain(source(bytes(range(256)) * 20))
