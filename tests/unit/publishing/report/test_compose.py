"""What a composed report says, in which order, and that every figure of it is bound to the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.assessment.figures import catalogue, entry, indicator, result, target
from tests.unit.publishing.report.bases import QUARTER, basis_of_board, sample_basis
from tiendo.assessment.board import build_board
from tiendo.catalogue.model import Semantics
from tiendo.facts.period import Period
from tiendo.publishing.report.compose import compose
from tiendo.publishing.report.frame import place_and_date
from tiendo.publishing.report.model import Figure, Heading, Meaning, Paragraph, Report, Sort, Table, Words
from tiendo.publishing.report.patterns import text_of
from tiendo.publishing.report.stamp import figures_of


def _headings(report: Report, level: int = 1) -> list[str]:
    return [f"{one.label} {one.text}" for one in report.blocks if isinstance(one, Heading) and one.level == level]


def _text(report: Report) -> str:
    return "\n".join(text_of(one.runs) for one in report.blocks if isinstance(one, Paragraph))


def _words_of(report: Report) -> Iterator[str]:
    """The words of the text and of the first annex, without the figures."""
    for block in (*report.blocks, *report.annexes[0].blocks):
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Paragraph):
            yield from (run.text for run in block.runs if isinstance(run, Words))
        else:
            yield from _words_of_table(block)


def _words_of_table(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells[1:]:  # the first says which row it is
            if isinstance(cell, tuple):
                yield from (run.text for run in cell if isinstance(run, Words))


def test_the_parts_of_a_quarter_report_stand_in_their_order() -> None:
    assert _headings(compose(sample_basis())) == [
        "I. TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU QUÝ I NĂM 2022",
        "II. ĐÁNH GIÁ TIẾN ĐỘ THỰC HIỆN",
        "III. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ",
        "IV. SỐ LIỆU CẦN KIỂM TRA",
        "V. NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2022",
    ]


def test_annexes_are_numbered_and_the_method_is_always_there() -> None:
    report = compose(sample_basis())
    assert [(one.label, one.title) for one in report.annexes] == [
        ("Phụ lục I", "CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN THEO LĨNH VỰC"),
        ("Phụ lục II", "NHIỆM VỤ THEO CƠ QUAN CHỦ TRÌ"),
        ("Phụ lục III", "SỐ LIỆU CẦN KIỂM TRA"),
        ("Phụ lục IV", "PHƯƠNG PHÁP"),
    ]
    bare = compose(sample_basis(tasks=(), findings=()))
    assert [one.title for one in bare.annexes] == ["CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN THEO LĨNH VỰC", "PHƯƠNG PHÁP"]


def test_the_method_tells_the_rules_that_were_used_and_no_others() -> None:
    [*_, method] = compose(sample_basis()).annexes
    told = [text_of(one.runs) for one in method.blocks if isinstance(one, Paragraph)]
    assert any("mức trần" in line.lower() for line in told)
    assert not any("Báo cáo kịp thời" in line for line in told)


def test_a_release_for_the_press_keeps_what_is_for_the_desk() -> None:
    report = compose(sample_basis(Sort.PRESS))
    assert report.letterhead.type_name == "THÔNG CÁO BÁO CHÍ"
    assert report.letterhead.symbol == "TC-UBND"
    assert len(_headings(report)) == 2
    assert report.grounds == ()
    titles = [annex.title for annex in report.annexes]
    assert titles == ["CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN THEO LĨNH VỰC", "PHƯƠNG PHÁP"]


def test_an_agency_reports_under_its_own_name() -> None:
    report = compose(sample_basis(Sort.AGENCY, agency="Sở Mẫu"))
    assert (report.letterhead.parent, report.letterhead.issuer) == ("ỦY BAN NHÂN DÂN TỈNH MẪU", "SỞ MẪU")
    assert "Sở Mẫu báo cáo tình hình" in _text(report)
    assert report.signature.authority == ""


def test_tasks_are_told_by_the_agency_that_leads_them() -> None:
    text = _text(compose(sample_basis()))
    assert (
        "Có 4 nhiệm vụ được theo dõi: 1 đã hoàn thành; 1 đang thực hiện; 2 chưa có báo cáo thực hiện; 1 quá hạn."
        in text
    )
    assert "Sở Thông tin Mẫu (2 nhiệm vụ): 1 đã hoàn thành; 1 chưa có báo cáo thực hiện; 1 quá hạn." in text
    assert "Trình đề án chuyển đổi số (Sở Thông tin Mẫu; hạn 28/2/2022)." in text
    assert "chưa có nhiệm vụ nào quá hạn: chưa xác định cơ quan chủ trì (1 nhiệm vụ)." in text
    assert "Có 1 nhiệm vụ đến hạn trong quý II năm 2022:" in text


def test_what_is_behind_stands_with_its_owner_in_the_tasks_ahead() -> None:
    text = _text(compose(sample_basis()))
    assert "Sở SVHTTDL: tập trung thực hiện chỉ tiêu doanh thu du lịch, lượng khách du lịch." in text


def test_a_plan_of_later_is_no_ground() -> None:
    basis = sample_basis()
    later = replace(basis.plans[0], number="23/KH-UBND", issued=date(2023, 1, 26))
    grounds = [text_of(one.runs) for one in compose(replace(basis, plans=(*basis.plans, later))).grounds]
    assert grounds == ["Căn cứ Nghị quyết số 62/NQ-HĐND ngày 09/12/2021 của Hội đồng nhân dân tỉnh Mẫu."]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2022, 2, 5), "Mẫu, ngày 05 tháng 02 năm 2022"),
        (date(2022, 4, 5), "Mẫu, ngày 05 tháng 4 năm 2022"),
        (date(2022, 12, 15), "Mẫu, ngày 15 tháng 12 năm 2022"),
    ],
)
def test_days_under_ten_and_the_first_two_months_take_a_nought(day: date, words: str) -> None:
    assert place_and_date("Mẫu", day, 2022, "vi") == words


def test_a_draft_has_neither_number_nor_day() -> None:
    head = compose(sample_basis()).letterhead
    assert head.number == ""
    assert re.fullmatch(r"Mẫu, ngày\s+tháng\s+năm 2022", head.place_and_date)


@pytest.mark.parametrize("sort", list(Sort))
def test_figures_are_the_same_in_both_languages(sort: Sort) -> None:
    agency = "Sở Mẫu" if sort is Sort.AGENCY else None
    basis = sample_basis(sort, agency=agency)
    vietnamese, english = (list(figures_of(compose(basis, language=language))) for language in ("vi", "en"))
    assert [one.binding for one in vietnamese] == [one.binding for one in english]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_digit_of_a_value_is_typed_by_hand(language: str) -> None:
    basis = sample_basis()
    report = compose(basis, language=language)
    quoted = {task.quote for task in basis.tasks} | {task.document for task in basis.tasks}
    for words in _words_of(report):
        rest = words
        for known in quoted:
            rest = rest.replace(known, "")
        # What is left with digits is a time, or the seal of the record.
        rest = re.sub(r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d|\b(19|20)\d\d\b|cdcd\w+|Q[1-4]", "", rest)
        assert not re.search(r"\d", rest), words


def test_a_key_always_says_the_same_value() -> None:
    said: dict[str, tuple[object, str]] = {}
    for figure in figures_of(compose(sample_basis())):
        bound = figure.binding
        assert said.setdefault(bound.key, (bound.value, bound.unit)) == (bound.value, bound.unit)


def test_every_figure_of_an_indicator_names_its_entries_and_its_page() -> None:
    for figure in figures_of(compose(sample_basis())):
        if figure.binding.meaning is not Meaning.COUNT:
            assert figure.binding.entries, figure
            assert figure.binding.address == f"/indicators/{figure.binding.indicator}"


def test_composing_again_gives_the_same() -> None:
    assert compose(sample_basis()) == compose(sample_basis())


def test_a_growth_that_an_amount_claims_is_told_once() -> None:
    text = _text(compose(sample_basis()))
    assert text.count("7,7%") == 1
    assert "tăng 7,7% so với cùng kỳ, mục tiêu năm 2022 là tăng 9 - 10%." in text


def test_nine_months_look_ahead_to_the_last_quarter() -> None:
    period = Period.first_months(2022, 9)
    measure = indicator(name="Thu ngân sách")
    board = build_board([entry(measure, result("700 tỷ đồng @2022-M09"))], period, catalogue(measure))
    report = compose(basis_of_board(board, Sort.NINE_MONTHS))
    assert _headings(report)[-1] == "IV. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2022"


@given(
    low=st.decimals(min_value=0, max_value=10**7, places=2),
    more=st.decimals(min_value=0, max_value=10**7, places=1),
    planned=st.decimals(min_value=1, max_value=10**8, places=1),
    semantics=st.sampled_from(list(Semantics)),
    estimated=st.booleans(),
)
def test_whatever_the_value_it_is_printed_as_it_is_bound(low, more, planned, semantics, estimated) -> None:  # type: ignore[no-untyped-def]
    measure = indicator(semantics, name="Chỉ tiêu", unit="tỷ đồng")

    def written(value) -> str:  # type: ignore[no-untyped-def]
        return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")

    found = result(f"{written(low)} – {written(low + more)} tỷ đồng @2022-Q1{' ước' if estimated else ''}")
    plan = entry(measure, target(f"{written(planned)} tỷ đồng @2022"))
    board = build_board([plan, entry(measure, found)], QUARTER, catalogue(measure))
    for figure in figures_of(compose(basis_of_board(board))):
        printed = figure.text.replace(".", "").replace(",", ".")
        assert float(printed) == pytest.approx(abs(float(figure.binding.value)))
        assert isinstance(figure, Figure)
