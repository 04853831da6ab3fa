"""Similar names for a person to look at; the machine never links by likeness.

Likeness alone is no guide: rural-standard communes and advanced ones share nine words of ten. A name is
suggested only where every word that tells measures apart stands in both or in neither.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tiendo.catalogue import Catalogue
from tiendo.matching.fitting import Asked, objection
from tiendo.matching.name_index import name_index

_MOST_SUGGESTED = 3  # what a person takes in at a glance
_LIKE_ENOUGH = 80.0  # rapidfuzz's 0–100; below it the names of one sector suggest each other
_LOOKED_AT = 12  # candidates kept before the words that tell measures apart are compared

_TELLING = re.compile(
    r"\b(?:nang cao|kieu mau|thon|(?<!tac )xa(?! hoi)|huyen|nong thon(?! moi)|do thi|noi dia|quoc te|xuat|nhap|thu|chi"
    r"|(?<!nong thon )moi|mui [0-9]|can ngheo|noi tru|ngoai tru|ngoai cong lap|cong lap|nguy hai|y te|rung"
    r"|tam ngung|giai the|tro lai|lan dau|ho gia dinh|hop ve sinh|nuoc sach|co giay|bang cap|chung chi)\b"
)


def suggestions(key: str, asked: Asked, catalogue: Catalogue) -> tuple[str, ...]:
    """Ids of the indicators with names like `key` that the figure could be a value of, likest first."""
    index = name_index(catalogue)
    telling = set(_TELLING.findall(key))
    codes: dict[str, None] = {}
    for name in _similar_keys(key, catalogue):
        if set(_TELLING.findall(name)) == telling:
            fitting = (naming for naming in index.by_key[name] if objection(naming, asked) is None)
            codes.update(dict.fromkeys(naming.indicator.id for naming in fitting))
    return tuple(codes)[:_MOST_SUGGESTED]


@lru_cache(maxsize=4096)  # one document asks for the same unknown name again and again
def _similar_keys(key: str, catalogue: Catalogue) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    names = list(name_index(catalogue).by_key)
    found = process.extract(key, names, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE_ENOUGH, limit=_LOOKED_AT)
    return tuple(name for name, _, _ in found)
