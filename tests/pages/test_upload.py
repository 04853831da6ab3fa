"""Documents are taken in at the page, with and without scripts, and read by the server's own worker."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.integration.record.texts import REPORT, resolution
from tests.integration.test_bad_input import protected_pdf
from tests.pages.sites import Site, context_of

_WHILE_READ = 60_000  # milliseconds; reading takes one or two seconds on a machine that does nothing else


def _file(name: str, content: str | bytes) -> dict[str, object]:
    data = content.encode() if isinstance(content, str) else content
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def test_files_are_sent_one_by_one_read_and_shown_with_what_needs_a_look(own_site: Site, page: Page) -> None:
    own_site.sign_in(page, "approver")
    page.goto(f"{own_site.address}/upload")
    files = [
        _file("nghi-quyet-901.txt", resolution()),
        _file("mật.pdf", protected_pdf()),
        _file("trống.txt", b""),
    ]
    page.set_input_files("#files", files)  # type: ignore[arg-type] # as the library describes them
    page.get_by_label("Lý do (không bắt buộc)").fill("kỳ họp tháng 12")
    page.get_by_role("button", name="Gửi và đọc").click()
    # What the server did not take stays with its reason beside the form.
    expect(page.locator(".sending li")).to_have_text(
        ["trống.txtTệp trống.txt trống (0 byte): hãy tải hoặc xuất lại văn bản."]
    )
    taken = page.locator("#jobs li", has_text="nghi-quyet-901.txt")
    expect(taken).to_contain_text("Đã đọc", timeout=_WHILE_READ)
    expect(taken.get_by_role("link", name="901/NQ-HĐND")).to_be_visible()
    expect(taken).to_contain_text("1 chờ duyệt")
    refused = page.locator("#jobs li", has_text="mật.pdf")
    expect(refused).to_contain_text("được bảo vệ bằng mật khẩu", timeout=_WHILE_READ)
    # Nothing is under way any more, so the page asks no more.
    expect(page.locator("#jobs[hx-trigger]")).to_have_count(0, timeout=_WHILE_READ)
    expect(page.locator("#announcement")).to_have_text("Đã gửi xong các tệp.")
    taken.get_by_role("button", name="Công bố").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Về mục tiêu phát triển kinh tế - xã hội năm 2022")


def test_a_dropped_file_is_taken_like_a_chosen_one(own_site: Site, page: Page) -> None:
    own_site.sign_in(page, "officer")
    page.goto(f"{own_site.address}/upload")
    data = page.evaluate_handle(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "bao-cao-902.txt"));
            return data;
        }""",
        REPORT,
    )
    zone = page.locator(".drop")
    zone.dispatch_event("dragover", {"dataTransfer": data})
    expect(zone).to_have_class("drop over")
    zone.dispatch_event("drop", {"dataTransfer": data})
    expect(zone).to_have_class("drop")
    page.get_by_role("button", name="Gửi và đọc").click()
    taken = page.locator("#jobs li", has_text="bao-cao-902.txt")
    expect(taken).to_contain_text("902/BC-UBND", timeout=_WHILE_READ)
    expect(taken).to_contain_text("Người duyệt sẽ công bố văn bản này.", timeout=_WHILE_READ)


def test_the_same_without_scripts(own_site: Site, browser: Browser) -> None:
    context = context_of(browser, scripts=False)
    page = context.new_page()
    own_site.sign_in(page, "officer")
    page.goto(f"{own_site.address}/upload")
    page.set_input_files("#files", [_file("nghi-quyet-901.txt", resolution())])  # type: ignore[list-item]
    page.get_by_role("button", name="Gửi và đọc").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã nhận 1 tệp")
    taken = page.locator("#jobs li")

    def is_read() -> bool:
        page.reload()
        return "901/NQ-HĐND" in taken.inner_text()

    assert any(is_read() or page.wait_for_timeout(1000) for _ in range(60))
    context.close()
