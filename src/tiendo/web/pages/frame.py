"""What stands around every page: whose record it is, who is signed in, where one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate

from tiendo.ledger.models import Account
from tiendo.ledger.permissions import EVERYWHERE, Permission, Scope, may
from tiendo.ledger.selectors.board import territories_with_targets, usual_territory
from tiendo.ledger.selectors.viewing import Known
from tiendo.reference.territories import territory
from tiendo.web.api.authentication import Asker
from tiendo.web.language import language_of
from tiendo.web.pages.asking import asker_of
from tiendo.web.pages.frame_sections import Section, sections_at
from tiendo.web.words import LANGUAGES

_DIGITS_OF_SEAL = 8  # enough for two people to see by eye that they look at the same state
_MOMENTS_KEPT = 64


@dataclass(frozen=True)
class Frame:
    """The surroundings of a page; asked for only where a template shows them."""

    request: HttpRequest

    @cached_property
    def language(self) -> str:
        """The language of the page."""
        return language_of(self.request)

    @property
    def other_language(self) -> str:
        """The language that one can switch to."""
        return next(one for one in LANGUAGES if one != self.language)

    @cached_property
    def asker(self) -> Asker:
        """Who looks."""
        return asker_of(self.request)

    @property
    def account(self) -> Account | None:
        """The account that is signed in."""
        return self.asker.account

    @cached_property
    def place(self) -> str:
        """The territory that most of the record is about."""
        code = usual_place(self.asker.known)
        unit = territory(code, localdate()) if code else None
        return unit.name if unit else ""

    @cached_property
    def sections(self) -> list[Section]:
        """Where one can go."""
        return sections_at(self.request.path, may_record=self.may_record)

    @property
    def seal(self) -> str:
        """The beginning of the digest that stands for the whole record."""
        return self.asker.known.seal.hex()[:_DIGITS_OF_SEAL]

    @cached_property
    def may_record(self) -> bool:
        """Whether documents may be taken in, somewhere."""
        return any(may(self.asker.actor, Permission.RECORD_DOCUMENT, scope) for scope in _scopes(self.asker))

    @cached_property
    def may_report(self) -> bool:
        """Whether tables of results may be sent in, for some agency."""
        return any(may(self.asker.actor, Permission.REPORT_OBSERVATION, scope) for scope in _scopes(self.asker))

    @cached_property
    def may_administer(self) -> bool:
        """Whether accounts may be looked after."""
        return may(self.asker.actor, Permission.GRANT_ROLE, EVERYWHERE)


def frame(request: HttpRequest) -> Mapping[str, Any]:
    """For the templates: `frame`."""
    return {"frame": Frame(request)}


@lru_cache(maxsize=_MOMENTS_KEPT)
def usual_place(known: Known) -> str | None:
    """The code of the territory that most of the record was about then."""
    return usual_territory(known.horizon)


@lru_cache(maxsize=_MOMENTS_KEPT)
def places_with_targets(known: Known) -> tuple[str, ...]:
    """The codes of the territories that have a board."""
    return territories_with_targets(known.horizon)


def _scopes(asker: Asker) -> list[Scope]:
    return [EVERYWHERE, *(Scope(granted.agency, granted.territory) for granted in asker.actor.roles)]
