"""A reviewer decides with the keyboard alone, sees what is left, and takes back what was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import Site, context_of, served


@pytest.fixture(scope="module")
def reviewed(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of these tests: each decides about what the ones before left."""
    with served(sample_record, tmp_path_factory.mktemp("reviewed")) as running:
        yield running


@pytest.fixture
def desk(reviewed: Site, page: Page) -> Page:
    """The desk of the quarterly report, opened by an officer."""
    reviewed.sign_in(page, "officer")
    _open_desk(reviewed, page)
    return page


def _open_desk(site: Site, page: Page) -> None:
    page.goto(f"{site.address}/review")
    row = page.locator("tr", has_text="kết quả kinh tế - xã hội quý I năm 2022")
    row.get_by_role("link", name="Duyệt số liệu").click()
    page.wait_for_url(re.compile("/documents/[0-9]+/review"))


def _left(page: Page) -> int:
    return int(page.locator("#left").get_attribute("data-left") or -1)


def _title(page: Page) -> str:
    return page.locator("#current h2").inner_text()


def _press(page: Page, key: str) -> None:
    """Press a key and wait until what it asked for is there."""
    page.keyboard.press(key)
    expect(page.locator(".htmx-request")).to_have_count(0)


def test_one_goes_through_the_queue_and_back(desk: Page) -> None:
    first, left = _title(desk), _left(desk)
    _press(desk, "j")
    expect(desk.locator("#current h2")).not_to_have_text(first)
    _press(desk, "k")
    expect(desk.locator("#current h2")).to_have_text(first)
    expect(desk.locator("#current")).to_be_focused()
    assert _left(desk) == left


def test_a_fact_is_accepted_the_next_one_comes_and_it_is_said_aloud(desk: Page) -> None:
    first, left = _title(desk), _left(desk)
    desk.keyboard.press("a")
    expect(desk.locator("#left")).to_have_attribute("data-left", str(left - 1))
    expect(desk.locator("#current h2")).not_to_have_text(first)
    expect(desk.locator("#announcement")).to_contain_text("Đã nhận")
    expect(desk.locator("#current")).to_be_focused()
    expect(desk.locator(".doc .mark.now").first).to_be_in_viewport()


def test_the_last_decision_is_taken_back(desk: Page) -> None:
    first, left = _title(desk), _left(desk)
    desk.keyboard.press("a")
    expect(desk.locator("#left")).to_have_attribute("data-left", str(left - 1))
    desk.keyboard.press("u")
    expect(desk.locator("#left")).to_have_attribute("data-left", str(left))
    expect(desk.locator("#current h2")).to_have_text(first)


def test_a_fact_is_rejected_with_a_reason_by_two_keys(desk: Page) -> None:
    left = _left(desk)
    desk.keyboard.press("x")
    expect(desk.get_by_role("button", name="Số liệu của nơi khác")).to_be_visible()
    desk.keyboard.press("3")
    expect(desk.locator("#left")).to_have_attribute("data-left", str(left - 1))
    expect(desk.locator(".undo")).to_contain_text("Số liệu của nơi khác, nêu để so sánh")


def test_a_fact_is_corrected_in_place_and_a_wrong_number_is_explained(desk: Page) -> None:
    left = _left(desk)
    desk.keyboard.press("e")
    expect(desk.get_by_role("textbox", name="Tên", exact=True)).to_be_focused()
    desk.keyboard.press("Tab")
    desk.keyboard.type("mười hai")
    desk.keyboard.press("Enter")
    expect(desk.locator(".correction .fault")).to_contain_text("Không phải là số")
    expect(desk.get_by_role("textbox", name="Từ", exact=True)).to_be_focused()
    for _ in range(2):
        desk.keyboard.press("Control+A")
        desk.keyboard.type("12,5")
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator("#left")).to_have_attribute("data-left", str(left - 1))


def test_keys_do_nothing_while_one_types(desk: Page) -> None:
    first, left = _title(desk), _left(desk)
    desk.keyboard.press("e")
    expect(desk.get_by_role("textbox", name="Tên", exact=True)).to_be_focused()
    desk.keyboard.type("ajkxu")
    expect(desk.get_by_role("textbox", name="Tên", exact=True)).to_have_value("ajkxu")
    assert (_title(desk), _left(desk)) == (first, left)
    desk.keyboard.press("Escape")
    expect(desk.locator("#current")).to_be_focused()


def test_the_indicator_is_chosen_by_typing(desk: Page) -> None:
    left = _left(desk)
    desk.keyboard.press("i")
    expect(desk.locator("#find-indicator")).to_be_focused()
    desk.keyboard.type("thu noi dia")
    expect(desk.locator(".candidate").first).to_contain_text("Thu nội địa")
    desk.keyboard.press("Enter")
    expect(desk.locator("#left")).to_have_attribute("data-left", str(left - 1))
    expect(desk.locator(".undo")).to_contain_text("chọn chỉ tiêu")


def test_the_keys_are_shown_on_demand(desk: Page) -> None:
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog")).to_contain_text("chọn chỉ tiêu bằng cách gõ")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).not_to_be_visible()


def test_the_same_without_scripts(reviewed: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False, width=390)
    page = context.new_page()
    reviewed.sign_in(page, "officer")
    _open_desk(reviewed, page)
    left = _left(page)
    page.get_by_role("button", name="Nhận").click()
    assert _left(page) == left - 1
    expect(page.get_by_role("status").first).to_contain_text("Đã nhận")
    page.get_by_role("button", name="Hoàn tác").click()
    assert _left(page) == left
    page.locator("summary", has_text="Bỏ").click()
    page.get_by_role("button", name="Đọc nhầm câu").click()
    assert _left(page) == left - 1
    context.close()
