"""The focal person of a department finds what is overdue, reports on it with evidence, and sees it stand there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import Site, context_of, served

_NOTE = "Đã trình đề án, đang chờ ý kiến của ba tỉnh lân cận."
_FILE = "bien-ban <img src=x onerror=alert(1)> lần 2.txt"


@pytest.fixture(scope="module")
def reported_on(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that these tests write into."""
    with served(sample_record, tmp_path_factory.mktemp("reported-on")) as running:
        yield running


def _open_what_is_overdue(page: Page) -> None:
    page.get_by_role("link", name="Nhiệm vụ", exact=True).click()
    page.get_by_label("Cơ quan chủ trì, phối hợp").select_option("Sở Tài chính")
    page.wait_for_url("**agency=STC**")
    page.get_by_role("list", name="Xem nhanh").get_by_role("link", name="quá hạn").click()
    page.wait_for_url("**view=overdue**")


def test_progress_is_reported_with_its_evidence(
    reported_on: Site, page: Page, browser: Browser, tmp_path: Path
) -> None:
    evidence = tmp_path / _FILE
    evidence.write_text("Biên bản họp, bản để thử.", encoding="utf-8")
    reported_on.sign_in(page, "reporter")
    _open_what_is_overdue(page)
    page.get_by_role("link", name="Xây dựng đề án liên kết vùng").click()
    expect(page.get_by_text("Chưa có cơ quan nào báo cáo về việc này.")).to_be_visible()

    page.get_by_label("Đang làm").check()
    page.get_by_label("Đã làm gì, còn vướng gì").fill(_NOTE)
    page.get_by_label("Tệp minh chứng").set_input_files(evidence)
    page.get_by_role("button", name="Ghi cập nhật").click()

    expect(page.get_by_role("status")).to_contain_text("Đã ghi cập nhật nhiệm vụ.")
    told = page.get_by_role("listitem").filter(has_text=_NOTE)
    expect(told).to_contain_text("Đang làm")
    expect(told).to_contain_text("ghi ngày")
    with page.expect_download() as download:
        told.get_by_role("link", name=evidence.name).click()
    assert Path(download.value.path()).read_bytes() == evidence.read_bytes()
    expect(page.get_by_text("Quá hạn, đang làm")).to_be_visible()
    _the_public_sees_the_state_and_no_names(page.url, evidence.name, browser)
    number = page.url.partition("#")[0].rpartition("/")[2]
    task = page.request.get(f"{reported_on.address}/api/v1/tasks/{number}").json()
    assert [(one["state"], one["note"], one["agency"]) for one in task["updates"]] == [("running", _NOTE, "STC")]


def _the_public_sees_the_state_and_no_names(address: str, file: str, browser: Browser) -> None:
    context = context_of(browser)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_text("Quá hạn, đang làm")).to_be_visible()
    expect(page.get_by_text(_NOTE)).to_be_visible()
    expect(page.get_by_text("có tệp minh chứng")).to_be_visible()
    expect(page.get_by_role("link", name="Sở Tài chính").first).to_be_visible()
    words = page.locator("main").inner_text()
    assert "reporter" not in words
    assert file not in words
    context.close()


def test_a_forgotten_note_costs_nothing_that_was_filled_in(reported_on: Site, browser: Browser) -> None:
    context = context_of(browser, width=390, scripts=False)
    page = context.new_page()
    reported_on.sign_in(page, "reporter")
    page.goto(f"{reported_on.address}/tasks?agency=STC&view=overdue")
    page.get_by_role("link", name="Trình phê duyệt quy hoạch tỉnh").click()
    page.get_by_label("Đã xong").check()
    page.get_by_label("Đã làm gì, còn vướng gì").fill("   ")
    page.get_by_role("button", name="Ghi cập nhật").click()
    expect(page.get_by_text("Hãy viết đã làm gì.")).to_be_visible()
    expect(page.get_by_label("Đã xong")).to_be_checked()
    page.get_by_label("Đã làm gì, còn vướng gì").fill("Quy hoạch tỉnh đã được trình đúng hạn.")
    page.get_by_role("button", name="Ghi cập nhật").click()
    expect(page.get_by_text("theo cập nhật ngày")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_of_other_departments_tasks_one_reads_and_no_more(reported_on: Site, page: Page) -> None:
    reported_on.sign_in(page, "other-reporter")
    page.goto(f"{reported_on.address}/tasks?q=can+doi+kinh+phi")
    page.get_by_role("link", name="Sở Tài chính cân đối kinh phí").click()
    expect(page.get_by_role("heading", name="Đã làm được gì")).to_be_visible()
    expect(page.get_by_role("heading", name="Báo cáo tiến độ")).to_have_count(0)


def test_a_table_of_results_is_checked_then_recorded_and_waits_to_be_published(
    reported_on: Site, page: Page, browser: Browser, tmp_path: Path
) -> None:
    reported_on.sign_in(page, "reporter")
    page.get_by_role("banner").get_by_text("reporter").click()
    page.get_by_role("link", name="Gửi bảng số liệu").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp mẫu").click()
    header = Path(download.value.path()).read_text(encoding="utf-8-sig").strip()
    wrong, right = tmp_path / "quy-2-nham.csv", tmp_path / "quy-2.csv"
    wrong.write_text(f'{header}\nbudget_revenue,20,2022-Q2,"bốn nghìn",,,\n', encoding="utf-8")
    right.write_text(f'{header}\nbudget_revenue,20,2022-Q2,"4.125,5",,,tỷ đồng\n', encoding="utf-8")
    _send(page, wrong)
    expect(page.get_by_role("row", name="value")).to_contain_text("bốn nghìn")
    page.get_by_role("link", name="Gửi tệp đã sửa").click()
    _send(page, right)
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_role("row", name="Tổng thu ngân sách nhà nước trên địa bàn")).to_contain_text("4.125,5")
    expect(page.get_by_text("chưa công bố").first).to_be_visible()
    context = context_of(browser)
    answer = context.new_page().goto(page.url)
    assert answer is not None
    assert answer.status == 404
    context.close()


def _send(page: Page, table: Path) -> None:
    page.get_by_label("Tệp CSV").set_input_files(table)
    page.get_by_label("dấu phẩy").check()
    page.get_by_role("button", name="Kiểm tra").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(table.name)
