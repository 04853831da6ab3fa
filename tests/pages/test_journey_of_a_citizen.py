"""A citizen or journalist looks up a promise and its result, follows every source, and takes the data along."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.evidence import expect_shown
from tests.pages.sites import Site, context_of

_FOREST = "Tỷ lệ che phủ rừng"


def _look_up_the_promise(site: Site, page: Page) -> None:
    page.goto(site.address)
    page.get_by_role("combobox", name="Tìm chỉ tiêu").fill("che phủ rừng")
    page.get_by_role("option", name=_FOREST).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(_FOREST)


def test_a_promise_stands_there_with_what_became_of_it(site: Site, page: Page) -> None:
    _look_up_the_promise(site, page)
    promised = page.get_by_role("row", name="Đến năm 2030").first
    expect(promised).to_contain_text("67 %")
    expect(promised).to_contain_text("23/KH-UBND")
    # No document of the samples says how much forest there is, and the page does not pretend.
    expect(page.get_by_text("chưa có số liệu").first).to_be_visible()
    page.get_by_role("link", name="Bảng tiến độ", exact=True).click()
    page.get_by_role("link", name="Tổng thu ngân sách nhà nước trên địa bàn").click()
    kept = page.get_by_role("row", name="Quý I năm 2022").first
    expect(kept).to_contain_text("2.202,4 tỷ đồng")


@pytest.mark.parametrize("name", [_FOREST, "Tổng thu ngân sách nhà nước trên địa bàn"])
def test_every_source_leads_to_the_figure_in_its_document(site: Site, page: Page, name: str) -> None:
    page.goto(f"{site.address}/indicators")
    page.get_by_role("link", name=name, exact=True).click()
    rows = page.get_by_role("table", name=name).locator("tbody tr:has(.source a)")
    expect(rows.first).to_be_visible()
    for number in range(rows.count()):
        figure = rows.nth(number).locator(".value").inner_text().split()[0].lstrip("~≥≤")
        rows.nth(number).locator(".source a").first.click()
        expect_shown(page, figure)
        page.go_back()


def test_table_and_picture_are_taken_along(site: Site, page: Page, tmp_path: Path) -> None:
    _look_up_the_promise(site, page)
    saved = {}
    for words in ("Tải số liệu (CSV)", "Tải ảnh (PNG)"):
        with page.expect_download() as download:
            page.get_by_role("link", name=words).click()
        saved[words] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[words])
    rows = list(csv.DictReader(saved["Tải số liệu (CSV)"].read_text(encoding="utf-8-sig").splitlines()))
    assert any("67" in row.values() for row in rows), rows
    assert saved["Tải ảnh (PNG)"].read_bytes().startswith(b"\x89PNG")


def test_how_a_status_comes_about_can_be_read(site: Site, page: Page) -> None:
    page.goto(site.address)
    page.get_by_role("main").get_by_role("link", name="Cách đánh giá").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cách đánh giá và kiểm tra")
    expect(page.get_by_role("row", name="Chậm").first).to_contain_text("dưới 80% là chậm")


def test_the_same_in_english_on_a_phone(site: Site, browser: Browser) -> None:
    context = context_of(browser, width=390)
    page = context.new_page()
    page.goto(site.address)
    page.get_by_role("link", name="English").click()
    page.get_by_role("combobox", name="Search indicators").fill("forest cover")
    page.get_by_role("option", name="Forest cover").first.click()
    promised = page.get_by_role("row", name="By the end of 2030").first
    expect(promised).to_contain_text("67 %")
    promised.get_by_role("link").first.click()
    expect_shown(page, "67")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_nobody_has_to_sign_in_to_read(site: Site, page: Page) -> None:
    page.goto(site.address)
    sections = page.get_by_role("navigation", name="Các mục chính").get_by_role("link")
    for name in sections.all_inner_texts():
        sections.get_by_text(name, exact=True).click()
        expect(sections.get_by_text(name, exact=True)).to_have_attribute("aria-current", "page")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert "/sign-in" not in page.url
