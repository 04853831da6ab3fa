"""The audit of real documents: no false alarm, one question, and every relation worked by hand is found to hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks import accuracy
from benchmarks.corpus import SHARED
from tiendo.cli.audit import findings_of
from tiendo.facts.findings import Finding, Verdict
from tiendo.intake.reading import Reading, Request, read_facts

pytestmark = pytest.mark.skipif(not accuracy.IS_HERE, reason=accuracy.NOT_HERE)

DOCUMENTS = SHARED / "documents"
ELSEWHERE = sorted((DOCUMENTS / "elsewhere").glob("*.txt"))
LOUD = (Verdict.INCONSISTENT, Verdict.QUESTION)


def read(path: Path) -> Reading:
    outcome = read_facts(Request(str(path), with_relations=True))
    assert isinstance(outcome, Reading), outcome
    return outcome


@cache
def findings() -> tuple[Finding, ...]:
    """Everything that an audit of the four documents together finds."""
    return findings_of([read(path) for path in sorted(DOCUMENTS.glob("*.txt"))], with_consistent=True)


def quotes(finding: Finding) -> set[str]:
    return {" ".join(place.quote.split()) for place in finding.places}


def test_four_documents_are_audited() -> None:
    assert len(list(DOCUMENTS.glob("*.txt"))) == 4
    assert len(ELSEWHERE) >= 10


def test_the_four_documents_contradict_themselves_nowhere() -> None:
    assert [one.message.en for one in findings() if one.verdict is Verdict.INCONSISTENT] == []


def test_the_only_question_is_the_list_whose_second_part_is_too_many() -> None:
    (question,) = (one for one in findings() if one.verdict is Verdict.QUESTION)
    assert question.check == "sums"
    assert quotes(question) == {"2.923,36 triệu đồng", "2.894,40 triệu đồng", "21,8 triệu đồng", "28,95 triệu đồng"}
    assert "2.894,40 triệu đồng + 28,95 triệu đồng" in question.message.vi
    assert question.suggestions == ()


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: path.stem)
def test_a_document_of_elsewhere_raises_no_alarm(path: Path) -> None:
    loud = [one.message.en for one in findings_of([read(path)]) if one.verdict in LOUD]
    assert loud == []


def held(check: str, *numbers: str) -> Any:
    """A relation of the hand-made list: the check that finds it and the printed numbers in it."""
    return pytest.param(check, set(numbers), id=f"{check}: {', '.join(numbers)}")


RELATIONS = [
    # A. Percentages of the plan.
    held("plan-percent", "2.530 ha", "9.000 ha", "28,1%"),
    held("plan-percent", "755.950 lượt khách", "3.460 nghìn lượt", "22%"),
    held("plan-percent", "277 tỷ đồng", "2.600 tỷ đồng", "11%"),
    held("plan-percent", "2.202,4 tỷ đồng", "7.850 tỷ đồng", "28,1%"),
    held("plan-percent", "1.960,4 tỷ đồng", "10.984,2 tỷ đồng", "17,8%"),
    # B. Implied plans.
    held("plan-percent", "420 tỷ đồng", "16,8%", "2.498,3 tỷ đồng"),
    held("plan-percent", "413 tỷ đồng", "16,5%", "2.498,3 tỷ đồng"),
    held("implied-plan", "420 tỷ đồng", "16,8%", "413 tỷ đồng", "16,5%"),
    held("implied-plan", "230 triệu USD", "10,7%", "570 triệu USD", "17%", "800 triệu USD", "14,5%"),
    held("implied-plan", "600,6 tỷ đồng", "25,6%", "1.600 tỷ đồng", "29,1%", "7.850 tỷ đồng"),
    held("implied-plan", "1.798,4 tỷ đồng", "18,6%", "162 tỷ đồng", "12,3%", "10.984,2 tỷ đồng"),
    held("implied-plan", "89 doanh nghiệp", "17,8%"),
    # C. Sums of parts.
    held("sums", "230 triệu USD", "570 triệu USD", "800 triệu USD"),
    held("sums", "600,6 tỷ đồng", "1.600 tỷ đồng", "1,83 tỷ đồng", "2.202,4 tỷ đồng"),
    held("sums", "1.798,4 tỷ đồng", "162 tỷ đồng", "1.960,4 tỷ đồng"),
    held("order", "573 vụ", "818 vụ"),
    held("order", "89 vụ", "818 vụ"),
    # D. The year before.
    held("year-on-year", "230 triệu USD", "30,3%", "570 triệu USD", "9,6%", "800 triệu USD", "5,9%"),
    held("year-on-year", "600,6 tỷ đồng", "21,5%", "1.600 tỷ đồng", "3,2%", "2.202,4 tỷ đồng", "8,9%"),
    held("year-on-year", "1.798,4 tỷ đồng", "1,5%", "162 tỷ đồng", "26%", "1.960,4 tỷ đồng", "4,2%"),
    held("year-on-year", "135 doanh nghiệp", "45%"),
    held("year-on-year", "75 doanh nghiệp", "17%"),
    held("year-on-year", "563 lượt công dân", "5,7%"),
    held("year-on-year", "104 đơn", "36,8%"),
    # E. Ratios.
    held("ratios", "49 đơn", "58 đơn", "84,5%"),
    held("ratios", "10,7%", "17%", "14,5%"),
    held("ratios", "30,3%", "9,6%", "5,9%"),
    held("ratios", "25,6%", "29,1%", "28,1%"),
    held("ratios", "21,5%", "3,2%", "8,9%"),
    held("ratios", "18,6%", "12,3%", "17,8%"),
    held("ratios", "1,5%", "26%", "4,2%"),
    held("ratios", "4,96%", "9,97%", "3,15%", "3,59%", "6,4%"),
    # F. Parts and wholes.
    held("order", "150 triệu cây", "170 triệu cây"),
    held("order", "28 triệu USD", "230 triệu USD"),
    held("order", "413 tỷ đồng", "420 tỷ đồng"),
    held("order", "98,98%", "99,87%"),
    held("order", "85,22%", "98,98%"),
    held("order", "94,79%", "98,55%"),
    held("order", "22.547 lượt", "37.864 lượt"),
    held("order", "63 cuộc", "92 cuộc"),
    held("order", "07 cuộc", "92 cuộc"),
    held("order", "01/07 cuộc", "07 cuộc"),
    held("order", "1.364,64 triệu đồng", "2.894,40 triệu đồng"),
    held("order", "47 Giấy", "170 Giấy"),
    held("order", "261/411 thửa"),
    held("order", "58 đơn", "104 đơn"),
    held("order", "89 doanh nghiệp", "3.394 doanh nghiệp"),
    held("order", "911,7 tỷ đồng", "32.987 tỷ đồng"),
    held("order", "13 HTX", "405 HTX"),
    held("order", "32,9 tỷ đồng", "995,9 tỷ đồng"),
]


@pytest.mark.parametrize(("check", "numbers"), RELATIONS)
def test_a_relation_that_was_worked_by_hand_is_found_to_hold(check: str, numbers: set[str]) -> None:
    assert any(
        one.check == check and one.verdict is Verdict.CONSISTENT and quotes(one) == numbers for one in findings()
    )
