"""The search box by keyboard alone, by mouse, narrow, and without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import Site, context_of

_BOX = "#find"


def _typed(page: Page, site: Site, words: str) -> None:
    page.goto(f"{site.address}/tasks")
    page.keyboard.press("/")
    expect(page.locator(_BOX)).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator("#suggestion-list")).to_be_visible()


def test_the_arrow_keys_choose_and_enter_goes_there(site: Site, page: Page) -> None:
    _typed(page, site, "che phu ru")
    box, first = page.locator(_BOX), page.locator("#suggestion-1")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(first).to_contain_text("Tỷ lệ che phủ rừng")

    page.keyboard.press("ArrowDown")

    expect(box).to_have_attribute("aria-activedescendant", "suggestion-1")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", "suggestion-1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicators/forest_cover")


def test_enter_alone_shows_all_results(site: Site, page: Page) -> None:
    _typed(page, site, "nghi quyet 62")

    page.keyboard.press("Enter")

    page.wait_for_url("**/search?q=nghi+quyet+62**")
    expect(page.locator("#kind-document ~ ol a").first).to_have_text("Nghị quyết 62/NQ-HĐND")


def test_escape_closes_and_leaves_what_was_typed(site: Site, page: Page) -> None:
    _typed(page, site, "du lich")

    page.keyboard.press("Escape")

    expect(page.locator("#suggestion-list")).to_be_hidden()
    expect(page.locator(_BOX)).to_have_value("du lich")
    expect(page.locator(_BOX)).to_be_focused()


def test_how_many_there_are_is_said_aloud(site: Site, page: Page) -> None:
    _typed(page, site, "du lich")

    expect(page.locator("#announcement")).to_contain_text("gợi ý")


def test_a_suggestion_can_be_clicked(site: Site, page: Page) -> None:
    _typed(page, site, "che phu rung")

    page.locator("#suggestion-1").click()

    page.wait_for_url("**/indicators/forest_cover")


def test_a_stroke_inside_a_field_is_a_stroke(site: Site, page: Page) -> None:
    _typed(page, site, "62")

    page.keyboard.type("/nq")

    expect(page.locator(_BOX)).to_have_value("62/nq")


def test_a_provision_leads_to_its_place_in_the_text(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/search?q=quy+hoach+va+phong+chong+dich&kind=provision")

    page.locator(".hits a").first.click()

    page.wait_for_url("**/documents/*#at-*")
    expect(page.locator(f"#{page.url.partition('#')[2]}")).to_be_in_viewport()


def test_suggestions_fit_into_a_narrow_window(site: Site, browser: Browser) -> None:
    context = context_of(browser, width=390)
    page = context.new_page()
    _typed(page, site, "thu ngan sach")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_form_works_without_scripts(site: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False)
    page = context.new_page()
    page.goto(site.address)

    page.fill(_BOX, "ty le che phu rung")
    page.press(_BOX, "Enter")

    expect(page.locator(".hits a").first).to_have_text("Tỷ lệ che phủ rừng")
    context.close()
