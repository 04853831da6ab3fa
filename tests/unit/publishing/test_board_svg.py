"""The picture of the board: well formed, inside its frame, never colour alone, nothing run from a document."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from tests.unit.assessment.figures import catalogue, entry, indicator, target
from tests.unit.publishing.sample import board
from tiendo.assessment.board import build_board
from tiendo.facts.period import Period
from tiendo.publishing.board_svg import WIDTH, render

SVG = "{http://www.w3.org/2000/svg}"


def texts(picture: str) -> list[str]:
    return ["".join(one.itertext()) for one in ElementTree.fromstring(picture).iter(f"{SVG}text")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_row_and_status_word_stands_in_the_picture(language: str) -> None:
    words = texts(render(board(), language))
    for row in board().rows:
        assert any(row.indicator.names.sentence(language).startswith(word) for word in words if word)
        word = row.assessment.status.word.sentence(language)
        assert word[:1].upper() + word[1:] in words


def test_all_text_starts_inside_the_frame() -> None:
    root = ElementTree.fromstring(render(board(), "vi"))
    height = float(root.attrib["height"])
    for text in root.iter(f"{SVG}text"):
        assert 0 < float(text.attrib["x"]) < WIDTH
        assert 0 < float(text.attrib["y"]) < height


def test_the_picture_and_each_ruler_have_a_label() -> None:
    root = ElementTree.fromstring(render(board(), "vi"))
    assert root.attrib["aria-label"].startswith("Quý I năm 2022.")
    labels = [group.attrib["aria-label"] for group in root.iter(f"{SVG}g") if "aria-label" in group.attrib]
    assert "Doanh thu du lịch: 277 trên 2.600 tỷ đồng, chậm" in labels
    assert len(labels) == len(board().rows)


def test_text_of_a_document_stays_text() -> None:
    measure = indicator(code="forest", name="Rừng <b>&", unit="ha")
    plan = entry(measure, target("9 ha @2022"), "<script>x</script>\x00&")
    picture = render(build_board([plan], Period.of_year(2022), catalogue(measure)), "vi")
    assert "<script" not in picture
    assert any("<script>" in text for text in texts(picture))


def test_many_rows_without_a_result_become_a_list() -> None:
    measures = [indicator(code=f"m{number}", name=f"Chỉ tiêu {number}") for number in range(30)]
    entries = [entry(one, target("5 tỷ đồng @2022")) for one in measures]
    picture = render(build_board(entries, Period.of_year(2022), catalogue(*measures)), "vi")
    assert "Chưa có số liệu (30)" in texts(picture)
    assert "Chỉ tiêu 29" in texts(picture)
    assert float(ElementTree.fromstring(picture).attrib["height"]) < 1000


def test_an_empty_board_is_a_picture_too() -> None:
    assert "The documents read hold no target for this period." in texts(
        render(build_board([], Period.of_year(2022), catalogue()), "en")
    )
