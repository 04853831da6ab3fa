"""The forms of a word that a search compares: folded, and as written with its marks."""

from __future__ import annotations

import re

from tiendo.text.folding import fold, spelled_alike
from tiendo.text.unicode_forms import to_nfc

WRITTEN_WORD = re.compile(r"[^\W_]+")
# "hòa" and "hoà", "thúy" and "thuý": the same word with its tone in the old place and in the new one.
_OLD_PLACE = re.compile(r"[òóỏõọ][ae]\b|[ùúủũụ]y\b")
_TONES = {"o": "òóỏõọ", "u": "ùúủũụ", "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
_NEW_PLACE = {
    toned + second: bare + _TONES[second][tone]
    for bare, seconds in (("o", "ae"), ("u", "y"))
    for tone, toned in enumerate(_TONES[bare])
    for second in seconds
}


class Spelling(dict[str, str]):
    """Folded words with y and i as one letter, each worked out once: some thousand syllables make all texts."""

    def __missing__(self, word: str) -> str:
        """The word as it is compared."""
        self[word] = made = spelled_alike(word)
        return made


def keys_of(text: str, spelling: Spelling) -> list[str]:
    """The words of a text as they are compared, without marks and capitals."""
    return [spelling[word] for word in fold(text).split()]


def written_words(text: str) -> list[str]:
    """The words of a text with their marks, in lower case, the tone where it is put today."""
    lower = _OLD_PLACE.sub(lambda found: _NEW_PLACE[found[0]], to_nfc(text).lower())
    return WRITTEN_WORD.findall(lower)
