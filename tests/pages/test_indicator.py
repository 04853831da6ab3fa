"""An indicator's page as a journalist and an officer use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import Site, context_of


def test_a_promise_is_looked_up_and_read_in_its_document(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/indicators")
    page.get_by_label("Tên chỉ tiêu").fill("che phu rung")
    page.wait_for_url("**q=che**")
    page.get_by_role("link", name="Tỷ lệ che phủ rừng").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tỷ lệ che phủ rừng")
    row = page.locator("tr", has_text="Đến năm 2030").first
    expect(row).to_contain_text("67 %")
    assert "/documents/" in (row.get_by_role("link").first.get_attribute("href") or "")


def test_each_mark_tells_its_value_and_source_by_key_and_by_pointing(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/indicators/forest_cover")
    mark = page.locator(".chart-wide .chart-mark").last
    tip = mark.locator(".chart-tip")
    expect(tip).to_be_hidden()
    mark.focus()
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("67% · mục tiêu")
    expect(tip).to_contain_text("23/KH-UBND")
    page.locator("h1").click()
    expect(tip).to_be_hidden()
    mark.locator(".chart-aim").hover()
    expect(tip).to_be_visible()


def test_whoever_does_not_want_the_drawing_goes_past_it(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/indicators/forest_cover")
    page.get_by_role("link", name="Bỏ qua biểu đồ").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#values")).to_be_focused()


def test_the_drawing_fits_a_phone_and_needs_no_script(site: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False)
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}/indicators/forest_cover")
    expect(page.locator(".chart-compact")).to_be_visible()
    expect(page.locator(".chart-wide")).to_be_hidden()
    box = page.locator(".chart-compact").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    context.close()


def test_picture_and_table_are_taken_along(site: Site, page: Page, tmp_path: Path) -> None:
    page.goto(f"{site.address}/indicators/forest_cover")
    endings = (
        ("Tải số liệu (CSV)", b"\xef\xbb\xbfindicator,"),
        ("Tải hình (SVG)", b"<svg"),
        ("Tải ảnh (PNG)", b"\x89PNG"),
    )
    for words, beginning in endings:
        with page.expect_download() as download:
            page.get_by_role("link", name=words).click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.read_bytes().startswith(beginning)


@pytest.mark.parametrize("address", ["/indicators", "/indicators/forest_cover", "/indicators/budget_revenue"])
@pytest.mark.parametrize("width", [390, 1440])
def test_everybody_can_use_it(site: Site, page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site.address}{address}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
