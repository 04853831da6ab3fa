"""Citations under load: whatever stands around the words of citations, the quotes are in the text, in order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tiendo.documents.lines import reading_copy
from tiendo.documents.model import Document
from tiendo.documents.outline import outline
from tiendo.extraction.citations import extract_citations

PIECES = st.lists(
    st.sampled_from(
        "Nghị quyết|số|12/NQ-CP|ngày 01/8/2022|của|Chính phủ|Luật|Đất đai|số 45/2013/QH13|ngày 29 tháng 11 năm 2013"
        "|;|,|và|Bộ Tài chính|về việc|96-NQ/TU|Báo cáo|thẩm tra|.|\n|Công văn|1/500|QĐ-TTg|Pháp lệnh|sửa đổi|(|)".split(
            "|"
        )
    ),
    max_size=40,
)


@given(PIECES)
def test_quotes_are_the_text_at_their_offsets_and_do_not_overlap(pieces: list[str]) -> None:
    text = "1. " + " ".join(pieces)
    document = Document("x.txt", "txt", text, outline(text))
    found = extract_citations(document, reading_copy(text))
    assert all(text[one.start : one.end] == one.quote for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(one.number is not None or one.date is not None for one in found)


def test_a_long_text_without_line_breaks_is_read_through() -> None:
    sentence = "Thực hiện Nghị quyết số 12/NQ-CP ngày 01/8/2022 của Chính phủ, "
    text = sentence * 2000
    document = Document("x.txt", "txt", text, outline(text))
    assert len(extract_citations(document, reading_copy(text))) == 2000
