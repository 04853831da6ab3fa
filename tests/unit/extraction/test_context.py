"""What headings say about the numbers below them."""

from __future__ import annotations

import pytest

from tiendo.documents.model import Document, Metadata
from tiendo.documents.outline import outline
from tiendo.extraction.context import Context, Contexts, Polarity
from tiendo.facts.period import Period


def context_of_last(text: str, *, default: str | None = None, of_type: str | None = None) -> Context:
    """The context of the last block of a text."""
    document = Document("t.txt", "txt", text, outline(text), metadata=Metadata(type=of_type))
    contexts = Contexts(document, text.lower(), text, Period.parse(default) if default else None)
    return contexts.of(document.blocks[-1])


HEADINGS = [
    ("I. KẾT QUẢ THỰC HIỆN", Polarity.REPORTED),
    ("I. ĐÁNH GIÁ TÌNH HÌNH", Polarity.REPORTED),
    ("I. THỰC TRẠNG", Polarity.REPORTED),
    ("I. MỤC TIÊU", Polarity.PLANNED),
    ("I. NHIỆM VỤ, GIẢI PHÁP", Polarity.PLANNED),
    ("I. PHƯƠNG HƯỚNG NĂM 2025", Polarity.PLANNED),
    # The first telling word decides.
    ("I. KẾT QUẢ THỰC HIỆN MỤC TIÊU", Polarity.REPORTED),
    ("I. MỤC TIÊU TRÊN CƠ SỞ KẾT QUẢ NĂM TRƯỚC", Polarity.PLANNED),
    # The name of a programme says nothing.
    ("I. KẾT QUẢ CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA", Polarity.REPORTED),
]


@pytest.mark.parametrize(("heading", "polarity"), HEADINGS)
def test_a_heading_says_whether_its_numbers_are_planned_or_reported(heading: str, polarity: Polarity) -> None:
    assert context_of_last(f"{heading}\n1. Thu đạt khá.\n").polarity is polarity


def test_the_innermost_heading_that_says_something_decides() -> None:
    text = "I. MỤC TIÊU\n1. Kết quả năm 2023\na) Kinh tế\n- Thu đạt khá.\n"

    context = context_of_last(text)

    assert (context.polarity, str(context.period)) == (Polarity.REPORTED, "2023")


@pytest.mark.parametrize(("of_type", "polarity"), [("Báo cáo", Polarity.REPORTED), ("Kế hoạch", Polarity.PLANNED)])
def test_without_a_telling_heading_the_kind_of_document_decides(of_type: str, polarity: Polarity) -> None:
    assert context_of_last("I. KINH TẾ\n1. Thu đạt khá.\n", of_type=of_type).polarity is polarity


PERIODS = [
    ("I. KẾT QUẢ QUÝ II/2024", "2024-Q2"),
    ("I. MỤC TIÊU ĐẾN NĂM 2030", "../2030"),
    ("I. MỤC TIÊU GIAI ĐOẠN 2026 - 2030", "2026/2030"),
    ("I. KẾT QUẢ 6 THÁNG ĐẦU NĂM 2024", "2024-H1"),
    ("I. KẾT QUẢ", "2020"),
    # A vision is no period of the values below it.
    ("I. MỤC TIÊU, TẦM NHÌN ĐẾN NĂM 2050", "2020"),
]


@pytest.mark.parametrize(("heading", "period"), PERIODS)
def test_the_period_comes_from_the_heading_else_from_the_document(heading: str, period: str) -> None:
    assert str(context_of_last(f"{heading}\n1. Thu đạt khá.\n", default="2020").period) == period


def test_where_nothing_is_said_the_period_is_not_guessed() -> None:
    assert context_of_last("I. KINH TẾ\n1. Thu đạt khá.\n").period is None


@pytest.mark.parametrize(
    ("heading", "holds_facts"),
    [("I. NGUYÊN TẮC", False), ("I. QUAN ĐIỂM", False), ("I. ĐIỀU KIỆN HỖ TRỢ", False), ("I. MỤC TIÊU", True)],
)
def test_principles_and_conditions_hold_no_facts(heading: str, holds_facts: bool) -> None:
    assert context_of_last(f"{heading}\n1. Thu đạt khá.\n").holds_facts is holds_facts


NORM_TITLES = [
    ("NGHỊ QUYẾT\nQuy định mức hỗ trợ nông dân\n", True),
    ("NGHỊ QUYẾT\nQuy định định mức phân bổ dự toán\n", True),
    ("KẾ HOẠCH\nThực hiện chính sách hỗ trợ nông dân\n", False),
    ("NGHỊ QUYẾT\nVề kế hoạch phát triển kinh tế\n", False),
]


@pytest.mark.parametrize(("title", "norms"), NORM_TITLES)
def test_a_title_says_whether_a_document_sets_norms(title: str, norms: bool) -> None:
    assert context_of_last(f"{title}Điều 1. Nội dung\n1. Thu đạt khá.\n").norms is norms
