"""All names of the catalogue by key: whose name it is, how it came there, and what context it needs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tiendo.catalogue import Catalogue, Indicator, bag_key, measure_key
from tiendo.text.folding import name_key

ELISION = "…"  # in a name of the catalogue: any words may stand here, or none
_ANY_WORDS = "((?: [0-9a-z]+)*?)"
# Words that may not be among those left out: they make another thing of it, or a change of it. Not "nền tảng".
_CONTRADICTING = re.compile(r"\b(?:khong|chua|tru|ngoai|rieng|trong do|(?<!nen )tang|giam|them)\b")


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of one indicator.

    `source` is the indicator whose name it is: another one where the name is inherited. `near` is the
    place of a near alias as `indicator#index`. `contexts` are the word sets one of which must be found
    around the name; empty where the name stands alone.
    """

    indicator: Indicator
    source: Indicator
    near: str | None = None
    contexts: tuple[frozenset[str], ...] = ()

    @property
    def inherited(self) -> bool:
        """Whether the name is that of the indicator that this one is a variant of."""
        return self.indicator is not self.source

    def words_found(self, surroundings: frozenset[str]) -> int:
        """How many words of the best fitting context are around; 0 where none is there as a whole."""
        return max((len(words) for words in self.contexts if words <= surroundings), default=0)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their key, and by their words in any order; those that leave words out by pattern, longest first."""

    by_key: Mapping[str, tuple[Naming, ...]]
    by_words: Mapping[str, tuple[Naming, ...]]
    elided: Mapping[re.Pattern[str], tuple[Naming, ...]]

    def find(self, key: str) -> tuple[Naming, ...]:
        """All indicators of that name; the order of its words counts only where it makes a difference."""
        return self.by_key.get(key) or self.by_words.get(bag_key(key)) or self._find_elided(key)

    def _find_elided(self, key: str) -> tuple[Naming, ...]:
        for pattern, namings in self.elided.items():
            found = pattern.fullmatch(key)
            if found and not any(_CONTRADICTING.search(left_out) for left_out in found.groups()):
                return namings
        return ()


@lru_cache(maxsize=8)  # one catalogue in the product, a few more in tests
def name_index(catalogue: Catalogue) -> NameIndex:
    """The index of a catalogue, built once."""
    by_key: dict[str, list[Naming]] = defaultdict(list)
    by_words: dict[str, list[Naming]] = defaultdict(list)
    elided: dict[str, re.Pattern[str]] = {}
    for indicator in catalogue:
        for name, naming in _namings(indicator, catalogue):
            key = measure_key(name)
            if ELISION in name:
                elided[key] = _pattern(name)
            if key and all(known.indicator is not indicator for known in by_key[key]):
                by_key[key].append(naming)
                by_words[bag_key(key)].append(naming)
    return NameIndex(
        by_key={key: tuple(namings) for key, namings in by_key.items() if namings},
        by_words={key: tuple(namings) for key, namings in by_words.items()},
        elided={elided[key]: tuple(by_key[key]) for key in sorted(elided, key=len, reverse=True)},
    )


def _pattern(name: str) -> re.Pattern[str]:
    """The keys that `Xe vận chuyển hàng hóa … khai báo trực tuyến …` stands for."""
    first, *rest = (measure_key(part) for part in name.split(ELISION))
    return re.compile(first + "".join(_ANY_WORDS + (f" {part}" if part else "") for part in rest))


def _namings(indicator: Indicator, catalogue: Catalogue) -> Iterator[tuple[str, Naming]]:
    """Own names first: the first entry of an indicator under a key is the one that stays."""
    yield from _names_of(indicator, indicator)
    if indicator.variant_of is not None:
        yield from _names_of(catalogue[indicator.variant_of], indicator)


def _names_of(source: Indicator, bearer: Indicator) -> Iterator[tuple[str, Naming]]:
    for name in (source.names.vi, *source.aliases):
        yield name, Naming(bearer, source)
    for index, near in enumerate(source.near_aliases):
        yield near.name, Naming(bearer, source, near=f"{source.id}#{index}")
    for short in source.context_names:
        contexts = tuple(frozenset(name_key(phrase).split()) for phrase in short.context)
        yield short.name, Naming(bearer, source, contexts=contexts)
