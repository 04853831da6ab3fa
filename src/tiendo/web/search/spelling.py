"""The forms of a word that a search compares: folded, and as written with its marks."""

from __future__ import annotations

import re
from functools import lru_cache

from tiendo.text.folding import fold, spelled_alike
from tiendo.text.unicode_forms import to_nfc

_WORDS_KEPT = 8_192  # Vietnamese has some thousand syllables; with the numbers of some pages of results

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


@lru_cache(maxsize=_WORDS_KEPT)
def forms_of(word: str) -> tuple[str, str]:
    """A single written word as it is compared without its marks, and with them."""
    return spelled_alike(fold(word)), "".join(written_words(word))


def written_words(text: str) -> list[str]:
    """The words of a text with their marks, in lower case, the tone where it is put today."""
    lower = _OLD_PLACE.sub(lambda found: _NEW_PLACE[found[0]], to_nfc(text).lower())
    return WRITTEN_WORD.findall(lower)


@lru_cache(maxsize=_WORDS_KEPT)
def word_pattern(word: str) -> re.Pattern[str]:
    """Finds a word of `written_words` as it stands in a text in lower case, whichever place its tone has there."""
    older = next((word.replace(new, old) for old, new in _NEW_PLACE.items() if word.endswith(new)), word)
    return re.compile(rf"(?<![^\W_])(?:{re.escape(word)}|{re.escape(older)})(?![^\W_])")
