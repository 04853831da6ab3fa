from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.publishing.findings import ALL, CONSISTENT, PLANS, QUESTION, SUM, UNKNOWN, both, place
from tiendo.publishing.findings_markdown import as_markdown


def test_the_report_has_a_title_a_summary_and_a_section_a_finding():
    lines = as_markdown([SUM, QUESTION], "vi").splitlines()
    assert lines[0] == "# Kiểm tra số liệu"
    assert lines[2] == "1 không khớp, 1 cần hỏi lại"
    assert [line for line in lines if line.startswith("## ")] == [
        "## ✗ Không khớp · sums",
        "## ? Cần hỏi lại · order",
    ]


def test_the_report_speaks_the_language_asked_for():
    text = as_markdown(ALL, "en")
    assert text.startswith("# Audit of figures\n")
    assert "## ✗ Inconsistent · sums" in text
    assert "(vi)" not in text


def test_a_finding_lists_its_figures_and_its_working():
    lines = as_markdown([SUM], "vi").splitlines()
    assert "- 162 tỷ đồng (bao-cao.pdf, 600–611)" in lines
    assert "1. cộng (vi)" in lines
    assert "2. so (vi)" in lines
    assert lines[-2:] == [
        "→ **1.789,4 tỷ đồng → 1.798,4 tỷ đồng (vi)**",
        "→ **162 tỷ đồng → 172 tỷ đồng (vi)**",
    ]


def test_findings_of_one_slip_stand_together_and_the_slip_is_named_once():
    text = as_markdown([SUM, QUESTION, PLANS], "vi")
    assert text.count("→ **") == 1
    assert text.index("· sums") < text.index("· implied-plan") < text.index("→ **") < text.index("· order")


def test_what_could_not_be_checked_and_what_agrees_come_last():
    text = as_markdown([CONSISTENT, UNKNOWN, SUM], "vi")
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert heads == ["## ✗ Không khớp · sums", "## Chưa kiểm tra được, vì thiếu số để so", "## Khớp"]
    assert "- chưa biết kế hoạch (vi)" in text
    assert "- 84,5% khớp (vi)" in text


def test_a_report_without_findings_says_so():
    assert as_markdown([], "vi") == "# Kiểm tra số liệu\n\nKhông có chỗ nào không khớp.\n"


def test_the_report_ends_with_one_line_break():
    for findings in ([], [SUM], ALL):
        text = as_markdown(findings, "vi")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


HOSTILE = [
    ("<script>alert(1)</script>", "<script>"),
    ("| a | b |", " | "),
    ("[link](http://example.org)", "[link]"),
    ("`code`", "`c"),
    ("**bold**", "**b"),
    ("~~gone~~", "~~g"),
    ("# heading", "\n# h"),
]


@pytest.mark.parametrize(("hostile", "raw"), HOSTILE)
def test_what_markdown_or_html_would_obey_is_escaped(hostile, raw):
    finding = replace(
        SUM, message=both(hostile), places=(place(hostile, 5), place("9 xã", 90, hostile)), working=(both(hostile),)
    )
    unknown = replace(UNKNOWN, message=both(hostile))
    text = as_markdown([replace(finding, suggestions=()), unknown], "vi")
    assert raw not in _without_escapes(text)


def _without_escapes(text: str) -> str:
    """The text without every character that a backslash has made harmless."""
    kept = []
    letters = iter(text)
    for letter in letters:
        if letter == "\\":
            next(letters, "")
        else:
            kept.append(letter)
    return "".join(kept)


@pytest.mark.parametrize("separator", ["\n", "\r", "\u2028", "\n\n## "])
def test_a_line_break_of_a_document_makes_no_block_of_its_own(separator):
    finding = replace(SUM, message=both(f"a{separator}b"), places=(place(f"1{separator}ha", 5),), working=())
    plain = replace(SUM, message=both("a b"), places=(place("1 ha", 5),), working=())
    assert len(as_markdown([finding], "vi").splitlines()) == len(as_markdown([plain], "vi").splitlines())


def test_a_terminal_sequence_of_a_document_does_not_reach_the_report():
    assert "\x1b" not in as_markdown([replace(SUM, message=both("\x1b[31mđỏ"))], "vi")
