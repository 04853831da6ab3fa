"""What changed from one version of a document to the next, fact by fact."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tiendo.facts.records import Citation, Fact, Measurement
from tiendo.facts.wording import Wording
from tiendo.intake.difference_words import (
    ChangedField,
    changed_fields,
    sentence_added,
    sentence_changed,
    sentence_removed,
    sentence_same,
)
from tiendo.intake.fact_contents import contents
from tiendo.text.folding import name_key

_FIRST_WORDS = 8  # a task that was reworded mostly keeps its beginning: what is done, and to what


class Change(StrEnum):
    """What became of a fact."""

    SAME = "same"  # says the same; it may stand elsewhere
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one fact: `old` and `new` are its indices in the two versions, `None` where it is in one only.

    `fields` are those that changed, `sentence` says it to a reviewer.
    """

    change: Change
    old: int | None
    new: int | None
    sentence: Wording
    fields: tuple[ChangedField, ...] = ()


Key = Callable[[Fact], Hashable]


def differences(old: Sequence[Fact], new: Sequence[Fact]) -> tuple[Difference, ...]:
    """What became of each fact, in the order of the new version; each fact of both is in exactly one difference.

    Facts that say the same are paired first, of several in their order, where they can be at their old provision.
    Then those of the same subject, kind, period and measure; at last those of one value, or tasks of one beginning,
    at one provision: they were renamed. What is left was added or removed.
    """
    paired: dict[int, int] = {}
    left_old, left_new = list(range(len(old))), list(range(len(new)))
    for key in (_same_there, _same, _alike_there, _alike, _renamed):
        found = dict(_pairs(old, left_old, new, left_new, key))
        taken = set(found.values())
        left_old = [index for index in left_old if index not in found]
        left_new = [index for index in left_new if index not in taken]
        paired |= found
    partner = {after: before for before, after in paired.items()}
    placed = [(after, 0, _with_new(old, new, partner.get(after), after)) for after in range(len(new))]
    placed += [
        (place, 1, Difference(Change.REMOVED, gone, None, sentence_removed(old[gone])))
        for gone, place in _places_of_removed(len(old), paired)
    ]
    return tuple(difference for _, _, difference in sorted(placed, key=lambda one: one[:2]))


def _pairs(
    old: Sequence[Fact], left_old: Sequence[int], new: Sequence[Fact], left_new: Sequence[int], key: Key
) -> Iterator[tuple[int, int]]:
    """Old and new facts of one key, the first with the first."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index in left_old:
        waiting[key(old[index])].append(index)
    for index in left_new:
        if before := waiting.get(key(new[index])):
            yield before.popleft(), index


def _with_new(old: Sequence[Fact], new: Sequence[Fact], before: int | None, after: int) -> Difference:
    fact = new[after]
    if before is None:
        return Difference(Change.ADDED, None, after, sentence_added(fact))
    if _same(old[before]) == _same(fact):
        return Difference(Change.SAME, before, after, sentence_same(fact))
    fields = changed_fields(old[before], fact)
    return Difference(Change.CHANGED, before, after, sentence_changed(old[before], fact, fields), fields)


def _places_of_removed(count: int, paired: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Each removed fact with the place in the new version behind which it stood."""
    place = -1
    for index in range(count):
        if index in paired:
            place = paired[index]
        else:
            yield index, place


# --- what makes two facts the same, alike, or one renamed ---


def _same(fact: Fact) -> Hashable:
    return type(fact), *contents(fact).values()


def _same_there(fact: Fact) -> Hashable:
    return fact.provision, _same(fact)


def _alike(fact: Fact) -> Hashable:
    """What a fact is about: this stays when its value, its body or its deadline is corrected."""
    match fact:
        case Measurement():
            named = name_key(fact.subject), name_key(fact.within or "")
            return type(fact), *named, str(fact.period), fact.quantity.unit.measure
        case Citation():
            return Citation, fact.number or (fact.type, fact.date)
    return type(fact), _without_digits(fact.quote)


def _alike_there(fact: Fact) -> Hashable:
    return fact.provision, _alike(fact)


def _renamed(fact: Fact) -> Hashable:
    """What stays, at its provision, when a fact is put in other words."""
    match fact:
        case Measurement():
            return type(fact), fact.provision, contents(fact)["quantity"]
        case Citation():
            return Citation, fact.provision, fact.quote
    return type(fact), fact.provision, tuple(_without_digits(fact.quote).split()[:_FIRST_WORDS])


def _without_digits(text: str) -> str:
    """The words of a text: dates and numbers are what a correction changes."""
    return " ".join("".join(" " if letter.isdigit() else letter for letter in name_key(text)).split())
