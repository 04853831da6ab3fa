from __future__ import annotations

import io

from tiendo.cli.progress import with_progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_nothing_is_drawn_where_the_stream_is_no_terminal():
    stream = io.StringIO()
    assert list(with_progress([1, 2], ["a", "b"], stream, "Đang đọc")) == [1, 2]
    assert stream.getvalue() == ""


def test_the_bar_names_the_file_that_is_being_read_and_leaves_a_clear_line():
    stream = Terminal()
    assert list(with_progress([1, 2], ["a.txt", "b.txt"], stream, "Đang đọc")) == [1, 2]
    drawn = stream.getvalue()
    assert "0/2 a.txt" in drawn
    assert "1/2 b.txt" in drawn
    assert "2/2" not in drawn
    assert drawn.endswith("\x1b[2K")


def test_the_line_is_clear_while_the_caller_writes_about_an_outcome():
    stream = Terminal()
    for _ in with_progress([1], ["a.txt"], stream, "Đang đọc"):
        assert stream.getvalue().endswith("\x1b[2K")


def test_the_line_is_cleared_when_the_caller_stops_early():
    stream = Terminal()
    outcomes = with_progress([1, 2], ["a.txt", "b.txt"], stream, "Đang đọc")
    next(outcomes)
    outcomes.close()
    assert stream.getvalue().endswith("\x1b[2K")
