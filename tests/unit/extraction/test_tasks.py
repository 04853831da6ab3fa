"""The parts of the reading of tasks: roles of a sentence, sections, labelled lines, tables, doubts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.documents.lines import reading_copy
from tiendo.documents.model import Document
from tiendo.documents.outline import outline
from tiendo.documents.tables import pipe_tables
from tiendo.extraction.deadlines import deadline_in_cell
from tiendo.extraction.doubts import Doubt
from tiendo.extraction.sections import Stance, stance_below
from tiendo.extraction.task_lines import Field, bodies_of, read_lines
from tiendo.extraction.task_roles import read_roles
from tiendo.extraction.tasks import extract_tasks
from tiendo.facts.records import Task


def tasks_of(text: str) -> list[Task]:
    tables = pipe_tables(text)
    document = Document("x.txt", "txt", text, outline(text, tables), tables)
    return extract_tasks(document, reading_copy(text))


ROLES = [
    # the subject, and who takes part
    ("Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra.", ["Sở Y tế"], ["Công an tỉnh"]),
    ("Sở Y tế phối hợp Công an tỉnh kiểm tra.", ["Sở Y tế"], ["Công an tỉnh"]),
    ("Tập đoàn A làm việc cụ thể với các nhà đầu tư để thống nhất.", ["Tập đoàn A"], ["các nhà đầu tư"]),
    ("Sở Nội vụ tham mưu UBND tỉnh, gửi Sở Tài chính.", ["Sở Nội vụ"], []),
    # orders
    ("HĐND tỉnh giao UBND tỉnh tổ chức thực hiện.", ["UBND tỉnh"], []),
    ("Đề nghị Chính phủ chỉ đạo Bộ Tài chính bố trí vốn.", ["Bộ Tài chính"], []),
    ("Bộ Xây dựng chỉ đạo Sở Xây dựng lập thiết kế mẫu.", ["Bộ Xây dựng"], []),
    ("Sở Y tế giao quyền tự chủ cho bệnh viện.", ["Sở Y tế"], []),
    # openings, topics and labels before the clause
    ("Để kịp tiến độ, UBND xã bàn giao mặt bằng.", ["UBND xã"], []),
    ("Về kinh phí: giao Sở Tài chính thẩm định.", ["Sở Tài chính"], []),
    ("Đối với Sở Công Thương: Tăng cường quản lý thị trường.", ["Sở Công Thương"], []),
    ("Hằng năm, các sở, ngành rà soát danh mục.", ["các sở, ngành"], []),
    ("Bên cạnh kết quả đạt được, Quảng Trị cần khắc phục hạn chế.", ["Quảng Trị"], []),
    # duties of their own
    ("Bộ A lập kế hoạch; Bộ Y tế hướng dẫn thực hiện.", ["Bộ A", "Bộ Y tế"], []),
    ("Cấp ủy phải lãnh đạo, chính quyền phải vào cuộc.", ["Cấp ủy", "chính quyền"], []),
    ("Khẩn trương sửa đường, các địa phương phải huy động lực lượng.", ["các địa phương"], []),
    ("Xây dựng đề án (Sở Xây dựng chủ trì).", ["Sở Xây dựng"], []),
    # nobody
    ("Đôn đốc các chủ đầu tư đẩy nhanh tiến độ.", [], []),
    ("Khuyến khích doanh nghiệp đổi mới công nghệ.", [], []),
    ("Theo chỉ đạo của Bộ Y tế, tiếp tục tiêm chủng.", [], []),
]


@pytest.mark.parametrize(("sentence", "leads", "coordinators"), ROLES)
def test_a_sentence_says_who_leads_and_who_takes_part(sentence: str, leads: list[str], coordinators: list[str]) -> None:
    roles = read_roles(sentence)
    assert (list(roles.leads), list(roles.coordinators)) == (leads, coordinators)


def test_bodies_that_are_directed_lead_where_nobody_else_does() -> None:
    assert read_roles("Tập trung chỉ đạo huyện Bắc Hà chuẩn bị diễn tập.").directed == ("huyện Bắc Hà",)
    assert read_roles("Sở Y tế chỉ đạo các bệnh viện trực Tết.").directed == ()


@pytest.mark.parametrize(
    ("heading", "above", "stance"),
    [
        ("NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", Stance.OPEN, Stance.TASKS),
        ("Tổ chức thực hiện", Stance.OPEN, Stance.TASKS),
        ("Về một số kiến nghị của tỉnh", Stance.OPEN, Stance.TASKS),
        ("Mục tiêu tổng quát", Stance.TASKS, Stance.NEVER),
        ("MỤC ĐÍCH, YÊU CẦU", Stance.OPEN, Stance.NEVER),
        ("Mục tiêu, nhiệm vụ năm 2025", Stance.OPEN, Stance.OPEN),
        ("Kết quả thực hiện nhiệm vụ", Stance.OPEN, Stance.REPORT),
        ("Hoàn thành mục tiêu giải ngân", Stance.TASKS, Stance.TASKS),
        ("Định hướng đến năm 2045", Stance.NEVER, Stance.NEVER),
        ("Phê duyệt Đề án với các nội dung sau:", Stance.OPEN, Stance.DECISION),
    ],
)
def test_a_heading_says_what_stands_below_it(heading: str, above: Stance, stance: Stance) -> None:
    assert stance_below(heading, above) is stance


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đơn vị chủ trì thực hiện: Sở Tư pháp.", [(Field.LEAD, "Sở Tư pháp")]),
        ("Cơ quan phối hợp: Sở A; Sở B.", [(Field.COORDINATORS, "Sở A; Sở B")]),
        ("Thời gian thực hiện: Thường xuyên.", [(Field.DEADLINE, "Thường xuyên")]),
        ("Chủ trì: Sở A; phối hợp: Sở B; thời hạn: Quý I/2026.",
         [(Field.LEAD, "Sở A"), (Field.COORDINATORS, "Sở B"), (Field.DEADLINE, "Quý I/2026")]),
        ("Sản phẩm: Quyết định của UBND tỉnh.", [(Field.OTHER, "Quyết định của UBND tỉnh")]),
        ("Chủ trì, phối hợp với Sở A: Xây dựng đề án.", []),
        ("Hoàn thành nhiệm vụ được giao.", []),
    ],
)  # fmt: skip
def test_a_labelled_line_fills_fields(line: str, expected: list[tuple[Field, str]]) -> None:
    assert [tuple(one) for one in read_lines(line)] == expected


@pytest.mark.parametrize(
    ("cell", "deadline"),
    [
        ("2025", "2025"),
        ("6/2025", "2025-06"),
        ("Tháng 5/2025", "2025-05"),
        ("Quý II/2025", "2025-Q2"),
        ("Trước 30/6/2025", "../2025-06-30"),
        ("2025 - 2026", "../2026"),
        ("Giai đoạn 2026 - 2030", "../2030"),
        ("2025 và những năm tiếp theo", ""),
        ("Nhiệm vụ thường xuyên", ""),
        ("Hằng năm", ""),
        ("", ""),
    ],
)
def test_a_cell_states_a_deadline_or_none(cell: str, deadline: str) -> None:
    assert str(deadline_in_cell(cell, default_year=2025) or "") == deadline


def test_a_cell_of_bodies_is_cut_at_lines_and_marks() -> None:
    assert bodies_of("- Sở Tài chính\n- Sở Nội vụ; UBND cấp xã") == ("Sở Tài chính", "Sở Nội vụ", "UBND cấp xã")
    assert bodies_of("Hiệu trưởng các trường") == ("Hiệu trưởng các trường",)
    assert bodies_of("") == ()


TABLE = """\
PHỤ LỤC

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| (1) | (2) | (3) | (4) | (5) |
| I | Hoàn thiện thể chế | | | |
| 1 | Xây dựng quy chế dữ liệu | Sở Khoa học và Công nghệ | Các sở, ngành | Quý II/2025 |
| 2 | Đào tạo kỹ năng số | Sở Nội vụ, Sở Tài chính | | Thường xuyên |
"""


def test_a_task_table_yields_a_task_a_row() -> None:
    found = [(task.quote, task.lead, task.coordinators, str(task.deadline or "")) for task in tasks_of(TABLE)]
    assert found == [
        ("Xây dựng quy chế dữ liệu", ("Sở Khoa học và Công nghệ",), ("Các sở, ngành",), "2025-Q2"),
        ("Đào tạo kỹ năng số", ("Sở Nội vụ", "Sở Tài chính"), (), ""),
    ]


def test_a_table_without_lead_and_deadline_holds_no_tasks() -> None:
    assert tasks_of("| TT | Nội dung | Số tiền |\n|---|---|---|\n| 1 | Xây dựng nhà văn hóa xã | 500 |\n") == []


def test_doubts_say_why_a_task_is_not_sure() -> None:
    text = (
        "I. NHIỆM VỤ\n1. Sở Y tế tiêm chủng đủ 12 mũi.\n2. Tăng cường quản lý đất đai.\n"
        "3. Sở Nội vụ:\na) Rà soát biên chế 2 đơn vị.\n"
    )
    sure, vague, inherited = tasks_of(text)
    assert (sure.doubts, sure.confidence) == ((), 1.0)
    assert vague.doubts == (Doubt.NO_LEAD, Doubt.SOFT_ACTION)
    assert inherited.doubts == (Doubt.LEAD_FROM_HEADING,)
    assert vague.confidence < inherited.confidence < 1


def test_every_doubt_has_its_sentence_in_both_languages() -> None:
    assert all(doubt.vi.endswith(".") and doubt.en.endswith(".") for doubt in Doubt)
    assert Doubt("no-lead") is Doubt.NO_LEAD


PIECES = st.lists(
    st.sampled_from(
        "NHIỆM VỤ|1.|a)|-|Giao|Sở Tài chính|chủ trì|, phối hợp với|Bộ Y tế|các sở, ban, ngành|:|;|.|\n|yêu cầu|chỉ đạo"
        "|đã hoàn thành|trước ngày 30/6/2025|Đơn vị chủ trì:|Thời hạn:|(|)|“|”|Điều 1.|Mục tiêu|Xây dựng|phải|và|sau:"
        "|Về|Đối với|Để|năm 2025|giai đoạn 2021 - 2025|./.|Nơi nhận:".split("|")
    ),
    max_size=60,
)


@given(PIECES)
def test_any_mixture_of_its_own_words_is_read_without_fault(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for task in tasks_of(text):
        assert text[task.start : task.end] == task.quote
        assert not set(task.lead) & set(task.coordinators)
        assert 0 < task.confidence <= 1
