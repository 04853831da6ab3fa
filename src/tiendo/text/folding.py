"""Tone-insensitive keys: what is compared when spelling, capitals and marks may differ."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from tiendo.text.unicode_forms import to_nfc

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")  # level, grave, acute, tilde, hook, dot below
_TABLE_SIZE = 0x2200  # reaches past the typographic dashes and quotes (U+20xx) that documents use
_DIGITS = {"²": "2", "³": "3"}  # "m²" is the "m2" of other documents


def _base_letters() -> dict[str, str]:
    """Every letter of the alphabet, in both cases, with its base letter in lower case."""
    bases = {"đ": "d", "Đ": "d"}
    for vowel, tone in product(_VOWELS, _TONES):
        letter = unicodedata.normalize("NFC", vowel + tone)
        base = unicodedata.normalize("NFD", vowel)[0]
        bases[letter] = bases[letter.upper()] = base
    return bases


def _char_table() -> list[int]:
    """Code point to code point. A full list is the fastest table `str.translate` can have."""
    table = list(range(_TABLE_SIZE))
    for capital in range(ord("A"), ord("Z") + 1):
        table[capital] = ord(chr(capital).lower())
    for letter, base in _base_letters().items():
        table[ord(letter)] = ord(base)
    return table


def _key_table() -> list[int | str]:
    """Like the table of single characters, but all that is no letter or digit separates words."""
    table: list[int | str] = [*_char_table()]
    for code, character in enumerate(map(chr, range(_TABLE_SIZE))):
        category = unicodedata.category(character)
        if character in _DIGITS:
            table[code] = _DIGITS[character]
        elif category in ("Mn", "Cf"):  # stray marks and zero-width characters
            table[code] = ""
        elif category[0] not in "LN":
            table[code] = " "
        elif table[code] == code:
            table[code] = character.lower()
    return table


_CHARS = _char_table()
_KEY = _key_table()


def fold_chars(text: str) -> str:
    """Each Vietnamese letter as its base letter in lower case, everything else kept.

    The result has the length of the (composed) text, so offsets found in one hold in the other.
    """
    return text.translate(_CHARS)


def fold(text: str) -> str:
    """One key for all ways to capitalise, mark and punctuate: `"Hoá - chất"` gives `"hoa chat"`."""
    return " ".join(to_nfc(text).translate(_KEY).split())


# Abbreviations that provincial documents use without explaining them, as `fold` leaves them. Only
# those with one reading stand here: "TT" (thông tư, thị trấn, trung tâm) or "NN" would unite what
# differs. Longer ones come first, so that "tp" does not spoil "tphcm".
_ABBREVIATIONS = {
    # bodies
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubmttq": "uy ban mat tran to quoc",
    "mttq": "mat tran to quoc",
    "tand": "toa an nhan dan",
    "vksnd": "vien kiem sat nhan dan",
    "ttcp": "thu tuong chinh phu",
    "bcd": "ban chi dao",
    "bql": "ban quan ly",
    "kh dt": "ke hoach va dau tu",
    "khdt": "ke hoach va dau tu",
    "gd dt": "giao duc va dao tao",
    "gddt": "giao duc va dao tao",
    "tn mt": "tai nguyen va moi truong",
    "tnmt": "tai nguyen va moi truong",
    "nn ptnt": "nong nghiep va phat trien nong thon",
    "nn mt": "nong nghiep va moi truong",
    "gtvt": "giao thong van tai",
    "kh cn": "khoa hoc va cong nghe",
    "khcn": "khoa hoc va cong nghe",
    "tt tt": "thong tin va truyen thong",
    "tttt": "thong tin va truyen thong",
    "vh tt dl": "van hoa the thao va du lich",
    "vhtt dl": "van hoa the thao va du lich",
    "vhttdl": "van hoa the thao va du lich",
    "ld tb xh": "lao dong thuong binh va xa hoi",
    "ldtb xh": "lao dong thuong binh va xa hoi",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    # places
    "tphcm": "thanh pho ho chi minh",
    "tp": "thanh pho",
    "tx": "thi xa",
    "kkt": "khu kinh te",
    "kcn": "khu cong nghiep",
    "ccn": "cum cong nghiep",
    "tw": "trung uong",
    # matters
    "bhyt": "bao hiem y te",
    "bhxh": "bao hiem xa hoi",
    "bhtn": "bao hiem that nghiep",
    "ntm": "nong thon moi",
    "mtqg": "muc tieu quoc gia",
    "kt xh": "kinh te xa hoi",
    "qp an": "quoc phong an ninh",
    "cchc": "cai cach hanh chinh",
    "tthc": "thu tuc hanh chinh",
    "cntt": "cong nghe thong tin",
    "gpmb": "giai phong mat bang",
    "nsnn": "ngan sach nha nuoc",
    "nstw": "ngan sach trung uong",
    "nsdp": "ngan sach dia phuong",
    "xdcb": "xay dung co ban",
    "dtpt": "dau tu phat trien",
    "sxkd": "san xuat kinh doanh",
    "dtts": "dan toc thieu so",
    "attp": "an toan thuc pham",
    "tngt": "tai nan giao thong",
    "htx": "hop tac xa",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
}
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(sorted(_ABBREVIATIONS, key=len, reverse=True))})\b")
# Of several abbreviations of one name the first in the table is the usual one.
_SHORT = {name: short for short, name in reversed(_ABBREVIATIONS.items())}
_WRITTEN_OUT = re.compile(rf"\b(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})\b")
# "kỹ/kĩ", "tỷ/tỉ", "sỹ/sĩ", "quý/quí": after a consonant, final y and i are one sound. Elsewhere
# ("thúy", "thúi") they are two.
_FINAL_Y = re.compile(r"\b([bcdghklmnpqrstvx]+|qu)y\b")


def name_key(text: str) -> str:
    """The key of a name: `fold`, with usual abbreviations written out and y/i spelled alike.

    `"UBND TP. Hà Nội"` and `"Ủy ban nhân dân thành phố Hà Nội"` have the same key.
    """
    return spelled_alike(written_out(fold(text)))


def written_out(key: str) -> str:
    """A folded text with its usual abbreviations written out: `"ubnd tinh"` gives `"uy ban nhan dan tinh"`."""
    return _ABBREVIATION.sub(lambda match: _ABBREVIATIONS[match[0]], key)


def abbreviated(key: str) -> str:
    """A folded text with what has a usual abbreviation written short, by its longest name first."""
    return _WRITTEN_OUT.sub(lambda match: _SHORT[match[0]], key)


def spelled_alike(key: str) -> str:
    """A folded text in which final y and i are one letter where they are one sound."""
    return _FINAL_Y.sub(r"\1i", key)
