"""The scoreboard as leaders and citizens use it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import Site, context_of


def test_a_leader_sees_at_once_what_is_behind_and_whose_it_is(site: Site, page: Page) -> None:
    page.goto(site.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Quý I năm 2022")
    behind = page.locator("tr", has_text="Doanh thu du lịch")
    expect(behind).to_contain_text("Chậm")
    expect(behind).to_contain_text("Sở Văn hóa, Thể thao và Du lịch")
    expect(behind).to_contain_text("277 tỷ đồng")


def test_a_status_says_its_reason_when_asked(site: Site, page: Page) -> None:
    page.goto(site.address)
    cell = page.locator("tr", has_text="Doanh thu du lịch").locator("details")
    cell.locator("summary").click()
    expect(cell).to_contain_text("bằng 42,6% mức nên đạt 650 tỷ đồng")
    page.keyboard.press("Escape")
    expect(cell).not_to_have_attribute("open", "")


def test_filters_apply_themselves_and_stand_in_the_address(site: Site, page: Page) -> None:
    page.goto(site.address)
    page.get_by_label("Đánh giá", exact=True).select_option("behind")
    page.wait_for_url("**status=behind**")
    expect(page.locator("table.board").first.locator("tbody tr td.name")).to_have_count(1)
    page.reload()
    expect(page.locator("table.board").first.locator("tbody tr td.name")).to_have_count(1)


def test_the_same_without_scripts(site: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False)
    page = context.new_page()
    page.goto(site.address)
    page.get_by_label("Đánh giá", exact=True).select_option("behind")
    page.get_by_role("button", name="Xem", exact=True).last.click()
    expect(page.locator("table.board").first.locator("tbody tr td.name")).to_have_count(1)
    context.close()


def test_another_period_is_one_click_away(site: Site, page: Page) -> None:
    page.goto(site.address)
    page.get_by_role("link", name="Cả năm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Năm 2022")


def test_the_language_is_switched_in_place(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/?period=2022-Q1&sort=name")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Q1 2022")
    assert "sort=name" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quý I năm 2022")


def test_table_and_picture_are_taken_along(site: Site, page: Page, tmp_path: Path) -> None:
    page.goto(site.address)
    for words, beginning in (("Tải bảng (CSV)", b"\xef\xbb\xbfindicator,"), ("Tải ảnh (PNG)", b"\x89PNG")):
        with page.expect_download() as download:
            page.get_by_role("link", name=words).click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        assert saved.read_bytes().startswith(beginning)


def test_before_anything_was_recorded_there_was_nothing(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/?asOf=2020-01-01")
    expect(page.get_by_role("status")).to_contain_text("1/1/2020")
    expect(page.get_by_role("heading", name="Kỳ này chưa có chỉ tiêu nào")).to_be_visible()


def test_no_request_leaves_the_machine(site: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address)
    page.wait_for_load_state("networkidle")
    assert asked
    assert all(one.startswith((site.address, "data:")) for one in asked), asked
