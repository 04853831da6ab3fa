"""Addresses within the page of a document: they keep the version and the choice of facts."""

from __future__ import annotations

from django.urls import reverse
from django.utils.http import urlencode

from tiendo.web.pages.document.marks import fact_key
from tiendo.web.pages.document.opening import Opened


def fact_address(opened: Opened, root: int, *, is_review: bool = False) -> str:
    """The page with a fact chosen, at its place in the text."""
    page = reverse("document-review" if is_review else "document", args=[opened.version.root])
    return f"{page}?{urlencode(_kept(opened) | {'fact': root})}#{fact_key(root)}"


def part_address(opened: Opened, number: int, name: str = "document") -> str:
    """The page that begins with a part, counted from 1."""
    query = urlencode(_kept(opened) | {"part": number})
    return f"{reverse(name, args=[opened.version.root])}?{query}"


def _kept(opened: Opened) -> dict[str, str | int]:
    kept: dict[str, str | int] = dict(opened.choice.conditions)
    return kept if opened.version.is_standing else {"version": opened.version.entry, **kept}
