from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tiendo import __version__
from tiendo.catalogue import Catalogue, load_catalogue
from tiendo.facts.decisions import Matched, Unknown
from tiendo.intake.failures import Failure
from tiendo.intake.reading import Request, read_facts
from tiendo.intake.whole_reading import WholeReading, read_whole

REPORT = """\
Lạng Sơn, ngày 05 tháng 4 năm 2022

BÁO CÁO
Tình hình kinh tế - xã hội quý I năm 2022

I. Kết quả
- Tổng thu ngân sách nhà nước trên địa bàn ước đạt 2.202,4 tỷ đồng, bằng 28,1% dự toán và giảm 8,9% so với cùng kỳ.
- Tỷ lệ thùng hoa hồi đã sấy đạt 63,8%.
- Trồng rừng mới 900 ha, trong đó: rừng phòng hộ 300 ha, rừng sản xuất 600 ha.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def decisions(whole: WholeReading) -> list[object]:
    return [fact.indicator for fact in whole.reading.facts]


def test_the_document_its_reading_and_its_reader_come_together(report):
    whole = read_whole(Request(str(report)), load_catalogue())
    assert isinstance(whole, WholeReading)
    assert whole.document.text == REPORT
    assert whole.reader_version == f"tiendo-grammar {__version__}"


def test_the_reading_is_the_one_of_the_command_with_relations(report):
    whole = read_whole(Request(str(report)), load_catalogue())
    assert isinstance(whole, WholeReading)
    assert whole.reading == read_facts(Request(str(report), with_relations=True))
    assert whole.reading.relations


def test_a_name_that_the_given_catalogue_knows_is_found(report):
    known = load_catalogue()
    taught = replace(known["forest_cover"], id="dried_anise", aliases=("Tỷ lệ thùng hoa hồi đã sấy",))
    whole = read_whole(Request(str(report)), known)
    assert isinstance(whole, WholeReading)
    assert isinstance(decisions(whole)[1], Unknown)
    learned = read_whole(Request(str(report)), Catalogue({**known.indicators, taught.id: taught}, known.sectors))
    assert isinstance(learned, WholeReading)
    assert not isinstance(decisions(learned)[1], Unknown)
    assert isinstance(decisions(learned)[0], Matched)


def test_a_file_that_cannot_be_read_gives_its_reason(tmp_path):
    outcome = read_whole(Request(str(tmp_path / "no.txt")), load_catalogue())
    assert isinstance(outcome, Failure)
    assert outcome.code == "document-not-found"
