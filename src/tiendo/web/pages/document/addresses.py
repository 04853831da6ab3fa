"""Addresses within the page of a document: they keep the version and the choice of facts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.http import urlencode

from tiendo.web.pages.document.opening import Opened


def fact_key(root: int) -> str:
    """The anchor of a fact in the text."""
    return f"f-{root}"


@dataclass(frozen=True)
class Addresses:
    """Where the facts and parts of an opened document are; in a review facts lead to the desk."""

    opened: Opened
    is_review: bool = False

    def fact(self, root: int) -> str:
        """The page with a fact chosen, at its place in the text."""
        return f"{self._beginning}fact={root}#{fact_key(root)}"

    def part(self, number: int) -> str:
        """The page that begins with a part, counted from 1."""
        return f"{self._beginning}part={number}"

    def part_alone(self, number: int) -> str:
        """Where an open page gets a further part."""
        path, _, query = self.part(number).partition("?")
        return f"{path}/parts/{number}?{query}"

    @cached_property
    def _beginning(self) -> str:
        page = reverse("document-review" if self.is_review else "document", args=[self.opened.version.root])
        query = urlencode(self._kept)
        return f"{page}?{query}&" if query else f"{page}?"

    @property
    def _kept(self) -> dict[str, str | int]:
        kept: dict[str, str | int] = dict(self.opened.choice.conditions)
        return kept if self.opened.version.is_standing else {"version": self.opened.version.entry, **kept}
