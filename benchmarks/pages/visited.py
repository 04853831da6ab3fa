"""What a page weighs on its way to a browser, and when its largest part stands there: a first visit and a second."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

# Without these Chromium looks for updates and for hosts that are not there.
_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
_WINDOW = {"width": 1440, "height": 900}
_VISITS = 5  # of each page, every one by a browser that knows nothing of it
_SETTLED = 300  # ms after everything is loaded; what is painted later is no first view
_LARGEST = """() => new Promise(resolve => {
  new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => resolve(null), 2000);
})"""


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes of a first and of a second visit with heads and packed bodies, by type in the first; ms of the paint."""

    first: int
    second: int
    paint: float
    parts: Mapping[str, int] = field(default_factory=dict)


def chromium() -> str | None:
    """Where it is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def visited(program: str, address: str, paths: Mapping[str, str]) -> dict[str, Visit]:
    """Each page as a browser gets it that was never here, and once more; the middle of several such readers."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_QUIET))
        try:
            return {kind: _middle(browser, f"{address}{path}") for kind, path in paths.items()}
        finally:
            browser.close()


def _middle(browser: Browser, address: str) -> Visit:
    visits = [_visit(browser, address) for _ in range(_VISITS)]
    # Weight is the same every time; only the paint waits for the machine.
    return Visit(visits[0].first, visits[0].second, statistics.median(one.paint for one in visits), visits[0].parts)


def _visit(browser: Browser, address: str) -> Visit:
    context = browser.new_context(viewport=_WINDOW)  # type: ignore[arg-type] # the library's own name of the shape
    try:
        parts, paint = _opened(context, address)
        again, _ = _opened(context, address)
        return Visit(sum(parts.values()), sum(again.values()), paint, parts)
    finally:
        context.close()


def _opened(context: BrowserContext, address: str) -> tuple[dict[str, int], float]:
    """The bytes on the wire by type of what a page loads, and the ms until its largest part was painted."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    types: dict[str, str] = {}
    parts: dict[str, int] = {}

    def begun(told: dict[str, Any]) -> None:
        types[told["requestId"]] = told["type"]

    def ended(told: dict[str, Any]) -> None:
        kind = types.get(told["requestId"], "Other")
        parts[kind] = parts.get(kind, 0) + round(told["encodedDataLength"])

    session.on("Network.responseReceived", begun)
    session.on("Network.loadingFinished", ended)
    answer = page.goto(address, wait_until="networkidle")
    if answer is None or not (answer.ok or answer.status == 304):  # or not modified
        raise RuntimeError(f"{address} answered {answer.status if answer else 'nothing'}")
    page.wait_for_timeout(_SETTLED)
    paint = page.evaluate(_LARGEST)
    page.close()
    return parts, float("nan") if paint is None else paint
