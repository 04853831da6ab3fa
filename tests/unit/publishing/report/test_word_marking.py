"""What the record does not say any more is marked in the officer's own file, beside what it says now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.unit.publishing.report.sample import SAMPLE
from tests.unit.publishing.report.word_file import W, opened, part, replaced, text_of
from tiendo.facts.errors import DamagedDocument
from tiendo.publishing.report.returned import ReturnedField
from tiendo.publishing.report.word import as_word
from tiendo.publishing.report.word_marking import marked
from tiendo.publishing.report.word_reading import read_word

KEY = "thu-ngan-sach-dia-ban/2022-Q1/result"
AT = datetime(2022, 5, 1, 7, tzinfo=UTC)
TEXT = "word/document.xml"
EDITED = replaced(as_word(SAMPLE), TEXT, " tỷ đồng, đạt ", " tỷ đồng (thu nội địa 600,6), đạt ")


def _remark(field: ReturnedField) -> str | None:
    return "đã đổi: 2.202,4 → 2.300" if field.figure.binding.key == KEY else None


def _marked(data: bytes) -> bytes:
    return marked("a.docx", data, read_word("a.docx", data), _remark, says_loose="số gõ tay: {text}", at=AT)


MARKED = _marked(EDITED)


def test_a_comment_says_what_the_record_says_now() -> None:
    comments = [(each.text, each.author) for each in opened(MARKED).comments]
    assert comments == [
        ("đã đổi: 2.202,4 → 2.300", "Tiến Độ"),
        ("số gõ tay: 600,6", "Tiến Độ"),
        ("đã đổi: 2.202,4 → 2.300", "Tiến Độ"),  # the same figure in the annex
    ]


def test_the_figure_is_highlighted_and_its_comment_stands_around_the_field() -> None:
    field = next(part(MARKED, TEXT).iter(f"{W}sdt"))
    assert field.find(f"{W}sdtContent/{W}r/{W}rPr/{W}highlight").get(f"{W}val") == "yellow"
    assert field.getprevious().tag == f"{W}commentRangeStart"
    assert field.getnext().tag == f"{W}commentRangeEnd"
    others = list(part(MARKED, TEXT).iter(f"{W}highlight"))
    assert len(others) == 2  # the figure in the text and in the annex


def test_the_words_stay_and_are_read_back_as_before() -> None:
    assert text_of(part(MARKED, TEXT)) == text_of(part(EDITED, TEXT))
    assert read_word("a.docx", MARKED) == read_word("a.docx", EDITED)


def test_the_same_gives_the_same_bytes() -> None:
    assert _marked(EDITED) == MARKED


def test_nothing_to_remark_leaves_no_comment() -> None:
    whole = as_word(SAMPLE)
    data = marked("a.docx", whole, read_word("a.docx", whole), lambda _: None, says_loose="{text}", at=AT)
    assert list(opened(data).comments) == []


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(DamagedDocument):
        marked("a.docx", b"PK", read_word("a.docx", EDITED), _remark, says_loose="{text}", at=AT)
