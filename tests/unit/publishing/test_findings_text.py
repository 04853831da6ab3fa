from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.publishing.findings import ALL, CONSISTENT, PLANS, QUESTION, SUM, SWAPPED, UNKNOWN, both, place
from tiendo.publishing.columns import width_of
from tiendo.publishing.findings_text import LEAST_WIDTH, MOST_WIDTH, render
from tiendo.publishing.findings_words import grouped, summary


def test_the_summary_stands_first_and_each_finding_has_a_line_of_its_place():
    lines = render([SUM, QUESTION], "vi", 100).splitlines()
    assert lines[0] == "1 không khớp, 1 cần hỏi lại"
    assert "✗ không khớp bao-cao.pdf:400 · sums" in lines
    assert "? cần hỏi lại bao-cao.pdf:900 · order" in lines


def test_the_lines_speak_the_language_asked_for():
    text = render(ALL, "en", 100)
    assert text.startswith("2 inconsistent, 1 to ask about, 1 not to be checked, 1 consistent\n")
    assert "(vi)" not in text


def test_findings_of_one_slip_stand_together_and_the_slip_is_named_once():
    text = render([SUM, QUESTION, PLANS], "vi", 100)
    assert text.count("→ 1.789,4 tỷ đồng → 1.798,4 tỷ đồng") == 1
    assert text.index("· sums") < text.index("· implied-plan") < text.index("  → ") < text.index("· order")


def test_a_finding_of_its_own_names_the_next_likely_slip_too():
    text = render([SUM], "vi", 100)
    assert text.index("→ 1.789,4") < text.index("→ 162 tỷ đồng → 172")


def test_nothing_found_is_said_once_in_words():
    assert render([], "vi", 100) == "Không có chỗ nào không khớp.\n"


def test_what_could_not_be_checked_is_counted_and_cut_short():
    many = [replace(UNKNOWN, message=both(f"số {number}")) for number in range(12)]
    text = render(many, "vi", 100)
    assert "Chưa kiểm tra được, vì thiếu số để so (12)" in text
    assert "số 7 (vi)" in text
    assert "số 8 (vi)" not in text
    assert "… +4" in text


def test_what_agrees_comes_last():
    text = render([CONSISTENT, SUM], "vi", 100)
    assert text.index("✗ không khớp") < text.index("✓ khớp bao-cao.pdf:1500 · ratios")


LONG = both(" ".join(f"từ{number}" for number in range(120)))


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_wider_than_the_width(width):
    wide = [replace(finding, message=LONG) for finding in ALL]
    wide.append(replace(SUM, suggestions=(replace(SWAPPED, message=LONG),)))
    lines = render(wide, "vi", width).splitlines()
    assert max(map(width_of, lines)) <= width
    assert any(line.endswith("từ119 (vi)") for line in lines)


@pytest.mark.parametrize(("width", "used"), [(5, LEAST_WIDTH), (1000, MOST_WIDTH)])
def test_a_width_that_nobody_can_read_is_not_used(width, used):
    assert render([replace(SUM, message=LONG)], "vi", width) == render([replace(SUM, message=LONG)], "vi", used)


def test_a_long_name_of_a_file_is_not_wider_than_the_width():
    far = replace(SUM, places=(place("9 xã", 5, "/".join(["thư-mục-rất-dài"] * 12) + ".pdf"),))
    assert max(map(width_of, render([far], "vi", 80).splitlines())) <= 80


def test_colour_is_put_on_only_where_asked_for():
    assert "\x1b[" not in render(ALL, "vi", 100)
    assert "\x1b[31m" in render(ALL, "vi", 100, color=True)


def test_colour_changes_no_letter():
    plain, coloured = render(ALL, "vi", 100), render(ALL, "vi", 100, color=True)
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x07", "\u202e", "a\nb", "a\r\nb"])
def test_text_of_a_document_cannot_command_the_terminal(hostile):
    text = render([replace(SUM, message=both(f"x{hostile}y"), places=(place("9 xã", 5, f"d{hostile}"),))], "vi", 100)
    assert not any(letter in text for letter in "\x1b\x07\u202e\r")


def test_findings_are_grouped_by_their_first_suggestion_in_their_order():
    groups = grouped([SUM, QUESTION, PLANS])
    assert [group.findings for group in groups] == [(SUM, PLANS), (QUESTION,)]
    assert [group.suggestion for group in groups] == [SWAPPED, None]


def test_two_findings_without_a_suggestion_stay_apart():
    again = replace(QUESTION, message=both("Đã cấp 461 trong 411 thửa"))
    assert [len(group.findings) for group in grouped([QUESTION, again])] == [1, 1]


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([SUM, PLANS, QUESTION, UNKNOWN], "2 không khớp, 1 cần hỏi lại, 1 chưa kiểm tra được"),
        ([CONSISTENT], "1 khớp"),
        ([], "Không có chỗ nào không khớp."),
    ],
)
def test_the_summary_counts_the_worst_first(findings, said):
    assert summary(findings, "vi") == said
