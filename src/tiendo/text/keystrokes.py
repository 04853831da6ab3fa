"""Raw keystrokes of the two usual ways to type Vietnamese, Telex and VNI, read as the word that was meant."""

from __future__ import annotations

import re
import unicodedata

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_TELEX_TONES = {"f": _GRAVE, "s": _ACUTE, "x": _TILDE, "r": _HOOK, "j": _DOT}
_VNI_TONES = {"1": _ACUTE, "2": _GRAVE, "3": _HOOK, "4": _TILDE, "5": _DOT}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"u": "ư", "o": "ơ"}
_BREVE = {"a": "ă"}
_LONGEST = 11  # keys of one syllable: "nghieengsf" has ten

_WORD = re.compile(r"(?P<onset>qu|gi(?=[aeouy])|[bcdghklmnpqrstvx]*)(?P<rest>[aeiouy].*)")
# What a Vietnamese syllable can look like once it is marked, without its tone.
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"(?:iê|yê|uyê|uô|ươ|oa|oă|oe|uâ|uê|uy|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?"
    r"|(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"(?:a[iouy]|â[uy]|e[ou]|êu|i[au]|iêu|yêu|o[ai]|oa[iouy]|oe[o]?|ôi|ơi|u[aiuy]|uây|uôi|uya|uyu|ư[aiu]|ươ[iu]|ôô|oo)"
)
_NO_PALATAL = re.compile(r"[ăâeôơouư][cn]h$")  # "ch" and "nh" end a syllable only behind a, ê, i and y
_STOPPED = re.compile(r"(?:ch|[cpt])$")  # such a syllable has only the tones acute and dot below
_MARKED = re.compile(r"[ăâêôơư]")


def typed_word(keys: str) -> str | None:
    """The Vietnamese word that these keys of Telex (`dduwowngf`) or VNI (`d9u7o7ng2`) make, in lower case.

    `None` where the keys say nothing of the kind: where they hold no key for a mark, or make no possible syllable.
    """
    keys = keys.lower()
    if len(keys) > _LONGEST or not keys.isascii() or not keys.isalnum():
        return None
    made = _from_vni(keys) if any(map(str.isdigit, keys)) else _from_telex(keys)
    if made is None:
        return None
    syllable, tone = made
    return _with_tone(syllable, tone) if _is_possible(syllable, tone) else None


def _is_possible(syllable: str, tone: str) -> bool:
    if _NO_PALATAL.search(syllable) or (_STOPPED.search(syllable) and tone not in ("", _ACUTE, _DOT)):
        return False
    return _SYLLABLE.fullmatch(syllable) is not None


def _from_telex(keys: str) -> tuple[str, str] | None:
    """The syllable without its tone, and the tone; `None` where no key is one for a mark."""
    word = _WORD.fullmatch(keys)
    if word is None:
        return None
    onset, rest = word["onset"], word["rest"]
    tones = [key for key in rest if key in _TELEX_TONES]
    if len(tones) > 1:
        return None
    rest = "".join(key for key in rest if key not in _TELEX_TONES)
    if onset == "dd" or (onset == "d" and "d" in rest):
        onset, rest = "đ", rest.replace("d", "", 1)
    for vowel, marked in _CIRCUMFLEX.items():
        rest = re.sub(rf"{vowel}([^{vowel}]*){vowel}", rf"{marked}\1", rest, count=1)
    if "w" in rest:
        rest = _horned(rest.replace("w", ""))
    syllable = onset + rest
    return None if syllable == keys else (syllable, _TELEX_TONES[tones[0]] if tones else "")


def _horned(rest: str) -> str:
    """What `w` makes of the vowels: both of `uo`, else the first that can bear a horn or a breve."""
    if "uo" in rest:
        return rest.replace("uo", "ươ", 1)
    marks = _HORN | _BREVE
    # In "oa" and "ua" the key means the sound that carries the syllable: "hoawcj" is "hoặc", "chuwa" is "chưa".
    place = rest.find("a") if rest.startswith("oa") else next((at for at, one in enumerate(rest) if one in marks), -1)
    return rest if place < 0 else rest[:place] + marks[rest[place]] + rest[place + 1 :]


def _from_vni(keys: str) -> tuple[str, str] | None:
    digits = [key for key in keys if key.isdigit()]
    tones = [key for key in digits if key in _VNI_TONES]
    if len(tones) > 1 or keys[0].isdigit() or "0" in digits:
        return None
    letters = "".join(key for key in keys if not key.isdigit())
    word = _WORD.fullmatch(letters)
    if word is None:
        return None
    onset, rest = word["onset"], word["rest"]
    if "9" in digits:
        if not onset.startswith("d"):
            return None
        onset = "đ" + onset[1:]
    if "6" in digits:
        rest = re.sub(r"[aeo]", lambda found: _CIRCUMFLEX[found[0]], rest, count=1)
    if "7" in digits:
        rest = _horned(rest)
    if "8" in digits:
        rest = rest.replace("a", "ă", 1)
    return onset + rest, _VNI_TONES[tones[0]] if tones else ""


def _with_tone(syllable: str, tone: str) -> str:
    """The syllable with its tone on the vowel that the spelling rules of today name (`hóa`, `toàn`, `quý`)."""
    if not tone:
        return syllable
    place = _toned_place(syllable)
    return unicodedata.normalize("NFC", syllable[: place + 1] + tone + syllable[place + 1 :])


def _toned_place(syllable: str) -> int:
    marked = [found.start() for found in _MARKED.finditer(syllable)]
    if marked:
        return marked[-1]
    begin = re.match(r"qu|gi(?=[aeouy])|[^aeiouy]*", syllable)
    first = begin.end() if begin else 0
    vowels = re.compile(r"[aeiouy]+").match(syllable, first)
    if vowels is None:  # "gì": the vowel is the letter that else belongs to the consonant
        return len(syllable) - 1
    closed = vowels.end() < len(syllable)
    if len(vowels[0]) == 1 or (len(vowels[0]) == 2 and not closed):
        return first
    return first + 1
