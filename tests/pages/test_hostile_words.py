"""In a real browser: whatever documents, files and people say, no dialog opens, nothing runs, no request leaves."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, Page, expect

from tests.integration.processes import READY, run
from tests.pages.sites import Site, context_of

_ADD = """
import json, tempfile
from pathlib import Path
from tests.integration.web.hostile_record import add_hostile
with tempfile.TemporaryDirectory() as folder:
    print(json.dumps(add_hostile(Path(folder))))
"""
_OPEN = (
    *("/?period=2022-Q1", "/indicators?q=evil", "/indicators/{indicator}", "/map?indicator={indicator}&period=2022-Q1"),
    *("/documents", "/documents/{document}", "/documents/{uploaded}", "/documents/{document}/chain"),
    *("/documents/{document}/changes", "/documents/{document}/checks", "/findings", "/findings?dismissed=yes"),
    *("/tasks", "/tasks/{task}", "/agencies?all=yes", "/agencies/{agency}", "/submissions/{submission}"),
    *("/search?q=evil", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/?period=%3Cimg src=x onerror=alert(1)%3E"),
)
_OF_STAFF = (
    *("/documents/{document}?fact={fact}", "/documents/{document}/review", "/review", "/upload", "/submissions"),
    *("/profile", "/admin", "/admin/lists?list=indicators", "/admin/agencies"),
)


def _asks_elsewhere(site: Site, url: str) -> bool:
    """Whether a request left the site, or was made by an element that words became."""
    return not url.startswith((site.address, "data:")) or url.endswith("/evil")


def _looks_at(page: Page, site: Site, paths: tuple[str, ...], numbers: dict[str, object]) -> list[str]:
    """Open every page, and whatever can be opened on it; what happened that should not."""
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append(f"dialog {dialog.message} at {page.url}"), dialog.dismiss()))
    page.on("request", lambda one: happened.append(one.url) if _asks_elsewhere(site, one.url) else None)
    for path in paths:
        page.goto(site.address + path.format(**numbers))
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        page.evaluate("for (const one of document.querySelectorAll('a, input, summary, button')) one.focus()")
        if page.locator(".evil").count() or "evil" in page.evaluate("Object.keys(window).join()"):
            happened.append(f"words became an element at {path}")
    return happened


def test_words_stay_words_in_a_browser(own_site: Site, browser: Browser) -> None:
    numbers = json.loads(run(READY + _ADD, own_site.environ).splitlines()[-1])
    context = context_of(browser)
    page = context.new_page()
    assert _looks_at(page, own_site, _OPEN, numbers) == []
    own_site.sign_in(page, "administrator")
    assert _looks_at(page, own_site, _OF_STAFF, numbers) == []
    page.goto(own_site.address)
    page.fill("#find", "evil-indicator")
    expect(page.locator("#suggestion-list")).to_contain_text("<script class=evil>")
    assert page.locator(".evil").count() == 0
    context.close()


def test_the_policy_stops_what_should_ever_get_through(own_site: Site, browser: Browser) -> None:
    """A second wall: even an element that a page would make of words runs nothing and asks nobody."""
    context = context_of(browser)
    page = context.new_page()
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda one: seen.append(one.url) if "evil.example" in one.url else None)
    page.goto(own_site.address)
    page.evaluate(
        """() => {
            const place = document.createElement('div');
            place.innerHTML = '<img src="https://evil.example/x" onerror="alert(1)"><a href="javascript:alert(2)">x</a>'
              + '<svg onload="alert(3)"></svg><iframe srcdoc="<script>parent.alert(4)</script>"></iframe>';
            document.body.append(place);
            const script = document.createElement('script');
            script.textContent = 'alert(5)';
            document.body.append(script);
            place.querySelector('a').click();
        }"""
    )
    page.wait_for_timeout(500)
    assert [one for one in seen if one.isdecimal()] == []
    context.close()
