"""The desk of a reviewer: the fact in question, what comes before and behind it, and what was decided last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from tiendo.facts.records import Measurement
from tiendo.ledger.catalogues import catalogue_at
from tiendo.ledger.permissions import Permission, require
from tiendo.ledger.selectors.document_facts import DecisionView, FactChoice, FactInText, fact_in_text, waiting_places
from tiendo.ledger.selectors.review_desk import last_decision
from tiendo.web.pages import questions
from tiendo.web.pages.document.addresses import fact_key
from tiendo.web.pages.document.forms import Correction
from tiendo.web.pages.document.head import Head, crumbs
from tiendo.web.pages.document.naming import Candidate, candidates_of
from tiendo.web.pages.document.new_indicator import NewIndicator
from tiendo.web.pages.document.opening import Opened, opened
from tiendo.web.pages.document.parts import part_at
from tiendo.web.pages.document.shown import Shown
from tiendo.web.pages.document.told import Told, told
from tiendo.web.pages.document.views import details_of
from tiendo.web.pages.reading import Reading
from tiendo.web.pages.tags import address_of
from tiendo.web.words import say

_NEARBY = 5  # waiting facts that are listed before and behind the one in question

REJECTIONS = ("no-figure", "wrong-place", "elsewhere", "repeated")
"""Why a fact is rejected mostly; keys of the words. The digits 1 to 4 choose them."""


@dataclass(frozen=True)
class Desk:
    """What a reviewer sees. `form` and `new` are forms that were sent and could not be taken."""

    reading: Reading
    opened: Opened
    form: Correction | None = None
    new: NewIndicator | None = None

    @cached_property
    def queue(self) -> list[tuple[int, int]]:
        """Root and place of all that waits in this document."""
        return waiting_places(self.opened.version)

    @property
    def left(self) -> int:
        """How many facts wait."""
        return len(self.queue)

    @property
    def current(self) -> FactInText | None:
        """The fact in question."""
        return self.opened.chosen

    @cached_property
    def told(self) -> Told | None:
        """The same in words."""
        return None if self.current is None else self._told(self.current)

    @cached_property
    def place(self) -> int:
        """Where it stands in the queue, counted from 1; 0 for one that does not wait."""
        roots = [root for root, _ in self.queue]
        return roots.index(self.current.root) + 1 if self.current is not None and self.current.root in roots else 0

    @property
    def next(self) -> str | None:
        """The address of the next fact that waits; behind the last one comes the first."""
        return self._address(self._neighbour(+1))

    @property
    def before(self) -> str | None:
        """The address of the one before."""
        return self._address(self._neighbour(-1))

    @cached_property
    def nearby(self) -> list[tuple[Told, str]]:
        """What waits around, with addresses."""
        middle = max(0, self.place - 1)
        shown = self.queue[max(0, middle - _NEARBY) : middle + _NEARBY + 1]
        facts = (fact_in_text(self.opened.version, root) for root, _ in shown)
        return [(self._told(one), self._address(one.root) or "") for one in facts if one is not None]

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Indicators for it, by what was typed or by its name."""
        if self.current is None or not isinstance(self.current.record, Measurement):
            return []
        return candidates_of(self.current, questions.text(self.reading.request, "find"), self.reading.language)

    @cached_property
    def correction(self) -> Correction | None:
        """The form to correct it."""
        if self.form is not None or self.current is None:
            return self.form
        return Correction(self.current, self.reading.language)

    @cached_property
    def making(self) -> NewIndicator | None:
        """The form to make its indicator."""
        if self.new is not None or self.current is None or not isinstance(self.current.record, Measurement):
            return self.new
        return NewIndicator(self.current, self.reading.language)

    @cached_property
    def last(self) -> DecisionView | None:
        """What this reviewer decided last in this document, which can be taken back."""
        return last_decision(self.opened.version.root, self.reading.actor.name, self.reading.known)

    @property
    def may_teach(self) -> bool:
        """Whether a name may be remembered as that of the chosen indicator."""
        return self.reading.may(Permission.TEACH_INDICATOR, self.opened.scope)

    def context(self) -> dict[str, Any]:
        """What the templates are told."""
        head, shown = Head(self.reading, self.opened), Shown(self.reading, self.opened, is_review=True)
        return {
            "desk": self,
            "head": head,
            "opened": self.opened,
            "shown": shown,
            "may": head.permissions,
            "crumbs": crumbs(head, address_of("documents"), say("review.title", self.reading.language)),
            "fact": self.told,
            "details": details_of(self.opened, self.current) if self.current is not None else None,
            "in_review": True,
            "rejections": REJECTIONS,
            "findings": [one for one in shown.findings if self._is_asked(one)],
        }

    def _is_asked(self, one: Any) -> bool:
        return self.current is not None and one.touches(self.current.start, self.current.end)

    def _told(self, fact: FactInText) -> Told:
        return told(fact, self.reading.language, catalogue_at(self.opened.version.horizon))

    def _neighbour(self, step: int) -> int | None:
        if not self.queue:
            return None
        if self.place:
            return self.queue[(self.place - 1 + step) % len(self.queue)][0]
        start = self.current.start if self.current is not None else 0
        behind = [root for root, place in self.queue if place >= start]
        ahead = [root for root, place in self.queue if place < start]
        return (behind or ahead)[0] if step > 0 else (ahead or behind)[-1]

    def _address(self, root: int | None) -> str | None:
        return None if root is None else desk_address(self.opened.version.root, root)


def desk_address(document: int, fact: int | None = None) -> str:
    """The desk of a document, with a fact in question; by default the first one that waits."""
    page = reverse("document-review", args=[document])
    return page if fact is None else f"{page}?{urlencode({'fact': fact})}#{fact_key(fact)}"


def desk_of(
    reading: Reading,
    number: int,
    fact: int | None = None,
    *,
    after: int | None = None,
    form: Correction | None = None,
    new: NewIndicator | None = None,
) -> Desk:
    """The desk with that fact, else with the first that waits at or behind a place.

    Raises `NoSuchEntry`, and `NotPermitted` for whoever may not review this document.
    """
    found = replace(opened(reading, number), choice=FactChoice())
    require(reading.actor, Permission.REVIEW_FACT, found.scope)
    wanted = fact if fact is not None else (found.chosen.root if found.chosen and after is None else None)
    if wanted is None:
        queue = waiting_places(found.version)
        behind = [root for root, place in queue if after is None or place >= after]
        waiting = behind or [root for root, _ in queue]
        wanted = waiting[0] if waiting else None
    chosen = fact_in_text(found.version, wanted) if wanted is not None else None
    start = chosen.start if chosen is not None else found.part.start
    return Desk(reading, replace(found, chosen=chosen, part=part_at(found.parts, start)), form, new)
