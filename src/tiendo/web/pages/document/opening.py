"""Which stretch of which version of a document a reader asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest

from tiendo.facts.contract import KINDS
from tiendo.ledger.models import FactState
from tiendo.ledger.permissions import Scope
from tiendo.ledger.remembered import Remembered
from tiendo.ledger.selectors.document_facts import FactChoice, FactInText, fact_in_text, next_place
from tiendo.ledger.selectors.document_text import TextVersion, layout_of, text_version
from tiendo.web.pages import questions
from tiendo.web.pages.document.parts import Part, part_at, parts_of
from tiendo.web.pages.document.provisions import place_of
from tiendo.web.pages.reading import Reading

STATES = tuple(str(one) for one in FactState)

_PARTED_KEPT = 32  # documents that people read at one time, as their layouts are kept
_PARTS: Remembered[bytes, tuple[Part, ...]] = Remembered(_PARTED_KEPT)


@dataclass(frozen=True)
class Opened:
    """An opened version: all its parts, the one to begin with, which facts are listed, and the one that is chosen.

    `place` is the offset that the address asked for, by itself or as the beginning of a provision.
    """

    version: TextVersion
    parts: tuple[Part, ...]
    part: Part
    choice: FactChoice
    chosen: FactInText | None
    place: int | None

    @property
    def scope(self) -> Scope:
        """For whose things permissions are asked."""
        return Scope(territory=self.version.territory)

    @property
    def next(self) -> Part | None:
        """The part behind."""
        return self.parts[self.part.number + 1] if self.part.number + 1 < len(self.parts) else None

    @property
    def before(self) -> Part | None:
        """The part before."""
        return self.parts[self.part.number - 1] if self.part.number else None

    @property
    def is_filtered(self) -> bool:
        """Whether only some of the facts are listed."""
        return bool(self.choice.conditions)

    @cached_property
    def next_listed(self) -> int | None:
        """Where the next fact of the choice begins behind this part."""
        return next_place(self.version, self.choice, self.part.end) if self.is_filtered else None

    def at_part(self, number: int) -> Opened:
        """The same with another part; the last one where there are not so many."""
        return replace(self, part=self.parts[min(number, len(self.parts) - 1)])


def opened(reading: Reading, number: int) -> Opened:
    """What the address asks for; raises `NoSuchEntry` and `WrongQuestion`."""
    request = reading.request
    version = text_version(number, reading.viewer, reading.known, questions.number(request, "version"))
    parts = _PARTS.of([version.digest], lambda _: [parts_of(layout_of(version))])[0]
    choice = _choice(request)
    fact = questions.number(request, "fact")
    chosen = fact_in_text(version, fact) if fact is not None else None
    place = questions.number(request, "at")
    provision = questions.code(request, "provision")
    if place is None and provision is not None:
        place = place_of(version, provision)
    part = questions.number(request, "part")
    if part is not None:
        first = parts[min(max(part, 1), len(parts)) - 1]
    else:
        first = part_at(parts, _begin(version, choice, chosen, place))
    return Opened(version, parts, first, choice, chosen, place)


def _choice(request: HttpRequest) -> FactChoice:
    return FactChoice(
        kind=questions.choice(request, "kind", tuple(KINDS)), state=questions.choice(request, "state", STATES)
    )


def _begin(version: TextVersion, choice: FactChoice, chosen: FactInText | None, place: int | None) -> int:
    """Where to begin: at the chosen fact, at the place, or at the first fact of a narrow choice."""
    if chosen is not None:
        return chosen.start
    if place is not None:
        return place
    return (next_place(version, choice) or 0) if choice.conditions else 0
