"""The workbook of a report, read back by another program: types, formats, frozen heads, what is printed, charts."""

from __future__ import annotations

import io
import time
import warnings
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from tests.unit.publishing.workbook.sample import EVIL, basis, task
from tiendo.publishing.report.basis import Basis, Standing
from tiendo.publishing.report.compose import compose
from tiendo.publishing.workbook.book import as_workbook
from tiendo.publishing.workbook.rulers import LONGEST, parts_of
from tiendo.publishing.workbook.stamp import SHEET, read_workbook

clock = datetime.fromisoformat  # the format knows no time zones
_HEAD = 5  # the row of the headings, counted from one


def written(given: Basis | None = None, language: str = "vi") -> bytes:
    chosen = given or basis()
    return as_workbook(compose(chosen, language=language), chosen)


def read_back(content: bytes):
    with warnings.catch_warnings():
        # openpyxl knows data bars of the first kind alone, and says so.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book():
    return read_back(written())


def lines(sheet) -> list[dict[str, object]]:
    """The rows by their headings."""
    titles = [cell.value for cell in sheet[_HEAD]]
    rows = sheet.iter_rows(min_row=_HEAD + 1)
    return [dict(zip(titles, row, strict=True)) for row in rows if any(cell.value is not None for cell in row)]


def row_of(sheet, name: str):
    return next(row for row in lines(sheet) if row["Chỉ tiêu"].value == name)


def test_the_sheets_stand_in_their_order_and_the_stamp_is_not_shown(book):
    assert book.sheetnames == [
        *("Tóm tắt", "Chỉ tiêu", "Thước tiến độ", "Cơ quan", "Nhiệm vụ", "Phát hiện", "Phương pháp"),
        SHEET,
    ]
    assert book[SHEET].sheet_state == "veryHidden"
    assert book.active.title == "Tóm tắt"


def test_numbers_are_numbers_with_the_digits_that_were_printed_and_their_unit_beside(book):
    row = row_of(book["Chỉ tiêu"], "Thu ngân sách nhà nước trên địa bàn")
    assert row["Kết quả"].value == 2202.4
    assert row["Kết quả"].number_format == "#,##0.0"
    assert row["Đơn vị kết quả"].value == "tỷ đồng"
    assert row["Mục tiêu"].value == 7850
    assert row["Đơn vị mục tiêu"].value == "tỷ đồng"
    assert row["So kế hoạch"].value == pytest.approx(2202.4 / 7850)
    assert row["So kế hoạch"].number_format == "0.0%"
    assert row["So cùng kỳ"].value == pytest.approx(-0.089)
    assert row["Mức nên đạt"].value == pytest.approx(7850 / 4)
    assert row["Ước"].value == "ước"
    assert row["Cơ quan theo dõi"].value == "Sở Tài chính"
    assert row["Lĩnh vực"].value == "Kinh tế"


def test_a_target_is_told_in_the_unit_of_its_result(book):
    row = row_of(book["Chỉ tiêu"], "Lượng khách du lịch")
    assert (row["Mục tiêu"].value, row["Đơn vị mục tiêu"].value) == (3_460_000, "lượt")
    assert (row["Kết quả"].value, row["Đơn vị kết quả"].value) == (755_950, "lượt")


def test_ranges_open_sides_and_falls_are_numbers_that_read_as_they_were_printed(book):
    sheet = book["Chỉ tiêu"]
    growth = row_of(sheet, "Tốc độ tăng trưởng GRDP")
    assert (growth["Mục tiêu"].value, growth["đến"].value) == (7, 7.5)
    assert growth["Mục tiêu"].number_format == growth["đến"].number_format == "#,##0.0"
    accidents = row_of(sheet, "Tai nạn giao thông (cả ba tiêu chí)")
    assert accidents["Mục tiêu"].value == -5
    assert accidents["Mục tiêu"].number_format == '#,##0;"giảm ≥ "#,##0'
    assert accidents["đến"].value is None
    assert growth["Kết quả"].value is None
    assert growth["Đánh giá"].value == "chưa có số liệu"


def test_days_are_days(book):
    due = [row["Hạn"] for row in lines(book["Nhiệm vụ"]) if row["Hạn"].value is not None]
    assert [cell.value for cell in due] == [clock("2022-01-31"), clock("2022-06-30")]
    assert {cell.number_format for cell in due} == {"d/m/yyyy"}
    pairs = {row[0].value: row[1] for row in book["Tóm tắt"].iter_rows(min_row=4, max_row=14)}
    assert pairs["Số liệu trong sổ đến"].value == clock("2022-04-15T08:30")
    assert pairs["Lập lúc"].value == clock("2022-04-16T09:00")
    assert pairs["Trạng thái của sổ"].value == "ab" * 32
    assert pairs["Mục cuối của sổ"].value == 1808
    assert pairs["Người lập"].value == "nguoi-lap-mau"


def test_heads_stay_in_sight_are_filtered_and_printed_again_across_the_paper(book):
    for name in ("Chỉ tiêu", "Thước tiến độ", "Cơ quan", "Nhiệm vụ", "Phát hiện", "Phương pháp"):
        sheet = book[name]
        assert sheet.freeze_panes.endswith(str(_HEAD + 1)), name
        assert sheet.auto_filter.ref.startswith(f"A{_HEAD}:"), name
        assert sheet.print_area, name
        assert sheet.page_setup.orientation == "landscape", name
        assert sheet.page_setup.paperSize == 9, name
        if name != "Thước tiến độ":
            assert sheet.print_title_rows == f"${_HEAD}:${_HEAD}", name
            assert sheet.sheet_properties.pageSetUpPr.fitToPage, name
            assert sheet.page_setup.fitToHeight == 0, name
        assert "ababab" in sheet.oddFooter.left.text
        assert "&P" in sheet.oddFooter.right.text
        assert "Lạng Sơn, quý I năm 2022" in sheet.oddHeader.right.text
    assert book["Chỉ tiêu"].freeze_panes == f"C{_HEAD + 1}"


def test_the_ruler_is_drawn_by_charts_that_take_it_from_cells(book):
    sheet = book["Thước tiến độ"]
    assert len(sheet._charts) == 3, "one a sector"
    rows = lines(sheet)
    last = _HEAD + len(rows)
    for chart in sheet._charts:
        assert chart.grouping == "stacked"
        for series in chart.series:
            assert series.val.numRef.f.startswith("'Thước tiến độ'!")
    ends = [chart.series[0].val.numRef.f.rsplit("$", 1)[1] for chart in sheet._charts]
    assert int(ends[-1]) == last
    revenue = next(row for row in rows if row["Chỉ tiêu"].value == "Thu ngân sách nhà nước trên địa bàn")
    assert revenue["Đã đạt so mục tiêu"].value == pytest.approx(2202.4 / 7850)
    assert revenue["Nên đạt so mục tiêu"].value == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("reached", "expected", "filled"),
    [(0.28, 0.25, 0.28), (0.1, 0.25, 0.1), (0.0, None, 0.0), (3.0, 0.5, LONGEST), (0.25, 0.25, 0.25), (1.0, None, 1.0)],
)
def test_the_parts_of_a_bar_fill_what_is_reached_and_end_at_the_target_or_beyond_it(reached, expected, filled):
    parts = parts_of(reached, expected)
    assert min(parts) >= 0
    assert sum(parts) == pytest.approx(max(1.0, filled))
    to_tick, left, tick, beyond, _ = parts
    assert to_tick + beyond == pytest.approx(filled, abs=0.009), "the tick itself covers a little"
    if expected is not None:
        assert to_tick + left + tick / 2 == pytest.approx(expected)


def test_tasks_are_counted_by_agency_and_listed_by_deadline(book):
    counted = {row["Cơ quan chủ trì"].value: row for row in lines(book["Cơ quan"])}
    assert counted["Sở Mẫu"]["Tổng số"].value == 3
    assert counted["Sở Mẫu"]["Quá hạn"].value == 1
    assert counted["Chưa xác định cơ quan chủ trì"]["Tổng số"].value == 1
    listed = [row["Nhiệm vụ"].value for row in lines(book["Nhiệm vụ"])]
    assert listed == [EVIL, "Quét sân.", "Trồng hoa trước trụ sở.", "Sơn cổng.", "Họp giao ban."]


def test_words_of_documents_are_never_formulas_nor_addresses():
    content = written(basis(tasks=(task(EVIL), task("@SUM(1)"), task("http://evil.example"), task("a\x00b\x1b[31m"))))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        text = "".join(parts.read(name).decode() for name in names)
    assert "<f>" not in text, "no cell is worked out"
    assert not any("externalLink" in name for name in names)
    assert 'TargetMode="External"' not in text
    said = {row["Nhiệm vụ"].value for row in lines(read_back(content)["Nhiệm vụ"])}
    assert said == {EVIL, "@SUM(1)", "http://evil.example", "ab[31m"}


def test_an_ampersand_in_a_name_is_no_code_of_a_header():
    agency = basis()
    content = written(
        Basis(**{field: getattr(agency, field) for field in agency.__dataclass_fields__} | {"agency": "A & B &P"})
    )
    assert "A && B &&P" in read_back(content)["Chỉ tiêu"].oddHeader.right.text


def test_the_same_basis_gives_the_same_bytes_at_any_time_of_day():
    first = written()
    time.sleep(2.1)  # the clock of zip files ticks every two seconds
    assert written() == first


def test_without_tasks_and_findings_their_sheets_are_left_out():
    assert read_back(written(basis(tasks=(), findings=()))).sheetnames == [
        *("Tóm tắt", "Chỉ tiêu", "Thước tiến độ", "Phương pháp"),
        SHEET,
    ]


def test_english_has_its_own_words_and_days():
    book = read_back(written(language="en"))
    assert book.sheetnames[:3] == ["Summary", "Indicators", "Rulers"]
    due = next(row["Due"] for row in lines(book["Tasks"]) if row["Due"].value)
    assert due.number_format == "yyyy-mm-dd"
    assert isinstance(due.value, date)


def test_the_stamp_comes_back_with_every_figure():
    report = compose(basis(), language="vi")
    returned = read_workbook("mau.xlsx", as_workbook(report, basis()))
    assert returned.sealed.stamp == report.stamp
    assert returned.sealed.figures
    assert not returned.removed


def test_a_large_report_is_written_quickly():
    many = tuple(
        task(f"Nhiệm vụ mẫu số {number}.", (f"Sở Mẫu {number % 20}",), standing=Standing.RUNNING)
        for number in range(300)
    )
    given = basis(tasks=many)
    report = compose(given, language="vi")
    as_workbook(report, given)  # once, so that the library is loaded
    start = time.perf_counter()
    as_workbook(report, given)
    assert time.perf_counter() - start < 1.5
