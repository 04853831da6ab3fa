"""One text in four formats, with a table of tasks and one of targets, gives the same facts in each."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import pytest

from tests.unit.documents.samples import paragraph, pdf_file, word_file
from tests.unit.documents.samples import table as word_table
from tiendo.documents.read import read_document
from tiendo.extraction.extract import extract
from tiendo.facts.contract import to_contract

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    "Số: 7/KH-UBND",
    "Lạng Sơn, ngày 05 tháng 02 năm 2024",
    "KẾ HOẠCH",
    "Trồng cây và làm đường năm 2024",
    "I. MỤC TIÊU",
    "Trồng mới 1.250 ha rừng, nâng tỷ lệ che phủ rừng lên 64,2%; có thêm 06 xã đạt chuẩn nông thôn mới.",
    "II. NHIỆM VỤ",
    "1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính làm xong 12 km đường xã trước ngày 30/11/2024.",
    "2. Thực hiện Nghị quyết số 8/NQ-HĐND ngày 09/12/2023 của Hội đồng nhân dân tỉnh về kế hoạch năm 2024.",
    "PHỤ LỤC I",
)
BETWEEN = "PHỤ LỤC II"
TARGETS = (
    ("TT", "Chỉ tiêu", "Đơn vị", "Thực hiện 2023", "Kế hoạch 2024"),
    ("1", "Tỷ lệ hộ nghèo", "%", "7,4", "6,1"),
    ("2", "Thu ngân sách trên địa bàn", "tỷ đồng", "8.120", "8.600"),
)
TASKS = (
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành"),
    ("1", "Lập danh mục đường xã", "Sở Xây dựng", "UBND các huyện, thành phố", "Quý II/2024"),
)


def as_text() -> bytes:
    tables = ["\n".join(f"| {' | '.join(row)} |" for row in rows) for rows in (TARGETS, TASKS)]
    return "\n\n".join((*HEAD, tables[0], BETWEEN, tables[1])).encode()


def as_html() -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in HEAD)
    tables = f"<p>{BETWEEN}</p>".join(
        "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"
        for rows in (TARGETS, TASKS)
    )
    return f"<html><head><meta charset='utf-8'></head><body>{paragraphs}{tables}</body></html>".encode()


def as_word() -> bytes:
    def cells(row: tuple[str, ...]) -> str:
        return "".join(f"<w:tc>{paragraph(content)}</w:tc>" for content in row)

    tables = [word_table(*(cells(row) for row in rows)) for rows in (TARGETS, TASKS)]
    return word_file(*(paragraph(line) for line in HEAD), tables[0], paragraph(BETWEEN), tables[1], paragraph(""))


def as_pdf() -> bytes:
    paragraphs = "\n\n".join(f'#"{line}"' for line in HEAD)
    tables = f'\n\n#"{BETWEEN}"\n\n'.join(
        f"#table(columns: {len(rows[0])}, " + ", ".join(f'"{cell}"' for row in rows for cell in row) + ")"
        for rows in (TARGETS, TASKS)
    )
    return pdf_file(f"{paragraphs}\n\n{tables}")


FORMATS = {"txt": as_text, "html": as_html, "docx": as_word, "pdf": as_pdf}
PLACES = ("start", "end", "quote")  # a line break in a cell is part of the quote


def facts(folder: Path, suffix: str) -> list[dict[str, Any]]:
    path = folder / f"ke-hoach.{suffix}"
    path.write_bytes(FORMATS[suffix]())
    document = read_document(str(path))
    found = [to_contract(record) for record in extract(document)]
    return [{name: value for name, value in one.items() if name not in PLACES} for one in found]


def test_the_text_holds_facts_of_every_kind(tmp_path: Path) -> None:
    kinds = [one["kind"] for one in facts(tmp_path, "txt")]

    assert (kinds.count("target"), kinds.count("observation"), kinds.count("citation")) == (6, 2, 1)
    assert kinds.count("task") >= 2


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
def test_the_format_of_the_file_changes_no_fact(suffix: str, tmp_path: Path) -> None:
    assert facts(tmp_path, suffix) == facts(tmp_path, "txt")
