"""A leader sees in ten seconds what is behind, whose it is, why, and the evidence; and finds what they ask for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.evidence import expect_shown
from tests.pages.sites import Site, context_of


@pytest.mark.parametrize(("width", "scripts"), [(1440, True), (390, True), (1440, False), (390, False)])
def test_from_what_is_behind_to_the_sentence_that_says_so(
    site: Site, browser: Browser, width: int, scripts: bool
) -> None:
    context = context_of(browser, width=width, scripts=scripts)
    page = context.new_page()
    page.goto(site.address)
    page.get_by_role("link", name="1 chậm", exact=True).click()
    row = page.get_by_role("row", name="Doanh thu du lịch")
    expect(row.get_by_role("link", name="Sở Văn hóa, Thể thao và Du lịch")).to_be_visible()
    row.get_by_text("Chậm", exact=True).click()
    expect(row.get_by_text("bằng 42,6% mức nên đạt 650 tỷ đồng")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    row.get_by_role("link", name="Thông cáo báo chí").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Về kết quả kinh tế - xã hội quý I năm 2022")
    expect_shown(page, "277 tỷ đồng")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_whose_it_is_leads_to_all_that_the_agency_owes(site: Site, page: Page) -> None:
    page.goto(site.address)
    page.get_by_role("row", name="Doanh thu du lịch").get_by_role("link", name="Sở Văn hóa").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sở Văn hóa, Thể thao và Du lịch")
    expect(page.get_by_role("row", name="Doanh thu du lịch")).to_contain_text("Chậm")
    page.get_by_role("link", name="trong đó quá hạn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhiệm vụ")


@pytest.mark.parametrize("typed", ["doanh thu du lich", "doanh thu du lihc"])
def test_asked_without_diacritics_or_with_a_slip_the_answer_is_the_same(site: Site, page: Page, typed: str) -> None:
    page.goto(site.address)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    page.get_by_role("option", name="Doanh thu du lịch").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Doanh thu du lịch")


def test_the_same_question_on_a_phone_without_scripts(site: Site, browser: Browser) -> None:
    context = context_of(browser, width=390, scripts=False)
    page = context.new_page()
    page.goto(site.address)
    page.get_by_role("searchbox").fill("thu ngan sahc nha nuoc")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Tổng thu ngân sách nhà nước trên địa bàn").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tổng thu ngân sách nhà nước trên địa bàn")
    expect(page.get_by_text("2.202,4").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
