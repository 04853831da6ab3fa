from __future__ import annotations

import pytest

from tiendo.web.api.paging import Cursor, mark_of, read_cursor
from tiendo.web.api.problems import Problem

QUESTION = mark_of("/api/v1/observations", {"territory": "20", "limit": "5"})


def test_a_cursor_gives_back_what_was_written():
    assert read_cursor(Cursor(7, 90).write(QUESTION), QUESTION) == Cursor(7, 90)


def test_the_size_of_a_page_is_no_other_question():
    assert mark_of("/api/v1/observations", {"territory": "20", "limit": "9", "cursor": "x"}) == QUESTION


@pytest.mark.parametrize(
    "written",
    ["", "x", "!!!", "AAAA", "w6k", "LTEuMS4x", Cursor(7, 90).write("other"), Cursor(-1, 9).write(QUESTION), "é" * 20],
)
def test_any_other_text_is_refused(written):
    with pytest.raises(Problem) as refused:
        read_cursor(written, QUESTION)
    assert refused.value.code == "invalid-cursor"
