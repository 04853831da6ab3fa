"""What a reader sees who follows a source: the figure in its document, in view and lit."""

from __future__ import annotations

from playwright.sync_api import Page, expect

_BACKGROUND = "one => getComputedStyle(one).backgroundColor"


def expect_shown(page: Page, figure: str) -> None:
    """The place that the address names begins with this figure, is in view, and stands out from all that is marked."""
    named = page.locator(page.evaluate("location.hash"))
    lit = named.locator("xpath=self::*[not(@class='place')] | self::*[@class='place']/following-sibling::a[1]")
    expect(lit).to_contain_text(figure)
    expect(lit).to_be_in_viewport()
    others = page.locator(".doc .mark").evaluate_all(f"all => all.map({_BACKGROUND})")
    assert others.count(lit.evaluate(_BACKGROUND)) <= 1
