"""What a reader sees who follows a source: the figure in its document, in view and lit."""

from __future__ import annotations

from playwright.sync_api import Page, expect

_BACKGROUND = "one => getComputedStyle(one).backgroundColor"


def expect_shown(page: Page, figure: str) -> None:
    """The place that the address names is in view, begins with this figure, and stands out from all other marks."""
    place = page.locator(page.evaluate("location.hash"))
    expect(place).to_be_in_viewport()
    lit = page.locator(".doc :is(.place:target ~ .mark, .mark:target, :target:not(.place) .mark)").first
    expect(lit).to_contain_text(figure)
    expect(lit).to_be_in_viewport()
    others = page.locator(".doc .mark").evaluate_all(f"all => all.map({_BACKGROUND})")
    assert others.count(lit.evaluate(_BACKGROUND)) == 1
