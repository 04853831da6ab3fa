"""Every page, for every reader: narrow and wide, light and dark, both languages, without scripts.

axe-core looks for what keeps people out; nothing may scroll sideways; the console has nothing to complain about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.pages.addresses import OF_STAFF, PUBLIC, Address
from tests.pages.numbers import Numbers
from tests.pages.sites import Site, context_of


@dataclass(frozen=True)
class Look:
    """How a reader looks at a page."""

    name: str
    width: int = 1440
    dark: bool = False
    english: bool = False
    scripts: bool = True


LOOKS = (
    Look("desk"),
    Look("desk-dark", dark=True),
    Look("phone", width=390),
    Look("phone-dark-english", width=390, dark=True, english=True),
    Look("desk-without-scripts", scripts=False),
)

# What a browser says of pages that say themselves that something is not there or not permitted.
_EXPECTED = "the server responded with a status of 40"


class Windows:
    """Windows by reader and look, each opened once."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self._browser, self._site = browser, site
        self._open: dict[tuple[str | None, str], BrowserContext] = {}

    def window(self, reader: str | None, look: Look) -> BrowserContext:
        """The window in which that reader looks so."""
        if (reader, look.name) not in self._open:
            context = context_of(self._browser, width=look.width, dark=look.dark, english=look.english)
            if reader is not None:
                page = context.new_page()
                self._site.sign_in(page, reader)
                page.close()
            if not look.scripts:
                # Refused and not switched off: axe is a script too.
                context.route("**/*.js", lambda route: route.abort())
            self._open[reader, look.name] = context
        return self._open[reader, look.name]

    def close(self) -> None:
        """Close all of them."""
        for context in self._open.values():
            context.close()


@pytest.fixture(scope="session")
def windows(browser: Browser, site: Site) -> Iterator[Windows]:
    opened = Windows(browser, site)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def numbers(site: Site) -> Numbers:
    return Numbers.of(site)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("address", [*PUBLIC, *OF_STAFF], ids=lambda address: address.name)
def test_page(address: Address, look: Look, windows: Windows, site: Site, numbers: Numbers) -> None:
    page = windows.window(address.reader, look).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(site.address + numbers.path(address))
    assert answer is not None
    try:
        _check(page, answer, look)
        assert all(one.startswith((site.address, "data:")) for one in asked), asked
        unexpected = [one for one in complaints if _EXPECTED not in one and look.scripts]
        assert not unexpected, unexpected
    finally:
        page.close()


def _check(page: Page, answer: Response, look: Look) -> None:
    assert answer.status < 500, answer.status
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == ("en" if look.english else "vi")
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"the page is {wider} px wider than its window"
    found = Axe().run(page).response["violations"]
    told = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]
    assert not told, told
