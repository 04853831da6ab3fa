"""A document is read with what was read in it: marks tell their reading, a fact opens beside the text."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import Site, context_of


def _open_report(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/documents")
    page.get_by_role("link", name="Thông cáo báo chí", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("quý I năm 2022")


def test_a_mark_says_how_it_was_read_and_opens_beside_the_text(site: Site, page: Page) -> None:
    _open_report(site, page)
    mark = page.locator(".doc .mark", has_text="2.202,4 tỷ đồng")
    mark.focus()
    note = mark.evaluate("one => getComputedStyle(one, '::after').content")
    assert "2.202,4 tỷ đồng · ước · quý I năm 2022" in note
    assert "28,1% so với kế hoạch" in note
    page.keyboard.press("Escape")
    assert mark.evaluate("one => getComputedStyle(one, '::after').content") == "none"
    place = page.evaluate("scrollY")
    mark.click()
    chosen = page.locator(".fact.now")
    expect(chosen).to_contain_text("2.202.400.000.000 đồng")
    assert "fact=" in page.url
    assert page.evaluate("scrollY") == place
    page.reload()
    expect(page.locator(".fact.now")).to_contain_text("2.202.400.000.000 đồng")


def test_a_finding_stands_beside_its_number_with_its_working(site: Site, page: Page) -> None:
    _open_report(site, page)
    finding = page.locator(".finding", has_text="21,8%")
    expect(finding).to_contain_text("không khớp")
    finding.locator("summary").click()
    expect(finding.locator(".working")).to_be_visible()
    expect(page.locator(".doc .mark.asked", has_text="21,8%")).to_be_visible()


def test_the_list_is_filtered_and_the_filter_stands_in_the_address(site: Site, page: Page) -> None:
    _open_report(site, page)
    page.get_by_label("Tình trạng").select_option("waiting")
    page.wait_for_url("**state=waiting**")
    rows = page.locator(".rows > li")
    assert rows.count() > 1
    assert rows.count() == page.locator(".rows > li.waiting").count()


def test_a_citation_leads_to_the_document_that_it_means(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/documents")
    page.get_by_role("link", name="23/KH-UBND", exact=True).click()
    page.get_by_label("Loại").select_option("citation")
    page.wait_for_url("**kind=citation**")
    page.locator(".turn").scroll_into_view_if_needed()  # the further parts of a text come when one gets near
    expect(page.locator(".part")).to_have_count(2)
    page.get_by_role("link", name="Mở văn bản được trích dẫn").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("kế hoạch năm 2022")


def test_the_same_without_scripts_on_a_phone(site: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False, width=390)
    page = context.new_page()
    _open_report(site, page)
    page.locator(".doc .mark", has_text="2.202,4 tỷ đồng").click()
    expect(page.locator(".fact.now")).to_be_in_viewport()
    expect(page.locator(".fact.now")).to_contain_text("2.202.400.000.000 đồng")
    page.get_by_role("link", name="Đóng").click()
    expect(page.locator(".fact.now")).to_have_count(0)
    context.close()
