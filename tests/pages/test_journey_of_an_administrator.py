"""An administrator begins on an empty record, lets people in, renames an agency, and closes an account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.sites import PASSWORD, Site, context_of, served
from tests.pages.telephone import code_of

_NAME = "quan.tri"


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site as it is installed for a province: nothing in the record, and a second factor for whoever decides."""
    nothing = tmp_path_factory.mktemp("nothing")
    with served(nothing, tmp_path_factory.mktemp("empty-site"), TIENDO_SECOND_FACTOR="required") as running:
        yield running


@pytest.fixture(scope="module")
def administrator(empty_site: Site, browser: Browser) -> Iterator[Page]:
    """The window of the administrator behind the first run and the second factor."""
    context = context_of(browser)
    page = context.new_page()
    page.goto(_printed_address(empty_site))
    expect(page.get_by_role("heading", level=1)).to_have_text("Chào mừng đến Tiến Độ")
    page.get_by_label("Tên tài khoản").fill(_NAME)
    _choose_password(page)
    _set_up_second_factor(page)
    yield page
    context.close()


def _printed_address(site: Site) -> str:
    """What the server printed for whoever started it."""
    printed = (Path(site.environ["TIENDO_DATA_DIR"]) / "serve.log").read_text(encoding="utf-8")
    found = re.search(r"http\S+/first-sign-in/\S+", printed)
    assert found, printed
    return found[0]


def _choose_password(page: Page) -> None:
    page.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
    page.get_by_label("Nhập lại mật khẩu mới").fill(PASSWORD)
    page.get_by_role("button", name="Tiếp tục").click()


def _set_up_second_factor(page: Page) -> None:
    page.get_by_role("link", name="Bật xác thực hai bước").click()
    expect(page.get_by_role("img", name="Mã QR")).to_be_visible()
    page.get_by_label("Mã xác thực").fill(code_of(page.locator(".secret").inner_text()))
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mã dự phòng")
    page.get_by_role("link", name="Tôi đã cất mã").click()


def _sign_in(site: Site, page: Page, name: str) -> None:
    page.goto(f"{site.address}/sign-in")
    page.get_by_label("Tên tài khoản").fill(name)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_label("Mật khẩu").press("Enter")


def _open(page: Page, section: str) -> None:
    page.get_by_role("banner").get_by_text(_NAME).click()
    page.get_by_role("link", name="Quản trị").click()
    page.get_by_role("navigation", name="Quản trị").get_by_role("link", name=section).click()


def _invited(administrator: Page, name: str) -> str:
    """Make an account; the address that is to be handed over."""
    _open(administrator, "Tài khoản")
    administrator.get_by_role("link", name="Thêm tài khoản").click()
    administrator.get_by_label("Tên tài khoản").fill(name)
    administrator.get_by_label("Lý do").fill("về công tác ở phòng tổng hợp")
    administrator.get_by_role("button", name="Tạo và lấy đường dẫn").click()
    return administrator.get_by_role("status").locator("code").inner_text()


def test_the_first_run_has_no_default_password_and_its_address_works_once(
    empty_site: Site, administrator: Page, browser: Browser
) -> None:
    expect(administrator.get_by_role("heading", level=1)).to_be_visible()
    expect(administrator.get_by_role("banner").get_by_text(_NAME)).to_be_visible()
    context = context_of(browser)
    page = context.new_page()
    page.goto(_printed_address(empty_site))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đường dẫn không còn dùng được")
    context.close()


def test_the_password_alone_opens_nothing(empty_site: Site, administrator: Page, browser: Browser) -> None:
    context = context_of(browser)
    page = context.new_page()
    _sign_in(empty_site, page, _NAME)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bước thứ hai")
    page.goto(f"{empty_site.address}/admin")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    context.close()


def test_somebody_is_invited_given_a_role_and_let_go(empty_site: Site, administrator: Page, browser: Browser) -> None:
    address = _invited(administrator, "le.mai")
    context = context_of(browser)
    mai = context.new_page()
    mai.goto(address)
    expect(mai.get_by_label("Tên tài khoản")).to_have_value("le.mai")
    _choose_password(mai)
    mai.get_by_role("link", name="Để sau").click()
    expect(mai.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Tải lên")).to_have_count(0)

    administrator.get_by_text("Cấp thêm vai trò").click()
    administrator.get_by_label("Vai trò", exact=True).select_option("Chuyên viên")
    administrator.get_by_label("Địa bàn").fill("20")
    administrator.locator("details[open]").get_by_label("Lý do").fill("theo dõi kế hoạch của tỉnh")
    administrator.get_by_role("button", name="Cấp", exact=True).click()
    expect(administrator.get_by_role("row", name="Chuyên viên")).to_contain_text("Lạng Sơn")
    mai.reload()
    mai.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Tải lên").click()
    expect(mai.get_by_role("heading", level=1)).to_have_text("Tải văn bản lên")

    administrator.locator("summary", has_text="Đóng tài khoản").click()
    administrator.locator("details[open]").get_by_label("Lý do").fill("chuyển công tác")
    administrator.get_by_role("button", name="Đóng tài khoản").click()
    expect(administrator.get_by_text("Đã đóng tài khoản.")).to_be_visible()
    mai.reload()
    expect(mai.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    _sign_in(empty_site, mai, "le.mai")
    expect(mai.get_by_role("alert")).to_contain_text("tài khoản đã đóng")
    context.close()


def test_an_agency_has_its_new_name_from_a_day_on(empty_site: Site, administrator: Page, page: Page) -> None:
    _open(administrator, "Cơ quan")
    administrator.get_by_label("Tìm theo tên hoặc mã").fill("so ngoai vu")
    administrator.get_by_role("link", name="Sở Ngoại vụ", exact=True).click()
    administrator.get_by_text("Đổi tên từ một ngày").click()
    administrator.get_by_label("Tên mới", exact=True).fill("Sở Đối ngoại")
    administrator.get_by_label("Mã mới").fill("SDN")
    administrator.get_by_label("Tên mới có hiệu lực từ ngày").fill(
        datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date().isoformat()
    )
    administrator.locator("details[open]").get_by_label("Lý do").fill("nghị quyết về sắp xếp cơ quan")
    administrator.get_by_role("button", name="Đổi tên", exact=True).click()
    expect(administrator.get_by_text("Đã ghi tên mới.")).to_be_visible()

    page.goto(empty_site.address)
    page.get_by_role("link", name="Cơ quan", exact=True).click()
    page.get_by_label("Tên hoặc mã").fill("doi ngoai")
    page.get_by_label("Tên hoặc mã").press("Enter")
    page.get_by_role("link", name="Sở Đối ngoại", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sở Đối ngoại")
    page.get_by_role("link", name="Sở Ngoại vụ", exact=True).click()
    expect(page.get_by_text("Sở Đối ngoại")).to_be_visible()
