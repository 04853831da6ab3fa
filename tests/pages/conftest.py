"""The sample site in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.pages.browsers import QUIET, chromium
from tests.pages.sites import Site, context_of, make_record, served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; `make test` installs it where it can."""
    found = chromium()
    if found is None:
        pytest.skip("no chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a record of the samples, with made-up people; nobody writes into it."""
    folder = tmp_path_factory.mktemp("sample-record")
    make_record(folder)
    return folder


@pytest.fixture(scope="session")
def site(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site for tests that only look."""
    with served(sample_record, tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def own_site(sample_record: Path, tmp_path: Path) -> Iterator[Site]:
    """A site of its own for a test that changes something."""
    with served(sample_record, tmp_path / "site") as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window on a desk; what its console complains about is a fault."""
    context = context_of(browser)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield page
    context.close()
    assert not complaints, complaints
