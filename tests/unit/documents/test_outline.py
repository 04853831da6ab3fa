"""What the outline makes of headings, markers and list items: each case is a text and its blocks, one a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.documents.model import Block, BlockKind
from tiendo.documents.outline import outline
from tiendo.documents.tables import pipe_tables


def blocks_of(text: str) -> list[Block]:
    return list(outline(text, pipe_tables(text)))


def drawn(text: str) -> list[str]:
    """The blocks as `kind path: content`, line breaks shown as blanks."""
    return [
        f"{block.kind} {'/'.join(block.path)}: {' '.join(text[block.start : block.end].split())}".replace(
            " :", ":"
        ).strip()
        for block in blocks_of(text)
    ]


PROVISIONS = {
    "an act with articles, clauses and points": (
        "Điều 1. Mục tiêu\n1. Về kinh tế:\na) Thu đạt 90 tỷ đồng.\nb) Chi đạt 80 tỷ đồng.\n2. Về xã hội:\n"
        "a) Xây dựng nhà ở.\nĐiều 2. Tổ chức thực hiện\nỦy ban nhân dân tỉnh thực hiện.\n",
        [
            "heading Điều 1: Mục tiêu",
            "heading Điều 1/1: Về kinh tế:",
            "paragraph Điều 1/1/a: Thu đạt 90 tỷ đồng.",
            "paragraph Điều 1/1/b: Chi đạt 80 tỷ đồng.",
            "heading Điều 1/2: Về xã hội:",
            "paragraph Điều 1/2/a: Xây dựng nhà ở.",
            "heading Điều 2: Tổ chức thực hiện",
            "paragraph Điều 2: Ủy ban nhân dân tỉnh thực hiện.",
        ],
    ),
    "Roman numbers and decimal numbering": (
        "I. KẾT QUẢ\n1. Kinh tế\n1.1. Nông nghiệp\n1.1.1. Trồng trọt đạt khá.\n1.2. Công nghiệp\n2. Xã hội\n"
        "II. TỒN TẠI\n",
        [
            "heading I: KẾT QUẢ",
            "heading I/1: Kinh tế",
            "heading I/1/1.1: Nông nghiệp",
            "paragraph I/1/1.1/1.1.1: Trồng trọt đạt khá.",
            "heading I/1/1.2: Công nghiệp",
            "heading I/2: Xã hội",
            "heading II: TỒN TẠI",
        ],
    ),
    "capitals above Roman numbers": (
        "A. KẾT QUẢ\nI. KINH TẾ\n1. Thu ngân sách đạt khá.\nB. NHIỆM VỤ\nI. KINH TẾ\n",
        [
            "heading A: KẾT QUẢ",
            "heading A/I: KINH TẾ",
            "paragraph A/I/1: Thu ngân sách đạt khá.",
            "heading B: NHIỆM VỤ",
            "heading B/I: KINH TẾ",
        ],
    ),
    "chapters and sections": (
        "Chương I\nĐiều 1. Phạm vi.\nChương II. Mức chi\nMục 1. Chi thường xuyên\nĐiều 2. Mức chi hội nghị.\n",
        [
            "heading Chương I:",
            "paragraph Chương I/Điều 1: Phạm vi.",
            "heading Chương II: Mức chi",
            "heading Chương II/Mục 1: Chi thường xuyên",
            "paragraph Chương II/Mục 1/Điều 2: Mức chi hội nghị.",
        ],
    ),
    "the letter đ follows the letter d": (
        "1. Nội dung gồm:\nc) Lập kế hoạch.\nd) Giao vốn.\nđ) Kiểm tra.\ne) Báo cáo.\n",
        [
            "heading 1: Nội dung gồm:",
            "paragraph 1/c: Lập kế hoạch.",
            "paragraph 1/d: Giao vốn.",
            "paragraph 1/đ: Kiểm tra.",
            "paragraph 1/e: Báo cáo.",
        ],
    ),
    "bullets stand in the provision of their paragraph, without a step of their own": (
        "1. Nhiệm vụ:\n- Trồng rừng.\n+ Trồng thông.\n- Làm đường.\n",
        [
            "heading 1: Nhiệm vụ:",
            "bullet 1: Trồng rừng.",
            "bullet 1: Trồng thông.",
            "bullet 1: Làm đường.",
        ],
    ),
    "a numbered sentence is a paragraph, a numbered name a heading": (
        "1. Phát triển du lịch\n2. Phát triển du lịch gắn với di sản.\n",
        ["heading 1: Phát triển du lịch", "paragraph 2: Phát triển du lịch gắn với di sản."],
    ),
    "Markdown marks are layout": (
        "## I. MỤC TIÊU\n**1. Kinh tế**\n- Thu đạt **90 tỷ đồng**.\n* Chi đạt 80 tỷ đồng.\n",
        [
            "heading I: MỤC TIÊU",
            "heading I/1: Kinh tế",
            "bullet I/1: Thu đạt **90 tỷ đồng**.",
            "bullet I/1: Chi đạt 80 tỷ đồng.",
        ],
    ),
    "an annex opens a part of its own": (
        "I. MỤC TIÊU\n1. Thu đạt khá.\nPHỤ LỤC SỐ LIỆU\n1. Chi đạt khá.\n",
        ["heading I: MỤC TIÊU", "paragraph I/1: Thu đạt khá.", "heading: PHỤ LỤC SỐ LIỆU", "paragraph 1: Chi đạt khá."],
    ),
    "cells of a table stand in the provision above it": (
        "I. CHỈ TIÊU\n| Chỉ tiêu | 2025 |\n|---|---|\n| GRDP | 8% |\n\nGhi chú ở dưới bảng.\n",
        [
            "heading I: CHỈ TIÊU",
            "table_cell I: Chỉ tiêu",
            "table_cell I: 2025",
            "table_cell I: GRDP",
            "table_cell I: 8%",
            "paragraph I: Ghi chú ở dưới bảng.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PROVISIONS.values(), ids=PROVISIONS)
def test_markers_become_provisions(text: str, expected: list[str]) -> None:
    assert drawn(text) == expected


EDGES = {
    "title and preamble": (
        "NGHỊ QUYẾT\nVề kế hoạch năm 2025\nCăn cứ Luật Đầu tư công;\nXét Tờ trình số 5;\nQUYẾT NGHỊ:\n"
        "Điều 1. Mục tiêu\n",
        [
            "title: NGHỊ QUYẾT",
            "title: Về kế hoạch năm 2025",
            "legal_basis: Căn cứ Luật Đầu tư công;",
            "legal_basis: Xét Tờ trình số 5;",
            "heading: QUYẾT NGHỊ:",
            "heading Điều 1: Mục tiêu",
        ],
    ),
    "the act's own passing, signature and recipients": (
        "Điều 1. Mục tiêu\nThu đạt khá.\nNghị quyết này được thông qua ngày 10 tháng 12 năm 2024./.\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\n",
        [
            "heading Điều 1: Mục tiêu",
            "paragraph Điều 1: Thu đạt khá.",
            "closing Điều 1: Nghị quyết này được thông qua ngày 10 tháng 12 năm 2024./.",
            "closing Điều 1: Nơi nhận:",
            "closing Điều 1: Như trên;",
            "closing Điều 1: Lưu: VT.",
            "closing Điều 1: TM. ỦY BAN NHÂN DÂN",
        ],
    ),
    "an addressee above the body closes nothing": (
        "Kính gửi: Ủy ban nhân dân tỉnh.\n1. Thu ngân sách đạt khá.\n",
        ["paragraph: Kính gửi: Ủy ban nhân dân tỉnh.", "paragraph 1: Thu ngân sách đạt khá."],
    ),
    "an empty text": ("", []),
    "blank lines only": ("\n \n\t\n", []),
}


@pytest.mark.parametrize(("text", "expected"), EDGES.values(), ids=EDGES)
def test_what_stands_around_the_body_is_told_apart(text: str, expected: list[str]) -> None:
    assert drawn(text) == expected


def test_markers_are_kept_as_written_and_stand_outside_the_content() -> None:
    text = "Điều 1. Mục tiêu\n1. Kinh tế:\na) Thu ngân sách.\n- Chi đầu tư.\n"

    assert [block.marker for block in blocks_of(text)] == ["Điều 1.", "1.", "a)", "-"]


def test_headings_are_the_blocks_above_outermost_first() -> None:
    text = "I. KẾT QUẢ\n1. Kinh tế\n- Chia theo ngành:\n+ Trồng trọt.\n- Chăn nuôi.\nII. TỒN TẠI\n"

    assert [block.headings for block in blocks_of(text)] == [(), (0,), (0, 1), (0, 1, 2), (0, 1), ()]


def test_a_lead_in_without_number_holds_for_the_bullets_below_it() -> None:
    text = "I. NHIỆM VỤ\nCác sở tập trung:\n- Trồng rừng.\n- Làm đường.\nViệc khác do xã làm.\n"

    assert [block.headings for block in blocks_of(text)] == [(), (0,), (0, 1), (0, 1), (0,)]


def test_a_paragraph_without_number_ends_the_bullets_before_it() -> None:
    text = "1. Kinh tế\n- Trồng rừng được chú trọng.\nThu ngân sách đạt khá.\n"

    assert [block.headings for block in blocks_of(text)] == [(), (0,), (0,)]


def test_a_stretch_that_a_page_printed_twice_points_to_its_first() -> None:
    sentence = "Thu ngân sách trên địa bàn đạt 90 tỷ đồng, bằng 45% dự toán năm."
    text = f"1. {sentence}\n2. Chi đạt khá.\n3. {sentence}\n4. Chi đạt khá.\n"

    # A short stretch repeats by chance.
    assert [block.repeats for block in blocks_of(text)] == [None, None, 0, None]


MARKERS = (
    *("Điều 1. ", "Chương II. ", "I. ", "II. ", "A. ", "1. ", "2. ", "1.1. ", "2.3.1. ", "a) ", "đ) ", "- ", "+ ", ""),
    *("## ", "**", "| ", "* ", "Nơi nhận: ", "Căn cứ "),
)
CONTENTS = ("Thu ngân sách đạt 90 tỷ đồng.", "MỤC TIÊU", "Kinh tế", "các xã:", "và phường", "8% |", "12", "- 2030", "")
LINES = st.builds("{}{}".format, st.sampled_from(MARKERS), st.sampled_from(CONTENTS))
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\n\x0c", " "])), max_size=25).map(
    lambda pairs: "".join(line + end for line, end in pairs)
)


@given(TEXTS)
@settings(max_examples=100)
def test_blocks_lie_in_order_inside_the_text_without_overlap(text: str) -> None:
    blocks = blocks_of(text)

    assert all(0 <= block.start <= block.end <= len(text) for block in blocks)
    assert all(before.end <= after.start for before, after in pairwise(blocks))
    assert all(text[block.start : block.end].strip() == text[block.start : block.end] for block in blocks)


@given(TEXTS)
@settings(max_examples=100)
def test_a_step_of_a_path_is_printed_in_a_marker(text: str) -> None:
    blocks = blocks_of(text)

    for block in blocks:
        printed = [blocks[index].marker for index in block.headings] + [block.marker]
        assert all(any(step in marker for marker in printed) for step in block.path)


@given(TEXTS)
@settings(max_examples=100)
def test_headings_and_repeats_point_backwards(text: str) -> None:
    for index, block in enumerate(blocks_of(text)):
        assert all(above < index for above in block.headings)
        assert list(block.headings) == sorted(block.headings)
        assert block.repeats is None or block.repeats < index


@given(st.text(alphabet="aA1I.)-–+*#|Đđ \n\x0c:;", max_size=300))
@settings(max_examples=100)
def test_no_jumble_of_marks_breaks_the_outline(text: str) -> None:
    assert all(isinstance(block.kind, BlockKind) for block in blocks_of(text))
