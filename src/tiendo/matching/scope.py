"""Whether a figure is about something smaller than the indicator, or about another place altogether."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tiendo.catalogue import Catalogue, measure_key
from tiendo.matching import reasons
from tiendo.matching.name_index import Naming, name_index
from tiendo.matching.reasons import reason
from tiendo.text.folding import name_key

_PHRASES_REMEMBERED = 65_536  # documents repeat their subjects and headings
_ELSEWHERE = re.compile(r"\b(?:ca nuoc|toan quoc|trung binh chung|binh quan chung|binh quan vung|binh quan khu vuc)\b")

# Words of an enclosing phrase that cut out a part of the province or its people. Not "nông thôn mới" (a
# programme), "xã hội" (society) or "hợp tác xã" (a cooperative).
_PARTS = re.compile(
    r"\b(?:cap huyen|cap xa|huyen|(?<!tac )xa(?! hoi| phuong)|thon|vung|khu vuc|bien gioi|dan toc thieu so"
    r"|nong thon(?! moi)|do thi|phu nu|tre em|thanh nien|nguoi cao tuoi|nguoi khuyet tat|phong ho|dac dung)\b"
)


def foreign_scope(subject: str, within: str | None) -> str | None:
    """The reason where subject or enclosing phrase says that the figure is not the province's."""
    found = _elsewhere(subject) or (_elsewhere(within) if within else "")
    return reason(reasons.ELSEWHERE, found) if found else None


@lru_cache(maxsize=_PHRASES_REMEMBERED)
def _elsewhere(phrase: str) -> str:
    found = _ELSEWHERE.search(name_key(phrase))
    return found[0] if found else ""


def narrower_scope(subject: str, within: str | None, namings: Sequence[Naming], catalogue: Catalogue) -> str | None:
    """The reason where the enclosing phrase names a part of the province that the indicator does not.

    An enclosing phrase that is an indicator itself is a total, not a scope.
    """
    if within is None:
        return None
    key = measure_key(within)
    parts = set(_PARTS.findall(key))
    if not parts or name_index(catalogue).find(key):
        return None
    own_words = [measure_key(subject), *(measure_key(naming.indicator.names.vi) for naming in namings)]
    cut = sorted(part for part in parts if not any(part in words for words in own_words))
    return reason(reasons.NARROWER_SCOPE, within) if cut else None
