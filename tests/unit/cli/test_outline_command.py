from __future__ import annotations

from datetime import date

from tiendo.cli.messages import Messages
from tiendo.cli.outline import render
from tiendo.documents.model import Block, BlockKind, Cell, Document, Metadata, Note, Table
from tiendo.facts.period import Period

TEXT = "Điều 1. Mục tiêu\nI. Kinh tế\nThu ngân sách tăng.\na | b\n"


def block(kind: BlockKind, words: str, marker: str = "", headings: tuple[int, ...] = ()) -> Block:
    start = TEXT.index(words)
    return Block(kind, start, start + len(words), marker, headings=headings)


DOCUMENT = Document(
    source="nghị quyết.docx",
    format="docx",
    text=TEXT,
    blocks=(
        block(BlockKind.HEADING, "Mục tiêu", "Điều 1."),
        block(BlockKind.HEADING, "Kinh tế", "I.", (0,)),
        block(BlockKind.PARAGRAPH, "Thu ngân sách tăng."),
    ),
    tables=(Table(48, 53, (Cell(48, 49, 0, 0), Cell(52, 53, 0, 1, colspan=2))),),
    metadata=Metadata(type="Nghị quyết", number="62/NQ-HĐND", date=date(2021, 12, 9), period=Period.of_year(2022)),
    notes=(Note("converted-tcvn3", vi="Đã chuyển từ TCVN3.", en="Converted from TCVN3."),),
)


def lines(document: Document, language: str) -> list[str]:
    return list(render(document, Messages(language)))


def test_metadata_is_listed_and_what_is_missing_is_said():
    shown = lines(DOCUMENT, "vi")
    assert shown[0] == "nghị quyết.docx (docx)"
    assert any(line.split() == ["Số,", "ký", "hiệu", "62/NQ-HĐND"] for line in shown)
    assert any(line.startswith("  Ngày ban hành") and line.endswith("9/12/2021") for line in shown)
    assert any(line.startswith("  Người ký") and line.endswith("không nêu") for line in shown)


def test_headings_stand_indented_below_each_other_and_prose_is_left_out():
    shown = lines(DOCUMENT, "vi")
    assert "  Điều 1. Mục tiêu" in shown
    assert "    I. Kinh tế" in shown
    assert not any("Thu ngân sách" in line for line in shown)


def test_a_table_is_measured_with_its_merged_cells():
    assert "  table 1: 1 × 3 (rows × columns), at 48" in lines(DOCUMENT, "en")


def test_what_the_reader_did_is_told_in_the_language_asked_for():
    assert "  Đã chuyển từ TCVN3." in lines(DOCUMENT, "vi")
    assert "  Converted from TCVN3." in lines(DOCUMENT, "en")


def test_an_empty_part_says_that_it_is_empty():
    plain = Document(source="a.txt", format="txt", text="x", blocks=())
    assert lines(plain, "en").count("  none") == 3
