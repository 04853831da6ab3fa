"""What stands above and beside the text of a document: what it is called, its register fields, totals and outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from tiendo.ledger.permissions import Permission
from tiendo.ledger.selectors.document_facts import counts_of
from tiendo.ledger.selectors.documents import ProvisionView, WholeDocumentView, document
from tiendo.web.pages.document.marking import anchor_at
from tiendo.web.pages.document.opening import STATES, Opened
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.shortening import shortened
from tiendo.web.words import say

_KINDS = ("observation", "target", "task", "citation")
_COUNTING = ("sure", "accepted")
_DEEPEST = 3  # levels of an outline that a narrow column holds
_MOST_STEPS = 150  # lines of an outline; beyond these it is a list to search and no overview
_LONGEST_STEP = 90  # characters of a heading in the outline


@dataclass(frozen=True)
class Head:
    """The surroundings of an opened document."""

    reading: Reading
    opened: Opened

    @cached_property
    def whole(self) -> WholeDocumentView:
        """The document with its provisions and versions."""
        version = self.opened.version
        return document(version.root, self.reading.viewer, self.reading.known, version.entry)

    @property
    def title(self) -> str:
        """What it is about; else what it is called."""
        return self.whole.document.subject or self.whole.document.title

    @cached_property
    def counts(self) -> Counter[tuple[str, str]]:
        """How many facts there are, by kind and state."""
        return counts_of(self.opened.version)

    @property
    def total(self) -> int:
        """How many facts were read."""
        return self.counts.total()

    @property
    def counting(self) -> int:
        """How many of them count."""
        return sum(self.by_state[state] for state in _COUNTING)

    @property
    def waiting(self) -> int:
        """How many of them wait for a person."""
        return self.by_state["waiting"]

    @cached_property
    def by_state(self) -> Counter[str]:
        """How many facts there are in each state."""
        found: Counter[str] = Counter()
        for (_, state), count in self.counts.items():
            found[state] += count
        return found

    @cached_property
    def kinds(self) -> list[tuple[str, str, int]]:
        """The kinds that there are: code, word, count."""
        found: Counter[str] = Counter()
        for (kind, _), count in self.counts.items():
            found[kind] += count
        return [
            (kind, say(f"document.kind.{kind}", self.reading.language), found[kind]) for kind in _KINDS if found[kind]
        ]

    @cached_property
    def states(self) -> list[tuple[str, str, int]]:
        """The states that there are: code, word, count."""
        language = self.reading.language
        return [
            (state, say(f"document.state.{state}", language), self.by_state[state])
            for state in STATES
            if self.by_state[state]
        ]

    @cached_property
    def outline(self) -> SafeString:
        """The provisions as the items of a list: down to three levels, fewer where there would be too many."""
        # A numbered paragraph without a heading would be a bare number in an overview.
        provisions = [one for one in self.whole.provisions if one.heading or len(one.path) == 1]
        depth = _DEEPEST
        while depth > 1 and sum(len(one.path) <= depth for one in provisions) > _MOST_STEPS:
            depth -= 1
        shown = [one for one in provisions if len(one.path) <= depth]
        return format_html_join(
            "\n", '<li class="depth-{}"><a href="{}"><b>{}.</b> {}</a></li>', (self._step(one) for one in shown)
        )

    def _step(self, one: ProvisionView) -> tuple[int, str, str, str]:
        anchor = f"#{anchor_at(one.start)}"
        version = self.opened.version
        kept = "" if version.is_standing else f"version={version.entry}&"
        is_here = self.opened.part.start <= one.start < self.opened.part.end
        address = anchor if is_here else f"?{kept}at={one.start}{anchor}"
        return len(one.path), address, one.path[-1], shortened(one.heading, _LONGEST_STEP)

    @cached_property
    def permissions(self) -> Mapping[str, bool]:
        """What whoever looks may do with this document."""
        scope, may = self.opened.scope, self.reading.may
        stands = self.opened.version.is_standing and self.reading.as_of is None
        return {
            "review": stands and may(Permission.REVIEW_FACT, scope),
            "publish": stands and may(Permission.PUBLISH, scope),
            "dismiss": stands and may(Permission.DISMISS_FINDING, scope),
            "staff": may(Permission.READ_DRAFTS, scope),
        }


def crumbs(head: Head, documents_address: str, here: str | None = None) -> list[tuple[Any, str]]:
    """The way from the register to this page; `here` is what the page shows of the document, `None` for its text."""
    shown = head.whole.document
    # "Số: /TC-UBND": a number that nobody filled in names nothing.
    number = shown.number if shown.number and not shown.number.startswith("/") else None
    name = " ".join(part for part in (shown.type_name, number) if part) or shown.title
    register = (documents_address, say("section.documents", head.reading.language))
    if here is None:
        return [register, (None, name)]
    return [register, (f"/documents/{shown.id}", name), (None, here)]
