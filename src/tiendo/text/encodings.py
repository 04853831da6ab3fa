"""Bytes of a text file become text, and text in the fonts of the 1990s becomes Unicode; both say what they did.

Vietnamese files of the last thirty years come as UTF-8, as UTF-16 (Windows "Unicode"), as
Windows-1258 (tones as separate marks), and in 8-bit fonts where a Latin letter on disk looked
Vietnamese on screen: TCVN3 (`.VnTime`, "Céng hßa") and VNI (`VNI-Times`, "Coäng hoøa").
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum

from tiendo.text.unicode_forms import canonical_text


class Conversion(StrEnum):
    """What was done beyond plain decoding, for a note to the reader."""

    COMPOSED = "composed"  # letters and tone marks that stood apart (NFD) were joined
    REPLACED = "replaced"  # a few broken bytes of a UTF-8 file became U+FFFD
    WINDOWS_1258 = "windows-1258"
    TCVN3 = "tcvn3"
    VNI = "vni"
    VISCII = "viscii"
    UTF_8_TWICE = "utf-8-twice"  # UTF-8 that was once read as Windows-1252 ("Viá»‡t Nam")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text in canonical form, the encoding of the bytes, and what else was converted."""

    text: str
    encoding: str
    conversions: tuple[Conversion, ...] = ()


class Undecodable(ValueError):
    """Bytes that are no text in any encoding known here; the reason in both languages."""

    def __init__(self, *, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000  # characters; a page has about 3,000, so that no letterhead or annex decides alone
_HALF_ZERO, _HARDLY_ZERO = 0.4, 0.05  # shares of zero bytes: ASCII makes up most of a Vietnamese text
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01  # pictures and archives have about a tenth
_BROKEN_UTF8 = 0.05  # broken sequences to whole ones; in any other encoding nearly all are broken
_FOREIGN = 0.03  # room for a foreign name in Vietnamese text
_MARKED = 0.15  # share of marked letters: about a fourth in Vietnamese, a twentieth in French or Spanish
_FEWEST_MARKED = 8  # in text that is Unicode already, a word or two ("12 xã") say nothing about a font
_MODERN = 0.1  # share of Vietnamese letters among non-ASCII ones; Unicode text has above a half

_ASCII = re.compile(r"[\x00-\x7f]+")
_VIETNAMESE_LETTERS = re.compile(r"[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")  # those that Latin-1 does not have
_LATIN_1_LETTERS = re.compile(r"[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý]")  # Vietnamese ones of Latin-1
_LETTER = re.compile(r"[^\W\d_]")
_LETTER_LIKE = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
_TYPOGRAPHY = re.compile(r"[\u2010-\u2027\u00a0\u00ab\u00b0\u00b2\u00b3\u00bb]")
_TWICE = re.compile("á[º»]")  # the first two bytes of every Vietnamese letter with two marks
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^ \t\n\v\f]+")
# VNI letters that viparse's table, made from a corpus without them, leaves out; from the layout of VNI-Times.
_VNI_RARE = {"aú": "ẳ", "AÚ": "Ẳ", "î": "ỵ", "Î": "Ỵ"}
_VNI_RARE_LETTER = re.compile("|".join(_VNI_RARE))
_C1 = range(0x80, 0xA0)
# Windows puts dashes and quotes where Latin-1 has control codes.
_FROM_C1 = {code: character for code in _C1 if (character := bytes([code]).decode("cp1252", "ignore"))}
_TO_C1 = {ord(character): code for code, character in _FROM_C1.items()}


def decode(data: bytes) -> Decoded:
    """Read the bytes of a text file; raises `Undecodable` with the reason where they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], encoding)
    if unmarked := _unmarked_utf16(data):
        return _unicode(data, unmarked)
    _refuse_binary(data)
    try:
        return _repaired(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _windows_1258(data) or _legacy_fonts(data)


def repair(text: str) -> tuple[str, tuple[Conversion, ...]]:
    """Turn text that was written in TCVN3 or VNI fonts, or decoded wrongly, into Unicode.

    For text that comes out of a Word or PDF file. What is good already comes back unchanged.
    """
    if _TWICE.search(text, 0, _SAMPLE) and (once := _decoded_once_more(text)):
        return once, (Conversion.UTF_8_TWICE,)
    if len(_ASCII.sub("", text[:_SAMPLE])) >= _FEWEST_MARKED and (conversion := _legacy_encoding(text)):
        return _from_fonts(text, conversion), (conversion,)
    return text, ()


def _unicode(data: bytes, encoding: str) -> Decoded:
    try:
        return _repaired(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(
            vi=f"dấu đầu tệp cho biết mã {encoding.upper()}, nhưng từ byte {error.start} nội dung không đúng mã đó",
            en=f"the file is marked as {encoding.upper()}, but from byte {error.start} on it is not",
        ) from None


def _repaired(text: str, encoding: str, *conversions: Conversion) -> Decoded:
    whole = canonical_text(text)
    composed = (Conversion.COMPOSED,) if len(whole) < len(text) - text.count("\r") - 1 else ()
    whole, repairs = repair(whole)
    return Decoded(canonical_text(whole), encoding, (*conversions, *composed, *repairs))


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    if len(data) % 2 or not sample:
        return None
    even, odd = (sample[side::2].count(0) / (len(sample) / 2) for side in (0, 1))
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > _HALF_ZERO and low < _HARDLY_ZERO and not _holds_controls(sample.decode(encoding, "ignore")):
            return encoding
    return None


def _holds_controls(text: str) -> bool:
    return "\0" in text or len(_CONTROLS.findall(text)) > len(text) * _MOST_CONTROLS


def _refuse_binary(data: bytes) -> None:
    if b"\0" in data or _holds_controls(data[:_SAMPLE].decode("latin-1")):
        raise Undecodable(
            vi="nội dung là dữ liệu nhị phân, không phải văn bản",
            en="the content is binary data, not text",
        )


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(_ASCII.sub("", text)) - broken
    return _repaired(text, "utf-8", Conversion.REPLACED) if broken <= whole * _BROKEN_UTF8 else None


def _windows_1258(data: bytes) -> Decoded | None:
    try:
        text = canonical_text(data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    marked = _TYPOGRAPHY.sub("", _ASCII.sub("", text[:_SAMPLE]))
    foreign = _LATIN_1_LETTERS.sub("", _VIETNAMESE_LETTERS.sub("", marked))
    if len(foreign) > len(marked) * _FOREIGN or not _VIETNAMESE_LETTERS.search(marked):
        return None
    return Decoded(text, "windows-1258", (Conversion.WINDOWS_1258,))


def _legacy_fonts(data: bytes) -> Decoded:
    text = data.decode("latin-1")
    conversion = _legacy_encoding(text)
    if conversion is None:
        raise Undecodable(
            vi="không nhận ra bảng mã tiếng Việt nào (UTF-8, UTF-16, Windows-1258, TCVN3, VNI); hãy lưu lại bằng UTF-8",
            en="no known encoding of Vietnamese fits (UTF-8, UTF-16, Windows-1258, TCVN3, VNI); save it again as UTF-8",
        )
    if conversion is not Conversion.VISCII:  # whose letters stand among the control codes, too
        text = text.translate(_FROM_C1)
    return Decoded(canonical_text(_from_fonts(text, conversion)), str(conversion), (conversion,))


def _legacy_encoding(text: str) -> Conversion | None:
    """The 8-bit font encoding that the text is still in, if any."""
    sample = text[:_SAMPLE]
    marked = _ASCII.sub("", sample)
    if not marked or len(_VIETNAMESE_LETTERS.findall(marked)) > len(marked) * _MODERN:
        return None
    if len(_LETTER_LIKE.findall(sample)) < len(_LETTER.findall(sample)) * _MARKED:
        return None
    import viparse  # here and not above: it takes a tenth of a second, and hardly any file needs it

    # Figures and rules of a table weigh as much as letters there, so only words are shown to it.
    found = viparse.detect_text_encoding(" ".join(filter(_ASCII_LETTER.search, _WORD.findall(sample))))
    return Conversion(found) if found in ("tcvn3", "vni", "viscii") else None


def _from_fonts(text: str, conversion: Conversion) -> str:
    """Convert word by word: the library also tidies blanks, which the reader of tables still needs."""
    import viparse

    known: dict[str, str] = {}

    def converted(match: re.Match[str]) -> str:
        word = match[0]
        if word not in known:
            known[word] = word if word.isascii() else _converted_word(word)
        return known[word]

    def _converted_word(word: str) -> str:
        if conversion is Conversion.VNI:
            word = _VNI_RARE_LETTER.sub(lambda rare: _VNI_RARE[rare[0]], word)
        unicode_word: str = viparse.fix(word, encoding=str(conversion))
        return unicode_word.upper() if conversion is Conversion.TCVN3 and _is_capital(word) else unicode_word

    return _WORD.sub(converted, text)


def _is_capital(word: str) -> bool:
    """TCVN3 has no marked capitals: "HéI" is how HỘI is typed (one capital alone begins a word)."""
    letters = [letter for letter in word if letter.isascii() and letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _decoded_once_more(text: str) -> str | None:
    try:
        return text.translate(_TO_C1).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
