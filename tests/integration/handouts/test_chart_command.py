"""`tiendo chart`: drawings from the record as files, the same for the same record, and nothing half done."""

from __future__ import annotations

from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image

from tests.integration.processes import command
from tests.integration.record.texts import REPORT, resolution, write


@pytest.fixture
def tiendo(own_record, tmp_path):
    """The command on a record with a plan and a report; what it says on standard error."""
    environ = {**own_record, "LC_ALL": "vi_VN.UTF-8", "COLUMNS": "120"}
    files = (str(write(tmp_path, "a.txt", resolution())), str(write(tmp_path, "b.txt", REPORT)))
    assert command("ingest", *files, "--publish", environ=environ).returncode == 0

    def run(*arguments, ends_with=0):
        done = command(*arguments, environ=environ)
        assert done.returncode == ends_with, done.stderr
        return done.stderr

    return run


def test_an_indicator_and_the_board_are_drawn_in_each_form_and_always_the_same(tiendo, tmp_path):
    for what, form in (("budget_revenue", "svg"), ("budget_revenue", "pdf"), ("board", "svg"), ("board", "png")):
        first, second = tmp_path / f"first.{form}", tmp_path / f"second.{form}"
        for target in (first, second):
            tiendo("chart", what, "--period", "2022-Q1", "-o", str(target))
        assert first.read_bytes() == second.read_bytes(), (what, form)
    with Image.open(tmp_path / "first.png") as picture:
        assert picture.width > 1500
    drawn = "".join(ElementTree.parse(tmp_path / "first.svg").getroot().itertext())
    assert "Tỉnh Lạng Sơn, quý I năm 2022" in drawn
    page = pypdfium2.PdfDocument(tmp_path / "first.pdf")[0].get_textpage().get_text_range()
    assert "Tổng thu ngân sách nhà nước trên địa bàn" in page
    assert "7.850 tỷ đồng" in page
    assert "trạng thái của sổ" in page


def test_with_a_period_later_results_are_left_out(tiendo, tmp_path):
    tiendo("chart", "budget_revenue", "-o", str(tmp_path / "all.svg"))
    tiendo("chart", "budget_revenue", "--period", "2021", "-o", str(tmp_path / "early.svg"))
    assert "2.202,4" in (tmp_path / "all.svg").read_text(encoding="utf-8")
    assert "2.202,4" not in (tmp_path / "early.svg").read_text(encoding="utf-8")


def test_what_cannot_be_drawn_is_said_in_one_sentence_and_leaves_no_file(tiendo, tmp_path):
    target = tmp_path / "out.png"
    for arguments, code, says in (
        (("nothing",), 1, "Danh mục không có chỉ tiêu nào mang mã nothing."),
        (("domestic_revenue", "--with-drafts"), 1, "chưa có số liệu nào để vẽ"),
        (("forest_cover", "--territory", "01"), 1, "chưa có số liệu nào để vẽ"),
        (("board", "--period", "2040"), 1, "Không có chỉ tiêu nào của kỳ 2040"),
        (("board",), 2, "thêm --period"),
    ):
        said = tiendo("chart", *arguments, "-o", str(target), ends_with=code)
        assert says in said
        assert said.count("\n") == 1
    assert "không phải tệp .svg, .png hay .pdf" in tiendo("chart", "forest_cover", "-o", "a.gif", ends_with=2)
    assert "Không ghi được" in tiendo("chart", "forest_cover", "-o", str(tmp_path / "no" / "a.svg"), ends_with=2)
    assert not target.exists()


def test_drafts_are_drawn_only_where_somebody_asks_for_them(own_record, tmp_path):
    environ = {**own_record, "LC_ALL": "vi_VN.UTF-8"}
    assert command("ingest", str(write(tmp_path, "a.txt", resolution())), environ=environ).returncode == 0
    target = tmp_path / "draft.svg"
    refused = command("chart", "budget_revenue", "-o", str(target), environ=environ)
    assert refused.returncode == 1
    assert "--with-drafts" in refused.stderr
    assert not target.exists()
    assert command("chart", "budget_revenue", "--with-drafts", "-o", str(target), environ=environ).returncode == 0
    assert "7.850" in target.read_text(encoding="utf-8")
