"""Which words around a number say what it is about."""

from __future__ import annotations

import pytest

from tiendo.extraction.number_phrases import find_number_phrases
from tiendo.extraction.subjects import narrows, read_before, read_behind
from tiendo.extraction.times import find_times
from tiendo.text.numbers import NumberStyle


def before(clause: str) -> tuple[str | None, str | None, str | None]:
    """(name, enclosing name, direction) of the clause before a number."""
    lower = clause.lower()
    times = find_times(clause, 0, len(clause), default_year=2024)
    found = read_before(lower, 0, len(lower), times)
    name = clause[slice(*found.subject)] if found.subject else None
    within = clause[slice(*found.within)] if found.within else None
    return name, within, found.direction


NAMES = [
    ("Tổng thu ngân sách đạt ", "Tổng thu ngân sách"),
    ("Tổng thu ngân sách ước đạt khoảng ", "Tổng thu ngân sách"),
    ("Tổng thu ngân sách năm 2024 là ", "Tổng thu ngân sách"),
    ("Năm 2024, tổng thu ngân sách đạt ", "tổng thu ngân sách"),
    ("Phấn đấu tỷ lệ che phủ rừng đạt ", "tỷ lệ che phủ rừng"),
    ("Đến nay toàn tỉnh có ", None),
    ("Kinh tế phát triển khá, thu nhập bình quân đầu người đạt ", "thu nhập bình quân đầu người"),
    ("Giá trị sản xuất nông, lâm nghiệp và thủy sản đạt ", "Giá trị sản xuất nông, lâm nghiệp và thủy sản"),
    ("Thực hiện Nghị quyết số 5 của tỉnh, tỷ lệ hộ nghèo còn ", "tỷ lệ hộ nghèo"),
    ("Xây dựng đường liên xã với tổng vốn ", "tổng vốn"),
    ("Nợ xấu có thể vượt ", "Nợ xấu"),
    ("; thu nội địa ", "thu nội địa"),
    (", đồng thời sản lượng chè đạt ", "sản lượng chè"),
    ("", None),
    (", ", None),
]


@pytest.mark.parametrize(("clause", "name"), NAMES)
def test_the_name_before_a_number_leaves_out_verbs_dates_and_connectives(clause: str, name: str | None) -> None:
    assert before(clause)[0] == name


DIRECTIONS = [
    ("Thu ngân sách tăng ", "Thu ngân sách", "up"),
    ("Thu ngân sách tăng khoảng ", "Thu ngân sách", "up"),
    ("Thu ngân sách giảm mạnh ", "Thu ngân sách", "down"),
    ("Giảm tỷ lệ hộ nghèo ", "tỷ lệ hộ nghèo", "down"),
    ("Thu ngân sách tăng trưởng âm ", "Thu ngân sách", "down"),
    # The level of a growth rate is a level.
    ("Tốc độ tăng trưởng kinh tế đạt ", "Tốc độ tăng trưởng kinh tế", None),
    ("Tốc độ tăng trưởng bình quân ", "Tốc độ tăng trưởng", None),
    ("Mức tăng ", "Mức tăng", None),
    # So is what something is raised to.
    ("Nâng tỷ lệ che phủ rừng lên ", "tỷ lệ che phủ rừng", None),
]


@pytest.mark.parametrize(("clause", "name", "direction"), DIRECTIONS)
def test_verbs_of_change_give_the_direction(clause: str, name: str, direction: str | None) -> None:
    assert before(clause)[::2] == (name, direction)


ENCLOSING = [
    ("Cơ cấu kinh tế: nông nghiệp chiếm ", "nông nghiệp", "Cơ cấu kinh tế"),
    ("Cơ cấu kinh tế năm 2024: nông nghiệp ", "nông nghiệp", "Cơ cấu kinh tế"),
    ("thu nội địa đạt ", "thu nội địa", None),
]


@pytest.mark.parametrize(("clause", "name", "within"), ENCLOSING)
def test_a_name_before_a_colon_encloses_what_follows(clause: str, name: str, within: str | None) -> None:
    assert before(clause)[:2] == (name, within)


def behind(text: str) -> tuple[str | None, bool]:
    """The noun phrase behind the first quantity of a text, and whether it narrows down what is counted."""
    lower = text.lower()
    phrase = find_number_phrases(lower, 0, len(lower), NumberStyle.VIETNAMESE, [])[0]
    times = find_times(text, 0, len(text), default_year=2024)
    found = read_behind(lower, text, phrase, len(text), times)
    return (text[slice(*found)] if found else None), narrows(lower, phrase, found)


BEHIND = [
    ("có 10 xã đạt chuẩn nông thôn mới.", "xã đạt chuẩn nông thôn mới", True),
    ("có 10 xã trong vùng.", "xã trong vùng", False),
    ("có 10 xã.", "xã", False),
    ("có 10 xã, tăng mạnh", "xã", False),
    ("trồng 20 ha rừng phòng hộ, kể cả cây phân tán", "rừng phòng hộ", False),
    ("đạt 20 ha trong năm", None, False),
    ("khởi tố 40 vụ buôn lậu, trộm cắp, ma túy.", "vụ buôn lậu, trộm cắp, ma túy", True),
    ("có 12 hiệp định thương mại (FTA) có hiệu lực", "hiệp định thương mại (FTA) có hiệu lực", True),
    ("đón 2 triệu lượt khách quốc tế trong năm 2024", "lượt khách quốc tế", True),
    ("100% thôn, bản có điện, nhất là vùng cao", "thôn, bản có điện", False),
    ("100% hồ sơ được giải quyết đúng hạn nhằm phục vụ người dân", "hồ sơ được giải quyết đúng hạn", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun", "narrowed"), BEHIND)
def test_the_noun_behind_a_number_ends_with_its_phrase(text: str, noun: str | None, narrowed: bool) -> None:
    assert behind(text) == (noun, narrowed)
