"""The browser of the tests: Debian's Chromium, kept from looking for anything outside."""

from __future__ import annotations

import shutil

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
"""Without these it looks for updates and for hosts that are not there."""


def chromium() -> str | None:
    """Where it is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")
