"""How printed lines are joined into logical lines, and what the reading copy leaves out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.documents.lines import logical_lines, reading_copy


def joined(text: str) -> list[str]:
    """The logical lines of a text, markers included, each as one line."""
    reading = reading_copy(text)
    lines = []
    for line in logical_lines(text, reading, []):
        marker = f"{line.marker.written} " if line.marker else ""
        lines.append(marker + " ".join(reading[line.start : line.end].split()))
    return lines


# A file says how it is wrapped by its lines: these three that go on in small letters make it a wrapped one.
WRAPPED = (
    "Kế hoạch này xác định các nhiệm vụ trọng tâm về phát triển kinh tế, bảo đảm an sinh\n"
    "xã hội, giữ vững quốc phòng, an ninh và nâng cao đời sống vật chất, tinh thần của\n"
    "người dân trên địa bàn toàn tỉnh, nhất là ở các xã vùng cao, vùng sâu, vùng xa còn\n"
    "nhiều khó khăn về giao thông, nước sạch và thông tin liên lạc.\n"
)

SPLITS = {
    "a paragraph over several lines is one": (WRAPPED, 1),
    "a marker at a line's start begins a new line": (WRAPPED + "1. Trồng rừng.\n2. Làm đường.\n", 3),
    "a wrapped line that begins with a dash goes on with its sentence": (
        WRAPPED + "Giao Ban Kinh tế và các ban của Hội đồng nhân dân tỉnh, trong đó có Ban Kinh tế\n"
        "- Ngân sách và Ban Pháp chế, giám sát việc thực hiện.\n",
        2,
    ),
    "a range broken before its dash stays one": (
        WRAPPED + "Vốn đầu tư công của giai đoạn 2026\n- 2030 được giao.\n",
        2,
    ),
    "a short line before a capital is a heading": (WRAPPED + "Về kinh tế\nThu ngân sách đạt khá.\n", 3),
    "a title in capitals ends before a sentence, however long its last line": (
        WRAPPED + "VỀ VIỆC TĂNG CƯỜNG BẢO VỆ RỪNG VÀ PHÒNG CHÁY, CHỮA CHÁY RỪNG TRÊN ĐỊA BÀN TỈNH\n"
        "Mùa khô năm nay đến sớm.\n",
        3,
    ),
    "capitals stand alone": (WRAPPED + "KẾT QUẢ THỰC HIỆN NĂM 2024\nThu ngân sách đạt khá.\n", 3),
}


@pytest.mark.parametrize(("text", "count"), SPLITS.values(), ids=SPLITS)
def test_a_hard_wrapped_file_is_joined_by_its_sentences(text: str, count: int) -> None:
    assert len(joined(text)) == count


PAGES = {
    "a page break in the middle of a sentence": (
        "Trồng rừng trên địa bàn các xã và\n\n12\n\n\x0cphường của tỉnh.\nĐoạn hai.\n",
        ["Trồng rừng trên địa bàn các xã và phường của tỉnh.", "Đoạn hai."],
    ),
    "a page number between two paragraphs": ("Đoạn một.\n\n- 3 -\n\nĐoạn hai.\n", ["Đoạn một.", "Đoạn hai."]),
    "a comma before a blank line leaves the sentence open": (
        "Phát triển nông nghiệp,\n\nLâm nghiệp và thủy sản.\n", ["Phát triển nông nghiệp, Lâm nghiệp và thủy sản."],
    ),
    "a full stop before a blank line ends it": ("Đoạn một.\n\nđoạn hai.\n", ["Đoạn một.", "đoạn hai."]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_a_page_break_ends_no_sentence(text: str, expected: list[str]) -> None:
    assert joined(text) == expected


MARKERS = [
    ("Điều 12. Hiệu lực", "Điều 12.", "Điều 12"),
    ("Chương IV. Mức chi", "Chương IV.", "Chương IV"),
    ("Phần thứ hai\n", "Phần thứ hai", "Phần thứ hai"),
    ("A. KẾT QUẢ", "A.", "A"),
    ("IV. TỒN TẠI", "IV.", "IV"),
    ("3. Nông nghiệp", "3.", "3"),
    ("3) Nông nghiệp", "3)", "3"),
    ("2.1. Nông nghiệp", "2.1.", "2.1"),
    ("2.1 Nông nghiệp", "2.1", "2.1"),
    ("đ) Nông nghiệp", "đ)", "đ"),
    ("- Nông nghiệp", "-", None),
    ("– Nông nghiệp", "–", None),
    ("• Nông nghiệp", "•", None),
    ("+ Nông nghiệp", "+", None),
    ("* Nông nghiệp", "*", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "step"), MARKERS, ids=[written for _, written, _ in MARKERS])
def test_a_marker_is_read_with_its_step(text: str, written: str, step: str | None) -> None:
    (line,) = logical_lines(text, reading_copy(text), [])

    assert line.marker is not None
    assert (line.marker.written, line.marker.step) == (written, step)


@pytest.mark.parametrize(
    "text",
    [
        "2,3 triệu lượt khách đến tỉnh.",
        "12.500 hộ được hỗ trợ.",
        "2025 là năm cuối của kế hoạch.",
        "15/3/2024 là hạn nộp.",
        "-5 độ là nhiệt độ thấp nhất.",
        "VND giảm giá nhẹ.",
        "Mùa vụ năm nay thuận lợi.",
    ],
)
def test_a_sentence_that_begins_with_a_number_or_a_name_has_no_marker(text: str) -> None:
    (line,) = logical_lines(text, reading_copy(text), [])

    assert line.marker is None


def test_no_line_goes_on_behind_a_table() -> None:
    text = "Giao cho\n| a | b |\n| c | d |\ncác xã:\n"
    span = (text.index("|"), text.rindex("|") + 1)

    assert len(list(logical_lines(text, reading_copy(text), [span]))) == 2


def test_lines_inside_a_table_are_left_to_the_table() -> None:
    text = "Đoạn một.\n| a | b |\n| c | d |\nĐoạn hai.\n"
    span = (text.index("|"), text.rindex("|") + 1)

    lines = list(logical_lines(text, reading_copy(text), [span]))

    assert [text[line.start : line.end] for line in lines] == ["Đoạn một.", "Đoạn hai."]


COPIES = [
    ("**Thu** đạt _90_ tỷ", "  Thu   đạt  90  tỷ"),
    ("# Mục tiêu", "  Mục tiêu"),
    ("a | b", "a   b"),
    ("Thu\u00a0đạt\tkhá\x0c", "Thu đạt khá "),
    ("Đoạn\n\n17\n\nhai", "Đoạn      hai"),
    # A number in a line of its own is a value where no blank line follows.
    ("Giá trị\n17\nha", "Giá trị 17 ha"),
]


@pytest.mark.parametrize(("text", "expected"), COPIES)
def test_the_reading_copy_blanks_layout_marks_and_page_numbers(text: str, expected: str) -> None:
    assert reading_copy(text) == expected


@given(st.text(alphabet="aĐ1.,-*#|_ \n\t\x0c\u00a0", max_size=200))
@settings(max_examples=100)
def test_the_reading_copy_keeps_every_place(text: str) -> None:
    copy = reading_copy(text)

    assert len(copy) == len(text)
    assert all(shown in (" ", written) for shown, written in zip(copy, text, strict=True))
