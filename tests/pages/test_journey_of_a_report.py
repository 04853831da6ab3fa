"""An officer composes the report of the quarter, takes it along, changes a number in Word, and sees what that does."""

from __future__ import annotations

from pathlib import Path

import docx
from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import Site, context_of

_WHILE_CHECKED = 60_000  # milliseconds; it takes two seconds on a machine that does nothing else
_FIELD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sdt"
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def _composed(site: Site, page: Page) -> None:
    """From the scoreboard to the report of its period."""
    site.sign_in(page, "officer")
    page.goto(f"{site.address}/?period=2022-Q1")
    page.get_by_role("link", name="Báo cáo của kỳ này").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo: quý I năm 2022")


def _downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("link", name="Word .docx").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def _with_another_number(path: Path) -> Path:
    """The same report with the revenue of the quarter typed over, and a number that nobody bound."""
    document = docx.Document(str(path))
    texts = [one for field in document.element.body.iter(_FIELD) for one in field.iter(_TEXT) if one.text == "2.202,4"]
    texts[0].text = "2.302,4"
    document.paragraphs[-1].add_run(" Có 4.444 hộ được hỗ trợ.")
    edited = path.with_name("bao-cao-da-sua.docx")
    document.save(str(edited))
    return edited


def _check(page: Page, path: Path) -> None:
    page.get_by_label("Tệp báo cáo").set_input_files(path)
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    expect(page.get_by_role("status")).to_be_visible(timeout=_WHILE_CHECKED)


def test_from_the_scoreboard_to_word_and_back(site: Site, page: Page, tmp_path: Path) -> None:
    _composed(site, page)
    sheet = page.get_by_role("article", name="Bản xem trước")
    figure = sheet.get_by_role("link", name="2.202,4", exact=True).first
    expect(figure).to_have_attribute("title", "kết quả: 2.202,4 tỷ đồng · quý I năm 2022 · Thông cáo báo chí, I.1.e")
    expect(page.get_by_role("heading", name="Trước khi ban hành")).to_be_visible()
    path = _downloaded(page, tmp_path)
    assert path.name == "bao-cao-2022-Q1-quarter.docx"

    page.get_by_role("link", name="Kiểm tra một báo cáo đã sửa").click()
    _check(page, path)
    expect(page.get_by_role("status")).to_contain_text("còn khớp với sổ")

    _check(page, _with_another_number(path))
    expect(page.get_by_role("status")).to_contain_text("Báo cáo không còn khớp với sổ")
    row = page.get_by_role("row", name="Tổng thu ngân sách nhà nước trên địa bàn")
    expect(row).to_contain_text("Gõ đè")
    expect(row).to_contain_text("2.302,4")
    expect(page.get_by_role("heading", name="Số gõ tay, không gắn với sổ (1)")).to_be_visible()
    expect(page.get_by_role("article").filter(has_text="28,1%")).to_contain_text("không khớp")


def test_a_reader_without_scripts_chooses_by_links_and_a_button(site: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False)
    page = context.new_page()
    page.goto(f"{site.address}/report?period=2022-Q1")
    page.get_by_label("Loại báo cáo").select_option("Báo cáo của cơ quan")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text("Hãy chọn cơ quan mà báo cáo nói về.")).to_be_visible()
    page.get_by_label("Cơ quan", exact=True).select_option("Cục Thuế tỉnh")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("article", name="Bản xem trước")).to_contain_text("CỤC THUẾ TỈNH")
    page.get_by_role("link", name="Cả năm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo: năm 2022")
    context.close()
